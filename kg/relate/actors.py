"""Who carries out, adopts or fosters what a clause names: another actor that it has, else the home region."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import ACTORS, NEAR, PLACES, Clause, View, span
from kg.relate.scope import governing_place
from kg.relate.this_place import this_place
from kg.types import Claim, Mention, Ref, Span

# 云岭市委“三城一谷”, 东山省“七大工程”: an owner right before the name
AUTHORITIES = frozenset({"Region", "Zone", "Organization"})  # who carries out programmes and follows slogans
_OWNER = re.compile(r"(?:市|县|区|省|镇|州)?(?:委|政府|委市政府|委、市政府)?(?:的|提出的|关于)?[“《]?")

# 省政府出台了若干意见: what a higher level issued is not yet what the region does
_ISSUED = re.compile(
    r"(?:国务院|中央|国家(?:层面)?|省委|省政府|省里|市里|上级|自治区党委|自治区政府|自治区)[^，。；]{0,10}(?:出台|印发|制定|颁布|颁发|下发|发布|批复|批准)了?(?:[^，。；]{0,12}[、和])?[^，。；、]{0,8}$"
)
# 东山省启动实施…: the place that holds the document's own acts itself
_ACTS = re.compile(
    "(?:今年|去年|明年|全省|全市|已|将|还|正|继续|正在|计划|深入|全面|率先|大力|扎实|全力|积极|持续|纵深|同步|先后|统一|组织|启动)*"
    "(?:开展|实施|启动|推行|推进|出台|组织|印发)"
)
# 东山省|以建设“两都”为目标, in a text of one of its zones
_AIMS = re.compile("以[^，。；]{2,40}?为(?:目标|抓手|契机|引领|主线|统领)")
_ACTED = re.compile(rf"{_ACTS.pattern}了?[“《]?")  # 是青山区推进“招商突破年”活动的举措: the one right before the verb
# 云岭市委, 云岭市人民政府, 市政府; but not 云岭市公安局
_COMMITTEE = re.compile(r"(省|自治区|市|州|县)(?:党?委)(?:、?[省市县]?(?:人民)?政府)?(?:的|提出的|关于)?[“《]?$")
_BODY = re.compile(r"([一-龥]{2,10}?)?(省|市|县|区|州|盟|旗|镇|乡)?(?:委|党委|人民政府|政府|管委会|党工委)")
_GONE = re.compile(r"(?:赴|前往|奔赴)[“]?$")  # 赴江东、临江开展“敲门招商”
_REPORTS = re.compile(r"(?:讯|消息|报道|电)[ （(]")  # 云岭日报讯（记者…）市工信局印发…
_HELPED = re.compile(r"支持|推动|推进|指导|鼓励")
_GIVEN = re.compile(r"(?:交给|赋予|给予|对)$")  # 中央交给东山省的“五大任务”: the document's region takes part in them
_WINS = re.compile(
    r"[”]?(?:等[^，。；、]{0,8})?(?:均|先后|成功|双双|也|已)*(?:入选|获评|获得|荣获|被评|被列|列入|获批|喜获|斩获)"
)
TOGETHER = re.compile(r"[与同和向]$")  # 与甲大学、乙大学的产学研合作 is not theirs alone
_DECREED = re.compile(r"(?:规划|计划|清单|方案|意见|条例)》?$")  # 云省重大项目建设计划 is the province's
_FOLLOWED = re.compile(r"(?:落实|贯彻|执行|实施|抓好)[^，。；]{0,8}$")  # 贯彻落实云省重大项目建设计划: who does so, too
# 按照东山省“一核两带”布局, 融入京津冀“六链五群”: who heeds what a higher level or a wider area has does so, too
_HEEDED = re.compile(r"(?:按照|围绕|紧扣|融入|对接|承接|服务)[^，。；]{0,8}$")


def acted(view: View, relation: str, tail: str, actors: frozenset[str]) -> Iterator[tuple[Clause, Mention, Claim]]:
    """A claim for each mention of the tail's type: `relation:subject`, `:owner` or `:home`.

    The title and the furniture of a page are read too, a glossary is not: it explains and states nothing.
    """
    for clause in view.clauses:
        if clause.sentence.part == "glossary":
            continue
        named = [m for m in clause.mentions if m.type == tail]
        for mention in (*named, *itertools.chain.from_iterable(_listed(view, m) for m in named if m in view.inner)):
            for rule, head, at in _heads(view, clause, mention, actors):
                spans: tuple[Span | None, Span | None] = (at, span(mention))
                clauses = (clause,) if at is None or at.start >= clause.start else (view.clause(at.start), clause)
                yield clause, mention, view.claim(relation, head, mention.ref, clauses, rule, spans)


def _listed(view: View, whole: Mention) -> list[Mention]:
    """The programmes that a longer name lists: “千企改造”“万户提升”行动 has two."""
    parts: list[Mention] = []
    if whole.type != "Program":
        return parts
    for m in view.inner.get(whole, ()):
        if m.type == whole.type and m.ref != whole.ref and (not parts or view.linked(parts[-1], m)):
            parts.append(m)
    covered = len(parts) > 1 and parts[0].start - whole.start < 2
    return parts if covered else []


def _heads(
    view: View, clause: Clause, mention: Mention, actors: frozenset[str]
) -> Iterator[tuple[str, Ref, Span | None]]:
    lead = view.lead(clause, mention.start)
    if _DECREED.search(mention.key):
        followed = _FOLLOWED.search(view.clean, lead, mention.start)
        named = view.named(mention.key, view.places)
        if named and named[0][0] == 0 and view.is_above(named[0][2]) and named[0][2].key not in view.areas:
            if not followed or not mention.key.endswith("条例"):
                yield "owner", named[0][2], None
            if not followed:
                return
    if _ISSUED.search(view.clean, lead, mention.start):
        return
    if mention.start - clause.start <= 1 and mention.type == "Program":  # ▲江东市“百日攻坚”行动启动
        named = view.named(mention.key, view.places)
        place = named[0][2] if named and named[0][0] == 0 else None
        if place and place.type == "Region" and place != view.home and place.key not in view.areas:
            yield "owner", place, None
            return
    before = [m for m in view.near(clause, mention) if m.end <= mention.start]
    if before and (found := _of_last(view, clause, mention, actors, before[-1])) is not None:
        yield from found
        return
    if _firms(view, clause, mention):
        return
    if (above := _of_committee(view, lead, mention)) is not None:
        yield "owner", above, None
    if (this := this_place(view, clause)) is not None and this.type in actors:
        yield "subject", this.ref, span(this)
        return
    opens = view.leader(clause, mention).start - clause.start <= 1 or _WINS.match(
        view.clean, view.group(clause, mention)[-1].end, clause.end
    )  # 产业扶贫、教育扶贫等做法入选…: it is the subject
    subjects = view.subjects(clause, actors) or ([] if opens else _before(view, clause, actors & PLACES))
    if subjects and view.clean[subjects[-1].end : subjects[-1].end + 1] in "的市省委等、":
        subjects = []
    subjects = [m for m in subjects if m.end <= mention.start and not _REPORTS.match(view.clean, m.end)]
    other = [m for m in subjects if m.ref != view.home and (not view.is_above(m.ref) or _acts(view, m, mention))]
    if other:
        acting = {m: ruled(view, m) for m in other}
        heads = {acting[m] or m.ref: m for m in reversed(other)}
        for head, m in reversed(heads.items()):
            yield "home" if head == view.home else "subject", head, span(m)
    elif view.home is not None:
        here = next((m for m in subjects if m.ref == view.home), None)
        yield "home", view.home, span(here) if here else None


def _acts(view: View, place: Mention, mention: Mention) -> bool:
    """Whether a place above the document's own does something itself, or has an aim of its own."""
    return bool(_ACTS.match(view.clean, place.end, mention.start) or _AIMS.match(view.clean, place.end))


