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
match-left = Deze tekst stond in ons document. De standaard heeft hier een vergrendelde tekst; die geldt nu. Wie toch wil afwijken, vraagt ontheffing.
match-became-same = { $count ->
    [one] 1 bepaling is nu de tekst van de standaard.
   *[other] { $count } bepalingen zijn nu de tekst van de standaard.
}
match-became-filled = { $count ->
    [one] 1 bepaling is nu die van de standaard, met uw eigen invulling.
   *[other] { $count } bepalingen zijn nu die van de standaard, met uw eigen invulling.
}
match-became-deviates = { $count ->
    [one] 1 bepaling is nu die van de standaard met een afwijking. Schrijf op waarom u afwijkt.
   *[other] { $count } bepalingen zijn nu die van de standaard met een afwijking. Schrijf op waarom u afwijkt.
}
match-became-locked = { $count ->
    [one] 1 bepaling is vergrendeld: de tekst van de standaard geldt, uw tekst staat als opmerking bij de bepaling.
   *[other] { $count } bepalingen zijn vergrendeld: de tekst van de standaard geldt, uw tekst staat als opmerking bij de bepaling.
}
match-became-part = { $count ->
    [one] 1 bepaling is een deel van een bepaling die er al is; zij noemt haar als herkomst.
   *[other] { $count } bepalingen zijn een deel van een bepaling die er al is; zij noemen haar als herkomst.
}
match-became-gone = { $count ->
    [one] 1 bepaling is er niet meer; daarmee is niets gebeurd.
   *[other] { $count } bepalingen zijn er niet meer; daarmee is niets gebeurd.
}
version-matched = Vergeleken met { $standard }
error-match-no-standard = Deze werkruimte heeft nog geen standaard om mee te vergelijken. Noem er een, bijvoorbeeld „belastingen”, of kies er een in het venster.
error-match-which-standard = Er zijn meer standaarden om mee te vergelijken. Noem er een: { $known }.
error-match-other-release = Deze werkruimte gebruikt { $standard } { $release } al. Vergelijk daarmee, of ga eerst naar de nieuwe uitgave.
error-match-accept-alone = Overnemen kan alleen bij een vergelijking met de standaard. Voeg --match toe.
error-match-accept-unfit = „{ $accept }” is geen aandeel. Schrijf bijvoorbeeld 0.85 of 85%.
