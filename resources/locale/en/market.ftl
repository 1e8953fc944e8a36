# Answers of vendors, readings and market coverage.
verdict-meets = Meets
verdict-partly = Meets in part
verdict-no = Does not meet
verdict-roadmap = On the roadmap
verdict-unacceptable = Not acceptable to us
verdict-on-roadmap = On the roadmap: { $date }
verdict-no-date = without a date
size-S = Small (S)
size-M = Medium (M)
size-L = Large (L)
size-hours = { $amount } hours
size-euro = € { $amount } once
size-euro-year = € { $amount } a year
count-meets = { $count ->
    [one] meets
   *[other] meet
}
count-partly = in part
count-no = not
count-roadmap = on the roadmap
count-unacceptable = not acceptable
count-stale = { $count ->
    [one] answer on an earlier text
   *[other] answers on an earlier text
}

coverage-sheet = Market coverage
coverage-answers = Answers
coverage-of = Market coverage: { $title }
coverage-vendors = Vendors
coverage-code = No
coverage-title = Title
coverage-kind = Demand/Wish
coverage-theme = Category
coverage-marks = Kind
coverage-knock-out = Knock-out
coverage-locked = Locked
coverage-meets = Meets
coverage-partly = In part
coverage-no = Not
coverage-roadmap = On the roadmap
coverage-unacceptable = Not acceptable
coverage-stale = On an earlier text
coverage-silent = No answer yet
coverage-readings = Read alike
coverage-warnings = Note
coverage-vendor = Vendor
coverage-answer = Answer
coverage-refused = Not acceptable: locked
coverage-on-text = About which text
coverage-earlier = an earlier text
coverage-now = the text of now
coverage-size = Size (own estimate)
coverage-given = Given on
coverage-explanation = Explanation
coverage-yes = yes
coverage-understood = Understood
coverage-tested = Market-tested ({ $count } vendors)
coverage-summary = { $clauses ->
    [one] 1 clause
   *[other] { $clauses } clauses
}, { $vendors ->
    [one] 1 vendor
   *[other] { $vendors } vendors
}. { $warned ->
    [0] No warnings
    [one] 1 clause with a warning
   *[other] { $warned } clauses with a warning
}, { $tested } market-tested, { $silent } without an answer yet.

warning-knock-out-one = Knock-out: only { $vendor } meets it, of { $count ->
    [one] the 1 vendor that answered
   *[other] the { $count } vendors that answered
}. That leaves little to choose from. Can it be wider, or become a wish?
warning-knock-out-none = Knock-out: no vendor meets it, of { $count ->
    [one] the 1 that answered
   *[other] the { $count } that answered
}. The tender would fail. Can it be wider, start later, or become a wish?
warning-locked-refused = Locked: nobody competes on this. { $count ->
    [one] The answer of { $vendors } is not acceptable
   *[other] The answers of { $vendors } are not acceptable
} and { $count ->
    [one] cannot be made up for
   *[other] cannot be made up for
} with points elsewhere.
warning-only-proposer = Only { $vendor } meets it, and the text is { $vendor }'s, too.
warning-one-vendor-wording = The text comes from one vendor: { $vendor }. Have at least two vendors confirm how they read it.
warning-roadmap-late = The date of a promise has passed. Ask how things stand.
warning-outdated = The text changed after { $count ->
    [one] the answer
   *[other] all { $count } answers
}. There is no answer on the text of now yet.

cli-answer = answer a clause as a vendor
cli-answers-count = { $answered } of { $total } answered, { $stale } on an earlier text.
cli-answers = show what your organisation answered and what is left
cli-coverage = show for each clause how many vendors meet it
cli-answered = { $clause }: { $answer } ({ $vendor }).
answer-state-open = to be answered
answer-state-stale = text changed, answer again

