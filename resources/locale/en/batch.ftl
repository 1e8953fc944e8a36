# Several formats at once.
cli-not-exported = Not made: { $format }. { $reason }
error-cannot-make = This file could not be made. The other formats were not touched by it. Report this with the text behind it: { $reason }
making-begins = Working…
making-step = Making { $what } (step { $done } of { $total })…
making-stopped = { $count ->
    [0] Stopped. Nothing was written.
    [one] Stopped. One file was ready and stands in { $folder }.
   *[other] Stopped. { $count } files were ready and stand in { $folder }.
  }
batch-done = { $count ->
    [one] One file is
   *[other] { $count } files are
  } in { $folder }.
batch-failed = Not made: { $format }. { $reason }
batch-open = Open
batch-folder = Show folder
batch-checked = Checked for publication: nothing found that should not be there.
batch-found = Checked for publication: { $errors } { $errors ->
    [one] point
   *[other] points
  } to mend first, { $notes } to look at.
batch-look = Look…
