# Tables: spreadsheets and CSV
format-xlsx = Table of the requirements, for Excel (*.xlsx)
format-ods = Table of the requirements, for LibreOffice (*.ods)
format-answers = Answer sheet for vendors (*.xlsx)
table-sheet = Requirements
csv-type-more = continued
error-table-no-text = No column with texts of requirements was found in { $path }. { $heads ->
    [none] Put the word Text or Description above the column with the texts.
   *[other] The columns are called: { $heads }. Call one Text or Description, or choose yourself which column is the text.
}
import-note-sheet-left = Not read: this sheet has no column with requirements ({ $rows ->
    [one] 1 row
   *[other] { $rows } rows
}).
import-note-sheet-hidden = Not read: this sheet is hidden ({ $rows ->
    [one] 1 row
   *[other] { $rows } rows
}). Choose the sheet if it belongs to it.
import-note-columns-left = { $count ->
    [one] This column was left out: { $columns }.
   *[other] These { $count } columns were left out: { $columns }.
}
import-note-columns-hidden = { $count ->
    [one] This hidden column was taken along: { $columns }.
   *[other] These { $count } hidden columns were taken along: { $columns }.
}
import-note-rows-hidden = { $count ->
    [one] 1 hidden row was read as well.
   *[other] { $count } hidden rows were read as well.
}
import-note-code-date = { $count ->
    [one] 1 number is a date in the file (row { $row }: { $code }). Excel turns a number such as 3-4 into a date. Correct the number after reading.
   *[other] { $count } numbers are dates in the file (the first in row { $row }: { $code }). Excel turns a number such as 3-4 into a date. Correct the numbers after reading.
}
import-note-struck = { $count ->
    [one] In 1 cell text is struck out (row { $row }). It was taken as ordinary text; remove what no longer holds.
   *[other] In { $count } cells text is struck out (the first in row { $row }). It was taken as ordinary text; remove what no longer holds.
}
import-note-formulas = { $count ->
    [one] 1 cell is a formula. Its outcome was taken as it was when the file was saved.
   *[other] { $count } cells are formulas. Their outcomes were taken as they were when the file was saved.
}
import-note-formulas-empty = { $count ->
    [one] 1 formula has no outcome (row { $row }). Open the file in Excel, save it and read it again.
   *[other] { $count } formulas have no outcome (the first in row { $row }). Open the file in Excel, save it and read it again.
}
import-note-code-twice = Number { $code } occurs more than once. Here it now stands in the text.
import-note-garbled = { $count ->
    [one] Row { $row } has a sign that cannot be read.
   *[other] { $count } rows have signs that cannot be read (the first is row { $row }).
 } They stand as � in the text. Save the file again, as CSV (UTF-8), or mend them here.
import-note-no-text = { $code ->
    [none] This row has no text.
   *[other] Requirement { $code } has no text.
}
import-note-words = Of these words it is not known whether they mean a demand or a wish; they stand in a field of the requirement: { $words }
