# Publicatiecheck: wat er in een bestand staat dat niet naar buiten mag.
cli-check-publication = Bestanden nakijken voordat ze naar buiten gaan: opmerkingen, wijzigingen, namen, interne paden, verborgen cellen, invulplekken
action-check_publication = Bestanden na&kijken voor publicatie…
publication-title = Nakijken voor publicatie
publication-choose = Kies de bestanden die naar buiten gaan
publication-kinds = Bestanden om na te kijken
publication-busy = De bestanden worden nagekeken. U kunt doorwerken.
publication-busy-clean = De schone kopie wordt gemaakt. U kunt doorwerken.
publication-summary = { $file }: { $errors ->
    [0] geen fouten
    [one] 1 fout
   *[other] { $errors } fouten
} en { $notes ->
    [0] geen punten om op te letten.
    [one] 1 punt om op te letten.
   *[other] { $notes } punten om op te letten.
}
publication-nothing = Er is niets gevonden dat weg moet.
publication-all-errors = { $errors ->
    [0] Er is niets gevonden dat eerst weg moet; er zijn punten om op te letten.
    [one] Eén punt moet eerst worden opgelost.
   *[other] { $errors } punten moeten eerst worden opgelost.
}
publication-not-read = Niet nagekeken
publication-column-place = Waar
publication-column-quote = Wat er staat
publication-list = Gevonden punten
publication-advice = Wat u kunt doen
publication-clean = &Schone kopie bewaren…
publication-clean-help = Haalt opmerkingen, namen en eigenschappen uit een kopie. Wijzigingen worden niet voor u beslist; uw bestand blijft zoals het is.
publication-clean-choose = Waar komt de schone kopie?
publication-clean-name = { $name } (schoon)
publication-cleaned = De schone kopie staat in { $path }. Hieronder staat wat daarin nog over is.
publication-close = Sl&uiten
publication-level-error = Fout
publication-level-note = Let op
publication-line = { $place }: „{ $quote }”
publication-times = { $line } ({ $count } keer)
publication-more = en nog { $count }; met --json staan ze er allemaal.
publication-rule-row = { $level }: { $rule } ({ $count })

publication-place-file = het bestand als geheel
publication-place-sheet = blad „{ $name }”
publication-place-cell = blad „{ $name }”, cel { $number }
publication-place-cell-bare = cel { $number }
publication-place-row = blad „{ $name }”, rij { $number }
publication-place-column = blad „{ $name }”, kolom { $number }
publication-place-paragraph = alinea { $number }, onder „{ $name }”
publication-place-paragraph-bare = alinea { $number }
publication-place-header = kop- of voettekst van blad „{ $name }”
publication-place-header-bare = koptekst { $number }
publication-place-footer = voettekst { $number }
publication-place-note = voet- of eindnoot, alinea { $number }
publication-place-property = eigenschap „{ $name }”
publication-place-page = bladzijde { $number }
publication-place-line = regel { $number }
publication-place-outline = hoofdstuk „{ $name }”
publication-place-value = gegeven „{ $name }”
publication-place-part = meegeleverd in het bestand, buiten de tekst ({ $name })

publication-property-title = Titel
publication-property-subject = Onderwerp
publication-property-description = Beschrijving
publication-property-keywords = Trefwoorden
publication-property-keyword = Trefwoorden
publication-property-category = Categorie
publication-property-contentstatus = Status
publication-property-creator = Auteur
publication-property-author = Auteur
publication-property-initial-creator = Auteur
publication-property-lastmodifiedby = Laatst gewijzigd door
publication-property-printed-by = Afgedrukt door
publication-property-company = Bedrijf
publication-property-manager = Manager
publication-property-template = Sjabloon
publication-property-hyperlinkbase = Basis van koppelingen

publication-unread-encrypted = Op dit bestand staat een wachtwoord; de tekst en de eigenschappen zijn niet nagekeken.
publication-unread-pictures = In dit bestand staat geen tekst die te lezen is (bijvoorbeeld omdat het gescand is); alleen de eigenschappen zijn nagekeken.
publication-unread-partly = Een deel van dit bestand kon niet worden gelezen en is niet nagekeken.

