# Een tekst naast de standaard
matching-title = Vergelijken met de standaard
matching-heading = Uw tekst naast { $standard }
matching-share = { $percent } % van uw bepalingen staat al in de standaard; dat is { $words } % van uw woorden.
transaction-match = bepalingen van de standaard geworden
matching-busy = Uw tekst wordt vergeleken met de standaard…
matching-threshold = &Vanaf
matching-threshold-help = Aandeel van de woorden dat gelijk is
matching-above = &Accepteer { $count ->
    [one] 1 bepaling
   *[other] { $count } bepalingen
} daarboven
matching-above-help = Accepteert wat gelijk of bijna gelijk is en nog niet beslist is. U kunt het ongedaan maken.
matching-table = Bepalingen naast de standaard
matching-table-help = Enter accepteert, N wijst af, Ctrl+Z maakt ongedaan
matching-column-likeness = Gelijkenis
matching-column-code = Nummer
matching-column-text = Uw tekst
matching-column-standard = In de standaard
matching-column-share = %
matching-column-decision = Besluit
matching-yes = geaccepteerd
matching-no = niet deze
matching-settled = is standaard
matching-candidates = &In de standaard
matching-accept = Acce&pteren
matching-accept-help = Deze bepaling wordt die van de standaard (Enter)
matching-refuse = &Niet deze
matching-refuse-help = Deze bepaling blijft van uzelf (N)
matching-undo = Ongedaan &maken
matching-undo-help = Neemt het laatste besluit terug (Ctrl+Z)
matching-ours = Uw tekst (onderstreept: staat niet in de standaard)
matching-theirs = De standaard (doorgestreept: staat niet in uw tekst)
matching-show-all = Alles ({ $count })
matching-show-open = Nog te beslissen ({ $count })
matching-show-same = Gelijk ({ $count })
matching-show-nearly = Bijna gelijk ({ $count })
matching-show-related = Verwant ({ $count })
matching-show-own = Eigen ({ $count })
matching-show-yes = Geaccepteerd ({ $count })
matching-report = &Rapport opslaan…
matching-report-help = Eén bladzijde met het aandeel, een beeld en de lijsten
matching-close = S&luiten
matching-locked = Vergrendeld: na het accepteren geldt de tekst van de standaard. Die van u blijft staan als opmerking bij de bepaling.
matching-take = Neem { $count ->
    [one] 1 bepaling
   *[other] { $count } bepalingen
} over
matching-take-help = Er verandert pas iets als u hier kiest. Daarna kunt u het nog ongedaan maken.
matching-leave = U accepteerde { $count ->
    [one] 1 bepaling
   *[other] { $count } bepalingen
}, maar nam nog niets over. Toch sluiten? Dan blijft uw tekst zoals hij is.
matching-which = Met welke standaard vergelijkt u?
matching-which-help = Dit document komt daarna naast die standaard te staan. Uw tekst blijft zoals zij is.
matching-which-accept = Vergelijken
matching-which-standard = &Standaard
action-compare_with_standard = &Vergelijken met de standaard…
matching-report-title = { $title } naast de standaard
matching-report-beside = Vergeleken met { $standard } op { $day }
matching-report-share = van de bepalingen staat al in de standaard.
matching-report-words = Die bepalingen bevatten { $percent } % van de woorden.
matching-report-counts = Aantal bepalingen naar gelijkenis met de standaard
matching-report-meaning = Wat dat betekent
matching-report-number = Aantal
matching-report-lists = De bepalingen
matching-report-more = { $count ->
    [one] En nog 1 bepaling.
   *[other] En nog { $count } bepalingen.
}
matching-report-about = De gelijkenis is berekend uit de woorden. Een mens beslist wat hetzelfde betekent.
matching-means-same = De standaard zegt hetzelfde.
matching-means-nearly = De standaard zegt het bijna zo; verschillen zijn aangegeven.
matching-means-related = De standaard heeft een bepaling over hetzelfde onderwerp.
matching-means-own = De standaard zegt hier niets over.
