"""Words that stand inside only, in every place there is; and a search that finds them anywhere."""

import base64
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pygit2

from coauthor.document.reading import encode
from coauthor.history.repository import Author, Repository
from coauthor.review.event import Event, Voice, write_event
from coauthor.workspace.creating import derive_workspace, new_workspace
from coauthor.workspace.standards import find_source
from coauthor.workspace.versions import release
from coauthor.workspace.workspace import Workspace, open_workspace

STEM = "kanarie7q"
"""Every canary begins so."""

MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PERSON = Author("Kanarie7qPersoon Zanger", "kanarie7qmail@wij.example", "Gemeente Waterrijk")


def canary(place: str) -> str:
    return STEM + place


# -- what is searched for ----------------------------------------------------


@cache
def spellings(word: str) -> Mapping[str, bytes]:
    """Return a word as it may be written, by the name of the writing; base64 minds the case."""
    found: dict[str, bytes] = {}
    for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        found[name] = word.encode(name)
        for form in (word, word.capitalize(), word.upper()):
            for shift in range(3):
                found[f"base64 {name} {form} {shift}"] = _base64(form.encode(name), shift)
    data = word.encode("ascii")
    found["percent"] = "".join(f"%{each:02x}" for each in data).encode()
    found["quoted-printable"] = "".join(f"={each:02x}" for each in data).encode()
    found["hex"] = data.hex().encode()
    found["json"] = "".join(f"\\u{each:04x}" for each in data).encode()
    found["html"] = "".join(f"&#{each};" for each in data).encode()
    found["reversed"] = data[::-1]
    return found


def _base64(data: bytes, shift: int) -> bytes:
    """Return what of a word is the same in base64 wherever it begins."""
    text = base64.b64encode(b"\0" * shift + data)
    whole = (len(data) + shift) // 3 * 4
    return text[(0, 2, 3)[shift] : whole]


def sightings(word: str, roots: list[Path]) -> list[str]:
    """Return where a word is found, in whatever writing: files, names, objects, packages."""
    found = []
    for where, data in (pair for root in roots for pair in haystacks(root)):
        lower = data.lower()
        for name, written in spellings(word).items():
            if written in (data if name.startswith("base64") else lower):
                found.append(f"{where} ({name})")
    return found


def haystacks(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield everything that a folder or a package holds, unpacked."""
    if root.is_file():
        yield str(root.name), root.read_bytes()
        with zipfile.ZipFile(root) as package:
            for name in package.namelist():
                yield f"{root.name}:{name}", package.read(name)
        return
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        yield f"{root.name}: name", name.encode()
        if path.is_symlink():
            yield f"{root.name}/{name}", str(path.readlink()).encode()
        elif path.is_file():
            data = path.read_bytes()
            yield f"{root.name}/{name}", data
            if "/objects/" in f"/{name}" and data[:1] == b"\x78":
                yield f"{root.name}/{name} unpacked", zlib.decompress(data)
    if (root / ".git").exists() or (root / "HEAD").exists():
        git = pygit2.Repository(str(root))
        for oid in git:  # packed ones too, and those that nothing refers to
            yield f"{root.name} object {oid}", git.read(oid)[1]
        git.free()


# -- where they are put ------------------------------------------------------


def png(note: str) -> bytes:
    """Return a picture of one dot, with notes in it and behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    said = note.encode()
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Author\0" + said)
        + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(said))
        + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + said)
        + chunk(b"eXIf", b"MM\0*" + said)
        + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
        + chunk(b"IEND", b"")
        + said
    )


def jpeg(note: str) -> bytes:
    """Return what has the parts of a JPEG, with notes in it and behind it."""

    def segment(kind: int, data: bytes) -> bytes:
        return bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data

    said = note.encode()
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")
        + segment(0xE1, b"Exif\0\0MM\0*" + said)
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + said)
        + segment(0xE2, b"ICC_PROFILE\0" + said)
        + segment(0xED, b"Photoshop 3.0\0" + said)
        + segment(0xFE, said)
        + segment(0xDB, b"\0" * 65)
        + segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0")
        + segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + b"\x12\xff\0\x34\xff\xd0\x56"
        + b"\xff\xd9"
        + said
    )


