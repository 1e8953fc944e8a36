# Going to a new release of the standard.
cli-upgrade = take a workspace to another release of its standard
cli-upgrade-done = Taken to release { $release }. { $left ->
    [0] Nothing is left to decide.
    [one] One question waits for an answer.
   *[other] { $left } questions wait for an answer.
  }
cli-upgrade-dry = Nothing was changed: this was a trial.
version-before-upgrade = Kept before the new release
version-upgraded = To { $standard }, release { $release }
transaction-upgrade = to a new release
transaction-upgrade-answer = question of the release answered
upgrade-title = { $standard }: from release { $before } to { $release }
upgrade-summary = { $standard }, from release { $before } to { $release }: { $follows } follow by themselves, { $asked } to decide, { $review } deviations to look at again, { $told } to know.
upgrade-type-clause = Clause
upgrade-type-heading = Heading
upgrade-type-prose = Text
upgrade-type-place = Text
upgrade-outcome-follows = follows by itself
upgrade-outcome-told = to know
upgrade-outcome-look = please have a look
upgrade-outcome-review = do you still deviate?
upgrade-outcome-asked = to decide
upgrade-happened-changed = the standard changed
upgrade-happened-moved = moved
upgrade-happened-added = new in the standard
upgrade-happened-withdrawn = withdrawn
upgrade-happened-split = split
upgrade-happened-joined = joined
upgrade-happened-relocated = went into another clause
upgrade-happened-adopted = taken over by the standard
upgrade-happened-unchanged = the standard stayed the same here
upgrade-why-combined = Your change and the standard's both stand here.
upgrade-why-both-changed = You deviated here, and the standard changed here too.
upgrade-why-removed-edited = The standard removed this text, but you had changed it.
upgrade-why-explanation = You and the standard both changed the explanation. The clause itself follows the standard.
upgrade-why-deviates = You deviate from the standard here. Does the reason still hold?
upgrade-why-same-now = The standard now says what you already said. This is no deviation any more.
upgrade-why-omitted = You left this clause out. It stays out.
upgrade-why-omitted-withdrawn = You had left this clause out. Now the standard no longer has it either.
upgrade-why-omitted-locked = You left a locked clause out.
upgrade-why-sources-omitted = This clause comes from clauses that you had left out. So it stays out too, for the same reason.
upgrade-why-filling-lost = What you had filled in has no place any more: { $detail }
upgrade-why-adopted = The standard took over your clause.
upgrade-why-adopted-code = The standard took over your clause. You called it { $detail }.
upgrade-why-adopted-changed = The standard took over your clause, in other words.
upgrade-why-went-on = The text now stands in { $detail }.
upgrade-why-went-on-adapted = The text now stands in { $detail }, but you deviated here.
upgrade-why-withdrawn = This clause was withdrawn.
upgrade-why-withdrawn-adapted = This clause was withdrawn, but you deviated here.
upgrade-why-code-taken = The standard now uses the number { $detail } itself. Your clause got another number.
error-no-standard-here = The workspace { $path } does not derive from a standard. So there is no release to go to.
error-snapshot-unlike = The copy of { $standard }, release { $release }, in this workspace was changed. So one cannot see what the standard changed. Put an earlier version of the folder “standards” back.
error-already-at-release = This workspace already uses release { $release } of { $standard }.
error-no-such-offer = The choice “{ $offer }” is not possible here.
error-place-gone = The text in question ({ $place }) no longer stands there like this. Change it by hand, and then choose “keep”.
error-step-busy = Another program is updating this workspace ({ $path }). Wait a moment and try again.
error-workspace-occupied = Another window that writes in this workspace is open ({ $host }). Close that window and try again.
action-upgrade_standard = T&o the new release…
action-walk_upgrade = &Answer the questions of the release
upgrade-report-help = This is what happens when you go there. Nothing has changed yet. Afterwards, Undo (Ctrl+Z) takes you back in one step.
upgrade-report-go = Go to { $release }
upgrade-report-save = Save the report…
upgrade-report-file = was-becomes-{ $release }.html
upgrade-count-follows = { $count ->
    [one] follows by itself
   *[other] follow by themselves
  }
upgrade-count-asked = to decide
upgrade-count-review = { $count ->
    [one] deviation to look at again
   *[other] deviations to look at again
  }
upgrade-count-told = to know
upgrade-list = What changes, the most important first
upgrade-detail = Was and becomes
upgrade-was-becomes = Was and becomes
upgrade-was-if-followed = Your text, and what comes when you follow the standard
upgrade-standard-changed = What the standard changed
upgrade-locked = This clause is locked: deviating takes a waiver.
upgrade-offer-follow = Follow the standard
upgrade-offer-merged = Both changes in one text
upgrade-offer-keep = Keep our text, with a reason
upgrade-offer-both = Both, ours first
upgrade-offer-both-reversed = Both, the standard first
upgrade-offer-before = What the standard said before
upgrade-offer-neither = Neither
upgrade-offer-propose = Keep our text and propose it to the standard
