# Standpunten, consensus, aandelen en het gelijkspeelveldverslag.

## Wie er spreekt
party-municipality = gemeente
party-partnership = samenwerkingsverband
party-water-authority = waterschap
party-vendor = leverancier
party-user-association = gebruikersvereniging
party-umbrella = koepel
party-buying-organisation = inkooporganisatie
party-adviser = adviseur
size-class-under-25k = gemeenten tot 25.000 inwoners
size-class-25k-50k = gemeenten van 25.000 tot 50.000 inwoners
size-class-50k-100k = gemeenten van 50.000 tot 100.000 inwoners
size-class-over-100k = gemeenten vanaf 100.000 inwoners
size-class-partnership = samenwerkingsverbanden
size-class-vendors = leveranciers
size-class-none = overige

## Standpunten en consensus
stance-agree = akkoord
stance-live = kan ermee leven
stance-object = bezwaar
stance-none = geen standpunt
stance-sealed = verzegeld
stance-unopened = verzegeld en niet geopend
stance-broken = geopend, maar niet wat verzegeld was; telt niet
consensus-unanimous = unaniem
consensus-consensus = consensus
consensus-majority = meerderheid
consensus-none = geen overeenstemming
consensus-open = nog te weinig standpunten
candidate-yes = kandidaat
candidate-no = nog geen kandidaat
lacking-bodies = te weinig overheden akkoord
lacking-vendors = te weinig leveranciers akkoord
lacking-objection = bezwaar

## Fouten
error-voting-setting = De afspraak { $key } in people.toml past niet: er staat { $value }, en het moet { $wanted } zijn. Er is niets veranderd. Herstel de afspraak bij Vaststellen, Afspraken over standpunten.
error-organisation-unknown = Het is niet bekend voor welke organisatie u spreekt. Vul uw organisatie in bij uw naam, en neem daarna het standpunt in.
error-stance-unknown = Het standpunt { $stance } bestaat niet. Kies uit: { $known }.
error-objection-without-argument = Een bezwaar heeft een argument nodig: alleen dan kan een ander erop antwoorden. Schrijf in één zin wat er niet klopt.
error-not-the-steward = { $organisation } beheert deze werkruimte niet. De beheerder sluit de eerste ronde en antwoordt op bezwaren.
error-own-objection = Dit bezwaar is van uw eigen organisatie. Trek het in als het is opgelost.
error-answer-missing = Schrijf eerst wat u antwoordt.
error-no-blind-round = Van { $document } loopt geen blinde ronde.
error-round-open = De eerste, blinde ronde van { $document } loopt nog: niemand ziet elkaars standpunt. Sluit de ronde bij Vaststellen, wacht tot ieder zijn standpunt heeft gedeeld, en stel daarna vast.
error-quorum-sizes = Er is nog niet vastgesteld. Uit deze groep of groepen gaf nog niemand een standpunt op de tekst van nu:{ $under_25k ->
    [0] {""}
   *[1] {" "}gemeenten tot 25.000 inwoners;
  }{ $from_25k ->
    [0] {""}
   *[1] {" "}gemeenten van 25.000 tot 50.000 inwoners;
  }{ $from_50k ->
    [0] {""}
   *[1] {" "}gemeenten van 50.000 tot 100.000 inwoners;
  }{ $over_100k ->
    [0] {""}
   *[1] {" "}gemeenten vanaf 100.000 inwoners;
  }{ $partnership ->
    [0] {""}
   *[1] {" "}samenwerkingsverbanden;
  } vraag hun standpunt voordat u vaststelt.
error-quorum-organisations = Er is nog niet vastgesteld. { $spoke } van de { $needed } organisaties die nodig zijn gaven een standpunt op de tekst van nu. Vraag de anderen om hun standpunt.
error-quorum-vendors = Er is nog niet vastgesteld. { $spoke } van de { $needed } leveranciers die nodig zijn gaven een standpunt op de tekst van nu. Vraag een andere leverancier om een standpunt.
error-quorum-clauses = Er is nog niet vastgesteld. Bij { $count ->
    [one] één bepaling
   *[other] { $count } bepalingen
  } gaven te weinig organisaties of groepen een standpunt: { $clauses }.
