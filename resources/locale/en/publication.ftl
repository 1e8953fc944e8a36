# Publication check: what stands in a file that must not leave.
cli-check-publication = Check files before they leave: comments, changes, names, internal paths, hidden cells, placeholders
action-check_publication = Chec&k files for publication…
publication-title = Check for publication
publication-choose = Choose the files that go out
publication-kinds = Files to check
publication-busy = The files are being checked. You can work on.
publication-busy-clean = The clean copy is being made. You can work on.
publication-summary = { $file }: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
} and { $notes ->
    [0] nothing to look at.
    [one] 1 point to look at.
   *[other] { $notes } points to look at.
}
publication-nothing = Nothing was found that has to go.
publication-all-errors = { $errors ->
    [0] Nothing was found that has to go first; there are points to look at.
    [one] One point must be mended first.
   *[other] { $errors } points must be mended first.
}
publication-not-read = Not checked
publication-column-place = Where
publication-column-quote = What it says
publication-list = Points found
publication-advice = What you can do
publication-clean = &Save a clean copy…
publication-clean-help = Takes comments, names and properties out of a copy. Changes are not decided for you; your file stays as it is.
publication-clean-choose = Where does the clean copy go?
publication-clean-name = { $name } (clean)
publication-cleaned = The clean copy is in { $path }. Below is what is still left in it.
publication-close = C&lose
publication-level-error = Error
publication-level-note = Look
publication-line = { $place }: “{ $quote }”
publication-times = { $line } ({ $count } times)
publication-more = and { $count } more; --json gives them all.
publication-rule-row = { $level }: { $rule } ({ $count })

publication-place-file = the file as a whole
publication-place-sheet = sheet “{ $name }”
publication-place-cell = sheet “{ $name }”, cell { $number }
publication-place-cell-bare = cell { $number }
publication-place-row = sheet “{ $name }”, row { $number }
publication-place-column = sheet “{ $name }”, column { $number }
publication-place-paragraph = paragraph { $number }, under “{ $name }”
publication-place-paragraph-bare = paragraph { $number }
publication-place-header = header or footer of sheet “{ $name }”
publication-place-header-bare = header { $number }
publication-place-footer = footer { $number }
publication-place-note = footnote or endnote, paragraph { $number }
publication-place-property = property “{ $name }”
publication-place-page = page { $number }
publication-place-line = line { $number }
publication-place-outline = chapter “{ $name }”
publication-place-value = value “{ $name }”
publication-place-part = carried in the file, outside the text ({ $name })

publication-property-title = Title
publication-property-subject = Subject
publication-property-description = Description
publication-property-keywords = Keywords
publication-property-keyword = Keywords
publication-property-category = Category
publication-property-contentstatus = Status
publication-property-creator = Author
publication-property-author = Author
publication-property-initial-creator = Author
publication-property-lastmodifiedby = Last modified by
publication-property-printed-by = Printed by
publication-property-company = Company
publication-property-manager = Manager
publication-property-template = Template
publication-property-hyperlinkbase = Hyperlink base

publication-unread-encrypted = This file has a password; its text and properties were not checked.
publication-unread-pictures = This file holds no text that can be read (it may be scanned); only its properties were checked.
publication-unread-partly = Part of this file could not be read and was not checked.

