# Publiceren voor leveranciers en reacties ophalen.
cli-publish = publiceer een document in een werkruimte voor leveranciers (met --dry-run: alleen tonen)
error-room-not-from-here = Publiceren kan alleen vanuit een eigen werkruimte of een standaard. Open die eerst.
error-nothing-to-publish = Er is nog geen versie om te publiceren. Sla eerst een versie op.
error-room-for-nobody = Er is geen leverancier genoemd. Geef per leverancier een naam, dan komt er voor ieder een eigen werkruimte.
error-room-foreign = In { $path } staat iets anders dan een werkruimte die van hieruit voor dit doel is gepubliceerd. Kies een lege map of de map van de vorige keer. Er is niets veranderd.
error-room-missing = De werkruimte van { $organisation } staat niet in { $path }. Iedereen krijgt dezelfde tekst op hetzelfde moment; zet de map terug of kies de goede. Er is niets gepubliceerd.
error-room-one-of-each = { $path } hoort bij een publicatie waarin iedere leverancier een eigen werkruimte heeft. Publiceer aan allemaal tegelijk: kies de map waarin die werkruimten staan, en „ieder een eigen”.
error-room-key-missing = { $path } is niet de sleutel waarmee deze werkruimte voor leveranciers is gemaakt. Op de computer waarvandaan is gepubliceerd, staat de map ‘room-key’ bij de geschiedenis; zet die hier, of publiceer van daar. Er is niets gepubliceerd.
error-room-changed = In { $path } staan bestanden die anders zijn dan in de laatste versie daar. Open die werkruimte, sla een versie op of zet terug, en probeer het opnieuw. In deze werkruimte is niets veranderd.
error-publication-same = De tekst van „{ $document }” is nog precies wat er al is gepubliceerd. Er is niets te doen.
error-room-doubts = { $count ->
    [one] Er is één plek die u eerst moet bekijken. Er is niets gepubliceerd. Pas de tekst aan, of publiceer toch met --anyway.
   *[other] Er zijn { $count } plekken die u eerst moet bekijken. Er is niets gepubliceerd. Pas de tekst aan, of publiceer toch met --anyway.
  }
room-version-first = { $title } gepubliceerd
room-version-next = { $title }, tekst { $number }: { $changed } gewijzigd, { $added } nieuw, { $gone } vervallen
room-done = Gepubliceerd: { $title }, tekst { $number }
room-would = Zou worden gepubliceerd: { $title }, tekst { $number }
room-goes = Dit gaat mee:
room-goes-document = { $title }: { $clauses ->
    [one] één bepaling
   *[other] { $clauses } bepalingen
  }, met toelichting en toetsing
room-goes-standard = de openbare standaard { $standard }, uitgave { $release }
room-goes-pictures = { $count ->
    [one] één afbeelding, zonder gegevens over maker, plaats of toestel
   *[other] { $count } afbeeldingen, zonder gegevens over maker, plaats of toestel
  }
room-stays = Dit blijft hier:
room-left-comment = onzichtbare opmerkingen in de tekst
room-left-field = veld „{ $name }”
room-left-attribute = gegevens bij een bepaling (zoals eigenaar, kosten, reden)
room-left-front = gegevens boven aan het document
room-left-link = verwijzingen naar eigen bestanden
room-stays-versions = eerdere versies, met wie ze maakte
room-stays-names = namen van versies
room-stays-discussion = berichten uit het overleg
room-stays-decisions = besluiten
room-stays-documents = andere documenten
room-stays-files = andere bestanden
room-stays-unsaved = wijzigingen die nog in geen versie staan
room-no-doubts = Er is niets gevonden om na te kijken.
room-look = { $count ->
    [one] Kijk dit eerst na (één plek):
   *[other] Kijk dit eerst na ({ $count } plekken):
  }