error-objections-open = Er is nog niet vastgesteld. { $count ->
    [one] Eén bezwaar heeft nog geen antwoord: dat
   *[other] { $count } bezwaren hebben nog geen antwoord, te beginnen met dat
  } van { $organisation } bij { $clause }. Antwoord erop, of vraag of het ingetrokken kan worden.

## Het gelijkspeelveldverslag
level-title = Gelijkspeelveldverslag
level-about = Per bepaling staat hier wie haar voorstelde, wie haar veranderde, wie wat antwoordde, wanneer, sinds wanneer ieder in de werkruimte het kon lezen, en wie besliste. Het verslag noemt organisaties en geen personen.
level-release = uitgave { $release }
level-clocks = Tijden in UTC. „Gezegd” is de klok van wie sprak; „te lezen sinds” is het moment van de versie waarmee het voor ieder in deze werkruimte te lezen was.
level-participants-about = Wie aan deze werkruimte meedoet, en wat ieder bijdroeg
level-shares-organisations = Aandeel in de geldende tekst en in de voorstellen, per organisatie
level-shares-classes = Hetzelfde per groep
level-warning = schreef { $text } van de geldende tekst en deed { $proposals } van de voorstellen. Dat is meer dan is afgesproken en meer dan een gelijk deel.
level-whole = Over het document als geheel
level-entries = { $count ->
    [one] Eén bijdrage
   *[other] { $count } bijdragen
  }, oudste eerst
level-replaced = „{ $was }” werd „{ $now }”
level-added = erbij: „{ $now }”
level-removed = weg: „{ $was }”
level-nothing = Hierover is niets gezegd of veranderd.
level-unknown = organisatie niet bekend
level-not-yet = nog niet gedeeld
level-not-released = nog niet uitgegeven
level-no-positions = geen standpunten
level-unanswered = { $count ->
    [one] één bezwaar zonder antwoord
   *[other] { $count } bezwaren zonder antwoord
  }
level-sheet-contributions = Bijdragen
level-sheet-clauses = Bepalingen
level-sheet-participants = Deelnemers
level-sheet-shares = Aandelen
level-column-clause = Bepaling
level-column-at = Gezegd
level-column-since = Te lezen sinds
level-column-who = Organisatie
level-column-party = Soort
level-column-what = Wat
level-column-detail = Inhoud
level-column-proposed-by = Voorgesteld door
level-column-visible-since = Te lezen sinds
level-column-text-since = Tekst van nu sinds
level-column-public-since = Zo gepubliceerd voor leveranciers sinds
level-column-released = Uitgegeven in
level-column-decided-by = Beslist door
level-column-state = Overeenstemming
level-column-unanswered = Bezwaren zonder antwoord
level-column-contributions = Bijdragen
level-column-first = Eerste
level-column-last = Laatste
level-column-size = Groep
level-column-words = Woorden
level-column-text = Aandeel tekst
level-column-proposals = Voorstellen
level-column-proposed = Aandeel voorstellen
level-column-adopted = Overgenomen
level-column-rejected = Afgewezen
level-column-acceptance = Deel overgenomen
level-column-dominates = Let op
level-what-clause-came = schreef de bepaling
level-what-clause-changed = veranderde de tekst
level-what-clause-moved = verplaatste de bepaling
level-what-clause-left = haalde de bepaling weg
level-what-comment = opmerking
level-what-question = vraag
level-what-reply = antwoord
level-what-resolve = afgehandeld
level-what-reopen = heropend
level-what-suggestion = tekstvoorstel
level-what-accept = nam het tekstvoorstel over
level-what-reject = wees het tekstvoorstel af
level-what-response = antwoord van de leverancier
level-what-reading = lezing
level-what-confirm = bevestigde
level-what-withdraw = trok in
level-what-position = standpunt
level-what-sealed-position = verzegeld standpunt
level-what-close-round = sloot de blinde ronde
level-what-proposal = wijzigingsvoorstel
level-what-proposal-adopted = nam het voorstel over
level-what-proposal-rejected = wees het voorstel af
level-what-record-merge = koos tussen twee teksten
level-what-record-waiver-request = vroeg een ontheffing
level-what-record-waiver-advice = adviseerde over een ontheffing
level-what-record-waiver = besliste over een ontheffing
level-what-record-sign-off = ondertekende
level-what-record-reconfirm = bevestigde de afwijking opnieuw
level-verdict-agree = akkoord
level-verdict-live = kan ermee leven
level-verdict-object = bezwaar
level-verdict-none = teruggenomen
level-verdict-meets = voldoet
level-verdict-partly = voldoet deels
level-verdict-no = voldoet niet
level-verdict-roadmap = gepland
level-verdict-unacceptable = niet aanvaardbaar

