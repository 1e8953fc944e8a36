error-not-allowed = { $act ->
    [edit] Changing the text of this document is not part of your role in this workspace. Make a suggestion at the clause; who writes can take it over.
    [comment] Commenting is not part of your role in this workspace. Ask the steward of the workspace for another role.
    [suggest] Suggesting text is not part of your role in this workspace. Ask the steward of the workspace for another role.
    [respond] Answering for a vendor is not part of your role in this workspace. Ask the steward of the workspace for another role.
    [vote] Taking a position is not part of your role in this workspace. Ask the steward of the workspace for another role.
    [release] Adopting a release is not part of your role in this workspace. The steward does that.
    [upgrade] Taking over a new release of the standard is not part of your role in this workspace. The steward or IT does that.
    [change-people] Changing people and roles is not part of your role in this workspace. The steward does that.
    [advise] Advising on a waiver is not part of your role in this workspace. An adviser does that.
    [waive] Giving a waiver is not part of your role in this workspace. An executive does that.
    [sign] Signing is not part of your role in this workspace. An executive does that.
    [publish-room] Opening a workspace for others is not part of your role. The steward does that.
    [memo-publish] Publishing a memo is not part of your role. The steward does that.
   *[other] This is not part of your role in this workspace ({ $act }).
}
error-key-unfit = The file { $path } is no key that this program can sign with. Choose an ed25519 key, or let the program make one for you.
error-key-locked = Your key ({ $path }) is locked with a passphrase that is unknown or wrong. Unlock it at Settle, My key.
error-hook-unfit = The check was given a line that does not come from git: { $line }
error-not-bare = Somebody works in { $path }. The check belongs with a shared place (a folder that ends in .git).
error-hook-taken = This place already has another check ({ $path }). Add “coauthor verify --hook .” to it yourself.

cli-verify = check who signed the versions and whether they were allowed to do what they did (--hook: as the check of a shared place, --install: turn that check on)
cli-people = show who is in the workspace and what their roles are
cli-key = show your public key and fingerprint (--use: sign with a key of your own, --own: with the one of this program)

verify-installed = The check is on: { $path }
verify-line = { $line }: { $count ->
    [one] 1 version looked at
   *[other] { $count } versions looked at
}, { $open ->
    [0] all is well.
    [one] 1 thing is wrong.
   *[other] { $open } things are wrong.
}
verify-settled = { $count ->
    [one] 1 thing that was not allowed has been put right; it is in no file any more.
   *[other] { $count } things that were not allowed have been put right; they are in no file any more.
}
verify-refused = Nothing was taken. Receive what is there first, and make a suggestion where you may not change the text.

breach-line = Version { $version } { $date }, { $who }: { $what }.
breach-line-file = Version { $version } { $date }, { $who }: { $path }: { $what }.
breach-claims = signed by nobody known here (says to be { $organisation })
breach-nobody = of somebody not known here
breach-of-right = { $what } ({ $act })
breach-unsigned = not signed
breach-bad-signature = the signature is wrong; the version was changed after signing
breach-unknown-key = signed with a key that is not in people.toml
breach-organisation = names another organisation than that of the key
breach-not-allowed = not part of the role of who signed
breach-merge = here stands something else than either side had before merging
breach-on-top = written on top of something that was not allowed
breach-event-changed = what was said was changed or taken away
breach-event-unfit = is no message in a form this program knows
breach-event-voice = speaks for somebody else than who signed
breach-event-twice = the same message stands elsewhere already
breach-people-unfit = nobody can go on with this list of people: it is unreadable, or nobody may change it any more
breach-settings-unfit = the settings of the workspace cannot be read
breach-record-changed = a recorded decision was changed or taken away
breach-record-voice = records a decision for somebody else than who signed
breach-path = the name of this file cannot be trusted
breach-path-outside = the name of this file leads out of the workspace
breach-path-reserved = another computer cannot have this file name
breach-path-unseen = the name of this file holds characters that nobody sees
breach-path-look-alike = the name of this file looks like another name
breach-path-twin = on another computer the name of this file is that of another file
breach-path-long = the name of this file is too long
breach-mode = this is no ordinary file
breach-mode-link = this is a link to another place on the computer
breach-mode-gitlink = this is a link to another workspace
breach-mode-executable = this file is marked as a program
breach-size = this file is too large
breach-too-many = too many files at once
breach-damaged = the version is damaged
breach-shape = the version follows on versions it cannot follow on
breach-foreign = the version is of another workspace
breach-rewritten = a version that was there before is gone: the history was changed
breach-removed = a line of versions cannot be taken away
breach-name-moved = a name always stays with the same version
breach-reference = only versions and names can go here

act-edit = changing text
act-comment = commenting
act-suggest = making suggestions
act-respond = answering as a vendor
act-vote = taking a position
act-release = adopting a release
act-upgrade = taking over a release of the standard
act-change-people = changing people and roles
act-advise = advising
act-waive = giving a waiver
act-sign = signing
act-publish-room = opening a workspace
act-memo-publish = publishing a memo

people-nobody = Nobody is listed in this workspace yet; everybody may do everything.
people-me = { $line } (you)
key-fingerprint = Fingerprint: { $fingerprint }
key-path = File: { $path }

