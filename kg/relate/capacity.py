"""Capacity of projects: what one makes, treats, stores or holds, by its name or by the clauses about it.

年产5万吨碳酸二甲酯, 日处理垃圾1200吨, 装机容量15万千瓦, 总库容1.2亿立方米, 床位1200张. Money and shares are none
(年产值35亿元), and what several projects have together belongs to none of them (新建甲学校、乙学校，新增学位4200个).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.relate.scenery import goes_on_about, said_again
from kg.relate.stage_things import outermost
from kg.scan import after_last
from kg.types import Attribute, Mention, Sentence

_NAME = re.compile(
    r"日(?:处理|供水)(?:能力)?(?:约|近|达|超)?\d[\d.]*万?(?:吨|立方米|方|头)"
    r"|(?:年(?:产|处理|加工|生产|销售|屠宰|出栏|吞吐)|日(?:产|加工))(?:能力)?(?:约|近|达|超)?\d[^，。；：！？、（）”]{1,24}?"
    r"(?=项目|加工(?:项目|基地|厂)|生产|基地|工程|建设|产线|扩|技改|改造|搬迁|[，。；：！？、（）”]|$)"
    r"|(?<![\d.])\d[\d.]*(?:万?吨(?!级|改|扩|技改)|[万亿](?:套|台|件|辆|片|只|支|米|羽|头)|[万亿]平方米(?=[^，。；、园区城\d]{1,14}(?:膜|板|砖|玻璃|布|纸|箔|革|毯|面料)(?!产业|[城园])))(?:/年)?(?!以上)[^，。；：！？、（）”\d]{2,16}?"
    r"(?=项目|生产|基地|工程|建设|产线|扩|技改|改造|搬迁|[，。；：！？、（）”]|$)"
    r"|(?<=[期线厂矿])\d[\d.]*(?:万?吨|[万亿](?:套|台|件|辆|片|只))(?=项目|工程|扩建|改扩建|技改|改造|$)"
    r"|(?<![\d.])\d[\d.]*[万亿](?:标准|标)?(?:立方米?|方)(?!以上)(?:/[年日天])?|\d[\d.,]*万?[个架]?(?:标准)?机[柜架]|(?:床位)?\d[\d.,]*张床位|床位\d[\d.,]*张"
    r"|(?:\d+[×xX*])?\d+(?:\.\d+)?(?:万千瓦时?|兆瓦时?|MWp?|万标箱|GWh|GW|万?吨级)"
)
_POWER = re.compile(
    r"(?:\d+[×xX*])?\d+(?:\.\d+)?(?:万千瓦|兆瓦)(?!时)(?=机组|全容量|并网|完成|建成|开工|投产|投运|项目|工程|$|[，。；、])"
)  # 甲风电|50兆瓦并网
# 甲污水处理厂一期|（1.5万吨/日）, 甲路|（6.3公里）; not （1.5万吨）, which may be what is spent or sold
_IN_BRACKETS = re.compile(
    r"(?:项目|工程)?（((?:全?长)?(?:约)?\d[\d.]*万?(?:(?:吨|立方米|方)/[日天年]|千瓦|兆瓦|公里|千米))[）、，]"
)
_WORK = (
    r"(?:回收利用|综合利用|熔化|熔|接卸|维修|检修|检测|组装|装配|仓储|冷藏|冷冻|储存|储气|回收|利用|生产|加工|处理|处置|产|供水|供热|供气|供汽|供蒸汽|供电|供应|发电|出栏|存栏|屠宰|吞吐|焚烧|转运|中转|周转|消纳|拆解"
    r"|养殖|繁育|灌装|封装测试|封装|封测|测试|制造|涂装|印刷|酿造|压榨|提纯|精炼|炼化|合成|孵化|烘干|清洗|检验|运送|印染|冶炼|洗选|输送|输气|输油|引水|调水|取水|制氢|分拣|通过|培训)"
)
_LEAD = r"(?:约|近|达到|达|超过|超|逾|突破|可达|可|为|到|各|：|每[日天年]){0,3}"
_SIZES = (
    "(?:万?吨|立方米|方|头|羽|只|尾|箱|标箱|TEU|千瓦|兆瓦|吉瓦|GWh?|MWh?|套|台|件|辆|片|米|升|人次|人|亿颗"
    "|m[3³](?:/[dhs])?|t(?:/[dha])?)"
)
_NUMBER = r"(?<![\d.,])\d[\d.,]*[余多]?[十百千万亿]{0,3}"
# 由200套提升|至450套
_RAISED = rf"(?:[由从](?:原来的?|目前的?|现有的?)?{_NUMBER}[^，。；：\d]{{1,8}}?(?:提升|提高|增加|扩大|增长))?"
_MORE = (  # 年产电芯10GWh、模组3GWh; 年产电芯10GWh，储能系统5GWh，年产值9亿元: the worth is none
    rf"(?:、\d[\d.]*[万亿]?{_SIZES}[^，。；、：\d（）的元]{{1,12}}"
    r"|、(?![^，。；、]{1,20}元)[^，。；：、\d（）]{1,16}\d[^，。；：、（）的]{1,12}"
    r"|，(?![年总可]|达产|预计|实现|带动|新增|提供|吸纳|解决|创造|安排|其中|建|用|占|投|产)[^，。；：\d（）元]{2,24}\d[\d.]*[万亿]?"
    rf"{_SIZES}(?=[，。；、\n])){{0,6}}"
)
_SAID = re.compile(
    rf"(?:每|单)?(?:年|日|天|月|小时)[可均]?{_WORK}(?!值|税|利|业)(?:总?能力|规模|总?量)?{_RAISED}{_LEAD}[^，。；：！？（）\d的]{{0,12}}?{_LEAD}{_NUMBER}[^，。；：！？（）、的]{{1,20}}?"
    rf"(?=[，。；：！？（）、的”\n]|以上|左右|$){_MORE}"
    rf"|总?装机(?:总)?(?:容量|规模)?{_LEAD}(?:\d+[×xX*])?{_NUMBER}(?:千瓦时?|兆瓦时?|MWp?|GWp?|吉瓦)"
    rf"|(?:设计|规划|核定|新增|总|年|日|最大|供水|供热|供气|污水|垃圾|货物|旅客){{0,3}}"
    rf"(?:总规模|建设规模|设计规模|接卸能力|维修能力|检测能力|接待能力|保障能力|供电能力|发电能力|储能规模|吞吐量|吞吐能力|通过能力|处理能力|处理规模|供水能力|供水规模|供热能力|运力|生产能力|加工能力|屠宰能力|产能|库容|仓容|仓储能力|冷藏能力)"
    rf"(?:[由从](?:原来的?|目前的?|现有的?)?(?:每[日天年])?{_NUMBER}{_SIZES}(?:/[日天年])?(?:提升|提高|增加|扩大|增长|增)[到至])?"
    rf"{_LEAD}{_NUMBER}{_SIZES}(?:/[日天年])?"
    rf"|(?:设计|核定|年|日){{0,2}}(?:通过能力|吞吐能力){_LEAD}(?:车辆|旅客|货物|集装箱|汽车){_NUMBER}[^，。；、\d]{{1,4}}"
    rf"|(?:停车位|车位|床位|学位|泊位|机位){_LEAD}{_NUMBER}[张个]|(?<![\d.,]){_NUMBER}[张个](?:停车位|车位|床位|学位|泊位|机位)"
    rf"|客房{_LEAD}{_NUMBER}(?:余)?间|(?<![\d.,]){_NUMBER}间(?:标准)?客房"
    rf"|{_NUMBER}个?\d[\d.]*万?吨级[^，。；、\d]{{0,6}}泊位"
    rf"|(?:标准)?机[柜架]{_LEAD}{_NUMBER}[个架]"
    rf"|(?<=可)(?:入驻|承载|停放|存放|接待)[^，。；：\d]{{0,8}}{_NUMBER}[^，。；：、的\d%元]{{1,6}}(?=[，。；、\n])"
    rf"|(?:(?<=[，（])长|全长|总长度?|治理(?:河道|河段)?(?:长度|河长)|主线长|线路长度?){_LEAD}\d[\d.,]*(?:公里|千米|米)(?:，(?:连接线|支线|引线)(?:全?长)?{_LEAD}\d[\d.]*(?:公里|千米|米))?"
    rf"|规模{_LEAD}{_NUMBER}(?:万?吨|立方米|方|千瓦|兆瓦|头|羽)(?:/[日天年])?"
    rf"|(?:办学|设计|开办|招生)?规模{_LEAD}(?:\d{{1,2}}轨(?:制)?)?\d{{1,3}}个?(?:教学)?班(?!级|组|次)"
    r"|(?<=[，（])\d{1,3}个?(?:教学)?班(?=[，）])"
    rf"|(?<=设)\d{{1,3}}个班(?!级|组|次|子)|\d{{1,3}}个教学班(?:、学位{_NUMBER}个)?"
    rf"|(?<=形成){_LEAD}(?:年产)?{_NUMBER}{_SIZES}(?:/年)?[^，。；、\d]{{0,10}}?(?:产能|生产能力|的能力)"
    rf"|{_NUMBER}(?:PFLOPS|EFLOPS|P)的?(?:智能)?算力"
    rf"|容纳[^，。；：\d]{{0,8}}{_NUMBER}(?:人|名|户|家|个教学班|个班|辆|个(?=[，。；、\n]))[^，。；：、的]{{0,8}}(?:、\d[\d.]*万?[余多]?[人名][^，。；：、的\d]{{0,6}})?"
    rf"|{_NUMBER}{_SIZES}/[年日天][^，。；、：\d的]{{2,14}}?(?:装置|生产线|产线)"
)
# one of these is in whatever _SAID finds, since its search is slow
_HINTS = re.compile(
    r"客房|[产处位熔卸修封造印榨纯炼化合烘洗验送染测冷储供电栏转输拣过]|装机|算力|运力|库容|仓容|容纳|能力|规模|个班|教学班|吞吐|机柜|机架|组装|装配|全长|总长|治理|线长|线路长|可入驻|可承载|可停放|可存放|可接待|利用|加工|[年月日天时][可均]?(?:回收|屠宰|焚烧|消纳|拆解|养殖|繁育|灌装|涂装|引水|调水|取水|制氢|培训)|，长|（长|装置|产线"
)
_BUILT_FOR = re.compile(r"[^；]{0,60}，(?:项目)?(?:主要|拟|计划|将|新)*(?:建设|新建|建|购置|形成)")
_GOES = re.compile(  # 年产5万吨玻璃生产线|正加紧建设
    r"(?:生产线|产线|项目)?(?:正(?:在|加|抓|紧|式)|尚[在未]|加快|加紧|已[于经]?|即将|顺利|建成|投产|竣工|开工|下线)[^，。；]*$"
)
_ENDS_SIZE = re.compile(rf"\d[\d.]*[万亿]?{_SIZES}$")
_NONE = re.compile(r"元|%|产值|税|收入|增长")
_ADDED = re.compile(
    r"(?<!后)(?<!后可)(?<!后将)(?<!后，)新增[^，。；、\d]{0,6}$"
)  # 新增学位: of all the schools named, or of the whole place
_OF_ALL = re.compile(r"(?:全[市县区省州旗盟镇]|我[市县区省州旗盟]|累计|(?<!公)共|合计|全行业)[^，。；]{0,8}$")
_GOES_ON = re.compile(  # what may stand between a project, or the start of a clause, and its capacity
    r"[”』》]?(?:（[^（）]*）)?[（：]?(?:该|本|此|目前|今年|年内|年底前?|力争|确保|要|现|项目|工程|电站|水库|厂区|园区|学校|医院|码头|机场|增容|扩容|扩建|改造|建成|投产|达产|达效|投用|启用|贯通|通车|通航|运营|竣工|拟?投资\d[\d.]*[万亿]元|全部|全面|整体|完全|以?后|新增|增加|增设|预计|将|可|能|够|实现|形成|具备|具有|拥有|设计|规划|计划|总?投资\d[\d.]*[万亿]元，|年|总|、|每年|届时|满负荷|一期|二期|冷库|污水|单台|正常|条件下|时|提供|设置|设有|共设|设|建有|建设|新建|拟建|配备|配建|配置|办学|由原来的|从原来的|[一二两三四五六\d]{1,2}[条座台套]|正线|全线|路线|线路|道路|桥梁|隧道|主线|开放|核定|编制|已|达到|为|，)*"
)
# 年产5万吨的|Y, 全长21公里、投资7.6亿元的|Y; not 年产5万吨、检测2万件的|能力
_OF_NEXT = re.compile(r"(?:、[^，。；、：]{2,20}){0,2}的(?!生产|加工|处理|能力|产能|规模|年)")
_OF_PHASE = re.compile(r"([一二三四首]期)(?:工程|项目|建成后|投产后|达产后|可|将|形成|设计|规划|，)*$")
_OF_WHOLE = re.compile(r"(?:项目|工程)?(?:全部|整体|整个)")
_COUNTED = re.compile(
    r"等\d+余?[个项座所家条处]|\d+余?[个项座所家条处][^，。；]{0,8}(?:项目|工程|学校|医院)|等(?:项目|工程|一批)|一批"
)
_OPENS = re.compile(
    r"[“]?(?:据[^，。；]{1,10}，|[^，。；]{2,16}(?:介绍|表示|透露|指出)，)?(?:目前，)?(?:(?:该|此)(?:大?桥|路段|段|路|线|隧道|高速|铁路|公路|学校|校|医院|电厂|泵站|水厂)|(?:该|本|此|整个|这个|这一)?(?:项目|工程|基地|生产线|电站|水库|码头|园区|产业园|[^，。；]{0,2}厂)(?!化|部|库|数|经理|负责人|建设活动))"
    r"|(?:全部|一期|整体)?(?:达产|投产|建成|建成投产|投用|运营)(?:达产|达效|投产|使用|运行)?(?:以?后)"
)
_TIMES = re.compile(r"\d{1,2}[×xX*]$")  # 2×|200万吨选厂
_BARE_HEAD = re.compile(r"(?<=吨)(?:工程|项目|选厂|选矿厂|矿井|装置|产能)$")


def capacity_of_names(clean: str, mentions: Sequence[Mention]) -> Iterator[Attribute]:
    """What a project's name says itself: 年产3万吨…项目, 49兆瓦风电."""
    for m in mentions:
        if m.type != "Project":
            continue
        if c := _NAME.search(clean, m.start, m.end) or _POWER.match(clean, m.end):
            start = times.start() if (times := _TIMES.search(clean, m.start, c.start())) else c.start()
            value = _BARE_HEAD.sub("", clean[start : c.end()])
            yield _attribute(_whole(clean, mentions, m), value, start, "capacity.name")
        elif c := _IN_BRACKETS.match(clean, m.end):
            yield _attribute(m, c[1], c.start(1), "capacity.name")


