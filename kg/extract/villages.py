"""Villages and communities by their shape: X村, X嘎查, X社区, X街道, X镇 that the gazetteer does not have."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from kg.scan import scan_stretches
from kg.types import Mention, Text, Token

_HEAD = re.compile(
    r"(?<![乡农全各本该每新])(?:村|社区|街道|居委会|嘎查)(?![庄落民级务委组支官主史域容貌规医干企集镇居寨屯塾])"
)
_AND_OTHERS = re.compile(
    r"((?:[\u4e00-\u9fff]{2,6}、){1,60}[\u4e00-\u9fff]{2,4})等[\d一二三四五六七八九十两]*个?(?:行政)?(村|社区)(?![庄落民级务委组支官主])"
)
_OTHERS = re.compile("等[\\d一二三四五六七八九十两]*个?(?:行政)?[村社]")
# 黄岭、石桥、枫树等3个重点镇
_OF_TOWNS = re.compile(
    r"(?:等[\d一二三四五六七八九十两]{0,3}个?|[\d一二三四五六七八九十两]{1,3}个)"
    r"(?:重点|建制|中心|特色|示范|边远|贫困|老区)?(镇|乡镇|乡|街道)(?![村级域区企长财党干庄愁友情亲贤])"
)
_TOWNS = re.compile(r"(?:(?:(?!等)[\u4e00-\u9fff]){2,5}、){1,40}(?:(?!等)[\u4e00-\u9fff]){2,4}$")
_LONGEST_LIST = 240  # characters of such a list
_SURE = re.compile(r"(?:位于|地处|走进|来到|在|到|赴)$")
_LIST = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,6}、)(?:[\u4e00-\u9fff]{2,4}、){0,60}[\u4e00-\u9fff]{2,4}(?=[等，。；])"
)
_BEHIND = re.compile(
    r"([\u4e00-\u9fff]{0,4}?[^通进入驻联到出跨并整连帮一二三四五六七八九十百千两多几山渔荒老旧古大小好富穷乡农全各本该每示个小辖城生型级等的\W])(?:村|社区)(?![庄落民级务委组支官主史域容貌规医干企集镇寨])"
)
_MARKS = ("、", "在", "以", "，", "：", "（", "。", "；", "镇", "乡", "\n", "")  # before the first name of a list
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NAME_PART = re.compile(r"[\u4e00-\u9fff]{1,4}")
_TAGS = tuple("njxamfsilqztg")  # what jieba makes of the parts of a village's name


def find_villages(text: Text, modifiers: Collection[str], taken: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions of villages and communities, key = the name.

    Args:
        text: the document.
        modifiers: words that make a kind of village before 村, not a name (示范, 贫困, 智慧).
        taken: spans of other places, sorted; a village does not cross them (石塘镇|泉坪村).

    Example:
        “石塘镇泉坪村” gives 泉坪村; “美丽乡村”, “示范村”, “安置社区” give nothing; “荷池路、阳三石社区” gives both.
    """
    found: dict[tuple[int, int], Mention] = {}
    starts = [t.start for t in text.tokens]
    ends = [end for _, end in taken]
    stems = {text.clean[start : end - 1] for start, end in taken if text.clean[end - 1] in "镇乡"}  # 响水村 of 响水镇
    for head in _HEAD.finditer(text.clean):
        start = _left(text, starts, head.start(), modifiers, ends)
        if start is None or overlaps(start, head.end(), taken):
            continue
        if head.group() == "街道" and head.start() - start < 2:
            continue
        sure = _SURE.search(text.clean, max(0, start - 2), start) or text.clean[start : head.start()] in stems
        confidence = 0.9 if sure and head.group() == "村" else 0.7
        name = text.clean[start : head.end()]
        found[start, head.end()] = Mention(start, head.end(), "Region", name, "region:village", confidence)
    for _, end in taken:  # right behind a town the name is known to begin there, whatever jieba made of it
        behind = _BEHIND.match(text.clean, end)
        if behind and (len(behind[1]) == 1 or behind[1] not in modifiers) and not overlaps(end, behind.end(), taken):
            span = (end, behind.end())
            found[span] = Mention(*span, "Region", behind.group(), "region:village", 0.9)
    for m in _and_others(text, modifiers, taken):
        found.setdefault((m.start, m.end), m)
    for m in list(found.values()):
        for elided in _before(text, starts, m, modifiers, taken):
            found.setdefault((elided.start, elided.end), elided)
    known = {m.key.removesuffix("村") for m in found.values() if m.key.endswith("村")}
    covered = {at for start, end in found for at in range(start, end)}
    for m in _fellows(text, known, modifiers, taken):
        if covered.isdisjoint(range(m.start, m.end)):
            covered.update(range(m.start, m.end))
            found[m.start, m.end] = m
    return sorted(found.values(), key=lambda m: m.start)


