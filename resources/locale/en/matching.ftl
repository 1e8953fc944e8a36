cli-match = compare an existing document with a standard: how much of it is there already
match-same = the same
match-nearly = nearly the same
match-related = related
match-own = own
match-line = { $likeness }: { $code }, { $percent } % of the words
match-summary =
    { $percent } % of this document is already in { $standard } { $release }:
    { $same } the same, { $nearly } nearly the same, { $related } related, { $own } own, of { $all } clauses.
error-no-requirements = { $path }: nothing in it can be compared. Choose a file with requirements: Markdown, Excel (.xlsx) or CSV.
match-left = This text stood in our document. The standard has a locked text here, which now holds. Who wants to deviate all the same asks for a waiver.
match-became-same = { $count ->
    [one] 1 clause is the text of the standard now.
   *[other] { $count } clauses are the text of the standard now.
}
match-became-filled = { $count ->
    [one] 1 clause is the standard’s now, with your own value filled in.
   *[other] { $count } clauses are the standard’s now, with your own values filled in.
}
match-became-deviates = { $count ->
    [one] 1 clause is the standard’s with a deviation now. Write down why you deviate.
   *[other] { $count } clauses are the standard’s with a deviation now. Write down why you deviate.
}
match-became-locked = { $count ->
    [one] 1 clause is locked: the text of the standard holds, your text is a remark on the clause.
   *[other] { $count } clauses are locked: the text of the standard holds, your text is a remark on the clause.
}
match-became-part = { $count ->
    [one] 1 clause is part of a clause that is there already, and names it as its source.
   *[other] { $count } clauses are part of a clause that is there already, and name it as their source.
}
match-became-gone = { $count ->
    [one] 1 clause is not there any more; nothing was done with it.
   *[other] { $count } clauses are not there any more; nothing was done with them.
}
version-matched = Compared with { $standard }
error-match-no-standard = This workspace has no standard to compare with yet. Name one, such as “belastingen”, or choose one in the window.
error-match-which-standard = There are several standards to compare with. Name one: { $known }.
error-match-other-release = This workspace uses { $standard } { $release } already. Compare with that one, or go to the new release first.
error-match-accept-alone = Taking over goes with a comparison with the standard. Add --match.
error-match-accept-unfit = “{ $accept }” is no share. Write 0.85 or 85%, for instance.
