# Merging on the command line.
cli-merge-file = merge three files: BASE is how it was, OURS and THEIRS what was made of it
cli-merge-driver = let git merge Markdown in a folder the way Coauthor does
cli-merged = Merged: { $settled } by itself, { $look } to look at, { $decide } to decide.
cli-merge-place = To decide: lines { $start } to { $end }; our text still stands there.
cli-driver-installed = Switched on for { $path }: from now on git merges Markdown files here by clause, sentence and word.
