"""The parts of a list of which it is known how many there are."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from pathlib import Path

from kg.conjunctions import joins
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.types import Span

_JOIN = re.compile(r"以及|[和与及](?=.{2})")
_SUM = re.compile(
    r"(?:等|这|共|共计)?[“”]?(?:[二两三四五六七八九]|十[一二三四五六]?|\d{1,2})(?:大|个|项|条|类|种|张|座|处|家|方面|件)[^、]{0,16}\Z"
)
_OF = re.compile(
    r"(?:(?<![均平中高初上相])等[^、等]{0,20}|的[^、的]{0,4}(?:园区|企业|单位|城市|格局|体系|机制|模式|布局|工作|目标|要求|政策|发展|方式|理念|思路|路径|战略|任务|产业|作风|干部|队伍|党员)|为(?:主|支撑|载体|重点|核心|抓手|主要内容|内容|依托|主体|代表|骨干|节点|引领|补充)(?:的[^、]{0,12})?|(?:[二三四五六七八九]部分)?(?:组成|构成))\Z"
)
_OPENERS = re.compile(r"(?:主要|具体|分别)?(?:是指|指的是|指|即|是|为|有)?(?:：)?")
_ITEM = re.compile(
    r"(?:[①-⑳]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]是|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]，)"
)
_SIGNS = re.compile("[、，；+和与及]|以及|”“")
_BAD = re.compile(r"[。！？\n]|^[等并将把了的也都还均]|[了将把]$|^(?:其中|同时|以及|并且|此外|目前)")
_FIGURE = re.compile(r"\d(?:万|亿|余|多)*(?:元|公里|亩|%|个|家|户|人|吨|座|条|平方|名|项)")
_SAID = re.compile("分别|即|[是为]|增长|达到|突破|同比")
_OWNED = re.compile(r"[^、，]{2,14}?(?:下辖的?|设有|建有)")  # 高新区下辖的|甲园
_LONGEST = 24  # characters of a part
_SHORTEST = 2
_MORE = 2  # signs that a list may have besides those between its parts


def read_list(
    clean: str, region: Span, size: int, lexicon: Lexicon, strict: bool, backward: bool = False
) -> tuple[Span, ...]:
    """The parts of the list that a stretch begins with (ends in, when `backward`); () unless there are `size`.

    Args:
        size: how many, 0 for any number.
        strict: only a clause that is the list and nothing else.
    """
    if region.end - region.start < _SHORTEST or len(_SIGNS.findall(clean, *region)) < size - 1:
        return ()
    region = _bounded(clean, region, backward)
    words = _words(lexicon.folder)
    cuts = _cuts(clean, region.start, region.end)
    for stretch, signs in _ways(cuts, region, strict, backward):
        at_signs = [at for sign, at in cuts if sign in signs and stretch.start <= at < stretch.end]
        if size and len(at_signs) >= size + _MORE:
            continue
        parts = _parts(clean, stretch, at_signs)
        if signs == "；":
            parts = [Span(part.start, _first(cuts, part)) for part in parts]
        parts = _joined(clean, parts, size)
        parts = _trimmed(clean, parts, words, backward) if size != 1 else [_bare(clean, *parts[0])] if parts else []
        if strict and any(_SAID.search(clean, *part) for part in parts):
            continue
        if parts and len(parts) == (size or len(parts)) and all(_fits(clean, part) for part in parts):
            return tuple(parts)
    return ()


def _bounded(clean: str, region: Span, backward: bool) -> Span:
    """The stretch without what opens it, up to the bracket around it; or what one pair of quote marks holds."""
    start, end = region
    if backward:
        depth = 0
        for at in range(end - 1, start - 1, -1):
            depth += (clean[at] in "）”》") - (clean[at] in "（“《")
            if depth < 0:
                return Span(at + 1, end)
        opened = clean.rfind("“", start, end)
        if clean[end - 1] == "”" and "、" in clean[opened:end]:
            return Span(opened + 1, end - 1)
        return region
    if opener := _OPENERS.match(clean, start, end):
        start = opener.end()
    if clean[start] == "“" and (close := clean.find("”", start, end)) > 0 and "、" in clean[start:close]:
        return Span(start + 1, close)
    depth = 0
    for at in range(start, end):
        depth += (clean[at] in "（“《") - (clean[at] in "）”》")
        if depth < 0:
            return Span(start, at)
    return Span(start, end)


def _first(cuts: Sequence[tuple[str, int]], part: Span) -> int:
    """Where the first clause of a part ends."""
    return next((at for sign, at in cuts if part.start < at < part.end and sign in "，："), part.end)


def _ways(cuts: Sequence[tuple[str, int]], region: Span, strict: bool, backward: bool) -> list[tuple[Span, str]]:
    """The stretches that may be the list, with the signs that part it: the first clause by 、, all by ； or ，."""
    ends = [at for sign, at in cuts if sign in "，；：。"]
    if backward:
        clause = Span(ends[-1] + 1 if ends else region.start, region.end)
        return [(clause, "、")]
    clause = Span(region.start, ends[0] if ends else region.end)
    if strict:
        return [(clause, "、")]
    return [(clause, "、"), (region, "；"), (region, "，"), (region, "、，；"), (region, "，；")]


def _cuts(clean: str, start: int, end: int) -> list[tuple[str, int]]:
    """The signs of a stretch outside brackets and quote marks; two quotations side by side are parted by the mark."""
    cuts: list[tuple[str, int]] = []
    depth = 0
    for at in range(start, end):
        sign = clean[at]
        if sign in "（“《":
            if sign == "“" and depth == 0 and at > start and clean[at - 1] == "”":
                cuts.append(("、", at - 1))
            depth += 1
        elif sign in "）”》":
            depth = max(0, depth - 1)
        elif depth == 0 and sign in "、，；：。":
            cuts.append((sign, at))
        elif depth == 0 and sign == "+" and at > start and "一" <= clean[at - 1] <= "龥":
            cuts.append(("、", at))
    return cuts


def _parts(clean: str, stretch: Span, cuts: Sequence[int]) -> list[Span]:
    edges = [stretch.start - 1, *cuts, stretch.end]
    parts = [Span(a + 1, b) for a, b in itertools.pairwise(edges)]
    return [part for part in parts if clean[part.start : part.end].strip("，；。、 ")]


def _joined(clean: str, parts: list[Span], size: int) -> list[Span]:
    """The parts, the last of which 和 or 及 joins parted too, where one is wanting."""
    if size and len(parts) >= size:
        return parts
    for n in (len(parts) - 1, *range(len(parts) - 1)) if parts else ():
        part = parts[n]
        for join in _JOIN.finditer(clean, part.start + 2, part.end):
            if join[0] != "以及" and not joins(clean, join.start()):
                continue
            split = [*parts[:n], Span(part.start, join.start()), Span(join.end(), part.end), *parts[n + 1 :]]
            if not size:
                return split if n == len(parts) - 1 else parts
            if len(split) == size:
                return split
            return _joined(clean, split, size) if len(split) < size else parts
    return parts


def _trimmed(
    clean: str, parts: list[Span], words: tuple[re.Pattern[str], re.Pattern[str]], backward: bool
) -> list[Span]:
    """The parts without numbers, verbs before the first, words of sum behind the last, and quote marks."""
    lead, tail = words
    out: list[Span] = []
    verbs = sum(any(x.match(clean, part.start, part.end) for x in (lead, _DEEDS)) for part in parts[1:])
    each = len(parts) > 1 and all(_FOSTERS.search(clean, *part) for part in parts)  # 做精甲、做强乙、做大丙
    for n, (start, end) in enumerate(parts):
        if item := _ITEM.match(clean, start, end):
            start = _behind_verbs(clean, item.end(), end, lead, False)
        if each and (fosters := _FOSTERS.search(clean, start, end)):
            start = fosters.end()
        if n == len(parts) - 1:
            for shape in (_SUM, _OF, tail):
                if (found := shape.search(clean, start + 2, end)) and found.start() - start >= _SHORTEST:
                    end = found.start()
        if n == 0 and (2 * verbs < len(parts) - 1 or not verbs):
            usual = max((part.end - part.start for part in parts[1:]), default=8)
            start = _behind_verbs(clean, start, end, lead, backward and end - start > min(8, usual + 2))
            if owned := _OWNED.match(clean, start, end):
                start = owned.end()
        out.append(_bare(clean, start, end))
    return out


_ONE_THING = re.compile(r"一[一-龥]{1,3}（(?P<name>[^（）]{3,24})）")
# 推进甲项目进度，加速乙转化，吸引丙: each part says what is done
_DEEDS = re.compile("加速|提升|吸引|引进|优化|强化|加大|健全|推行|确保|降低|增强|拓展|补齐|争取|引导|支持")
_FOSTERS = re.compile(r"做[强大优精活实深](?:做[强大优精活实深])?(?=.{2})")
_WHERE = re.compile(r"(?:[东西南北中]部?|城[东西南北中区]|[江河][东西南北])的")


def _bare(clean: str, start: int, end: int) -> Span:
    """A part without quote marks and signs around it, and without where it is; 以及|甲, 中部的|乙聚集区.

    Of 一园（东湖植物园） it is what stands in the brackets.
    """
    if inner := _ONE_THING.fullmatch(clean, start, end):
        start, end = inner.span("name")
    while start < end and clean[start] in "“《 ，；、":
        start += 1
    if where := _WHERE.match(clean, start, end - 1):
        start = where.end()
    if clean.startswith("以及", start):
        start += 2
    while end > start and clean[end - 1] in "”》 ，；。、":
        end -= 1
    return Span(start, end)


def _behind_verbs(clean: str, start: int, end: int, lead: re.Pattern[str], backward: bool) -> int:
    """Where the first name begins: 深入实施|甲; before a name far behind: 围绕建设强市，全力打造|甲."""
    opened = clean.rfind("“", start, end)
    if opened >= 0 and "”" not in clean[opened:end]:
        return opened + 1
    while (verb := lead.match(clean, start, end)) and end - verb.end() >= _SHORTEST:
        start = verb.end()
    if backward:
        last = start
        for verb in lead.finditer(clean, start, end - _SHORTEST):
            last = verb.end()
        start = last
    return start


def _fits(clean: str, part: Span) -> bool:
    name = clean[part.start : part.end]
    return (
        _SHORTEST <= len(name) <= _LONGEST
        and not (_BAD.search(name) or _FIGURE.search(name))
        and name.count("“") == name.count("”")
    )


@functools.cache
def _words(folder: Path) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Verbs before a list; words behind it."""
    rows = load_lexicon(folder).rows("enumeration_words")
    kinds = {
        kind: sorted((r["name"] for r in rows if r["kind"] == kind), key=lambda w: (-len(w), w))
        for kind in ("lead", "tail")
    }
    return (
        re.compile(rf"(?:{'|'.join(kinds['lead'])})(?:了|好)?"),
        re.compile(rf"(?:{'|'.join(kinds['tail'])})\Z"),
    )
