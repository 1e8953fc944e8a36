# Memo: questions, answers and freezing
action-open_memo = &Memo with questions and answers…
action-freeze_specification = Publish and &freeze specification…
memo-title = Memo { $number }
memo-column-number = No.
memo-column-document = Document
memo-column-clause = Requirement
memo-column-question = Question
memo-column-answer = Answer
memo-column-effect = Effect
memo-column-was = Was
memo-column-becomes = Becomes
memo-column-state = State
memo-column-memo = Memo
memo-change-words = Change in the text
memo-effect- = Not yet decided
memo-effect-clarification = Clarification
memo-effect-minor = Minor change
memo-effect-material = Material change
memo-effect-help- = Choose what the answer does to the text.
memo-effect-help-clarification = The text of the requirement stays as it is; the answer only explains.
memo-effect-help-minor = The text changes, but with this text no other parties would have taken part or scored better.
memo-effect-help-material = The text changes so that other parties could have taken part. An answer may not do that; choose what happens.
memo-judged-no-change = The text of the requirement does not change.
memo-judged-knock-out = The answer changes a requirement that every tenderer must meet.
memo-judged-wish = The answer changes a wish or an explanation.
memo-judged-no-clause = No requirement is linked.
memo-proposed-effect = Proposal: { $effect }. { $reason }
memo-way-rectify = Rectify and extend the term
memo-way-withdraw = Withdraw and tender again
memo-way-keep = Keep the text and answer otherwise
memo-way-help-rectify = The change is announced as a rectification; all parties get until the new date.
memo-way-help-withdraw = The tender stops and begins anew with the changed text; nothing changes in this specification.
memo-way-help-keep = The change falls away and the answer is written anew.
memo-state-new = New
memo-state-draft = Draft
memo-state-second = Second reader
memo-state-approved = Approved
memo-state-published = Published
memo-state-joined = Joined
memo-how-code = by code
memo-how-number = by number
memo-how-asked = asked on this requirement
memo-how-chosen = chosen
memo-how-section = by section
memo-odd-no-head = Sheet without a column of questions
memo-odd-hidden-sheet = Question on a hidden sheet
memo-odd-hidden = Hidden row
memo-odd-formula = A formula instead of text
memo-odd-short = Too short for a question
memo-odd-no-question = Text, but no question
memo-flag-organisation = organisation
memo-flag-product = product
memo-flag-person = person
memo-flag-mail = mail address
memo-flag-phone = telephone number
memo-flag-web = web address
memo-flag-hidden = invisible character
memo-part-text = in the question
memo-part-answer = in the answer
memo-part-change = in the change
memo-part-reason = in the explanation
memo-step-changes = Putting the changes into the text…
memo-step-document = Adding the memo as a document…
memo-step-register = Updating the register…
version-memo-room = Questions for the memo
version-memo-imported = Questions read
version-memo-worked = Worked on questions
version-memo-changes = Change by memo
version-memo-published = Memo { $number }
version-memo-marked = Memo { $number } published
version-frozen = Published and frozen: { $name }
version-thawed = Freeze ended: { $reason }
transaction-memo-change = changed by memo
status-frozen = Published and frozen
notice-frozen = This specification is published as ‘{ $name }’ and frozen. Only a memo can change it.
notice-frozen-changed = The file was changed outside the program and is no longer the published text ‘{ $name }’. Put that back with ‘coauthor memo restore’; what stands there now is kept apart.
received-frozen = Somebody wrote in { $documents } during or after its publication. That was not taken over; that text is in the version in which it was written.
memo-window = Memo – { $title }
memo-list = Questions
memo-filter-state = State
memo-filter-effect = Effect
memo-filter-all = All
memo-filter-words = Search questions and answers
memo-count = { $shown } of { $total } questions · { $linked } linked · { $approved } approved · { $published } published
memo-import = &Read in…
memo-import-title = Read question forms
memo-import-filter = Question forms (*.xlsx *.csv)
memo-import-found = { $file }: { $count ->
    [one] one question
   *[other] { $count } questions
}
memo-import-column = Column { $letter }
memo-import-odd = Not read: tick what is a question after all
memo-import-take = Take over
memo-import-preview = First questions
memo-import-help = The columns are read like this. Not right? Choose what each column holds; it is remembered for forms with the same head.
memo-meaning- = Nothing
memo-meaning-number = Number
memo-meaning-reference = Reference
memo-meaning-question = Question
memo-meaning-answer = Answer
memo-meaning-organisation = Asker (stays secret)
memo-meaning-person = Name (stays secret)
memo-meaning-contact = Contact (stays secret)
memo-collect = From &discussion
memo-duplicates = &Double questions…
memo-duplicates-title = Double questions
memo-duplicates-help = These questions are alike. You decide pair by pair; joined questions keep all their wordings.
memo-duplicates-none = No questions are alike.
memo-duplicates-score = { $score }% alike · { $count ->
    [one] one pair
   *[other] { $count } pairs
} left
memo-duplicates-join = &Join
memo-duplicates-apart = &Not the same
memo-export = &Export…
memo-export-filter = Web page (*.html);;Spreadsheet (*.xlsx);;Markdown (*.md)
memo-exported = Memo saved: { $path }
memo-publish = &Publish…
memo-publish-title = Publish memo { $number }
memo-publish-ready = { $count ->
    [one] One question is ready.
   *[other] { $count } questions are ready.
}
memo-publish-behind = { $count ->
    [0] Nothing stays behind.
    [one] One question stays behind: its answer is not approved yet (no. { $numbers }).
   *[other] { $count } questions stay behind: their answers are not approved yet (no. { $numbers }).
}
memo-publish-blocked = Publishing is not possible yet:
memo-block-material = Question { $number }: the answer changes the tender materially. Choose: rectify and extend the term, withdraw and tender again, or keep the text and answer otherwise.
memo-block-names = Question { $number }: it holds names ({ $names }). Take them out, or say why they may stay.
memo-publish-now = Pu&blish
memo-published-now = Memo { $number } is published: { $count ->
    [one] one question
   *[other] { $count } questions
}, { $changes ->
    [0] no changes
    [one] one change
   *[other] { $changes } changes
}. Share the workspace to show it.
memo-share = Sh&are…
memo-share-dialog-help = Folder or address where you share these private questions with colleagues. Not the place of the specification: vendors read there.
memo-shared = The questions are shared with colleagues.
memo-question = Question as published
memo-answer = Answer
memo-change = Text of the requirement after the change (empty: unchanged)
memo-change-take = Change the text of the requirement
memo-wordings = As asked
memo-clause = Requirement
memo-clause-none = Not linked yet
memo-clause-whole = The document as a whole
memo-clause-choose = &Link…
memo-clause-dialog-help = Proposals by the words; you choose. Or search by code or title.
memo-clause-find = Code or words
memo-clause-score = { $score }%
memo-asker = Asker (only here)
memo-names = Names to remove
memo-names-none = No names found.
memo-name-line = { $name } ({ $kind }, { $part })
memo-name-keep = May stay…
memo-name-reason = Why may ‘{ $name }’ stay?
memo-keep-draft = &Keep draft
memo-submit = Ask &second reader
memo-approve = &Approve
memo-return = &Back…
memo-return-reason = What should be different?
memo-effect-choose = Effect of the answer
memo-effect-why = Why is this lighter than proposed?
memo-choose = &Choose…
memo-choose-title = Material change: what happens?
memo-choose-reason = Reason
memo-choose-until = New term (yyyy-mm-dd)
memo-chosen = Chosen: { $way }. { $reason }
memo-waits-for-choice = This change stops the publication until somebody chose.
memo-returned = Given back: { $reason }
memo-recovered = What you typed before the program stopped is here again.
memo-said-imported = { $new ->
    [one] One new question
   *[other] { $new } new questions
} ({ $linked } linked at once), { $updated } updated, { $unchanged } unchanged, { $odd ->
    [one] one row
   *[other] { $odd } rows
} not read.
memo-said-drafted = Draft kept.
memo-said-submitted = Somebody else must still read this answer.
memo-said-approved = Approved.
memo-said-published-late = Asked otherwise after publication, so taken as a new question: old no. { $numbers }.
memo-no-selection = Choose a question on the left.
memo-no-questions = There are no questions yet. Read them in, or take them from the discussion.
memo-freeze-name = Name of the published version
memo-freeze-dialog-help = From then on the text changes only by a numbered change in a memo.
memo-frozen-now = ‘{ $name }’ is published and frozen.
cli-memo = memo: read, answer and publish questions
cli-memo-import = read questions from forms
cli-memo-collect = take questions from the discussion
cli-memo-list = show questions
cli-memo-join = join two questions
cli-memo-link = link a question to a requirement
cli-memo-answer = write an answer
cli-memo-approve = approve an answer
cli-memo-clear = let a name stand, with a reason
cli-memo-classify = say what an answer does to the text
cli-memo-choose = choose what happens to a material change
cli-memo-export = save a memo, without askers
cli-memo-publish = publish all approved questions
cli-memo-freeze = publish and freeze the specification
cli-memo-thaw = end a freeze
cli-memo-restore = put the published text back
cli-memo-odd = { $file }, { $sheet } row { $row }: { $reason }: { $text }
cli-memo-line = { $number }  { $state }  { $clause }  { $question }
cli-memo-pair = { $first } and { $second }: { $score }% alike
cli-memo-done = Question { $number }: { $state }.
cli-memo-restored = Put back. What stood there is kept in { $path }.
cli-memo-intact = The text is the published text.
error-sheet-too-large = { $path } is too large to read safely. Ask for an ordinary question form.
error-sheet-unsafe = { $path } was not read: { $reason ->
    [unfolds] a small part unfolds into something enormous.
    [declares] it holds declarations that a spreadsheet never has.
    [macros] it holds macros.
    [password] it has a password.
   *[other] it has too many parts, or parts twice.
} Ask for an ordinary file.
error-sheet-unfit = { $path } is no spreadsheet that can be read. Save it as XLSX or CSV.
error-no-questions = No column of questions was found in { $path }. Say in which column they are.
error-memo-profile-unfit = ‘{ $profile }’ names no columns. Write for example question=C,reference=B.
error-memo-not-here = Vendors read in this room. Keep the questions in the workspace of your organisation.
error-memo-room-unsafe = The questions cannot be in { $path }: others would read who asked what. Choose a folder or address outside this workspace.
error-memo-effect-reason = You call this lighter than it seems. Say why.
error-memo-until-missing = ‘{ $until }’ is no date. Write the new term as yyyy-mm-dd.
error-no-such-memo-question = There is no question { $question }.
error-no-such-memo = There is no memo { $memo }.
error-memo-published = Question { $number } is in memo { $memo } and does not change any more. Ask a new question.
error-memo-joined = Question { $number } is joined with another already.
error-memo-answer-missing = There is no answer yet. Write it first.
error-memo-change-of-what = Link the question to the requirement that changes first.
error-memo-same-person = You wrote this answer yourself. Somebody else must read it.
error-memo-not-offered = Question { $number } is not with a second reader.
error-memo-not-material = Question { $number } is no material change; there is nothing to choose.
error-memo-blocked = Publishing is not possible: { $count ->
    [one] one question stops it.
   *[other] { $count } questions stop it.
}
error-memo-nothing-ready = No answer is approved yet. There is nothing to publish.
error-memo-room-missing = No questions were read yet.
error-document-frozen = ‘{ $document }’ is published and frozen. Only a memo can change it.
error-frozen-changed = ‘{ $document }’ is published and frozen, but the file was changed. Nothing was saved or sent. Put the published text back with ‘coauthor memo restore’.
error-not-frozen = ‘{ $document }’ is not frozen.
error-frozen-lost = No version holds the published text of ‘{ $document }’. Fetch it from a colleague.
memo-reason-accept = Keep
memo-choose-title-help = The law leaves three ways. The choice and the reason are recorded.
memo-choose-accept = Record
memo-choose-way = What happens
memo-clause-dialog = What is this question about?
memo-clause-accept = Link
memo-freeze-dialog = Publish and freeze specification
memo-freeze-accept = Publish and freeze
memo-return-dialog = Give an answer back
memo-return-dialog-help = Who wrote the answer reads this.
memo-name-dialog = Let a name stand
memo-name-dialog-help = The name will stand in the published memo. The reason is kept.
memo-effect-dialog = Effect other than proposed
memo-effect-dialog-help = Who reads this later must be able to follow you.
memo-share-dialog = Share private questions
memo-share-accept = Share
memo-share-address = Folder or address
error-memo-clause-missing = Choose a requirement first.
memo-step-rooms = Updating rooms…
memo-room-version = Memo: { $title }
memo-rooms-reached = { $count ->
    [one] The room with vendors is
   *[other] The { $count } rooms with vendors are
} updated; share them still.
memo-rooms-doubts = Look at { $titles } before it goes to vendors.
memo-rooms-away = { $count ->
    [one] One room is
   *[other] { $count } rooms are
} not on this computer.
breach-frozen = the text is published and frozen; only a memo can change it
memo-block-effect = Question { $number }: the answer changes more than is said. Decide on its effect again, or say why it is lighter.
memo-effect-said = Lighter all the same, for: { $reason }
