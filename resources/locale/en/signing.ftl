# Waivers on locked clauses, signing, and deviations that come to an end.

# -- errors ------------------------------------------------------------------
error-not-locked = { $clause } is not locked. It needs no waiver: record the reason of the deviation.
error-risk-missing = Say where the risk analysis is. Nobody can advise without one.
error-owner-missing = Say who owns the deviation: a function or a department.
error-until-unfit = The end date ({ $date }) is not in the future. Choose a later day.
error-no-such-request = There is no request { $request }. Ask for a deviation first.
error-request-closed = The request for { $clause } was already decided. Ask again if needed.
error-request-incomplete = The request for { $clause } is not complete. Have it made again, with everything in it.
error-advice-missing = Nobody advised on { $clause } yet. Ask the CISO or another adviser first.
error-not-granted = There is no waiver in force for { $clause }.
error-not-final = { $count ->
    [one] This cannot be final yet: one locked clause ({ $clauses }) lacks a waiver.
   *[other] This cannot be final yet: { $count } locked clauses ({ $clauses }) lack a waiver.
  } See Settle, “Can this be final?” for what each clause needs.
error-snapshot-damaged = The kept standard { $standard } was changed since it was taken over, so nobody can tell what is locked. Put an earlier version back, or ask a colleague for a sound copy of the workspace.
error-organ-missing = Say on whose behalf you sign: the executive board or another body.
error-function-missing = Say in which function you sign, such as alderman. No name is needed.
error-mandate-missing = Say where your power to sign is written down: the decision or the register of mandates.
error-changed-since-shown = The text or a decision changed since you saw this. Look at it again; nothing was signed.
error-locked-asks-leave = { $clause } is locked. Deviating for longer takes a new waiver: ask for the deviation again.

# -- what is missing -----------------------------------------------------------
lack-request = No waiver was asked for.
lack-request-do = Ask for a deviation, or take the standard's text.
lack-details = The request is not complete.
lack-details-do = Withdraw it and ask again, with everything in it.
lack-advice = There is no advice yet.
lack-advice-do = Ask the CISO or another adviser.
lack-decision = Nobody decided yet.
lack-decision-do = Ask the executive to decide.
lack-refused = The waiver was refused.
lack-refused-do = Take the standard's text.
lack-revoked = The waiver was taken back.
lack-revoked-do = Take the standard's text.
lack-expired = The waiver has expired.
lack-expired-do = Take the standard's text, or ask for the deviation again.
lack-altered = The request was changed after the decision, so the decision no longer holds.
lack-altered-do = Ask for the deviation again.
lack-edited = The text is not the one the waiver was given or asked for, so it does not hold here.
lack-edited-do = Put the approved text back, or ask again for this text.
gap-omitted = This locked clause was left out.
request-part-reason_class = kind of reason
request-part-direction = direction
request-part-reason = reason
request-part-risk = risk analysis
request-part-owner = owner
request-part-until = end date
request-part-text = wanted text

# -- a waiver in words -----------------------------------------------------------
direction-omitted = Left out
leave-role-expert = expert
leave-role-analyst = vendor's analyst
leave-role-steward = steward
leave-role-it = IT adviser
leave-role-adviser = adviser (CISO, privacy officer or lawyer)
leave-role-executive = executive
leave-role-reader = reader
leave-state = State
leave-direction = Direction
leave-reason-class = Kind of reason
leave-reason = Reason
leave-risk = Risk analysis
leave-owner = Owner
leave-cost = Cost
leave-asked = Asked
leave-until = End date
leave-advice = Advice
leave-decision = Decision
leave-mandate = mandate: { $mandate }
leave-given-until = until { $date }
leave-holds = A waiver holds up to and including { $date }.
advice-positive = Agreed
advice-conditions = Agreed under conditions
advice-negative = Not agreed
leave-grant = Waiver given
leave-refuse = Refused
leave-revoke = Taken back
waiver-state-asked = waits for advice
waiver-state-advised = waits for a decision
waiver-state-granted = waiver given
waiver-state-refused = refused
waiver-state-withdrawn = withdrawn
waiver-state-expired = expired
waiver-state-altered = no longer valid
annex-deviations = Deviations
annex-deviations-about = Locked clauses are the same everywhere. Here is where this text deviates from them, why, and who advised and decided on it.

