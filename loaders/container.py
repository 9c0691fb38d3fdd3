"""Zip containers (DOCX, XLSX, PPTX, ODT, archives), opened with an eye on what they would unpack to."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from kg.errors import MissingExtraError
from kg.loaders.file import File

if TYPE_CHECKING:
    from lxml import etree

LARGEST_PART = 400_000_000  # bytes of one unpacked part
LARGEST_TOTAL = 1_000_000_000
STEEPEST = 300  # times that a part of some size may shrink; text packs 3 to 30 times
SMALL = 20_000_000  # bytes up to which no ratio is suspicious
MOST_PARTS = 200_000

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, IndexError)


def open_zip(file: File) -> zipfile.ZipFile:
    """A zip whose directory promises nothing outrageous.

    Raises:
        InputError: the zip is damaged, encrypted, or would unpack to far more than it holds.
    """
    try:
        box = zipfile.ZipFile(io.BytesIO(file.data))
        parts = box.infolist()
    except BROKEN:
        raise file.refuse("the file is damaged or cut off", "get it again") from None
    if len(parts) > MOST_PARTS:
        raise file.refuse(f"the file holds {len(parts):,} parts", "unpack it and give the folder")
    if any(part.flag_bits & 1 for part in parts):
        raise file.refuse("the file is encrypted", "save it without a password")
    total = sum(part.file_size for part in parts)
    steep = [p for p in parts if p.file_size > SMALL and p.file_size > STEEPEST * max(p.compress_size, 1)]
    if total > LARGEST_TOTAL or steep or any(part.file_size > LARGEST_PART for part in parts):
        raise file.refuse(
            f"the file would unpack to {total // 1_000_000:,} MB, as a zip bomb does", "unpack it yourself and look"
        )
    return box


def read_part(file: File, box: zipfile.ZipFile, name: str) -> bytes | None:
    """One part of a container, None when it has no such part.

    Raises:
        InputError: the part is damaged.
    """
    try:
        return box.read(name)
    except KeyError:
        return None
    except (*BROKEN, RuntimeError):
        raise file.refuse(f"its part {name} is damaged", "get the file again") from None


def parse_xml(file: File, data: bytes, name: str) -> etree._Element:
    """An XML part as a tree, entities and network left out.

    Raises:
        InputError: the part is no XML, or defines entities, as an entity bomb does.
    """
    try:
        from lxml import etree
    except ImportError:
        raise MissingExtraError("lxml", "office", f"Reading {file.name}") from None
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
        raise file.refuse(f"its part {name} defines XML entities, which no office program writes", "leave it out")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise file.refuse(f"its part {name} is no XML", "get the file again")
    return root