room-more = en nog { $count }
room-whole-document = document
room-doubt-internal = staat ook in een interne reden of opmerking
room-doubt-person = naam van een persoon
room-doubt-organisation = naam van een andere organisatie
room-doubt-mail = mailadres
room-doubt-phone = telefoonnummer
room-doubt-path = intern adres of map
room-doubt-html = opmaak die kan verbergen wat er staat
room-doubt-invisible = onzichtbare tekens
room-doubt-picture = afbeelding: kijk zelf wat erop staat
cli-collect = haal op wat leveranciers zeiden: uit werkruimten, pakketten of gedeelde plekken
error-room-not-ours = { $room } is niet vanuit deze werkruimte gepubliceerd. Er is niets opgehaald.
error-room-empty = In { $room } staat nog geen versie. Er is niets opgehaald.
collect-done = { $count ->
    [0] Er was niets nieuws
    [one] Eén reactie opgehaald
   *[other] { $count } reacties opgehaald
  }{ $known ->
    [0] .
   *[other] ; { $known } waren er al.
  }
collect-would = { $count ->
    [0] Er is niets nieuws
    [one] Eén reactie zou worden opgehaald
   *[other] { $count } reacties zouden worden opgehaald
  }{ $known ->
    [0] .
   *[other] ; { $known } zijn er al.
  }
collect-unsaved = { $room }: { $count ->
    [one] één bericht staat daar nog in geen versie en komt pas mee na opslaan.
   *[other] { $count } berichten staan daar nog in geen versie en komen pas mee na opslaan.
  }
collect-refused = { $count ->
    [one] Eén bericht komt niet binnen:
   *[other] { $count } berichten komen niet binnen:
  }
collect-somebody = onbekend
collect-kind-comment = opmerkingen
collect-kind-question = vragen
collect-kind-suggestion = tekstvoorstellen
collect-kind-response = antwoorden
collect-kind-reading = lezingen
collect-kind-position = standpunten
collect-kind-reply = reacties
collect-kind-resolve = afgehandeld
collect-kind-reopen = heropend
collect-kind-confirm = bevestigd
collect-kind-withdraw = ingetrokken
collect-kind-accept = overgenomen
collect-kind-reject = afgewezen
collect-why-too-large = het bericht is te groot
collect-why-no-event = het bestand is geen bericht
collect-why-organisation-unknown = deze organisatie hoort niet bij deze werkruimte
collect-why-speaks-for-another = het bericht staat op naam van een andere organisatie
collect-why-changed-later = het bericht is later veranderd; wat gezegd is, blijft staan
collect-why-document-unknown = het document is hier niet bekend
collect-why-other-words = hetzelfde bericht is er al met andere woorden
collect-why-may-not-decide = een leverancier beslist niet over de tekst
collect-why-kind-unknown = deze soort bericht is hier niet bekend
collect-why-clause-unknown = de bepaling is hier niet bekend
collect-why-about-unknown = het bericht waar dit over gaat is er niet
collect-why-about-elsewhere = het gaat over een bericht bij een andere bepaling
collect-why-not-theirs = het bericht van een ander intrekken kan niet
collect-why-document-gone = het document is daar weggehaald; hier blijft het staan
collect-why-edited-by-unknown = de tekst is daar veranderd; van wie dat voorstel is, is niet zeker
collect-why-text-between = tekst buiten de bepalingen is daar veranderd; dat komt niet mee
collect-why-forged = de handtekening klopt niet
collect-why-forbidden = dit mocht daar niet volgens wie er in de werkruimte staat
collect-why-own-unproved = het staat op naam van uw eigen organisatie, maar niemand weet van wie de sleutel is
error-room-broken = De geschiedenis van deze werkruimte klopt niet vanaf versie { $version }: er is iets aan veranderd dat vaststond. Er is niets opgehaald.
error-no-answers = Er is geen antwoord gekozen, of het document is nog nergens gepubliceerd.
cli-publish-answers = toon eigen antwoorden op vragen van leveranciers, of publiceer ze aan allemaal
room-version-answers = Antwoorden aan allemaal
answer-went = gepubliceerd
answer-waits = nog niet gepubliceerd
room-goes-new = nieuwe werkruimte voor { $names }: { $path }
room-goes-nobody = nieuwe werkruimte, nog zonder leveranciers: { $path }
room-packed = Pakket: { $path }
publish-dialog-packages = Ook van elke werkruimte een pakket maken, om te mailen
publish-done-packed = „{ $title }” is gepubliceerd in { $count ->
    [one] één werkruimte. Dit pakket kunt u doorgeven:
   *[other] { $count } werkruimten. Deze pakketten kunt u doorgeven:
  }
    { $paths }
