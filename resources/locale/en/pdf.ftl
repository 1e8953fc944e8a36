# PDF files.
format-pdf = PDF, accessible and archivable (*.pdf)
pdf-page = Page { $page } of { $pages }
pdf-untitled = Untitled
error-cannot-make-pdf = No PDF could be made of this document ({ $said }). Choose another format, such as HTML.
