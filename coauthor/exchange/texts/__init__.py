"""Reading the texts of word processors: DOCX and ODT, with what was said and changed in them."""