def _whole(clean: str, mentions: Sequence[Mention], m: Mention) -> Mention:
    """The project that a line with no name but what it makes is built for: 甲制品项目投资6亿元，建设|年产3万吨产线."""
    if not clean.startswith(("年产", "日产", "日处理", "年处理"), m.start):
        return m
    before = [p for p in mentions if p.type == "Project" and p.end <= m.start]
    if not before or _BUILT_FOR.fullmatch(clean, before[-1].end, m.start) is None:
        return m
    return before[-1]


def capacity_of_clauses(
    clean: str, sentence: Sentence, mentions: Sequence[Mention], topic: Mention | None, *, titled: bool = False
) -> Iterator[Attribute]:
    """What a sentence says of its project, or of `topic` where it goes on about that one: 达产后可年产隔膜8亿平方米."""
    projects = [m for m in mentions if m.type == "Project"]
    opens = topic is not None and _opens(clean, sentence, topic)
    if not projects and not opens and (topic is None or not titled):
        return
    if not _HINTS.search(clean, sentence.start, sentence.end):
        return
    for found in _SAID.finditer(clean, sentence.start, sentence.end):
        start, value = found.start(), found[0].partition("|")[0].rstrip("、").removesuffix("产能")
        if over := next((m for m in projects if m.start < found.end() and m.end > start), None):
            head = clean[start : over.start]  # 甲公司年产5万吨Y投产
            if _ENDS_SIZE.search(head) and not _NONE.search(head):
                yield _attribute(over, head, start, "capacity.clause")
            continue
        value = _GOES.sub("", value)
        if _NONE.search(value):
            continue
        owner = _owner(clean, sentence, found, mentions, topic)
        part = _OF_PHASE.search(clean, max(sentence.start, start - 12), start)
        if owner is not None and part and part[1] not in owner.key:
            continue  # 甲厂一期产能5GWh
        named = any(m.type in ("Project", "Zone") and m.start < start for m in mentions)
        if owner is None and titled and not named and topic is not None and topic.type == "Project":
            owner = topic  # 4.甲公路。全长46公里，…
        if owner is not None:
            yield _attribute(owner, value, start, "capacity.clause")


