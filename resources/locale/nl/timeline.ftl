# Versies zoals mensen ze zien: tijdlijn, vergelijken, terugzetten, naam geven, vaststellen.
error-history-damaged = In de geschiedenis van { $path } ontbreekt iets ({ $version }). De tekst van nu is heel. Haal de werkruimte opnieuw op bij een collega om de geschiedenis te herstellen.
transaction-restore-document = document teruggezet
error-nothing-to-name = Er is nog geen versie om een naam te geven. Sla eerst een versie op.
error-not-saved-yet = Er is tekst die nog in geen versie staat. Sla eerst een versie op; geef die dan de naam „{ $name }”.
