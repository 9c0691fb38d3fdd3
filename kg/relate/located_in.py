"""Enterprise, Project, Zone, Organization, Event or Region is in a Region or Zone.

The nearest place that governs the thing decides, over the whole document: a place in its name, one that the clause sets
(在甲建设, 落户甲), the subject it stands under; else the place of the project of which it is a part or which it builds.
Only what no place governs is in the document's own region.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.ontology import Lexicon
from kg.relate.adjacent import adjacent_regions
from kg.relate.clauses import LEAD, PLACES, Clause, View, span
from kg.relate.grounds import grounds, on_visit
from kg.relate.includes import includes
from kg.relate.place_headings import Ground
from kg.relate.place_names import in_name
from kg.relate.place_settings import above_home, focused, generic, referred, settled
from kg.relate.places import ORIGIN, owner_only, places
from kg.relate.seats import (
    ATTENDS,
    BIDS,
    PARTNER,
    abroad,
    branch_elsewhere,
    far_route,
    gives_aid,
    held_elsewhere,
    home_names,
    named_elsewhere,
    of_city_above,
    of_upper_level,
    owned_above,
    seated_elsewhere,
)
from kg.relate.undertakes import undertakes
from kg.types import Claim, Mention, Ref, Span

_THINGS = frozenset({"Enterprise", "Project", "Zone", "Organization", "Event"})
_COURT = re.compile(r"(?:对接|洽谈|拜访|走访|考察|接洽)[^，。；]*$")
_ATTRACT = re.compile(r"招引[^，。；]*$")  # what is still to be won
_WITH = re.compile(r"(?:与|同)[^，。；]*$")
_COOPERATE = re.compile(
    r"^[^，。；]*(?:(?:开展|加强|深化|推进|建立|达成|洽谈|寻求|探讨|协商)[^，。；]*合作|座谈|会谈|会见|洽谈|交流|对接|互访|商谈)"
)
# 与甲、乙签订了战略合作协议: of a project there is no word
_AGREES = re.compile(
    r"^[^，。；项]{0,60}签[订署定]?了?[^，。；、项]{0,10}(?:战略|框架|友好|[银校]政|政银|银企|校地)[^，。；、项]{0,6}协议"
)
# 深化与甲、乙的战略合作, 加强同丙常态化对接: whom one works with is not here for that
_TOGETHER = re.compile(
    r"(?:深化|加强|强化|开展|推进|推动|拓展|密切|扩大|建立|持续|积极|探索|争取|达成|借助|依托|加快|抓好|谋划)[^，。；]{0,6}(?:与|同|和)[^，。；]*$"
)
_JOINT = re.compile(r"^[^，。；]*?(?:合作|对接|协作|联系|交流|协同|联动)")
_ATTEND = re.compile(rf"(?:{ATTENDS})[^，。；]*$|{BIDS}[^，。；]{{0,8}}$")
# 明澈、天工等企业来我市考察
_VISITORS = re.compile(
    r"[”]?(?:等[^，。；]{0,10})?(?:一行|负责人|董事长|总裁|客商|代表团?|高管)?[^，。；、]{0,4}(?:来|赴|到|莅)[^，。；、]{0,8}"
    r"(?:考察|调研|洽谈|参观|对接|访问|交流)"
)
_ATTENDED = re.compile(r"[”]?(?:[、和与及][^，。；]{2,30})?等?[^，。；]{0,4}(?:参会|参展|参赛)")  # 做好博览会等参会工作
# 抢抓云岭新区建设机遇: what others build and this place hopes to gain by
_SEIZE = re.compile(r"(?:抢抓|抓住|紧抓|抓牢|把握|用好|抢占|乘着?)[^，。；]*$")
_CHANCE = re.compile(r"[^，。；]{0,16}?(?:机遇|契机|红利|利好|东风)")
# 与甲大学、乙学院共建产业学院: a partner may be anywhere
_BESIDE = re.compile(r"(?:与|同|和|联合|携手)[“]?$")
_SHARE = re.compile(
    r"[”]?(?!等[^，。；、]{0,6}(?:驻|本地|本土|域内))(?:等[^，。；、]{0,8})?(?:进行|全面|深度|战略|正式|成功|分别|联合)*(?:共建|合作|签约|签订|签署|达成|建立|开展|成立|联合|共同|携手)"
)
# what news name as guests, customers and partners
_GUESTS = re.compile(
    r"[”]?等[^，。；、]{0,8}(?:企业|公司|机构|单位|商协会|客商|代表|嘉宾)[^，。；、]{0,8}(?:参展|参会|参加|出席|参与|亮相|到会|应邀|与会|赴会)"
)
_CUSTOMERS = re.compile(
    r"(?:客户|合作伙伴|供应商|股东|竞争对手|用户|下游|经销商)(?:群|名单)?(?:主要|已|还)*(?:有|包括|涵盖|为|是|遍及|覆盖)(?:了)?[^，。；、]{0,4}$"
)
_FOR = re.compile(r"(?:为|向|给|供应|供货给|配套)[^，。；、]{0,8}$")
_SUPPLIED = re.compile(r"[”]?(?:等[^，。；、]{0,14})?(?:供货|配套|代工|供应|提供|供给)")
_SITES = ("located_in:frame", "located_in:this", "located_in:settled")
_CUE = 16  # characters before a list of names in which such words stand
_SITE = re.compile(r"(?:位于|坐落于?|坐落在|落户|选址|入驻|地处|走进|来到|在|（)[“]?$")
_PARTNERS = re.compile(rf"[一-龥]{{2,3}}{PARTNER.pattern}")
_IN = re.compile(r"[^，。；：]{0,4}在[^，。；：]*$")
_THERE = re.compile(r"(?:[”]?[、和与及][^，。；：、和与及]{2,24}){0,6}[”]?(?:上|期间|中)")  # 在全国创业大赛上获奖

# how large a kind of zone is: a park, a development zone, a new area, a policy for a whole province
_LARGE = re.compile(
    r"(?:(?P<a>经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|经开区|高新区|保税区|综保区|综合保税区|旅游度假区)"
    r"|(?P<b>新区|新城)|(?P<c>自贸港|自由贸易港|自贸试验区|自由贸易试验区|自贸区|试验区|合作区|示范区))$"
)

Evidence = dict[Ref, list[tuple[int, Claim]]]


def located_in(view: View) -> Iterator[Claim]:
    """明澈在云岭高新区建设…基地 → 云岭高新区; 新桥镇污水处理厂 → 新桥镇; 建成玻璃博物馆 → the document's region."""
    explicit: Evidence = defaultdict(list)
    origin: Evidence = defaultdict(list)
    by_name: dict[Ref, Claim] = {}
    understood: dict[Ref, list[Claim]] = defaultdict(list)
    elsewhere: set[Ref] = set()
    beyond: set[Ref] = set()
    outsiders = view.pattern("bodies_elsewhere")
    aid = gives_aid(view)
    for clause in view.clauses:
        if clause.sentence.part == "furniture":
            continue
        for top in clause.mentions:
            for m in (top, *view.inner.get(top, ())):
                if m.type not in _THINGS or (m.type == "Organization" and _outside(view, m, outsiders)):
                    continue
                if m.ref == view.home:
                    explicit[m.ref] += [*in_name(view, clause, m), *above_home(view, clause, m)]
                    elsewhere |= {claim.tail for _, claim in explicit[m.ref]}
                    continue
                for rank, claim in places(view, clause, m, top):
                    if claim.tail == view.home and claim.rule == "located_in:name_inside":
                        by_name.setdefault(m.ref, claim)  # says no more than that it is here
                    else:
                        (origin if rank == ORIGIN else explicit)[m.ref].append((rank, claim))
                if _away(view, clause, top, m):
                    elsewhere.add(m.ref)
                elif _beyond(view, m):
                    beyond.add(m.ref)
                elif view.home and not (aid or _agrees(view, clause, m) or owner_only(view, clause, m)):
                    claim = view.claim("located_in", m.ref, view.home, (clause,), "home", (span(m), None))
                    understood[m.ref].append(claim)
        if clause.mentions and clause.mentions[0].type in PLACES:
            for rank, claim in (*generic(view, clause), *settled(view, clause)):
                explicit[claim.head].append((rank, claim))
        if clause.mentions:
            for rank, claim in referred(view, clause):
                explicit[claim.head].append((rank, claim))
    _inherit(view, explicit, {claim.head: [(0, claim)] for claim in focused(view)})
    grounded = _grounded(view, elsewhere)
    for ref in sorted({*explicit, *understood, *origin, *by_name}):
        yield from (claim for _, claim in origin.get(ref, ()))
        if claims := explicit.get(ref):
            best = min(rank for rank, _ in claims)
            yield from _nearest(view, [claim for rank, claim in claims if rank == best or _far(view, claim)])
        elif ref in grounded:
            yield grounded[ref]
        elif ref in by_name:
            yield by_name[ref]
        elif ref in elsewhere:
            continue
        elif ref not in origin and ref not in beyond:
            yield from understood[ref]
    for clause, upper, lower in adjacent_regions(view):
        yield view.claim("located_in", lower.ref, upper.ref, (clause,), "adjacent", (span(lower), span(upper)))


