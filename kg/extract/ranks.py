"""Ranks of a place in one list of the best, of which a clause names several: 全国百强县投资潜力第6、绿色发展第12.

Each is an honour, the later ones with the list in their key. No example: 全国百强县人均收入第6, a rank of a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.confidence import CONFIDENCE
from kg.types import Mention

_PLACE = r"第(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?"
_FIRST = re.compile(
    "(?P<best>(?:全国|全省|全市|中国|中部|西部|全球|赛迪)[一-龥]{0,8}?(?:百强|千强|[1-5]0{1,2}强|十强)"
    "(?:县市|县域|县|城区|区|市|镇|城市|园区|高新区|开发区)?(?:（市）|（市、区）)?)"
    rf"(?P<what>[一-龥]{{2,12}}?){_PLACE}(?=[，。；、）\n]|$)"
)
_NEXT = re.compile(rf"[、和](?P<what>[一-龥]{{2,12}}?){_PLACE}(?=[，。；、）\n]|$)")
# 位列全国百强县第45位、|第64位: the same list again, as two ranks of it were named before
_AGAIN = re.compile(
    "(?P<best>(?:全国|全省|中国|中部|西部|赛迪)[一-龥]{0,8}?(?:百强|千强|[1-5]0{1,2}强|十强)"
    "(?:县市|县域|县|城区|区|市|镇|城市|园区|高新区|开发区)?(?:（市）|（市、区）)?)"
    rf"(?:榜)?{_PLACE}(?P<more>(?:[、和]{_PLACE}){{1,3}})(?=[，。；）\n]|$)"
)
_ONE = re.compile(_PLACE)
_LINKS = re.compile("(?:排名|位列|位居|名列|列|居|排)$|(?:第|分别)")
SUMS = "增速|增长|增幅|总量|总额|产值|收入|消费|人均|空气|水质"  # of which a rank is no title
_OF_SUM = re.compile(f"{SUMS}|投资额|进出口")  # 投资潜力第6 is one


def ranks(clean: str) -> Iterator[Mention]:
    """The honours of such clauses, in order; a lone rank of the list itself (全国百强县第45位) is none of them."""
    end = 0
    for found in _FIRST.finditer(clean):
        if found.start() < end or _LINKS.search(found["what"]):
            continue
        if not _OF_SUM.search(found["what"]):
            yield _honor(found.start(), found.end(), found[0])
        end = found.end()
        while (more := _NEXT.match(clean, end)) and not _FIRST.match(clean, end + 1):
            if not (_OF_SUM.search(more["what"]) or _LINKS.search(more["what"])):
                yield _honor(end + 1, more.end(), found["best"] + more[0][1:])
            end = more.end()
    for again in _AGAIN.finditer(clean):
        for one in _ONE.finditer(clean, *again.span("more")):
            yield _honor(one.start(), one.end(), again["best"] + one[0])


def _honor(start: int, end: int, key: str) -> Mention:
    return Mention(start, end, "Honor", key, "honor:ranks", CONFIDENCE["honor:ranks"])
