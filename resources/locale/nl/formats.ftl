format-md = Markdown (*.md)
format-html = Leesversie (*.html)
formats-export = schrijven
formats-import = inlezen
formats-readable = Alles wat te lezen is
cli-formats = toon in welke vormen u teksten kunt wegschrijven en inlezen
error-unknown-suffix = Coauthor kan { $path } niet inlezen. Het leest bestanden met deze namen: { $known }.
format-csv = Tabel met puntkomma’s, voor Excel in het Nederlands (*.csv)
format-csv-comma = Tabel met komma’s (*.csv)
format-json = JSON, voor andere programma’s (*.json)
csv-code = Nummer
csv-type = Wat het is
csv-kind = Eis of wens
csv-priority = Prioriteit
csv-theme = Thema
csv-level = Niveau
csv-title = Titel
csv-text = Tekst
csv-others = Overige kenmerken
csv-uid = uid (niet wijzigen)
csv-type-clause = bepaling
csv-type-heading = kop
csv-type-prose = tekst
csv-type-omitted = weggelaten
csv-type-withdrawn = vervallen
csv-type-front = gegevens van het document
error-json-unfit = { $path } is geen JSON die Coauthor kent. Kies een bestand dat Coauthor als JSON heeft weggeschreven.
error-json-misfit = In { $path } klopt niet: { $places }. Er is niets ingelezen. De beschrijving van de vorm staat in document.schema.json.
error-csv-unfit = { $path } is geen tabel in CSV die te lezen is. Sla het op als CSV (UTF-8).
error-csv-too-large = { $path } is te groot: meer dan 200.000 rijen of 256 kolommen.
import-new = nieuw
import-changed = gewijzigd
import-same = gelijk
import-absent = staat niet in het bestand, blijft
import-elsewhere = staat in een ander document, blijft daar
import-new-document = een nieuw document
import-would = Er is niets gewijzigd. Dit zou worden: { $document }
import-lost = Deze woorden kregen geen plaats: { $words }
import-update = { $document }: { $new } nieuw, { $changed } gewijzigd, { $same } gelijk, { $absent } niet in het bestand (die blijven).
import-update-elsewhere = { $count ->
    [one] Eén bepaling staat
   *[other] { $count } bepalingen staan
 } al in een ander document en { $count ->
    [one] blijft
   *[other] blijven
 } daar.
import-update-kept = { $count ->
    [one] Eén bepaling blijft zoals die hier sindsdien is geworden (gewijzigd of weggehaald)
   *[other] { $count } bepalingen blijven zoals ze hier sindsdien zijn geworden (gewijzigd of weggehaald)
 }: het bestand heeft daar niets nieuws.
import-update-met = Ook hier is sindsdien geschreven in { $clauses }: waar beide hetzelfde wijzigden, gelden de woorden van het bestand. Kijk of wat er nu staat klopt.
import-update-between = Ook tussen de bepalingen is hier sindsdien geschreven: waar beide hetzelfde wijzigden, gelden de woorden van het bestand. Kijk of wat er nu staat klopt.
transaction-import = tekst uit een bestand overgenomen
error-import-open-first = Dit bestand hoort bij het document „{ $document }”. Open dat document eerst en lees het bestand daar in.
format-reqif = ReqIF, voor programma’s die eisen beheren (*.reqif)
format-reqifz = ReqIF, ingepakt (*.reqifz)
error-xml-unsafe = { $path } is niet gelezen: het bestand verklaart woorden of verwijst op een manier waarmee een klein bestand een computer kan laten vastlopen. Vraag de afzender om een schoon bestand.
error-xml-unfit = { $path } is geen geldige XML. Er is niets ingelezen.
error-reqif-unfit = { $path } is geen ReqIF-bestand. Er is niets ingelezen.