def _far(view: View, claim: Claim) -> bool:
    """Whether a firm is said to build in another city, which stands beside the nearest place that it has here."""
    if claim.head.type != "Enterprise" or claim.rule not in _SITES or not abroad(view, claim.tail):
        return False
    head, tail = claim.head_span, claim.tail_span
    between = view.within(Span(head.end, tail.start)) if head and tail else []
    return all(m.type in PLACES for m in between)  # 甲与乙合作的丙项目在江东市揭牌 is said of 丙


def _nearest(view: View, claims: list[Claim]) -> Iterator[Claim]:
    """Claims of equal rank without those whose place contains that of another: 在云岭市建设新桥镇文旅城 → 新桥镇."""
    around = {(up, c.rule) for c in claims for up in view.scene.parents.get(c.tail.key, ())}
    in_zone = any(claim.tail.type == "Zone" and claim.rule == "located_in:name_inside" for claim in claims)
    for claim in claims:
        wide = claim.tail.type == "Region" and claim.rule == "located_in:frame"
        holds = any(up == claim.tail.key and rule != claim.rule for up, rule in around)
        if not holds and not (wide and in_zone):
            yield claim


def _grounded(view: View, elsewhere: set[Ref]) -> dict[Ref, Claim]:
    """For what stands on some place's ground a claim of that; what is only seen on a visit is noted as elsewhere."""
    found: dict[Ref, Claim] = {}
    seen: set[Ref] = set()
    for clause, top, ground in grounds(view):
        for m in (top, *view.inner.get(top, ())):
            if m.type not in _THINGS or m.ref == view.home:
                continue
            if m.type == "Zone" and _SITE.search(view.clean, max(clause.start, m.start - 6), m.start):
                continue  # 位于甲产业园的乙项目: where it is used as a place it is no thing on the ground of another
            if ground.place is None:
                if m.ref not in seen and on_visit(view, ground, clause):
                    elsewhere.add(m.ref)
            elif m.ref not in elsewhere and (m.ref not in found or _nearer(found[m.ref], ground)):
                spans = (span(m), span(ground.place))
                clauses = (clause,) if ground.clause.index == clause.index else (ground.clause, clause)
                if ground.clause.sentence is not clause.sentence:
                    clauses = (clause,)
                found[m.ref] = view.claim("located_in", m.ref, ground.place.ref, clauses, ground.rule, spans)
            seen.add(m.ref)
    return found