def _of_last(
    view: View, clause: Clause, mention: Mention, actors: frozenset[str], last: Mention
) -> list[tuple[str, Ref, Span | None]] | None:
    """Who acts by the name that stands last before: 云岭市的行动, 云岭市实施行动; None where it does not say so."""
    lead, found = view.lead(clause, mention.start), list[tuple[str, Ref, Span | None]]()
    given = _GIVEN.search(view.clean, max(clause.start, last.start - 4), last.start)
    leader = view.leader(clause, last).start
    given = given or TOGETHER.search(view.clean, max(clause.start, leader - 2), leader)
    owner = given is None and _OWNER.fullmatch(view.clean, last.end, mention.start)
    if last.type in actors and last.ref != view.home and owner:
        owners = [m for m in view.group(clause, last) if m.type == last.type and m.ref.key not in view.areas]
        for m in owners[-NEAR:]:
            whose = ruled(view, m) or m.ref
            if whose != view.home:
                found.append(("owner", whose, span(m)))
        first = owners[0] if owners else last
        follows = _FOLLOWED.search(view.clean, lead, first.start) is not None or not owners
        heeds = view.is_above(last.ref) and _HEEDED.search(view.clean, lead, first.start) is not None
        if view.home and (follows or heeds or any(ruled(view, m) == view.home for m in owners)):
            found.append(("home", view.home, None))
        return found
    gone = _GONE.search(view.clean, max(clause.start, leader - 3), leader) or view.clean[clause.start] in "与同"
    if last.type in actors and not gone and _ACTED.fullmatch(view.clean, last.end, mention.start):
        together = [m for m in view.group(clause, last) if m.type == last.type and m.start <= last.start][-NEAR:]
        heads = {ruled(view, m) or m.ref: m for m in together}  # 在甲镇、乙镇实施
        return [("home" if head == view.home else "subject", head, span(m)) for head, m in heads.items()]
    return None


def ruled(view: View, body: Mention) -> Ref | None:
    """The place that a body governs, for which it acts: 云岭市委、市政府 → 云岭市."""
    found = _BODY.fullmatch(view.surface(body)) if body.type == "Organization" else None
    if found is None:
        return None
    name, level = found.groups(default="")
    return view.places.get(name) or view.places.get(name + level) if name else view.home


def _of_committee(view: View, lead: int, mention: Mention) -> Ref | None:
    """The place above the text's own whose 省委, 市委 has set what follows, where the text names it anywhere."""
    said = _COMMITTEE.search(view.clean, lead, mention.start)
    if said is None:
        return None
    above = governing_place({"自治区": "省", "州": "市"}.get(said[1], said[1]), view.scene)
    return above if any(ref == above for ref in view.places.values()) else None


def _before(view: View, clause: Clause, actors: frozenset[str]) -> list[Mention]:
    """The subjects of an earlier clause, but not those whom somebody helps: 支持甲园区、乙园区发展，培育新能源产业."""
    found = view.governing(clause, actors, 2)
    helped = found and _HELPED.search(view.clean, view.clause(found[0].start).start, found[0].start)
    return [] if helped else found


def _firms(view: View, clause: Clause, mention: Mention) -> bool:
    """Whether a company does it: 明澈玻璃坚持创新驱动战略 says nothing of the place."""
    found = view.governing(clause, ACTORS, 2)
    return (
        bool(found)
        and found[0].type == "Enterprise"
        and found[-1].end <= mention.start
        and view.clean[found[-1].end : found[-1].end + 1] not in "的等、"
    )