publication-rule-comment = Opmerking
publication-do-comment = Verwerk de opmerking en verwijder haar (Word en Excel: Controleren > Verwijderen). Een schone kopie bevat geen opmerkingen.
publication-rule-tracked-change = Bijgehouden wijziging
publication-do-tracked-change = Accepteer of weiger de wijziging (Controleren > Wijzigingen). Ook weggehaalde tekst is anders te lezen. Een schone kopie beslist dit niet voor u.
publication-rule-tracking-on = Wijzigingen bijhouden staat aan
publication-do-tracking-on = Zet het uit (Controleren > Wijzigingen bijhouden), anders wordt ook uw laatste werk zichtbaar.
publication-rule-author = Naam van een schrijver in de eigenschappen
publication-do-author = Haal de naam weg (Bestand > Info > Controleren op problemen). Een schone kopie bevat geen namen in eigenschappen.
publication-rule-organisation = Naam van een organisatie of leidinggevende in de eigenschappen
publication-do-organisation = Kijk of deze naam naar buiten mag. Een schone kopie bevat hem niet.
publication-rule-person = Naam van een persoon
publication-do-person = Moet deze naam in de tekst staan? Noem anders de functie of de organisatie.
publication-rule-mail = Mailadres van een persoon
publication-do-mail = Gebruik een algemeen adres van de organisatie, zoals inkoop@….
publication-rule-phone = Mobiel telefoonnummer
publication-do-phone = Gebruik een algemeen nummer van de organisatie.
publication-rule-internal-path = Intern pad
publication-do-internal-path = Haal het pad weg: het toont hoe uw netwerk of documentbeheer is ingericht en buiten werkt het niet.
publication-rule-internal-link = Interne koppeling
publication-do-internal-link = Haal de koppeling weg of vervang haar door een openbaar adres.
publication-rule-external-connection = Verbinding naar buiten het bestand
publication-do-external-connection = Verbreek de verbinding (Excel: Gegevens > Query’s en verbindingen; Word: Bestand > Info > Koppelingen bewerken) en bewaar de waarden zelf.
publication-rule-macro = Macro of opdracht
publication-do-macro = Bewaar het bestand zonder macro’s (als DOCX, XLSX of gewone PDF).
publication-rule-embedded = Ingesloten bestand of gegevens
publication-do-embedded = Open het ingesloten deel en kijk of alles erin naar buiten mag; vervang het anders door een afbeelding.
publication-rule-hidden-sheet = Verborgen blad
publication-do-hidden-sheet = Maak het blad zichtbaar en kijk het na, of verwijder het. Iedereen kan het zichtbaar maken.
publication-rule-hidden-row = Verborgen rij met inhoud
publication-do-hidden-row = Maak de rij zichtbaar (of zet het filter uit) en kijk haar na, of verwijder haar.
publication-rule-hidden-column = Verborgen kolom met inhoud
publication-do-hidden-column = Maak de kolom zichtbaar en kijk haar na, of verwijder haar.
publication-rule-hidden-text = Verborgen tekst
publication-do-hidden-text = Maak de tekst zichtbaar en kijk hem na, of verwijder hem.
publication-rule-placeholder = Invulplek
publication-do-placeholder = Vul in wat hier moet staan. Is het de bedoeling dat de inschrijver invult? Dan mag het blijven.
publication-rule-empty-field = Veld dat niet is ingevuld
publication-do-empty-field = Vul het veld in of verwijder het.
publication-rule-instruction = Aanwijzing voor de opsteller
publication-do-instruction = Verwijder het blok: het was bedoeld voor wie de tekst schreef.
publication-rule-hole = Lege plek
publication-do-hole = Hier stond of hoort iets te staan. Vul het aan of haal de leestekens weg.
publication-rule-broken-reference = Verwijzing naar iets wat er niet is
publication-do-broken-reference = Werk de velden bij (Ctrl+A, F9) en herstel de verwijzing, of haal haar weg.
publication-rule-missing-clause = Nummer van een bepaling die hier niet staat
publication-do-missing-clause = Controleer het nummer: is de bepaling vervallen of anders genummerd?
publication-rule-missing-annex = Bijlage die hier niet bij zit
publication-do-missing-annex = Controleer het nummer van de bijlage. Kijk alle bestanden in één keer na, dan worden ze aan elkaar getoetst.
publication-rule-chapter-jump = Nummering springt
publication-do-chapter-jump = Controleer of er een hoofdstuk ontbreekt of dubbel is, en of verwijzingen nog kloppen.
publication-rule-other-project = Titel van iets anders
publication-do-other-project = Deze titel noemt iets waar de tekst niet over gaat. Is hij overgebleven van een eerder project?
publication-rule-custom-data = Gegevens van een documentsysteem
publication-do-custom-data = Haal ze weg (Bestand > Info > Controleren op problemen), tenzij een systeem ze nodig heeft. Een schone kopie bevat ze niet.
publication-rule-picture-data = Wie een foto maakte, of waar
publication-do-picture-data = Zet er een kopie van de foto voor in de plaats zonder deze gegevens (zoals een schermafdruk).
publication-rule-formula-error = Formule met een fout
publication-do-formula-error = Herstel de formule of zet er de waarde neer.

error-publication-unknown-kind = { $path } kan niet worden nagekeken. Dit kan wel: { $known }.
error-publication-too-large = { $path } is te groot om na te kijken (meer dan 64 MB).
error-publication-unfit = { $path } is niet te lezen als het soort bestand dat de naam zegt. Open het in het programma waarin het gemaakt is en bewaar het opnieuw.
error-publication-unsafe = { $path } is niet gelezen: { $reason ->
    [unfolds] een klein deel pakt uit tot iets enorms.
    [endless] er staan onderdelen in die nooit eindigen.
    [declares] er staan verwijzingen in die een gewoon document nooit heeft.
    [password] er staat een wachtwoord op.
   *[other] het heeft te veel of dubbele onderdelen.
} Vraag om een gewoon bestand.
error-publication-cannot-clean = Van { $path } kan geen schone kopie worden gemaakt; dat kan van DOCX, XLSX, ODT en ODS. Maak de PDF of webpagina opnieuw uit een schoon document.
error-publication-signed = { $path } is digitaal ondertekend. Een schone kopie zou de ondertekening breken en is niet gemaakt.
error-publication-same-file = { $path } is het bestand zelf. Kies een andere naam; uw eigen bestand blijft zoals het is.
error-publication-clean-one = Een schone kopie maakt u van één bestand tegelijk.
