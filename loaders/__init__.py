"""Files into articles: one module a format, and the table LOADERS that names them.

>>> from kg.loaders import find, load
>>> [article for path in find(["folder"]) for article in load(path)]  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.loaders.discover import Found, find, survey
from kg.loaders.file import File, read_file
from kg.loaders.sniff import SUFFIXES, kind_of
from kg.types import Article

__all__ = ["LOADERS", "SUFFIXES", "File", "Found", "find", "kind_of", "load", "read", "read_file", "survey"]

Loader = Callable[[File], list[Article]]

# format → the function of this package that reads it; a module is imported when a file of its format is met
LOADERS: Mapping[str, str] = {
    "text": "plain.read",
    "html": "html.read",
    "mhtml": "mhtml.read",
    "warc": "warc.read",
    "pdf": "pdf.read",
    "docx": "docx.read",
    "pptx": "pptx.read",
    "odt": "odt.read",
    "rtf": "rtf.read",
    "legacy": "legacy.read",
    "workbook": "workbook.read",
    "delimited": "delimited.read",
    "json": "records.read",
    "jsonl": "records.read_lines",
    "archive": "archive.read",
    "picture": "picture.read",
}


def load(path: Path) -> list[Article]:
    """The articles of one file, in the order of the file.

    Raises:
        InputError: the file is missing, unreadable, empty, damaged, encrypted or of an unsupported format.
        MissingExtraError: its format needs a package that is not installed.
    """
    return read(read_file(path))


def read(file: File) -> list[Article]:
    """The articles of a file whose bytes were read. Errors as `load`."""
    if not file.data:
        raise file.refuse("the file is empty", "remove it or fill it")
    kind = kind_of(file)
    if kind is None:
        known = ", ".join(suffix for suffix in sorted(SUFFIXES) if suffix)
        raise file.refuse(f"the format {file.suffix} is not supported", f"give a file of {known}")
    module, _, function = LOADERS[kind].partition(".")
    loader: Loader = getattr(importlib.import_module(f"kg.loaders.{module}"), function)
    return loader(file)
