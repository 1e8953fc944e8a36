# Voorstellen: een wijziging die wordt aangeboden in plaats van gemaakt.
transaction-accept-suggestion = voorstel overgenomen
transaction-reject-suggestion = voorstel afgewezen
error-nothing-to-suggest = U stelt voor { $clause } niets anders voor dan er al staat.
error-no-such-suggestion = Er is niet precies één voorstel „{ $suggestion }”. Kijk met „coauthor suggestions” welke er zijn.
error-no-such-change = Dit voorstel heeft geen wijziging { $number }.
error-suggestion-decided = Over dit voorstel voor { $clause } is al beslist.
error-suggestion-clause-gone = { $clause } staat niet meer in het document. Zet de bepaling terug om het voorstel te kunnen overnemen.
error-suggestion-collides = In { $clause } zijn dezelfde woorden intussen anders geworden. Kies welke tekst er moet staan.
error-suggestion-not-ours = Alleen { $organisation } kan dit voorstel intrekken. U kunt het afwijzen.
cli-suggestions = toon de voorstellen in een werkruimte en wat ervan geworden is
cli-suggest = stel een andere tekst voor een bepaling voor, zonder de tekst te wijzigen
cli-accept = neem een voorstel over, of met --changes enkele wijzigingen ervan
cli-suggested = Voorgesteld voor { $clause }: { $suggestion }
cli-suggestion-accepted = Voorstel overgenomen: { $organisation }
cli-suggestion-rejected = Voorstel afgewezen: { $organisation }
suggestion-state-open = open
suggestion-state-accepted = overgenomen
suggestion-state-rejected = afgewezen
suggestion-state-partly = deels overgenomen
suggestion-state-withdrawn = ingetrokken
suggestion-collides = botst met een latere wijziging
history-suggested = Voorgesteld door { $organisations }
transaction-suggest = voorstel
transaction-withdraw-suggestion = voorstel ingetrokken
error-only-suggesting = In de voorstelmodus verandert de tekst niet. Typ in een bepaling wat u voorstelt, of zet de modus uit.
error-suggest-clauses-only = Voorstellen doet u op een bepaling. Koppen en tussentekst kunt u hier niet wijzigen; zeg het in het overleg.
action-suggest_mode = &Voorstellen in plaats van wijzigen
action-next_suggestion = Volgende voorgestelde &wijziging
action-previous_suggestion = Vo&rige voorgestelde wijziging
action-accept_change = Voorgestelde wijziging over&nemen
action-reject_change = Voorgestelde wijziging &afwijzen…
action-accept_suggestion = Heel voor&stel overnemen
action-reject_suggestion = Heel voorstel a&fwijzen…
action-show_suggestions = Voors&tellen naast elkaar
suggest-mode-on = ✎ Voorstelmodus
suggest-mode-help = Wat u in een bepaling typt, wordt een voorstel. Druk hier om weer gewoon te schrijven.
suggest-mode-told = Voorstelmodus: wat u in een bepaling typt, wordt een voorstel. De tekst zelf verandert niet.
suggest-mode-forced = U kunt hier voorstellen doen. Wat u in een bepaling typt, wordt een voorstel; de tekst zelf verandert niet.
suggest-reader = U leest hier mee. De tekst wijzigen of voorstellen doen kan wie daarvoor een rol heeft.
suggest-mode-off = Gewoon schrijven
suggest-recovered =
    { $count ->
        [one] Eén voorstel was nog niet bewaard toen het programma stopte. Het is hersteld.
       *[other] { $count } voorstellen waren nog niet bewaard toen het programma stopte. Ze zijn hersteld.
    }
suggestions-title = Voorstellen
suggestions-count =
    { $count ->
        [0] Voor deze bepaling is niets voorgesteld.
        [one] Eén voorstel wacht op een besluit.
       *[other] { $count } voorstellen wachten op een besluit.
    }
suggestions-none = Er wachten hier geen voorstellen.
suggestions-sign =
    { $count ->
        [one] 1 voorstel
       *[other] { $count } voorstellen
    }
suggestions-waiting =
    { $count ->
        [one] ✎ Voorstel bij 1 bepaling
       *[other] ✎ Voorstellen bij { $count } bepalingen
    }
suggestions-waiting-help = Druk om naar de volgende voorgestelde wijziging te gaan (Ctrl+F7).
suggestions-beside = Naast elkaar tonen
lane-suggestion = Voorstel van { $organisation }
suggestion-nobody = zonder organisatie
suggestion-edit =
    { $count ->
        [one] 1 wijziging
       *[other] { $count } wijzigingen
    }
suggestion-add = nieuwe bepaling
suggestion-remove = bepaling weglaten
suggestion-goes = weg: „{ $words }”
suggestion-comes = erbij: „{ $words }”
suggestion-spoken = Voorstel van { $organisation }: { $changes }.
suggestion-layout = andere regels en witruimte
suggestion-present = staat er al
suggestion-near = Vlak daarbij is de tekst intussen gewijzigd. Lees de zin na.
suggestion-collision = Hier is intussen iets anders komen te staan: „{ $now }”
suggestion-anyway = Toch overnemen
suggestion-accept = Overnemen
suggestion-accept-all = Alles overnemen
suggestion-accept-rest = Overnemen wat past
suggestion-accept-one = Wijziging { $number } overnemen
suggestion-reject = Afwijzen…
suggestion-reject-all = Alles afwijzen…
suggestion-reject-one = Wijziging { $number } afwijzen…
suggestion-withdraw = Intrekken
suggestion-explain = Toelichten…
suggestion-why = Waarom
suggestion-why-help = In een of twee zinnen.
suggestion-refuse = Voorstel afwijzen
suggestion-refuse-help = Wie dit voorstelde, ziet de reden.
suggestion-refuse-accept = Afwijzen
suggestion-reason = Voorstel toelichten
suggestion-reason-help = Zeg waarom u dit voorstelt. Anderen lezen het bij het voorstel.
suggestion-reason-accept = Toelichten
suggest-remove = Voorstellen om weg te laten
suggest-remove-help = De bepaling blijft staan totdat iemand dit voorstel overneemt.
suggest-remove-accept = Voorstellen
suggest-new = Nieuwe bepaling voorstellen
suggest-new-help = De bepaling komt achter de bepaling waarin u nu bent, zodra iemand dit voorstel overneemt.
suggest-new-accept = Voorstellen
