# Het antwoordformulier voor leveranciers, en het inlezen ervan.
sheet-answers = Antwoorden
sheet-legend = Toelichting
sheet-uid = Kenmerk
sheet-text-digest = Kenmerk van de tekst
sheet-code = Nr
sheet-kind = Eis/Wens
sheet-theme = Categorie
sheet-chapter = Hoofdstuk
sheet-title = Titel
sheet-body = Omschrijving
sheet-rationale = Waarom
sheet-acceptance = Zo wordt getoetst
sheet-answer = Antwoord
sheet-answer-help = Kies een antwoord uit de lijst.
sheet-answer-error = Kies een antwoord uit de lijst.
sheet-date = Datum
sheet-date-help = Alleen bij „Op de planning”: de dag waarop u voldoet.
sheet-date-error = Vul een datum in, bijvoorbeeld 01-07-2027.
sheet-explanation = Toelichting leverancier
sheet-size = Omvang
sheet-size-help = Uw eigen raming: S, M, L, of bijvoorbeeld 80 uur, € 5.000 of € 1.200 per jaar. Mag leeg blijven.
sheet-reading = Zo lezen wij dit
sheet-reading-help = Hoe u deze eis begrijpt, in uw eigen woorden. Mag leeg blijven.
sheet-legend-vendor = Naam van uw organisatie
sheet-legend-document = Document
sheet-legend-organisation = Opdrachtgever
sheet-legend-version = Versie
sheet-legend-text = Kenmerk van de hele tekst
sheet-legend-fill = Vul hierboven de naam van uw organisatie in, en op het eerste blad de witte cellen. Grijs is tekst van de opdrachtgever; die kunt u niet veranderen. Een antwoord op een veranderde tekst wordt niet ingelezen.
sheet-legend-locked = Kolommen en rijen kunt u breder en hoger maken, en u kunt filteren.
sheet-legend-sort = Wilt u sorteren of kolommen toevoegen? Hef dan eerst de beveiliging van het blad op; daar is geen wachtwoord voor nodig. De verborgen kenmerken zorgen dat uw antwoord bij de juiste bepaling blijft.
sheet-legend-keep = Laat de koppen van de kolommen staan zoals ze zijn, schrijf geen formules en voeg geen cellen samen.
sheet-legend-back = Stuur het bestand terug als XLSX. Een later teruggestuurd formulier vervangt wat erin anders is; een leeg antwoord trekt niets in.
sheet-means-meets = U voldoet nu, zonder voorbehoud.
sheet-means-partly = U voldoet nu voor een deel. Licht toe wat wel en wat niet.
sheet-means-no = U voldoet niet. Licht toe waarom, of wat u in plaats daarvan biedt.
sheet-means-roadmap = U voldoet nog niet, maar wel op de datum die u noemt.
sheet-means-unacceptable = Met deze bepaling kunt u niet meedoen. Noem de reden.

