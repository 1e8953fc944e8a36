format-md = Markdown (*.md)
format-html = Reading version (*.html)
format-xlsx = Answer sheet for vendors (*.xlsx)
formats-export = export
formats-import = import
formats-readable = All that can be read
cli-formats = show the formats in which texts can be exported and imported
error-unknown-suffix = Coauthor cannot read { $path }. It reads files with these names: { $known }.
