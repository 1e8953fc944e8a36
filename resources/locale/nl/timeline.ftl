# Versies zoals mensen ze zien: tijdlijn, vergelijken, terugzetten, naam geven, vaststellen.
error-history-damaged = In de geschiedenis van { $path } ontbreekt iets ({ $version }). De tekst van nu is heel. Haal de werkruimte opnieuw op bij een collega om de geschiedenis te herstellen.
transaction-restore-document = document teruggezet
error-nothing-to-name = Er is nog geen versie om een naam te geven. Sla eerst een versie op.
error-not-saved-yet = Er is tekst die nog in geen versie staat. Sla eerst een versie op; geef die dan de naam „{ $name }”.
cli-name = geef een versie een naam, of stel haar vast; zonder naam: toon de namen
cli-restore = zet een bepaling of een document terug zoals het in een versie stond
cli-history-frozen = vastgesteld: { $name }
cli-history-more = en nog { $count }
cli-named = Versie { $version } heet nu „{ $name }”.
cli-frozen = Versie { $version } is vastgesteld als „{ $name }” (zegel { $seal }).
cli-restored = Teruggezet zoals in versie { $version }: { $documents }. Sla een versie op om dit vast te leggen.
version-now = de tekst van nu
name-kind-name = naam
name-kind-frozen = vastgesteld
name-kind-release = uitgave
frozen-damaged = De bewaarde tekst van „{ $name }” is niet wat er is vastgesteld: { $documents }. Vraag een collega om een gave kopie van de werkruimte.
notice-restored-locked = Vergrendeld, en daarom gebleven zoals nu: { $clauses }.
error-compare-what = Geef twee bestanden, of één document van een werkruimte met --from VERSIE (en --to VERSIE).
action-timeline = &Tijdlijn…
action-name_version = &Naam geven aan deze versie…
action-freeze_version = Versie &vaststellen…
timeline = Tijdlijn
timeline-list = Versies, de nieuwste eerst
timeline-status = Wat er gebeurt
timeline-clauses = Bepalingen die in deze versie veranderden
timeline-words = De woorden die veranderden
timeline-choose = Kies een versie om te zien wat er veranderde.
timeline-today = Vandaag
timeline-yesterday = Gisteren
timeline-this-week = Eerder deze week
timeline-this-month = Eerder deze maand
timeline-no-message = Zonder toelichting
timeline-taken = Opgehaald van { $sources } ({ $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
  })
timeline-inside = { $count ->
    [one] 1 versie
   *[other] { $count } versies
  }
timeline-came = nieuw
timeline-left = weg
timeline-changed = veranderd
timeline-moved = verplaatst
timeline-from-to = Van { $source } naar { $path }
timeline-others = en nog { $count } bepalingen
timeline-between = koppen of tekst tussen de bepalingen
timeline-changes = { $count ->
    [0] Geen bepaling veranderd
    [one] 1 bepaling veranderd
   *[other] { $count } bepalingen veranderd
  }
timeline-name-name = Naam: { $name }
timeline-name-frozen = Vastgesteld als: { $name }
timeline-name-release = Uitgave: { $name }
timeline-intact = De tekst is precies wat is vastgesteld (zegel { $seal }).
timeline-search = Zoeken in toelichting, namen en nummers
timeline-search-hint = Zoek een woord, naam of nummer
timeline-reset = Alles tonen
timeline-document = Document
timeline-clause = Bepaling
timeline-organisation = Organisatie
timeline-person = Persoon
timeline-period = Periode
timeline-all-document = Alle documenten
timeline-all-clause = Alle bepalingen
timeline-all-organisation = Alle organisaties
timeline-all-person = Iedereen
timeline-all-period = Altijd
timeline-period-today = Vandaag
timeline-period-week = Afgelopen week
timeline-period-month = Afgelopen maand
timeline-period-year = Afgelopen jaar
timeline-looking = Wordt opgezocht… { $count ->
    [0] {""}
    [one] 1 versie gevonden
   *[other] { $count } versies gevonden
  }
timeline-more = De nieuwste { $count } versies. Ga verder naar beneden voor oudere.
timeline-all = { $count ->
    [one] 1 versie
   *[other] { $count } versies
  }
timeline-none = Geen versie past hierbij.
timeline-do-beside = &Ernaast zetten
timeline-do-beside-help = Toont deze versie als kolom naast de tekst van nu.
timeline-do-compare = &Vergelijken met…
timeline-do-compare-help = Kies daarna een andere versie om deze mee te vergelijken.
timeline-do-restore_clause = &Bepaling terugzetten
timeline-do-restore_clause-help = Zet de gekozen bepaling terug zoals ze in deze versie stond. Ongedaan maken kan.
timeline-do-restore_document = &Document terugzetten
timeline-do-restore_document-help = Zet het hele document terug zoals het in deze versie stond. Ongedaan maken kan.
timeline-do-name = &Naam geven…
timeline-do-name-help = Geeft deze versie een naam waaraan iedereen haar herkent.
timeline-do-freeze = Vast&stellen…
timeline-do-freeze-help = Legt de precieze tekst van deze versie vast onder een naam.
timeline-compare-with = Vergelijken met { $name }
timeline-compare-choose = Kies de versie om te vergelijken met { $name } en druk nog eens op de knop. Escape stopt.
timeline-compare-title = Twee versies
timeline-compare-help = Links de nieuwere versie, rechts de oudere. Ctrl+F8 gaat naar het volgende verschil.
timeline-set-beside = Naast de tekst gezet: { $name }
timeline-restored = Teruggezet: { $name }. Met Ongedaan maken gaat het terug zoals het was.
timeline-same = { $name } staat er al zo.
name-dialog = Naam geven aan een versie
name-dialog-help = Geef deze versie een naam waaraan u en anderen haar herkennen. De naam gaat mee als u de werkruimte deelt.
name-dialog-accept = Naam geven
name-dialog-name = &Naam
freeze-dialog = Versie vaststellen
freeze-dialog-help = De precieze tekst van deze versie wordt vastgelegd onder een naam. Dat blijft zo: Coauthor ziet het als er later iets aan verandert, en de nummers van de bepalingen wijzigen niet meer.
freeze-dialog-accept = Vaststellen
error-name-missing = Vul een naam in.
error-clause-elsewhere = { $clause } staat nu in het document „{ $document }”. Open dat document om de bepaling daar terug te zetten.
timeline-opened = open: { $count } versies staan eronder
timeline-closed = dicht: pijl rechts toont { $count } versies
timeline-restore-elsewhere = Deze bepaling staat in een ander document. Open dat document om haar terug te zetten.
timeline-clauses-help = Enter toont alle versies van deze bepaling.
timeline-undone = Ongedaan gemaakt: { $name }.
tool-timeline = Tijdlijn
