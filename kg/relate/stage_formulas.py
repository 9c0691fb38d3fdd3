"""The stage of the works that a formula counts, which the clause behind it names.

Example: 抓好“两路两桥”建设，即|甲路、乙路，丙桥、丁桥. No example: 推进“两路两桥”建设，|甲路通车.
"""

from __future__ import annotations

import re
from typing import Literal

from kg.relate.status import Stage, StatusVerbs
from kg.types import Mention, Modality, Span

_NAMES = re.compile(r"即[：，]?(?!将|使|可|时|便|日|刻|墨)|(?:主要)?包括|分别[是为]|具体(?:是|为|包括)")
_FORMULA = re.compile(
    r"(“(?=[^“”]{0,8}[一二两三四五六七八九十\d])[^“”]{2,12}”)(?:等)?(?:重点|重大)?(?:建设|项目|工程|改造)(?:建设|工程|项目)?，$"
)
_FAR = 60  # characters before the list in which the formula stands with its verb


def of_formula(
    verbs: StatusVerbs, clean: str, start: int, clause: Span, modality: Modality | Literal["clause"]
) -> Stage | None:
    """What is said of the formula whose works a clause begins to list; None where the clause lists none.

    Args:
        start: where the sentence begins.
    """
    if _NAMES.match(clean, clause.start) is None:
        return None
    near = max(start, clause.start - _FAR)
    formula = _FORMULA.search(clean, near, clause.start)
    if formula is None:
        return None
    begin = max(near, clean.rfind("，", near, formula.start()) + 1)
    counted = Mention(formula.start(1), formula.end(1), "Project", formula[1], "", 1.0)
    end = clause.start - 1
    return verbs.stage(clean, [counted], Span(begin, end), end, "planned" if modality == "planned" else "done")