room-goes-next = volgende tekst voor { $names }: { $path }
sharing-step-publishing = Publiceren …
sharing-step-collecting = Reacties ophalen …
action-publish_room = &Publiceren voor leveranciers…
action-collect_room = &Reacties van leveranciers ophalen…
action-publish_answers = Antwoorden aan allemaal &sturen…
notice-room-audience = Deze werkruimte is van { $organisation } en wordt gelezen door: { $names }. Alles wat u hier schrijft en opslaat, kunnen zij lezen.
notice-room-audience-open = Deze werkruimte is van { $organisation }. Wie haar krijgt, kan alles lezen wat u hier schrijft en opslaat.
publish-dialog = Publiceren voor leveranciers
publish-dialog-help = Leveranciers krijgen een eigen werkruimte met alleen deze tekst. Wat daar niet in staat, kunnen zij nooit zien, ook niet in oudere versies.
publish-dialog-accept = Publiceren
publish-dialog-version = &Versie
publish-dialog-newest = de nieuwste versie
publish-dialog-for = &Leveranciers
publish-dialog-for-help = Eén naam per regel
publish-dialog-how = &Werkruimte
publish-dialog-all = één voor allemaal: zij lezen elkaars berichten
publish-dialog-each = ieder een eigen: zij weten niet van elkaar
publish-dialog-folder = &Map
publish-dialog-rationale = Ook het „Waarom” van eigen bepalingen meesturen
publish-dialog-looking = Er wordt gekeken wat er mee gaat …
publish-dialog-looked = Ik heb deze plekken bekeken; zo mogen ze naar buiten
publish-list = Wat er mee gaat en wat er blijft
publish-done = „{ $title }” is gepubliceerd in { $count ->
    [one] één werkruimte:
   *[other] { $count } werkruimten:
  }
    { $paths }
    Geef de map niet zelf door. Open haar, en maak een pakket of kies een gedeelde plek.
collect-dialog = Reacties ophalen
collect-dialog-help = Wat leveranciers in hun werkruimte schreven en opsloegen, komt in het overleg van dit programma van eisen. Hun tekst van bepalingen wordt nooit overgenomen.
collect-dialog-accept = Kijken wat er is
collect-dialog-rooms = &Werkruimten
collect-dialog-other = &Pakket of plek
collected-dialog = Reacties ophalen
collected-dialog-help = Dit is er gevonden. Er is nog niets opgehaald.
collected-dialog-accept = Ophalen
collected-list = Wat er binnenkomt en wat niet
collected-waits = Nog niet opgeslagen
error-no-room-chosen = Kies een werkruimte, of noem een pakket of een gedeelde plek.
answers-dialog = Antwoorden aan allemaal
answers-dialog-help = Iedere leverancier krijgt dezelfde antwoorden op hetzelfde moment, zonder wie het vroeg. Wie de vraag niet stelde, krijgt de vraag erbij.
answers-dialog-accept = Versturen
answers-dialog-list = &Antwoorden
answers-dialog-line = Vraag: { $asked }
    Antwoord: { $said }
answers-none = Er is geen antwoord dat nog niet naar allemaal is gegaan. Beantwoord eerst een opgehaalde vraag in het overleg.
answers-done = { $count ->
    [one] Eén antwoord staat
   *[other] { $count } antwoorden staan
  } nu in { $rooms ->
    [one] één werkruimte.
   *[other] { $rooms } werkruimten.
  }