cli-collect-answers = lees antwoordformulieren in die leveranciers terugstuurden
sheets-brings = { $answers ->
    [0] geen nieuwe antwoorden
    [one] 1 nieuw antwoord
   *[other] { $answers } nieuwe antwoorden
}{ $readings ->
    [0] {""}
    [one] , 1 lezing
   *[other] , { $readings } lezingen
}{ $known ->
    [0] {""}
   *[other] ; { $known } had u al
}
sheets-would = { $count ->
    [0] Er komt niets nieuws binnen.
    [one] Er komt 1 bericht binnen
   *[other] Er komen { $count } berichten binnen
}{ $count ->
    [0] {""}
   *[other] {""} van { $vendors ->
        [one] 1 leverancier.
       *[other] { $vendors } leveranciers.
    }
}{ $refused ->
    [0] {""}
    [one] {" "}1 rij past niet.
   *[other] {" "}{ $refused } rijen passen niet.
}
sheets-done = { $count ->
    [0] Er is niets nieuws ingelezen.
    [one] 1 bericht is ingelezen
   *[other] { $count } berichten zijn ingelezen
}{ $count ->
    [0] {""}
   *[other] {""} van { $vendors ->
        [one] 1 leverancier.
       *[other] { $vendors } leveranciers.
    }
}{ $refused ->
    [0] {""}
    [one] {" "}1 rij past niet.
   *[other] {" "}{ $refused } rijen passen niet.
}
sheets-stale = { $count ->
    [one] 1 antwoord hoort bij een eerdere tekst en telt als verouderd: { $clauses }
   *[other] { $count } antwoorden horen bij een eerdere tekst en tellen als verouderd: { $clauses }
}
sheets-place = { $sheet } rij { $row }
sheet-why-formula = Er staat een formule; vraag om een gewoon antwoord.
sheet-why-merged = Er zijn cellen samengevoegd; het is niet zeker bij welke rij het antwoord hoort.
sheet-why-no-clause = Bij „{ $said }” staat geen kenmerk van een bepaling.
sheet-why-no-mark = Het verborgen kenmerk van de tekst is weg of veranderd; het is niet zeker op welke tekst is geantwoord.
sheet-why-text-changed = De tekst van de vraag is in het formulier veranderd, of een deel van de kolommen is apart gesorteerd.
error-sheet-answer-missing = Er is wel een toelichting, datum of omvang, maar geen antwoord.
error-sheet-word-unknown = „{ $said }” is geen antwoord uit de lijst.
error-sheet-date-elsewhere = Bij „{ $said }” staat een datum ({ $date }); die hoort alleen bij „Op de planning”.
error-sheet-date-unclear = „{ $date }” is geen datum, of kan twee dagen betekenen.
sheet-why-twice = Deze bepaling is meer dan eens beantwoord, en niet gelijk (rijen { $rows }).
sheet-why-clause-unknown = Deze bepaling staat niet in het document.
sheet-why-clause-gone = Deze bepaling is intussen vervallen.
sheet-why-not-asked = Dit is informatie; daarop wordt geen antwoord gevraagd.
sheet-why-older-response = Er is al een later antwoord van deze leverancier; dat blijft staan.
sheet-why-older-reading = Er is al een latere lezing van deze leverancier; die blijft staan.
error-answers-no-sheet = Dit is geen antwoordformulier, of de verborgen kolommen zijn eruit.
error-answers-head-twice = De kop „{ $head }” staat boven twee kolommen. Het is niet zeker welke telt.
error-answers-no-vendor = Op het formulier staat niet van wie het is. Noem de leverancier.
error-answers-other-vendor = U noemt { $named }, maar op het formulier staat { $written }.
error-answers-unknown-vendor = { $vendor } is hier niet als leverancier bekend.{ $count ->
    [0] {" "}Zet de leverancier eerst bij „Mensen en rollen”, of zet het document voor hem uit.
   *[other] {" "}Bekend: { $vendors }.
}
error-answers-own-name = { $vendor } stelt hier de vragen en kan er niet zelf op antwoorden.
error-answers-vendor-here = { $vendor } doet zelf mee in deze werkruimte en leest de eigen antwoorden in.
error-answers-other-document = Geen enkel antwoord gaat over een bepaling in deze werkruimte.
error-answers-unclear-document = Deze bepalingen staan in meer dan één document ({ $documents }). Het is niet zeker op welk is geantwoord. Geef elk document een eigen titel en stuur het formulier opnieuw.

action-collect_answers = Antwoordformulieren &inlezen…
sheets-choose = Antwoordformulieren kiezen
sheets-files = Antwoordformulieren (*.xlsx *.csv)
sheets-dialog = Antwoordformulieren inlezen
sheets-dialog-help = Dit staat in de formulieren. Er is nog niets ingelezen. Wat niet past, blijft liggen: vraag de leverancier om het te verbeteren en lees het formulier opnieuw in.
sheets-dialog-accept = In&lezen
sheets-list = Wat er binnenkomt en wat niet
sheets-vendor = Van wie is { $file }?
sheets-vendor-none = nog niet gekozen
sheets-not = Past niet: { $file }
sheets-earlier = Op een eerdere tekst
sheets-unread = Niet te gebruiken
