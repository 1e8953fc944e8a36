# PDF-bestanden.
format-pdf = PDF, toegankelijk en om te bewaren (*.pdf)
pdf-page = Pagina { $page } van { $pages }
pdf-untitled = Zonder titel
error-cannot-make-pdf = Van dit document kon geen PDF worden gemaakt ({ $said }). Kies een andere vorm, zoals HTML.
