# Positions, consensus, shares and the level-playing-field report.

## Who speaks
party-municipality = municipality
party-partnership = partnership
party-water-authority = water authority
party-vendor = vendor
party-user-association = user association
party-umbrella = umbrella organisation
party-buying-organisation = buying organisation
party-adviser = adviser
size-class-under-25k = municipalities under 25,000 inhabitants
size-class-25k-50k = municipalities of 25,000 to 50,000 inhabitants
size-class-50k-100k = municipalities of 50,000 to 100,000 inhabitants
size-class-over-100k = municipalities of 100,000 inhabitants and more
size-class-partnership = partnerships
size-class-vendors = vendors
size-class-none = others

## Positions and consensus
stance-agree = agree
stance-live = can live with it
stance-object = objection
stance-none = no position
stance-sealed = sealed
stance-unopened = sealed and not opened
stance-broken = opened, but not what was sealed; does not count
consensus-unanimous = unanimous
consensus-consensus = consensus
consensus-majority = majority
consensus-none = no agreement
consensus-open = too few positions yet
candidate-yes = candidate
candidate-no = no candidate yet
lacking-bodies = too few public bodies agree
lacking-vendors = too few vendors agree
lacking-objection = objection

## Errors
error-voting-setting = The setting { $key } in people.toml does not fit: it says { $value }, and must be { $wanted }. Nothing was changed. Mend it under Settle, Rules for positions.
error-organisation-unknown = It is not known for which organisation you speak. Fill in your organisation with your name, then take the position.
error-stance-unknown = There is no position { $stance }. Choose from: { $known }.
error-objection-without-argument = An objection needs an argument: only then can somebody answer it. Write in one sentence what is wrong.
error-not-the-steward = { $organisation } is not the steward of this workspace. The steward closes the first round and answers objections.
error-own-objection = This objection is your own organisation's. Withdraw it when it is solved.
error-answer-missing = First write what you answer.
error-no-blind-round = { $document } has no blind round under way.
error-round-open = The first, blind round of { $document } is still under way: nobody sees another's position. Close the round under Settle, wait until everybody shared their position, then release.
error-quorum-sizes = Nothing was released yet. Of this group or these groups nobody gave a position on the text of now:{ $under_25k ->
    [0] {""}
   *[1] {" "}municipalities under 25,000 inhabitants;
  }{ $from_25k ->
    [0] {""}
   *[1] {" "}municipalities of 25,000 to 50,000 inhabitants;
  }{ $from_50k ->
    [0] {""}
   *[1] {" "}municipalities of 50,000 to 100,000 inhabitants;
  }{ $over_100k ->
    [0] {""}
   *[1] {" "}municipalities of 100,000 inhabitants and more;
  }{ $partnership ->
    [0] {""}
   *[1] {" "}partnerships;
  } ask for their position before you release.
error-quorum-organisations = Nothing was released yet. { $spoke } of the { $needed } organisations needed gave a position on the text of now. Ask the others for their position.
error-quorum-vendors = Nothing was released yet. { $spoke } of the { $needed } vendors needed gave a position on the text of now. Ask another vendor for a position.
error-quorum-clauses = Nothing was released yet. On { $count ->
    [one] one clause
   *[other] { $count } clauses
  } too few organisations or groups gave a position: { $clauses }.
error-objections-open = Nothing was released yet. { $count ->
    [one] One objection has no answer yet: that
   *[other] { $count } objections have no answer yet, beginning with that
  } of { $organisation } on { $clause }. Answer it, or ask whether it can be withdrawn.

## The level-playing-field report
level-title = Level-playing-field report
level-about = For each clause: who proposed it, who changed it, who answered what, when, since when everybody in the workspace could read it, and who decided. The report names organisations and no persons.
level-release = release { $release }
level-clocks = Times in UTC. “Said” is the clock of who spoke; “readable since” is the moment of the version with which everybody in this workspace could read it.
level-participants-about = Who takes part in this workspace, and what each contributed
level-shares-organisations = Share of the text in force and of the proposals, by organisation
level-shares-classes = The same by group
level-warning = wrote { $text } of the text in force and made { $proposals } of the proposals. That is more than was agreed and more than an equal part.
level-whole = About the document as a whole
level-entries = { $count ->
    [one] One contribution
   *[other] { $count } contributions
  }, oldest first
