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
error-answer-not-vendor = U werkt hier voor { $organisation }. Antwoorden geven alleen leveranciers.{ $count ->
    [0] {""}
   *[other] {" "}In deze werkruimte: { $vendors }.
}
error-not-yours = Dit is van { $organisation }. Alleen wie het zei, kan het intrekken.
error-reading-missing = Schrijf op hoe u de eis leest.
error-reading-stale = De tekst is veranderd nadat { $organisation } dit schreef. Vraag om een nieuwe lezing.
error-reading-own = Dit is uw eigen lezing. De andere partij bevestigt haar.
error-own-answers-broken = Het bestand met uw eerdere antwoorden ({ $path }) is niet te gebruiken ({ $reason }). Antwoorden in deze werkruimte blijft gewoon mogelijk. Verplaats het bestand; het programma begint dan een nieuw.

action-answer_clauses = &Antwoorden als leverancier…
action-show_coverage = &Marktdekking…
action-export_coverage = Marktdekking &exporteren…
answer-desk = Antwoorden
answer-title = Antwoorden namens { $vendor }
answer-seen-by = Uw antwoorden ziet iedereen in deze werkruimte: { $others }. Uw eerdere antwoorden elders staan alleen op deze computer.
answer-seen-by-room = wie hem heeft
answer-list = Eisen en wensen
answer-clause = De bepaling
answer-status = Wat er gebeurde
answer-keys = 1–5 antwoord · R eerder antwoord overnemen · Enter toelichting · Ctrl+Enter vastleggen · Del intrekken
answer-column-state = Antwoord
answer-state-offered = eerder beantwoord
answer-knock-out = knock-out
answer-locked = vergrendeld
answer-progress = { $answered } van { $total } beantwoord · { $left } te doen{ $stale ->
    [0] {""}
   *[other] , waarvan { $stale } opnieuw
}
answer-filter-state = Welke bepalingen
answer-filter-open = Te beantwoorden
answer-filter-stale = Tekst veranderd
answer-filter-offered = Eerder beantwoord
answer-filter-answered = Beantwoord
answer-filter-all = Alle
answer-filter-themes = Alle categorieën
answer-filter-no-theme = zonder categorie
answer-filter-theme = { $theme }: { $answered } van { $total }
answer-filter-knock-out = Alleen knock-out
answer-filter-locked = Alleen vergrendeld
answer-filter-words = Zoek in nummer en tekst
answer-key-meets = Voldoet
answer-key-partly = Deels
answer-key-no = Niet
answer-key-roadmap = Planning
answer-key-unacceptable = Niet aanvaardbaar
answer-key-help = Toets { $key } in de lijst, Alt+{ $key } overal
answer-explanation = &Toelichting
answer-explanation-help = Wat wel, wat niet, en waarom
answer-date = &Datum
answer-date-help = De dag waarop u voldoet
answer-size = Om&vang
answer-size-help = Uw eigen raming: S, M, L, of bijvoorbeeld 80 uur, € 5.000 of € 1.200 per jaar
answer-reading = Zo &lezen wij deze eis
answer-reading-help = In uw eigen woorden; de andere partij bevestigt of dat klopt
answer-save = Vastle&ggen
answer-save-reading = L&ezing vastleggen
answer-reuse = Over&nemen
answer-take-back = &Intrekken
answer-more-partly = Licht toe wat wel en wat niet; Ctrl+Enter legt vast.
answer-more-roadmap = Vul de datum in; Enter legt vast.
answer-more-unacceptable = Noem de reden; Ctrl+Enter legt vast.
answer-choose-first = Kies eerst een antwoord: 1 tot en met 5.
answer-said = { $clause } is beantwoord.
answer-taken-back = Het antwoord op { $clause } is ingetrokken.
answer-read = Uw lezing van { $clause } is vastgelegd.
answer-all-done = Alles in deze lijst is beantwoord. Deel uw antwoorden met Shift+F5 in het hoofdvenster.
answer-none-left = In deze lijst staat niets meer. Kies hierboven andere bepalingen.
answer-nothing-asked = In dit document staat niets waarop een antwoord wordt gevraagd.
answer-busy = Even geduld…
answer-recovered = { $count ->
    [one] Bij 1 bepaling staat uw tekst van eerder weer klaar; vastgelegd is hij nog niet.
   *[other] Bij { $count } bepalingen staat uw tekst van eerder weer klaar; vastgelegd is hij nog niet.
}
answer-drafts = { $count ->
    [one] Bij 1 bepaling staat tekst die niet is vastgelegd. Weggooien?
   *[other] Bij { $count } bepalingen staat tekst die niet is vastgelegd. Weggooien?
}
answer-own = Uw antwoord: { $answer } ({ $date })
answer-own-stale = De tekst is veranderd na uw antwoord: { $answer } ({ $date }). Antwoord opnieuw.
answer-offer-same = Eerder op dezelfde tekst: { $answer } ({ $place }, { $date }). R neemt dit over.
answer-offer-changed = Eerder op een andere tekst: { $answer } ({ $place }, { $date }). R zet dit klaar om na te lopen.
answer-changed-words = Wat er sinds toen veranderde
answer-changed-unknown = De tekst van toen is op deze computer niet bewaard.
answer-locked-route = Vergrendeld: hierop wordt niet geconcurreerd. „Deels”, „niet” en „niet aanvaardbaar” gelden als niet aanvaardbaar en zijn niet goed te maken met punten elders. Moet de eis anders? Doe een voorstel: de beheerders van de standaard beslissen, met advies van een CISO.
answer-look-first = Dit antwoord hoorde bij een andere tekst of vult aan wat u schreef. Loop het na; Ctrl+Enter legt vast.
answer-date-passed = De datum van toen is voorbij. Kies een nieuwe; Enter legt vast.
answer-many = Meer bepalingen tegelijk beantwoorden
answer-many-help = Elke gekozen bepaling krijgt hetzelfde antwoord. U kunt het daarna per bepaling veranderen.
answer-many-accept = &Beantwoorden
answer-many-what = { $count } bepalingen: { $answer }
answer-many-again = { $count ->
    [one] 1 daarvan is al beantwoord; dit antwoord komt ervoor in de plaats.
   *[other] { $count } daarvan zijn al beantwoord; dit antwoord komt ervoor in de plaats.
}
answer-many-locked = { $count ->
    [one] 1 daarvan is vergrendeld: daar geldt dit antwoord als niet aanvaardbaar.
   *[other] { $count } daarvan zijn vergrendeld: daar geldt dit antwoord als niet aanvaardbaar.
}
answer-many-busy = { $count } beantwoord…
answer-many-said = { $count ->
    [one] 1 bepaling beantwoord.
   *[other] { $count } bepalingen beantwoord.
}
answer-reuse-all = Eerdere antwoorden overnemen
answer-reuse-all-help = Alleen antwoorden op precies dezelfde tekst. Toezeggingen waarvan de datum voorbij is, blijven liggen.
answer-reuse-all-accept = &Overnemen
answer-reuse-all-button = { $count ->
    [one] 1 eerder antwoord overnemen…
   *[other] { $count } eerdere antwoorden overnemen…
}
answer-reuse-from = { $count ->
    [one] 1 antwoord
   *[other] { $count } antwoorden
} uit { $place }
readings-title = Zo lezen partijen deze eis
reading-state-stale = De tekst is daarna veranderd; deze lezing telt niet meer.
reading-state-shared = Bevestigd door { $others }: beide kanten lezen het zo.
reading-state-held = Bevestigd door { $others }; nog niet door de andere kant.
reading-state-alone = Nog niet bevestigd.

