"""Rules that are right where the tagger doubts: bodies and zones of the word lists, funds, what stands in quote marks.

Example: 央视 of 经验被央视推介, 见义勇为基金 of 增设见义勇为基金, 江东大学 of 江东大学云岭研究院.
No example: 白鹭产业园, told by its head alone; 三龙湾 of 三龙湾科技城; the firm 中船重工 of 中船重工702所.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from kg.extract.arbitrate import PARENT
from kg.extract.evidence import RULED_OUT, TYPES, Evidence
from kg.extract.industries import NO_BRANCH

# rules whose refused names were right more often than not in documents that the models had not seen
_RULES = frozenset(
    [
        "region:regiment", "zone:known",
        "organization:known", "organization:fund", "organization:medium", "organization:office",
        "organization:numbered",
        "honor:quoted_verb", "honor:quoted_unit", "event:lexicon",
        "program:quoted_head", "program:quoted_part", "program:quoted_policy", "program:quoted_year",
        "program:good_place", "program:deed_plan", "program:points", "program:field_policy", "program:shared_reform",
        "program:quoted_beside", "program:quoted_out", "program:beside", "program:explained", "program:object",
        "slogan:quoted_head", "slogan:quoted_part", "slogan:quoted_parallel", "slogan:city",
        "slogan:new_place", "slogan:aim_whole",
        "slogan:parallel_held", "slogan:row_of_place",
        "slogan:articles", "slogan:strategy",
        "industry:quoted_head", "industry:counted", "industry:short_row", "industry:valued",
        "project:numbered", "project:invested", "project:before_system_named",
    ]
)  # fmt: skip
_CERTAIN = ("project:quoted_built", "project:invested", "slogan:quoted_upheld", "industry:fields")
_GOOD_PLACE = "slogan:good_place"
_DOUBTFUL = -2.0  # log-odds below the threshold from which such a name is lifted …
_PLACE_BUILT = re.compile("”?建设(?!活动|行动|工程|年|试点|三年)")
_NO_BRANCH = re.compile(NO_BRANCH)
_CAR = re.compile("汽车|公交|客车|货车|乘用车|出租车|车辆")
_FIRM = TYPES.index("Enterprise")
_PROGRAM = TYPES.index("Program")
_INDUSTRY = TYPES.index("Industry")
_SLOGAN = TYPES.index("Slogan")
_SURE = 0.1  # … to this far above it

Floats = npt.NDArray[np.float64]


def sure_rules(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    for i in np.flatnonzero((margin < 0) & (margin > _DOUBTFUL)).tolist():
        best = evidence.best[i]
        if best is not None and _sure(clean, evidence, margin, i, best.rule):
            lift[i] = _SURE - margin[i]
    for i in _certain(evidence):
        same = (evidence.start == evidence.start[i]) & (evidence.end == evidence.end[i])
        lift[i] = max(lift[i], margin[same].max(initial=0.0) + _SURE - margin[i])
    for i in _strategies(evidence):
        inside = (evidence.type == _INDUSTRY) & (evidence.start == evidence.start[i]) & (evidence.end < evidence.end[i])
        lift[i] = max(lift[i], margin[inside].max(initial=-np.inf) + _SURE - margin[i])
    lift[_of_numbered(evidence)] = RULED_OUT
    lift[_no_branches(clean, evidence)] = RULED_OUT
    lift[_rows_of_branches(evidence)] = RULED_OUT
    for slogan, of_place in _good_places(clean, evidence):
        lift[slogan] = max(lift[slogan], margin[of_place].max(initial=-np.inf) + _SURE - margin[slogan])
        lift[of_place] = RULED_OUT
    return lift


def _no_branches(clean: str, evidence: Evidence) -> list[int]:
    """The names that are no industry for what stands behind: 新能源|汽车, 旅游|综合收入, 中医药|传承创新."""
    return [
        i
        for i in np.flatnonzero(evidence.type == _INDUSTRY).tolist()
        if (_NO_BRANCH.match(clean, int(evidence.end[i])) and not clean.endswith("业", 0, int(evidence.end[i])))
        or (
            clean.endswith("新能源", int(evidence.start[i]), int(evidence.end[i]))
            and _CAR.match(clean, int(evidence.end[i]))
        )
    ]


def _rows_of_branches(evidence: Evidence) -> npt.NDArray[np.bool_]:
    """(candidates,) the slogans that are a row of branches in quote marks: “玻璃制造、光伏组件”两大业务板块."""
    rows = np.zeros(len(evidence.type), bool)
    for i, best in enumerate(evidence.best):
        if best is not None and best.rule == "industry:fields":
            holds = (evidence.start <= evidence.start[i]) & (evidence.end >= evidence.end[i])
            rows |= holds & (evidence.type == _SLOGAN)
    return rows


def _certain(evidence: Evidence) -> list[int]:
    """What is of one type for certain where its span could be of another.

    Works that a name in quote marks is (建好“石桥驿站”), no slogan; parks that a firm pays for, no zones; what
    is upheld (坚持“三个优先”), no programme; the fields of works (项目涵盖光伏制氢、重卡换电等领域), no works.
    """
    return [i for i, best in enumerate(evidence.best) if best is not None and best.rule in _CERTAIN]


def _strategies(evidence: Evidence) -> list[int]:
    """The strategies that are called after an industry, which is none beside them: 数字经济 of 数字经济战略."""
    return [i for i, best in enumerate(evidence.best) if best is not None and best.rule == "slogan:strategy"]


def _sure(clean: str, evidence: Evidence, margin: Floats, i: int, rule: str) -> bool:
    """Whether the rule is right where the tagger doubts."""
    end = int(evidence.end[i])
    if rule == PARENT:
        return clean.endswith("大学", 0, end)
    return rule in _RULES and not (rule == "zone:known" and _in_longer(evidence, margin, i))


def _of_numbered(evidence: Evidence) -> npt.NDArray[np.bool_]:
    """(candidates,) the firms with whose name a body begins that is told by a number: 中船重工 of 中船重工702所."""
    of_body = np.zeros(len(evidence.type), bool)
    for i, best in enumerate(evidence.best):
        if best is not None and best.rule == "organization:numbered":
            begins = (evidence.start == evidence.start[i]) & (evidence.end < evidence.end[i])
            of_body |= (evidence.type == _FIRM) & begins
    return of_body


def _good_places(clean: str, evidence: Evidence) -> Iterator[tuple[int, npt.NDArray[np.bool_]]]:
    """What places are to be, each with the programmes that it is none of: 平安石桥建设; not 平安石桥建设年."""
    for i, best in enumerate(evidence.best):
        if best is not None and best.rule == _GOOD_PLACE and (built := _PLACE_BUILT.match(clean, int(evidence.end[i]))):
            ends = (evidence.end >= evidence.end[i]) & (evidence.end <= built.end())
            begins = (evidence.start <= evidence.start[i]) & (evidence.start >= evidence.start[i] - 1)
            yield i, (evidence.type == _PROGRAM) & begins & ends


def _in_longer(evidence: Evidence, margin: Floats, i: int) -> bool:
    """Whether a zone is only how a longer one begins that is taken: 三龙湾 of 三龙湾科技城."""
    same = (evidence.type == evidence.type[i]) & (evidence.start == evidence.start[i])
    return bool((margin[same & (evidence.end > evidence.end[i])] >= 0).any())
