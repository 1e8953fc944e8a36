# PDF-bestanden.
format-pdf = PDF, toegankelijk en om te bewaren (*.pdf)
pdf-page = Pagina { $page } van { $pages }
pdf-untitled = Zonder titel
error-cannot-make-pdf = Van dit document kon geen PDF worden gemaakt ({ $said }). Kies een andere vorm, zoals HTML.
error-pdf-stopped = De PDF kwam niet af: het maken is gestopt, meestal omdat er te weinig geheugen vrij is. Een document van duizend bladzijden vraagt ongeveer 1,5 GB. Er is niets veranderd. Sluit andere programma’s en probeer het opnieuw, of kies Word of HTML.
error-pdf-unfit = { $path } is geen PDF die te lezen is. Er is niets ingelezen. Vraag de afzender om het bestand opnieuw, liefst als Word- of Excelbestand.
error-pdf-encrypted = { $path } is met een wachtwoord beveiligd. Er is niets ingelezen. Vraag de afzender om een PDF zonder wachtwoord, liefst om het Word- of Excelbestand zelf.
error-pdf-too-large = { $path } is te groot om te lezen: meer dan { $pages } pagina’s, of te veel tekst. Er is niets ingelezen. Splits het bestand.
error-pdf-no-text = In { $path } staan geen woorden, alleen afbeeldingen, zoals van een scan. Er is niets ingelezen. Laat er tekstherkenning op doen, of vraag om het Word- of Excelbestand.
import-note-pdf = Een PDF bewaart geen opbouw. Koppen, lijsten en alinea’s zijn afgeleid uit grootte en plaats; tabellen komen als regels in, afbeeldingen niet. Kijk de tekst na, of lees liever het Word- of Excelbestand in.
import-note-pdf-silent = { $count ->
    [one] Op deze pagina staan
   *[other] Op { $count } pagina’s staan
 } geen woorden, misschien een afbeelding of een scan. Er kwam niets van in.
import-note-pdf-edge = Weggelaten, want dit staat boven- of onderaan veel pagina’s: { $words }
import-note-pdf-contents = De inhoudsopgave is weggelaten ({ $count ->
    [one] 1 regel
   *[other] { $count } regels
 }); de koppen zelf staan in de tekst.
