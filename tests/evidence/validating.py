"""Every export held beside a validator or a second library; what is not there is said."""

import importlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from coauthor.exchange import writable
from tests.evidence.opening import exported, workspaces
from tests.evidence.outside import missing, run

HEAD = ("document", "format", "beside", "verdict", "first finding")
Row = tuple[str, ...]
_NODE = Path(os.environ.get("COAUTHOR_NODE_MODULES", "node_modules")).resolve()
"""Where ``npm install axe-core jsdom vnu-jar`` was done."""
_OPTIONAL = re.compile(r"relationships/(?:fontTable|theme)'\s+is\s+missing")
"""What openxml-audit misses and ECMA-376 part 1 (11.3) leaves free."""
_AXE = Path(__file__).with_name("axe.cjs")


def validating(folder: Path, clauses: int) -> Iterator[Row]:
    """Yield rows: document, format, what it was held beside, and what that says."""
    out = folder / "validated"
    out.mkdir(exist_ok=True)
    for name, document in workspaces(folder, min(clauses, 500)):
        for form, each in writable().items():
            file = out / f"{name}-{form}{each.suffixes[0]}"
            *_, wrong = exported(document, form, file)
            if wrong:
                yield (name, form, "", "not exported", wrong)
                continue
            for title, validator in VALIDATORS.get(file.suffix, ()):
                verdict, finding = validator(file)
                yield (name, form, title, verdict, finding.replace("|", "/")[:160])


def _program(name: str) -> str:
    """Return a program of this environment, or '' where it is not installed."""
    file = Path(sys.executable).with_name(name)
    return str(file) if file.is_file() else ""


def _audit(file: Path) -> tuple[str, str]:
    """Office formats beside the schemas of ECMA-376 and OASIS."""
    program = _program("openxml-audit")
    if not program:
        return _absent("pip install openxml-audit")
    form = "odf1.3" if file.suffix in {".odt", ".ods"} else "microsoft365"
    said = run(program, str(file), "-f", form, "-o", "json", "-m", "0").said
    try:
        found = json.loads(said[said.index("[") :])[0]
    except ValueError:
        return "unclear", " ".join(said[-160:].split())
    errors = [
        str(each.get("description", each))
        for each in found.get("errors", [])
        if each.get("severity") != "warning"
    ]
    errors = [each for each in errors if not _OPTIONAL.search(each)]
    first = errors[0] if errors else ""
    return ("no errors" if not errors else f"{len(errors)} errors"), " ".join(first.split())


def _reqif(file: Path) -> tuple[str, str]:
    """ReqIF beside its schema, which the library ``reqif`` brings."""
    if not _has("reqif", "xmlschema"):
        return _absent("pip install reqif")
    schemas = Path(importlib.import_module("reqif").__file__ or "").parent / "reqif_schema"
    schema = importlib.import_module("xmlschema").XMLSchema(str(schemas / "reqif.xsd"))
    errors = list(schema.iter_errors(str(file)))
    first = " ".join(f"{errors[0].path}: {errors[0].reason}".split()) if errors else ""
    return ("valid" if not errors else f"{len(errors)} errors"), first


def _reqif_read(file: Path) -> tuple[str, str]:
    if not _has("reqif"):
        return _absent("pip install reqif")
    parser = importlib.import_module("reqif.parser").ReqIFParser
    bundle = parser.parse(str(file))
    return f"read, {len(bundle.core_content.req_if_content.spec_objects)} objects", ""


def _openpyxl(file: Path) -> tuple[str, str]:
    """A workbook read by a second library: as many cells with words as ours reads."""
    if not _has("openpyxl"):
        return _absent("pip install openpyxl")
    calamine = importlib.import_module("python_calamine")
    book = importlib.import_module("openpyxl").load_workbook(file, read_only=True)
    theirs = sum(1 for sheet in book for row in sheet.values for cell in row if _words(cell))
    ours = calamine.load_workbook(str(file))
    cells = (ours.get_sheet_by_name(each).to_python() for each in ours.sheet_names)
    mine = sum(1 for rows in cells for row in rows for cell in row if _words(cell))
    return ("same cells" if theirs == mine else "DIFFERS"), f"{theirs} against {mine} cells"


def _words(cell: object) -> bool:
    return cell is not None and bool(str(cell).strip())


def _qpdf(file: Path) -> tuple[str, str]:
    if how := missing("qpdf"):
        return _absent(how)
    done = run("qpdf", "--check", str(file))
    return ("no errors" if done.code == 0 else "ERRORS"), "" if done.code == 0 else done.said[-160:]


