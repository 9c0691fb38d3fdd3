"""Names that a rule knows and that nothing else claims: zones, works, and programmes where they end.

Example: 危桥改造 of 危桥改造20座, 平台公司转型 of 推进平台公司转型，; 涂装检测中心 of 开工建设涂装检测中心; 云岭配套区
where no longer name holds it; what a verb of building alone governs (建设云岭博物院，; 加快云岭机场建设).
No example: 精准扶贫 of 精准扶贫贷款, 企业上云 of 企业上云赋能, which go on.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_ZONES = frozenset(["zone:place", "zone:name", "zone:common"])
_PROGRAMS = frozenset(["program:lexicon", "program:lexicon_short", "program:lexicon_scheme"])
_OTHERS = frozenset(
    [
        "project:several_head_plain", "project:before_system_plain", "enterprise:in_project",
        "industry:lexicon_foster", "industry:lexicon_list", "industry:lexicon_joined", "industry:lexicon_alone",
    ]
)  # fmt: skip
# works by their shape, which are named as such where a verb of building stands in front and nothing else behind
_SHAPED = frozenset(["project:thing", "project:coded", "project:before_head_plain", "project:before_head_coined"])
_DOUBTFUL = -1.5  # log-odds below the threshold from which such a name is lifted …
_LESS_DOUBTFUL = -1.0  # (works by a plain head word, firms that they begin with, industries)
_SURE = 0.1  # … to this far above it
_SEEN = 0.4  # what no rule knows is driven where the tagger finds it so probable
_REGION, _WORK = TYPES.index("Region"), TYPES.index("Project")
_DRIVES = re.compile("(?:加快|推进|推动|建成|建设|建好|启动|开工|完成|实施|打通|新建|改造|续建|扩建|抓好|提速)了?$")
_DRIVEN = re.compile("”?(?:等[^，。；]{0,10})?(?:项目|工程)?(?:规划建设|建设|前期工作)?(?=[，。；、和及与\n]|$)")
_JOINS = re.compile("[、和与及]")
_COUNTED = re.compile(r"\d[\d.]*万?余?[个座条处所家套]")
_ENDS = re.compile(
    r"”?(?:[，。；\n]|工作(?=[，。；、])|力度|步伐|为契机|为抓手|等[一-龥]{0,4}[工改项]|任务(?=[，。；、])|试点"
    r"|[\d.]+万?(?:[个座处所户套公里米宗件条栋]|平方米|亩)|参[合保]率|扩面|筹资标准|(?:已|实现|基本)*(?:全面)?覆盖(?:率|面|全))"
)

Floats = npt.NDArray[np.float64]


def unclaimed(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    claimed = np.zeros(len(clean) + 1, np.int64)
    for i in np.flatnonzero((margin >= 0) & (evidence.type != _REGION)).tolist():
        claimed[evidence.start[i] + 1 : evidence.end[i] + 1] = 1
    claimed = np.cumsum(claimed)
    for i in np.flatnonzero((margin < 0) & (margin > _DOUBTFUL)).tolist():
        best, start, end = evidence.best[i], int(evidence.start[i]), int(evidence.end[i])
        if claimed[end] > claimed[start]:
            continue
        if margin[i] > _LESS_DOUBTFUL and evidence.type[i] == _WORK and _driven(clean, evidence, i):
            lift[i] = _SURE - margin[i]
        if best is None:
            continue
        other = best.rule in _OTHERS and margin[i] > _LESS_DOUBTFUL
        if other or best.rule in _ZONES or (best.rule in _PROGRAMS and _ENDS.match(clean, end)):
            lift[i] = _SURE - margin[i]
    return lift


def _driven(clean: str, evidence: Evidence, i: int) -> bool:
    """Whether a work is all that a verb of building governs: 建设|云岭博物院|，; not 建设|云岭机场及道路, two works."""
    start, end, best = int(evidence.start[i]), int(evidence.end[i]), evidence.best[i]
    if best is None:
        seen = evidence.tagger[i].sum() >= _SEEN and _COUNTED.match(clean, start, end) is None
    else:
        seen = best.rule in _SHAPED
    if not seen or _JOINS.search(clean, start, end):
        return False
    return _DRIVES.search(clean, max(0, start - 3), start) is not None and _DRIVEN.match(clean, end) is not None
