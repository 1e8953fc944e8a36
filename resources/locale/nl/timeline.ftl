# Versies zoals mensen ze zien: tijdlijn, vergelijken, terugzetten, naam geven, vaststellen.
error-history-damaged = In de geschiedenis van { $path } ontbreekt iets ({ $version }). De tekst van nu is heel. Haal de werkruimte opnieuw op bij een collega om de geschiedenis te herstellen.