def _nearer(before: Claim, ground: Ground) -> bool:
    """Whether a ground says more than the first that was found: the subject of a sentence, after a heading."""
    return before.rule == "located_in:heading" and ground.rule == "subject"


def _in_country(view: View) -> re.Pattern[str]:
    """在泰国建设…: a country named as the place of what follows in the clause."""
    return _country_pattern(view.pattern("countries").pattern)


@functools.lru_cache(maxsize=4)
def _country_pattern(countries: str) -> re.Pattern[str]:
    return re.compile(rf"(?:在|于|赴)(?:{countries})(?!.*[省市县区])[^，。；、与和]{{0,20}}$")


def _agrees(view: View, clause: Clause, thing: Mention) -> bool:
    """Whether a report only says that one agreed with a firm to work together."""
    if thing.type != "Enterprise" or view.scene.text.document.kind != "report":
        return False
    with_it = _WITH.search(view.clean, view.lead(clause, thing.start), thing.start)
    return with_it is not None and _AGREES.match(view.clean[thing.end : clause.end]) is not None


def _beyond(view: View, thing: Mention) -> bool:
    """Whether a thing's own name says that it is not here: a zone of the nation, a foreign firm, a zone above home."""
    if thing.type == "Zone":
        elsewhere = seated_elsewhere(view.lexicon, thing.key, view.home) or (
            named_elsewhere(view, thing.key) and not _PARTNERS.fullmatch(thing.key)
        )
        return elsewhere or _outranks(view, thing) or _is_home(view, thing)
    if thing.type == "Event":
        return held_elsewhere(view, thing.key)
    if thing.type == "Project":
        return far_route(view, thing.key)
    if thing.type == "Organization":
        return of_city_above(view, thing.key)
    if thing.type != "Enterprise":
        return False
    named = owned_above(view, thing.key) is not None or branch_elsewhere(view, thing.key)
    return named or view.pattern("countries").match(thing.key) is not None


