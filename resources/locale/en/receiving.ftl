# Receiving: what others wrote comes in; what is open is asked.
received-nothing = There is nothing new at the shared place.
received-first = { $versions ->
    [one] One version received.
   *[other] { $versions } versions received.
  }
received-taken = { $count ->
    [0] What others said or decided was taken; the text stayed the same
    [one] 1 change from { $whom } taken
   *[other] { $count } changes from { $whom } taken
  }
received-look = { $count } to look at
received-decide = { $count } to decide
received-and = { $first } and { $last }
received-others = others
received-mixed = Another program changed { $path } meanwhile. Both texts are in it now.
received-undone = What was received has been taken back.
version-own = Own work, kept before receiving
version-received = Received and brought together
version-decided = Decided what receiving left open
version-since-received = Own work since the receiving that was taken back
transaction-decide = decision
transaction-nod = agreed
transaction-reopen = ask again
transaction-receive = receive
question-reason-overlap = Both wrote something else in the same place.
question-reason-same-sentence = Both changed the same sentence.
question-reason-deleted-edited = One took away what the other wrote in.
question-reason-both-added = Both added something here.
question-reason-moved-edited = One moved what the other changed.
question-reason-locked = This clause is locked.
question-reason-attribute = Both chose another value.
question-reason-code = Both used the same number.
question-reason-rewritten-edited = One rewrote a sentence in which the other changed something.
question-reason-added-deleted = One added something where the other took something away.
question-reason-added-beside = One added something right beside what the other changed.
question-reason-remembered = This was decided before.
choice-ours = ours
choice-theirs = theirs
choice-merged = merged
choice-both = both, ours first
choice-both-reversed = both, theirs first
choice-base = as it was
choice-neither = neither
choice-nod = agreed
cli-receive = receive what others wrote and bring it together
cli-questions = show what is left to decide or to look at after receiving
cli-decide = decide one question (ours, theirs, both, base, …) or agree (nod)
cli-take-back = take the last receiving back
cli-question = { $question }  { $path }, line { $line }: { $reason }
cli-question-whole = { $question }  { $path }: { $reason }
cli-question-look = { $question }  { $path }, line { $line }: to look at
cli-decided = Decided.
cli-no-questions = There is nothing to decide and nothing to look at.
error-decisions-open = { $count ->
    [one] One decision is still open. Take it first; then you can share.
   *[other] { $count } decisions are still open. Take them first; then you can share.
  }
error-no-such-question = This question is not there (any more): { $question }. See with “coauthor questions” what is open.
error-no-such-choice = “{ $choice }” is not possible here. Choose from: { $known }.
error-not-a-look = { $question } must be decided; agreeing is not enough here.
error-not-same-workspace = What is there is another workspace: the two have no version in common. Nothing was changed. Choose another place.
error-unsafe-path = What is there holds a file that cannot be written safely: { $path }. Nothing was taken. Ask the other to remove that file.
error-receiving-now = Receiving is going on. Your text is safe. Try again in a moment.
error-nothing-received = Nothing was received that can be taken back.
error-already-sent = What you received has been shared with your work already. It cannot be taken back any more; put an earlier text back where needed.
notice-receive-unfinished = The receiving that was broken off earlier could not be finished yet ({ $reason }). Nothing is lost. Coauthor tries again when you receive.
error-receiving-elsewhere = Another window or program is receiving here. Try again in a minute.
