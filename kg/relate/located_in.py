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
from kg.relate.actors import ruled
from kg.relate.adjacent import adjacent_regions
from kg.relate.chosen_places import chosen
from kg.relate.clauses import LEAD, PLACES, Clause, View, span
from kg.relate.grounds import grounds, on_visit
from kg.relate.includes import includes
from kg.relate.place_frames import owner_only
from kg.relate.place_headings import Ground
from kg.relate.place_names import in_name
from kg.relate.place_references import generic, of_firm, part_of_zone, referred
from kg.relate.place_settings import above_home, focused, settled
from kg.relate.places import ORIGIN, places
from kg.relate.portraits import portrayed
from kg.relate.seats import (
    PARTNER,
    abroad,
    branch_elsewhere,
    far_route,
    gives_aid,
    held_above,
    held_elsewhere,
    home_names,
    hotel_elsewhere,
    in_far_city,
    named_elsewhere,
    of_city_above,
    of_upper_level,
    owned_above,
    seated_elsewhere,
    society_elsewhere,
)
from kg.relate.strangers import CONTRACTED, agrees, away, landmark
from kg.relate.undertakes import undertakes
from kg.types import Claim, Mention, Ref, Span

_THINGS = frozenset({"Enterprise", "Project", "Zone", "Organization", "Event"})
_IN_PARKS = frozenset({"Enterprise", "Project"})  # in the park that a feature portrays, unless it says otherwise
_SITES = ("located_in:frame", "located_in:this", "located_in:settled")
_SITE = re.compile(r"(?:位于|坐落于?|坐落在|落户|选址|入驻|地处|走进|来到|在|（)[“]?$")
_PARTNERS = re.compile(rf"[一-龥]{{2,3}}{PARTNER.pattern}")

# how large a kind of zone is: a park, a development zone, a new area, a policy for a whole province
_LARGE = re.compile(
    r"(?:(?P<a>经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|经开区|高新区|保税区|综保区|综合保税区|旅游度假区)"
    r"|(?P<b>新区|新城)|(?P<c>自贸港|自由贸易港|自贸试验区|自由贸易试验区|自贸区|试验区|合作区|示范区))$"
)

_TOWN = re.compile("[镇乡村]$|街道$|社区$")
_OF_COUNTY = re.compile("[省市县州旗盟][一-龥]{2,10}(?:[局委办厅]|委员会|中心|办公室)$")

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
    aid, park = gives_aid(view), portrayed(view)
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
                if away(view, clause, top, m):
                    elsewhere.add(m.ref)
                elif _beyond(view, m):
                    beyond.add(m.ref)
                elif view.home and not (aid or _only_named(view, clause, m, top)):
                    here, rule = (view.home, "home") if park is None or m.type not in _IN_PARKS else (park.ref, "this")
                    if here != m.ref:
                        claim = view.claim("located_in", m.ref, here, (clause,), rule, (span(m), None))
                        understood[m.ref].append(claim)
        if clause.mentions and clause.mentions[0].type in PLACES:
            for rank, claim in (*generic(view, clause), *settled(view, clause), *part_of_zone(view, clause)):
                explicit[claim.head].append((rank, claim))
        if clause.mentions:
            for rank, claim in (*referred(view, clause), *of_firm(view, clause), *chosen(view, clause)):
                explicit[claim.head].append((rank, claim))
    _inherit(view, explicit, {claim.head: [(0, claim)] for claim in focused(view)})
    holds = {
        (claim.tail, claim.head) for claims in explicit.values() for _, claim in claims if claim.head.type == "Zone"
    }
    grounded = {ref: c for ref, c in _grounded(view, elsewhere).items() if (ref, c.tail) not in holds}
    known = {*explicit, *understood, *origin, *by_name, *grounded, *elsewhere, *beyond}
    yield from _builders(view, known, {ref: c.tail for ref, c in grounded.items() if ref not in explicit})
    for ref in sorted({*explicit, *understood, *origin, *by_name}):
        yield from (claim for _, claim in origin.get(ref, ()))
        if (claims := explicit.get(ref)) and ref in by_name and all(_met_abroad(view, c) for _, c in claims):
            yield by_name[ref]
        elif claims:
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
    for c in view.once(includes):  # 云岭高新区由三桥工业园、…组成, though the name of the part tells its town
        if c.head.type == c.tail.type == "Zone" and explicit.get(c.tail) and _only_by_name(explicit[c.tail], c.head):
            yield _of_whole(view, c, c.tail, c.head, c.tail_span)
    for clause, upper, lower in adjacent_regions(view):
        yield view.claim("located_in", lower.ref, upper.ref, (clause,), "adjacent", (span(lower), span(upper)))


def _only_by_name(claims: list[tuple[int, Claim]], whole: Ref) -> bool:
    """Whether nothing but the name of a zone tells where it is, and not that it is in a whole."""
    return all(c.rule == "located_in:name_inside" and c.tail.type == "Region" and c.tail != whole for _, c in claims)


