"""The park that a feature portrays: its title or its text names one, and its paragraphs go on about 园区.

Example: 甲乙共建产业园发展纪实, whose text says 园区 again and again. No example: a park that a county's
text brings up, one that is being built (甲产业园开工).
"""

from __future__ import annotations

import re
from collections import Counter

from kg.extract.home_inner import OWN
from kg.extract.place_names import generic_names, ordinary_names, place_names, stem
from kg.ontology import Gazetteer
from kg.types import Ref

_HEAD = (
    r"(?:(?:产业|工业|科技|物流|合作|协作|创业|软件|化工|食品|共建|飞地|转移工业|循环经济)园区?|园区|(?:产业|工业)城"
    r"|(?:集聚|聚集|集中|合作|试验|示范|开发|高新|经开|保税)区|[数智药光芯云]谷|片区"
    r"|(?<![公校家花田庄果茶菜乐游物陵儿入进出全该本此一二两三四五六七八多建开扩兴强])园(?!区|林|艺|丁|内|里|外))"
)
_NAMED = re.compile(
    rf"[一-龥]{{2,8}}[（(][一-龥]{{2,6}}[）)][一-龥]{{0,6}}?{_HEAD}|[一-龥]{{2,4}}[—·－-][一-龥]{{2,12}}?{_HEAD}|[一-龥]{{2,14}}?{_HEAD}(?!域)"
)
_PARK = r"(?:园区|产业园|工业园|合作园|协作园|共建园|合作区|共建区|试验区|开发区|高新区|经开区|片区)"
# 走进园区, 去年，园区…: the park without its name
_BARE = re.compile(
    rf"(?:(?<![一-龥])|(?<=[在该这从向对为让以由据是于]))(?:走进|走近|走出|来到|行走|进入|目前|如今|围绕|整个|眼下|去年|今年|这[座个片])?{_PARK}"
    r"(?![一-龥]{0,3}(?:经济|等))"
)
# what stands before a name, and what is none: 位于|松泉产业园, 两地共建的|…, 标准化|产业园
_LEAD = re.compile(
    r"^.*(?:位于|坐落|走进|走近|来到|入驻|落户|进驻|建设|打造|推进|来自|探访|所在的|成立|设立|依托|聚焦|[的在从到向与为把是进对了]|和(?![田平县顺林龙静硕政]))(?=.)"
)
_NO_NAME = re.compile(
    rf"^(?:[一二两三四五六七八九十几多\d]+[个座家大]|[个座家]|这[座个片里]|该|此|本|各|全|整个|国家级?|[省市县]级|首个?|现代化?|标准化?|经济|技术|高新|产业|工业|综合|农业|科技|新|老|大|小|电商|物流|飞地|园中园|专业|特色|新型|绿色|智慧|零碳|共建|合作|南北|千亿级?|百亿级?|高标准|一流|示范)*{_HEAD}$"
)
_WORK = re.compile(
    rf"{_HEAD}[”]?(?:[一二三]期)?(?:建设)?(?:正式|全面|顺利)?(?:项目|工程|开工|动工|奠基|封顶|签约|竣工|投产|投用|揭牌|开园|落户|落地|启动)"
)
_OF_WORK = re.compile(r"(?:该|本|整个)项目|项目(?:总投资|计划投资|建成后|全部建成|占地|一期)")
_SHORTEST = 4  # characters of a name, at least
_TIMES = 3  # that a text says 园区 without a name, at least
_TOLD = 5  # times that it says so or names the park, together


def park_portrayed(title: str, below: str, clean: str, gazetteer: Gazetteer) -> Ref | None:
    """The Zone that a feature with this title, and the line `below` it, portrays: a title that names none may do."""
    line = f"{title}，{below}"
    if _WORK.search(line) or len(_OF_WORK.findall(clean)) > 1:
        return None
    bare, own = len(_BARE.findall(clean)), sum(1 for m in OWN.finditer(clean) if m["kind"] != "省")
    if bare <= own:
        return None
    names = _names(clean, gazetteer)
    told = [name for name in names if name in line]
    if _of_others(line, told, clean[clean.find("\n") + 1 :], gazetteer):
        return None  # 松泉县：甲产业园起势
    best = max(told or names, key=lambda n: (names[n], len(n)), default="")
    if not best or bare + names[best] < _TOLD or (bare < _TIMES and not told):
        return None
    rivals = [n for n in names if n != best and n not in best and best not in n]
    lies = re.search(rf"{re.escape(best)}，?(?:位于|坐落|地处)", clean)  # within another park, maybe
    if (
        not told
        and 2 * len(re.findall(rf"(?:首个|(?:一体|首[个家批]|最大|领先)[^，。；]{{0,6}}的){re.escape(best)}", clean))
        >= names[best]
    ):
        return None  # 全省首个直播电商产业园: what it is, not how it is called
    if not (told or lies) and any(2 * names[n] > names[best] + 1 for n in rivals):
        return None
    return Ref("Zone", best)


def _of_others(line: str, told: list[str], body: str, gazetteer: Gazetteer) -> bool:
    """Whether a title names a place of the text otherwise than right before the park: 松泉县甲产业园."""
    for name in told:
        before, _, behind = line.partition(name)
        line = f"{before[: max(map(before.rfind, '，：—“'), default=-1) + 1]}，{behind}"
    named = (hit for hit in place_names(line, gazetteer) if hit.name not in ordinary_names() | generic_names())
    return any(len(hit.name) > 1 and stem(hit.name) in body for hit in named)  # not the 三江 of 三江口


def _names(clean: str, gazetteer: Gazetteer) -> Counter[str]:
    """The names of parks that stand twice or more, and how often; the words before a name are no part of it."""
    runs = [_LEAD.sub("", m[0]) for m in _NAMED.finditer(clean)]
    alone = {run for run in runs if len(run) >= _SHORTEST and not _NO_NAME.match(run)}
    names: Counter[str] = Counter()
    for run in runs:
        twice = [n for start in range(len(run)) if (n := run[start:]) in alone and clean.count(n) > 1]
        if twice:
            led = next((n for n in twice if any(h.start == 0 for h in place_names(n, gazetteer))), twice[0])
            names[led] = clean.count(led)
    return names
