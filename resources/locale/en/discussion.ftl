# The discussion: comments and questions about the document and its clauses.
inspector-discussion = Discussion
discussion-threads = Comments and questions
discussion-count = { $count ->
    [0] Nothing has been said here yet.
    [one] One message.
   *[other] { $count } messages.
  }
