"""The industry that grows out of works and firms: 引进甲、乙等企业，形成玻璃产业集群; 项目建成后，将壮大玻璃产业.

No example: 构建起甲、乙、丙三大集群, where nobody can tell which of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.relate.members import MEMBERS
from kg.relate.topics import BROAD, FIRMS_THERE
from kg.relate.wholes import count_of
from kg.types import Claim, Mention

_RESULT = re.compile(
    r"(?:产业)?(?:实现|完成|全年|累计|预计|年)*(?:增加值|产值|税收|规模|营业收入|主营业务收入|集群|产业链)[^，。；]{0,10}(?:增长|达|突破|完成|实现|不断|持续|超|\d)"
    r"|[^，。；]{0,6}(?:从无到有|由弱到强|由弱转强|初具规模|初具雏形|集聚成势)"
)
# 项目建成后，将进一步壮大玻璃产业
_EFFECT = re.compile(
    r"(?:助推|助力|推动|壮大|带动|填补|做强|做大|促进|延伸|延长|完善|补齐|拉长|提升|打造|夯实|加快)[^，。；]{0,14}$"
)
_OF_PROJECT = re.compile(
    r"(?:据[^，。]{0,12}，)?(?:该|此|本|整个)?(?:项目|工程|基地|平台|产业园|生产线)(?:的)?(?:一期|二期)?(?:全部|全面|整体)?(?:建成|投产|达产|投用|投入|落地|落户|建设|签约|实施|开工|竣工|完成|顺利|正式|成功|入驻)"
)
_SO_THAT = re.compile(
    r"(?:以|将|从而|进一步|必将|可|也将|这将|届时|不断)+(?:进一步)?(?:助推|助力|推动|壮大|带动|做强|促进|延伸|完善|补齐)"
)
_FORMS = re.compile(
    r"(?:初步|基本|已|已经|逐步|正|加快|加速|也|共同|有力|有效|从而|进而|由此|为|将)*"
    r"(?:形成|构建|构筑|打造|实现|推动|带动|促进|助推|建成|培育|集聚|汇聚|壮大|做大做强|做强|做大|延伸|延长|拉长|补齐|完善)"
    r"(?:了|起|出|成)?[^，。；]{0,12}"
)
_TURNS = re.compile(
    r"[”]?(?:产业|行业)?(?:(?:实现|加快|加速|稳步|持续|不断)[^，。；]{0,6}(?:转型|升级|提质|增效|集聚|壮大|突破)"
    r"|(?:集群)?(?:雏形|规模)?(?:初现|初具|初显|渐成|显现))"
)
_CHAIN = re.compile(r"[”]?(?:全?产业链条?|产业集群|产业体系|产业|集群|链)")
_LIST_OF = re.compile(
    r"[”]?(?:建设)?(?:项目|工程)?(?:等[^，。；、]{0,14}?(?:企业|项目|公司|集团|厂商|巨头|龙头)|(?:先后|相继|陆续|纷纷|接连|集中|竞相|联袂)[^，。；]{0,8}[，]?$"
    r"|(?:相继|先后|已|全部|均|顺利|正式|成功)*(?:建成投产|建成投用|建成|投产|达产|竣工|开工|落户|入驻|落地|签约)[，]?$)"
)
_GATHER = re.compile(
    r"[”]?(?:等[^，。；、]{0,10})?(?:已|先后|相继|纷纷|陆续)*(?:在[^，。；、]{2,8})?(?:集聚|聚集|汇聚|落户|布局|入驻|扎根|落地)"
)
MOST = 2  # industries of a topic of which each thing behind it may be


def formed(view: View, earlier: list[Clause], clause: Clause) -> Iterator[Claim]:
    """引进明澈、云岭等企业，形成了玻璃产业集群: the companies and projects out of which it grew."""
    industry = clause.mentions[0]
    if industry.type != "Industry" or any(m.type in MEMBERS for m in clause.mentions) or BROAD.fullmatch(industry.key):
        return
    turns = industry.start - clause.start < 2 and _TURNS.match(view.clean, industry.end)
    if len(clause.mentions) > 1:  # 形成涵盖甲、乙的机器人产业链: the last, if all are industries
        industry, turns = clause.mentions[-1], None
        chain = _CHAIN.match(view.clean, industry.end) or view.surface(industry).endswith(("链", "集群", "产业"))
        whole = industry.type == "Industry" and chain
        if not whole or any(m.type != "Industry" for m in clause.mentions):
            return
    if not (turns or _FORMS.fullmatch(view.clean, clause.start, clause.mentions[0].start)):
        return
    before = next((c for c in reversed(earlier) if c.mentions), None)
    if before is None or any(m.type == "Industry" for m in before.mentions) or count_of(industry.key) > 1:
        return  # 构建起甲、乙、丙|三大集群: which of them nobody can tell
    group = view.groups(before)[-1]
    members = [m for m in group if m.type in ("Project", "Enterprise")]
    listed = _LIST_OF.match(view.clean, group[-1].end, before.end)
    if not members or listed is None or (len(members) < 2 and "等" not in listed[0]):
        return
    for m in members:
        yield view.claim("in_industry", m.ref, industry.ref, (before, clause), "result", (span(m), span(industry)))


def result(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """建设甲、乙等项目，推动丙投产，装备制造业增加值增长9%: the works that an industry's figure sums up."""
    last = clauses[-1]
    if len(clauses) < 2 or not last.mentions or last.mentions[0].type != "Industry":
        return
    industry = last.mentions[0]
    if BROAD.fullmatch(industry.key) and industry.key != "数字经济":
        return  # 现代服务业 sums up more than those; 数字经济 is a trade of its own figures
    if industry.start - last.start > 2 or not _RESULT.match(view.clean, industry.end, last.end):
        return
    for clause in clauses[:-1]:
        if any(m.type == "Industry" for m in clause.mentions):
            continue
        for m in clause.mentions:
            if m.type in ("Project", "Enterprise"):
                spans = (span(m), span(industry))
                yield view.claim("in_industry", m.ref, industry.ref, (clause, last), "result", spans)


