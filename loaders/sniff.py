"""What a file is, by its first bytes and then by its name: suffixes lie (an .xls that is a web page is common)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from kg.loaders.file import File

SUFFIXES: Mapping[str, str] = {
    "": "text", ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".shtml": "html", ".xhtml": "html", ".jhtml": "html", ".aspx": "html",
    ".asp": "html", ".jsp": "html", ".php": "html", ".do": "html",
    ".mht": "mhtml", ".mhtml": "mhtml", ".warc": "warc", ".pdf": "pdf",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".pptx": "pptx", ".ppsx": "pptx", ".odt": "odt",
    ".rtf": "rtf", ".doc": "legacy", ".wps": "legacy", ".ppt": "legacy", ".dps": "legacy",
    ".xlsx": "workbook", ".xlsm": "workbook", ".xls": "workbook", ".xlsb": "workbook", ".ods": "workbook",
    ".et": "workbook", ".csv": "delimited", ".tsv": "delimited",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".zip": "archive", ".tar": "archive", ".tgz": "archive", ".gz": "archive", ".bz2": "archive", ".xz": "archive",
}  # fmt: skip
_PARTS = (("word/document.xml", "docx"), ("ppt/presentation.xml", "pptx"), ("xl/workbook.", "workbook"))
_OPEN = {"application/vnd.oasis.opendocument.text": "odt", "application/vnd.oasis.opendocument.spreadsheet": "workbook"}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b", re.I | re.S
)
_MIME = re.compile(
    rb"(?:[A-Za-z-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*(?:multipart/related|text/html)", re.I
)
_SHEETS = (b"W\0o\0r\0k\0b\0o\0o\0k\0", b"B\0o\0o\0k\0\0\0")
# known by their bytes alone: what folders hold of them are mostly ornaments
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_HEAD = 4096


def kind_of(file: File) -> str | None:
    """The name of the format of a file, None when neither its bytes nor its name tell."""
    return _by_bytes(file) or SUFFIXES.get(_suffix(file.name))


def kind_of_head(name: str, head: bytes) -> str | None:
    """The format of a file whose first bytes are known; a container is only known by its name."""
    if head.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0")):
        return SUFFIXES.get(_suffix(name))
    return _by_bytes(File(name, head)) or SUFFIXES.get(_suffix(name))


def _suffix(name: str) -> str:
    """The suffix; what is none (a number, a sentence with a full stop in it) counts as none at all."""
    end = File(name, b"").suffix
    return end if re.fullmatch(r"\.[a-z0-9]{1,8}", end) and not end[1:].isdigit() else ""


def _by_bytes(file: File) -> str | None:
    data = file.data
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _zip_kind(file.name, data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        named = SUFFIXES.get(file.suffix)
        if any(mark in data for mark in _SHEETS):
            return "workbook"
        return named if named in ("legacy", "workbook") else "legacy"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")) or head[257:262] == b"ustar":
        return "archive"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return "picture"
    if SUFFIXES.get(file.suffix) == "mhtml" or (_MIME.match(head) and b"MIME-Version" in head):
        return "mhtml"
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if plain.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<")) and file.suffix not in (".txt", ".md"):
        return "html"
    return "html" if _HTML.match(plain) else None


def _zip_kind(name: str, data: bytes) -> str:
    """The kind of a zip by the names in it; one that is damaged is left to the loader of archives to name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            names = set(box.namelist())
            if "mimetype" in names and box.getinfo("mimetype").file_size < 200:
                kind = _OPEN.get(box.read("mimetype").decode("ascii", "replace").strip())
                if kind:
                    return kind
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return SUFFIXES.get(File(name, b"").suffix) or "archive"
    return next((kind for part, kind in _PARTS if any(name.startswith(part) for name in names)), "archive")
