"""Lists of projects by numbers, notes or phases: ①甲路②乙桥; 一是甲路；二是乙桥, 三桥即甲桥、乙桥、丙桥; 二期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from kg.extract.items import Item, head_kind
from kg.extract.lists import split_list
from kg.scan import FORM_FIELD, scan

# what is left over behind the name of an item: 白鹭大桥|项目建设
NOMINAL = re.compile(
    r"(?:的?(?:项目|工程)?(?:建设|规划建设|前期工作|前期|建设工作|建设进度|进度|实施|规划设计|项目建设|工程建设|相关工作))$"
)
_MARK = re.compile("[①-⑳]")
_GLOSS = re.compile(r"[路桥港湖园塘廊江厂校院馆线横纵街场站]即([^。；\n]+)")
_ITEM_NUMBER = re.compile(r"(\d(?<![\d.．A-Za-z].)\d?)[.．、](?!\d)")
_LEADING = re.compile(r"项目|工程|实事")
_MONEY = re.compile(r"(?:项目)?(?:计划)?总投资")
_AIM = re.compile(
    r"(?:增长|下降|提高|降低)\d|(?:总值|产值|收入|投资|增加值|总额)(?:达到?|突破|完成|实现)\d"
)  # 1.生产总值增长7%
# 1.招标条件, 3.投标人资格要求: chapters of a notice
_FIELD = re.compile(
    r"(?:条件|概况|要求|范围|方式|文件|须知|办法|情况|说明|时间|地点|期限|资格|程序|依据|背景|意义|原则|目标|任务|措施)$"
)
_STOP = re.compile(r"[。；\n，：]")
_DOTTED = 40  # characters of an item of a list 1.…；2.…
_CIRCLED = 45  # characters of an item of a list ①…②…
# 十大工程：一是白鹭粮油二期；二是…
_SAID = re.compile(r"(?<=[：；])(?P<nth>[一二三四五六七八九十]{1,2})是(?P<item>[^，。；：\n]{4,24})(?=[；。，\n]|$)")
_TOLD_WORKS = re.compile(r"(?:工程|项目|实事)”?[^，。；：\n]{0,6}：$")
_NTH = re.compile("[一二三四首](?=期)")
_PHASE = re.compile(r"(?<=[，。；：\n的])(?:一期|二期|三期|四期|首期)(?:项目|工程)?(?=[^，。；：、\n（）至到])")


def phase_items(clean: str) -> Iterator[Item]:
    """Phases that stand alone for the project just named: 二期预计明年开工."""
    for found in scan(_PHASE, _NTH, clean):
        yield Item(found.start(), found.end(), "phase")


def explained_items(clean: str) -> Iterator[Item]:
    """The parts of a formula that a note explains: 三桥即甲桥、乙桥、丙桥."""
    for found in _GLOSS.finditer(clean):
        begin, end = found.span(1)
        comma = clean.find("，", begin, end)
        pieces = split_list(clean, begin, comma if comma > 0 else end, "、和")
        for piece in pieces:
            yield Item(piece.start, piece.end, "explained", size=len(pieces))


def dotted_items(clean: str, folder: Path) -> Iterator[Item]:
    """The items of a list 1.…；2.…；3.… that a phrase about projects introduces."""
    wanted = 1
    governed = False
    for found in _ITEM_NUMBER.finditer(clean):
        number = int(found[1])
        if number == 1:
            governed = _LEADING.search(clean, max(0, found.start() - 40), found.start()) is not None
            wanted = 1
        if not governed or number != wanted:
            continue
        wanted += 1
        if FORM_FIELD.match(clean, found.end()):
            continue
        stop = _STOP.search(clean, found.end(), found.end() + _DOTTED + 1)
        end = stop.start() if stop else len(clean)
        if 4 <= end - found.end() <= _DOTTED:
            yield from _numbered(clean, found.end(), end, folder)


def said_items(clean: str, folder: Path) -> Iterator[Item]:
    """The items of 十大工程：一是…；二是… that name works by their head words, not deeds: 二是加强管理."""
    governed = False
    for found in _SAID.finditer(clean):
        if found["nth"] == "一":
            governed = _TOLD_WORKS.search(clean, max(0, found.start() - 20), found.start()) is not None
        if governed and head_kind(folder, NOMINAL.sub("", found["item"])):
            yield from _numbered(clean, *found.span("item"), folder)


def numbered_items(clean: str, folder: Path) -> Iterator[Item]:
    """The items of ①②③ lists that a phrase about projects introduces."""
    marks = list(_MARK.finditer(clean))
    governed = False
    for mark, following in zip_longest(marks, marks[1:]):
        if mark[0] == "①":
            lead = clean[max(0, mark.start() - 60) : mark.start()]
            governed = _LEADING.search(lead) is not None
        if not governed:
            continue
        stop = following.start() if following and following[0] != "①" else len(clean)
        found = _STOP.search(clean, mark.end(), min(stop, mark.end() + _CIRCLED + 1))
        stop = found.start() if found else stop
        if _is_heading(clean, mark.end(), stop, folder):
            continue
        if 3 <= stop - mark.end() <= _CIRCLED:
            yield from _numbered(clean, mark.end(), stop, folder)


def _is_heading(clean: str, start: int, stop: int, folder: Path) -> bool:
    """Whether an item is a line over a paragraph and ends as no work does: ③服务有温度⏎“28天就开工！”…."""
    alone = clean.startswith("\n", stop) and _MARK.match(clean, stop + 1) is None and stop + 1 < len(clean)
    return alone and not head_kind(folder, NOMINAL.sub("", clean[start:stop].strip()))


def _is_work(name: str, folder: Path) -> bool:
    """Whether a part of an item is a work of its own: 乙桥, not 丙镇 (of 乙、丙镇道路)."""
    name = NOMINAL.sub("", name)
    return len(name) >= 4 and head_kind(folder, name) not in ("", "work")


def _numbered(clean: str, start: int, end: int, folder: Path) -> Iterator[Item]:
    """An item of a numbered list; one that joins several works (甲路、乙桥及丙站建设) gives each of them."""
    if money := _MONEY.search(clean, start, end):
        end = money.start()
    if _AIM.search(clean, start, end) or _FIELD.search(clean, start, end):
        return
    pieces = split_list(clean, start, end, "、及")
    if len(pieces) > 1 and all(_is_work(clean[p.start : p.end], folder) for p in pieces):
        for piece in pieces:
            yield Item(piece.start, piece.end, "numbered", True, size=len(pieces))
    else:
        yield Item(start, end, "numbered", True)
