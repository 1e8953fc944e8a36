# Nota van inlichtingen: vragen, antwoorden en bevriezen
action-open_memo = Nota van &inlichtingen…
action-freeze_specification = Bestek &publiceren en bevriezen…
memo-title = Nota van inlichtingen { $number }
memo-column-number = Nr.
memo-column-document = Document
memo-column-clause = Eis
memo-column-question = Vraag
memo-column-answer = Antwoord
memo-column-effect = Gevolg
memo-column-was = Was
memo-column-becomes = Wordt
memo-column-state = Stand
memo-column-memo = Nota
memo-change-words = Wijziging in de tekst
memo-effect- = Nog niet bepaald
memo-effect-clarification = Verduidelijking
memo-effect-minor = Kleine wijziging
memo-effect-material = Wezenlijke wijziging
memo-effect-help- = Kies wat het antwoord met de tekst doet.
memo-effect-help-clarification = De tekst van de eis blijft wat hij is; het antwoord legt alleen uit.
memo-effect-help-minor = De tekst verandert, maar met deze tekst hadden geen andere partijen meegedaan of beter gescoord.
memo-effect-help-material = De tekst verandert zo dat andere partijen hadden kunnen meedoen. Dat mag niet in een antwoord; kies wat er gebeurt.
memo-judged-no-change = De tekst van de eis verandert niet.
memo-judged-knock-out = Het antwoord wijzigt een eis waaraan elke inschrijver moet voldoen.
memo-judged-wish = Het antwoord wijzigt een wens of toelichting.
memo-judged-no-clause = Er is geen eis gekoppeld.
memo-proposed-effect = Voorstel: { $effect }. { $reason }
memo-way-rectify = Rectificeren en termijn verlengen
memo-way-withdraw = Intrekken en opnieuw aanbesteden
memo-way-keep = Tekst laten staan en anders antwoorden
memo-way-help-rectify = De wijziging wordt bekendgemaakt als rectificatie; alle partijen krijgen tot de nieuwe datum.
memo-way-help-withdraw = De aanbesteding stopt en begint opnieuw met de gewijzigde tekst; in dit bestek verandert niets.
memo-way-help-keep = De wijziging vervalt en het antwoord wordt opnieuw geschreven.
memo-state-new = Nieuw
memo-state-draft = Concept
memo-state-second = Tweede lezer
memo-state-approved = Akkoord
memo-state-published = Gepubliceerd
memo-state-joined = Samengevoegd
memo-how-code = op code
memo-how-number = op nummer
memo-how-asked = op deze eis gesteld
memo-how-chosen = gekozen
memo-how-section = op paragraaf
memo-odd-no-head = Blad zonder kolom met vragen
memo-odd-hidden-sheet = Vraag op een verborgen blad
memo-odd-hidden = Verborgen rij
memo-odd-formula = Formule in plaats van tekst
memo-odd-short = Te kort voor een vraag
memo-odd-no-question = Wel tekst, geen vraag
memo-flag-organisation = organisatie
memo-flag-product = product
memo-flag-person = persoon
memo-flag-mail = mailadres
memo-flag-phone = telefoonnummer
memo-flag-web = webadres
memo-flag-hidden = onzichtbaar teken
memo-part-text = in de vraag
memo-part-answer = in het antwoord
memo-part-change = in de wijziging
memo-part-reason = in de toelichting
memo-step-changes = Wijzigingen in de tekst verwerken…
memo-step-document = Nota als document toevoegen…
memo-step-register = Register bijwerken…
version-memo-room = Vragen voor de nota van inlichtingen
version-memo-imported = Vragen ingelezen
version-memo-worked = Aan vragen gewerkt
version-memo-changes = Wijziging n.a.v. nota van inlichtingen
version-memo-published = Nota van inlichtingen { $number }
version-memo-marked = Nota { $number } gepubliceerd
version-frozen = Gepubliceerd en bevroren: { $name }
version-thawed = Bevriezing beëindigd: { $reason }
transaction-memo-change = gewijzigd n.a.v. nota
status-frozen = Gepubliceerd en bevroren
notice-frozen = Dit bestek is gepubliceerd als ‘{ $name }’ en bevroren. Wijzigen kan alleen met een nota van inlichtingen.
notice-frozen-changed = Het bestand is buiten het programma gewijzigd en is niet meer de gepubliceerde tekst ‘{ $name }’. Zet die terug met ‘coauthor memo restore’; wat er nu staat wordt apart bewaard.
received-frozen = In { $documents } is geschreven terwijl of nadat het werd gepubliceerd. Dat is niet overgenomen; die tekst staat in de versie waarin hij is geschreven.
memo-window = Nota van inlichtingen – { $title }
memo-list = Vragen
memo-filter-state = Stand
memo-filter-effect = Gevolg
memo-filter-all = Alles
memo-filter-words = Zoek in vragen en antwoorden
memo-count = { $shown } van { $total } vragen · { $linked } gekoppeld · { $approved } akkoord · { $published } gepubliceerd
memo-import = &Inlezen…
memo-import-title = Vragenformulieren inlezen
memo-import-filter = Vragenformulieren (*.xlsx *.csv)
memo-import-found = { $file }: { $count ->
    [one] één vraag
   *[other] { $count } vragen
}
memo-import-column = Kolom { $letter }
memo-import-odd = Niet ingelezen: kruis aan wat toch een vraag is
memo-import-take = Neem over
memo-import-preview = Eerste vragen
memo-import-help = Zo worden de kolommen gelezen. Klopt het niet? Kies per kolom wat erin staat; dat wordt onthouden voor formulieren met dezelfde kop.
memo-meaning- = Niets
memo-meaning-number = Nummer
memo-meaning-reference = Verwijzing
memo-meaning-question = Vraag
memo-meaning-answer = Antwoord
memo-meaning-organisation = Vragensteller (blijft geheim)
memo-meaning-person = Naam (blijft geheim)
memo-meaning-contact = Contact (blijft geheim)
memo-collect = Uit &overleg halen
memo-duplicates = &Dubbele vragen…
memo-duplicates-title = Dubbele vragen
memo-duplicates-help = Deze vragen lijken op elkaar. U beslist per paar; samengevoegde vragen houden al hun formuleringen.
memo-duplicates-none = Er zijn geen vragen die op elkaar lijken.
memo-duplicates-score = { $score } % gelijk · nog { $count ->
    [one] één paar
   *[other] { $count } paren
}
memo-duplicates-join = &Voeg samen
memo-duplicates-apart = &Niet dezelfde
memo-export = &Exporteren…
memo-export-filter = Webpagina (*.html);;Rekenblad (*.xlsx);;Markdown (*.md)
memo-exported = Nota opgeslagen: { $path }
memo-publish = &Publiceren…
memo-publish-title = Nota van inlichtingen { $number } publiceren
memo-publish-ready = { $count ->
    [one] Eén vraag is klaar.
   *[other] { $count } vragen zijn klaar.
}
memo-publish-behind = { $count ->
    [0] Er blijft niets achter.
    [one] Eén vraag blijft achter: het antwoord is nog niet akkoord (nr. { $numbers }).
   *[other] { $count } vragen blijven achter: het antwoord is nog niet akkoord (nr. { $numbers }).
}
memo-publish-blocked = Publiceren kan nog niet:
memo-block-material = Vraag { $number }: het antwoord wijzigt de aanbesteding wezenlijk. Kies: rectificeren en termijn verlengen, intrekken en opnieuw aanbesteden, of de tekst laten staan en anders antwoorden.
memo-block-names = Vraag { $number }: er staan namen in ({ $names }). Haal ze weg, of geef aan waarom ze mogen blijven.
memo-publish-now = Pu&bliceren
memo-published-now = Nota van inlichtingen { $number } is gepubliceerd: { $count ->
    [one] één vraag
   *[other] { $count } vragen
}, { $changes ->
    [0] geen wijzigingen
    [one] één wijziging
   *[other] { $changes } wijzigingen
}. Deel de werkruimte om haar te laten zien.
memo-share = De&len…
memo-share-dialog-help = Map of adres waar u deze besloten vragen met collega’s deelt. Niet de plek van het bestek: daar lezen leveranciers mee.
memo-shared = De vragen zijn gedeeld met collega’s.
memo-question = Vraag zoals gepubliceerd
memo-answer = Antwoord
memo-change = Tekst van de eis na wijziging (leeg: ongewijzigd)
memo-change-take = Wijzig de tekst van de eis
memo-wordings = Zo gesteld
memo-clause = Eis
memo-clause-none = Nog niet gekoppeld
memo-clause-whole = Het document als geheel
memo-clause-choose = &Koppel…
memo-clause-dialog-help = Voorstellen op grond van de woorden; u kiest. Of zoek op code of titel.
memo-clause-find = Code of woorden
memo-clause-score = { $score } %
memo-asker = Vragensteller (alleen hier)
memo-names = Namen om te verwijderen
memo-names-none = Geen namen gevonden.
memo-name-line = { $name } ({ $kind }, { $part })
memo-name-keep = Mag blijven…
memo-name-reason = Waarom mag ‘{ $name }’ blijven staan?
memo-keep-draft = &Bewaar concept
memo-submit = Vraag &tweede lezer
memo-approve = &Akkoord
memo-return = &Terug…
memo-return-reason = Wat moet er anders?
memo-effect-choose = Gevolg van het antwoord
memo-effect-why = Waarom is dit lichter dan voorgesteld?
memo-choose = &Kies…
memo-choose-title = Wezenlijke wijziging: wat gebeurt er?
memo-choose-reason = Reden
memo-choose-until = Nieuwe termijn (jjjj-mm-dd)
memo-chosen = Gekozen: { $way }. { $reason }
memo-waits-for-choice = Deze wijziging houdt de publicatie tegen tot er gekozen is.
memo-returned = Teruggegeven: { $reason }
memo-recovered = Wat u typte voor het programma stopte, staat er weer.
memo-said-imported = { $new ->
    [one] Eén nieuwe vraag
   *[other] { $new } nieuwe vragen
} ({ $linked } meteen gekoppeld), { $updated } bijgewerkt, { $unchanged } ongewijzigd, { $odd ->
    [one] één rij
   *[other] { $odd } rijen
} niet ingelezen.
memo-said-drafted = Concept bewaard.
memo-said-submitted = Een ander moet dit antwoord nog lezen.
memo-said-approved = Akkoord gegeven.
memo-said-published-late = Na publicatie anders gesteld, daarom als nieuwe vraag opgenomen: oude nr. { $numbers }.
memo-no-selection = Kies links een vraag.
memo-no-questions = Er zijn nog geen vragen. Lees ze in, of haal ze uit het overleg.
memo-freeze-name = Naam van de gepubliceerde versie
memo-freeze-dialog-help = Daarna verandert de tekst alleen nog met een genummerde wijziging in een nota van inlichtingen.
memo-frozen-now = ‘{ $name }’ is gepubliceerd en bevroren.
cli-memo = nota van inlichtingen: vragen inlezen, beantwoorden en publiceren
cli-memo-import = vragen uit formulieren inlezen
cli-memo-collect = vragen uit het overleg halen
cli-memo-list = vragen tonen
cli-memo-join = twee vragen samenvoegen
cli-memo-link = een vraag aan een eis koppelen
cli-memo-answer = een antwoord schrijven
cli-memo-approve = een antwoord akkoord geven
cli-memo-clear = een naam laten staan, met reden
cli-memo-classify = zeggen wat een antwoord met de tekst doet
cli-memo-choose = kiezen wat er met een wezenlijke wijziging gebeurt
cli-memo-export = een nota opslaan, zonder vragenstellers
cli-memo-publish = alle akkoord gegeven vragen publiceren
cli-memo-freeze = het bestek publiceren en bevriezen
cli-memo-thaw = een bevriezing beëindigen
cli-memo-restore = de gepubliceerde tekst terugzetten
cli-memo-odd = { $file }, { $sheet } rij { $row }: { $reason }: { $text }
cli-memo-line = { $number }  { $state }  { $clause }  { $question }
cli-memo-pair = { $first } en { $second }: { $score } % gelijk
cli-memo-done = Vraag { $number }: { $state }.
cli-memo-restored = Teruggezet. Wat er stond is bewaard in { $path }.
cli-memo-intact = De tekst is de gepubliceerde tekst.
error-sheet-too-large = { $path } is te groot om veilig te lezen. Vraag om een gewoon vragenformulier.
error-sheet-unsafe = { $path } is niet gelezen: { $reason ->
    [unfolds] een klein deel pakt uit tot iets enorms.
    [declares] er staan verwijzingen in die een rekenblad nooit heeft.
    [macros] er zitten macro’s in.
    [password] er staat een wachtwoord op.
   *[other] het heeft te veel of dubbele onderdelen.
} Vraag om een gewoon bestand.
error-sheet-unfit = { $path } is geen rekenblad dat te lezen is. Sla het op als XLSX of CSV.
error-no-questions = In { $path } is geen kolom met vragen gevonden. Geef aan in welke kolom ze staan.
error-memo-profile-unfit = ‘{ $profile }’ is geen kolomindeling. Schrijf bijvoorbeeld question=C,reference=B.
error-memo-not-here = In deze ruimte lezen leveranciers mee. Houd de vragen bij in de werkruimte van uw organisatie.
error-memo-room-unsafe = De vragen mogen niet in { $path } staan: anderen zouden lezen wie wat vroeg. Kies een map of adres buiten deze werkruimte.
error-memo-effect-reason = U noemt dit lichter dan het lijkt. Schrijf op waarom.
error-memo-until-missing = ‘{ $until }’ is geen datum. Schrijf de nieuwe termijn als jjjj-mm-dd.
error-no-such-memo-question = Er is geen vraag { $question }.
error-no-such-memo = Nota { $memo } bestaat niet.
error-memo-published = Vraag { $number } staat in nota { $memo } en verandert niet meer. Stel een nieuwe vraag.
error-memo-joined = Vraag { $number } is al samengevoegd met een andere.
error-memo-answer-missing = Er is nog geen antwoord. Schrijf het eerst.
error-memo-change-of-what = Koppel de vraag eerst aan de eis die verandert.
error-memo-same-person = U schreef dit antwoord zelf. Een ander moet het lezen.
error-memo-not-offered = Vraag { $number } ligt niet bij een tweede lezer.
error-memo-not-material = Vraag { $number } is geen wezenlijke wijziging; er is niets te kiezen.
error-memo-blocked = Publiceren kan niet: { $count ->
    [one] één vraag houdt het tegen.
   *[other] { $count } vragen houden het tegen.
}
error-memo-nothing-ready = Er is nog geen antwoord akkoord. Er is niets te publiceren.
error-memo-room-missing = Er zijn nog geen vragen ingelezen.
error-document-frozen = ‘{ $document }’ is gepubliceerd en bevroren. Wijzigen kan alleen met een nota van inlichtingen.
error-frozen-changed = ‘{ $document }’ is gepubliceerd en bevroren, maar het bestand is gewijzigd. Er is niets bewaard of verstuurd. Zet de gepubliceerde tekst terug met ‘coauthor memo restore’.
error-not-frozen = ‘{ $document }’ is niet bevroren.
error-frozen-lost = Geen versie bevat de gepubliceerde tekst van ‘{ $document }’. Haal haar op bij een collega.
memo-reason-accept = Bewaar
memo-choose-title-help = De wet laat drie wegen. De keuze en de reden worden vastgelegd.
memo-choose-accept = Leg vast
memo-choose-way = Wat gebeurt er
memo-clause-dialog = Waarover gaat deze vraag?
memo-clause-accept = Koppel
memo-freeze-dialog = Bestek publiceren en bevriezen
memo-freeze-accept = Publiceer en bevries
memo-return-dialog = Antwoord teruggeven
memo-return-dialog-help = De schrijver van het antwoord leest dit.
memo-name-dialog = Naam laten staan
memo-name-dialog-help = De naam komt in de gepubliceerde nota te staan. De reden wordt bewaard.
memo-effect-dialog = Gevolg anders dan voorgesteld
memo-effect-dialog-help = Wie het later leest, moet uw afweging kunnen volgen.
memo-share-dialog = Deel besloten vragen
memo-share-accept = Deel
memo-share-address = Map of adres
error-memo-clause-missing = Kies eerst een eis.
memo-step-rooms = Ruimten met leveranciers bijwerken…
memo-room-version = Nota van inlichtingen: { $title }
memo-rooms-reached = { $count ->
    [one] De ruimte met leveranciers is
   *[other] De { $count } ruimten met leveranciers zijn
} bijgewerkt; deel ze nog.
memo-rooms-doubts = Kijk eerst naar { $titles } voordat het naar leveranciers gaat.
memo-rooms-away = { $count ->
    [one] Eén ruimte ligt
   *[other] { $count } ruimten liggen
} niet op deze computer.
breach-frozen = de tekst is gepubliceerd en bevroren; wijzigen kan alleen met een nota van inlichtingen
memo-block-effect = Vraag { $number }: het antwoord wijzigt meer dan erbij staat. Bepaal het gevolg opnieuw, of schrijf op waarom het lichter is.
memo-effect-said = Toch lichter, want: { $reason }
