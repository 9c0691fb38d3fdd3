"""IRIs of a build's things: a base and the id, Chinese as it is, percent-encoded where RFC 3987 wants it.

Two ids never share an IRI and `decode` gives the id back, whatever a parser normalises: what an IRI must not hold, what
Unicode normalisation (NFC) would change, and what nobody sees (marks of direction, blanks) is encoded.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc

from kg.errors import BuildError
from kg.rdf.columns import Strings, join, raw

# Characters that need no look: ASCII that may stand in a path, CJK ideographs and punctuation, full-width letters.
# A dot is looked at, for a segment of dots alone would be taken for a step up.
_PLAIN = r"A-Za-z0-9_~!$&'()*+,;=:@/\-\x{3001}-\x{3029}\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{FF01}-\x{FF5E}“”·—"
_UNUSUAL = f"[^{_PLAIN}]"
_ASCII = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/")
_PLAIN_ASCII = "".join(sorted(_ASCII - {"."})).encode()
# RFC 3987, ucschar; the planes 3 to 13 hold no letters yet
_UCSCHAR = (
    (0xA0, 0xD7FF),
    (0xF900, 0xFDCF),
    (0xFDF0, 0xFFEF),
    (0x10000, 0x1FFFD),
    (0x20000, 0x2FFFD),
    (0x30000, 0x3FFFD),
)
_DOTS = re.compile(r"(?<![^/])\.{1,2}(?![^/])")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20]+")


def check_base(base: str) -> str:
    """The base of all IRIs, when it is one.

    Raises:
        BuildError: it is no absolute IRI that ids can be put behind.
    """
    if not _BASE.fullmatch(base) or base[-1] not in "/#:":
        raise BuildError(
            f"--base {base}: not the beginning of an IRI; give one that ends with /, # or :, e.g. http://…/id/"
        )
    return base


@functools.lru_cache(maxsize=100_000)
def encode(identifier: str) -> str:
    """An id as the path of an IRI.

    Example:
        >>> encode("enterprise/旗滨 100%")
        'enterprise/旗滨%20100%25'

    Raises:
        BuildError: half a character (a lone surrogate), which no file can hold.
    """
    try:
        identifier.encode()
    except UnicodeEncodeError:
        raise BuildError(
            f"{identifier!r}: holds half a character (a lone surrogate); mend the text and build again."
        ) from None
    escaped = "".join(c if _stays(c) else "".join(f"%{b:02X}" for b in c.encode()) for c in identifier)
    return _DOTS.sub(lambda m: m[0].replace(".", "%2E"), escaped)


def decode(path: str) -> str:
    """The id of a path that `encode` made."""
    return unquote(path, errors="strict")


def _stays(char: str) -> bool:
    if char < "\x80":
        return char in _ASCII
    if not any(first <= ord(char) <= last for first, last in _UCSCHAR):
        return False
    return unicodedata.category(char)[0] in "LNPS" and unicodedata.is_normalized("NFC", char) and not _jamo(char)


def _jamo(char: str) -> bool:
    """Parts of Korean syllables, which normalisation joins."""
    return "\u1100" <= char <= "\u11ff"


def encode_all(identifiers: Strings) -> Strings:
    """`encode` for a column; only rows with unusual characters cost Python time."""
    if not bytes(raw(identifiers)).translate(None, _PLAIN_ASCII):
        return identifiers
    unusual = pc.match_substring_regex(identifiers, _UNUSUAL)
    if not pc.any(unusual).as_py():
        return identifiers
    slow = [encode(i) for i in identifiers.filter(unusual).to_pylist()]
    return pc.replace_with_mask(identifiers, pc.fill_null(unusual, False), pa.array(slow, pa.string()))


class Iris:
    """The IRIs of one export: `base` and an id."""

    def __init__(self, base: str) -> None:
        self.base = check_base(base)

    def __call__(self, identifier: str) -> str:
        """The IRI of one id."""
        return self.base + encode(identifier)

    def column(self, identifiers: Strings) -> Strings:
        """The IRIs of a column of ids."""
        return join(self.base, encode_all(identifiers))

    def document(self, doc_ids: Strings) -> Strings:
        """The IRIs of documents, which name their graphs too."""
        return join(f"{self.base}document/", doc_ids)
