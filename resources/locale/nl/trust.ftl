error-not-allowed = { $act ->
    [edit] De tekst van dit document veranderen hoort niet bij uw rol in deze werkruimte. Doe een voorstel bij het onderdeel; wie schrijft kan dat overnemen.
    [comment] Reageren hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [suggest] Tekst voorstellen hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [respond] Antwoord geven namens een leverancier hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [vote] Een standpunt innemen hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [release] Een uitgave vaststellen hoort niet bij uw rol in deze werkruimte. Dat doet de beheerder.
    [upgrade] Een nieuwe uitgave van de standaard overnemen hoort niet bij uw rol in deze werkruimte. Dat doet de beheerder of de IT-adviseur.
    [change-people] Mensen en rollen veranderen hoort niet bij uw rol in deze werkruimte. Dat doet de beheerder.
    [advise] Advies geven bij een ontheffing hoort niet bij uw rol in deze werkruimte. Dat doet een adviseur.
    [waive] Een ontheffing geven hoort niet bij uw rol in deze werkruimte. Dat doet een bestuurder.
    [sign] Ondertekenen hoort niet bij uw rol in deze werkruimte. Dat doet een bestuurder.
    [publish-room] Een werkruimte voor anderen openstellen hoort niet bij uw rol. Dat doet de beheerder.
    [memo-publish] Een nota van inlichtingen publiceren hoort niet bij uw rol. Dat doet de beheerder.
   *[other] Dit hoort niet bij uw rol in deze werkruimte ({ $act }).
}
error-key-unfit = Het bestand { $path } is geen sleutel waarmee dit programma kan ondertekenen. Kies een ed25519-sleutel, of laat het programma er een voor u maken.
error-key-locked = Uw sleutel ({ $path }) is vergrendeld met een wachtzin die niet bekend is of niet klopt. Ontgrendel hem bij Vaststellen, Mijn sleutel.
error-hook-unfit = De controle kreeg een regel die niet van git komt: { $line }
error-not-bare = In { $path } werkt iemand. De controle hoort bij een gedeelde plek (een map die op .git eindigt).
error-hook-taken = Bij deze plek staat al een andere controle ({ $path }). Voeg „coauthor verify --hook .” daar zelf aan toe.

cli-verify = controleer wie de versies ondertekende en of zij mochten wat zij deden (--hook: als controle van een gedeelde plek, --install: zet die controle aan)
cli-people = toon wie er in de werkruimte zijn en wat hun rollen zijn
cli-key = toon uw openbare sleutel en vingerafdruk (--use: onderteken met een eigen sleutel, --own: met die van dit programma)

verify-installed = De controle staat aan: { $path }
verify-line = { $line }: { $count ->
    [one] 1 versie nagekeken
   *[other] { $count } versies nagekeken
}, { $open ->
    [0] alles klopt.
    [one] 1 ding klopt niet.
   *[other] { $open } dingen kloppen niet.
}
verify-settled = { $count ->
    [one] 1 ding dat niet mocht is al rechtgezet; het staat in geen bestand meer.
   *[other] { $count } dingen die niet mochten zijn al rechtgezet; ze staan in geen bestand meer.
}
verify-refused = Er is niets aangenomen. Haal eerst op wat er staat, en doe een voorstel waar u de tekst niet mag veranderen.

