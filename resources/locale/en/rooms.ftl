# Publishing for vendors and collecting what they say.
cli-publish = publish a document in a workspace for vendors (with --dry-run: only show)
error-room-not-from-here = Publishing works only from a workspace of your own or a standard. Open that first.
error-nothing-to-publish = There is no version to publish yet. Save a version first.
error-room-for-nobody = No vendor was named. Give a name for each vendor; each then gets a workspace of its own.
error-room-foreign = { $path } holds something other than a workspace published from here for this purpose. Choose an empty folder or the one of last time. Nothing has changed.
error-room-missing = The workspace of { $organisation } is not in { $path }. Everybody gets the same text at the same moment; put the folder back or choose the right one. Nothing was published.
error-room-one-of-each = { $path } belongs to a publication in which every vendor has a workspace of its own. Publish to all at once: choose the folder that holds those workspaces, and “one each”.
error-room-key-missing = { $path } is not the key with which this workspace for vendors was made. On the computer from which it was published, the folder “room-key” stands beside the history; put that one here, or publish from there. Nothing was published.
error-room-changed = { $path } holds files that differ from the newest version there. Open that workspace, save a version or restore, and try again. Nothing changed in this workspace.
error-publication-same = The text of “{ $document }” is still exactly what was published. There is nothing to do.
error-room-doubts = { $count ->
    [one] There is one place to look at first. Nothing was published. Change the text, or publish all the same with --anyway.
   *[other] There are { $count } places to look at first. Nothing was published. Change the text, or publish all the same with --anyway.
  }
room-version-first = { $title } published
room-version-next = { $title }, text { $number }: { $changed } changed, { $added } new, { $gone } withdrawn
room-done = Published: { $title }, text { $number }
room-would = Would be published: { $title }, text { $number }
room-goes = This goes along:
room-goes-document = { $title }: { $clauses ->
    [one] one clause
   *[other] { $clauses } clauses
  }, with explanation and acceptance
room-goes-standard = the public standard { $standard }, release { $release }
room-goes-pictures = { $count ->
    [one] one picture, without data on maker, place or device
   *[other] { $count } pictures, without data on maker, place or device
  }
room-stays = This stays here:
room-left-comment = invisible remarks in the text
room-left-field = field “{ $name }”
room-left-attribute = data with a clause (such as owner, cost, reason)
room-left-front = data at the top of the document
room-left-link = links to files of your own
room-stays-versions = earlier versions, with who made them
room-stays-names = names of versions
room-stays-discussion = messages of the discussion
room-stays-decisions = decisions
room-stays-documents = other documents
room-stays-files = other files
room-stays-unsaved = changes that are in no version yet
room-no-doubts = Nothing was found that needs a look.
room-look = { $count ->
    [one] Look at this first (one place):
   *[other] Look at this first ({ $count } places):
  }
room-more = and { $count } more
room-whole-document = document
room-doubt-internal = also stands in an internal reason or remark
room-doubt-person = name of a person
room-doubt-organisation = name of another organisation
room-doubt-mail = mail address
room-doubt-phone = phone number
room-doubt-path = internal address or folder
room-doubt-html = markup that can hide what stands there
room-doubt-invisible = invisible characters
room-doubt-picture = picture: see for yourself what it shows
cli-collect = collect what vendors said: from workspaces, packages or shared places
error-room-not-ours = { $room } was not published from this workspace. Nothing was collected.
error-room-empty = { $room } has no version yet. Nothing was collected.
collect-done = { $count ->
    [0] There was nothing new
    [one] One message collected
   *[other] { $count } messages collected
  }{ $known ->
    [0] .
   *[other] ; { $known } were here already.
  }
collect-would = { $count ->
    [0] There is nothing new
    [one] One message would be collected
   *[other] { $count } messages would be collected
  }{ $known ->
    [0] .
   *[other] ; { $known } are here already.
  }
collect-unsaved = { $room }: { $count ->
    [one] one message is in no version there yet and comes along once it is saved.
   *[other] { $count } messages are in no version there yet and come along once they are saved.
  }
collect-refused = { $count ->
    [one] One message does not come in:
   *[other] { $count } messages do not come in:
  }
