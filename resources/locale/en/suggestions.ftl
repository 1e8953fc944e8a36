# Suggestions: a change that is offered instead of made.
transaction-accept-suggestion = suggestion accepted
transaction-reject-suggestion = suggestion rejected
error-nothing-to-suggest = What you suggest for { $clause } is what it says already.
error-no-such-suggestion = There is not exactly one suggestion “{ $suggestion }”. See with “coauthor suggestions” which there are.
error-no-such-change = This suggestion has no change { $number }.
error-suggestion-decided = This suggestion for { $clause } has been decided on already.
error-suggestion-clause-gone = { $clause } is no longer in the document. Put the clause back to be able to accept the suggestion.
error-suggestion-collides = The same words of { $clause } have been changed otherwise meanwhile. Choose which text must stand.
error-suggestion-not-ours = Only { $organisation } can withdraw this suggestion. You can reject it.
