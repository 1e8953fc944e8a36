# Antwoorden van leveranciers, lezingen en marktdekking.
verdict-meets = Voldoet
verdict-partly = Voldoet deels
verdict-no = Voldoet niet
verdict-roadmap = Op de planning
verdict-unacceptable = Niet aanvaardbaar voor ons
verdict-on-roadmap = Op de planning: { $date }
verdict-no-date = zonder datum
size-S = Klein (S)
size-M = Middel (M)
size-L = Groot (L)
size-hours = { $amount } uur
size-euro = € { $amount } eenmalig
size-euro-year = € { $amount } per jaar
count-meets = { $count ->
    [one] voldoet
   *[other] voldoen
}
count-partly = deels
count-no = niet
count-roadmap = op de planning
count-unacceptable = niet aanvaardbaar
count-stale = { $count ->
    [one] antwoord op een eerdere tekst
   *[other] antwoorden op een eerdere tekst
}

coverage-sheet = Marktdekking
coverage-answers = Antwoorden
coverage-of = Marktdekking: { $title }
coverage-vendors = Leveranciers
coverage-code = Nr
coverage-title = Titel
coverage-kind = Eis/Wens
coverage-theme = Categorie
coverage-marks = Soort
coverage-knock-out = Knock-out
coverage-locked = Vergrendeld
coverage-meets = Voldoet
coverage-partly = Deels
coverage-no = Niet
coverage-roadmap = Op de planning
coverage-unacceptable = Niet aanvaardbaar
coverage-stale = Op eerdere tekst
coverage-silent = Nog geen antwoord
coverage-readings = Gelijk gelezen
coverage-warnings = Let op
coverage-vendor = Leverancier
coverage-answer = Antwoord
coverage-refused = Niet aanvaardbaar: vergrendeld
coverage-on-text = Over welke tekst
coverage-earlier = een eerdere tekst
coverage-now = de tekst van nu
coverage-size = Omvang (eigen raming)
coverage-given = Gegeven op
coverage-explanation = Toelichting
coverage-yes = ja
coverage-understood = Begrepen
coverage-tested = Marktgetoetst ({ $count } leveranciers)
coverage-summary = { $clauses ->
    [one] 1 bepaling
   *[other] { $clauses } bepalingen
}, { $vendors ->
    [one] 1 leverancier
   *[other] { $vendors } leveranciers
}. { $warned ->
    [0] Geen waarschuwingen
    [one] 1 bepaling met een waarschuwing
   *[other] { $warned } bepalingen met een waarschuwing
}, { $tested } marktgetoetst, { $silent } nog zonder antwoord.

warning-knock-out-one = Knock-outeis: alleen { $vendor } voldoet, van { $count ->
    [one] de 1 leverancier die antwoordde
   *[other] de { $count } leveranciers die antwoordden
}. Er valt zo weinig te kiezen. Kan de eis ruimer, of een wens worden?
warning-knock-out-none = Knock-outeis: geen enkele leverancier voldoet, van { $count ->
    [one] de 1 die antwoordde
   *[other] de { $count } die antwoordden
}. Zo mislukt de aanbesteding. Kan de eis ruimer, later ingaan, of een wens worden?
warning-locked-refused = Vergrendeld: hierop wordt niet geconcurreerd. { $count ->
    [one] Het antwoord van { $vendors } is niet aanvaardbaar
   *[other] De antwoorden van { $vendors } zijn niet aanvaardbaar
} en { $count ->
    [one] kan niet worden goedgemaakt
   *[other] kunnen niet worden goedgemaakt
} met punten elders.
warning-only-proposer = Alleen { $vendor } voldoet, en de tekst is ook van { $vendor }.
warning-one-vendor-wording = De tekst komt van één leverancier: { $vendor }. Laat minstens twee leveranciers bevestigen hoe zij hem lezen.
warning-roadmap-late = De datum van een toezegging is voorbij. Vraag hoe het ervoor staat.
warning-outdated = De tekst is veranderd na { $count ->
    [one] het antwoord
   *[other] alle { $count } antwoorden
}. Er is nog geen antwoord op de tekst van nu.

cli-answer = antwoord als leverancier op een bepaling
cli-answers-count = { $answered } van { $total } beantwoord, { $stale } op een eerdere tekst.
cli-answers = toon wat uw organisatie antwoordde en wat nog open staat
cli-coverage = toon per bepaling hoeveel leveranciers voldoen
cli-answered = { $clause }: { $answer } ({ $vendor }).
answer-state-open = nog te beantwoorden
answer-state-stale = tekst veranderd, opnieuw beantwoorden

error-answer-verdict-unknown = Het antwoord „{ $verdict }” bestaat niet. Kies uit: { $known }.
error-answer-date-missing = Op de planning? Noem dan de datum waarop u eraan voldoet.
error-answer-date-broken = „{ $date }” is geen datum. Schrijf bijvoorbeeld 2027-07-01.
error-answer-reason-missing = Noem bij „niet aanvaardbaar” de reden.
error-answer-size-broken = „{ $size }” is geen omvang. Schrijf S, M of L, of bijvoorbeeld 80 uur, € 5.000 of € 1.200 per jaar.
error-answer-not-asked = Bepaling { $clause } is informatie. Daarop wordt geen antwoord gevraagd.
error-answer-who = Voor welke leverancier antwoordt u? Vul uw organisatie in.
error-answer-not-vendor = U werkt hier voor { $organisation }. Antwoorden geven alleen leveranciers.
error-not-yours = Dit is van { $organisation }. Alleen wie het zei, kan het intrekken.
error-reading-missing = Schrijf op hoe u de eis leest.
error-reading-stale = De tekst is veranderd nadat { $organisation } dit schreef. Vraag om een nieuwe lezing.
error-reading-own = Dit is uw eigen lezing. De andere partij bevestigt haar.
error-own-answers-broken = Het bestand met uw eerdere antwoorden ({ $path }) is niet te gebruiken ({ $reason }). Antwoorden in deze werkruimte blijft gewoon mogelijk. Verplaats het bestand; het programma begint dan een nieuw.
