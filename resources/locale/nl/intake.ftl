# Een bestaand bestand inlezen: hoe het gelezen wordt, wat wat wordt, overnemen.
intake-title = Bestaand bestand inlezen
intake-other = &Ander bestand…
intake-other-help = Kies een ander bestand, of sleep het naar dit venster.
intake-how = Hoe lezen we dit bestand
intake-itself = Het bestand zegt zelf wat zijn bepalingen zijn. Er valt niets te kiezen.
intake-cut = &Bepalingen maken van
intake-cut-help = Klopt de verdeling niet? Kies dan zelf waarvan bepalingen worden gemaakt.
intake-cut-auto = Vanzelf kiezen
intake-cut-chosen = Vanzelf: { $way }
intake-cut-headings = Koppen van niveau { $level }
intake-cut-items = Punten van lijsten
intake-sheets = &Bladen
intake-sheets-help = Welke bladen worden gelezen? Zet een vinkje met de spatiebalk; het blad dat u kiest, ziet u hieronder.
intake-sheet = { $name } ({ $rows } rijen)
intake-sheet-hidden = { $name } ({ $rows } rijen, verborgen)
intake-heading-row = &Rij met koppen
intake-heading-none = geen
intake-columns = Wat staat in elke kolom
intake-columns-of = Wat staat in elke kolom van „{ $sheet }”
intake-column-letter = Kolom { $letter }
intake-meanings = Wat betekenen deze woorden
intake-means-nothing = Zegt hier niets
intake-role-code = Nummer
intake-role-title = Titel
intake-role-text = Tekst van de eis
intake-role-kind = Eis of wens
intake-role-priority = Prioriteit
intake-role-theme = Thema
intake-role-chapter = Hoofdstuk
intake-role-level = Niveau
intake-role-type = Wat het is
intake-role-others = Overige kenmerken
intake-role-uid = Kenmerk (uid)
intake-role-left = Niet overnemen
intake-role-field = Veld: { $name }
intake-profile = Lezen volgens &profiel
intake-profile-itself = Vanzelf kiezen
intake-profile-none = Zonder profiel
intake-profile-name = Naam van het profiel
intake-profile-help = Onthoudt wat er in elke kolom staat. Een volgende lijst met dezelfde koppen wordt dan vanzelf zo gelezen.
intake-profile-keep = Ont&houden
intake-profile-kept = Onthouden als „{ $name }”. Een volgende lijst met deze koppen wordt vanzelf zo gelezen.
intake-profile-unfit = Het profiel „{ $name }” past hier niet: de koppen zijn anders. Het bestand is zonder dat profiel gelezen.
intake-place = Waar komt het
intake-organisation = &Organisatie
intake-standard = Afleiden van een &standaard
intake-standard-none = Geen standaard
intake-standard-help = Dan komt ook het document van de standaard in de werkruimte, om uw tekst naast te leggen.
intake-folder = &Map
intake-preview = Wat wordt wat
intake-tab-lines = Wat wordt wat ({ $count })
intake-tab-said = Opmerkingen en voorstellen ({ $count })
intake-tab-told = Om te weten ({ $count })
intake-tab-said-name = Opmerkingen en voorstellen uit het bestand
intake-tab-told-name = Wat u moet weten van het lezen
intake-detail = De gekozen regel voluit
intake-table = Wat elk deel van het bestand wordt
intake-show = &Toon
intake-show-all = Alles ({ $count })
intake-show-clauses = Alleen bepalingen ({ $count })
intake-show-look = Om na te kijken ({ $count })
intake-show-changes = Nieuw en gewijzigd ({ $count })
intake-show-absent = Niet in het bestand ({ $count })
intake-find = &Zoek
intake-column-what = Wordt
intake-column-change = Gevolg
intake-column-code = Nummer
intake-column-text = Tekst
intake-column-place = In het bestand
intake-column-sort = Wordt
intake-column-about = Bij
intake-column-who = Wie en wanneer
intake-column-said = Tekst
intake-column-told = Wat
intake-what-heading = Kop { $level }
intake-paragraph = alinea { $number }
intake-line = regel { $line }
intake-what-prose = Tekst
intake-what-departed = Vervallen
intake-what-absent = Bepaling
intake-change-new = nieuw
intake-change-changed = gewijzigd
intake-change-same = gelijk
intake-change-absent = blijft staan
intake-change-absent-help = Deze bepaling staat in uw document en niet in het bestand. Ze blijft staan zoals ze is.
intake-change-elsewhere = staat elders
intake-change-elsewhere-help = Deze bepaling staat al in een ander document van deze werkruimte. Ze blijft daar en komt hier niet bij.
intake-look-empty = Hier staat geen tekst. Kijk in het bestand of die ergens anders staat.
intake-look-code = Dit heeft geen nummer, terwijl de meeste andere er wel een hebben.
intake-look-long = Dit is een lange tekst. Zijn dit misschien meer eisen? Kies dan een fijnere verdeling, of splits de bepaling na het overnemen.
intake-look-note = Bij deze plek hoort een opmerking van het lezen. Die staat onder „Om te weten”.
intake-look-met = Sinds dit bestand is gemaakt, is ook hier in deze bepaling geschreven. Hieronder staat wat het wordt. Kijk of het klopt.
intake-target = Wat het wordt
intake-target-help = Een nieuw document in deze werkruimte, of nieuws voor een document dat er al is.
intake-target-new = Een nieuw document
intake-target-known = „{ $document }” bijwerken
intake-like = Dit bestand lijkt op „{ $document }”: { $count } van de { $clauses } bepalingen staan daar al. Kies dat document hierboven om het bij te werken.
intake-keep = Behouden wat hier &sindsdien is geschreven
intake-keep-help = Aangevinkt: wat hier na het maken van het bestand is geschreven blijft, en komt samen met wat in het bestand nieuw is. Niet aangevinkt: de woorden van het bestand gelden.
intake-said-remark = Opmerking
intake-said-reply = Reactie daarop
intake-said-edit = Voorstel: wijzigen
intake-said-add = Voorstel: toevoegen
intake-said-drop = Voorstel: schrappen
intake-about-whole = het hele document
intake-lost = Kreeg geen plaats: „{ $words }”. Neem dit na het overnemen zelf over, of kies een andere verdeling.
intake-summary = { $clauses ->
    [one] Eén bepaling
   *[other] { $clauses } bepalingen
 } en { $headings ->
    [0] geen koppen
    [one] één kop
   *[other] { $headings } koppen
 }
