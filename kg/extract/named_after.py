"""Places in a title that are only part of another name: the 宁德 of 宁德时代, the 上海 of 上海大学.

What is built somewhere by a company, school or paper that is named after its own city lies in that other place.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.ontology import load_lexicon

_LONGEST = 10  # characters of a listed company's name
# listed companies whose name behind the place is a plain word: 西安旅游, 海南发展 in a title are rather the trade
_PLAIN = frozenset(
    {"旅游", "发展", "港", "机场", "高速", "文旅", "交通", "文化", "金融", "环境", "能源", "农业", "建设", "教育"}
)
_TRADE = (
    "啤酒|重工|重汽|钢铁|铝业|钨业|铜业|锂业|钼业|稀土集团|化工|石化|电气|电器|光电|汽车|客车|机车|药业|制药|乳业|酒业|白药|电力"
    "|城建|建工|建科|路桥|交建|交工|城投|交投|建投|国投|产投|水务|燃气|航空|航天|中车|传媒|科技|银行|证券|信托|保险|地铁集团"
)
_FIRM = re.compile(
    rf"[一-龥]{{0,2}}(?:{_TRADE})(?!产业|城|园|港|小镇|集群|行业|企业|展|制造|大道|大会|论坛|创新|大学|学院)"
)
_SCHOOL = re.compile(
    r"[一-龥]{0,6}?(?:大学|学院|职校|研究院|附属医院|日报|晚报|电视台|卫视|商会|同乡会)(?!城|生|路|科技园)"
)
_LEGAL = "(?:有限公司|有限责任公司|股份|集团|控股|公司)"
# no verb nor joining word stands between a place and the legal form of what is called after it
_LEGALLY = re.compile(
    rf"[^，。；：、！？\s“”与和同在赴引签来落开投建获有是将为的及]{{2,12}}?{_LEGAL}(?!.{{0,4}}[总分]部)"
)
_WORKS = r"(?:[一-龥]{0,4}?(?:基地|工厂|产线|生产线|分公司|公司|总部|园|厂|工程|项目))"
_OTHER = frozenset(
    {"产业", "项目", "新区", "首个", "重点", "援建", "对口", "企业", "客商", "投资", "支持", "帮扶", "支援"}
)
_HAN = re.compile("[一-龥]{2}")
_KIND = tuple("省市县区州盟旗镇乡")


def borrowed(title: str, start: int, end: int, others: Collection[int], clean: str) -> int:
    """Where the name of a company, school or paper ends that begins with a place of a title; 0 for any other place.

    Args:
        title: the line in which the place stands.
        start: where its name begins.
        end: where it ends.
        others: where the names of the other places of the line begin.
        clean: the text, which may write the company's name in full.

    Example:
        For the 重庆 of “重庆长安汽车南京基地投产” that of 汽车; for that of “重庆南岸汽车项目投产” 0.
    """
    if _is_full(title[start:end]):
        return 0
    companies = load_lexicon().names("enterprises")
    for stop in range(min(start + _LONGEST, len(title)), end + 1, -1):
        if title[end:stop] not in _PLAIN and (title[start:stop] in companies or title[end:stop] in companies):
            return stop
    if _three_characters(title, start, end, clean):
        return end + 1
    if end in others:
        return 0
    if named := _FIRM.match(title, end) or _SCHOOL.match(title, end):
        return named.end()
    core = _HAN.match(title, end)
    if core is None or core[0] in _OTHER or end + 1 in others:
        return 0
    if core.end() in others and re.match(rf"[一-龥]{{2,4}}?{_WORKS}", title[core.end() :]):
        return core.end()
    if clean.count(title[start : core.end()]) < 2:  # the title itself
        return 0
    return core.end() if re.search(rf"{title[start : core.end()]}[一-龥（）]{{0,14}}?{_LEGAL}", clean) else 0


def _three_characters(line: str, start: int, end: int, clean: str) -> bool:
    """Whether a listed company's name is one character longer, and the text tells its legal form: 新和|成."""
    name = line[start : end + 1]
    if line[end : end + 1] in _PLAIN or name not in load_lexicon().names("enterprises"):
        return False
    return re.search(rf"{re.escape(name)}[一-龥（）]{{0,14}}?{_LEGAL}", clean) is not None


def _is_full(name: str) -> bool:
    """Whether a name says what kind of division it is: 松泉市, 攸县, 凉山州; not 泉州, the 泉州 of 泉州日报."""
    return name.endswith(_KIND) and not (len(name) == 2 and name.endswith("州"))


def of_firm(clean: str, start: int, end: int) -> bool:
    """Whether a short name of a place only begins that of a company: the 浙江 of 浙江明澈集团, the 上海 of 上海电气."""
    if _is_full(clean[start:end]):
        return False
    companies = load_lexicon().names("enterprises")
    for stop in range(min(start + _LONGEST, len(clean)), end + 1, -1):
        if clean[end:stop] not in _PLAIN and clean[start:stop] in companies:
            return True
    if _three_characters(clean, start, end, clean):
        return True
    return any(shape.match(clean, end) is not None for shape in (_FIRM, _LEGALLY))