def _archivable(file: Path) -> tuple[str, str]:
    """What of PDF/A and PDF/UA can be seen without veraPDF, in every object of the file."""
    if not _has("pikepdf"):
        return _absent("pip install pikepdf")
    pikepdf = importlib.import_module("pikepdf")
    wrong: list[str] = []
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        said = bytes(root.Metadata.read_bytes()).decode("utf-8", "replace")
        for mark, sought in (("PDF/A-2a", r"pdfaid:part\W+2"), ("PDF/UA-1", r"pdfuaid:part\W+1")):
            wrong += [] if re.search(sought, said) else [f"does not say that it is {mark}"]
        wrong += [] if root.get("/MarkInfo", {}).get("/Marked", False) else ["not marked"]
        wrong += [] if str(root.get("/Lang", "")) else ["no language"]
        wrong += [] if "/StructTreeRoot" in root else ["no structure"]
        wrong += [] if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") else ["no title"]
        wrong += [] if "/OutputIntents" in root else ["no output intent"]
        wrong += [] if pdf.trailer.get("/Encrypt") is None else ["encrypted"]
        for each in pdf.objects:
            wrong += _object(pikepdf, each)
    return ("as should be" if not wrong else f"{len(wrong)} findings"), wrong[0] if wrong else ""


def _object(pikepdf: object, each: object) -> Iterator[str]:
    """Yield what an archive or a screen reader does not take."""
    if not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):  # type: ignore[attr-defined]
        return
    sort, kind = str(each.get("/Type", "")), str(each.get("/S", ""))
    if sort == "/FontDescriptor" and not any(f"/FontFile{n}" in each for n in ("", "2", "3")):
        yield f"font not embedded: {each.get('/FontName')}"
    if kind == "/Figure" and not str(each.get("/Alt", "")):
        yield "a picture without words for it"
    if kind in {"/JavaScript", "/Launch"} or sort == "/EmbeddedFile":
        yield f"{kind or sort} in an archive"
    if sort == "/ExtGState" and str(each.get("/BM", "/Normal")) not in {"/Normal", "/Compatible"}:
        yield "a blend mode"


def _pdfua(file: Path) -> tuple[str, str]:
    program = _program("pdfua")
    if not program:
        return _absent("pip install pdfua")
    said = run(program, "check", str(file)).said
    found = re.search(r"result: (.*?)   errors=(\d+) warnings=(\d+)", said)
    rules = re.search(r"against (\d+ of \d+) ", said)
    verdict = f"{found[2]} errors, {found[3]} warnings" if found else "unclear"
    return f"{verdict} ({rules[1] if rules else '?'} rules)", ""


def _outloud(file: Path) -> tuple[str, str]:
    program = _program("outloud")
    if not program:
        return _absent("pip install outloud")
    said = run(program, "--layer", "conformance", str(file)).said
    found = re.search(r"(\d+) error\(s\), (\d+) warning", said)
    first = re.search(r"(?:ERROR|WARNING)\s+(.*)", said)
    return (f"{found[1]} errors, {found[2]} warnings" if found else "unclear"), (
        " ".join(first[1].split()) if first else ""
    )


def _vera(file: Path) -> tuple[str, str]:
    if missing("verapdf"):
        return _absent("veraPDF: https://docs.verapdf.org/install/, not in Debian, PyPI or npm")
    said = run("verapdf", "--format", "text", str(file)).said
    return ("PASS" if said.startswith("PASS") else "FAIL"), said[:160]


def _vnu(file: Path) -> tuple[str, str]:
    jar = _NODE / "vnu-jar/build/dist/vnu.jar"
    if not jar.is_file() or missing("java"):
        return _absent("npm install vnu-jar; apt-get install default-jre-headless")
    lines = run("java", "-Xss8m", "-jar", str(jar), "--errors-only", str(file)).said.splitlines()
    lines = [each for each in lines if "error" in each]
    return ("no errors" if not lines else f"{len(lines)} errors"), lines[0] if lines else ""


def _axe(file: Path) -> tuple[str, str]:
    if not (_NODE / "axe-core").is_dir() or missing("node"):
        return _absent("npm install axe-core jsdom (COAUTHOR_NODE_MODULES=…/node_modules)")
    environment = {**os.environ, "NODE_PATH": str(_NODE)}
    done = subprocess.run(
        ["node", "--max-old-space-size=4096", str(_AXE), str(file)],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    first, _, rest = done.stdout.partition("\n")
    return first or "unclear", rest.strip() or done.stderr[-160:]


def _has(*modules: str) -> bool:
    return all(importlib.util.find_spec(each) is not None for each in modules)


def _absent(how: str) -> tuple[str, str]:
    return "not found", how


Validator = Callable[[Path], tuple[str, str]]
_PDF: tuple[tuple[str, Validator], ...] = (
    ("qpdf --check", _qpdf),
    ("PDF/A and PDF/UA by pikepdf", _archivable),
    ("pdfua", _pdfua),
    ("outloud, conformance", _outloud),
    ("veraPDF", _vera),
)
VALIDATORS: dict[str, tuple[tuple[str, Validator], ...]] = {
    ".docx": (("ECMA-376 by openxml-audit", _audit),),
    ".xlsx": (("ECMA-376 by openxml-audit", _audit), ("openpyxl", _openpyxl)),
    ".odt": (("OASIS ODF 1.3 by openxml-audit", _audit),),
    ".ods": (("OASIS ODF 1.3 by openxml-audit", _audit),),
    ".reqif": (("reqif.xsd", _reqif), ("library reqif", _reqif_read)),
    ".html": (("Nu HTML checker", _vnu), ("axe-core in jsdom", _axe)),
    ".pdf": _PDF,
}
