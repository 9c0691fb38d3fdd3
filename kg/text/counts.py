"""How many parts a name says that it has: 三大行动 → 3, “一核两翼” → 3, “2+4”产业 → 6."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.numerals import count

_ONE = "一二两三四五六七八九"
_UNIT = "大|个|项|件|条|类|种|张|篇|场|座|家|支|轮|组|套|批"
_PLUS = re.compile(r"[\dNnXx]{1,3}(?:\+[\dNnXx]{1,3})+")
_PIECE = re.compile(rf"([{_ONE}十多双N]|\d{{1,2}})([^{_ONE}十百千万亿双多\d+“”、，。；：（）\nN]{{1,4}})")
_FORMULA = re.compile(rf"(?:{_PIECE.pattern}[、，]?){{2,6}}")
_COUNTED = re.compile(rf"(十[{_ONE}]?|[二两三四五六七八九]|\d{{1,2}})(?:{_UNIT})?[^\d+点年月日%％万亿多余]")
_DOUBLE = re.compile(r"双[百千万强优招引提]")  # 双千工程; 双语, 双休 count nothing
_TENS = re.compile(rf"([{_ONE}])个(?:十大|一批|一流|一|百|千|全)")  # 三个一批, 四个十大, 五个一
# 一体两翼 counts two wings and one body, 一心一意 and 三心二意 count nothing; 第二产业, 两江新区, 三峡 are names
_NO_COUNT = re.compile(
    r"第|十[四五三二]?五|二十大|十[八九]大|一体化|一[流线律般直切定心带](?![^，]*[二两三四五六七八九])|一[村镇乡户县岗事人企校件店码网窗站](?!.{0,2}[二两三四五六七八九])|两江|两岸|三峡|三农|三江|九江"
    r"|两会|百|千|万|二次|二手|二维|[二三四五六七八九十]届|\d{3}|[一二三四五六七八九]星|[二三四五六七八九]年|[一二三四五六七八九十]期|[一二三四五六]级|[一二三]产"
)


class Count(NamedTuple):
    """How many parts there are; `more` where the name leaves it open (“1+3+N”, 一核多点)."""

    size: int
    more: bool


class Piece(NamedTuple):
    """A piece of a formula and its own count: 两翼 of 一核两翼, 3 of 1+3+N; `size` is 0 where it is open."""

    text: str
    size: int


def pieces(name: str) -> tuple[Piece, ...]:
    """The pieces of a formula, () where a name is none.

    Example: 一核两翼 → (一核, 1), (两翼, 2). None of: 三大行动.
    """
    if plus := _PLUS.match(name):
        return tuple(Piece(piece, int(piece) if piece.isdigit() else 0) for piece in plus[0].split("+"))
    if _TENS.match(name) or not (formula := _FORMULA.match(name)):
        return ()
    found = [Piece(m[0], _value(m[1])) for m in _PIECE.finditer(formula[0])]
    return tuple(found)


def counted(name: str) -> Count | None:
    """How many parts a name without its quote marks says that it has; None where it says nothing of the kind."""
    if name.isdigit() or _NO_COUNT.match(name):
        return None
    if tens := _TENS.match(name):
        return Count(_value(tens[1]), False) if _value(tens[1]) > 1 else None
    formula = pieces(name)
    if len(formula) > 1:
        size = sum(piece.size for piece in formula)
        more = any(not piece.size for piece in formula)
        return Count(size, more) if 2 <= size <= 40 else None
    if _DOUBLE.match(name):
        return Count(2, False)
    found = _COUNTED.match(name + "。")
    size = count(found[1]) if found else 0
    return Count(size, False) if 2 <= size <= 40 else None


def _value(number: str) -> int:
    return {"双": 2, "两": 2}.get(number) or count(number)
