# Sharing in the window: receiving, sending, the place, passwords, unknown servers.
menu-share = &Share
action-receive = &Receive
action-send = &Send
tool-receive = Receive
tool-send = Send
action-connect_place = &Place to share…
action-look_often = &Look every now and then for something new
action-focus_messages = To t&he messages
banner-later = Later
received-walk = View
received-details = By document
received-document = { $document }: { $count ->
    [one] 1 change
   *[other] { $count } changes
  }
version-shared = Shared
send-newer = There is something newer at the shared place. Receive that first; then you can send. Your text is safe.
send-receive = Receive
send-nothing = Everything is shared already.
send-done = { $count ->
    [0] Shared through { $place }.
    [one] One version shared through { $place }.
   *[other] { $count } versions shared through { $place }.
  }
send-names = These names were not sent along: { $names }.
connect-send = Send
connect-empty = Connected to { $place }. Nothing is there yet. Send your text to begin.
connect-done = { $count ->
    [0] Connected to { $place }. Nothing is new there.
   *[other] Connected to { $place }. Something new is there.
  }
sharing-busy = Something is being received or sent already. Wait until that is done.
sharing-stopping = Stopping…
status-sharing-name = What is shared and what waits
status-to-send = { $count ->
    [one] 1 version not shared yet
   *[other] { $count } versions not shared yet
  }
status-new-work = New work not shared yet
status-to-receive = { $count } new from { $whom }
status-shared = ✓ Shared
status-no-network = offline
status-asked-help = Go to the first question (F9)
notice-no-such-offer = That choice is not offered here.
secret-dialog = Password
secret-dialog-help = The shared place asks who you are.
passphrase-dialog = Passphrase of your key
passphrase-dialog-help = Your key is protected by a passphrase.
secret-dialog-accept = Go on
secret-dialog-user = &User name
secret-dialog-secret = &Password
passphrase-dialog-secret = &Passphrase
secret-dialog-remember = &Remember in the keyring of this computer
secret-dialog-wrong = { $count ->
    [one] That is not right. You can try once more.
   *[other] That is not right. You can try { $count } more times.
  }
trust-dialog-unknown = Unknown server
trust-dialog-unknown-help = This computer does not know this server yet. Compare the fingerprint with that of your administrator. Trust the server only when they are the same.
trust-dialog-other-key = Server with another key
trust-dialog-other-key-help = This server is known, but now shows another kind of key. Compare the fingerprint with that of your administrator.
trust-dialog-changed = Server has changed
trust-dialog-changed-help = This server shows other proof than the last time. Ask your administrator whether that is right.
trust-dialog-accept = Trust
trust-dialog-refuse = Do not trust
trust-dialog-host = Server
trust-dialog-kind = Kind of key
trust-dialog-subject = In the name of
trust-dialog-issuer = Issued by
trust-dialog-valid = Valid
trust-dialog-fingerprint = &Fingerprint
trust-dialog-warning = Do not trust this without asking: somebody may pretend to be your server.
trust-problem-self-signed = The server vouches only for itself; nobody else confirms who it is.
trust-problem-expired = The proof of the server has expired.
trust-problem-other-name = The proof is of a server with another name.
trust-problem-unknown-issuer = Who issued the proof is not known on this computer.
connect-dialog = Place to share
connect-dialog-help = At a shared place you exchange versions with colleagues. Nothing goes there until you press Send.
connect-dialog-accept = Connect
connect-dialog-address = &Address
connect-dialog-folder = Network drive: choose an empty folder, or the folder that a colleague already uses.
connect-dialog-ssh = Server with a key: git@server.nl:folder/name.git
connect-dialog-https = Server with a password: https://server.nl/folder/name.git
address-example = folder or address
address-help = A folder on a network drive, or the address of a server
address-folder = Folder…
address-file = File…
package-files = Workspace as a file (*.coauthor);;All files (*)
join-dialog = Take part in a workspace
join-dialog-help = You get a copy of your own of what colleagues share, with all versions.
join-dialog-accept = Take part
join-dialog-address = &Where is the workspace?
join-dialog-folder = &Folder on this computer
join-dialog-name = workspace
start-join = Take part in a workspace
start-join-help = From a network drive, a server or a file of a colleague.
action-send_package = Send as a &file…
action-open_package = Open a file of a &colleague…
action-take_back = &Take back what was received
package-open = Open a file of a colleague
package-dialog = Send as a file
package-dialog-help = One file for e-mail or a USB stick. Your colleague opens it in Coauthor.
package-dialog-accept = Make
package-dialog-file = &File
package-dialog-content = &Content
package-dialog-complete = Everything, also for who has nothing yet
package-dialog-new = Only what is not at the shared place yet
package-done = { $count ->
    [one] One version is in { $path }.
   *[other] { $count } versions are in { $path }.
  }
