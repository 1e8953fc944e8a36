# Sharing: places, fetching, sending, joining, and what went wrong there.
place-folder = folder
place-ssh = server (SSH)
place-https = server (HTTPS)
sharing-step-connecting = Connecting
sharing-step-receiving = Fetching
sharing-step-sending = Sending
sharing-step-checking = Checking

error-address-missing = Fill in where you want to share: a folder on a network drive or the address of a server.
error-address-unfit = “{ $address }” is not the address of a shared place. Examples: /mnt/share/taxes, git@server.org:taxes.git, https://server.org/taxes.git.
error-address-unsafe = “{ $address }” is an address without protection: others can read along. Ask your administrator for the address that begins with https://.
error-address-network = “{ $address }” is the name of a network drive. Connect the drive to this computer first and then choose the folder, for example /mnt/share/taxes.
error-no-place = This workspace has no shared place yet. Choose first where you want to share.
error-no-such-place = This workspace knows no shared place “{ $place }”.
error-place-known = { $address } is a shared place of this workspace already, called “{ $place }”.
error-place-is-workspace = { $path } is a workspace itself and cannot be a shared place. Choose an empty folder.
error-place-not-empty = { $path } holds other files already. Choose an empty folder.
error-place-unreachable = { $place } cannot be reached now. Check the address and the network, or try again later. Your versions stay here, safe.
error-place-cut-off = The connection with { $place } broke. Nothing was lost. Try again.
error-place-unknown = No shared place was found at { $place }. Check the address, or ask your administrator whether you have access.
error-place-forbidden = You have no access to { $place }. The place says: “{ $said }”. Ask your administrator for access.
error-place-refused = { $place } refused your version. The place says: “{ $said }”. Your version stays here, safe. Ask the administrator of the place what you may send.
error-place-newer = { $place } has newer versions. Fetch those first.
error-place-full = { $place } is full. Your version stays here, safe. Ask the administrator for space and send again after that.
error-place-busy = Somebody else is sending to { $place }. Your version stays here, safe. Try again in a minute.
error-place-lost = { $place } said that it received your version, but it is not there. Your version stays here, safe. Send again; if it happens more often, tell the administrator.
error-place-damaged = What is at { $place } is damaged ({ $said }). Nothing has changed here. Ask the administrator to repair the place.
error-place-failed = Something went wrong with { $place }: “{ $said }”. Nothing has changed here. Try again later, or show this message to your administrator.
error-place-other-workspace = { $place } holds another workspace. Nothing was fetched or sent. Check the address.
error-place-empty = There is nothing at { $place } yet. Ask a colleague to send first, or share a workspace of your own there.
error-place-no-workspace = There is no workspace of Coauthor at { $place }. Nothing was fetched. Check the address.
error-secret-needed = { $place } needs a password, and nobody is there to type it.
error-host-changed = The server { $host } shows another key than before ({ $fingerprint }). Perhaps the server was renewed, perhaps somebody pretends to be it. Nothing was exchanged. Ask the administrator whether the key is right; if so, let Coauthor forget the old key (coauthor places WORKSPACE --forget-server { $host }) and try again.
error-host-not-trusted = The server { $host } is not trusted. Nothing was exchanged. Ask the administrator which key or certificate the server has, and say yes then.
error-place-moved = { $place } points to another server ({ $host }). Nothing was exchanged, and your password was not sent there. Ask the administrator for the new address.
error-wrong-password = The password for { $place } was refused three times. Check your name and password; some servers want an access token instead of a password.
error-wrong-passphrase = The passphrase of { $path } was wrong three times. Check the passphrase.
error-no-key = No SSH key was found on this computer to enter { $place }. Make a key (for instance with ssh-keygen) and give its public half to the administrator.
error-key-refused = { $place } does not let you in with the keys on this computer. Ask the administrator to admit your public key.
sharing-step-packing = Packing
error-nothing-to-pack = There is nothing to pack: the other has all these versions.
error-package-unfit = { $path } is not a file that Coauthor made, or it did not arrive whole. Nothing has changed. Choose another file, or ask the sender to send it again.
error-package-damaged = The file { $path } is damaged. Nothing has changed. Ask the sender to send it again.
error-package-newer = The file { $path } was made with a newer version of Coauthor (format { $format }). Nothing has changed. Install the newest version to open it.
error-package-foreign = The file { $path } belongs to another workspace. Nothing has changed. Open the workspace it belongs to, or begin a new one with it.
error-package-incomplete = The file { $path } holds the newest versions only, and the versions before them are not here. Nothing has changed. Ask the sender for a file with all versions.

# Questions on the command line.
ask-user = Your name at { $place }:
ask-password = Password of { $user } at { $place } (empty: stop):
ask-passphrase = Passphrase of { $place } (empty: stop):
ask-wrong = That was not right. Attempt { $attempt } of { $attempts }.
ask-remember = Remember in the keyring of this computer? (yes/no)
ask-trust = Do you trust this server from now on? (yes/no)
ask-yes = yes
host-unknown = The server { $host } (port { $port }) is not known here yet.
host-other-key = The server { $host } (port { $port }) is known, but shows another kind of key than the known one.
host-changed = Mind: the server { $host } (port { $port }) shows another certificate than the trusted one. Perhaps it was renewed, perhaps somebody pretends to be the server.
host-subject = Certificate of { $subject }, issued by { $issuer }
host-dates = Valid from { $valid_from } to { $valid_until }
host-fingerprint = Fingerprint: { $fingerprint }
certificate-self-signed = The server made this certificate itself; nobody vouches for it.
certificate-expired = This certificate is not valid on this date.
certificate-other-name = This certificate is for a server with another name.
certificate-unknown-issuer = Who issued this certificate is not known on this computer.

# The command line.
cli-places = show the shared places of a workspace, or change them
cli-connect = make a folder or server a shared place of a workspace
cli-join = begin a workspace with what is at a shared place or in a colleague's file
cli-send = send your versions to the shared place
cli-package = write versions into one file, for e-mail or a USB stick
cli-standing = to send: { $send }, to fetch: { $take } (as far as known now)
cli-no-places = This workspace has no shared place yet.
cli-server-forgotten = The key of { $host } is forgotten. Next time the server is shown again.
cli-server-unknown = No key of { $host } was kept here. If it stands in ~/.ssh/known_hosts, remove it there with ssh-keygen -R.
cli-connected = Connected: { $address } ({ $place })
cli-joined = Made: { $path }
cli-packed = { $count ->
    [one] One version packed into { $path }
   *[other] { $count } versions packed into { $path }
  }
cli-not-saved = { $count ->
    [one] Mind: one file was changed after the last version. That change does not go along. Save a version first.
   *[other] Mind: { $count } files were changed after the last version. Those changes do not go along. Save a version first.
  }
sent-sent = { $count ->
    [0] Names of versions sent to { $place }.
    [one] One version sent to { $place }.
   *[other] { $count } versions sent to { $place }.
  }
sent-nothing = Everything is at { $place } already.
sent-newer = { $place } has newer versions. Nothing was sent. Fetch them first.
sent-name-refused = The name “{ $name }” was not taken; the version itself was.
error-place-read-only = You may not write in { $place }. Your version stays here, safe. Ask the administrator for the right to write.
error-fetch-disk-full = The disk of this computer is full; what is at { $place } could not be fetched. Nothing has changed. Make space and try again.
error-own-damaged = One of your own versions on this computer is damaged ({ $reason }). Nothing was sent. Begin a new workspace with what is at the shared place, and bring your text over.
