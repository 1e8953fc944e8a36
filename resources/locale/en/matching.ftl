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
