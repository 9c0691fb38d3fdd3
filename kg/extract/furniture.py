"""What stands in the furniture of a page is named by the page, not by the text.

Who publishes a text and where may be told there and nowhere else, so bodies and places count: 来源：青山日报. Nothing
counts in the way to the page and in titles of other texts, which may stand in lines below 延伸阅读. Example:
当前位置：首页 > |政务公开|, 下一篇：|甲公司|开工.
No example: |政务公开| in a sentence of the text.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence
from kg.ontology import load_lexicon
from kg.ontology.furniture import opens_foot
from kg.types import Text

_TOLD = [TYPES.index("Organization"), TYPES.index("Region")]
_ELSEWHERE = re.compile(
    "(?:您?当前的?|您的)?(?:所在的?)?位置|[上下]一[篇条]|相关|推荐|新闻推荐|友情|版权|网站|首页|返回|站点|技术支持"
)


def of_the_page(text: Text, evidence: Evidence) -> npt.NDArray[np.bool_]:
    """(candidates,) which of them stand in furniture where names of their type do not count."""
    out = np.zeros(len(evidence), bool)
    lexicon, below = load_lexicon(), False
    for sentence in text.sentences:
        if sentence.part != "furniture":
            below = False
            continue
        below = below or opens_foot(text.clean[sentence.start : sentence.end], lexicon)
        inside = (evidence.start >= sentence.start) & (evidence.end <= sentence.end)
        if not below and not _ELSEWHERE.match(text.clean, sentence.start):
            inside &= ~np.isin(evidence.type, _TOLD)
        out |= inside
    return out