intake-summary-departed = { $count } verplaatst of vervallen
intake-summary-said = { $count ->
    [one] één opmerking of voorstel
   *[other] { $count } opmerkingen en voorstellen
 }
intake-summary-look = { $count } om na te kijken
intake-summary-lost = { $count ->
    [one] één woord of deel kreeg geen plaats
   *[other] { $count } woorden of delen kregen geen plaats
 }
intake-summary-whole = alle woorden uit het bestand hebben een plaats
intake-names = &Namen van schrijvers bewaren
intake-names-help = Zet bij elke opmerking wie hem schreef. Iedereen die de werkruimte heeft, ziet die namen. Zonder vinkje blijven ze weg.
intake-take = O&vernemen
intake-update = Bij&werken
intake-reading = Het bestand wordt gelezen…
intake-comparing = Het bestand wordt naast de werkruimte gelegd…
intake-making = De werkruimte wordt klaargezet…
intake-writing = De tekst wordt overgenomen…
intake-stopping = Er wordt gestopt…
intake-done = Ingelezen uit { $file }: { $clauses ->
    [one] één bepaling
   *[other] { $clauses } bepalingen
 }{ $said ->
    [0] .
    [one] {" "}en één opmerking of voorstel.
   *[other] {" "}en { $said } opmerkingen en voorstellen.
 }
intake-again = Het document is gewijzigd terwijl u keek. Kijk nog eens wat het bestand ervan maakt.
intake-updating = Het document wordt bijgewerkt…
intake-compare = &Vergelijk met de standaard
error-import-nothing = In { $path } staat geen tekst. Er is niets ingelezen. Kies een ander bestand.
error-import-look-first = Het bestand is nog niet gelezen. Kies het opnieuw.
error-import-no-right = U mag { $path } niet lezen. Vraag uw beheerder om leesrechten, of maak een kopie op een plek waar u wel bij kunt.
error-import-unreadable = { $path } kon niet worden gelezen ({ $reason }). Is het open in een ander programma, of is de netwerkschijf weg? Sluit het daar en probeer het opnieuw.
error-import-folder = { $path } is een map. Kies één bestand uit die map.
error-import-password = { $path } is met een wachtwoord beveiligd en daardoor niet te lezen. Open het in Office, sla het op zonder wachtwoord en kies het opnieuw.
error-import-old-office = { $path } is een bestand van Office van voor 2007. Open het in Office en sla het op als .docx of .xlsx; kies daarna dat bestand.
