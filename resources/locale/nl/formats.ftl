format-md = Markdown (*.md)
format-html = Leesversie (*.html)
format-xlsx = Antwoordblad voor leveranciers (*.xlsx)
formats-export = schrijven
formats-import = inlezen
formats-readable = Alles wat te lezen is
cli-formats = toon in welke vormen u teksten kunt wegschrijven en inlezen
error-unknown-suffix = Coauthor kan { $path } niet inlezen. Het leest bestanden met deze namen: { $known }.
