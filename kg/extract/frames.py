"""Building frames: what a clause says is planned, begun, under way or finished, as list items in clean positions.

A frame is a verb of building before its objects (加快甲路、乙桥等项目建设), a verb after its subjects (甲路、乙桥通车)
or a phrase that ends in 项目; numbered lists come to them. Frames give raw items; which of them are named projects is
decided elsewhere.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.extract.items import Item, Named, head_kind, named
from kg.extract.lists import CLAUSE, split_list
from kg.extract.names import Finder, Words
from kg.extract.numbered import NOMINAL, dotted_items, explained_items, numbered_items, phase_items, said_items
from kg.ontology.lexicon import load_lexicon

# What may stand before a verb that opens a clause, and after one that ends it.
OPENING = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|[一二三四五六七八九]是|我们|同时|今年|去年|年内|全年|要|将|并|已)*"
)
TAIL_OF_HEAD = re.compile(r"[）段线]\Z|[东西南北中]侧\Z|[一二三四]标\Z")
LONGEST = 90
# 投入50万元对石桥老街进行改造; not 对学校食堂进行检查
_RENEWED = re.compile(
    r"(?<![针应绝])对(?P<things>[^，。；：对的]{3,40}?)(?:进行|实施)了?(?:全面|整体|综合|提质|升级|改造|维修)*(?:改造|改建|扩建|翻新|翻修|硬化|加固|修缮|维修|整修|亮化|绿化|拓宽|提升)"
)
_MONEY = re.compile(r"(?:约|近|超|超过|共|达)?\d[\d.]*[余多]?[万亿]?元")
_NEW = "(?<![创更翻高全焕革常刷迎立拓])新"  # a 新项目; not 科技创新|项目
_NEW_BEFORE, _NEW_ONES = re.compile(f"{_NEW}$"), re.compile(f"{_NEW}项目$")
CLOSING = re.compile(r"(?:了|并)?(?:工作|阶段|进度|步伐|力度)?")
COUNT = (
    r"(?:近|约)?(?:\d+|[一二两三四五六七八九十百]+|一批|一系列|多|系列)(?:余|多)?"
    r"(?:个|条|座|家|项|批|处|所|大|类|栋|片)?"
)
KIND = r"[^，。；、等]{0,12}?"
TAIL = re.compile(
    rf"(?P<tail>等(?:{COUNT})?(?P<kind>{KIND})(?:项目|工程)?"
    r"(?P<rest>的?(?:建设|前期工作|项目建设|工程建设|前期|规划建设|进度|规划设计|实施)*))$"
)


class _Verb(NamedTuple):
    """A word of building_verbs.tsv in a text, with its uses (a word may have several)."""

    start: int
    end: int
    uses: frozenset[str]


class _Run(NamedTuple):
    """Verbs and adverbs that stand side by side: 全面加快建设."""

    start: int
    end: int
    uses: frozenset[str]


@functools.cache
def _verbs(folder: Path) -> tuple[Finder, dict[str, frozenset[str]]]:
    """The verbs of building, with the uses of each."""
    uses: dict[str, frozenset[str]] = {}
    for row in load_lexicon(folder).rows("building_verbs"):
        uses[row["name"]] = uses.get(row["name"], frozenset()) | {row["use"]}
    return Finder(uses), uses


@functools.lru_cache(maxsize=2)
def named_items(clean: str, folder: Path) -> tuple[Named, ...]:
    """The items of all lists and frames of a text with their names; two layers ask for those of the same text."""
    items = (
        *numbered_items(clean, folder),
        *dotted_items(clean, folder),
        *said_items(clean, folder),
        *explained_items(clean),
        *phase_items(clean),
        *building_items(clean, folder),
    )
    found = (named(clean, item, folder) for item in items if 2 <= item.end - item.start <= LONGEST)
    return tuple(one for one in found if 2 <= one.end - one.start <= 40)


def building_items(clean: str, folder: Path) -> tuple[Item, ...]:
    """The items of all building frames of a text, clause by clause."""
    finder, uses = _verbs(folder)
    verbs = [_Verb(start, end, uses[clean[start:end]]) for start, end in finder.spans(clean)]
    starts = [verb.start for verb in verbs]
    items: list[Item] = []
    for clause in CLAUSE.finditer(clean):
        start, end = clause.span()
        if end - start >= 4:
            within = verbs[bisect_left(starts, start) : bisect_left(starts, end)]
            if within or clean.find("等", start, end) > 0:
                items += _clause_items(clean, start, end, within, folder)
    return tuple(items)


def _clause_items(clean: str, start: int, end: int, verbs: Sequence[_Verb], folder: Path) -> Iterator[Item]:
    """The items of a clause: behind the verb that opens it, before the one that ends it, or of a bare list."""
    if renewed := _RENEWED.search(clean, start, end):
        yield from _list_items(clean, *renewed.span("things"), "before", folder)
        return
    runs = _runs(clean, verbs)
    before = _before(clean, start, runs)
    after = _after(clean, end, runs)
    if before and before.start - start <= 10 and not (after and before.start >= after.start):
        # 推动甲、乙开工: the object ends where the result begins
        stop = after.start if after and after.start > before.end + 2 else end
        yield from _list_items(clean, before.end, stop, "before", folder)
        yield from _list_items(clean, start, before.start, "subject", folder)
    elif after and after.start - start >= 3:
        yield from _list_items(clean, start, after.start, "after", folder)
    elif before and before.start - start > 10:
        yield from _list_items(clean, before.end, end, "before", folder)
        yield from _list_items(clean, start, before.start, "subject", folder)
    elif clean.find("、", start, end) > 0 and TAIL.search(clean, max(start, end - 40), end):
        yield from _list_items(clean, start, end, "list", folder)


def _runs(clean: str, verbs: Sequence[_Verb]) -> list[_Run]:
    """Verbs that stand side by side put together: 全面|加快|推进."""
    runs: list[_Run] = []
    for verb in verbs:
        if runs and clean[runs[-1].end : verb.start] in ("", "并", "了", "好"):
            runs[-1] = _Run(runs[-1].start, verb.end, runs[-1].uses | verb.uses)
        else:
            runs.append(_Run(*verb))
    return runs


def _before(clean: str, start: int, runs: Sequence[_Run]) -> _Run | None:
    """The run that governs the rest of a clause: one that opens it, or the first with a verb that always governs."""
    opening = OPENING.match(clean, start)
    opened = opening.end() if opening else start
    for run in runs:
        end = run.end + (clean[run.end : run.end + 1] in ("好", "了", "并"))
        if _MONEY.match(clean, run.end):  # 投资|65万元修建甲广场: the amount is no object
            continue
        if run.start == opened and run.uses & {"strong", "nominal"}:
            return _Run(run.start, end, run.uses)
        if "strong" in run.uses:
            return _Run(run.start, end, run.uses)
    return None


def _after(clean: str, end: int, runs: Sequence[_Run]) -> _Run | None:
    """The run that ends a clause and tells what became of its subject."""
    for n, run in reversed(list(enumerate(runs))):
        closing = CLOSING.match(clean, run.end, end)
        if "after" in run.uses and closing and closing.end() == end:
            former = runs[n - 1] if n else None
            # 实现商家入驻: the verb that says so stands before
            if former and "open" in former.uses and run.start - former.end <= 6:
                return former if "、" not in clean[former.end : end] else run
            return run
        if "open" in run.uses and end - run.end <= 12 and "、" not in clean[run.end : end]:
            return run
    return None


def _list_items(clean: str, start: int, end: int, frame: str, folder: Path) -> Iterator[Item]:
    """The items of a list in a frame, with the head word that its parts share: 甲、乙等4座大桥, 甲、乙水厂改造."""
    if end - start < 3:
        return
    head = ""
    listed = False
    tail = TAIL.search(clean, max(start, end - 40), end)
    if tail:
        listed = "项目" in tail["tail"] or "工程" in tail["tail"]
        head = tail["kind"] or ""
        end = tail.start()
    elif nominal := NOMINAL.search(clean, start, end):
        listed = "项目" in nominal[0]
        end = nominal.start()
    elif new := _NEW_ONES.search(clean, start, end):  # 青禾食品、白鹭化工|新项目
        listed, end = True, new.start()
    pieces = split_list(clean, start, end, "、和与")
    elided = "" if tail or len(pieces) < 2 else last_head(clean[pieces[-1].start : pieces[-1].end], folder)
    for n, piece in enumerate(pieces):
        bare = elided and n < len(pieces) - 1 and not head_kind(folder, clean[piece.start : piece.end])
        yield Item(piece.start, piece.end, frame, listed, elided if bare else head, len(pieces))


@functools.cache
def _shared_heads(folder: Path) -> Finder:
    """Head words that the parts of a list may share."""
    rows = load_lexicon(folder).rows("project_heads")
    return Finder(r["name"] for r in rows if r["kind"] in ("route", "water", "energy") and len(r["name"]) > 1)


def last_head(last: str, folder: Path) -> str:
    """The head noun, with what is done to it, that the last part of a list shares with the others (甲、乙水厂改造).

    What else follows is no part of it: 甲、乙水厂|恢复运行.
    """
    for start, end in _shared_heads(folder).spans(last):
        if start >= 2:
            head = last[start:] if head_kind(folder, last) or TAIL_OF_HEAD.search(last, end) else last[start:end]
            return head if "）" not in head or "（" in head else ""
    return ""


def named_things(view: Words) -> tuple[Named, ...]:
    """The items of lists, frames and phrases of a text that may be named projects, each with its name."""
    headed = (named(view.clean, item, view.folder) for item in headed_items(view))
    return (*named_items(view.clean, view.folder), *headed)


def headed_items(view: Words) -> Iterator[Item]:
    """Phrases that end in 项目: 签约投资30亿元的星河电子材料项目."""
    for found in re.finditer("项目", view.clean):
        if found.end() < len(view.clean) and view.clean[found.end()] in "化经库组名管部法审公单":
            continue
        if _NEW_BEFORE.search(view.clean, max(0, found.start() - 1), found.start()):
            continue  # 明澈科技新|项目: one of a firm's, without a name
        start = view.begin(found.start(), 32, codes=True)
        if found.start() - start >= 3:
            yield Item(start, found.end(), "headed")
