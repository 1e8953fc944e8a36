# PDF files.
format-pdf = PDF, accessible and archivable (*.pdf)
pdf-page = Page { $page } of { $pages }
pdf-untitled = Untitled
error-cannot-make-pdf = No PDF could be made of this document ({ $said }). Choose another format, such as HTML.
error-pdf-unfit = { $path } is no PDF that can be read. Nothing was read. Ask the sender for the file again, preferably as a Word or Excel file.
error-pdf-encrypted = { $path } is protected with a password. Nothing was read. Ask the sender for a PDF without a password, preferably for the Word or Excel file itself.
error-pdf-too-large = { $path } is too large to read: more than { $pages } pages, or too much text. Nothing was read. Split the file.
error-pdf-no-text = { $path } holds no words, only pictures, as of a scan. Nothing was read. Have the text recognised, or ask for the Word or Excel file.
