"""Schools, hospitals and centres of which a clause tells what they do are bodies, though works are called so too.

Example: 县科创中心 of 县科创中心引进人才36名, 县档案馆 of 县档案馆、县图书馆获评省级示范; 县实验幼儿园 in a clause that
builds nothing. No example: 县档案馆主体完工, 县中医院建设获批.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_BODY, _WORK = TYPES.index("Organization"), TYPES.index("Project")
_RULES = frozenset(  # those that have a place, a number or a head word of their own to go by
    f"organization:{kind}" for kind in ("known", "level", "place", "name", "ordinal", "built", "item", "body", "centre")
)
_NOT_BUILT = "project:thing_far"  # a thing in a clause without any word of building
_DOES = re.compile(
    "”?(?:[、和与及][^，。；：、\n]{2,16}){0,4}?(?:已|先后|成功|共|累计|联合|牵头|还|也|均|再次|连续[^，。；]{1,4}年|全年){0,3}"
    "(?:获评|荣获|获得|获授|荣膺|获批|入选|跻身|晋升|接待|举办|承办|主办|开设|开展|组织|引进|收治|接诊|诊疗|培养|招收|编纂|发布|研发|孵化|受理"
    "|派出|派驻|推出|创排|演出|通过(?!规划|立项|环评|竣工|论证|可研|预审|施工|用地)|完成(?:[一二三四五六七八九十\\d]+[年例次期届名人]|[^，。；]{0,6}修志))"
)
_UNLIKELY = -4.0  # log-odds below the threshold of bodies from which one is held for a work still
_MORE = 0.1  # log-odds that the body then has above the work

Floats = npt.NDArray[np.float64]


def standing_bodies(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    works: dict[tuple[int, int], int] = {}
    for j in np.flatnonzero((evidence.type == _WORK) & (margin >= 0)).tolist():
        works[int(evidence.start[j]), int(evidence.end[j])] = j
    doubtful = (evidence.type == _BODY) & (margin > _UNLIKELY)
    for i in np.flatnonzero(doubtful).tolist() if works else ():
        work = works.get((int(evidence.start[i]), int(evidence.end[i])))
        best = evidence.best[i]
        if work is None or margin[work] <= margin[i] or best is None or best.rule not in _RULES:
            continue
        thing = evidence.best[work]
        stands = thing is not None and thing.rule == _NOT_BUILT
        if stands or _DOES.match(clean, int(evidence.end[i])):
            lift[i] = margin[work] - margin[i] + _MORE
    return lift