## Wat bij een uitgave blijft
settled-with = { $release }: { $state }
minority-of = Bezwaar van { $organisation }
minority-answer = Antwoord van { $organisation }

## Opdrachten
cli-positions = toon per bepaling wat organisaties ervan vinden en hoe ver ze het eens zijn
cli-position = neem een standpunt in over een bepaling
cli-position-taken = { $clause }: { $stance }. Het wordt gedeeld met uw volgende versie.
cli-position-sealed = { $clause }: uw standpunt is verzegeld. Het wordt zichtbaar als de ronde is gesloten en u daarna vanaf deze computer deelt.
cli-meter = Kandidaat: { $candidates } van de { $clauses } bepalingen ({ $percent } %).
cli-shares = toon wie de geldende tekst schreef en wie voorstellen deed
cli-report = schrijf een verslag naar een HTML- of XLSX-bestand
cli-reported = Het verslag staat in { $path }.
cli-close-round = sluit de blinde eerste ronde van een document
cli-round-closed = De blinde ronde van { $document } is gesloten.
cli-answer-objection = antwoord op het bezwaar van een organisatie
cli-objection-answered = Het antwoord aan { $organisation } bij { $clause } is opgeschreven.
error-no-objection = { $organisation } heeft bij { $clause } geen bezwaar staan.
error-report-format = Een verslag wordt een bestand dat eindigt op .html of .xlsx, en niet op { $suffix }.

