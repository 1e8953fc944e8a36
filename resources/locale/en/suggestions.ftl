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
cli-suggestions = show the suggestions in a workspace and what became of them
cli-suggest = suggest another text for a clause, without changing the text
cli-accept = accept a suggestion, or with --changes some changes of it
cli-suggested = Suggested for { $clause }: { $suggestion }
cli-suggestion-accepted = Suggestion accepted: { $organisation }
cli-suggestion-rejected = Suggestion rejected: { $organisation }
suggestion-state-open = open
suggestion-state-accepted = accepted
suggestion-state-rejected = rejected
suggestion-state-partly = accepted in part
suggestion-state-withdrawn = withdrawn
suggestion-collides = collides with a later change
history-suggested = Suggested by { $organisations }
transaction-suggest = suggestion
transaction-withdraw-suggestion = suggestion withdrawn
error-only-suggesting = In suggestion mode the text does not change. Type in a clause what you suggest, or switch the mode off.
error-suggest-clauses-only = Suggestions are made on a clause. Headings and text between cannot be changed here; say it in the conversation.
action-suggest_mode = &Suggest instead of change
action-next_suggestion = Next s&uggested change
action-previous_suggestion = &Previous suggested change
action-accept_change = &Accept the suggested change
action-reject_change = Re&ject the suggested change…
action-accept_suggestion = Accept t&he whole suggestion
action-reject_suggestion = R&eject the whole suggestion…
action-show_suggestions = Suggestions side &by side
suggest-mode-on = ✎ Suggestion mode
suggest-mode-help = What you type in a clause becomes a suggestion. Press here to write as usual.
suggest-mode-told = Suggestion mode: what you type in a clause becomes a suggestion. The text itself does not change.
suggest-mode-forced = You can make suggestions here. What you type in a clause becomes a suggestion; the text itself does not change.
suggest-reader = You read along here. Changing the text or making suggestions is for who has a role for it.
suggest-mode-off = Write as usual
suggest-recovered =
    { $count ->
        [one] One suggestion was not saved yet when the program stopped. It is restored.
       *[other] { $count } suggestions were not saved yet when the program stopped. They are restored.
    }
suggestions-title = Suggestions
suggestions-count =
    { $count ->
        [0] Nothing is suggested for this clause.
        [one] One suggestion waits for a decision.
       *[other] { $count } suggestions wait for a decision.
    }
suggestions-none = No suggestions wait here.
suggestions-sign =
    { $count ->
        [one] 1 suggestion
       *[other] { $count } suggestions
    }
suggestions-waiting =
    { $count ->
        [one] ✎ Suggestion for 1 clause
       *[other] ✎ Suggestions for { $count } clauses
    }
suggestions-waiting-help = Press to go to the next suggested change (Ctrl+F7).
suggestions-beside = Show side by side
lane-suggestion = Suggestion of { $organisation }
suggestion-nobody = no organisation
suggestion-edit =
    { $count ->
        [one] 1 change
       *[other] { $count } changes
    }
suggestion-add = new clause
suggestion-remove = leave the clause out
suggestion-goes = out: “{ $words }”
suggestion-comes = in: “{ $words }”
suggestion-spoken = Suggestion of { $organisation }: { $changes }.
suggestion-layout = other lines and blanks
suggestion-present = it says so already
suggestion-near = The text was changed close to it meanwhile. Read the sentence once.
suggestion-collision = Meanwhile something else came to stand here: “{ $now }”
suggestion-anyway = Accept anyway
suggestion-accept = Accept
suggestion-accept-all = Accept all
suggestion-accept-rest = Accept what fits
suggestion-accept-one = Accept change { $number }
suggestion-reject = Reject…
suggestion-reject-all = Reject all…
suggestion-reject-one = Reject change { $number }…
suggestion-withdraw = Withdraw
suggestion-explain = Explain…
suggestion-why = Why
suggestion-why-help = In one or two sentences.
suggestion-refuse = Reject the suggestion
suggestion-refuse-help = Whoever suggested this sees the reason.
suggestion-refuse-accept = Reject
suggestion-reason = Explain the suggestion
suggestion-reason-help = Say why you suggest this. Others read it with the suggestion.
suggestion-reason-accept = Explain
suggest-remove = Suggest to leave out
suggest-remove-help = The clause stays until somebody accepts this suggestion.
suggest-remove-accept = Suggest
suggest-new = Suggest a new clause
suggest-new-help = The clause comes behind the clause you are in now, once somebody accepts this suggestion.
suggest-new-accept = Suggest
