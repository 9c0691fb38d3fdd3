"""Parks, quarters and small towns that are built are zones still, in a row of works too.

Example: 白鹭服饰产业园 of 白鹭服饰产业园、河口大桥加快建设; 沅泰石化产业园 of 项目落户沅泰石化产业园.
No example: 沅泰集团冷链产业园, a firm's own; 白鹭产业园 of 白鹭产业园项目 or of 推进白鹭产业园、河口大桥等项目建设,
called a work; what a firm invests in or signs (投资3亿元建设…产业园). A park that is called a work itself
(白鹭食品产业园项目奠基) is one wherever it is named.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_ZONE, _WORK, _FIRM = TYPES.index("Zone"), TYPES.index("Project"), TYPES.index("Enterprise")
_RULES = frozenset(["zone:place", "zone:name", "zone:common", "zone:between", "zone:known", "zone:item"])
_SEEN = 0.1  # how probable the tagger finds a zone that no rule knows
_OWNER = 1.0  # log-odds above the threshold of firms from which a name begins with an owner that only its place tells
_PLACED = "enterprise:in_project"
_MORE = 0.1  # log-odds that the zone then has above the work
_HEADS = re.compile(
    "(?:产业|工业|物流|科技|创业|创新|孵化|电商|商贸|化工|装备)园区?$|(?:工业|开发|集聚|集中)区$|小镇$|新城$|(?:科[技学创]|智创|创新|数字|未来|健康)城$|片区$|城市副中心$"
)
_CALLED = re.compile(
    "[一-龥“”]{0,2}(?:项目|工程)|（?[一二三四]期"
    r"|[^，。；：\n]{0,80}?(?:等[^、，。；：\n]{0,12}|(?:\d|[两三四五六七八九十])[个大])(?:项目|工程)"
    r"|[^，。；：\n]{0,60}?项目[^、，。；：\n]{0,6}(?:协议|合同)"
)
# 项目落户|青禾产业园: where other things are
_LIES_IN = re.compile("(?:落户|落地|入驻|进驻|位于|坐落于|坐落在|选址|迁入)[于在]?“?$")
_GIVEN = re.compile("(?:投资|投建|承建|兴建|斥资|签订|签署|签约)[^，。；：\n]{0,30}$")

# 白鹭食品工业园|项目奠基, 白鹭食品工业园|由石桥集团独资兴建
_WORK_ITSELF = re.compile(
    r"”?(?:建设)?(?:项目|工程)(?![区部库数一二两三四五六七八九十\d]|建设|众多|招商)|”?由[^，。；、]{2,20}?(?:独资|投资|出资)[^，。；、]{0,4}?(?:兴建|建设|开发)(?=[，。；])"
)
_PARK = re.compile("(?:产业|工业|物流|科技|食品|创业|创新|电商|商贸|化工|装备|制造|农业)园$|小镇$")
_UNLIKELY = -4.0  # log-odds below the threshold of works from which such a park is held for one

Floats = npt.NDArray[np.float64]


def built_zones(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    works: dict[tuple[int, int], float] = {}
    for j in np.flatnonzero((evidence.type == _WORK) & (margin >= 0)).tolist():
        works[int(evidence.start[j]), int(evidence.end[j])] = float(margin[j])
    owned = _owned(evidence, margin)
    called = {clean[a:b] for a, b in works if _of_works(clean, a, b)}  # a work by its name stays one where it is not
    for i in np.flatnonzero(evidence.type == _ZONE).tolist():
        start, end = int(evidence.start[i]), int(evidence.end[i])
        over = works.get((start, end), -1.0)
        if over < margin[i] or over < 0 or not _HEADS.search(clean, start, end):
            continue
        best = evidence.best[i]
        known = best.rule in _RULES if best is not None else evidence.tagger[i].sum() >= _SEEN
        placed = _LIES_IN.search(clean, max(0, start - 6), start) is not None and not _CALLED.match(clean, end)
        if known and (placed or (owned.get(start, end) >= end and clean[start:end] not in called)):
            lift[i] = over - margin[i] + _MORE
    return lift + _called_works(clean, evidence, margin)


def _called_works(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what makes works of the parks that the text calls so right behind their names."""
    lift = np.zeros(len(margin))
    zones = {
        (int(evidence.start[i]), int(evidence.end[i])): float(margin[i])
        for i in np.flatnonzero((evidence.type == _ZONE) & (margin >= 0))
    }
    called = {clean[a:b] for a, b in zones if _PARK.search(clean, a, b) and _WORK_ITSELF.match(clean, b)}
    for j in np.flatnonzero((evidence.type == _WORK) & (margin > _UNLIKELY)).tolist() if called else ():
        start, end = int(evidence.start[j]), int(evidence.end[j])
        over = zones.get((start, end), -1.0)
        if over > margin[j] and clean[start:end] in called:
            lift[j] = over - margin[j] + _MORE
    return lift


def _of_works(clean: str, start: int, end: int) -> bool:
    """Whether the text calls what stands there a work, or tells who pays for it."""
    return _CALLED.match(clean, end) is not None or _GIVEN.search(clean, max(0, start - 36), start) is not None


def _owned(evidence: Evidence, margin: Floats) -> dict[int, int]:
    """Where the shortest firm ends that begins at a place."""
    out: dict[int, int] = {}
    for i in np.flatnonzero((evidence.type == _FIRM) & (margin >= 0)).tolist():
        best = evidence.best[i]
        if margin[i] >= _OWNER or best is None or best.rule != _PLACED:
            start, end = int(evidence.start[i]), int(evidence.end[i])
            out[start] = min(end, out.get(start, end))
    return out
