# Documents for word processors.
format-docx = Word-document (*.docx)
format-odt = OpenDocument-tekst (*.odt)
office-page = Pagina
office-image = [Afbeelding: { $alt }]
office-image-unnamed = [Afbeelding zonder omschrijving]
office-legend = In het verschil met de standaard staat tekst van de standaard {""}
office-removed = doorgehaald
office-added = nieuwe tekst onderstreept
