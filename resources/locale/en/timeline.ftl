# Versions as people see them: timeline, comparing, going back, naming, freezing.
error-history-damaged = Something is missing in the history of { $path } ({ $version }). The text as it is now is whole. Fetch the workspace again from a colleague to restore the history.
transaction-restore-document = document restored
error-nothing-to-name = There is no version to name yet. Save a version first.
error-not-saved-yet = Some text is in no version yet. Save a version first, then give it the name “{ $name }”.
cli-name = give a version a name, or freeze it; without a name: show the names
cli-restore = put a clause or a document back as it was in a version
cli-history-frozen = frozen: { $name }
cli-history-more = and { $count } more
cli-named = Version { $version } is now called “{ $name }”.
cli-frozen = Version { $version } is frozen as “{ $name }” (seal { $seal }).
cli-restored = Put back as in version { $version }: { $documents }. Save a version to record this.
version-now = the text as it is now
name-kind-name = name
name-kind-frozen = frozen
name-kind-release = release
frozen-damaged = The stored text of “{ $name }” is not what was frozen: { $documents }. Ask a colleague for a sound copy of the workspace.
notice-restored-locked = Locked, and therefore left as it is: { $clauses }.
error-compare-what = Give two files, or one document of a workspace with --from VERSION (and --to VERSION).
action-timeline = &Timeline…
action-name_version = &Name this version…
action-freeze_version = &Freeze version…
timeline = Timeline
timeline-list = Versions, the newest first
timeline-status = What is happening
timeline-clauses = Clauses that changed in this version
timeline-words = The words that changed
timeline-choose = Choose a version to see what changed.
timeline-today = Today
timeline-yesterday = Yesterday
timeline-this-week = Earlier this week
timeline-this-month = Earlier this month
timeline-no-message = Without a note
timeline-taken = Fetched from { $sources } ({ $count ->
    [one] 1 change
   *[other] { $count } changes
  })
timeline-inside = { $count ->
    [one] 1 version
   *[other] { $count } versions
  }
timeline-came = new
timeline-left = gone
timeline-changed = changed
timeline-moved = moved
timeline-from-to = From { $source } to { $path }
timeline-others = and { $count } more clauses
timeline-between = headings or text between the clauses
timeline-changes = { $count ->
    [0] No clause changed
    [one] 1 clause changed
   *[other] { $count } clauses changed
  }
timeline-name-name = Name: { $name }
timeline-name-frozen = Frozen as: { $name }
timeline-name-release = Release: { $name }
timeline-intact = The text is exactly what was frozen (seal { $seal }).
timeline-search = Search in notes, names and codes
timeline-search-hint = Search a word, name or code
timeline-reset = Show all
timeline-document = Document
timeline-clause = Clause
timeline-organisation = Organisation
timeline-person = Person
timeline-period = Period
timeline-all-document = All documents
timeline-all-clause = All clauses
timeline-all-organisation = All organisations
timeline-all-person = Everybody
timeline-all-period = Any time
timeline-period-today = Today
timeline-period-week = Past week
timeline-period-month = Past month
timeline-period-year = Past year
timeline-looking = Looking… { $count ->
    [0] {""}
    [one] 1 version found
   *[other] { $count } versions found
  }
timeline-more = The newest { $count } versions. Go further down for older ones.
timeline-all = { $count ->
    [one] 1 version
   *[other] { $count } versions
  }
timeline-none = No version fits.
timeline-do-beside = Set &beside
timeline-do-beside-help = Shows this version as a lane beside the text as it is now.
timeline-do-compare = &Compare with…
timeline-do-compare-help = Then choose another version to compare this one with.
timeline-do-restore_clause = Restore c&lause
timeline-do-restore_clause-help = Puts the chosen clause back as it was in this version. It can be undone.
timeline-do-restore_document = Restore &document
timeline-do-restore_document-help = Puts the whole document back as it was in this version. It can be undone.
timeline-do-name = &Name…
timeline-do-name-help = Gives this version a name by which everybody knows it.
timeline-do-freeze = &Freeze…
timeline-do-freeze-help = Binds the exact text of this version to a name.
timeline-compare-with = Compare with { $name }
timeline-compare-choose = Choose the version to compare with { $name } and press the button again. Escape stops.
timeline-compare-title = Two versions
timeline-compare-help = The newer version on the left, the older on the right. Ctrl+F8 goes to the next difference.
timeline-set-beside = Set beside the text: { $name }
timeline-restored = Restored: { $name }. Undo brings it back as it was.
timeline-same = { $name } is like that already.
name-dialog = Name a version
name-dialog-help = Give this version a name by which you and others know it. The name goes along when you share the workspace.
name-dialog-accept = Give name
name-dialog-name = &Name
freeze-dialog = Freeze a version
freeze-dialog-help = The exact text of this version is bound to a name. That stays so: Coauthor sees it when anything changes later, and the codes of its clauses do not change any more.
freeze-dialog-accept = Freeze
error-name-missing = Fill in a name.
error-clause-elsewhere = { $clause } now stands in the document “{ $document }”. Open that document to restore the clause there.
timeline-opened = open: { $count } versions stand below it
timeline-closed = closed: the right arrow shows { $count } versions
timeline-restore-elsewhere = This clause stands in another document. Open that document to restore it.
timeline-clauses-help = Enter shows all versions of this clause.
timeline-undone = Undone: { $name }.
tool-timeline = Timeline