error-answer-verdict-unknown = There is no answer “{ $verdict }”. Choose from: { $known }.
error-answer-date-missing = On the roadmap? Then name the date on which you will meet it.
error-answer-date-broken = “{ $date }” is no date. Write for example 2027-07-01.
error-answer-reason-missing = Give the reason why it is not acceptable.
error-answer-size-broken = “{ $size }” is no size. Write S, M or L, or for example 80 hours, € 5.000 or € 1.200 per year.
error-answer-not-asked = Clause { $clause } is information. It asks for no answer.
error-answer-who = For which vendor do you answer? Fill in your organisation.
error-answer-not-vendor = You work here for { $organisation }. Only vendors answer.{ $count ->
    [0] {""}
   *[other] {" "}In this workspace: { $vendors }.
}
error-not-yours = This is { $organisation }'s. Only who said it can withdraw it.
error-reading-missing = Write down how you read the clause.
error-reading-stale = The text changed after { $organisation } wrote this. Ask for a new reading.
error-reading-own = This is your own reading. The other side confirms it.
error-own-answers-broken = The file with your earlier answers ({ $path }) cannot be used ({ $reason }). You can still answer in this workspace. Move the file away; the program then begins a new one.

action-answer_clauses = &Answer as a vendor…
action-show_coverage = &Market coverage…
action-export_coverage = &Export market coverage…
answer-desk = Answers
answer-title = Answers of { $vendor }
answer-seen-by = Everybody in this workspace sees your answers: { $others }. Your earlier answers elsewhere are on this computer only.
answer-seen-by-room = whoever has it
answer-list = Demands and wishes
answer-clause = The clause
answer-status = What happened
answer-keys = 1–5 answer · R use earlier answer · Enter explanation · Ctrl+Enter write down · Del withdraw
answer-column-state = Answer
answer-state-offered = answered before
answer-knock-out = knock-out
answer-locked = locked
answer-progress = { $answered } of { $total } answered · { $left } to do{ $stale ->
    [0] {""}
   *[other] , { $stale } of them again
}
answer-filter-state = Which clauses
answer-filter-open = To be answered
answer-filter-stale = Text changed
answer-filter-offered = Answered before
answer-filter-answered = Answered
answer-filter-all = All
answer-filter-themes = All categories
answer-filter-no-theme = without a category
answer-filter-theme = { $theme }: { $answered } of { $total }
answer-filter-knock-out = Knock-out only
answer-filter-locked = Locked only
answer-filter-words = Search number and text
answer-key-meets = Meets
answer-key-partly = In part
answer-key-no = Not
answer-key-roadmap = Roadmap
answer-key-unacceptable = Not acceptable
answer-key-help = Key { $key } in the list, Alt+{ $key } everywhere
answer-explanation = E&xplanation
answer-explanation-help = What it does, what it does not, and why
answer-date = &Date
answer-date-help = The day on which you meet it
answer-size = Si&ze
answer-size-help = Your own estimate: S, M, L, or for example 80 hours, € 5.000 or € 1.200 per year
answer-reading = This is how we &read it
answer-reading-help = In your own words; the other side confirms whether that is right
answer-save = &Write down
answer-save-reading = Write &reading down
answer-reuse = &Use again
answer-take-back = Withdra&w
answer-more-partly = Explain what is met and what is not; Ctrl+Enter writes it down.
answer-more-roadmap = Fill in the date; Enter writes it down.
answer-more-unacceptable = Give the reason; Ctrl+Enter writes it down.
answer-choose-first = Choose an answer first: 1 to 5.
answer-said = { $clause } is answered.
answer-taken-back = The answer to { $clause } is withdrawn.
answer-read = Your reading of { $clause } is written down.
answer-all-done = Everything in this list is answered. Share your answers with Shift+F5 in the main window.
answer-none-left = There is nothing left in this list. Choose other clauses above.
answer-nothing-asked = Nothing in this document asks for an answer.
answer-busy = One moment…
answer-recovered = { $count ->
    [one] 1 clause has your text of before again; it is not written down yet.
   *[other] { $count } clauses have your text of before again; it is not written down yet.
}
answer-drafts = { $count ->
    [one] 1 clause has text that is not written down. Throw it away?
   *[other] { $count } clauses have text that is not written down. Throw it away?
}
answer-own = Your answer: { $answer } ({ $date })
answer-own-stale = The text changed after your answer: { $answer } ({ $date }). Answer again.
answer-offer-same = Before, on the same text: { $answer } ({ $place }, { $date }). R uses it again.
answer-offer-changed = Before, on another text: { $answer } ({ $place }, { $date }). R puts it ready to be looked through.
answer-changed-words = What changed since then
answer-changed-unknown = The text of then was not kept on this computer.
answer-locked-route = Locked: nobody competes on this. “In part”, “not” and “not acceptable” count as not acceptable and cannot be made up for with points elsewhere. Should the clause be different? Make a suggestion: the stewards of the standard decide, with advice of a CISO.
answer-look-first = This answer was for another text, or adds to what you wrote. Look it through; Ctrl+Enter writes it down.
answer-date-passed = The date of then has passed. Choose a new one; Enter writes it down.
answer-many = Answer several clauses at once
answer-many-help = Each chosen clause gets the same answer. You can change it for each afterwards.
answer-many-accept = &Answer
answer-many-what = { $count } clauses: { $answer }
answer-many-again = { $count ->
    [one] 1 of them is answered already; this answer takes its place.
   *[other] { $count } of them are answered already; this answer takes their place.
}
answer-many-locked = { $count ->
    [one] 1 of them is locked: there this answer counts as not acceptable.
   *[other] { $count } of them are locked: there this answer counts as not acceptable.
}
answer-many-busy = { $count } answered…
answer-many-said = { $count ->
    [one] 1 clause answered.
   *[other] { $count } clauses answered.
}
answer-reuse-all = Use earlier answers again
answer-reuse-all-help = Only answers on exactly the same text. Promises whose date has passed are left.
answer-reuse-all-accept = &Use again
answer-reuse-all-button = { $count ->
    [one] Use 1 earlier answer again…
   *[other] Use { $count } earlier answers again…
}
answer-reuse-from = { $count ->
    [one] 1 answer
   *[other] { $count } answers
} from { $place }
readings-title = How parties read this clause
reading-state-stale = The text changed since; this reading no longer counts.
reading-state-shared = Confirmed by { $others }: both sides read it so.
reading-state-held = Confirmed by { $others }; not by the other side yet.
reading-state-alone = Not confirmed yet.