## Het venster
action-position_agree = &Akkoord met deze bepaling
action-position_live = Met deze bepaling kunnen we &leven
action-position_object = &Bezwaar tegen deze bepaling…
action-position_none = Standpunt &terugnemen
action-show_positions = &Standpunten en aandelen…
action-level_report = &Gelijkspeelveldverslag…
action-close_round = Blinde &ronde sluiten
action-voting_rules = A&fspraken over standpunten…
positions = Standpunten
positions-window = Standpunten en aandelen
positions-said = Wie wat vindt
positions-table = Bepalingen met hun standpunten
positions-nobody = Nog niemand gaf een standpunt.
positions-go = Ga naar de bepaling
positions-filter = Toon
positions-filter-all = alle bepalingen
positions-filter-own-missing = waar ons standpunt ontbreekt
positions-filter-objections = met een bezwaar
positions-filter-unanswered = met een bezwaar zonder antwoord
positions-filter-no-consensus = zonder consensus
positions-filter-candidates = kandidaten
positions-column-clause = Bepaling
positions-column-state = Overeenstemming
positions-column-own = Ons standpunt
positions-column-agree = Akkoord
positions-column-live = Kan leven
positions-column-object = Bezwaar
positions-column-candidate = Kandidaat
candidate-short = ★ kandidaat
candidate-short-not = nog niet: { $why }
lacking-short-bodies = overheden
lacking-short-vendors = leveranciers
lacking-short-objection = bezwaar
meter-help = Een bepaling is kandidaat voor de gezamenlijke standaard als genoeg overheden en genoeg leveranciers akkoord zijn of ermee kunnen leven, en er geen bezwaar staat. De streep staat bij 80 %.
shares-waiting = De aandelen worden berekend uit de geschiedenis.
shares-fair = Niemand heeft een groter aandeel dan is afgesproken.
position-own = Het standpunt van { $organisation }
position-agree = Akkoord
position-agree-help = Zo is het goed voor onze organisatie.
position-live = Kan ermee leven
position-live-help = Niet onze voorkeur, maar we houden het niet tegen.
position-object = Bezwaar
position-object-help = Zo kan het niet, met een argument waarop de beheerder antwoordt.
position-none = Neem terug
position-none-help = Onze organisatie heeft dan geen standpunt meer over deze bepaling.
position-argument = Argument
position-argument-help = Waarom? Bij een bezwaar is dit nodig.
position-stale = over een eerdere tekst
position-advisory = zonder stem bij deze bepaling
position-not-listed = staat niet in de lijst van deze werkruimte en telt niet mee
position-unanswered = nog geen antwoord
position-answer = Antwoord van { $organisation }: { $answer }
position-answer-it = Antwoord op bezwaar…
consensus-counted = { $state } ({ $agree } akkoord, { $live } kan ermee leven, { $objections } bezwaar)
candidate-not-because = Nog geen kandidaat: { $why }
round-blind = Blinde eerste ronde: wat u nu kiest wordt verzegeld gedeeld. Ieder ziet dat u koos, niemand ziet wat, tot de beheerder de ronde sluit. Daarna opent dit programma uw keuze als u weer deelt vanaf deze computer.
object-dialog = Bezwaar maken
object-dialog-help = Een bezwaar blijft zichtbaar tot u het intrekt, en de beheerder moet erop antwoorden voordat hij vaststelt. Uw organisatie wordt genoemd, uw naam niet.
object-dialog-accept = Maak bezwaar
answer-dialog = Antwoord op een bezwaar
answer-dialog-help = Het antwoord staat bij het bezwaar en blijft er ook na het vaststellen bij staan.
answer-dialog-accept = Antwoord
answer-text = Antwoord
answer-text-help = Wat er met het bezwaar gebeurt, en waarom.
rules-dialog = Afspraken over standpunten
rules-dialog-help = Wat de deelnemers afspraken. Het geldt voor ieder in deze werkruimte en staat in people.toml. Zonder afspraak volgt het uit wie er meedoen.
rules-dialog-accept = Leg vast
rule-quorum = Organisaties die nodig zijn
rule-quorum-help = Zoveel organisaties met een stem moeten een standpunt hebben gegeven op de tekst van nu.
rule-quorum-per = Geteld over
rule-quorum-per-help = Over alle bepalingen samen, of bij elke bepaling apart.
rule-quorum-per-release = alle bepalingen samen
rule-quorum-per-clause = elke bepaling apart
rule-size-classes = Uit elke grootteklasse die meedoet minstens één
rule-size-classes-help = Zo wordt er niets vastgesteld zonder de kleine gemeenten.
rule-quorum-vendors = Leveranciers die nodig zijn
rule-quorum-vendors-help = Zoveel leveranciers moeten een standpunt hebben gegeven.
rule-vendor-vote = Leveranciers bij vergrendelde eisen
rule-vendor-vote-help = Met een adviserende stem tellen zij daar niet mee, maar op hun bezwaar moet wel antwoord komen.
rule-vendor-vote-advisory = adviseren
rule-vendor-vote-voting = stemmen mee
rule-candidate-bodies = Overheden voor een kandidaat
rule-candidate-bodies-help = Zoveel gemeenten, samenwerkingsverbanden en waterschappen moeten akkoord zijn of ermee kunnen leven.
rule-candidate-vendors = Leveranciers voor een kandidaat
rule-candidate-vendors-help = Zoveel leveranciers moeten akkoord zijn of ermee kunnen leven.
rule-warn-organisation = Waarschuw bij één organisatie boven
rule-warn-organisation-help = Aandeel in de geldende tekst of in de voorstellen.
rule-warn-class = Waarschuw bij één groep boven
rule-warn-class-help = Aandeel van een grootteklasse, of van de leveranciers samen.
rule-blind-round = De eerste ronde is blind
rule-blind-round-help = Standpunten worden verzegeld gedeeld tot de beheerder de ronde sluit.
notice-position = { $clause }: { $stance }. Het wordt gedeeld met uw volgende versie.
notice-position-sealed = { $clause }: { $stance }, verzegeld. Het wordt zichtbaar als de ronde is gesloten en u daarna vanaf deze computer deelt.
notice-round-closed = De blinde ronde van { $document } is gesloten. Ieders standpunt wordt zichtbaar als die organisatie weer deelt.
notice-rules = De afspraken zijn vastgelegd en gaan mee met uw volgende versie.
notice-reporting = Het verslag wordt geschreven.
level-file = gelijkspeelveldverslag
error-no-clause-chosen = Kies eerst een bepaling: een standpunt gaat over één eis, wens of andere bepaling.
sign-objections = { $count ->
    [one] bezwaar
   *[other] { $count } bezwaren
  }
notice-sealed-waits = De blinde ronde is gesloten. { $count ->
    [one] Uw verzegelde standpunt wordt
   *[other] Uw { $count } verzegelde standpunten worden
  } zichtbaar als u verstuurt.
