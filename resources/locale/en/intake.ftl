# Importing an existing file: how it is read, what becomes what, taking it over.
intake-title = Import an existing text
intake-other = &Another file…
intake-other-help = Choose another file, or drag it to this window.
intake-how = How we read this file
intake-itself = The file says itself what its clauses are. There is nothing to choose.
intake-cut = Make clauses &of
intake-cut-help = Is the text cut the wrong way? Then choose yourself what clauses are made of.
intake-cut-auto = Choose by itself
intake-cut-chosen = By itself: { $way }
intake-cut-headings = Headings of level { $level }
intake-cut-items = Items of lists
intake-sheets = S&heets
intake-sheets-help = Which sheets are read? Tick them with the space bar; the sheet you choose is shown below.
intake-sheet = { $name } ({ $rows } rows)
intake-sheet-hidden = { $name } ({ $rows } rows, hidden)
intake-heading-row = &Row of headings
intake-heading-none = none
intake-columns = What is in each column
intake-columns-of = What is in each column of “{ $sheet }”
intake-column-letter = Column { $letter }
intake-meanings = What these words mean
intake-means-nothing = Says nothing here
intake-role-code = Code
intake-role-title = Title
intake-role-text = Text of the requirement
intake-role-kind = Requirement or wish
intake-role-priority = Priority
intake-role-theme = Theme
intake-role-chapter = Chapter
intake-role-level = Level
intake-role-type = What it is
intake-role-others = Other attributes
intake-role-uid = Identity (uid)
intake-role-left = Leave out
intake-role-field = Field: { $name }
intake-profile = Read by &profile
intake-profile-itself = Choose by itself
intake-profile-none = Without a profile
intake-profile-name = Name of the profile
intake-profile-help = Remembers what is in each column. A next list with the same headings is then read like this by itself.
intake-profile-keep = Re&member
intake-profile-kept = Remembered as “{ $name }”. A next list with these headings is read like this by itself.
intake-profile-unfit = The profile “{ $name }” does not fit here: the headings differ. The file was read without it.
intake-place = Where it goes
intake-organisation = Or&ganisation
intake-standard = Derive from a &standard
intake-standard-none = No standard
intake-standard-help = The document of the standard comes into the workspace too, to lay your text beside.
intake-folder = Fol&der
intake-preview = What becomes what
intake-tab-lines = What becomes what ({ $count })
intake-tab-said = Remarks and suggestions ({ $count })
intake-tab-told = Good to know ({ $count })
intake-tab-said-name = Remarks and suggestions from the file
intake-tab-told-name = What you should know of the reading
intake-detail = The chosen row in full
intake-table = What each part of the file becomes
intake-show = Sho&w
intake-show-all = Everything ({ $count })
intake-show-clauses = Clauses only ({ $count })
intake-show-look = To look at ({ $count })
intake-show-changes = New and changed ({ $count })
intake-show-absent = Not in the file ({ $count })
intake-find = &Find
intake-column-what = Becomes
intake-column-change = Effect
intake-column-code = Code
intake-column-text = Text
intake-column-place = In the file
intake-column-sort = Becomes
intake-column-about = At
intake-column-who = Who and when
intake-column-said = Text
intake-column-told = What
intake-what-heading = Heading { $level }
intake-paragraph = paragraph { $number }
intake-line = line { $line }
intake-what-prose = Text
intake-what-departed = Withdrawn
intake-what-absent = Clause
intake-change-new = new
intake-change-changed = changed
intake-change-same = the same
intake-change-absent = stays
intake-change-absent-help = This clause is in your document and not in the file. It stays as it is.
intake-change-elsewhere = is elsewhere
intake-change-elsewhere-help = This clause is in another document of this workspace already. It stays there and is not added here.
intake-look-empty = There is no text here. See whether the file has it in another place.
intake-look-code = This has no code, while most of the others have one.
intake-look-long = This is a long text. Might these be several requirements? Then choose a finer cut, or split the clause after taking it over.
intake-look-note = There is a note about the reading of this place. It is under “Good to know”.
intake-look-met = Since this file was made somebody wrote in this clause here, too. Below is what it becomes. See whether it is right.
intake-target = What it becomes
intake-target-help = A new document in this workspace, or news for a document that is there already.
intake-target-new = A new document
intake-target-known = Update “{ $document }”
intake-like = This file is like “{ $document }”: { $count } of its { $clauses } clauses stand there already. Choose that document above to update it.
intake-keep = Keep what was written here &since
intake-keep-help = Ticked: what was written here after the file was made stays, and comes together with what is new in the file. Not ticked: the words of the file stand.
intake-said-remark = Remark
intake-said-reply = Reply to it
intake-said-edit = Suggestion: change
intake-said-add = Suggestion: add
intake-said-drop = Suggestion: remove
intake-about-whole = the whole document
intake-lost = Found no place: “{ $words }”. Add it yourself after taking the text over, or choose another cut.
intake-summary = { $clauses ->
    [one] One clause
   *[other] { $clauses } clauses
 } and { $headings ->
    [0] no headings
    [one] one heading
   *[other] { $headings } headings
 }
intake-summary-departed = { $count } moved or withdrawn
intake-summary-said = { $count ->
    [one] one remark or suggestion
   *[other] { $count } remarks and suggestions
 }
intake-summary-look = { $count } to look at
intake-summary-lost = { $count ->
    [one] one word or part found no place
   *[other] { $count } words or parts found no place
 }
intake-summary-whole = all words of the file have a place
intake-names = Keep the &names of writers
intake-names-help = Puts with every remark who wrote it. Everybody who has the workspace sees those names. Unticked they stay out.
intake-take = &Take over
intake-update = &Update
intake-reading = Reading the file…
intake-comparing = Laying the file beside the workspace…
intake-making = Preparing the workspace…
intake-writing = Taking the text over…
intake-stopping = Stopping…
intake-done = Imported from { $file }: { $clauses ->
    [one] one clause
   *[other] { $clauses } clauses
 }{ $said ->
    [0] .
    [one] {" "}and one remark or suggestion.
   *[other] {" "}and { $said } remarks and suggestions.
 }
intake-again = The document changed while you looked. Look again at what the file makes of it.
intake-updating = Updating the document…
intake-compare = &Compare with the standard
error-import-nothing = There is no text in { $path }. Nothing was imported. Choose another file.
error-import-look-first = The file was not read yet. Choose it again.
error-import-no-right = You may not read { $path }. Ask your administrator for the right to read it, or make a copy in a place where you have it.
error-import-unreadable = { $path } could not be read ({ $reason }). Is it open in another program, or is the network drive gone? Close it there and try again.
error-import-folder = { $path } is a folder. Choose one file in it.
error-import-password = { $path } is protected with a password, so it cannot be read. Open it in Office, save it without a password and choose it again.
error-import-old-office = { $path } is a file of Office from before 2007. Open it in Office and save it as .docx or .xlsx; then choose that file.
