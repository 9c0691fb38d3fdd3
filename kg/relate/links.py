"""Whether two mentions are neighbours in a list.

Example: A、B, A和B, “A”“B”, A项目、B. No example: A与新桥镇B, A（B）.
"""

from __future__ import annotations

import re

from kg.types import Mention

_WIDE = 24  # characters between neighbours of a list
_LINK = re.compile(r"[”》」’]?(?:（[^（）]{0,12}）)?(?:、|和|与|及|以及|或|暨|，以及|，和)[“《「‘]?|[”》」’][“《「‘]")
# 甲项目、乙工程和丙: names without the word that each has behind it
_WORD_LINK = re.compile(rf"[”》]?(?:建设)?(?:项目|工程)(?:建设)?(?:{_LINK.pattern})")


def linked(clean: str, left: Mention, right: Mention) -> bool:
    """Whether two mentions are neighbours in a list: A、B, A和B, “A”“B”."""
    if right.start < left.end or right.start - left.end > _WIDE:
        return False
    if _LINK.fullmatch(clean, left.end, right.start):
        return True
    if right.start == left.end + 1 and clean[left.end : right.start + 1] == "”“":
        return True
    return left.type == "Project" and _WORD_LINK.fullmatch(clean, left.end, right.start) is not None