def _only_named(view: View, clause: Clause, thing: Mention, top: Mention) -> bool:
    """Whether a clause that names no place tells nothing of where a thing is."""
    return agrees(view, clause, thing) or owner_only(view, clause, thing) or landmark(view, clause, top)


def _builders(view: View, known: set[Ref], grounds: dict[Ref, Ref]) -> Iterator[Claim]:
    """县政府与明澈玻璃签约，双方将共建某基地: who only agreed, but builds on some ground."""
    for c in view.once(undertakes):
        if c.head.type == "Enterprise" and c.head not in known and c.tail in grounds and not _contracted(view, c):
            yield _of_whole(view, c, c.head, grounds[c.tail], c.head_span)


def _met_abroad(view: View, claim: Claim) -> bool:
    """Whether only the visitors are elsewhere: 在江东，代表团介绍松泉开发区, which is where its name says."""
    return claim.rule == "located_in:setting" and abroad(view, claim.tail)


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
            if m.type == "Organization" and ground.place and _not_of(view, m, ground.place):
                continue
            if m.type == "Zone" and _SITE.search(view.clean, max(clause.start, m.start - 6), m.start):
                continue  # 位于甲产业园的乙项目: where it is used as a place it is no thing on the ground of another
            if m.type == "Zone" and ground.place and view.surface(m) in ground.place.key:
                continue  # 高新区 beside 云岭高新区东园: the whole lies in no part of it
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


def _not_of(view: View, body: Mention, place: Mention) -> bool:
    """Whether a body is that of another place than one where it is met: 云岭市委 in 松泉县, 县农业农村局 in 石桥镇."""
    smaller = place.type == "Region" and place.ref != view.home and _TOWN.search(view.surface(place)) is not None
    return ruled(view, body) not in (None, place.ref) or (smaller and _OF_COUNTY.match(view.surface(body)) is not None)


def _nearer(before: Claim, ground: Ground) -> bool:
    """Whether a ground says more than the first that was found: the subject of a sentence, after a heading."""
    return before.rule == "located_in:heading" and ground.rule == "subject"


def _beyond(view: View, thing: Mention) -> bool:
    """Whether a thing's own name says that it is not here: a zone of the nation, a foreign firm, a zone above home."""
    if thing.type == "Zone":
        elsewhere = seated_elsewhere(view.lexicon, thing.key, view.home) or (
            named_elsewhere(view, thing.key) and not _PARTNERS.fullmatch(thing.key)
        )
        return elsewhere or _outranks(view, thing) or _is_home(view, thing)
    if thing.type == "Event":
        return held_elsewhere(view, thing.key) or held_above(view, thing)
    if thing.type == "Project":
        return far_route(view, thing.key) or in_far_city(view, thing.key)
    if thing.type == "Organization":
        return of_city_above(view, thing.key)
    if thing.type != "Enterprise":
        return False
    named = owned_above(view, thing.key) is not None or branch_elsewhere(view, thing.key)
    named = named or hotel_elsewhere(view, thing.key)
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
    pairs += [
        (c.tail, c.head, c) for c in view.once(undertakes) if c.head.type == "Enterprise" and not _contracted(view, c)
    ]
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
            gained[part].append((3, _of_whole(view, claim, part, tail, spans)))
    for c in view.once(undertakes):  # 明澈玻璃落户东园，投资9亿元建设二期
        if c.rule == "undertakes:carried" and not explicit.get(c.tail):
            sites = [
                f for _, f in explicit.get(c.head, ()) if f.rule in _SITES and c.start <= f.start and f.end <= c.end
            ]
            gained[c.tail] += [(3, _of_whole(view, c, c.tail, f.tail, c.tail_span)) for f in sites]
    explicit.update(gained)


def _of_whole(view: View, claim: Claim, part: Ref, place: Ref, at: Span | None) -> Claim:
    """A claim of one relation as one of where its part is."""
    return replace(
        claim,
        head=part,
        type="located_in",
        tail=place,
        rule="located_in:whole",
        confidence=view.confidence("located_in:whole"),
        head_span=at,
        tail_span=None,
        properties=(),
    )


def _contracted(view: View, claim: Claim) -> bool:
    """Whether a firm only builds or designs what others own: 由甲局承建."""
    at = claim.head_span
    if at is None:
        return False
    if claim.rule == "undertakes:verb":  # 甲局在松泉县承建了大桥
        between = view.clean[at.end : claim.tail_span.start] if claim.tail_span else ""
        return re.search("承建|承接|承揽|中标|参建", between) is not None
    if claim.rule not in ("undertakes:by", "undertakes:this"):
        return False
    return CONTRACTED.match(view.clean, at.end) is not None and view.clean.find("投资", at.end, at.end + LEAD) < 0


def _outside(view: View, body: Mention, outsiders: re.Pattern[str]) -> bool:
    """Whether a body is one of the nation, the province or the press that only appears in the text."""
    named = [ref for _, _, ref in view.named(body.key, view.places)]
    if view.home is not None and view.home in named:
        return False
    return (
        outsiders.search(body.key) is not None
        or view.pattern("countries").match(body.key) is not None
        or society_elsewhere(view, body.key)
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
