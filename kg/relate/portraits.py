"""The park that a feature of the region around it portrays: the one that its title names and its text calls 园区.

Example: 走进青禾产业园, whose text says 园区 three times or more. No example: one that a text of the county brings up
beside 全县.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import View
from kg.relate.this_place import titled
from kg.types import Mention

_KINDS = ("园", "园区", "城", "谷", "工业区", "集聚区", "集中区")
_OPENING = 120  # characters behind the title in which a park is named that it does not name
_TIMES = 3  # times that a text calls the park by its kind, at least
_DATED = re.compile(r"(?:本报讯[^，。]{0,20}|[^，。；\n]{0,8}，|[（(][^）)]{2,14}[）)])*[“]?")
_SHARED = re.compile("共建|飞地|协作|合作(?:建设|开发)|联合(?:建设|开发)|援[疆藏青]|对口")
OWN = re.compile("(?:全|我)[市县区州旗镇乡](?![级域])")
# 目前，园区已…, 在园区投资…, 园内有…: the park without its name
_CALLED = re.compile(
    r"(?:(?<![一-龥])(?:目前|如今|现在)?(?:该|本|整个)?|(?<=[在是到对从为让向进户驻]))(?:园区|产业园|工业园|科技园|物流园)(?!区|化)|(?<![一-龥])园[内里]"
)


def portrayed(view: View) -> Mention | None:
    """The first mention of the park behind the title; None for texts of a zone, and for most others."""
    return next(iter(view.once(_portrayed)), None)


def acting_park(view: View) -> Mention | None:
    """The park that a feature portrays, unless several places share it and may be who acts."""
    park = portrayed(view)
    return None if park is None or _SHARED.search(view.clean) else park


def _portrayed(view: View) -> Iterator[Mention]:
    home = view.home
    if home is None or home.type != "Region" or view.scene.text.document.kind == "report":
        return
    park = titled(view, _KINDS) or _only_park(view)
    if park is None:
        return
    called = len(_CALLED.findall(view.clean)) + _opens_with(view, park)
    if called >= _TIMES and called > len(OWN.findall(view.clean)):
        yield park


def _only_park(view: View) -> Mention | None:
    """The one zone of a text that opens with it and names it again, its title naming none: 小园区做出大文章."""
    zones = [m for m in view.scene.mentions if m.type == "Zone"]
    alone = len({m.ref for m in zones}) == 1 and len(zones) > 1 and zones[0].key.endswith(_KINDS)
    begin = view.clean.find("\n") + 1
    return zones[0] if alone and 0 < begin <= zones[0].start < begin + _OPENING else None


def _opens_with(view: View, park: Mention) -> bool:
    """Whether the first sentence behind the title begins with the park: 日前，青禾产业园举行….”"""
    begin = view.clean.find("\n") + 1
    return _DATED.fullmatch(view.clean, begin, park.start) is not None
