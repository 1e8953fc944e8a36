# The number of the next release.
release-dialog = Make a release
release-dialog-help = A release is the text that others derive from. It stays for good as it is now.
release-dialog-accept = Release
release-nothing = Nothing has changed since release { $previous }. So there is no new release to make.
bump-first = This will be the first release. Proposed: { $number }.
bump-fits = Number that fits after { $previous }: { $number } ({ $level }). This is why:
bump-judge = Words alone do not tell for certain whether a demand became stricter. The steward judges.
bump-level-none = nothing changed
bump-level-patch = wording only
bump-level-minor = old answers still comply
bump-level-major = old answers may no longer comply
bump-withdrawn = withdrawn
bump-new-wish = new wish or information
bump-new-demand = new requirement
bump-rearranged = existing requirements arranged differently
bump-freedom-removed = the slot “{ $detail }” is gone
bump-freedom-added = new slot “{ $detail }”
bump-default-changed = another default at “{ $detail }”
bump-proof-changed = another verification or norm
bump-explained = another explanation
bump-kind-up = is now a requirement
bump-kind-down = is no longer a requirement
bump-priority-up = higher priority
bump-priority-down = lower priority
bump-locked = is now locked
bump-unlocked = is no longer locked
bump-theme-changed = another theme
bump-wording = wording only
bump-wish-changed = another wish { $detail }
bump-demand-changed = the requirement changed: { $detail }
bump-demand-shorter = the requirement asks less
bump-demand-longer = the requirement asks more or something else
bump-text-changed = headings or text changed
bump-order-changed = another order
error-release-not-newer = Release { $release } does not come after release { $previous }. Choose a higher number.
error-release-too-low = Number { $release } is too low for what changed, for instance at { $cause }. { $number } fits ({ $level ->
    [major] old answers may no longer comply
    [minor] old answers still comply
   *[other] wording only
  }). Choose that number, or confirm that you want { $release } anyway.
bump-more = and { $count } more
release-anyway = { $reason }

    Release as { $release } anyway?
