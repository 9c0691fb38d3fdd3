"""Who does the work of a clause by the clause before: 明澈玻璃拟投资8亿元，|在我市建设…; 引进天工电气，|建设….

No example: 引进天工电气的配套企业，建设….
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import ACTORS, NEAR, Clause, View
from kg.relate.others_works import is_anothers, named_for_another
from kg.relate.owners import DOERS, PARENT, is_doer, undertaking
from kg.relate.stand_ins import GAP, INVESTED
from kg.types import Claim, Mention

# 石桥镇政府与明澈玻璃签约: who signs for the place builds nothing
GOVERNMENT = re.compile("(?:政府|管委会)$")
# 明澈玻璃拟投资8亿元，在我市新建…; 明澈玻璃落户高新区，主要建设…
_PAID = re.compile(r"投资|出资|斥资|落户|签约|合作|入驻|进驻|摘牌|竞得|牵手|携手|联手")
_BUSINESS = re.compile(
    r"(?:长期|一直|主要|专业|重点)*(?:深耕|主攻|专注于?|从事|主营|致力于|聚焦)|是[^，。；]{2,30}(?:企业|公司|厂家|制造商|供应商|生产商)，"
)
_BUILDS_ON = re.compile(
    r"(?:并|又|还|先后|相继|成功|已|目前|去年|今年|现已)*(?:建成|建起|新建|扩建|投建|上马|新上|正在(?:投资)?(?:建设|新建|打造))(?:了)?[“]?"
)
_BESIDES = re.compile("(?:并|同步|同时)*配套(?:新建|建设)(?:了)?[“]?")
_COOPERATES = re.compile("[^，。；]{0,20}合作，?$")  # 明澈玻璃与松泉县合作，|推进某基地前期工作
_ADVANCES = re.compile("(?:将|共同|合作|联合)*推进[^，。；、]{0,4}")
_OWNS = re.compile(r"(?:项目|建设|业主|投资|实施)(?:单位|方|公司|业主)[“]?$")
_SAYS = re.compile(r"[^，。；、]{0,14}(?:介绍|说|表示|告诉记者|透露)(?:说|道)?[，：]")
_SEAT = re.compile(
    r"(?:其中，)?(?:总部(?:设|位|坐落)?(?:在|于)|来自|注册地(?:在|为)|起步于|扎根)[^，。；、]{2,14}的[“]?"
)
_WITH = re.compile(r"[与同和][“]?$")
_AGREED = re.compile(r"[”]?(?:正式|成功|现场|视频|线上)*(?:签约|签[订署](?:了)?[^，。；、]{0,14}协议)，?")
_PARTNER = re.compile(r"(?:则|也|还|将|正)*(?:牵手|携手|联手|联合)[“]?")
_NEXT_BUILDS = re.compile(
    r"(?:并|将|又|再|还|拟|计划|主要|重点|先后|[今去]年|(?:追加|增资|增加)(?:投资)?[\d.]{1,8}余?[万亿]元|分[两三四五2-5]?个?(?:期|阶段)|共同|合作|合力|总?投资[\d.]{1,8}余?[万亿]元|在[^，。；、在\d]{1,14})*(?:新建|建设|建成|建起|兴建|扩建|投建|打造|实施|布局|启动|上马|新上)(?:了)?[^，。；、]{0,8}"
)
_TAKEN = re.compile(r"(?:引进|引入|招引|引来|签下|牵手|迎来|签约)(?:了)?[^，。；、]{0,6}[“]?$")
_INVESTS = re.compile(
    r"(?:20\d\d年(?:\d{1,2}月)?|去年|今年|前年)?(?:拟|将|计划|预计|并|还|也|同时|又)*(?:总)?(?:投资|出资|斥资|投建|投入|(?:共同|联合|合作|携手)(?:投资|出资|建设|打造|开发|运营|投建))"
)
# 明澈生物从事原料药生产，|正在建设的扩建项目…
_ITS_NEW = re.compile(
    r"(?:其|目前|现|如今|公司|企业)*(?:正在|在|新|新近|计划|拟|投资|[\d.]+亿元|[\d.]+万元|总投资)*(?:建设|实施|新建|扩建|兴建|推进|在建|投建)的[“]?"
)
# 明澈建工将|参与石桥大道、河口大桥等基础设施建设
_TAKES_PART = re.compile(r"(?:将|拟|计划|还|也|已|先后|积极|深度|全程|主要|重点|投资)*(?:参与|承担)(?:了|到)?[“]?")
_BUILT = re.compile(
    r"[”]?(?:等[^，。；、]{0,14}?)?(?:项目|工程)?的?(?:投资|开发|施工|工程)?(?:建设|施工|开发)(?=[，。；、并和等任]|$)"
)
_FOUNDED = re.compile(
    r"(?:成立|组建|设立|注册|新设)了?[^，。；、]{0,6}[“]?$"
)  # 合资成立某公司，投资建设某基地: it is that one


def carried(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """明澈玻璃牵头组建联合体，拟投资9亿元建设光伏基地: the subject of the clause before."""
    for before, clause in itertools.pairwise(clauses):
        project = clause.mentions[0] if clause.mentions else None
        if project is not None and project.type in ("Region", "Zone"):
            project = next((m for m in clause.mentions if m.type not in ("Region", "Zone")), None)
        if project is None or project.type != "Project" or project.start - clause.start > GAP:
            continue
        invests = _INVESTS.match(view.clean, clause.start) or takes_part(view, clause, clause.start, project)
        doers = view.subjects(before, DOERS) if invests else []
        if not doers and _ITS_NEW.fullmatch(view.clean, clause.start, min(project.start, clause.start + GAP)):
            doers = [m for m in view.governing(before, DOERS, 3) if m.type == "Enterprise"][:1]
        if not doers:
            doers = _paying(view, before, clause, project)
        if not doers and project.start == clause.start:
            doers = _portrayed(view, before) or _heard(view, before)
        if not doers and (
            _BESIDES.fullmatch(view.clean, clause.start, project.start)
            or (
                view.scene.text.document.kind != "report"
                and _BUILDS_ON.fullmatch(view.clean, clause.start, project.start)
            )
        ):  # news of a firm go on: 明澈金矿承担“深地”工程，建成提升系统
            doers = [m for m in view.governing(before, ACTORS, 3) if m.type == "Enterprise"][:1]
        if doers and PARENT.match(view.clean, doers[-1].end):  # 甲公司旗下乙公司与市政府签约，投资…: it is the second
            doers = [m for m in before.mentions if m.type == "Enterprise" and m.start >= doers[-1].end][:1]
        own = before.mentions[-1] if INVESTED.match(view.clean, clause.start) and before.mentions else None
        if (
            own
            and own.type == "Enterprise"
            and _FOUNDED.search(view.clean, max(before.start, own.start - 10), own.start)
        ):
            doers = [own]
        doers = [m for m in doers if m.type == "Enterprise" or not GOVERNMENT.search(m.key)]
        listed = [m for m in view.group(clause, project) if m.type == "Project"] if doers else []
        for doer, work in itertools.product(doers, listed[:NEAR]):
            others = is_anothers(view, work, doer) or named_for_another(view, clause, work, doer)
            stops = "的等" if doer is not doers[-1] else "的等、"  # 甲公司、乙公司分别投资…，建设丙、丁
            if is_doer(doer) and view.clean[doer.end : doer.end + 1] not in stops and not others:
                yield undertaking(view, doer, work, (before, clause), "carried")


def takes_part(view: View, clause: Clause, start: int, project: Mention) -> bool:
    """Whether what stands from `start` on tells a part in building a list of works: 参与甲、乙等工程建设."""
    if not _TAKES_PART.fullmatch(view.clean, start, project.start):
        return False
    return _BUILT.match(view.clean, view.group(clause, project)[-1].end, clause.end) is not None


def _paying(view: View, before: Clause, clause: Clause, project: Mention) -> list[Mention]:
    """The firm with which the clause before begins, that pays or settles there: 明澈玻璃拟投资8亿元，在我市新建…."""
    doers = [m for m in view.subjects(before, DOERS) or _seated(view, before) if m.type == "Enterprise"]
    last = before.mentions[-1] if before.mentions else None
    if last is not None and last.type == "Enterprise" and before.end - last.end < 3:  # 引进明澈玻璃，建设…
        taken = _TAKEN.search(view.clean, view.lead(before, last.start), last.start)
        if taken and _NEXT_BUILDS.fullmatch(view.clean, clause.start, project.start):
            return [last]
    if (
        not doers
        and last is not None
        and last.type == "Enterprise"
        and _WITH.search(view.clean, before.start, last.start)
    ):
        agreed = _AGREED.fullmatch(view.clean, last.end, before.end)  # 松泉县与明澈玻璃签约，在新桥镇建设…
        return [last] if agreed and _NEXT_BUILDS.fullmatch(view.clean, clause.start, project.start) else []
    if not doers or view.clean[doers[-1].end : doers[-1].end + 1] in "的等、":
        return []
    if not _PAID.search(view.clean, doers[-1].end, before.end):
        return []
    advances = _COOPERATES.match(view.clean, doers[-1].end, before.end) and _ADVANCES.fullmatch(
        view.clean, clause.start, project.start
    )
    if not (advances or _NEXT_BUILDS.fullmatch(view.clean, clause.start, project.start)):
        return []
    if last is not None and last.type == "Enterprise" and _PARTNER.fullmatch(view.between(doers[-1], last)):
        return [*doers, last]  # 明澈玻璃携手天工电气，共同打造…
    return doers


def _portrayed(view: View, clause: Clause) -> list[Mention]:
    """The firm of news of which a clause tells the business: 明澈科技深耕电池回收，|年处理8万吨产线投用."""
    firms = view.subjects(clause, DOERS) if view.scene.text.document.kind != "report" else []
    if (
        len(firms) != 1
        or firms[0].type != "Enterprise"
        or (len(clause.mentions) > 1 and clause.mentions[1].type in DOERS)
    ):
        return []
    return firms if _BUSINESS.match(view.clean, firms[0].end, clause.end) else []


def _heard(view: View, clause: Clause) -> list[Mention]:
    """Whose work a speaker tells of: 项目单位明澈盐化负责人介绍，|溴素项目采用全封闭工艺."""
    firms = [m for m in clause.mentions if m.type == "Enterprise"]
    if len(firms) != 1 or not _OWNS.search(view.clean, clause.start, firms[0].start):
        return []
    return firms if _SAYS.fullmatch(view.clean, firms[0].end, clause.end) else []


def _seated(view: View, clause: Clause) -> list[Mention]:
    """The firm of 总部位于江东市的|明澈玻璃拟投资9亿元, whose seat the clause tells before it."""
    firm = next((m for m in clause.mentions if m.type not in ("Region", "Zone")), None)
    if firm is None or firm.type != "Enterprise":
        return []
    return [firm] if _SEAT.fullmatch(view.clean, clause.start, firm.start) else []
