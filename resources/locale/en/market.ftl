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
error-answer-not-vendor = You work here for { $organisation }. Only vendors answer.
error-not-yours = This is { $organisation }'s. Only who said it can withdraw it.
error-reading-missing = Write down how you read the clause.
error-reading-stale = The text changed after { $organisation } wrote this. Ask for a new reading.
error-reading-own = This is your own reading. The other side confirms it.
error-own-answers-broken = The file with your earlier answers ({ $path }) cannot be used ({ $reason }). You can still answer in this workspace. Move the file away; the program then begins a new one.
