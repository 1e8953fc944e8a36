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
error-key-locked = Your key ({ $path }) is locked with a passphrase that is unknown or wrong. Unlock it at People and roles, My key.