BODY = f"""Het systeem stelt één biljet samen. <!-- {canary("opmerking")} --> Zo is het.

<!--
{canary("opmerking2")}
-->

- een lijst <?{canary("instructie")} ?>
- met <!X {canary("aangifte")}> en <![CDATA[{canary("cdata")}]]>
- en <!<!-- x -->-- {canary("genest")} -->

[//]: # ({canary("definitie")})

[{canary("label")}]: https://example.org "{canary("titel")}"

Zie [het stuk](../intern/{canary("koppeling")}.docx "{canary("zweef")}"), \
[de schijf](file:///s/{canary("schijf")}) en ![plaatje](../beeld/{canary("beeld")}.png) \
of ![foto][foto].

[foto]: ../beeld/{canary("foto")}.jpg
"""

TEXT = f"""---
# {canary("yaml")}
title: Programma van eisen
code: BEL
owner: {canary("kop")}
language: {canary("taal")}
tags: [{canary("lijst")}]
---

# Heffen <!-- {canary("tussenkop")} -->

Inleidende tekst.

<!-- {canary("los")} -->

<!-- clause aaaaaaaaaa BEL-001 kind=eis theme="{canary("thema")} x" reason=law \
owner="{canary("eigenaar")}" cost="{canary("kosten")}" until=2027-01-01 \
note="{canary("notitie")}" direction=weaker x-{canary("sleutel")}=1 \
derives={canary("afkomst")} -->
### Biljet <!-- {canary("titel2")} -->

{BODY}
> **rationale** Inwoners willen één biljet. <!-- {canary("waarom")} -->
>
> **acceptance** Eén biljet.
>
> **deviation** {canary("reden")} omdat het moet.
>
> **risk** {canary("risico")}
>
> **{canary("veld")}** {canary("veldtekst")}

<!-- omitted bbbbbbbbbb BEL-002 reason=preference note="{canary("weggelaten")}" -->

<!-- clause {canary("kapot")} -->

Slot.

<!-- {canary("open")}
"""

EARLIER = f"# Heffen\n\n{canary('verwijderd')} stond hier.\n"

STANDARD = f"""---
title: Standaard
code: STD
{canary("standaardkop")}: x
---

# Heffen

<!-- {canary("standaardopmerking")} -->

<!-- clause bbbbbbbbbb BEL-002 kind=eis theme=functioneel owner={canary("standaardeigenaar")} -->
### Termijn

Het systeem antwoordt binnen {{{{termijn: 4 uur}}}}.
"""


def inside(folder: Path) -> Workspace:
    """Make a workspace with canaries in every place that there is."""
    standard = new_workspace(
        folder / canary("standaardmap"),
        "standard",
        "Unie",
        "Standaard",
        author=PERSON,
        when=MOMENT,
        message=canary("standaardversie"),
    )
    (standard.root / "documents/standaard.md").write_bytes(encode(STANDARD))
    _add(standard.root / "coauthor.toml", f"\n# {canary('standaardtoml')}\n")
    (standard.root / f"documents/{canary('standaardbestand')}.md").write_text("x")
    release(standard, "1.0", PERSON, MOMENT, canary("uitgave"))
    workspace = derive_workspace(
        find_source(str(standard.root)),
        "1.0",
        folder / canary("map"),
        "Gemeente Waterrijk",
        author=PERSON,
        when=MOMENT,
        message=canary("afgeleid"),
    )
    root = workspace.root
    name = canary("bestand")
    settings = (root / "coauthor.toml").read_text(encoding="utf-8")
    settings = settings.replace(
        'name = "standaard"\ntitle = "Standaard"\nstandard',
        f'name = "{name}"\ntitle = "{canary("vermelding")}"\nstandard',
    )
    settings = settings.replace(
        'title = "Standaard"\n',
        f'title = "{canary("werkruimte")}"\n'
        f'language = "{canary("taal2")}"\n'
        f'{canary("instelling")} = "x" # {canary("tomlopmerking")}\n',
        1,
    )
    settings = settings.replace('language = "nl"\n', "", 1)
    settings += f'\n[{canary("tabel")}]\nx = "{canary("waarde")}"\n'
    (root / "coauthor.toml").write_text(settings, encoding="utf-8")
    (root / "documents/standaard.md").rename(root / f"documents/{name}.md")
    _files(root, name)
    (root / f"documents/{name}.md").write_text(EARLIER, encoding="utf-8")
    repository = Repository.open(root)
    repository.commit(canary("bericht"), PERSON, MOMENT)
    (root / f"documents/{name}.md").write_bytes(encode(TEXT))
    (root / f"{canary('weg')}.txt").unlink()
    version = repository.commit(f"Klaar\n\n{canary('trailer')}: {canary('waarde')}", PERSON, MOMENT)
    repository.give_name(version.id, canary("naam"), PERSON, MOMENT)
    repository.give_name(
        version.id, canary("vast"), PERSON, MOMENT, digests={canary("pad"): "0" * 64}
    )
    _git_places(root, version.id)
    return open_workspace(root)


