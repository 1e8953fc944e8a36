# The command line and the exports.
cli-about = Write requirement documents together: municipalities and vendors, beside a common standard.
cli-command = COMMAND
cli-language = language of texts and messages
cli-open = open the window, with or without a workspace
cli-example = make the example municipality in a new folder
cli-new = make an empty workspace
cli-derive = derive a workspace from a standard (STANDARD@RELEASE)
cli-status = show for each document how much is standard and what deviates
cli-save = save a version
cli-history = show the versions, of everything or of one clause
cli-compare = compare two documents
cli-version = show the version of this program
cli-help-usage = usage
cli-help-positionals = arguments
cli-help-options = options
cli-help-help = show this explanation
cli-wrong-required = this is missing: { $what }
cli-wrong-unknown = this does not belong here: { $what }
cli-wrong-value = { $what } needs a value after it
cli-wrong-choice = { $said } is not one for { $what }; choose from { $known }
cli-wrong-unfit = { $said } does not fit { $what }
cli-import = bring in an existing file as clauses
cli-export = export a document in one of the formats that “formats” lists
cli-release = propose the number of the next release, or release a standard
cli-no-display = There is no display, so the window cannot open. The work without a window goes like this:
    { $program } example FOLDER
    { $program } export FOLDER/documents/belastingen.md --format html -o specification.html
cli-made = Made: { $path }
cli-share = Standard share: { $clauses } % of the clauses, { $words } % of the words
cli-unexplained = { $count ->
    [one] One deviation still lacks its reason.
   *[other] { $count } deviations still lack their reason.
  }
cli-locked-changed = { $count ->
    [one] One locked clause deviates from the standard.
   *[other] { $count } locked clauses deviate from the standard.
  }
cli-problem = Line { $line }: { $problem }
cli-saved = Version saved: { $message } ({ $version })
cli-imported = Imported into { $path }: { $clauses } clauses.
cli-import-like = This file is like “{ $title }”: { $count } of its { $clauses } clauses stand there already. To bring that document up to date instead of making a new one: --document { $name }.
cli-exported = Written: { $path }
cli-released = Release { $release } is made.
new-title = Programme of requirements { $organisation }
version-created = Begun
version-derived = Derived from { $standard }, release { $release }
version-imported = { $file } imported
version-released = Release { $release }
version-outside = Text changed from outside, kept
export-draft = draft
export-skip = To the content
export-derived-from = derived from { $standard }
export-example = Example with invented names – not adopted by any organisation.
export-share = { $percent } % of the clauses are standard.
export-legend = Number of clauses by lineage
export-contents = Contents
export-change = Difference from the standard
export-removed = removed:
export-added = added:
answer-meets = Yes
answer-partly = Partly
answer-no = No
