"""Things of which a text tells how many: 新建保障性租赁住房3000套, 公交首末站3个 name none of them."""

from __future__ import annotations

import functools
import re

from kg.ontology import load_gazetteer
from kg.resolve.heads import list_words
from kg.resolve.places import is_division
from kg.types import Mention

_NUMBER = r"(?:约|近|超过?|达到?|共|逾)?(?:\d[\d.,]*[万千百]?|[二两三四五六七八九十百]+)(?:余|多)?"
_MEASURE = "(?:套|个|户|座|间|公里|千米|亩|公顷|平方米|平米|处|所|家|盏|条|台|辆|栋|幢|根|块)"
_SO_MANY = re.compile("”?" + _NUMBER + _MEASURE)
_THOSE = re.compile("(?:示范|精品|特色|样板)(?:村庄?|点|户|乡镇)")  # 美丽乡村|示范村76个
_COUNTED_BEFORE = re.compile(rf"(?<!第){_NUMBER}{_MEASURE}(?:以上)?$")
# 公交首末站|3个, and nothing behind it that is counted: 酒店综合开发|3个项目
_SEVERAL = re.compile(
    r"(?:约|近|超过?|达到?|共)?(?:[2-9]|\d{2,}|[二两三四五六七八九十]+)(?:余|多)?(?:个|座|所|处|家|套|栋|台|间|对)(?=[、，。；）和及与\n]|以上|$)"
)
_WORKS_COUNTED = re.compile(r"(?:建设)?项目[约近超共]?(?:[2-9]|\d{2,})(?:余|多)?[个项]")  # 老旧管网|项目86项
_COUNTED_WORKS = re.compile(r"(?:重点|重大|产业|工业|建设)*项目\d+余?[个项]")  # 1.竣工|项目22个
_MEMBERS = re.compile("(?<=[^个座所处家套栋台间对])[、和]$")  # 东湖、西湖、|南湖公园3个
# 谋划一批通用机场、|支线管网|、抽水蓄能项目
_SOME = re.compile(r"(?:一批|若干|一系列|各类|多个)(?:[一-龥\dA-Za-z]{2,10}、){0,5}(?:[一-龥\dA-Za-z]{2,10}[和及])?$")
_NAMED_OF_THEM = re.compile("[^，。；：]{0,40}?等")
# 永久性蔬菜基地|5.2万亩; 200万吨/年对二甲苯|等32套装置
_FIELDS = re.compile(r"\d[\d.]*万?余?亩")
_LINES = re.compile(r"(?:、[^，。；、]{2,14}){0,6}等[^，。；、]{0,4}(?:生产线|产线)\d+条")  # 煤矸石制砖|等生产线11条
_UNITS = re.compile(r"(?:、[^，。；、]{2,14}){0,6}等\d+套")
# 加快送出线路、|升压站等配套工程; 标准厂房、|变电站等基础设施
_FACILITIES = re.compile(
    "(?:、[^，。；、]{2,8}){0,5}等[^，。；、]{0,4}(?:配套工程|配套设施|基础设施|公共设施|附属设施|便民设施)"
)
# 甲石材（投资3亿元，|年产板材200万平方米|）: what is made, in a bracket or a clause of its own
_MADE_A_YEAR = re.compile(
    r"(?:年|日|月)(?:均)?(?:产|处理|加工|屠宰|出栏|供水|生产)[^，。；、（）\d]{0,12}\d[\d.]*[余多]?[百千万亿]?[^，。；、（）\d]{1,3}"
)
_CLAUSE_ENDS = ("，", "。", "；", "）", "、", "\n")
_BARE = 5  # characters of a name that says only what kind of facility it is


@functools.cache
def _things() -> re.Pattern[str]:
    """What is built or sown by the number, at the end of a name: 住房, 农田, 卫生室."""
    return re.compile(rf"(?:{list_words('counted')})$")


def is_quantity(clean: str, m: Mention) -> bool:
    """Whether a programme or project is a kind of things with their number, or one of some kinds.

    Example: 新建廉租房4000套; 一批通用机场、支线管网项目; 升压站等配套工程; 甲厂（日产菌棒6万棒）.
    No example: 完成棚户区改造4000户, whose end
    says what is done; 建成东湖、西湖、南湖公园3个; 一批白鹭机场、青山大桥等项目, which are named.
    """
    if m.type == "Program":
        before = _COUNTED_BEFORE.search(clean, max(0, m.start - 12), m.start)
        those = _THOSE.match(clean, m.end)
        counted = before or _SO_MANY.match(clean, those.end() if those else m.end)
        return counted is not None and _things().search(clean, m.start, m.end) is not None
    if m.type == "Project" and _COUNTED_WORKS.fullmatch(clean, m.start, m.end):
        return True
    if m.type != "Project" or ":numbered" in m.rule:
        return False
    if (_SEVERAL.match(clean, m.end) or _WORKS_COUNTED.match(clean, m.end)) and not _MEMBERS.search(
        clean, max(0, m.start - 2), m.start
    ):
        return True
    made = _MADE_A_YEAR.fullmatch(clean, m.start, m.end) is not None
    if made and clean[m.start - 1] in "，、（" and clean.startswith(_CLAUSE_ENDS, m.end):
        return True
    if _LINES.match(clean, m.end):
        return True
    if clean[m.start].isdigit() and _UNITS.match(clean, m.end):
        return True
    if clean.startswith("基地", m.end - 2) and _FIELDS.match(clean, m.end) and not _place_in(clean[m.start : m.end]):
        return True
    bare = m.end - m.start < _BARE and not any(c.isascii() for c in clean[m.start : m.end])
    if bare and _FACILITIES.match(clean, m.end) and not _place_in(clean[m.start : m.end]):
        return True
    some = _SOME.search(clean, max(0, m.start - 60), m.start)
    return some is not None and not _NAMED_OF_THEM.match(clean, m.end)


def _place_in(name: str) -> bool:
    """Whether a name begins with that of a place."""
    gazetteer = load_gazetteer()
    return any(is_division(name[:n], gazetteer) for n in (2, 3))
