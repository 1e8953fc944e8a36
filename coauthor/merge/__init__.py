"""Three-way merge: what people wrote apart becomes one text and a list of questions.

Pure: three texts in, one text and what was done with every difference out.
"""