publication-rule-comment = Comment
publication-do-comment = Deal with the comment and delete it (Word and Excel: Review > Delete). A clean copy holds no comments.
publication-rule-tracked-change = Tracked change
publication-do-tracked-change = Accept or reject the change (Review > Changes). Deleted text can be read as well. A clean copy does not decide this for you.
publication-rule-tracking-on = Track changes is on
publication-do-tracking-on = Turn it off (Review > Track changes), or your last work shows as well.
publication-rule-author = Name of a writer in the properties
publication-do-author = Take the name out (File > Info > Check for issues). A clean copy holds no names in properties.
publication-rule-organisation = Name of an organisation or manager in the properties
publication-do-organisation = See whether this name may go out. A clean copy does not hold it.
publication-rule-person = Name of a person
publication-do-person = Must this name be in the text? Otherwise name the function or the organisation.
publication-rule-mail = Mail address of a person
publication-do-mail = Use a general address of the organisation.
publication-rule-phone = Mobile phone number
publication-do-phone = Use a general number of the organisation.
publication-rule-internal-path = Internal path
publication-do-internal-path = Take the path out: it shows how your network or document system is built, and does not work outside.
publication-rule-internal-link = Internal link
publication-do-internal-link = Take the link out or put a public address in its place.
publication-rule-external-connection = Connection to outside the file
publication-do-external-connection = Break the connection (Excel: Data > Queries and connections; Word: File > Info > Edit links) and keep the values themselves.
publication-rule-macro = Macro or command
publication-do-macro = Save the file without macros (as DOCX, XLSX or a plain PDF).
publication-rule-embedded = Embedded file or data
publication-do-embedded = Open the embedded part and see whether all of it may go out; otherwise put a picture in its place.
publication-rule-hidden-sheet = Hidden sheet
publication-do-hidden-sheet = Show the sheet and check it, or delete it. Anybody can show it.
publication-rule-hidden-row = Hidden row with content
publication-do-hidden-row = Show the row (or turn the filter off) and check it, or delete it.
publication-rule-hidden-column = Hidden column with content
publication-do-hidden-column = Show the column and check it, or delete it.
publication-rule-hidden-text = Hidden text
publication-do-hidden-text = Show the text and check it, or delete it.
publication-rule-placeholder = Placeholder
publication-do-placeholder = Fill in what belongs here. Is it for the tenderer to fill in? Then it may stay.
publication-rule-empty-field = Field that was not filled in
publication-do-empty-field = Fill in the field or delete it.
publication-rule-instruction = Instruction for the writer
publication-do-instruction = Delete the block: it was meant for whoever wrote the text.
publication-rule-hole = Empty spot
publication-do-hole = Something stood or belongs here. Complete it or take the marks away.
publication-rule-broken-reference = Reference to something that is not there
publication-do-broken-reference = Update the fields (Ctrl+A, F9) and mend the reference, or take it out.
publication-rule-missing-clause = Number of a clause that is not here
publication-do-missing-clause = Check the number: was the clause withdrawn or numbered anew?
publication-rule-missing-annex = Annex that is not among these
publication-do-missing-annex = Check the number of the annex. Check all files at once, then they are held against each other.
publication-rule-chapter-jump = Numbering jumps
publication-do-chapter-jump = Check whether a chapter is missing or double, and whether references still hold.
publication-rule-other-project = Title of something else
publication-do-other-project = This title names what the text is not about. Was it left over from an earlier project?
publication-rule-custom-data = Data of a document system
publication-do-custom-data = Take them out (File > Info > Check for issues), unless a system needs them. A clean copy does not hold them.
publication-rule-picture-data = Who made a photo, or where
publication-do-picture-data = Put a copy of the photo without these data in its place (such as a screenshot).
publication-rule-formula-error = Formula with an error
publication-do-formula-error = Mend the formula or put the value in its place.

error-publication-unknown-kind = { $path } cannot be checked. These can: { $known }.
error-publication-too-large = { $path } is too large to check (more than 64 MB).
error-publication-unfit = { $path } cannot be read as the kind of file its name says. Open it in the program it was made in and save it again.
error-publication-unsafe = { $path } was not read: { $reason ->
    [unfolds] a small part unfolds into something enormous.
    [endless] it holds parts that never end.
    [declares] it holds references that an ordinary document never has.
    [password] it has a password.
   *[other] it has too many or double parts.
} Ask for an ordinary file.
error-publication-cannot-clean = No clean copy can be made of { $path }; it can of DOCX, XLSX, ODT and ODS. Make the PDF or web page anew from a clean document.
error-publication-signed = { $path } is digitally signed. A clean copy would break the signature and was not made.
error-publication-same-file = { $path } is the file itself. Choose another name; your own file stays as it is.
error-publication-clean-one = A clean copy is made of one file at a time.
