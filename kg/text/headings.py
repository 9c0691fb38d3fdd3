"""Headings: on lines of their own, or run into the paragraph where line breaks were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.scan import FORM_FIELD, scan_behind
from kg.types import Heading

_NUMERAL = "[一二三四五六七八九十]"
# A heading begins a line or follows a full stop, which a closing quote mark may hide.
_AFTER = r"(?:(?<=[\n。！？；：…])|(?<=[。！？…][”）])|^)"
_OPENS = re.compile("[\n。！？；：…”）](?<![^。！？…][”）])")  # what `_AFTER` looks behind for
_MARK = re.compile(
    rf"{_AFTER}"
    rf"(?:(?P<one>第{_NUMERAL}{{1,3}}[部章]分?[、：]?|{_NUMERAL}{{1,3}}、(?!{_NUMERAL}(?:季|、)))"
    rf"|(?P<two>（{_NUMERAL}{{1,3}}）)"
    rf"|(?P<three>\d{{1,2}}[.、](?![\d%])|（\d{{1,2}}）)"
    rf"|(?P<firstly>{_NUMERAL}{{1,2}}是))"
)
_CIRCLE = re.compile(r"[①-⑳]")
_ITEM = re.compile(r"\n?(?:\d{1,2}[.、](?![\d%])|（\d{1,2}）|$)")
_STOP = re.compile(r"[。！？；：\n]")
# What opens a sentence right behind a heading that lost its line end: 一、2018年工作回顾|2018年是…
_OPENER = re.compile(
    r"(?:过去(?:的?[一二三四五]年|的20\d\d年)|[一五]年来，|20\d\d年(?:是|，|来|，我|全|政府|工作的|经济社会发展的)|各位代表|我们|今年(?:是|，|政府)"
    r"|始终|围绕|以习近平|“[一二三四五十]+”时期是|面对|按照|立足|聚焦|瞄准|深入贯彻|深入学习|坚持以|做好(?:20\d\d|今|明)年|根据)"
)
_LONGEST = 45
_SECTION_NAME = 24  # characters of the longest name of a section without a mark
_SHORT = re.compile(
    rf"{_AFTER}(?!{_NUMERAL}{{1,2}}是|[”’）》】])(?P<text>[^\d\n，。！？；：、（）]{{4,16}})。(?=一是|[^\n。！？；]{{20,}})"
)
# Short sentences with these words tell an event; they are headings only at the start of a paragraph.
_EVENT = re.compile(
    r"完成|获|入选|开工|投用|投产|投入|率先|正式|通车|启动|竣工|验收|命名|授予|通过|批复|签约|上市|开通|挂牌|结为|发放|列入|建成|运营|认证|之一|来之不易|表示|介绍|指出|认为|强调|告诉|说$"
)
_BREAK = re.compile(r"\n")
_LINE = re.compile(r"(?:(?<=\n)|^)(?P<text>[^\n。！？；]{2,40})(?=\n)")
# when and by whom a text was written, in a line of its own
_OF_THE_PAGE = re.compile(
    r"[（(]?(?:19|20)\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?(?:星期.)?(?:\d{1,2}:\d\d(?::\d\d)?)?[）)]?"
    r"|(?:本报|本台|本网)?(?:全媒体)?(?:记者|通讯员|来源|作者|编辑|责编)[：:\s]?[^，]{2,24}"
)
_LABEL = re.compile(rf"{_AFTER}(?P<text>[^\n。！？；：，①]{{2,24}})：(?=[①（]|[一二](?!期)|1[.、](?!\d))")
_SECTION = re.compile(
    r"(?:20|19)\d\d年：|(?:20\d\d年|“[一二三四五十]+”).{0,12}(?:回顾|安排|任务|目标|重点|部署|打算|计划|总结|要求|思路|展望)"
    r"|^(?:今年|明年|下一步|过去一年|过去五年|今后五年).{0,10}(?:回顾|安排|任务|目标|重点|部署|打算|计划|总结|要求|思路)"
)


def headings(clean: str, start: int, end: int) -> list[Heading]:
    """The headings between two positions, in order, none overlapping another.

    Levels: 0 for a section's name without a mark (2018年工作回顾), 1 for 一、, 2 for （一）, 3 for 1., （1）, lines of
    their own and what else begins a paragraph, 4 for short sentences inside a paragraph (强化投资拉动。), 5 for 一是.
    """
    found = [*_marked(clean, start, end), *_unmarked(clean, start, end)]
    found.sort(key=lambda heading: (heading.start, heading.level, -heading.end))
    kept: list[Heading] = []
    for heading in found:
        if not kept or heading.start >= kept[-1].end:
            kept.append(heading)
    return kept


def _marked(clean: str, start: int, end: int) -> Iterator[Heading]:
    for match in scan_behind(_MARK, _OPENS, clean, start, end):
        at = match.start()
        stop = _heading_end(clean, match.end(), end)
        if stop is None or stop <= at + len(match[0]):
            continue
        if FORM_FIELD.match(clean, at) and clean[stop - 1] == "：" and clean[stop : stop + 1] not in ("\n", ""):
            continue
        if match["firstly"] or match["three"]:
            # 一是改造提升传统产业。 is a heading, 一是 before a whole sentence a mark of a list; so are 1. and （1）.
            own = clean[at - 1 : at] in ("\n", "")
            if stop - at > 26 or (clean[stop - 1] not in "。：" and clean[stop : stop + 1] not in ("\n", "")):
                continue
            if (match["firstly"] and "，" in clean[at:stop]) or (match["three"] and _ITEM.match(clean, stop)):
                continue
            level = 3 if own else 5
        else:
            level = 1 if match["one"] else 2
        yield Heading(level, at, stop, clean[at:stop].rstrip("。：；\n"))


def _heading_end(clean: str, at: int, end: int) -> int | None:
    """Where a heading that begins at a mark ends, its stop included; None where what follows is no heading."""
    stop = _STOP.search(clean, at, end)
    limit = stop.start() if stop else end
    if stop and stop[0] == "\n" and limit - at <= _LONGEST:
        return limit
    opener = _OPENER.search(clean, min(at + 4, limit), limit)
    if opener and opener.start() - at <= _LONGEST and clean[opener.start() - 1] not in "，、“的和实力心续面":
        return opener.start()
    if limit - at > _LONGEST:
        return None
    return min(limit + 1, end) if stop and stop[0] != "\n" else limit


def _unmarked(clean: str, start: int, end: int) -> Iterator[Heading]:
    address = clean.find("各位代表", start, start + 1500)
    for match in scan_behind(_LINE, _BREAK, clean, max(start, address), end):
        text = match["text"]
        if text[-1] == "：" and len(text) <= _SECTION_NAME and _SECTION.search(text):  # 2019年打算：
            yield Heading(0, *match.span("text"), text[:-1])
        elif _OF_THE_PAGE.fullmatch(text) or FORM_FIELD.match(text):
            continue
        elif text[-1] not in "，、：。”" and not _CIRCLE.match(text) and text.count("，") < 3 and text != "各位代表":
            level = 0 if len(text) <= _SECTION_NAME and not text.startswith("—") and _SECTION.search(text) else 3
            yield Heading(level, *match.span("text"), text.strip("—"))
    for match in scan_behind(_SHORT, _OPENS, clean, start, end):
        own = clean[match.start() - 1 : match.start()] == "\n"
        if own or not _EVENT.search(match["text"]):
            yield Heading(3 if own else 4, match.start(), match.end(), match["text"].strip("—"))
    for match in scan_behind(_LABEL, _OPENS, clean, start, end):
        yield Heading(3, match.start(), match.end(), match["text"])