level-replaced = “{ $was }” became “{ $now }”
level-added = added: “{ $now }”
level-removed = taken out: “{ $was }”
level-nothing = Nothing was said or changed here.
level-unknown = organisation not known
level-not-yet = not shared yet
level-not-released = not released yet
level-no-positions = no positions
level-unanswered = { $count ->
    [one] one objection without an answer
   *[other] { $count } objections without an answer
  }
level-sheet-contributions = Contributions
level-sheet-clauses = Clauses
level-sheet-participants = Participants
level-sheet-shares = Shares
level-column-clause = Clause
level-column-at = Said
level-column-since = Readable since
level-column-who = Organisation
level-column-party = Party
level-column-what = What
level-column-detail = Content
level-column-proposed-by = Proposed by
level-column-visible-since = Readable since
level-column-text-since = Text of now since
level-column-public-since = Published for vendors like this since
level-column-released = Released in
level-column-decided-by = Decided by
level-column-state = Agreement
level-column-unanswered = Objections without an answer
level-column-contributions = Contributions
level-column-first = First
level-column-last = Last
level-column-size = Group
level-column-words = Words
level-column-text = Share of text
level-column-proposals = Proposals
level-column-proposed = Share of proposals
level-column-adopted = Adopted
level-column-rejected = Rejected
level-column-acceptance = Part adopted
level-column-dominates = Attention
level-what-clause-came = wrote the clause
level-what-clause-changed = changed the text
level-what-clause-moved = moved it
level-what-clause-left = took it away
level-what-comment = comment
level-what-question = question
level-what-reply = answer
level-what-resolve = resolved
level-what-reopen = reopened
level-what-suggestion = suggestion
level-what-accept = took the suggestion over
level-what-reject = rejected the suggestion
level-what-response = vendor's answer
level-what-reading = reading
level-what-confirm = confirmed
level-what-withdraw = withdrew
level-what-position = position
level-what-sealed-position = sealed position
level-what-close-round = closed the blind round
level-what-proposal = proposal
level-what-proposal-adopted = took the proposal over
level-what-proposal-rejected = rejected the proposal
level-what-record-merge = chose between two texts
level-what-record-waiver-request = asked for a waiver
level-what-record-waiver-advice = advised on a waiver
level-what-record-waiver = decided on a waiver
level-what-record-sign-off = signed
level-what-record-reconfirm = confirmed the deviation again
level-verdict-agree = agree
level-verdict-live = can live with it
level-verdict-object = objection
level-verdict-none = taken back
level-verdict-meets = meets
level-verdict-partly = meets partly
level-verdict-no = does not meet
level-verdict-roadmap = planned
level-verdict-unacceptable = not acceptable

## What stays with a release
settled-with = { $release }: { $state }
minority-of = Objection of { $organisation }
minority-answer = Answer of { $organisation }

## Commands
cli-positions = show for each clause what organisations think of it and how far they agree
cli-position = take a position on a clause
cli-position-taken = { $clause }: { $stance }. It is shared with your next version.
cli-position-sealed = { $clause }: your position is sealed. It can be seen once the round is closed and you share from this computer after that.
cli-meter = Candidates: { $candidates } of { $clauses } clauses ({ $percent } %).
cli-shares = show who wrote the text in force and who made proposals
cli-report = write a report to an HTML or XLSX file
cli-reported = The report is in { $path }.
cli-close-round = close the blind first round of a document
cli-round-closed = The blind round of { $document } is closed.
cli-answer-objection = answer the objection of an organisation
cli-objection-answered = The answer to { $organisation } on { $clause } was written down.
error-no-objection = { $organisation } has no objection on { $clause }.
error-report-format = A report becomes a file that ends in .html or .xlsx, and not in { $suffix }.

