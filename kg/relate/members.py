"""Members of an industry that a clause names together with it: 明澈、云岭等玻璃企业; 以明澈为龙头的玻璃产业."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from kg.ontology import Lexicon
from kg.relate.clauses import PLACES, Clause, View, span
from kg.types import Claim, Mention

MEMBERS = frozenset({"Enterprise", "Project", "Zone"})
_COUNT = r"(?:一大?批|众多|多|\d{1,4}余?多?|[一二三四五六七八九十百两]{1,4}余?)?(?:余|多)?(?:个|大|项|家|户)?"
# what stands before the kind of company: 等10余家全国知名玻璃企业
_PRAISE = (
    r"(?:国内外?|国际|国外|全球|世界|全国|全省|省内|本土|本地|当地|外地|知名|著名|龙头|骨干|重点|优质|头部|领军|领先|标杆|上市|高端|大型|优秀|优势|传统|新兴|"
    r"行业|专精特新|[“”]|链主|小巨人|独角兽|瞪羚|单项冠军|国家级|省级|市级|500强|百强|规上|规模以上|现代化?|在内|为代表|的|了|落户|入驻|集聚)*"
)
_SUCH = re.compile(rf"[”》]?(?:建设)?(?:项目|工程)?(?:（[^（）]*）)?等{_COUNT}{_PRAISE}[“《]?")
# 明澈、天工、云岭三家玻璃企业
_SO_MANY = re.compile(rf"[”》]?(?:[二两三四五六七八九十]{{1,3}}|\d{{1,3}})[家户]{_PRAISE}[“《]?")
_FIRMS = re.compile(
    r"[”]?(?:产业|行业|类|领域|全?产业链条?|上下游|配套|制造|生产|加工|研发|应用|服务|龙头|骨干|重点|知名|头部|领军|链主|高新技术)*[“”]?"
    r"(?:企业|公司|园区|项目|产业园|巨头|集团|厂商|制造商|生产商|供应商|服务商|运营商)"
)
_FOR = re.compile(
    r"[”]?(?:等[^，。；、]{0,10}?(?:企业|公司|项目|集团)?)?为(?:代表|龙头|主体|主|支撑|核心|引领|链主|主导|骨干|依托|配套|补充|重点)的[^，。；、]{0,8}"
)
# 以明澈为龙头、天工为骨干的玻璃产业
_AND = re.compile(r"[”]?(?:等[^，。；、]{0,8})?为(?:代表|龙头|主体|支撑|核心|引领|链主|骨干)、(?:以)?[“]?")
_TRAFFIC = re.compile(r"^(?:城市)?(?:轨道|综合)?交通(?:运输)?$")
_LED_BY = re.compile(
    r"(?:产业|行业|板块|领域)?(?:链|集群)?(?:主要|已|重点|要|将|则|继续)*以[“]?"
)  # 玻璃产业以明澈、天工为龙头
_LEADERS = re.compile(
    r"[”]?(?:等[^，。；、]{0,10})?为(?:龙头|代表|骨干|支撑|引领|链主|核心|主体|依托|(?:主要|重要)?(?:载体|平台|承载地))"
)
_AND_MAIN = re.compile(r"[”]?(?:产业)?为(?:主导|主|核心|重点|特色|支柱|支撑|主体|引领)(?:产业)?[、和](?:以)?[“]?")
_AS = re.compile(
    r"[”]?(?:项目|公司|集团)?[^，。；、]{0,8}"
    r"(?:属于|从事|专注于?|主营|主攻|主打|致力于|深耕|专业生产|专业研发|专业制造|主要生产|主要研发|聚焦|布局|涉足|进军|跨界|业务(?:主要|已)?(?:涵盖|覆盖|涉及|横跨|遍及)|所[在处属]的)[^，。；]{0,20}"
)
_PAYS = re.compile(r"[”]?(?:计划|拟|将|已)?(?:总)?投资(?:建设)?[^，。；、]{0,14}的[“]?")  # 明澈投资20亿元的玻璃项目
_PAID = re.compile(r"[”]?(?:产业|全产业链|加工|制造|生产)*(?:项目|基地|生产线|产业园|工厂)")
_WITH = re.compile(r"[”]?(?:项目|公司|集团)?[^，。；、]{0,8}以[^，。；]{0,12}")
_MAIN = re.compile(r"[”]?(?:[^，。；]{0,8})?为(?:主|核心|重点|特色|支柱|支撑)")
_IS = re.compile(r"[”]?(?:（[^）]*）)?[^，。；、]{0,4}(?:是|作为|系)(?!否)[^，。；]{0,20}")
_IS_FIRM = re.compile(
    r"[^。；]{0,40}(?:企业|公司|龙头|制造商|供应商|服务商|生产商|机构|基地|首家|领军|巨头|平台|链主|旗舰|标杆|“?[双三四]驾马车|主力军|排头兵|领头羊|领跑者|佼佼者|(?:单项|隐形)冠军)"
)
# 云岭科技园是全省首个玻璃专业园区
_IS_PARK = re.compile(
    r"[”]?(?:产业|行业)?(?:链|集群)?(?:的)?(?:专业|特色|主题|示范|先进制造|创新|重要|主要)*(?:园区|产业园|基地|集聚[区地]|集中区|发源地|承载[区地])"
)
_WHO = re.compile(r"(?:从事|专注于?|主营|致力于|主攻|深耕|专业生产)[^，。；]{0,8}$")
_WHO_IS = re.compile(r"[”]?[^，。；、]{0,10}的[“]?")
_HAS = re.compile(
    r"(?:产业|行业|领域|方面|板块|赛道)?(?:链|集群)?(?:上|中|招商|工作|推进|专班|小组|组)*(?:先后|已|相继|成功|新|累计|共|重点|着力|加快|加速|陆续)*"
    r"(?:要|将|则)?(?:依托|支持|引导|扶持|鼓励|引进|引入|招引|签约|落地|培育|孵化|集聚|聚集|拥有|新增|引育|汇聚|入驻|涌现|形成|推进|推动|实施|抓好|建成|开工|谋划)(?:了|出|有|起)?[^，。；、]{0,8}"
)
# 新能源汽车产业链“链主”企业明澈; 玻璃龙头企业明澈; 玻璃巨头明澈
_RANK = re.compile(
    r"[”]?(?:产业|行业|领域|板块|制造|生产|加工|研发)*(?:链|集群)?(?:上|中|内)?(?:的)?[“”]?"
    r"(?:(?:链主|龙头|领军|头部|骨干|重点|知名|标杆|上市|独角兽|专精特新|单项冠军|高新技术|新锐|代表性?)[“”]*)*"
    r"(?:企业|公司|龙头|巨头|制造商|生产商|供应商|服务商|运营商|新锐)(?:代表)?(?:——|：|(?:主要)?(?:有|包括)(?:了)?)?[“]?"
)
# 依托明澈打造玻璃全产业链; 发挥明澈等企业龙头作用，壮大玻璃产业
RESTS = re.compile(
    r"(?:依托|借助|发挥|围绕|凭借|借力|以)(?:好|了)?(?:本土|本地|龙头|骨干|链主|重点|央企|国企|企业|“链主”)*[“]?$"
)
_SUPPORTS = re.compile(r"(?:支持|引导|鼓励)[“]?$")  # 支持明澈做强玻璃产业, in one clause
_ON = re.compile(
    r"[”]?(?:等[^，。；、]{0,10}?(?:企业|公司|集团))?[^，。；、]{0,12}，?(?:大力|加快|着力|积极|全力|重点|做优|做强|迅速|抓紧)*"
    r"(?:发展|开发|拓展|打造|壮大|做大|做强|做优|培育|构建|延伸|拉长|布局|带动|推动|形成|引进|引育|招引|集聚)[^，。；、]{0,8}"
)
# 明澈、天工带动玻璃产业迅速壮大
_DRIVES = re.compile(
    r"[”]?(?:等[^，。；、]{0,10}?(?:企业|公司|集团))?(?:带动|引领|支撑|撑起)(?:起)?(?:了|全[县市区])?[“]?"
)
_THRIVES = re.compile(
    r"[”]?(?:产业|行业)?(?:链|集群)?(?:不断|持续|迅速|快速|加快|加速)*(?:壮大|发展|崛起|升级|集聚|做大做强)"
)
# 旅游运营商, 食品企业: whose trade is that of an industry of the text
_TRADE = re.compile(
    rf"[”]?等{_COUNT}(?:知名|龙头|骨干|重点|优质|头部|大型|本土|省级|国家级)*"
    r"(?P<trade>[一-龥]{2,8})(?:企业|公司|运营商|生产商|制造商|供应商|服务商|厂商)"
)
_TRADE_END = re.compile(r"(?:产业链|产业集群|产业|行业|工业|制造业|加工业|制造|加工|业)$")
_TRADE_FRONT = re.compile(r"^(?:现代|先进|高端|新型|智慧|绿色)(?=..)")
_FEW = 2  # industries that firms may carry together
_MANY = 60  # names of a list that are joined with those of another
_CHAIN = 6  # lists of companies, each with its part, before the industry
_AT_HEAD = re.compile(r"[”]?(?:等[^，。；、]{0,10})?为(?:龙头|代表|骨干|支撑|引领|链主|核心|主体|依托|主导|主)，")
_BACKED_BY = re.compile(r"[^，。；]{2,20}为(?:配套|支撑|补充|主体|骨干|依托|基础)的[^，。；]{0,6}")
_ROLE = re.compile(r"(?:作为|身为)[^，。；]{0,16}")
_OF_ROLE = re.compile(
    r"[^，。；]{0,14}(?:企业|公司|龙头|制造商|供应商|生产商|服务商|链主|代表|巨头|领军者|领跑者|(?:单项|隐形)冠军|小巨人|独角兽|领头羊|排头兵|后起之秀|新锐|新秀|新星|佼佼者|黑马|单位)[”]?(?:之一)?，?"
)
_FIRM = frozenset({"Enterprise"})
_IS_ONE = re.compile(
    r"(?:是|系|为|属于?)(?:一家|[我全][省市县区州国]|国内|业内|[^，。；]{0,6}(?:首家|唯一|领先|最大|重要|知名))"
)


@functools.cache
def no_trade(lexicon: Lexicon) -> frozenset[str]:
    """What stands before 企业 or 产业 and says nothing of a trade: 特色, 优势, 高端."""
    return frozenset(row["name"] for row in lexicon.rows("relation_words") if row["kind"] == "no_trade")


def stated(view: View, clause: Clause) -> Iterator[Claim]:
    """A list of members and an industry in one clause, with words between them that join the two."""
    groups = view.groups(clause)
    if len(groups) > 1:
        kept = [n for n, g in enumerate(groups) if g[0].type == "Industry" or any(m.type in MEMBERS for m in g)]
        for at, (left, right) in enumerate(itertools.pairwise(kept)):
            gap = _gap(view, groups[left : right + 1])
            if groups[left][0].type == "Industry":
                yield from _industry_first(view, clause, groups[left], groups[right], gap)
            else:
                before = [groups[n] for n in kept[max(0, at - _CHAIN) : at + 1]]
                tails = [*groups[right]]
                for n in kept[at + 2 : at + 2 + _CHAIN]:  # 以新材料为主导产业、玻璃制造为支撑产业
                    if groups[n][0].type != "Industry" or not _AND_MAIN.fullmatch(
                        view.between(tails[-1], groups[n][0])
                    ):
                        break
                    tails += groups[n]
                yield from _members_first(view, clause, before, tails, gap)
    for group in groups:
        yield from _by_trade(view, clause, group)


def _gap(view: View, groups: list[list[Mention]]) -> str:
    """The words between the first and the last list, without names of places: 明澈是〔松泉县〕玻璃企业."""
    words, at = [], groups[0][-1].end
    for group in groups[1:-1]:
        if group[0].type in PLACES:
            words.append(view.clean[at : group[0].start])
            at = group[-1].end
    return "".join((*words, view.clean[at : groups[-1][0].start]))


def _members_first(
    view: View, clause: Clause, before: list[list[Mention]], right: list[Mention], gap: str
) -> Iterator[Claim]:
    """明澈、云岭等玻璃企业; 明澈专注新材料; 明澈是玻璃龙头企业; 依托明澈打造玻璃产业."""
    tails = [m for m in right if m.type == "Industry"]
    heads = [m for m in before[-1] if m.type in MEMBERS and m.ref != view.home]
    if not tails or not heads:
        return
    firm = heads[0].type == "Enterprise"
    if not firm and _TRAFFIC.search(tails[0].key):
        return  # 甲铁路、乙城际等轨道交通项目 are lines, not makers of trains
    if _SUCH.fullmatch(gap) or (firm and _SO_MANY.fullmatch(gap) and _FIRMS.match(view.clean, tails[-1].end)):
        rule = "such"
        tails = tails if _FIRMS.match(view.clean, tails[-1].end) else tails[:1]
        if firm and len(heads) > 1 < len(tails):
            return  # 明澈、天工等玻璃、陶瓷企业: which of them makes which nobody can tell
    elif _FOR.fullmatch(gap):
        rule = "such"
        for left, right in itertools.pairwise(reversed(before)):
            if not _AND.fullmatch(view.between(right[-1], left[0])):
                break
            heads += [m for m in right if m.type in MEMBERS]
    elif heads[0].type == "Zone" and _IS.fullmatch(gap) and _IS_PARK.match(view.clean, tails[-1].end):
        rule = "verb"
    elif heads[0].type == "Zone":
        return
    elif (
        _AS.fullmatch(gap)
        or (firm and _PAYS.fullmatch(gap) and _PAID.match(view.clean, tails[-1].end))
        or (_WITH.fullmatch(gap) and _MAIN.match(view.clean, tails[-1].end))
        or (firm and _IS.fullmatch(gap) and _IS_FIRM.match(view.clean, tails[-1].end))
        or (firm and _DRIVES.fullmatch(gap) and _THRIVES.match(view.clean, tails[-1].end))
        or (
            firm
            and _ON.fullmatch(gap)
            and any(
                lead.search(view.clean, max(clause.start, heads[0].start - 20), heads[0].start)
                for lead in (RESTS, _SUPPORTS)
            )
        )
    ):
        rule = "verb"
    else:
        return
    for m in heads[-_MANY:]:
        for tail in tails[:_MANY]:
            yield view.claim("in_industry", m.ref, tail.ref, (clause,), rule, (span(m), span(tail)))


def _industry_first(
    view: View, clause: Clause, industries: list[Mention], members: list[Mention], gap: str
) -> Iterator[Claim]:
    """玻璃产业引进明澈、云岭; 从事玻璃研发的明澈; 玻璃龙头企业明澈."""
    heads = [m for m in members if m.type in MEMBERS and m.ref != view.home]
    if _HAS.fullmatch(gap) and len(industries) == 1:
        rule = "has"
    elif _WHO_IS.fullmatch(gap) and _WHO.search(view.clean, clause.start, industries[0].start):
        rule, heads = "verb", heads[:1]
    elif _LED_BY.fullmatch(gap) and _LEADERS.match(view.clean, members[-1].end):
        rule = "such"
    elif _RANK.fullmatch(gap):
        rule, industries = "such", industries[-1:]
        heads = list(itertools.takewhile(lambda m: m.type == "Enterprise", members))
    else:
        return
    for m in heads[:_MANY]:
        for tail in industries[-_MANY:]:
            if tail.type == "Industry":
                yield view.claim("in_industry", m.ref, tail.ref, (clause,), rule, (span(m), span(tail)))


def _by_trade(view: View, clause: Clause, group: list[Mention]) -> Iterator[Claim]:
    """明澈、云岭等玻璃生产商 where the text has a 玻璃产业."""
    firms = [m for m in group if m.type == "Enterprise"]
    found = _TRADE.match(view.clean, group[-1].end, clause.end) if firms else None
    if found is None or found["trade"] in no_trade(view.lexicon):
        return
    for surface, ref in view.stems.items():
        if _TRADE_FRONT.sub("", _TRADE_END.sub("", surface)) == found["trade"]:
            for m in firms:
                yield view.claim("in_industry", m.ref, ref, (clause,), "such", (span(m), None))
            return


def described(view: View, before: Clause, clause: Clause) -> Iterator[Claim]:
    """作为玻璃产业链龙头企业，明澈…; 位于新城的明澈，是一家从事玻璃研发的企业; 依托明澈等企业，发展玻璃产业."""
    for heads, tails in (
        _by_role(view, before, clause),
        _by_kind(view, before, clause),
        _by_rest(view, before, clause),
        _by_leaders(view, before, clause),
    ):
        for m in heads[-_MANY:]:
            for tail in tails[:_MANY]:
                spans = (span(m), span(tail))
                yield view.claim("in_industry", m.ref, tail.ref, (before, clause), "verb", spans)


_Pair = tuple[list[Mention], list[Mention]]
_NONE: _Pair = ([], [])


def _by_role(view: View, before: Clause, clause: Clause) -> _Pair:
    """作为玻璃产业链龙头企业，明澈…."""
    industries = [m for m in before.mentions if m.type == "Industry"]
    firm = clause.mentions[0]
    if len(industries) != 1 or firm.type != "Enterprise" or firm.start - clause.start > 2:
        return _NONE
    if any(m.type in MEMBERS for m in before.mentions):
        return _NONE
    if not _ROLE.fullmatch(view.clean, before.start, industries[0].start):
        return _NONE
    return ([firm], industries) if _OF_ROLE.fullmatch(view.clean, industries[0].end, before.end) else _NONE


def _by_kind(view: View, before: Clause, clause: Clause) -> _Pair:
    """位于新城的明澈，是一家从事玻璃研发的企业."""
    industries = [m for m in clause.mentions if m.type == "Industry"]
    firms = [m for m in before.mentions if m.type == "Enterprise"]
    if not any(m.type in MEMBERS for m in before.mentions):  # 明澈2021年入驻，主要从事储能，|是我市储能产业链的链主企业
        firms = [m for m in view.governing(before, _FIRM, 3) if m.type == "Enterprise"]
    if len(firms) != 1 or not industries or view.clean[firms[0].end] in "的等、":
        return _NONE
    if any(m.type in MEMBERS for m in clause.mentions):
        return _NONE
    if not _IS_ONE.match(view.clean, clause.start, industries[0].start):
        return _NONE
    return (firms, industries) if _IS_FIRM.match(view.clean, industries[-1].end, clause.end) else _NONE


def _by_rest(view: View, before: Clause, clause: Clause) -> _Pair:
    """依托明澈等企业，发展玻璃产业."""
    tail = clause.mentions[0]
    if len(clause.mentions) > _FEW or any(m.type != "Industry" for m in clause.mentions) or not before.mentions:
        return _NONE
    group = view.groups(before)[-1]
    if group[0].type != "Enterprise" or not RESTS.search(
        view.clean, max(before.start, group[0].start - 20), group[0].start
    ):
        return _NONE
    gap = view.clean[group[-1].end : tail.start]
    if not _ON.fullmatch(gap):
        return _NONE
    return [m for m in group if m.type == "Enterprise"], [*clause.mentions]


def _by_leaders(view: View, before: Clause, clause: Clause) -> _Pair:
    """形成以甲为龙头，乙、丙为配套的玻璃产业链."""
    groups = view.groups(clause)
    if groups[0][0].type == "Industry" and _BACKED_BY.fullmatch(view.clean, clause.start, groups[0][0].start):
        return _leaders(view, clause), groups[0][:1]
    if len(groups) < 2 or groups[1][0].type != "Industry" or not before.mentions:
        return _NONE
    leaders = [m for m in view.groups(before)[-1] if m.type in MEMBERS]
    gap = view.between(groups[0][-1], groups[1][0])
    firms = _SUCH.fullmatch(gap) and _FIRMS.match(view.clean, groups[1][0].end, clause.end)  # 集聚乙、丙等玻璃企业
    if not leaders or groups[0][0].type not in MEMBERS or not (_FOR.fullmatch(gap) or firms):
        return _NONE
    return (leaders, groups[1][:1]) if _AT_HEAD.fullmatch(view.clean, leaders[-1].end, before.end) else _NONE


def _leaders(view: View, clause: Clause) -> list[Mention]:
    """形成以甲为龙头，乙、丙为骨干，千家企业为配套的玻璃产业链: the firms of the clauses before."""
    found: list[Mention] = []
    for index in range(clause.index - 1, max(clause.first, clause.index - 4) - 1, -1):
        where = view.clauses[index]
        group = [m for m in view.groups(where)[-1] if m.type in MEMBERS] if where.mentions else []
        if not group or not _AT_HEAD.fullmatch(view.clean, group[-1].end, where.end):
            break
        found = [*group, *found]
    return found
