"""Areas that no list has: by their shape (株醴都市圈) and by the letters of several places (京雄保一体化)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.extract.villages import overlaps
from kg.scan import scan
from kg.types import Mention, Text

# the characters that stand for provinces and for large or much-named cities
_ONE = (
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台雄保石廊唐秦穗深莞惠佛珠汕厦泉榕杭甬绍嘉湖镇扬锡常通合芜郑洛汴汉襄宜"
    "长株潭衡岳蓉绵德昆玉曲贵遵邕柳咸兰白银哈大沈抚鞍"
)
_LETTERS = re.compile(
    rf"(?P<name>[{_ONE}][东南西北中]地区|(?<![形达建完促变组生造养])成[{_ONE}]{{1,4}}|[{_ONE}]{{2,5}}(?:地区)?)"
    r"(?=城际|一体化|科技合作|产业合作|医疗合作|协同发展|协同|同城化|合作|率先|都市区|一小时|[两三四]地|[两三四]省|[两三四]市|交界|毗邻|边界|协作|联动|(?:国家)?(?:全面创新改革|自主创新)(?:试验|示范)区|(?<=地区))"
)
_LETTERS_OPEN = re.compile(f"[{_ONE}成](?=[{_ONE}东南西北中])")
_HEAD = re.compile(
    r"(?<![国世][际界])(?<!现代)(?<!城市)(?<=[一-龥]{2})大都市圈|都市圈|城市群|县域经济走廊|经济走廊|经济协作区|都市区"
)
_HEAD_OPENS = re.compile("大(?=都市圈)|都(?=市[圈区])|城(?=市群)|县(?=域经济走廊)|经(?=济(?:走廊|协作区))")
_PARTS = ("n", "j", "x", "eng", "g", "z", "a")  # what jieba makes of the parts of such a name
_LONGEST = 5  # characters before the head word
_START = attrgetter("start")


def lettered_areas(text: Text, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Several places by one character each, where they act together: 京雄保一体化, 沪甬合作 (not 京九铁路).

    Args:
        text: the document.
        taken: spans of other places.
    """
    others = frozenset(taken)
    for m in scan(_LETTERS, _LETTERS_OPEN, text.clean):
        start, end = m.span("name")
        letters = m["name"].removesuffix("地区")
        if len(letters) > 1 and len(set(letters)) == len(letters) and (start, end) not in others:
            yield Mention(start, end, "Region", m["name"] if len(letters) < 3 else letters, "region:area-shape", 0.4)


def shaped_areas(text: Text, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Areas that a text names by their shape: 株醴都市圈, 湘桂经济走廊.

    Args:
        text: the document.
        taken: spans of other places, sorted.

    Example:
        “加快建设杭绍都市圈” gives 杭绍都市圈; “构建现代化都市圈” gives nothing.
    """
    tokens = text.tokens
    for m in scan(_HEAD, _HEAD_OPENS, text.clean):
        start = m.start()
        i = bisect_left(tokens, start, key=_START) - 1
        while i >= 0 and tokens[i].pos.startswith(_PARTS) and m.start() - tokens[i].start <= _LONGEST:
            if not tokens[i].word.isalnum():
                break
            start = tokens[i].start
            i -= 1
        named = m.start() - start >= 2 and text.clean[m.start() - 1] not in "级大型化新"
        if named and not overlaps(start, m.end(), taken):
            yield Mention(start, m.end(), "Region", text.clean[start : m.end()], "region:area-shape", 0.55)