role-expert = subject expert
role-analyst = analyst of a vendor
role-steward = steward
role-it = IT adviser
role-adviser = adviser (CISO, privacy, law)
role-executive = executive
role-reader = reader

error-received-refused = { $rule ->
    [rewritten] The history on the shared place was changed: a version that you received from there before ({ $version }) is gone. Nothing was taken over and your work is as it was. Ask the others what happened.
    [foreign] What was received holds versions of another workspace ({ $version }). Nothing was taken over and your work is as it was.
    [too-many] What was received holds so many files at once that it cannot be right ({ $version }). Nothing was taken over and your work is as it was.
   *[other] The history of what was received is wrong ({ $version }). Nothing was taken over and your work is as it was.
}

received-aside = { $count ->
    [one] 1 change was set aside
   *[other] { $count } changes were set aside
}
aside-offered = { $who } changed { $clauses }: { $what }. It was set aside and is a suggestion at the clause now.
aside-kept = { $who }, { $path }: { $what }. It was set aside; it is still in version { $version }.

error-key-not-public = This is no public key of this program. Such a key begins with “ssh-ed25519”; another person finds theirs at Share, My key.
error-key-listed = The key { $fingerprint } stands in the list twice. Give somebody with more roles those roles in one line.
error-no-steward = Nobody would be left who may change the list. Give at least one person who is no vendor the role of steward.

action-edit_people = People and r&oles…
action-show_key = My &key…
action-show_aside = Set &aside…
action-check_history = Check si&gnatures

people-dialog = People and roles
people-dialog-help = The program knows who writes in this workspace by their key. No names of people stand in it. With nobody in the list everybody may do everything.
people-dialog-accept = Record the list
people-column-organisation = Organisation
people-column-party = Kind
people-column-roles = Roles
people-column-key = Fingerprint of the key
people-table-help = Each line is a person; Enter opens the line to change it
people-add = Add…
people-change = Change…
people-remove = Remove
people-not-you = Your own key is not in the list: you can only read here.
people-only-steward = Only a steward changes this list.
people-saved = The list is recorded. It goes with the next version.
member-dialog = Somebody in this workspace
member-dialog-help = Ask the other for their public key: it is at Share, My key.
member-dialog-accept = Take over
member-organisation = Organisation
member-party = Kind of organisation
member-size = Size
member-key = Public key
member-key-help = Begins with ssh-ed25519
member-roles = Roles
member-no-organisation = Fill in the organisation.
member-no-role = Choose at least one role; who only reads along is a reader.
role-none = no role
role-expert-help = Writes the text, comments and votes
role-analyst-help = Comments, suggests, answers and votes; never writes in the text
role-steward-help = Keeps the text, the list of people, the releases and the workspaces for others
role-it-help = Writes the text, takes over releases of the standard and advises on waivers
role-adviser-help = Advises on waivers, comments and suggests
role-executive-help = Gives waivers and signs; does not write
role-reader-help = Only reads

key-dialog = My key
key-dialog-help = The program signs every version you make with this key. You give the public half to the steward of a workspace; the secret half stays on this computer.
key-dialog-accept = Close
key-dialog-public = Public key
key-dialog-fingerprint = Fingerprint
key-dialog-place = File
key-dialog-copy = Copy public key
key-dialog-choose = Another key…
key-dialog-choose-help = Sign with an ed25519 key of your own, such as the one in the folder .ssh
key-dialog-made = Key of this program
key-dialog-made-help = Sign again with the key that this program made for you
key-dialog-lock = Lock…
key-dialog-lock-help = Put a passphrase on the key, so that nobody else on this computer can sign with it
key-dialog-unlock = Unlock…
key-dialog-open = The key is ready to sign with.
key-dialog-locked = The key is locked. Unlock it to be able to sign.
key-dialog-copied = The public key was copied.
key-lock-dialog = Lock the key
key-lock-dialog-help = The program asks for the passphrase when you start it anew. Without it nobody can sign with this key, not even you.
key-lock-dialog-accept = Lock
key-unlock-dialog = Unlock the key
key-unlock-dialog-help = The passphrase stays known until you close the program, or longer where this computer keeps secrets safely.
key-unlock-dialog-accept = Unlock
key-passphrase = Passphrase
key-passphrase-again = Once more
key-passphrase-differs = The two passphrases are not the same.

shield-listed = Signed by { $who }, { $roles }
shield-signed = Signed ({ $fingerprint })
shield-unsigned = Not signed
shield-wrong = Wrong: { $what }

received-show-aside = Look at what was set aside
aside-dialog = Set aside
aside-dialog-help = What somebody did that is not part of their role does not come into the text. It is not lost either: a change of a clause has become a suggestion, the rest stands here.
aside-dialog-accept = Close
aside-nothing = Nothing was set aside.

check-running = Checking the signatures…
check-good = { $count ->
    [one] The one version is right.
   *[other] All { $count } versions are right: who signed might do what was done.
}
check-wrong = { $count ->
    [one] One thing is wrong:
   *[other] { $count } things are wrong:
}
check-more = … and { $count } more. “coauthor verify” shows all.
check-nobody = The history is right. Nobody is listed in this workspace yet, so who might do what was not checked.
received-name-aside = The name { $name } was not taken over: who gave it was not allowed to.