def _is_home(view: View, zone: Mention) -> bool:
    """Whether a zone is the document's own place under another name: 重庆两江新区 in a text of 两江新区."""
    return any(zone.key.endswith(name) or name.endswith(zone.key) for name in view.once(home_names) if len(name) > 2)


def _outranks(view: View, zone: Mention) -> bool:
    """Whether a zone is too large to lie in the document's own zone: 江北新区 in a text of 江东经开区."""
    home = view.home
    if home is None or home.type != "Zone":
        return False
    own, its = _LARGE.search(home.key), _LARGE.search(zone.key)
    return its is not None and (own is None or str(its.lastgroup) >= str(own.lastgroup))


def _inherit(view: View, explicit: Evidence, focus: Evidence) -> None:
    """The parts of a project, and who builds it, are where it is, when the text says nothing else of them."""
    pairs = [
        (c.head, c.tail, c)
        for c in view.once(includes)
        if (c.tail.type == "Project" and (c.head.type in PLACES | {"Project"} or c.head in focus))
        or c.head.type == c.tail.type == "Zone"
    ]
    pairs += [(c.tail, c.head, c) for c in view.once(undertakes) if c.head.type == "Enterprise"]
    gained: Evidence = defaultdict(list)
    for whole, part, claim in pairs:
        if explicit.get(part):
            continue
        wholes = explicit.get(whole, []) or focus.get(whole, [])
        best = min((rank for rank, _ in wholes), default=0)
        tails = [whole] if whole.type == "Zone" else sorted({c.tail for rank, c in wholes if rank == best})
        spans = claim.head_span if claim.head == part else claim.tail_span
        if part.type == "Enterprise":  # a firm that builds abroad has not gone there
            tails = [tail for tail in tails if not abroad(view, tail)]
        for tail in tails:
            confidence = view.confidence("located_in:whole")
            gained[part].append(
                (
                    3,
                    replace(
                        claim,
                        head=part,
                        type="located_in",
                        tail=tail,
                        rule="located_in:whole",
                        confidence=confidence,
                        head_span=spans,
                        tail_span=None,
                        properties=(),
                    ),
                )
            )
    explicit.update(gained)