def gathered(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲、乙、丙已在我市集聚，玻璃产业链上下游企业超500家: the firms of which an industry has so many."""
    for before, clause in itertools.pairwise(clauses):
        industry = clause.mentions[0] if clause.mentions else None
        if industry is None or industry.type != "Industry" or industry.start - clause.start > 2 or not before.mentions:
            continue
        firms = next((g for g in view.groups(before) if len(g) > 1 and g[0].type == "Enterprise"), [])
        if not firms:
            continue
        there = FIRMS_THERE.match(view.clean, industry.end, clause.end) and _GATHER.match(view.clean, firms[-1].end)
        if there:
            for m in firms:
                if m.type == "Enterprise":
                    spans = (span(m), span(industry))
                    yield view.claim("in_industry", m.ref, industry.ref, (before, clause), "result", spans)


def effect(view: View, clauses: list[Clause], last: dict[str, tuple[Clause, Mention]]) -> Iterator[Claim]:
    """项目建成后，将壮大玻璃产业: the project of which the sentence speaks."""
    first = next((c for c in clauses if c.mentions), clauses[0])  # 据了解，|甲项目投资8亿元
    own = next((m for m in first.mentions if m.type == "Project"), None)
    if own is not None and sum(m.type == "Project" for m in first.mentions) > 1:
        own = None  # 甲、乙等项目建成，带动旅游业发展: what many do is not of one of them
    yield from _so_that(view, clauses)
    if own is None or own.start - first.start > 12:
        if not _OF_PROJECT.match(view.clean, clauses[0].start) or "Project" not in last:
            return
        where, member = last["Project"]
    else:
        where, member = first, own
    for clause in clauses:
        industries = [m for m in clause.mentions if m.type == "Industry"]
        if not industries or any(m.type in MEMBERS for m in clause.mentions if m != member):
            continue
        if clause is first and industries[0].start < member.start:
            continue
        begin = max(clause.start, member.end) if clause is where else clause.start
        if not _EFFECT.search(view.clean, begin, industries[0].start):
            continue
        listed = view.groups(clause)[-1] if len(industries) > 1 else industries
        if len(listed) > MOST and view.scene.text.document.kind != "report":
            continue  # 钢厂点火，将壮大钢铁、装备、物流等产业: what a county gains is not all the work's own trade
        for m in listed:
            if m.type == "Industry":
                spans = (span(member), span(m))
                yield view.claim("in_industry", member.ref, m.ref, (where, clause), "effect", spans)


def _so_that(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """News: 甲公司投资建设芯片基地，以助推集成电路产业发展."""
    if view.scene.text.document.kind == "report":
        return
    for before, clause in itertools.pairwise(clauses):
        projects = [m for m in before.mentions if m.type == "Project"]
        industries = view.groups(clause)[-1] if clause.mentions else []
        if len(projects) != 1 or not industries or industries[0].type != "Industry":
            continue
        if any(m.type in MEMBERS for m in clause.mentions):
            continue
        if _SO_THAT.match(view.clean, clause.start, industries[0].start):
            for m in industries:
                if m.type == "Industry":
                    spans = (span(projects[0]), span(m))
                    yield view.claim("in_industry", projects[0].ref, m.ref, (before, clause), "effect", spans)
