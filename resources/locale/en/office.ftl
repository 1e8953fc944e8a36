# Documents for word processors.
format-docx = Word document (*.docx)
format-odt = OpenDocument text (*.odt)
office-page = Page
office-image = [Picture: { $alt }]
office-image-unnamed = [Picture without a description]
office-legend = In the difference from the standard, text of the standard is {""}
office-removed = struck through
office-added = new text underlined