# -- a signature in words ----------------------------------------------------------
annex-signatures = Signatures
annex-signatures-about = A signature holds for exactly the text with this digest. When one character changes, it says so here.
signed-state = State
signed-function = Function
signed-mandate = Mandate
signed-on = Signed on
signed-until = Agreed up to and including
signed-remark = Remark
signed-deviations = Accepted deviations
signed-key = Key
signed-text = Text
signed-seal = Seal
signed-stands = The signature stands: the text is exactly what was signed.
signed-broken = The signature no longer stands.
signed-returned = Returned: this text was not agreed to.
break-text = Changed since in { $document }: { $clauses }.
break-other-text = Changed since in { $document }: text outside the clauses.
break-document-came = Came since: { $document }.
break-document-left = Gone since: { $document }.
break-standard = The standard beside { $document } is another one now: { $detail }.
break-decision = An accepted waiver no longer holds or was changed: { $clauses }.
break-over = The agreement ran until { $detail }.

# -- a decision on one page ---------------------------------------------------------
page-page = Decision on one page
page-seal = seal { $seal }
page-what = You decide on the text of this requirement document, exactly as it is now. Where it deviates from the common standard is shown below.
page-share = { $standard } of { $active } clauses are the standard's ({ $release }).
page-omitted = { $count ->
    [one] One clause of the standard was left out.
   *[other] { $count } clauses of the standard were left out.
  }
page-lacking = { $count ->
    [one] One deviation lacks a valid waiver. Signing is possible once it is there.
   *[other] { $count } deviations lack a valid waiver. Signing is possible once they are there.
  }
page-locked = { $count ->
    [one] One deviation touches a locked clause: information security, data exchange or a standard process.
   *[other] { $count } deviations touch a locked clause: information security, data exchange or a standard process.
  }
page-standard-says = The standard says
page-here-says = Here it says
page-no-locked = Nothing deviates from the locked clauses (information security, data exchange, standard process).
page-if-no = If you say no, the standard's text holds.
page-others = { $count ->
    [one] One other deviation
   *[other] { $count } other deviations
  }
page-until = until { $date }
page-more = and { $count } more
page-no-standard = This text derives from no standard; it has { $count } clauses.
page-digest = Digest of the exact text: { $digest }
page-responsible = The governing body is responsible and approves; who signs does so on its behalf.

# -- deviations that end --------------------------------------------------------------
due-over = Expired since { $date }
due-days = { $days ->
    [0] { $date }, today
    [one] { $date }, 1 day left
   *[other] { $date }, { $days } days left
  }
due-counted = counted, not recorded
due-locked = locked
due-until = End date
due-document = Document
due-clause = Clause
due-kind = Kind
due-reason = Reason
due-owner = Owner
due-cost = Cost
due-list = Deviations and when they end
due-list-about = On { $date }: { $count ->
    [one] one deviation
   *[other] { $count } deviations
  }. A deviation without a recorded end date ends 24 months after it was first in a version.

# -- the command line --------------------------------------------------------------------
cli-waivers = show the deviations on locked clauses and what is missing
cli-waive = ask for a waiver, advise, decide, take back, or carry out
cli-sign = sign exactly these texts, or first write the decision on one page
cli-signoffs = show who signed and whether that still stands
cli-due = show which deviations come to an end
cli-reconfirm = keep a deviation for longer
cli-waivers-found = Deviations on locked clauses: { $count }. Requests waiting: { $waiting }.
cli-waive-ask = Asked for { $clause } ({ $request }). Now an advice and a decision are needed.
cli-waive-advise = Advice on { $clause } recorded.
cli-waive-grant = Waiver for { $clause } given.
cli-waive-refuse = Waiver for { $clause } refused.
cli-waive-revoke = Waiver for { $clause } taken back.
cli-waive-withdraw = Request for { $clause } withdrawn.
cli-waive-apply = The approved text of { $clause } is now in the document.
cli-signed-stands = ✓ { $organ }, { $when }: stands (seal { $seal }).
cli-signed-broken = ⚠ { $organ }, { $when }: no longer stands. { $why }
cli-signed-returned = ↩ { $organ }, { $when }: returned.
cli-no-signatures = Nothing was signed yet.
cli-due-found = { $count } of { $all } deviations end within { $days } days or have ended.
cli-reconfirmed = { $clause } deviates on until { $date }.
version-signed = Signed
version-returned = Returned
export-final = final
transaction-waived = approved deviation taken over
transaction-reconfirmed = deviation kept for longer

