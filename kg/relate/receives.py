"""Region, Enterprise, Organization, Zone or Project has received, holds or seeks an Honor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import ACTORS, Clause, View, span
from kg.types import Claim, Mention

_RECIPIENTS = ACTORS | {"Project"}
_ADVERBS = "(?:成功|被|已|正式|再次|首次|先后|分别|连续.{1,3}年|等|全力|积极)*"
_FIRMS = frozenset({"Enterprise", "Organization"})
_NAMED = frozenset({"Enterprise", "Organization", "Zone", "Project"})
_UNNAMED = re.compile(
    r"[”》]?(?:企业|产品|园区|项目|村|镇|家庭|平台|机构|单位)?(?:（[^（）]*）)?(?:\d|[一二三四五六七八九十]+[家个项户名人])"
)
_FIRM = re.compile(r"[”》]?(?:企业|公司|单位)?[——]{0,2}")
_CARRIED = re.compile(
    r"(?:(?:并|同时|还|也|且|先后|又|已|曾|现已)*(?:连续.{1,3}年|成功|先后|相继|多次)*|(?:也|又|还)?是[^，。；]{0,6})"
)
_GIVEN_BY = re.compile(r"(?:被|经|由|获得?|受|荣获|得到|喜获)[“]?$")  # 被国家林业局授予: who gives is no recipient
_OF_PLACES = re.compile(r"(?:城市|市|县|区|旗|乡镇|镇|乡|村镇|之乡|之城|之都|名城|强县|百强|先行区|示范区|试验区)$")
_JOINED = re.compile(r"并|同时|还|也|且|先后|又")
_THIS = re.compile(r"[“]?(?:该|此|本)(项目|公司|企业|集团|园区)")
_THESE = {"项目": "Project", "公司": "Enterprise", "企业": "Enterprise", "集团": "Enterprise", "园区": "Zone"}


def receives(view: View) -> Iterator[Claim]:
    """甲公司获评国家技术创新示范企业 → received by 甲公司; 力争创建全国文明城市 → sought by the document's region.

    Honors of persons (李明获评劳动模范) and of unnamed ones (新增“小巨人”企业5家) are nobody's here.
    """
    won, sought, person = (view.pattern(t) for t in ("verbs_received", "verbs_sought", "surnames"))
    title = re.compile(rf"(?:{_heads(view, 'title')})$")
    body = re.compile(rf"(?<![全我市县区本])(?:{_heads(view, 'body')}){_ADVERBS}$")
    persons = re.compile(rf"(?:{_heads(view, 'person')})(?:称号|荣誉)?$")
    for clause in view.clauses:
        if clause.sentence.part == "glossary":
            continue
        for honor in clause.mentions:
            if honor.type != "Honor" or _UNNAMED.match(view.clean, honor.end):
                continue
            lead = view.lead(clause, honor.start)
            after = view.clean[honor.end : min(clause.end, honor.end + 8)]
            verb = won.search(view.clean, lead, honor.start)
            seek = sought.search(view.clean, lead, honor.start)
            wanted = seek or sought.search(after)
            planned = clause.sentence.modality == "planned"
            status = "sought" if (wanted and (verb is None or planned)) or (planned and verb is None) else "received"
            properties = (("status", status),)
            first = verb or seek
            end = first.start() if first else honor.start
            givers = [m.start for m in view.near(clause, honor) if m.end <= end and _gives(view, clause, m, honor)]
            end = min([end, *givers])
            recipients = _recipients(view, clause, honor, verb)
            if all(m.type == "Region" for _, m in recipients) and persons.search(honor.key.strip("”")):
                continue  # a person's title is no place's
            if any(m.type == "Region" and body.search(view.clean, m.end, end) for _, m in recipients[-1:]):
                continue  # 云岭古城创建…: somebody whom nobody found
            for rule, m in recipients:
                where = view.clause(m.start)
                spans = (span(m), span(honor))
                yield view.claim("receives", m.ref, honor.ref, (where, clause), rule, spans, properties)
            if recipients or view.home is None:
                continue
            unfit = view.home.type == "Region" and title.search(honor.key.strip("”"))
            named = first and (person.fullmatch(view.clean, lead, end) or body.search(view.clean, lead, end))
            if not unfit and not named:
                yield view.claim("receives", view.home, honor.ref, (clause,), "home", (None, span(honor)), properties)


def _heads(view: View, kind: str) -> str:
    """The last words of one kind in the list of recipients, as one pattern."""
    return "|".join(row["pattern"] for row in view.lexicon.rows("recipient_heads") if row["kind"] == kind)


def _recipients(view: View, clause: Clause, honor: Mention, verb: re.Match[str] | None) -> list[tuple[str, Mention]]:
    """Who the clause says has or seeks it, with the rule's name."""
    following = [m for m in view.near(clause, honor) if m.start >= honor.end]
    if following and following[0].type == "Enterprise" and _FIRM.fullmatch(view.clean, honor.end, following[0].start):
        return [("apposition", following[0])]
    before = [m for m in view.near(clause, honor) if m.end <= honor.start and m.type in _RECIPIENTS]
    before = [m for m in before if not _gives(view, clause, m, honor)]
    if before:
        return [("subject", m) for m in view.lists(before)[-1] if not view.is_above(m.ref)]
    if this := _THIS.match(view.clean, clause.start):
        kind = _THESE[this[1]]
        for index in range(clause.index - 1, max(-1, clause.index - 8), -1):
            if found := [m for m in view.clauses[index].mentions if m.type == kind]:
                return [("this", found[-1])]
    start = verb.start() if verb is not None else honor.start
    said = verb is not None or view.clean[clause.start : honor.start].strip("也又还").startswith("是")
    if said and _CARRIED.fullmatch(view.clean, clause.start, start):
        joined = _JOINED.match(view.clean, clause.start) is not None
        carried = view.governing(clause, _NAMED, 2 if joined else 1)
        fit = not _OF_PLACES.search(honor.key.strip("”"))
        return [("carried", m) for m in carried if (fit or joined) and view.clean[m.end : m.end + 1] not in "的等、"]
    if view.scene.text.document.kind == "news" and not _OF_PLACES.search(honor.key.strip("”")):
        # 甲公司创立于2009年，…，建有国家级博士后科研工作站: the news go on about whom the sentence began with
        firms = view.governing(clause, _FIRMS, 8)
        return [("carried", m) for m in firms if view.clean[m.end : m.end + 1] not in "的等、"]
    return []


def _gives(view: View, clause: Clause, m: Mention, honor: Mention) -> bool:
    """Whether a body gives the honor: 被国家林业局、财政部授予…, 经省政府批准为…."""
    leader = view.leader(clause, m)
    if not _GIVEN_BY.search(view.clean, max(clause.start, leader.start - 4), leader.start):
        return False
    return view.pattern("verbs_received").search(view.clean, m.end, honor.start) is not None
