# The lanes: our document beside the standard and earlier versions.
lanes-name = Text, lanes side by side
lanes-widths = Width of the lanes
lanes-gap = to be filled in
lanes-omitted = Left out: { $name }
lanes-omitted-because = Left out: { $name } – { $reason }
lanes-withdrawn = Withdrawn: { $name }
lanes-moved-to = Withdrawn: { $name } – moved
lanes-split-into = Withdrawn: { $name } – split
lanes-joined-into = Withdrawn: { $name } – joined
lanes-adapted = adapted, { $direction }
lanes-no-reason = reason missing
lanes-reason = reason given
lanes-not-ours = is not in our document
lanes-not-there = is not in: { $lane }
lanes-same = same as our document
lanes-heading = Heading level { $level }: { $title }
lanes-changes = { $count ->
    [one] one difference in words
   *[other] { $count } differences in words
  }
lanes-take = Take this
lanes-take-name = Take these words from the standard
lanes-edit-title = Title of { $name }
lanes-edit-body = Text of { $name }
lanes-edit-heading = Text of the heading
lanes-edit-prose = Text
lanes-edit-slot = Fill in: { $name }
lanes-new-clause = new clause
lanes-title-hint = Title
lanes-body-hint = Write the text here
lanes-new-heading = New heading
lanes-new-prose = New text
lanes-divider = Divider between { $left } and { $right }