def _and_others(text: Text, modifiers: Collection[str], taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """The members of 溪源村、枫树、石桥等村, the first one only behind a mark: elsewhere a verb may be before it."""
    for begin, names, head in _lists(text.clean):
        parts = [(m.start() + begin, m.group()) for m in re.finditer(r"[^、]+", names)]
        if text.clean[begin - 1 : begin] not in _MARKS:
            parts = parts[1:]
        for n, (start, name) in enumerate(parts):
            end = start + len(name)
            if n == 0:
                start = _behind_verbs(text, start, end)
                name = text.clean[start:end]
            plain = len(name) > 1 and name[-1] not in "村镇乡区县市道" and name not in modifiers and len(name) <= 4
            if plain and not overlaps(start, end, taken):
                yield Mention(start, end, "Region", name + head, "region:village-list", 0.75)


def _lists(clean: str) -> Iterator[tuple[int, str, str]]:
    """Where each list begins, the list, and the head that its names share: 枫溪、柳塘 and 镇 for 枫溪、柳塘等重点镇."""
    for line in scan_stretches(_AND_OTHERS, _OTHERS, clean):
        yield line.start(), line[1], line[2]
    for tail in _OF_TOWNS.finditer(clean):  # the tail first, since few lists have it
        if names := _TOWNS.search(clean, max(0, tail.start() - _LONGEST_LIST), tail.start()):
            yield names.start(), names[0], tail[1].removeprefix("乡") or "乡"


def _behind_verbs(text: Text, start: int, end: int) -> int:
    """Where the first name of a list begins behind the verbs before it: 加快建设|枫溪."""
    i = bisect_left(text.tokens, start, key=lambda t: t.start)
    for token in text.tokens[i : i + 3]:
        if token.pos[:1] not in "vdpa" or len(token.word) < 2 or token.end > end - 2 or token.start != start:
            break
        start = token.end
    return start


def _fellows(
    text: Text, known: Collection[str], modifiers: Collection[str], taken: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    """The villages of a list in which a known village stands without 村: 溪源、枫树等, where 溪源村 was named."""
    if not known:
        return
    for line in _LIST.finditer(text.clean):
        parts = [(m.start() + line.start(), m.group()) for m in re.finditer(r"[^、]+", line.group())]
        at, name = parts[0]
        behind = next((i for i in range(len(name)) if name[i:] in known), None)
        if behind is not None:  # 打造溪源、枫树: the verb before the first member is no part of it
            parts[0] = (at + behind, name[behind:])
        elif not any(name in known for _, name in parts):
            continue
        for start, name in parts:
            named = name in known or (name not in modifiers and _whole(text, start, start + len(name)))
            if named and not overlaps(start, start + len(name), taken):
                yield Mention(start, start + len(name), "Region", name + "村", "region:village-list", 0.6)


def _whole(text: Text, start: int, end: int) -> bool:
    """Whether a member of a list is two to four characters of nominal words."""
    first = bisect_left(text.tokens, start, key=lambda t: t.start)
    words = [t for t in text.tokens[first : first + end - start] if t.end <= end]
    return (
        2 <= end - start <= 4 and bool(words) and all(t.pos.startswith(("n", "j", "x", "s", "f", "i")) for t in words)
    )


def _left(text: Text, starts: list[int], at: int, modifiers: Collection[str], ends: list[int]) -> int | None:
    """Where the name before its head begins, or None where no name stands there."""
    i = bisect_right(starts, at) - 1
    if i < 0:
        return None
    if text.tokens[i].start == at:
        i -= 1
    start = at
    parts: list[Token] = []
    floor = ends[bisect_right(ends, at) - 1] if bisect_right(ends, at) else 0
    while i >= 0 and len(parts) < 3:
        token = text.tokens[i]
        if token.start < floor or not _NAME_PART.fullmatch(token.word) or not token.pos.startswith(_TAGS):
            break
        if at - token.start > 4:
            break
        parts.append(token)
        start = token.start
        i -= 1
    name = text.clean[start:at]
    if len(name) < 2 or name in modifiers or any(p.word in modifiers for p in parts) or name[-2:] in modifiers:
        return None
    if all(p.pos.startswith(("m", "q", "t", "f", "a", "i", "l")) for p in parts) or name[0] in "个等的各全本该每":
        return None
    # A single common noun before 村 makes a kind of village; a place, a person's name or an odd word makes a name.
    if (
        len(parts) == 1
        and parts[0].pos in ("n", "vn", "a", "t", "l", "i")
        and start != floor
        and _listed(text, start) is False
    ):
        return None
    return start


def _listed(text: Text, start: int) -> bool:
    """Whether the name stands where names stand: at a list mark, after 在 or 以, or at the start of a clause."""
    return text.clean[start - 1 : start] in ("、", "在", "以", "（", "：", "。", "；", "，", "“", "")


def _before(
    text: Text, starts: list[int], last: Mention, modifiers: Collection[str], taken: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    """The elided members of a list before its last: 堤洲、西岸、长鸭村."""
    head = re.search(r"(村|社区)$", last.key)
    if head is None:
        return
    at = last.start
    while text.clean[at - 1 : at] == "、":
        i = bisect_left(starts, at - 1) - 1
        start = end = at - 1
        while i >= 0 and end - text.tokens[i].start <= 4 and re.fullmatch(r"[\u4e00-\u9fff]+", text.tokens[i].word):
            start = text.tokens[i].start
            i -= 1
        name = text.clean[start:end]
        mark = text.clean[start - 1 : start]
        if (
            not _NAME.fullmatch(name)
            or name[-1] in "村镇乡区县市道"
            or name in modifiers
            or overlaps(start, end, taken)
        ):
            return
        if mark not in _MARKS:
            return
        yield Mention(start, end, "Region", name + head.group(1), "region:village-list", 0.6)
        at = start


def overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a span crosses one of some others, which are sorted and do not cross each other."""
    i = bisect_left(taken, (start, 0))
    return any(s < end and start < e for s, e in taken[max(0, i - 1) : i + 3])
