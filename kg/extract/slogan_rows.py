"""Rows of short aims that are slogans wherever they stand: 稳增长、促改革、惠民生; 工业立市、商贸活市、生态美市.

A row that a word list knows may be part of a longer one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from kg.extract.names import endings
from kg.extract.slogan_shapes import PIECES
from kg.types import Span, Text

_STRONG = re.compile("[一-龥]{1,4}[强兴立活富稳优美旺靓治名融][市县区省镇乡州旗城村企盟农民业商]")
# 以工强市，以商活市: by what a place is made strong, with commas as well
_BY = re.compile(
    "以[一-龥]{1,2}[强兴立活富稳优美旺靓][市县区省镇乡州旗村企农]"
    "(?:[、，]以[一-龥]{1,2}[强兴立活富稳优美旺靓][市县区省镇乡州旗村企农]){1,4}"
)
# 农业稳县、工业强县、旅游活县: each says by what the place itself is made strong
_OF_A_PLACE = re.compile(
    "[一-龥]{2}[强兴立活富稳优美旺靓名][省市县区州旗盟镇乡](?:、[一-龥]{2}[强兴立活富稳优美旺靓名][省市县区州旗盟镇乡])+"
)
_LEADS = re.compile("突出|坚持|围绕|推进|实施|加快|深化|落实|抓好|做好|按照|奋力|聚力")  # 突出|能源富县、商贸活县
_FAR = 60  # characters that a row is looked for beyond the known part
_ACTS = "稳促惠调保扩防转提增优强补控降抓治守去"


@functools.cache
def _aim(folder: Path) -> re.Pattern[str]:
    """What is done and to what: 稳|增长, 扩|内需."""
    return re.compile(f"[{_ACTS}](?:{'|'.join(endings('slogan_words', folder, 'object'))})")


def rows(text: Text, folder: Path) -> Iterator[Span]:
    """Rows of aims, each of which says what is made strong, or what is done to what.

    Example: 全力稳增长、促转型、惠民生. No match in: 稳就业、抓教育等工作 (one aim more or less makes no row),
    强县、富民、新城 (nothing is made strong in anything).
    """
    yield from (Span(*found.span()) for found in _BY.finditer(text.clean))
    for found in PIECES.finditer(text.clean):
        pieces = found[0].split("、")
        for shape, least in ((_STRONG, 2), (_aim(folder), 3)):
            span = _fitting(pieces, shape, found.start())
            if span and text.clean[span.start : span.end].count("、") + 1 >= least:
                yield span


def of_a_place(clean: str, row: Span) -> bool:
    """Whether a row is one of what makes the place itself strong: 农业稳县、工业强县; not 生态强省、产业兴农."""
    return _OF_A_PLACE.fullmatch(clean, *row) is not None


def _fitting(pieces: list[str], shape: re.Pattern[str], start: int) -> Span | None:
    """A row all of whose pieces have a shape: the first may stand behind a verb, behind the last it may go on."""
    if len(pieces) < 2:
        return None
    size = len(pieces[1]) if len(pieces) > 2 else 0
    first = _tail(pieces[0], shape, size)
    last = shape.match(pieces[-1])
    if first is None or last is None or not all(shape.fullmatch(p) for p in pieces[1:-1]):
        return None
    length = len("、".join(pieces))
    return Span(start + first, start + length - len(pieces[-1]) + last.end())


def _tail(piece: str, shape: re.Pattern[str], size: int) -> int | None:
    """Where the end of a piece begins that has a shape: as long as the next piece, or of three or four characters."""
    for n in (size, 4, 3):
        if 3 <= n <= len(piece) and shape.fullmatch(piece, len(piece) - n) and not _LEADS.match(piece, len(piece) - n):
            return len(piece) - n
    return None


def widened(clean: str, start: int, end: int) -> Span | None:
    """A known row with the pieces of the same length that stand around it; None where there are none.

    Of 天蓝、地绿、水清, in 建设天蓝、地绿、水清、城靓、村美的家园, the whole row.
    """
    pieces = clean[start:end].split("、")
    size = len(pieces[0])
    if not 2 <= size <= 8 or len(pieces) < 2 or any(len(p) != size for p in pieces):
        return None
    piece = re.compile(f"、[一-龥]{{{size}}}(?=[、，。；：！”）\n的])")
    a, z = start, end
    while z - end < _FAR and (after := piece.match(clean, z)):
        z = after.end()
    before = re.compile(f"[，。；：“、\n][一-龥]{{{size}}}、")
    while start - a < _FAR and a > size + 1 and before.match(clean, a - size - 2):
        a -= size + 1
    return Span(a, z) if (a, z) != (start, end) else None