coverage-table-help = Enter gaat naar de bepaling in het document. Een druk op de kop van een kolom sorteert.
coverage-detail = Wie wat antwoordde
coverage-go = &Ga naar de bepaling
coverage-export = E&xporteren…
coverage-file = marktdekking
coverage-format-xlsx = Rekenblad (*.xlsx)
coverage-format-html = Webpagina (*.html)
coverage-filter-all = Alle bepalingen
coverage-filter-warned = Met een waarschuwing
coverage-filter-knock-out = Knock-out
coverage-filter-locked = Vergrendeld
coverage-filter-unanswered = Nog zonder antwoord
coverage-filter-stale = Antwoord op een eerdere tekst
coverage-filter-untested = Nog niet marktgetoetst
coverage-order = Volgorde: { $by }
coverage-order-document = zoals in het document
coverage-order-name = Volgorde
warning-short-knock-out-one = knock-out: 1 voldoet
warning-short-knock-out-none = knock-out: niemand voldoet
warning-short-locked-refused = vergrendeld: niet aanvaardbaar antwoord
warning-short-only-proposer = alleen de indiener voldoet
warning-short-one-vendor-wording = tekst van één leverancier
warning-short-roadmap-late = toezegging te laat
warning-short-outdated = alleen antwoorden op eerdere tekst
market-section = Markt
reading-by = { $organisation } leest:
reading-confirm = Zo lezen wij het ook
reading-confirm-help = Uw organisatie bevestigt deze lezing
reading-withdraw = Intrekken
reading-withdraw-help = Uw organisatie leest het niet meer zo

answer-for-whom = Voor welke leverancier antwoordt u?
answer-for-whom-help = Uw antwoorden gelden voor deze organisatie. Iedereen in de werkruimte ziet haar naam, niet de uwe.
answer-for-whom-accept = &Verder
answer-for-whom-choose = Andere organisatie…

warning-knock-out-one-locked = Knock-outeis: alleen { $vendor } voldoet, van { $count ->
    [one] de 1 leverancier die antwoordde
   *[other] de { $count } leveranciers die antwoordden
}. Er valt zo weinig te kiezen. De eis is vergrendeld en blijft: vraag de anderen wanneer zij eraan voldoen.
warning-knock-out-none-locked = Knock-outeis: geen enkele leverancier voldoet, van { $count ->
    [one] de 1 die antwoordde
   *[other] de { $count } die antwoordden
}. Zo mislukt de aanbesteding. De eis is vergrendeld en blijft: vraag wanneer de leveranciers eraan voldoen.
