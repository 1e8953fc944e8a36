# De opdrachtregel en de uitvoer.
cli-about = Samen programma's van eisen schrijven: gemeenten en leveranciers, naast een gezamenlijke standaard.
cli-command = OPDRACHT
cli-language = taal van teksten en berichten
cli-open = open het venster, met of zonder werkruimte
cli-example = maak de voorbeeldgemeente in een nieuwe map
cli-new = maak een lege werkruimte
cli-derive = leid een werkruimte af van een standaard (STANDAARD@UITGAVE)
cli-status = toon per document hoeveel er standaard is en wat afwijkt
cli-save = sla een versie op
cli-history = toon de versies, van alles of van één bepaling
cli-compare = vergelijk twee documenten
cli-version = toon de versie van dit programma
cli-help-usage = gebruik
cli-help-positionals = argumenten
cli-help-options = opties
cli-help-help = toon deze uitleg
cli-wrong-required = dit ontbreekt nog: { $what }
cli-wrong-unknown = dit hoort hier niet: { $what }
cli-wrong-value = achter { $what } hoort een waarde
cli-wrong-choice = { $said } kan niet bij { $what }; kies uit { $known }
cli-wrong-unfit = { $said } past niet bij { $what }
cli-import = lees een bestaand bestand in als bepalingen
cli-export = schrijf een document weg in een van de vormen van „formats”
cli-release = stel het nummer van de volgende uitgave voor, of geef een standaard uit
cli-no-display = Er is geen beeldscherm, dus het venster kan niet open. Het werk zonder venster gaat zo:
    { $program } example MAP
    { $program } export MAP/documents/belastingen.md --format html -o programma.html
cli-made = Gemaakt: { $path }
cli-share = Standaardgraad: { $clauses } % van de bepalingen, { $words } % van de woorden
cli-unexplained = { $count ->
    [one] Bij één afwijking ontbreekt nog de reden.
   *[other] Bij { $count } afwijkingen ontbreekt nog de reden.
  }
cli-locked-changed = { $count ->
    [one] Eén vergrendelde bepaling wijkt af van de standaard.
   *[other] { $count } vergrendelde bepalingen wijken af van de standaard.
  }
cli-problem = Regel { $line }: { $problem }
cli-saved = Versie opgeslagen: { $message } ({ $version })
cli-imported = Ingelezen in { $path }: { $clauses } bepalingen.
cli-import-like = Dit bestand lijkt op „{ $title }”: { $count } van de { $clauses } bepalingen staan daar al. Om dat document bij te werken in plaats van een nieuw te maken: --document { $name }.
cli-exported = Weggeschreven: { $path }
cli-released = Uitgave { $release } is gemaakt.
new-title = Programma van eisen { $organisation }
version-created = Begonnen
version-derived = Afgeleid van { $standard }, uitgave { $release }
version-imported = { $file } ingelezen
version-released = Uitgave { $release }
version-outside = Van buiten veranderde tekst, bewaard
export-draft = concept
export-skip = Naar de inhoud
export-derived-from = afgeleid van { $standard }
export-example = Voorbeeld met verzonnen namen – niet vastgesteld door enige organisatie.
export-share = { $percent } % van de bepalingen is standaard.
export-legend = Aantal bepalingen naar herkomst
export-contents = Inhoud
export-change = Verschil met de standaard
export-removed = verwijderd:
export-added = toegevoegd:
answer-meets = Ja
answer-partly = Deels
answer-no = Nee
