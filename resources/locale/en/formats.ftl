format-md = Markdown (*.md)
format-html = Reading version (*.html)
formats-export = export
formats-import = import
formats-readable = All that can be read
cli-formats = show the formats in which texts can be exported and imported
error-unknown-suffix = Coauthor cannot read { $path }. It reads files with these names: { $known }.
format-csv = Table with semicolons, for Excel in Dutch (*.csv)
format-csv-comma = Table with commas (*.csv)
format-json = JSON, for other programs (*.json)
csv-code = Code
csv-type = What it is
csv-kind = Requirement or wish
csv-priority = Priority
csv-theme = Theme
csv-level = Level
csv-title = Title
csv-text = Text
csv-others = Other attributes
csv-uid = uid (do not change)
csv-type-clause = clause
csv-type-heading = heading
csv-type-prose = prose
csv-type-omitted = left out
csv-type-withdrawn = withdrawn
csv-type-front = data of the document
error-json-unfit = { $path } is no JSON that Coauthor knows. Choose a file that Coauthor exported as JSON.
error-json-misfit = In { $path } this does not fit: { $places }. Nothing was imported. The format is described in document.schema.json.
error-csv-unfit = { $path } is no table in CSV that can be read. Save it as CSV (UTF-8).
error-csv-too-large = { $path } is too large: more than 200,000 rows or 256 columns.
import-new = new
import-changed = changed
import-same = the same
import-absent = not in the file, stays
import-elsewhere = stands in another document, stays there
import-new-document = a new document
import-would = Nothing was changed. It would become: { $document }
import-lost = These words found no place: { $words }
import-update = { $document }: { $new } new, { $changed } changed, { $same } the same, { $absent } not in the file (those stay).
import-update-elsewhere = { $count ->
    [one] One clause stands
   *[other] { $count } clauses stand
 } in another document already and { $count ->
    [one] stays
   *[other] stay
 } there.
import-update-kept = { $count ->
    [one] One clause stays as it has become here since (changed or removed)
   *[other] { $count } clauses stay as they have become here since (changed or removed)
 }: the file has nothing new there.
import-update-met = Somebody wrote here, too, since then in { $clauses }: where both changed the same words, those of the file stand. See whether what stands there now is right.
import-update-between = Somebody wrote here since then between the clauses, too: where both changed the same, the words of the file stand. See whether what stands there now is right.
transaction-import = text taken over from a file
error-import-open-first = This file belongs to the document “{ $document }”. Open that document first and import the file there.
format-reqif = ReqIF, for programs that manage requirements (*.reqif)
format-reqifz = ReqIF, packed (*.reqifz)
error-xml-unsafe = { $path } was not read: the file declares words or refers in a way by which a small file can bring a computer to a halt. Ask the sender for a clean file.
error-xml-unfit = { $path } is no valid XML. Nothing was imported.
error-reqif-unfit = { $path } is no ReqIF file. Nothing was imported.
