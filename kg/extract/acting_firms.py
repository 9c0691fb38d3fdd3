"""What only a firm does: a doubtful name before 投资, 承建 or 控股的 is rather that of a company.

Example: 五岭银行 of 引进徽岭银行，五岭银行投放贷款. No example: 五岭 of 五岭投资环境改善.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_FIRM = TYPES.index("Enterprise")
_DOUBTFUL = 0.5  # log-odds below the threshold of companies that a deed outweighs …
_SEEN = 0.45  # … where the tagger finds the name at least so probable
_SHORTEST = 3
_DEEDS = re.compile(
    "(?:[共联][同合])?(?:投资(?!环境|额|促进|合作|项目|大厦|管理|控股|有限|总额|强度)|出资|承建|收购|并购|投放|合资|入股|控股的|参股|独资|租赁经营|斥资|代工|建厂|设厂)"
    "|一家(?:企业)?就|的(?:用工|订单|生产线|厂房|车间|产品|产能|股权|母公司|子公司)"
    "|(?:董事长|总经理|副总经理|总裁|副总裁|负责人|厂长|行长|创始人|法人代表|技术总监|生产经理)"
)
# only a firm goes public, so that a name is one that is seen less surely
_GOES_PUBLIC = re.compile(
    "(?:成功|正式|顺利)?(?:(?:登陆|挂牌)[^，。；]{0,6}(?:交所|板|资本市场)|在[^，。；]{2,8}(?:上市|挂牌交易|过会))"
)
_DOUBTFUL_PUBLIC, _SEEN_PUBLIC = 1.2, 0.2
_OPENS = re.compile(r"[，。；：、！？“”（）\n和与由对为给向在到问访进引达]")


def acting_firms(clean: str, evidence: Evidence, margin: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    likely = np.zeros(len(clean) + 1, np.int64)
    for i in np.flatnonzero(margin >= 0).tolist():
        likely[evidence.start[i] + 1 : evidence.end[i] + 1] = 1
    likely = np.cumsum(likely)
    seen = evidence.tagger.sum(1)
    doubtful = (evidence.type == _FIRM) & (margin < 0) & (margin > -_DOUBTFUL_PUBLIC) & (seen >= _SEEN_PUBLIC)
    for i in np.flatnonzero(doubtful).tolist():
        start, end = int(evidence.start[i]), int(evidence.end[i])
        free = end - start >= _SHORTEST and likely[end] == likely[start]
        if not free or (start and not _OPENS.match(clean, start - 1)):
            continue
        if margin[i] > -_DOUBTFUL and seen[i] >= _SEEN and _DEEDS.match(clean, end):
            lift[i] = _DOUBTFUL
        elif _GOES_PUBLIC.match(clean, end):
            lift[i] = _DOUBTFUL_PUBLIC
    return lift
