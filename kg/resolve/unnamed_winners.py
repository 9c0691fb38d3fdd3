"""Honours that nobody who is named has: so many of a kind, ranks of sums, what unnamed firms and villages won.

Example: 新增省级示范镇|3个, 7个村获评|省级美丽村庄. No example: 石桥等7个村获评|省级美丽村庄.
"""

from __future__ import annotations

import re

from kg.types import Mention

# 新增省级示范镇3个: so many somewhere, and nobody is named who received it
_MANY = re.compile(
    r"”?(?:总数|总量|数量|(?:约|近|达到|达|增至|增加到|累计达?)?(?:[2-9]|\d{2,}|[二两三四五六七八九十]+)(?:余|多)?(?:个|家|户|项|处|所|座|件))"
)
# 冠军企业数居全国首位, 产量稳居全省第一: a rank of a sum or of growth is no title
_RANK_OF_SUM = re.compile(
    "(?:数|数量|总数|总量|产量|存量|保有量|吞吐量|总额|产值|规模|增速|增幅|增量|占比)(?:均|分别|跃|稳|位|连续[^，]{1,4})*[居列排][^，。；]{0,8}?"
    "(?:第|首位|前|榜首)"
)
# 吞吐量增长14%，位列|全国第8位: the rank of a figure
_BARE_RANK = re.compile(
    r"(?:位[列居])?(?:全[球国省市县区州]|世界|中部|西部)(?:排名)?第[\d一二三四五六七八九十]{1,3}[位名]?"
)
_BEHIND_FIGURE = re.compile(
    r"\d[^，。；]{0,10}，(?:总量|规模|增速|增幅|均|稳|继续|跃升?至?)*(?:位列|位居|排名?|居|列|跃居|排在)?“?$"
)
# 竞争力排名中前移3位, 由全省第87位前移至|第62位: a move is no rank
_MOVE = re.compile(r"(?:前移|上升|前进|提升|晋升|提高)了?(?:\d+|[一二两三四五六七八九十]+)[位名个]")
_MOVED_TO = re.compile(r"[由从][^，。；]{0,8}第[^，。；]{1,8}(?:移|升|进|到|至)+$")
_HOSPITAL = re.compile("三(?:级|甲)(?:甲等|乙等)?(?:综合|专科|中医)?医院")  # a kind of house, where nobody becomes one
_BECOMES = re.compile(
    "(?:创|晋|升|评|为|成|过|获|达到|挂牌|列入|等级)[^，。；]{0,6}$|^”?(?:[^，。；]{0,4})?(?:评审|复审|验收|创建|标准|称号|行列)"
)
_ANY_FROM = re.compile("(?:国家级|省级|市级|县级)(?:及以上|以上)")  # 培育|省级以上龙头企业
_MORE = re.compile("(?:一批|更多|若干|各类|多个|多家)“?$")
# 7个村获评|省级美丽村庄, 5家单位获|省级先进单位: which ones, nobody says
_BY_SO_MANY = re.compile(
    r"[，。；、！？：\n](?:另有|其中|全[市县区州]|我[市县区])?(?:\d+|[二两三四五六七八九十]+)(?:余|多)?[个家](?:县（市、区）|县（市）|[一-龥]{0,6}"
    r"(?:乡镇|村|社区|街道|县|区|镇|乡|单位|企业|学校|医院|园区|景区|部门|屯|项目|合作社|农场|产品))(?:（[一-龥、]{1,6}）)?"
    r"(?:被|分别|均|成功|全部|先后|新|已)*(?:命名为|评为|获评为?|获批为?|获得?|荣获|创建为?|创成|入选|入围|晋升为?|认定为|列为|列入|成为|跻身|通过)了?“?\Z"
)


def of_nobody(clean: str, m: Mention) -> bool:
    """Whether an honour is a kind of them, or one that nobody named has."""
    if _RANK_OF_SUM.search(clean, m.start, m.end) or clean.endswith("产线", m.start, m.end):  # 国内首条|石墨烯生产线
        return True
    if _BARE_RANK.fullmatch(clean, m.start, m.end) and _BEHIND_FIGURE.search(clean, max(0, m.start - 30), m.start):
        return True
    if _MOVE.search(clean, m.start, m.end) or _MOVED_TO.search(clean, max(0, m.start - 24), m.start):
        return True
    if _ANY_FROM.match(clean, m.start, m.end):
        return True
    if _HOSPITAL.fullmatch(clean, m.start, m.end):
        return not _BECOMES.search(clean[max(0, m.start - 12) : m.start]) and not _BECOMES.match(
            clean[m.end : m.end + 8]
        )
    if _BY_SO_MANY.search(clean[max(0, m.start - 32) : m.start]):
        return True
    return bool(_MANY.match(clean, m.end) or _MORE.search(clean, max(0, m.start - 4), m.start))
