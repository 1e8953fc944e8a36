# A text beside the standard
matching-title = Compare with the standard
matching-heading = Your text beside { $standard }
matching-share = { $percent } % of your clauses are in the standard already; that is { $words } % of your words.
transaction-match = clauses became the standard’s
matching-busy = Your text is being compared with the standard…
matching-threshold = &From
matching-threshold-help = Share of the words that are the same
matching-above = &Accept { $count ->
    [one] 1 clause
   *[other] { $count } clauses
} above that
matching-above-help = Accepts what is the same or nearly so and is not decided yet. You can undo it.
matching-table = Clauses beside the standard
matching-table-help = Enter accepts, N refuses, Ctrl+Z undoes
matching-column-likeness = Likeness
matching-column-code = Number
matching-column-text = Your text
matching-column-standard = In the standard
matching-column-share = %
matching-column-decision = Decision
matching-yes = accepted
matching-no = not this one
matching-settled = is standard
matching-candidates = &In the standard
matching-accept = Acce&pt
matching-accept-help = This clause becomes the standard’s (Enter)
matching-refuse = &Not this one
matching-refuse-help = This clause stays your own (N)
matching-undo = &Undo
matching-undo-help = Takes the last decision back (Ctrl+Z)
matching-ours = Your text (underlined: not in the standard)
matching-theirs = The standard (struck through: not in your text)
matching-show-all = All ({ $count })
matching-show-open = Still to decide ({ $count })
matching-show-same = Same ({ $count })
matching-show-nearly = Nearly the same ({ $count })
matching-show-related = Related ({ $count })
matching-show-own = Own ({ $count })
matching-show-yes = Accepted ({ $count })
matching-report = Save &report…
matching-report-help = One page with the share, a picture and the lists
matching-close = &Close
matching-locked = Locked: once accepted, the text of the standard holds. Yours stays as a remark on the clause.
matching-take = Take { $count ->
    [one] 1 clause
   *[other] { $count } clauses
} over
matching-take-help = Nothing changes before you choose this. Afterwards you can still undo it.
matching-leave = You accepted { $count ->
    [one] 1 clause
   *[other] { $count } clauses
} and took nothing over yet. Close all the same? Your text then stays as it is.
matching-which = Which standard do you compare with?
matching-which-help = This document stands beside that standard afterwards. Your text stays as it is.
matching-which-accept = Compare
matching-which-standard = &Standard
action-compare_with_standard = &Compare with the standard…
matching-report-title = { $title } beside the standard
matching-report-beside = Compared with { $standard } on { $day }
matching-report-share = of the clauses are in the standard already.
matching-report-words = Those clauses have { $percent } % of the words.
matching-report-counts = Number of clauses by likeness to the standard
matching-report-meaning = What that means
matching-report-number = Number
matching-report-lists = The clauses
matching-report-more = { $count ->
    [one] And 1 more clause.
   *[other] And { $count } more clauses.
}
matching-report-about = The likeness is computed from the words. A person decides what means the same.
matching-means-same = The standard says the same.
matching-means-nearly = The standard says it nearly so; differences are marked.
matching-means-related = The standard has a clause on the same subject.
matching-means-own = The standard says nothing of this.
