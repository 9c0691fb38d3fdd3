"""The words of the lexicon that tell what a page has around a text.

Example: 索引号：0011 begins like a line of furniture, 【延伸阅读】 stands above titles of other texts. No example:
相关链接显示，….
"""

from __future__ import annotations

import functools
import re
from typing import Literal

from kg.ontology.lexicon import Lexicon

_BLANKS = re.compile(r"[\s：:>【】\[\]（）]+")


@functools.lru_cache(maxsize=16)
def furniture(lexicon: Lexicon, place: Literal["line", "anywhere", "foot", "alone"]) -> tuple[str, ...]:
    """The words of one place, with the colon that a clean text has; those with a bar (来源|) with either bar."""
    words = [row["name"].replace(":", "：") for row in lexicon.rows("furniture") if row["place"] == place]
    return (*words, *(word.replace("|", "｜") for word in words if "|" in word))


def opens_foot(line: str, lexicon: Lexicon) -> bool:
    """Whether a line stands above titles of other texts: 延伸阅读."""
    return _BLANKS.sub("", line) in furniture(lexicon, "foot")
