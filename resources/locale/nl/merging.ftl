# Delen in het venster: ophalen, versturen, de plek, wachtwoorden, onbekende servers.
menu-share = &Delen
action-receive = &Ophalen
action-send = &Versturen
tool-receive = Ophalen
tool-send = Versturen
action-connect_place = &Plek om te delen…
action-look_often = Af en toe &kijken of er iets nieuws is
action-focus_messages = Naar de &meldingen
banner-later = Later
received-walk = Bekijken
received-details = Per document
received-document = { $document }: { $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
  }
version-shared = Gedeeld
send-newer = Op de gedeelde plek staat iets nieuwers. Haal dat eerst op; daarna kunt u versturen. Uw tekst is bewaard.
send-receive = Ophalen
send-nothing = Alles is al gedeeld.
send-done = { $count ->
    [0] Gedeeld via { $place }.
    [one] Eén versie gedeeld via { $place }.
   *[other] { $count } versies gedeeld via { $place }.
  }
send-names = Deze namen zijn niet meegestuurd: { $names }.
connect-send = Versturen
connect-empty = Verbonden met { $place }. Daar staat nog niets. Verstuur uw tekst om te beginnen.
connect-done = { $count ->
    [0] Verbonden met { $place }. Daar is niets nieuws.
   *[other] Verbonden met { $place }. Daar staat iets nieuws.
  }
sharing-busy = Er wordt al opgehaald of verstuurd. Wacht tot dat klaar is.
sharing-stopping = Wordt gestopt…
status-sharing-name = Wat gedeeld is en wat wacht
status-to-send = { $count ->
    [one] 1 versie nog niet gedeeld
   *[other] { $count } versies nog niet gedeeld
  }
status-new-work = Nieuw werk nog niet gedeeld
status-to-receive = { $count } nieuw van { $whom }
status-shared = ✓ Gedeeld
status-no-network = offline
status-asked-help = Ga naar de eerste vraag (F9)
notice-no-such-offer = Die keuze is er hier niet.
secret-dialog = Wachtwoord
secret-dialog-help = De gedeelde plek vraagt wie u bent.
passphrase-dialog = Wachtzin van uw sleutel
passphrase-dialog-help = Uw sleutel is met een wachtzin beveiligd.
secret-dialog-accept = Verder
secret-dialog-user = &Gebruikersnaam
secret-dialog-secret = &Wachtwoord
passphrase-dialog-secret = &Wachtzin
secret-dialog-remember = &Onthouden in de sleutelbos van deze computer
secret-dialog-wrong = { $count ->
    [one] Dat klopt niet. U kunt het nog één keer proberen.
   *[other] Dat klopt niet. U kunt het nog { $count } keer proberen.
  }
trust-dialog-unknown = Onbekende server
trust-dialog-unknown-help = Deze computer kent deze server nog niet. Vergelijk de vingerafdruk met die van uw beheerder. Vertrouw de server alleen als ze gelijk zijn.
trust-dialog-other-key = Server met een andere sleutel
trust-dialog-other-key-help = Deze server is bekend, maar toont nu een ander soort sleutel. Vergelijk de vingerafdruk met die van uw beheerder.
trust-dialog-changed = Server is veranderd
trust-dialog-changed-help = Deze server toont een ander bewijs dan de vorige keer. Vraag uw beheerder of dat klopt.
trust-dialog-accept = Vertrouwen
trust-dialog-refuse = Niet vertrouwen
trust-dialog-host = Server
trust-dialog-kind = Soort sleutel
trust-dialog-subject = Op naam van
trust-dialog-issuer = Uitgegeven door
trust-dialog-valid = Geldig
trust-dialog-fingerprint = &Vingerafdruk
trust-dialog-warning = Vertrouw dit niet zonder navraag: iemand kan zich voordoen als uw server.
trust-problem-self-signed = De server staat alleen voor zichzelf in; niemand anders bevestigt wie hij is.
trust-problem-expired = Het bewijs van de server is verlopen.
trust-problem-other-name = Het bewijs is van een server met een andere naam.
trust-problem-unknown-issuer = Wie het bewijs uitgaf, is op deze computer niet bekend.
connect-dialog = Plek om te delen
connect-dialog-help = Op een gedeelde plek wisselt u versies uit met collega's. Er gaat pas iets heen als u op Versturen drukt.
connect-dialog-accept = Verbinden
connect-dialog-address = &Adres
connect-dialog-folder = Netwerkschijf: kies een lege map, of de map die een collega al gebruikt.
connect-dialog-ssh = Server met een sleutel: git@server.nl:map/naam.git
connect-dialog-https = Server met een wachtwoord: https://server.nl/map/naam.git
address-example = map of adres
address-help = Een map op een netwerkschijf, of het adres van een server
address-folder = Map…
address-file = Bestand…
package-files = Werkruimte als bestand (*.coauthor);;Alle bestanden (*)
join-dialog = Meedoen met een werkruimte
join-dialog-help = U krijgt een eigen exemplaar van wat collega's delen, met alle versies.
join-dialog-accept = Meedoen
join-dialog-address = &Waar staat de werkruimte?
join-dialog-folder = &Map op deze computer
join-dialog-name = werkruimte
start-join = Meedoen met een werkruimte
start-join-help = Van een netwerkschijf, een server of een bestand van een collega.
action-send_package = Versturen als &bestand…
action-open_package = Bestand van een &collega openen…
action-take_back = Ophalen &terugdraaien
package-open = Bestand van een collega openen
package-dialog = Versturen als bestand
package-dialog-help = Eén bestand voor e-mail of een USB-stick. Uw collega opent het in Coauthor.
package-dialog-accept = Maken
package-dialog-file = &Bestand
package-dialog-content = &Inhoud
package-dialog-complete = Alles, ook voor wie nog niets heeft
package-dialog-new = Alleen wat nog niet op de gedeelde plek staat
package-done = { $count ->
    [one] Eén versie staat in { $path }.
   *[other] { $count } versies staan in { $path }.
  }
