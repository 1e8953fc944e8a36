# Delen: plekken, ophalen, versturen, deelnemen, en wat daarbij misging.
place-folder = map
place-ssh = server (SSH)
place-https = server (HTTPS)
sharing-step-connecting = Verbinding maken
sharing-step-receiving = Ophalen
sharing-step-sending = Versturen
sharing-step-checking = Controleren

error-address-missing = Vul in waar u wilt delen: een map op een netwerkschijf of het adres van een server.
error-address-unfit = „{ $address }” is geen adres van een gedeelde plek. Voorbeelden: /mnt/delen/belastingen, git@server.nl:belastingen.git, https://server.nl/belastingen.git.
error-address-unsafe = „{ $address }” is een adres zonder beveiliging: anderen kunnen meelezen. Vraag uw beheerder om het adres dat met https:// begint.
error-address-network = „{ $address }” is de naam van een netwerkschijf. Koppel de schijf eerst aan deze computer en kies dan de map, bijvoorbeeld /mnt/delen/belastingen.
error-no-place = Deze werkruimte heeft nog geen gedeelde plek. Kies eerst waar u wilt delen.
error-no-such-place = Deze werkruimte kent geen gedeelde plek „{ $place }”.
error-place-known = { $address } is al een gedeelde plek van deze werkruimte, met de naam „{ $place }”.
error-place-is-workspace = { $path } is zelf een werkruimte en kan geen gedeelde plek zijn. Kies een lege map.
error-place-not-empty = In { $path } staan al andere bestanden. Kies een lege map.
error-place-unreachable = { $place } is nu niet te bereiken. Controleer het adres en de netwerkverbinding, of probeer het later opnieuw. Uw versies blijven hier bewaard.
error-place-cut-off = De verbinding met { $place } viel weg. Er is niets verloren. Probeer het opnieuw.
error-place-unknown = Op { $place } is geen gedeelde plek gevonden. Controleer het adres, of vraag uw beheerder of u toegang hebt.
error-place-forbidden = U hebt geen toegang tot { $place }. De plek zegt: „{ $said }”. Vraag uw beheerder om toegang.
error-place-refused = { $place } heeft uw versie geweigerd. De plek zegt: „{ $said }”. Uw versie blijft hier bewaard. Vraag de beheerder van de plek wat u mag versturen.
error-place-newer = Op { $place } staan nieuwere versies. Haal die eerst op.
error-place-full = { $place } is vol. Uw versie blijft hier bewaard. Vraag de beheerder om ruimte en verstuur daarna opnieuw.
error-place-busy = Iemand anders is bezig met versturen naar { $place }. Uw versie blijft hier bewaard. Probeer het over een minuut opnieuw.
error-place-lost = { $place } meldde dat uw versie is ontvangen, maar de versie staat er niet. Uw versie blijft hier bewaard. Verstuur opnieuw; gebeurt het vaker, meld het dan aan de beheerder.
error-place-damaged = Wat op { $place } staat, is beschadigd ({ $said }). Hier is niets veranderd. Vraag de beheerder om de plek te herstellen.
error-place-failed = Er ging iets mis met { $place }: „{ $said }”. Hier is niets veranderd. Probeer het later opnieuw, of laat deze melding aan uw beheerder zien.
error-place-other-workspace = Op { $place } staat een andere werkruimte. Er is niets opgehaald of verstuurd. Controleer het adres.
error-place-empty = Op { $place } staat nog niets. Vraag een collega om eerst te versturen, of deel er een eigen werkruimte.
error-place-no-workspace = Op { $place } staat geen werkruimte van Coauthor. Er is niets opgehaald. Controleer het adres.
error-secret-needed = Voor { $place } is een wachtwoord nodig, en er is niemand om het in te vullen.
error-host-changed = De server { $host } laat een andere sleutel zien dan eerst ({ $fingerprint }). Misschien is de server vernieuwd, misschien doet iemand zich voor als de server. Er is niets uitgewisseld. Vraag de beheerder of de sleutel klopt; zo ja, laat Coauthor de oude sleutel vergeten (coauthor places WERKRUIMTE --forget-server { $host }) en probeer het opnieuw.
error-host-not-trusted = De server { $host } is niet vertrouwd. Er is niets uitgewisseld. Vraag de beheerder welke sleutel of welk certificaat de server heeft, en zeg dan ja.
error-place-moved = { $place } verwijst door naar een andere server ({ $host }). Er is niets uitgewisseld en uw wachtwoord is daar niet naartoe gestuurd. Vraag de beheerder om het nieuwe adres.
error-wrong-password = Het wachtwoord voor { $place } is drie keer geweigerd. Controleer uw naam en wachtwoord; sommige servers willen een toegangscode (token) in plaats van een wachtwoord.
error-wrong-passphrase = De wachtzin van { $path } is drie keer niet goed. Controleer de wachtzin.
error-no-key = Op deze computer is geen SSH-sleutel gevonden om bij { $place } binnen te komen. Maak een sleutel (bijvoorbeeld met ssh-keygen) en geef de openbare helft aan de beheerder.
error-key-refused = { $place } laat u met de sleutels op deze computer niet binnen. Vraag de beheerder om uw openbare sleutel toe te laten.
sharing-step-packing = Inpakken
error-nothing-to-pack = Er is niets om in te pakken: de ander heeft al deze versies.
error-package-unfit = { $path } is geen bestand dat Coauthor maakte, of het kwam niet heel over. Er is niets veranderd. Kies een ander bestand, of vraag de afzender om het opnieuw te sturen.
error-package-damaged = Het bestand { $path } is beschadigd. Er is niets veranderd. Vraag de afzender om het opnieuw te sturen.
error-package-newer = Het bestand { $path } is gemaakt met een nieuwere versie van Coauthor (indeling { $format }). Er is niets veranderd. Installeer de nieuwste versie om het te openen.
error-package-foreign = Het bestand { $path } hoort bij een andere werkruimte. Er is niets veranderd. Open de werkruimte waar het bij hoort, of begin er een nieuwe mee.
error-package-incomplete = In het bestand { $path } staan alleen de nieuwste versies, en de versies daarvoor zijn hier niet. Er is niets veranderd. Vraag de afzender om een bestand met alle versies.