# -- at a new release --------------------------------------------------------------
upgrade-why-deviates-ending = You deviate from the standard here. That deviation runs until { $detail }. Is it still needed?
upgrade-why-local-ending = This clause is your own and runs until { $detail }. Is it still needed? Following the standard takes it out.
upgrade-why-omitted-ending = You left this clause out, until { $detail }. Should it come back?

# -- the window -------------------------------------------------------------------------
action-show_waivers = &Waivers…
action-show_due = De&viations that end…
action-check_final = Can this be fi&nal?
action-export_final = E&xport as final…
action-show_dossier = S&ign…
waivers-title = Waivers
waivers-help = Locked clauses are the same everywhere. Deviating takes a waiver: somebody asks, the CISO or another adviser advises, the executive decides.
waivers-none = No locked clause deviates, and nothing was asked for.
waivers-detail = The request, with advice and decision
waivers-go = Go to the clause
waivers-ask = Ask for a deviation…
waivers-advise = Advise…
waivers-grant = Allow…
waivers-refuse = Refuse…
waivers-revoke = Take the waiver back…
waivers-withdraw = Withdraw the request
waivers-apply = Take the approved text
ask-wanted = Wanted text
ask-wanted-help = The text as it is to be. The waiver will hold for exactly this text.
ask-needed = needed for an advice
advice-dialog = Advise
advice-dialog-help = Your advice goes to the executive, who decides. It stays with the request.
advice-dialog-accept = Record the advice
advice-verdict = Advice
advice-body = Explanation
advice-body-help = Which risk remains, and under which conditions is it acceptable?
grant-dialog = Give a waiver
grant-dialog-help = The waiver holds for exactly the text that was asked, up to and including the end date. The governing body is responsible.
grant-dialog-accept = Give the waiver
grant-until-help = Sooner than asked is possible, later is not.
refuse-dialog = Refuse a waiver
refuse-dialog-help = The standard's text stays in force.
refuse-dialog-accept = Refuse
revoke-dialog = Take a waiver back
revoke-dialog-help = The standard's text is in force again. Whoever writes the text sees what must still happen.
revoke-dialog-accept = Take back
decide-body = Explanation
decide-body-help = Why, or under which conditions.
function-help = For example: alderman. No name is needed.
mandate-help = The decision, or the place in the register of mandates
organ-help = For example: the executive board
remark-help = May stay empty. When returning: what must be different.
reconfirm-dialog = Keep a deviation for longer
reconfirm-dialog-help = The deviation stays for another while. Your reason and the new end date are recorded.
reconfirm-dialog-accept = Keep
reconfirm-reason = Why it is still needed
unfit-title = Can this be final?
unfit-help = { $count ->
    [0] Not yet.
    [one] Not yet: something is missing at one locked clause.
   *[other] Not yet: something is missing at { $count } locked clauses.
  }
unfit-list = What is missing, and what you can do
unfit-go = Go to the clause
due-title = Deviations that end
due-help = { $count ->
    [0] Nothing ends within { $days } days.
    [one] One deviation has ended or ends within { $days } days.
   *[other] { $count } deviations have ended or end within { $days } days.
  }
due-none = There are no deviations.
due-table-help = Click a heading to sort.
due-do-list = Yearly list for the board…
due-do-list-help = Writes all deviations with their end dates as one page.
due-do-keep = Keep for longer…
due-do-drop = Follow the standard
due-do-remove = Take our clause out
dossier-title = Sign
dossier-page-help = What you sign, in plain words.
dossier-binds = You sign for exactly this text (seal { $seal }). When one character changes later, it says so at once.
dossier-organ = On behalf of
dossier-until = Agreed until
dossier-until-wanted = only up to and including
dossier-write = Save as a page…
dossier-write-help = Writes this page as a file, to print or to send along.
dossier-return = Return
dossier-return-help = Not agreed; say in the remark what must be different.
dossier-sign = Sign
signed-look = Look at it
leave-not-taken = A waiver was given up to and including { $date }; the approved text is not here yet.
notice-waivers-wait = { $count ->
    [one] One request for a waiver waits for you.
   *[other] { $count } requests for a waiver wait for you.
  }
notice-leave-given = A waiver was given for { $clause }, up to and including { $date }.
notice-fit = Nothing stands in the way: this text can be final.
notice-agreed = Signed. Share the workspace to pass the signature on.
notice-returned = Returned. Share the workspace to let others know.
