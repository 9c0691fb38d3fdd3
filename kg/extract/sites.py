"""Zones that works are built in: the name of a work that begins with a zone's names that zone.

Example: 白鹭作业区 of 白鹭作业区2#泊位, 云岭片区 of 云岭片区污水管网. No example: 白鹭产业园 as a work itself.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_ZONE, _WORK = TYPES.index("Zone"), TYPES.index("Project")
_LEAST = -3.0  # log-odds below the threshold of zones from which a work around it lifts one …
_SURE = 0.1  # … to this far above it
_RULES = ("zone:place", "zone:name", "zone:item", "zone:common", "zone:known")
_HEADS = re.compile(
    "(?:作业区|港区|片区|小区|开发区|高新区|经开区|新区|新城|工业园|工业园区|产业园|产业园区|物流园|集中区|集聚区|工业区|保税区|科技城|科技园|景区|度假区|小镇)$"
)
_PORT = re.compile("(?:作业区|港区)$")  # a phase of a port's is one of its quays
# what of a work's name is no more than its state: 白鹭产业园|一期
_STATE = re.compile("(?:（?[一二三四五六]期）?|建设|项目|工程|提升|改造|扩建|扩区|开发|[一-龥]{0,2}征迁|等)+$")

Floats = npt.NDArray[np.float64]


def sites_of_works(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    works: dict[int, int] = {}
    for i in np.flatnonzero((evidence.type == _WORK) & (margin >= 0)).tolist():
        start = int(evidence.start[i])
        works[start] = max(works.get(start, 0), int(evidence.end[i]))
    doubtful = (evidence.type == _ZONE) & (margin < 0) & (margin > _LEAST)
    for i in np.flatnonzero(doubtful).tolist():
        best, start, end = evidence.best[i], int(evidence.start[i]), int(evidence.end[i])
        stop = works.get(start, 0)
        if best is None or best.rule not in _RULES or stop - end < 2 or not _HEADS.search(clean, start, end):
            continue
        if _PORT.search(clean, start, end) or not _STATE.fullmatch(clean, end, stop):
            lift[i] = _SURE - margin[i]
    return lift