def _opens(clean: str, sentence: Sentence, topic: Mention) -> bool:
    """Whether a sentence goes on about a topic: 该项目…, 达产后…, 电站总装机…"""
    return _OPENS.match(clean, sentence.start) is not None or goes_on_about(clean, sentence.start, topic)


def _owner(
    clean: str, sentence: Sentence, found: re.Match[str], mentions: Sequence[Mention], topic: Mention | None
) -> Mention | None:
    """年产5万吨…的Y: what follows; else the one project that the sentence has named so far, else what was spoken of."""
    projects = [m for m in mentions if m.type == "Project"]
    if of := _OF_NEXT.match(clean, found.end()):
        after = [m for m in projects if m.start == of.end()]
        if after:
            return None if clean[after[0].end : after[0].end + 1] in ("、", "和", "等") else after[0]
        if of[0] != "的":
            return None  # 全长21公里、投资7.6亿元的专用线, which nobody has named
    added = _ADDED.search(clean, max(sentence.start, found.start() - 10), found.start())
    if added and (len({m.key for m in projects}) != 1 or _COUNTED.search(clean, sentence.start, found.start())):
        return None
    if _OF_ALL.search(clean, max(sentence.start, found.start() - 12), found.start()):
        return None
    begin = max(sentence.start, clean.rfind("；", sentence.start, found.start()) + 1)
    clause = max(begin, clean.rfind("，", begin, found.start()) + 1)
    before = outermost([m for m in projects if begin <= m.start and m.end <= found.start()])
    if clean.startswith("|", found.start() - 1) and len({m.key for m in before}) == 1:
        return before[0]  # a cell of the row of a table
    if before:
        nearest = before[-1]
        own = max(begin, clean.rfind("，", begin, nearest.start) + 1)
        if clean.startswith("（", nearest.end) and "）" not in clean[nearest.end : found.start()]:
            item = after_last(clean, "、，", nearest.end, found.start())
            return nearest if _GOES_ON.fullmatch(clean, item, found.start()) else None  # 甲、乙（全长23公里）
        if any(m.key != nearest.key and m.start >= own for m in before):
            return None  # one of a list
        phase = topic is not None and nearest.key != topic.key and nearest.key.startswith(topic.key)
        if phase and _OF_WHOLE.match(clean, clause):
            return topic  # 一期投资12亿元，全部建成后年产5万吨
        lead = clean[max(nearest.end, clause) : found.start()]
        if _COUNTED.search(clean, nearest.end, found.start()) or not _GOES_ON.fullmatch(lead):
            return None
        return nearest
    begins = _OPENS.match(clean, clause) or (topic is not None and said_again(clean, clause, topic))
    if not begins and not _GOES_ON.fullmatch(clean, clause, found.start()):
        return None
    if topic is not None and topic.type == "Project" and _opens(clean, sentence, topic):
        return None if _COUNTED.search(clean, sentence.start, found.start()) else topic
    return None


def _attribute(owner: Mention, value: str, start: int, rule: str) -> Attribute:
    return Attribute(owner.ref, "capacity", value, start, start + len(value), rule, 1.0)
