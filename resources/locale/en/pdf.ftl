# PDF files.
format-pdf = PDF, accessible and archivable (*.pdf)
pdf-page = Page { $page } of { $pages }
pdf-untitled = Untitled
error-cannot-make-pdf = No PDF could be made of this document ({ $said }). Choose another format, such as HTML.
error-pdf-stopped = The PDF was not finished: making it was stopped, mostly because too little memory is free. A document of a thousand pages takes about 1.5 GB. Nothing has changed. Close other programs and try again, or choose Word or HTML.
error-pdf-unfit = { $path } is no PDF that can be read. Nothing was read. Ask the sender for the file again, preferably as a Word or Excel file.
error-pdf-encrypted = { $path } is protected with a password. Nothing was read. Ask the sender for a PDF without a password, preferably for the Word or Excel file itself.
error-pdf-too-large = { $path } is too large to read: more than { $pages } pages, or too much text. Nothing was read. Split the file.
error-pdf-no-text = { $path } holds no words, only pictures, as of a scan. Nothing was read. Have the text recognised, or ask for the Word or Excel file.
import-note-pdf = A PDF keeps no structure. Headings, lists and paragraphs are derived from size and place; tables come in as lines, pictures do not. Check the text, or rather bring in the Word or Excel file.
import-note-pdf-silent = { $count ->
    [one] This page holds
   *[other] { $count } pages hold
 } no words, perhaps a picture or a scan. Nothing of that came in.
import-note-pdf-edge = Left out, because it stands at the top or the foot of many pages: { $words }
import-note-pdf-contents = The list of contents is left out ({ $count ->
    [one] 1 line
   *[other] { $count } lines
 }); the headings themselves stand in the text.
