# PDF-bestanden.
format-pdf = PDF, toegankelijk en om te bewaren (*.pdf)
pdf-page = Pagina { $page } van { $pages }
pdf-untitled = Zonder titel
error-cannot-make-pdf = Van dit document kon geen PDF worden gemaakt ({ $said }). Kies een andere vorm, zoals HTML.
error-pdf-unfit = { $path } is geen PDF die te lezen is. Er is niets ingelezen. Vraag de afzender om het bestand opnieuw, liefst als Word- of Excelbestand.
error-pdf-encrypted = { $path } is met een wachtwoord beveiligd. Er is niets ingelezen. Vraag de afzender om een PDF zonder wachtwoord, liefst om het Word- of Excelbestand zelf.
error-pdf-too-large = { $path } is te groot om te lezen: meer dan { $pages } pagina’s, of te veel tekst. Er is niets ingelezen. Splits het bestand.
error-pdf-no-text = In { $path } staan geen woorden, alleen afbeeldingen, zoals van een scan. Er is niets ingelezen. Laat er tekstherkenning op doen, of vraag om het Word- of Excelbestand.
