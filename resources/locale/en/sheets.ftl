# The answer sheet for vendors, and reading it back.
sheet-answers = Answers
sheet-legend = Legend
sheet-uid = Identity
sheet-text-digest = Identity of the text
sheet-code = No
sheet-kind = Kind
sheet-theme = Category
sheet-chapter = Chapter
sheet-title = Title
sheet-body = Description
sheet-rationale = Why
sheet-acceptance = How it is judged
sheet-answer = Answer
sheet-answer-help = Choose an answer from the list.
sheet-answer-error = Choose an answer from the list.
sheet-date = Date
sheet-date-help = Only with “On the roadmap”: the day on which you meet it.
sheet-date-error = Fill in a date, such as 2027-07-01.
sheet-explanation = Vendor's explanation
sheet-size = Size
sheet-size-help = Your own estimate: S, M, L, or for example 80 hours, € 5.000 or € 1.200 a year. May stay empty.
sheet-reading = How we read this
sheet-reading-help = How you understand this requirement, in your own words. May stay empty.
sheet-legend-vendor = Name of your organisation
sheet-legend-document = Document
sheet-legend-organisation = Buyer
sheet-legend-version = Version
sheet-legend-text = Identity of the whole text
sheet-legend-fill = Fill in the name of your organisation above, and the white cells on the first sheet. Grey is text of the buyer, which you cannot change. An answer to a changed text is not read.
sheet-legend-locked = You can make columns and rows wider and higher, and filter.
sheet-legend-sort = Do you want to sort, or to add columns? Take the protection off the sheet first; that needs no password. The hidden identities keep your answer with its clause.
sheet-legend-keep = Leave the heads of the columns as they are, write no formulas and merge no cells.
sheet-legend-back = Send the file back as XLSX. A form that comes later replaces what differs in it; an empty answer withdraws nothing.
sheet-means-meets = You meet it now, without reserve.
sheet-means-partly = You meet a part of it now. Explain what you do and what you do not.
sheet-means-no = You do not meet it. Explain why, or what you offer instead.
sheet-means-roadmap = You do not meet it yet, but will on the date that you name.
sheet-means-unacceptable = With this clause you cannot take part. Name the reason.

cli-collect-answers = read answer sheets that vendors sent back
sheets-brings = { $answers ->
    [0] no new answers
    [one] 1 new answer
   *[other] { $answers } new answers
}{ $readings ->
    [0] {""}
    [one] , 1 reading
   *[other] , { $readings } readings
}{ $known ->
    [0] {""}
   *[other] ; { $known } known already
}
sheets-would = { $count ->
    [0] Nothing new comes in.
    [one] 1 message comes in
   *[other] { $count } messages come in
}{ $count ->
    [0] {""}
   *[other] {""} from { $vendors ->
        [one] 1 vendor.
       *[other] { $vendors } vendors.
    }
}{ $refused ->
    [0] {""}
    [one] {" "}1 row does not fit.
   *[other] {" "}{ $refused } rows do not fit.
}
sheets-done = { $count ->
    [0] Nothing new was read.
    [one] 1 message was read
   *[other] { $count } messages were read
}{ $count ->
    [0] {""}
   *[other] {""} from { $vendors ->
        [one] 1 vendor.
       *[other] { $vendors } vendors.
    }
}{ $refused ->
    [0] {""}
    [one] {" "}1 row does not fit.
   *[other] {" "}{ $refused } rows do not fit.
}
sheets-stale = { $count ->
    [one] 1 answer belongs to an earlier text and counts as outdated: { $clauses }
   *[other] { $count } answers belong to an earlier text and count as outdated: { $clauses }
}
sheets-place = { $sheet } row { $row }
sheet-why-formula = There is a formula; ask for a plain answer.
sheet-why-merged = Cells were merged; it is not certain to which row the answer belongs.
sheet-why-no-clause = Beside “{ $said }” stands no identity of a clause.
sheet-why-no-mark = The hidden identity of the text is gone or was changed; it is not certain which text was answered.
sheet-why-text-changed = The text of the question was changed in the form, or some of the columns were sorted apart.
error-sheet-answer-missing = There is an explanation, date or size, and no answer.
error-sheet-word-unknown = “{ $said }” is no answer from the list.
error-sheet-date-elsewhere = “{ $said }” has a date ({ $date }); that belongs to “On the roadmap” only.
error-sheet-date-unclear = “{ $date }” is no date, or could be two days.
sheet-why-twice = This clause was answered more than once, and not alike (rows { $rows }).
sheet-why-clause-unknown = This clause is not in the document.
sheet-why-clause-gone = This clause has been withdrawn meanwhile.
sheet-why-not-asked = This is information, which asks no answer.
sheet-why-older-response = There is a later answer of this vendor already; that one stays.
sheet-why-older-reading = There is a later reading of this vendor already; that one stays.
error-answers-no-sheet = This is no answer sheet, or its hidden columns were taken out.
error-answers-head-twice = The head “{ $head }” stands above two columns. It is not certain which counts.
error-answers-no-vendor = The sheet does not say whose it is. Name the vendor.
error-answers-other-vendor = You name { $named }, and the sheet says { $written }.
error-answers-unknown-vendor = { $vendor } is not known as a vendor here.{ $count ->
    [0] {" "}List the vendor under “People and roles” first, or publish the document for it.
   *[other] {" "}Known: { $vendors }.
}
error-answers-own-name = { $vendor } asks the questions here and cannot answer them.
error-answers-vendor-here = { $vendor } takes part in this workspace and reads its own answers.
error-answers-other-document = No answer is about a clause in this workspace.
error-answers-unclear-document = These clauses stand in more than one document ({ $documents }). It is not certain which one was answered. Give each document a title of its own and send the form again.

action-collect_answers = Read ans&wer sheets…
sheets-choose = Choose answer sheets
sheets-files = Answer sheets (*.xlsx *.csv)
sheets-dialog = Read answer sheets
sheets-dialog-help = This is what the sheets say. Nothing has been read yet. What does not fit stays: ask the vendor to mend it and read the sheet again.
sheets-dialog-accept = &Read
sheets-list = What comes in and what does not
sheets-vendor = Whose is { $file }?
sheets-vendor-none = not chosen yet
sheets-not = Does not fit: { $file }
sheets-earlier = On an earlier text
sheets-unread = Not usable
