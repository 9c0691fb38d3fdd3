"""Where the text of a copied page ends and titles of other texts begin: 延伸阅读, 往期推荐 with lines of titles below.

Example: …投产。|相关链接|乙县玻璃厂开工|丙区签约. No example: 相关链接 above a paragraph that explains.
"""

from __future__ import annotations

from kg.ontology.furniture import furniture, opens_foot
from kg.ontology.lexicon import Lexicon

_LINES = 40  # lines that a foot has at most
_TITLE = 60  # characters of a title at most


def foot_start(clean: str, lexicon: Lexicon) -> int:
    """Where the titles of other texts begin, with the line above them; the length of the text where there are none."""
    at = end = len(clean)
    words = furniture(lexicon, "line")
    for _ in range(_LINES):
        start = clean.rfind("\n", 0, end) + 1
        line = clean[start:end]
        if start == 0 or ((len(line) > _TITLE or "。" in line) and not line.startswith(words)):
            break
        if opens_foot(line, lexicon):
            at = start
        end = start - 1
    return at
