# Reading Word and ODT files

intake-cut-rows = Rows of tables of requirements
import-note-text-contents = The table of contents was left out ({ $count ->
    [one] 1 line
   *[other] { $count } lines
}); the headings themselves are in the text.
import-note-text-edge = Left out, as it stands at the top or bottom of every page: { $words }
import-note-text-ours = This file was made with Coauthor. The title page, the annexes and what the export added to the clauses were left out.
import-note-text-picture = { $count ->
    [one] There is a picture here. It
   *[other] There are { $count } pictures here. They
} did not come in; the text around it did.
import-note-text-footnotes = { $count ->
    [one] The footnote stands
   *[other] The { $count } footnotes stand
} between square brackets in the text, where the mark was.
import-note-text-hidden = There is hidden text here. It came in; see whether that is intended.
import-note-text-raised = Here a number stands a little above or below the text, such as the 2 in m². It now stands on the line itself; correct it where needed.
import-note-text-symbol = There is a sign of a special font here that cannot be read. It is “□” now.
import-note-text-inserted-file = Another file was inserted here. It did not come in; import it by itself.
import-said = In the file: { $remarks ->
    [one] 1 comment
   *[other] { $remarks } comments
} and { $offers ->
    [one] 1 suggestion
   *[other] { $offers } suggestions
}. They are in the conversation, without names unless you ask for them.
