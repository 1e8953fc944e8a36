# The discussion: comments and questions about the document and its clauses.
inspector-discussion = Discussion
discussion-threads = Comments and questions
discussion-count = { $count ->
    [0] Nothing has been said here yet.
    [one] One thread
   *[other] { $count } threads
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
action-place_comment = Place a &comment or question…
action-comment_document = Comment on the &whole document…
action-next_thread = Next open &thread
action-previous_thread = Pre&vious open thread
action-mark_all_read = Mark everything as &read
discussion-whole = Whole document
discussion-clause-gone = clause has gone
discussion-none = Nothing has been remarked or asked here yet.
discussion-some = { $shown } of { $count } threads
discussion-list-help = Choose a thread with the arrows to read it.
discussion-nothing-open = No thread is open.
sign-talk = { $count ->
    [one] one open thread
   *[other] { $count } open threads
  }
thread-new = new
thread-replies = { $count ->
    [one] 1 reply
   *[other] { $count } replies
  }
thread-unread = { $count } unread
thread-lost = The beginning of this thread is not here.
thread-left-out = … { $count } messages in between are not shown …
thread-cut = (shortened: this message is too long to show here)
thread-mentions = Called in: { $names }
thread-quote = About: “{ $quote }”
thread-go = Show in the text
thread-more = Show all messages
thread-messages = Messages
thread-resolve = Resolved
thread-reopen = Reopen
thread-close = Close
thread-reply-box = Reply
thread-reply = Reply
message-help = Your text. Markdown may be used. Ctrl+Enter places it.
message-call = Call somebody in…
message-call-help = Call in an organisation or role: the thread shows among “ours” with them.
message-role = role: { $role }
message-uncall = Call in nobody
message-deed-help = Travels with the next version (Ctrl+Enter)
filter-scope = Where
filter-scope-here = This clause
filter-scope-whole = Whole document
filter-scope-all = All clauses
filter-stands = Which
filter-stands-open = Open
filter-stands-every = Open and resolved
filter-stands-unread = Unread
filter-stands-mine = Ours
filter-stands-resolved = Resolved
filter-organisation = Organisation
filter-organisation-any = Any organisation
filter-role = Role
filter-role-any = Any role
compose-new = New…
compose-new-help = Place a comment or question (Ctrl+Alt+M)
compose-title = New thread
compose-kind = Kind
compose-comment = Comment
compose-question = Question
compose-target = About
compose-target-help = The whole clause, the words that you chose, or one of the sentences.
compose-clause = Whole clause { $name }
compose-document = Whole document
compose-picked = Chosen: “{ $words }”
compose-box = Message
compose-deed = Place
compose-cancel = Cancel
link-title = Open address
link-question = This address stands in somebody else's message:

    { $address }

    Do you want to open it in the browser?
error-no-clause-to-discuss = First choose a clause. To comment on the document as a whole use “Comment on the whole document”.
inspector-unread = Discussion ({ $count })
compose-go-on = Go on with draft…