## The window
action-position_agree = &Agree to this clause
action-position_live = We can &live with this clause
action-position_object = &Object to this clause…
action-position_none = &Take position back
action-show_positions = &Positions and shares…
action-level_report = L&evel-playing-field report…
action-close_round = &Close blind round
action-voting_rules = &Rules for positions…
positions = Positions
positions-window = Positions and shares
positions-said = Who thinks what
positions-table = Clauses with their positions
positions-nobody = Nobody gave a position yet.
positions-go = Go to the clause
positions-filter = Show
positions-filter-all = all clauses
positions-filter-own-missing = without our position
positions-filter-objections = with an objection
positions-filter-unanswered = with an unanswered objection
positions-filter-no-consensus = without consensus
positions-filter-candidates = candidates
positions-column-clause = Clause
positions-column-state = Agreement
positions-column-own = Our position
positions-column-agree = Agree
positions-column-live = Can live
positions-column-object = Objection
positions-column-candidate = Candidate
candidate-short = ★ candidate
candidate-short-not = not yet: { $why }
lacking-short-bodies = public bodies
lacking-short-vendors = vendors
lacking-short-objection = objection
meter-help = A clause is a candidate for the common standard when enough public bodies and enough vendors agree or can live with it and no objection stands. The mark is at 80 %.
shares-waiting = The shares are being computed from the history.
shares-fair = Nobody has a bigger share than was agreed.
position-own = The position of { $organisation }
position-agree = Agree
position-agree-help = This is good for our organisation.
position-live = Can live with it
position-live-help = Not what we prefer, but we do not stop it.
position-object = Objection
position-object-help = Not like this, with an argument that the steward answers.
position-none = Take back
position-none-help = Our organisation then has no position on this clause any more.
position-argument = Argument
position-argument-help = Why? An objection needs this.
position-stale = on an earlier text
position-advisory = without a vote on this clause
position-not-listed = is not listed in this workspace and does not count
position-unanswered = no answer yet
position-answer = Answer of { $organisation }: { $answer }
position-answer-it = Answer objection…
consensus-counted = { $state } ({ $agree } agree, { $live } can live with it, { $objections } object)
candidate-not-because = No candidate yet: { $why }
round-blind = Blind first round: what you choose now is shared sealed. Everybody sees that you chose, nobody sees what, until the steward closes the round. After that this program opens your choice when you share again from this computer.
object-dialog = Object
object-dialog-help = An objection stays visible until you withdraw it, and the steward must answer it before a release. Your organisation is named, you are not.
object-dialog-accept = Object
answer-dialog = Answer an objection
answer-dialog-help = The answer stands with the objection and stays there after the release, too.
answer-dialog-accept = Answer
answer-text = Answer
answer-text-help = What happens with the objection, and why.
rules-dialog = Rules for positions
rules-dialog-help = What the participants agreed. It holds for everybody in this workspace and stands in people.toml. Without an agreement it follows from who takes part.
rules-dialog-accept = Keep
rule-quorum = Organisations needed
rule-quorum-help = This many organisations with a vote must have given a position on the text of now.
rule-quorum-per = Counted over
rule-quorum-per-help = Over all clauses together, or on each clause apart.
rule-quorum-per-release = all clauses together
rule-quorum-per-clause = each clause apart
rule-size-classes = At least one of each class of size that takes part
rule-size-classes-help = So that nothing is released without the small municipalities.
rule-quorum-vendors = Vendors needed
rule-quorum-vendors-help = This many vendors must have given a position.
rule-vendor-vote = Vendors on locked demands
rule-vendor-vote-help = With an advisory voice they do not count there, but their objection must be answered.
rule-vendor-vote-advisory = advise
rule-vendor-vote-voting = vote, too
rule-candidate-bodies = Public bodies for a candidate
rule-candidate-bodies-help = This many municipalities, partnerships and water authorities must agree or be able to live with it.
rule-candidate-vendors = Vendors for a candidate
rule-candidate-vendors-help = This many vendors must agree or be able to live with it.
rule-warn-organisation = Warn of one organisation above
rule-warn-organisation-help = Share of the text in force or of the proposals.
rule-warn-class = Warn of one group above
rule-warn-class-help = Share of a class of size, or of the vendors together.
rule-blind-round = The first round is blind
rule-blind-round-help = Positions are shared sealed until the steward closes the round.
notice-position = { $clause }: { $stance }. It is shared with your next version.
notice-position-sealed = { $clause }: { $stance }, sealed. It can be seen once the round is closed and you share from this computer after that.
notice-round-closed = The blind round of { $document } is closed. Each position can be seen once that organisation shares again.
notice-rules = The rules were kept and go with your next version.
notice-reporting = The report is being written.
level-file = level-playing-field-report
error-no-clause-chosen = First choose a clause: a position is about one clause.
sign-objections = { $count ->
    [one] objection
   *[other] { $count } objections
  }
notice-sealed-waits = The blind round is closed. { $count ->
    [one] Your sealed position can
   *[other] Your { $count } sealed positions can
  } be seen once you send.
