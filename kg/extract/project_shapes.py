"""Works by their shape wherever they stand: a named thing that is built, what is done to it, coded roads, phases.

Example: 白鹭大桥 and 江北水厂二期 are such works although no verb of building stands before them; G512云岭至白鹭段,
东三环; in 白鹭、云岭污水处理厂 two places share a plant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.items import head_kind
from kg.extract.lists import behind_mark
from kg.extract.names import Words, coined, finder, is_place, place_after
from kg.scan import scan_stretches
from kg.types import Span

_BUILT = frozenset(["route", "water", "energy", "building", "industry", "system"])
_ROAD = re.compile(
    r"(?<![A-Za-z0-9])[GSXCY]\d{3}(?:线|国道|省道)?(?:[一-龥]{2,12}?(?:至|到|—|-)[一-龥]{2,12}?段?|[一-龥]{2,8}?段)?(?=[、，。；和与及\n）]|改|建|新|大修|等|升级|公路|项目|工程|开|启|完|竣|全|贯|通)"
    r"|(?<!\d)\d{3}(?:国道|省道|县道)(?:[一-龥]{2,10}?段)?"
    r"|(?:(?<![一-龥])|(?<=启动|推进|加快|建设|建成|打通|开工|完成|实施|贯通|提速))(?:[东南西北]{1,2}[一二三四五]环|外环|中环|内环|绕城)(?:路|线|快速路|高速)?(?:[一-龥]{2,6}?段)?(?=[、，。；和与及\n]|等|建|通|改|项目|工程|开|启|完|竣|全|贯|规划建设)"
    r"|规划(?:\d{1,3}|[一二三四五六七八九十]{1,3})路"
)
_SECTION = re.compile(
    r"[一-龥]{2,6}(?:至|—)[一-龥]{2,6}(?:高速公路|高速|铁路|城际铁路|城际|公路|快速路|快速通道|大道|段|航道|管线|天然气管线|输气管道)"
)
_TO = re.compile("[至—]")
_PHASE = re.compile(
    r"[一二三四五]期(?:工程|项目)?(?=[，。；、！”）\n和与及]|建|开|竣|投|正|加|已|全|主|顺|基|试|进|建成)"
)
_WORK = re.compile(
    r"(?:[一二三四]期|二期|改扩建|扩建|迁建|搬迁|整体搬迁|整体迁建|提质改造|改造提升|改造|技改|增资扩产|扩产|提标改造|扩容|修缮|加固|治理|整治|修复|开发|配套|主体|附属|亮化|绿化)(?:工程|项目)?"
)
_BUILDS = re.compile(
    r"建|修|竣工|投产|投用|启用|通车|通航|项目|工程|改造|开工|签约|推进|加快|启动|完成|施工|落地|封顶|拓宽|贯通|谋划|争取"
)
_CLAUSE = re.compile(r"[^。；\n]*")
_STOPS = re.compile(r"[的了]|^(?:以及|包括|特别|其中|通过|围绕|依托|位于|沿|在|从|到)")
_SHARES = re.compile(r"(?:[一-龥]{2,4}[、和与及]){1,6}$")


def things(view: Words) -> Iterator[tuple[str, Span]]:
    """Named things that are built, with whether the sentence speaks of building; phases of them."""
    clean = view.clean
    for head, end in finder("project_heads", view.folder).spans(clean):
        if (
            end - head < 2
            or clean[head:end].endswith(("项目", "工程"))
            or head_kind(view.folder, clean[head:end]) not in _BUILT
        ):
            continue
        if clean[end : end + 1] in "区化员名部长局业者民率面" or clean.startswith(
            ("办事处", "街道", "社区", "管理", "运营", "企业", "公司", "集团", "股份", "经济"), end
        ):
            continue
        start = view.begin(head, 24)
        stem = clean[start:head]
        if not 2 <= len(stem) <= 18 or _STOPS.search(stem):
            continue
        tokens = view.within(start, head)
        named = (
            place_after(stem) or is_place(stem) or coined(stem) or any(t.pos[:2] in ("ns", "nr", "nz") for t in tokens)
        )
        if not named:
            continue
        yield _told(clean, start, end), Span(start, end)
        if phase := _PHASE.match(clean, end):
            yield "phase_of", Span(start, phase.end())
        if work := _WORK.match(clean, end):
            yield "work_of", Span(start, work.end())
        yield from _sharing(clean, start, end)


def _told(clean: str, start: int, end: int) -> str:
    """Whether the clause speaks of building."""
    left = behind_mark(clean, start, 40, "。；\n")
    clause = _CLAUSE.match(clean, end, end + 40)
    after = clause[0] if clause else ""
    return "thing" if _BUILDS.search(clean, max(left, start - 40), start) or _BUILDS.search(after) else "thing_far"


def _sharing(clean: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """白鹭、云岭污水处理厂: the list of places before a thing that each of them gets."""
    found = _SHARES.search(clean, max(0, start - 36), start)
    if found is None:
        return
    stop = clean.find("、", found.start(), start)
    stop = stop if stop >= 0 else start - 1
    for size in (2, 3, 4):  # the verb before the first place is no part of it
        if is_place(clean[stop - size : stop]):
            yield "list_of", Span(stop - size, end)
            return


def coded(view: Words) -> Iterator[Span]:
    """Roads by number, rings and sections: S214白鹭至云岭段, 东三环, 规划12路."""
    for found in _ROAD.finditer(view.clean):
        yield Span(*found.span())
    for found in scan_stretches(_SECTION, _TO, view.clean):
        start = view.begin(found.start(), 8)
        if found.start() - start >= 2:
            yield Span(start, found.end())


def joined(view: Words, start: int, end: int) -> Span | None:
    """The span of a project whose name joins two things, of which the second was found: 研发中心和|生产基地项目."""
    clean = view.clean
    if clean[start - 1 : start] not in ("和", "与", "及", "暨"):
        return None
    left = view.begin(start - 1, 20)
    stem = clean[left : start - 1]
    if not 3 <= len(stem) <= 18 or _STOPS.search(stem) or clean[left - 1 : left] in ("、", "和", "与"):
        return None
    if head_kind(view.folder, stem):  # 白鹭水厂和云岭水库: two works
        return None
    return Span(left, end)
