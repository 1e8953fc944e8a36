# The discussion: comments and questions about the document and its clauses.
inspector-discussion = Discussion
discussion-threads = Comments and questions
discussion-count = { $count ->
    [0] Nothing has been said here yet.
    [one] One message.
   *[other] { $count } messages.
  }
thread-open = open
thread-resolved = resolved
said-comment = remarks
said-question = asks
said-reply = replies
said-resolve = resolved this
said-reopen = reopened this
anchor-here = still reads like this
anchor-moved = the text has changed since
anchor-unsure = not sure where this stands now
anchor-gone = this text is no longer there
error-nothing-said = First write what you want to say.
error-said-too-long = This message is longer than { $limit } characters. Make it shorter, or put the text in a document and refer to that.
error-already-resolved = This thread is resolved already, perhaps by somebody else.
error-already-open = This thread is open already, perhaps through somebody else.
error-quote-not-there = The words “{ $quote }” do not stand exactly once in this clause. Take a few words more or less.
error-no-such-thread = There is no thread { $thread }. See with “coauthor comments” which there are.
cli-comments = show the comments and questions, of everything or of one clause
cli-comment = place a comment or question on a clause (number), or with “-” on the whole document
cli-reply = reply in a thread
cli-resolve = say that a thread is resolved
cli-reopen = open a thread again
cli-thread-document = whole document
cli-commented = Placed in thread { $thread }. It travels with the next version.
cli-resolved = Thread { $thread } is resolved.
cli-reopened = Thread { $thread } is open again.