# Vragen op de opdrachtregel.
ask-user = Uw naam op { $place }:
ask-password = Wachtwoord van { $user } op { $place } (leeg: stoppen):
ask-passphrase = Wachtzin van { $place } (leeg: stoppen):
ask-wrong = Dat was niet goed. Poging { $attempt } van { $attempts }.
ask-remember = Onthouden in de sleutelbos van deze computer? (ja/nee)
ask-trust = Vertrouwt u deze server voortaan? (ja/nee)
ask-yes = ja
host-unknown = De server { $host } (poort { $port }) is hier nog niet bekend.
host-other-key = De server { $host } (poort { $port }) is bekend, maar laat een ander soort sleutel zien dan de bekende.
host-changed = Let op: de server { $host } (poort { $port }) laat een ander certificaat zien dan het vertrouwde. Misschien is het vernieuwd, misschien doet iemand zich voor als de server.
host-subject = Certificaat van { $subject }, uitgegeven door { $issuer }
host-dates = Geldig van { $valid_from } tot en met { $valid_until }
host-fingerprint = Vingerafdruk: { $fingerprint }
certificate-self-signed = De server heeft dit certificaat zelf gemaakt; niemand staat ervoor in.
certificate-expired = Dit certificaat is niet geldig op deze datum.
certificate-other-name = Dit certificaat is voor een server met een andere naam.
certificate-unknown-issuer = Wie dit certificaat uitgaf, is op deze computer niet bekend.

# De opdrachtregel.
cli-places = toon de gedeelde plekken van een werkruimte, of verander ze
cli-connect = maak een map of server tot gedeelde plek van een werkruimte
cli-join = begin een werkruimte met wat op een gedeelde plek of in een bestand van een collega staat
cli-send = verstuur uw versies naar de gedeelde plek
cli-package = schrijf versies in één bestand, voor e-mail of een USB-stick
cli-standing = te versturen: { $send }, op te halen: { $take } (voor zover nu bekend)
cli-no-places = Deze werkruimte heeft nog geen gedeelde plek.
cli-server-forgotten = De sleutel van { $host } is vergeten. De volgende keer wordt de server opnieuw getoond.
cli-server-unknown = Van { $host } was hier geen sleutel bewaard. Staat hij in ~/.ssh/known_hosts, haal hem dan daar weg met ssh-keygen -R.
cli-connected = Verbonden: { $address } ({ $place })
cli-joined = Gemaakt: { $path }
cli-packed = { $count ->
    [one] Eén versie ingepakt in { $path }
   *[other] { $count } versies ingepakt in { $path }
  }
cli-not-saved = { $count ->
    [one] Let op: één bestand is veranderd na de laatste versie. Die verandering gaat niet mee. Sla eerst een versie op.
   *[other] Let op: { $count } bestanden zijn veranderd na de laatste versie. Die veranderingen gaan niet mee. Sla eerst een versie op.
  }
sent-sent = { $count ->
    [0] Namen van versies verstuurd naar { $place }.
    [one] Eén versie verstuurd naar { $place }.
   *[other] { $count } versies verstuurd naar { $place }.
  }
sent-nothing = Alles staat al op { $place }.
sent-newer = Op { $place } staan nieuwere versies. Er is niets verstuurd. Haal ze eerst op.
sent-name-refused = De naam „{ $name }” is niet aangenomen; de versie zelf wel.
error-place-read-only = In { $place } mag u niet schrijven. Uw versie blijft hier bewaard. Vraag de beheerder om schrijfrechten.
error-fetch-disk-full = De schijf van deze computer is vol; wat op { $place } staat, kon niet worden opgehaald. Er is niets veranderd. Maak ruimte vrij en probeer het opnieuw.
error-own-damaged = Een van uw eigen versies op deze computer is beschadigd ({ $reason }). Er is niets verstuurd. Begin een nieuwe werkruimte met wat op de gedeelde plek staat, en zet uw tekst daarin over.
