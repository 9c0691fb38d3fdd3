"""Parks, towns and resorts that a text treats as one project, and parks of a list that were taken for firms.

Example: 投资25亿元的白鹭温泉小镇 and 白鹭食品产业园项目 are projects, in every sentence of the document. No example:
白鹭产业园项目6个, 白鹭经开区项目: what is built there is many things.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from kg.ontology import load_lexicon
from kg.resolve.heads import either, zone_words
from kg.resolve.names import canonical
from kg.types import Mention

_PAID = re.compile(
    r"投资(?:额|总额)?(?:约|近|达|超|超过)?[\d.]+(?:余|多)?[亿万]元?(?:人民币)?(?:以上)?(?:建设|打造|兴建|新建)?的$"
)
# …产业园项目， but not …产业园项目6个, 项目建设如火如荼, 项目入驻, 项目已签约12个, 项目开工率
_PROJECT = re.compile(
    r"”?(?:（[^（）]{2,20}）)?(?:[一二三首]期)?(?:开发|建设|改造)?项目"
    r"(?!(?:已|签约|开工|落户|由)[^，。；、]{0,6}?\d+(?:余|多)?[个家项]|(?:签约|开工)率)"
    r"(?=[，。；、）”\n]|位于|选址|总投资|计划|占地|规划|开工|签约|落户|奠基|由|分[一两二三四]期|是|已|正|和|及|与|等)"
)
_ROOFED = re.compile("”?(?:（[^（）]{2,20}）)?(?:主体|结构|工程|全面|已经|已|顺利|正式){0,3}封顶")  # what has a roof
_OF_PROJECTS = re.compile(
    r"(?:[和及与][^，。；：、\n]{2,40})?(?:、[^，。；：、\n]{2,40}){0,8}等(?:\d+|[一二两三四五六七八九十]+|一批|多)?(?:个|大)?"
    "(?:重点|重大|优质|签约|招商|招商引资|文旅|旅游|产业|工业|特色|亿元以上|百亿级?){0,3}项目(?!入驻|用地|征|拆)"
)
# 项目分别为甲，乙; 项目有：甲，乙; 项目有甲、乙; not 项目有序推进，甲、乙
_NAMED = re.compile(
    r"项目(?:[，：]?(?:分别为|分别是|主要有|主要包括|包括)|[，：]?[有为是]：)[^。；\n]{0,120}$"
    r"|项目[有为是](?![序力望效条利机王主])[^，。；\n]{0,120}$"
)
# 提质改造|白鹭景区: the grounds are the work
_RENEWED = re.compile("(?:提质改造|改造提升|提升改造|升级改造|改造升级|改扩建|扩建|续建)了?$")
# 二、新开工项目12个。甲；|白鹭产业园|；乙: the label of a line whose items are works
_LABEL = re.compile(
    r"[ \u3000]*(?:（?[一二三四五六七八九十\d]{1,3}(?:）|[、.．]))?[ ]*(?:[一-龥]{2,6})?"
    r"(?:续建|新建|新开工|开工|竣工|建成|投产|储备|谋划|前期|重点|重大|签约|在建|拟建)(?:类|建设)?项目"
    r"(?:（?(?:共|计)?\d+[个项]）?)?(?:。|：)"
)
_ITEM_BEGINS, _ITEM_ENDS = frozenset("。；：、"), frozenset("；、，。（\n")
# 落户|白鹭产业园, 白鹭产业园|内: where other things are
_LIES_IN = re.compile("(?:位于|坐落于|坐落在|落户|落户于|落户在|入驻|落地|在|进驻|迁入)$")
_WITHIN = re.compile("”?(?:内|里|管委会|企业|入园|入驻|引进|引入)")
# 石桥灯具、白鹭家具|等工业园: parks that share their head word
_PARKS = (
    r"(?:、[^，。；：、\n]{2,8}){0,6}等(?:\d+|[二三四五六七八九十])?(?:个|大)?(?P<head>HEADS)"
    "(?![区内里外的中重龙骨上规]|[^，。；、]{0,6}企业|入驻|运营)"
)


def as_built(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with zones that are built as a whole as projects, and listed parks as zones."""
    zones = [m for m in mentions if m.type == "Zone"]
    whole = {m.key for m in zones if _is_project(clean, m)} - {m.key for m in zones if _is_place(clean, m)}
    return [replace(m, type="Project") if m.type == "Zone" and m.key in whole else _park(clean, m) for m in mentions]


def _is_project(clean: str, m: Mention) -> bool:
    """Whether the sentence has the money, the word or the list of projects for a park, a town or a resort."""
    if clean.endswith("景区", m.start, m.end):
        return _RENEWED.search(clean, max(0, m.start - 6), m.start) is not None
    if m.rule == "zone:known" or not canonical(clean[m.start : m.end]).endswith(_heads()):
        return False
    if _PAID.search(clean, max(0, m.start - 24), m.start) or _PROJECT.match(clean, m.end):
        return True
    if _OF_PROJECTS.match(clean, m.end) or _ROOFED.match(clean, m.end):
        return True
    if clean[m.start - 1 : m.start] in _ITEM_BEGINS and clean[m.end : m.end + 1] in _ITEM_ENDS:
        line = clean.rfind("\n", 0, m.start) + 1
        if (label := _LABEL.match(clean, line)) and label.end() <= m.start:
            return True
    listed = clean[m.start - 1 : m.start] in tuple("、，：为是有") and clean[m.end : m.end + 1] in tuple("、，。；")
    return listed and _NAMED.search(clean, max(0, m.start - 130), m.start) is not None


def _is_place(clean: str, m: Mention) -> bool:
    """Whether the sentence tells what is in a zone."""
    return (_LIES_IN.search(clean, max(0, m.start - 4), m.start) or _WITHIN.match(clean, m.end)) is not None


def _park(clean: str, m: Mention) -> Mention:
    """石桥灯具 of 石桥灯具、白鹭家具等工业园 is a park, no firm."""
    if m.type != "Enterprise" or ":known" in m.rule or ":lexicon" in m.rule or m.end - m.start > 8:
        return m
    found = _parks().match(clean, m.end)
    if found is None or clean.endswith(("公司", "集团", "科技", "股份"), m.start, m.end):
        return m
    return replace(m, type="Zone", key=canonical(clean[m.start : m.end] + found["head"]))


@functools.cache
def _heads() -> tuple[str, ...]:
    """The words that a name of such a park, town or resort ends with."""
    rows = load_lexicon().rows("zone_heads")
    parks = (row["name"] for row in rows if row["kind"] in ("park", "town") and row["name"] != "园区")
    return (*zone_words("resort"), *parks)


@functools.cache
def _parks() -> re.Pattern[str]:
    """The end of a list of parks, with the head word that they share."""
    rows = load_lexicon().rows("zone_heads")
    ends = zone_words("industrial")
    heads = {r["name"] for r in rows if r["kind"] in ("park", "dev") and r["name"].endswith(ends)}
    return re.compile(_PARKS.replace("HEADS", either(heads)))