breach-line = Versie { $version } { $date }, { $who }: { $what }.
breach-line-file = Versie { $version } { $date }, { $who }: { $path }: { $what }.
breach-claims = ondertekend door niemand die hier bekend is (noemt zich { $organisation })
breach-nobody = van iemand die hier niet bekend is
breach-of-right = { $what } ({ $act })
breach-unsigned = niet ondertekend
breach-bad-signature = de handtekening klopt niet; de versie is na het ondertekenen veranderd
breach-unknown-key = ondertekend met een sleutel die niet in people.toml staat
breach-organisation = noemt een andere organisatie dan die van de sleutel
breach-not-allowed = hoort niet bij de rol van wie ondertekende
breach-merge = bij het samenvoegen staat hier iets anders dan beide kanten hadden
breach-on-top = geschreven bovenop iets wat niet mocht
breach-event-changed = wat gezegd is, is veranderd of weggehaald
breach-event-unfit = is geen bericht in de vorm die dit programma kent
breach-event-voice = spreekt namens een ander dan wie ondertekende
breach-event-twice = hetzelfde bericht staat al op een andere plek
breach-people-unfit = met deze lijst van mensen kan niemand verder: zij is onleesbaar, of niemand mag haar nog veranderen
breach-settings-unfit = de instellingen van de werkruimte zijn niet te lezen
breach-record-changed = een vastgelegd besluit is veranderd of weggehaald
breach-record-voice = legt een besluit vast namens een ander dan wie ondertekende
breach-path = de naam van dit bestand is niet te vertrouwen
breach-path-outside = de naam van dit bestand leidt buiten de werkruimte
breach-path-reserved = de naam van dit bestand kan op een andere computer niet
breach-path-unseen = in de naam van dit bestand staan onzichtbare tekens
breach-path-look-alike = de naam van dit bestand lijkt op een andere naam
breach-path-twin = de naam van dit bestand is op een andere computer dezelfde als die van een ander bestand
breach-path-long = de naam van dit bestand is te lang
breach-mode = dit is geen gewoon bestand
breach-mode-link = dit is een verwijzing naar een andere plek op de computer
breach-mode-gitlink = dit is een verwijzing naar een andere werkruimte
breach-mode-executable = dit bestand is als programma gemerkt
breach-size = dit bestand is te groot
breach-too-many = er komen te veel bestanden tegelijk
breach-damaged = de versie is beschadigd
breach-shape = de versie bouwt voort op versies waarop dat niet kan
breach-foreign = de versie hoort bij een andere werkruimte
breach-rewritten = een versie die er eerder was, is er niet meer: de geschiedenis is veranderd
breach-removed = een lijn van versies kan niet worden weggehaald
breach-name-moved = een naam blijft altijd bij dezelfde versie
breach-reference = alleen versies en namen kunnen hierheen

act-edit = tekst veranderen
act-comment = reageren
act-suggest = voorstellen doen
act-respond = antwoorden als leverancier
act-vote = een standpunt innemen
act-release = een uitgave vaststellen
act-upgrade = een uitgave van de standaard overnemen
act-change-people = mensen en rollen veranderen
act-advise = advies geven
act-waive = een ontheffing geven
act-sign = ondertekenen
act-publish-room = een werkruimte openstellen
act-memo-publish = een nota publiceren

people-nobody = Er staan nog geen mensen in deze werkruimte; iedereen mag alles.
people-me = { $line } (u)
key-fingerprint = Vingerafdruk: { $fingerprint }
key-path = Bestand: { $path }

role-expert = inhoudelijk deskundige
role-analyst = analist van een leverancier
role-steward = beheerder
role-it = IT-adviseur
role-adviser = adviseur (CISO, FG, jurist)
role-executive = bestuurder
role-reader = lezer

error-received-refused = { $rule ->
    [rewritten] Op de gedeelde plek is de geschiedenis veranderd: een versie die u daar eerder ophaalde ({ $version }) is er niet meer. Er is niets overgenomen en uw werk is zoals het was. Vraag de anderen wat er gebeurd is.
    [foreign] Wat er is opgehaald bevat versies van een andere werkruimte ({ $version }). Er is niets overgenomen en uw werk is zoals het was.
    [too-many] Wat er is opgehaald bevat zo veel bestanden tegelijk dat het niet kan kloppen ({ $version }). Er is niets overgenomen en uw werk is zoals het was.
   *[other] De geschiedenis van wat er is opgehaald klopt niet ({ $version }). Er is niets overgenomen en uw werk is zoals het was.
}

received-aside = { $count ->
    [one] 1 wijziging is apart gehouden
   *[other] { $count } wijzigingen zijn apart gehouden
}
aside-offered = { $who } veranderde { $clauses }: { $what }. Het is apart gehouden en nu een voorstel bij de bepaling.
aside-kept = { $who }, { $path }: { $what }. Het is apart gehouden; het staat nog in versie { $version }.

error-key-not-public = Dit is geen openbare sleutel van dit programma. Zo'n sleutel begint met „ssh-ed25519”; een ander vindt de zijne bij Delen, Mijn sleutel.
error-key-listed = De sleutel { $fingerprint } staat twee keer in de lijst. Geef iemand met meer rollen die rollen in één regel.
error-no-steward = Zo zou niemand de lijst nog mogen veranderen. Geef ten minste één persoon die geen leverancier is de rol beheerder.

action-edit_people = Mensen en &rollen…
action-show_key = Mijn &sleutel…
action-show_aside = &Apart gehouden…
action-check_history = Handtekeningen &nakijken

