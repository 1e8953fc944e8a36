"""What the files that we write are, by the register of file formats of The National Archives.

PRONOM (https://www.nationalarchives.gov.uk/PRONOM/), looked up in November 2026.
"""

from coauthor.exchange.archiving.mdto import FORMATS, Concept

_KNOWN = {
    ".pdf": ("Acrobat PDF/A - Portable Document Format 2a", "fmt/476"),
    ".odt": ("OpenDocument Text 1.3", "fmt/1756"),
    ".ods": ("OpenDocument Spreadsheet 1.3", "fmt/1755"),
    ".docx": ("Microsoft Word for Windows 2007 onwards", "fmt/412"),
    ".xlsx": ("Microsoft Excel for Windows 2007 onwards", "fmt/214"),
    ".html": ("Hypertext Markup Language 5", "fmt/471"),
    ".md": ("Markdown", "fmt/1149"),
    ".csv": ("Comma Separated Values", "x-fmt/18"),
    ".json": ("JSON Data Interchange Format", "fmt/817"),
    ".xml": ("Extensible Markup Language 1.0", "fmt/101"),
    ".txt": ("Plain Text File", "x-fmt/111"),
    ".coauthor": ("ZIP Format", "x-fmt/263"),
}


def format_of_file(name: str) -> Concept:
    """Return what a file is; without a code where the register is not known to have one."""
    ending = f".{name.rpartition('.')[2].lower()}"
    label, code = _KNOWN.get(ending, (ending.lstrip(".").upper() or "-", ""))
    return Concept(label, FORMATS, code)
