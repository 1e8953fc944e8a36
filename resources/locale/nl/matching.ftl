cli-match = vergelijk een bestaand document met een standaard: hoeveel staat er al in
match-same = gelijk
match-nearly = bijna gelijk
match-related = verwant
match-own = eigen
match-line = { $likeness } aan { $code }, { $percent } % van de woorden
match-summary =
    { $percent } % van dit document staat al in { $standard } { $release }:
    { $same } gelijk, { $nearly } bijna gelijk, { $related } verwant, { $own } eigen, van { $all } bepalingen.
error-no-requirements = { $path }: hierin staan geen eisen die te vergelijken zijn. Kies een bestand met eisen: Markdown, Excel (.xlsx) of CSV.