people-dialog = Mensen en rollen
people-dialog-help = Wie in deze werkruimte schrijft, herkent het programma aan zijn sleutel. Er staan geen namen van mensen in. Staat er niemand in de lijst, dan mag iedereen alles.
people-dialog-accept = Lijst vastleggen
people-column-organisation = Organisatie
people-column-party = Soort
people-column-roles = Rollen
people-column-key = Vingerafdruk van de sleutel
people-table-help = Elke regel is een persoon; Enter opent de regel om te wijzigen
people-add = Toevoegen…
people-change = Wijzigen…
people-remove = Weghalen
people-not-you = Uw eigen sleutel staat niet in de lijst: u kunt hier alleen lezen.
people-only-steward = Alleen een beheerder verandert deze lijst.
people-saved = De lijst is vastgelegd. Zij gaat mee met de volgende versie.
member-dialog = Iemand in deze werkruimte
member-dialog-help = Vraag de ander om zijn openbare sleutel: die staat bij Delen, Mijn sleutel.
member-dialog-accept = Overnemen
member-organisation = Organisatie
member-party = Soort organisatie
member-size = Grootte
member-key = Openbare sleutel
member-key-help = Begint met ssh-ed25519
member-roles = Rollen
member-no-organisation = Vul de organisatie in.
member-no-role = Kies ten minste één rol; wie alleen meeleest, is lezer.
role-none = geen rol
role-expert-help = Schrijft de tekst, reageert en stemt
role-analyst-help = Reageert, stelt voor, antwoordt en stemt; schrijft nooit zelf in de tekst
role-steward-help = Beheert de tekst, de lijst van mensen, de uitgaven en de werkruimtes voor anderen
role-it-help = Schrijft de tekst, neemt uitgaven van de standaard over en adviseert bij ontheffingen
role-adviser-help = Adviseert bij ontheffingen, reageert en stelt voor
role-executive-help = Geeft ontheffingen en ondertekent; schrijft niet zelf
role-reader-help = Leest alleen

key-dialog = Mijn sleutel
key-dialog-help = Met deze sleutel ondertekent het programma elke versie die u maakt. Het openbare deel geeft u aan de beheerder van een werkruimte; het geheime deel blijft op deze computer.
key-dialog-accept = Sluiten
key-dialog-public = Openbare sleutel
key-dialog-fingerprint = Vingerafdruk
key-dialog-place = Bestand
key-dialog-copy = Openbare sleutel kopiëren
key-dialog-choose = Andere sleutel…
key-dialog-choose-help = Onderteken met een eigen ed25519-sleutel, zoals die in de map .ssh
key-dialog-made = Sleutel van dit programma
key-dialog-made-help = Onderteken weer met de sleutel die dit programma voor u maakte
key-dialog-lock = Vergrendelen…
key-dialog-lock-help = Zet een wachtzin op de sleutel, zodat een ander op deze computer er niet mee kan ondertekenen
key-dialog-unlock = Ontgrendelen…
key-dialog-open = De sleutel is klaar om mee te ondertekenen.
key-dialog-locked = De sleutel is vergrendeld. Ontgrendel hem om te kunnen ondertekenen.
key-dialog-copied = De openbare sleutel is gekopieerd.
key-lock-dialog = Sleutel vergrendelen
key-lock-dialog-help = Het programma vraagt de wachtzin als u het opnieuw begint. Zonder wachtzin kan niemand met deze sleutel ondertekenen, ook u niet.
key-lock-dialog-accept = Vergrendelen
key-unlock-dialog = Sleutel ontgrendelen
key-unlock-dialog-help = De wachtzin blijft bekend tot u het programma sluit, of langer als deze computer geheimen veilig bewaart.
key-unlock-dialog-accept = Ontgrendelen
key-passphrase = Wachtzin
key-passphrase-again = Nog een keer
key-passphrase-differs = De twee wachtzinnen zijn niet gelijk.

shield-listed = Ondertekend door { $who }, { $roles }
shield-signed = Ondertekend ({ $fingerprint })
shield-unsigned = Niet ondertekend
shield-wrong = Klopt niet: { $what }

received-show-aside = Bekijk wat apart is gehouden
aside-dialog = Apart gehouden
aside-dialog-help = Wat iemand deed wat niet bij zijn rol hoort, komt niet in de tekst. Het gaat ook niet verloren: een wijziging van een bepaling is een voorstel geworden, de rest staat hier.
aside-dialog-accept = Sluiten
aside-nothing = Er is niets apart gehouden.

check-running = De handtekeningen worden nagekeken…
check-good = { $count ->
    [one] De ene versie klopt.
   *[other] Alle { $count } versies kloppen: wie ondertekende mocht wat er gebeurde.
}
check-wrong = { $count ->
    [one] Eén ding klopt niet:
   *[other] { $count } dingen kloppen niet:
}
check-more = … en { $count } meer. „coauthor verify” toont alles.
check-nobody = De geschiedenis klopt. In deze werkruimte staan nog geen mensen, dus wie wat mocht is niet nagekeken.
received-name-aside = De naam { $name } is niet overgenomen: wie hem gaf, mocht dat niet.