coverage-table-help = Enter goes to the clause in the document. A press on the head of a column sorts.
coverage-detail = Who answered what
coverage-go = &Go to the clause
coverage-export = E&xport…
coverage-file = market-coverage
coverage-format-xlsx = Spreadsheet (*.xlsx)
coverage-format-html = Web page (*.html)
coverage-filter-all = All clauses
coverage-filter-warned = With a warning
coverage-filter-knock-out = Knock-out
coverage-filter-locked = Locked
coverage-filter-unanswered = Without an answer yet
coverage-filter-stale = Answer on an earlier text
coverage-filter-untested = Not market-tested yet
coverage-order = Order: { $by }
coverage-order-document = as in the document
coverage-order-name = Order
warning-short-knock-out-one = knock-out: 1 meets it
warning-short-knock-out-none = knock-out: nobody meets it
warning-short-locked-refused = locked: answer not acceptable
warning-short-only-proposer = only its proposer meets it
warning-short-one-vendor-wording = one vendor's text
warning-short-roadmap-late = promise is late
warning-short-outdated = only answers on earlier text
market-section = Market
reading-by = { $organisation } reads:
reading-confirm = We read it so, too
reading-confirm-help = Your organisation confirms this reading
reading-withdraw = Withdraw
reading-withdraw-help = Your organisation no longer reads it so

answer-for-whom = For which vendor do you answer?
answer-for-whom-help = Your answers count for this organisation. Everybody in the workspace sees its name, not yours.
answer-for-whom-accept = &Go on
answer-for-whom-choose = Another organisation…

warning-knock-out-one-locked = Knock-out: only { $vendor } meets it, of { $count ->
    [one] the 1 vendor that answered
   *[other] the { $count } vendors that answered
}. That leaves little to choose from. It is locked and stays: ask the others when they will meet it.
warning-knock-out-none-locked = Knock-out: no vendor meets it, of { $count ->
    [one] the 1 that answered
   *[other] the { $count } that answered
}. The tender would fail. It is locked and stays: ask when the vendors will meet it.