def _add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _files(root: Path, document: str) -> None:
    said = Event(
        "01K00000000000000000000000",
        "question",
        document,
        "aaaaaaaaaa",
        Voice(f"{canary('vrager')} BV", "vendor", "analyst", f"SHA256:{canary('sleutel')}"),
        f"2026-{canary('moment')}",
        body=canary("vraag"),
        values={"mention": canary("genoemd"), canary("sleutel"): "x"},
    )
    for path, data in {
        said.path: write_event(said).encode(),
        "people.toml": f"# {canary('mensen')}\n"
        f'[[organisations]]\nname = "{canary("leverancier")}"\n'
        f'party = "vendor"\n[[people]]\nkey = "ssh-ed25519 {canary("pubkey")} x@y"\n'
        f'organisation = "Gemeente Waterrijk"\nroles = ["steward"]\n'
        f'[settings]\n{canary("afspraak")} = "x"\n'.encode(),
        "decisions/01K00000000000000000000001.toml": f'format = 1\nkind = "waiver-request"\n'
        f'reason = "{canary("ontheffing")}"\nasked_by = "{canary("aanvrager")}"\n'.encode(),
        "memo/askers.toml": f'asker = "{canary("nvi")}"\n'.encode(),
        f"intern/{canary('koppeling')}.docx": b"PK" + canary("document").encode(),
        f"beeld/{canary('beeld')}.png": png(canary("png")),
        f"beeld/{canary('foto')}.jpg": jpeg(canary("jpeg")),
        f"documents/{canary('ander')}.md": f"# {canary('anderdocument')}\n".encode(),
        f"{canary('weg')}.txt": canary("weggegooid").encode(),
        f"standards/standaard/{canary('verdwaald')}.txt": canary("verdwaaldetekst").encode(),
    }.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (root / "beeld/link.png").symlink_to(canary("doel"))


def _git_places(root: Path, version: str) -> None:
    """Put canaries in the places of git itself, and in those of the program."""
    git = pygit2.Repository(str(root))
    who = pygit2.Signature(PERSON.name, PERSON.email)
    git.references.create(f"refs/heads/{canary('tak')}", version)
    git.create_note(canary("aantekening"), who, who, version)
    (root / f"{canary('stash')}.txt").write_text(canary("stashtekst"))
    git.stash(who, canary("stashbericht"), include_untracked=True)
    git.config["user.name"] = canary("naaminconfig")
    git.config["user.email"] = f"{canary('mailinconfig')}@wij.example"
    git.remotes.create(canary("plek"), f"https://{canary('server')}.example/x.git")
    private = root / ".git/coauthor/journal"
    private.mkdir(parents=True)
    (private / "open.journal").write_text(canary("journaal"))
    (root / ".git/description").write_text(canary("omschrijving"))
    git.free()
