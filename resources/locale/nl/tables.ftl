# Tabellen: rekenbladen en CSV
format-xlsx = Tabel van de eisen, voor Excel (*.xlsx)
format-ods = Tabel van de eisen, voor LibreOffice (*.ods)
format-answers = Antwoordblad voor leveranciers (*.xlsx)
table-sheet = Eisen
csv-type-more = vervolg
error-table-no-text = In { $path } is geen kolom met teksten van eisen gevonden. { $heads ->
    [none] Zet boven de kolom met de teksten het woord Tekst of Omschrijving.
   *[other] De kolommen heten: { $heads }. Noem er een Tekst of Omschrijving, of kies zelf welke kolom de tekst is.
}
import-note-sheet-left = Niet ingelezen: dit blad heeft geen kolom met eisen ({ $rows ->
    [one] 1 rij
   *[other] { $rows } rijen
}).
import-note-sheet-hidden = Niet ingelezen: dit blad is verborgen ({ $rows ->
    [one] 1 rij
   *[other] { $rows } rijen
}). Kies het blad als het erbij hoort.
import-note-columns-left = { $count ->
    [one] Deze kolom is weggelaten: { $columns }.
   *[other] Deze { $count } kolommen zijn weggelaten: { $columns }.
}
import-note-columns-hidden = { $count ->
    [one] Deze verborgen kolom is meegenomen: { $columns }.
   *[other] Deze { $count } verborgen kolommen zijn meegenomen: { $columns }.
}
import-note-rows-hidden = { $count ->
    [one] 1 verborgen rij is meegenomen.
   *[other] { $count } verborgen rijen zijn meegenomen.
}
import-note-code-date = { $count ->
    [one] 1 nummer is in het bestand een datum (rij { $row }: { $code }). Excel maakt van een nummer als 3-4 een datum. Verbeter het nummer na het inlezen.
   *[other] { $count } nummers zijn in het bestand een datum (de eerste op rij { $row }: { $code }). Excel maakt van een nummer als 3-4 een datum. Verbeter de nummers na het inlezen.
}
import-note-struck = { $count ->
    [one] In 1 cel is tekst doorgehaald (rij { $row }). Die tekst is meegenomen als gewone tekst; haal weg wat niet meer geldt.
   *[other] In { $count } cellen is tekst doorgehaald (de eerste op rij { $row }). Die tekst is meegenomen als gewone tekst; haal weg wat niet meer geldt.
}
import-note-formulas = { $count ->
    [one] 1 cel is een formule. De uitkomst is overgenomen zoals die was toen het bestand werd opgeslagen.
   *[other] { $count } cellen zijn formules. De uitkomsten zijn overgenomen zoals die waren toen het bestand werd opgeslagen.
}
import-note-formulas-empty = { $count ->
    [one] 1 formule heeft geen uitkomst (rij { $row }). Open het bestand in Excel, sla het op en lees het opnieuw in.
   *[other] { $count } formules hebben geen uitkomst (de eerste op rij { $row }). Open het bestand in Excel, sla het op en lees het opnieuw in.
}
import-note-code-twice = Nummer { $code } komt vaker voor. Hier staat het nu in de tekst.
import-note-garbled = { $count ->
    [one] Op rij { $row } staat een teken dat niet te lezen is.
   *[other] Op { $count } rijen staan tekens die niet te lezen zijn (de eerste op rij { $row }).
 } Ze staan als � in de tekst. Sla het bestand opnieuw op, als CSV (UTF-8), of verbeter ze hier.
import-note-no-text = { $code ->
    [none] Deze rij heeft geen tekst.
   *[other] Eis { $code } heeft geen tekst.
}
import-note-words = Van deze woorden is niet bekend of ze eis of wens betekenen; ze staan in een veld bij de eis: { $words }