def _outside(view: View, body: Mention, outsiders: re.Pattern[str]) -> bool:
    """Whether a body is one of the nation, the province or the press that only appears in the text."""
    named = [ref for _, _, ref in view.named(body.key, view.places)]
    if view.home is not None and view.home in named:
        return False
    return (
        outsiders.search(body.key) is not None
        or body.key in _national(view.lexicon)
        or (bool(named) and body.key.startswith(view.named(body.key, view.places)[0][1]) and _all_foreign(view, named))
        or named_elsewhere(view, body.key)
        or of_upper_level(view, body.key)
    )


def _all_foreign(view: View, places: list[Ref]) -> bool:
    """Whether none of some divisions holds the document's own or lies in it: 北京儿童医院 in a text of 云岭市."""
    home = view.home
    if home is None or home.type != "Region" or not home.key.isdigit():
        return False
    return all(
        p.type == "Region"
        and p.key.isdigit()
        and p.key not in view.above
        and home.key not in view.scene.parents.get(p.key, ())
        and p.key != home.key
        for p in places
    )


@functools.lru_cache(maxsize=4)
def _national(lexicon: Lexicon) -> frozenset[str]:
    """Ministries, institutes and media of the nation, which no place has though every text names them."""
    rows = lexicon.rows("organizations")
    return frozenset(row["name"] for row in rows if row["kind"] in ("ministry", "institute", "media"))


def _only_named(view: View, clause: Clause, firm: Mention) -> bool:
    """Whether news name a firm as a guest of a fair or as another's customer: 甲、乙等500家企业参展; 为甲、乙供货."""
    group = view.group(clause, firm)
    if _GUESTS.match(view.clean, group[-1].end, clause.end):
        return True
    before = max(view.lead(clause, group[0].start), group[0].start - _CUE)
    if _CUSTOMERS.search(view.clean, before, group[0].start):
        return True
    return _SUPPLIED.match(view.clean, group[-1].end, clause.end) is not None and (
        _FOR.search(view.clean, before, group[0].start) is not None
    )


def _away(view: View, clause: Clause, top: Mention, thing: Mention) -> bool:
    """Whether the clause says that the thing is not here: 对接甲公司; 与甲公司开展合作; 参加博览会; 甲公司泰国工厂."""
    if thing.type == "Event":
        there = _THERE.match(view.clean, top.end) and _IN.match(view.clean[clause.start : top.start])
        lead = view.lead(clause, top.start)
        return bool(
            there or _ATTEND.search(view.clean, lead, top.start) or _ATTENDED.match(view.clean, top.end, clause.end)
        )
    if thing.type in ("Project", "Zone") and _SEIZE.search(view.clean, view.lead(clause, top.start), top.start):
        return _CHANCE.match(view.clean, top.end, clause.end) is not None
    if thing.type == "Project" and _in_country(view).search(view.clean, view.lead(clause, top.start), top.start):
        return True
    if thing.type == "Project":
        firms = [m for m in view.inner.get(top, ()) if m.type == "Enterprise" and m.start == thing.start]
        return any(view.pattern("countries").match(view.clean, m.end, thing.end) for m in firms)
    if thing.type not in ("Enterprise", "Organization"):
        return False
    lead = view.lead(clause, top.start)
    after = view.clean[top.end : min(clause.end, top.end + LEAD)]
    if _TOGETHER.search(view.clean, lead, top.start) and _JOINT.match(after):
        return True
    if thing.type == "Organization":
        group = view.group(clause, top)
        begin = max(clause.start, group[0].start - 3)
        return bool(_BESIDE.search(view.clean, begin, group[0].start) and _SHARE.match(view.clean, group[-1].end))
    if top is thing and _COURT.search(view.clean, lead, top.start):
        return True
    if _VISITORS.match(view.clean, view.group(clause, top)[-1].end, clause.end):
        return True
    if view.scene.text.document.kind != "report" and _only_named(view, clause, top):
        return True
    if clause.sentence.modality == "planned" and _ATTRACT.search(view.clean, lead, top.start):
        return True
    return bool(_WITH.search(view.clean, view.lead(clause, top.start), top.start) and _COOPERATE.match(after))