collect-somebody = unknown
collect-kind-comment = comments
collect-kind-question = questions
collect-kind-suggestion = suggestions
collect-kind-response = responses
collect-kind-reading = readings
collect-kind-position = positions
collect-kind-reply = replies
collect-kind-resolve = resolved
collect-kind-reopen = reopened
collect-kind-confirm = confirmed
collect-kind-withdraw = withdrawn
collect-kind-accept = accepted
collect-kind-reject = rejected
collect-why-too-large = the message is too large
collect-why-no-event = the file is no message
collect-why-organisation-unknown = this organisation does not belong to this workspace
collect-why-speaks-for-another = the message is in the name of another organisation
collect-why-changed-later = the message was changed later; what was said stays
collect-why-document-unknown = the document is not known here
collect-why-other-words = the same message is here already in other words
collect-why-may-not-decide = a vendor does not decide on the text
collect-why-kind-unknown = this kind of message is not known here
collect-why-clause-unknown = the clause is not known here
collect-why-about-unknown = the message that this is about is not there
collect-why-about-elsewhere = it is about a message with another clause
collect-why-not-theirs = the message of another cannot be withdrawn
collect-why-document-gone = the document was taken away there; here it stays
collect-why-edited-by-unknown = the text was changed there; whose suggestion that is, is not certain
collect-why-text-between = text outside the clauses was changed there; that does not come along
collect-why-forged = the signature is not right
collect-why-forbidden = this was not allowed there by who is in the workspace
collect-why-own-unproved = it is in the name of your own organisation, but nobody knows whose key it is
error-room-broken = The history of this workspace is not right from version { $version }: something that was settled was changed. Nothing was collected.
error-no-answers = No answer was chosen, or the document was published nowhere yet.
cli-publish-answers = list your own answers to questions of vendors, or publish them to all
room-version-answers = Answers to all
answer-went = published
answer-waits = not published yet
room-goes-new = new workspace for { $names }: { $path }
room-goes-nobody = new workspace, no vendors yet: { $path }
room-packed = Package: { $path }
publish-dialog-packages = Also make a package of each workspace, to send by mail
publish-done-packed = “{ $title }” was published in { $count ->
    [one] one workspace. You can hand on this package:
   *[other] { $count } workspaces. You can hand on these packages:
  }
    { $paths }
room-goes-next = next text for { $names }: { $path }
sharing-step-publishing = Publishing …
sharing-step-collecting = Collecting …
action-publish_room = &Publish for vendors…
action-collect_room = &Collect what vendors said…
action-publish_answers = Send answers to a&ll…
notice-room-audience = This workspace belongs to { $organisation } and is read by: { $names }. They can read everything that you write and save here.
notice-room-audience-open = This workspace belongs to { $organisation }. Whoever gets it can read everything that you write and save here.
publish-dialog = Publish for vendors
publish-dialog-help = Vendors get a workspace of their own with this text only. What is not in it they can never see, not in older versions either.
publish-dialog-accept = Publish
publish-dialog-version = &Version
publish-dialog-newest = the newest version
publish-dialog-for = &Vendors
publish-dialog-for-help = One name a line
publish-dialog-how = &Workspace
publish-dialog-all = one for all: they read each other's messages
publish-dialog-each = one each: they do not know of each other
publish-dialog-folder = &Folder
publish-dialog-rationale = Send the “why” of own clauses too
publish-dialog-looking = Looking what goes along …
publish-dialog-looked = I have looked at these places; they may go out like this
publish-list = What goes along and what stays
publish-done = “{ $title }” was published in { $count ->
    [one] one workspace:
   *[other] { $count } workspaces:
  }
    { $paths }
    Do not pass the folder itself on. Open it, and make a package or choose a shared place.
collect-dialog = Collect what vendors said
collect-dialog-help = What vendors wrote and saved in their workspace comes into the discussion here. Their text of clauses is never taken over.
collect-dialog-accept = See what there is
collect-dialog-rooms = &Workspaces
collect-dialog-other = &Package or place
collected-dialog = Collect what vendors said
collected-dialog-help = This was found. Nothing was collected yet.
collected-dialog-accept = Collect
collected-list = What comes in and what does not
collected-waits = Not saved yet
error-no-room-chosen = Choose a workspace, or name a package or a shared place.
answers-dialog = Answers to all
answers-dialog-help = Every vendor gets the same answers at the same moment, without who asked. Who did not ask gets the question too.
answers-dialog-accept = Send
answers-dialog-list = &Answers
answers-dialog-line = Question: { $asked }
    Answer: { $said }
answers-none = There is no answer that has not gone to all yet. Answer a collected question in the discussion first.
answers-done = { $count ->
    [one] One answer stands
   *[other] { $count } answers stand
  } now in { $rooms ->
    [one] one workspace.
   *[other] { $rooms } workspaces.
  }
