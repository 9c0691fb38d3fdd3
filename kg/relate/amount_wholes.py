"""A sum said behind the parts of a project, which is that of the whole.

Example: 甲度假区规划用地2300亩，拟建酒店、康养中心，|总建筑面积16万平方米. No example: 推进甲园，
乙酒店总建筑面积3万平方米.
"""

from __future__ import annotations

import re

from kg.relate.things import Things
from kg.types import Mention, Sentence

_CONTAINS = re.compile(
    r"(?:项目|主要|拟|计划|规划|将|新|配套)*(?:建设|新建|建|打造)(?:有|了)?(?:[^，。；]{0,30}、)?[^，。；、]{1,12}"
)
# 甲校、乙校秋季投入使用，新建丙馆，|总投资3800万元: what was told of before is over or of several
_OVER = re.compile("；|^[”』》]?[、和及]|投入使用|投用|投产|完工|竣工|通车|交付")


def whole_of(clean: str, sentence: Sentence, things: Things, part: Mention, words: int) -> Mention | None:
    """What a project named before a sum belongs to, where its clause only tells what is built there.

    Args:
        part: the project.
        words: where the words begin that say what the sum is.
    """
    if part.end >= words or not clean.startswith("总", words):
        return None
    start = clean.rfind("，", sentence.start, part.start) + 1
    if not start or _CONTAINS.match(clean, start, part.start + 1) is None:
        return None
    first = next((m for m in things.all if m.type in ("Project", "Zone")), None)
    own = first is not None and first.end <= start and _OVER.search(clean, first.end, start) is None
    return first if own else None
