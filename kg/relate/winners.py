"""Who it is that a clause says has or seeks an Honor: 甲公司获评…; 两家公司分别上榜…; 乙园区…，被认定为…."""

from __future__ import annotations

import itertools
import re

from kg.relate.clauses import LEAD, PLACES, Clause, View
from kg.relate.givers import gives, on_list, published
from kg.relate.grounds import PRESS
from kg.relate.meant import BOTH, CARRIED, RECIPIENTS, still_this, this_one, those
from kg.relate.owners import DOERS
from kg.relate.this_place import this_place
from kg.types import Mention, Ref

_NAMED = frozenset({"Enterprise", "Organization", "Zone", "Project"})
_LASTING = frozenset({"Enterprise", "Zone"})  # of whom a sentence goes on to speak
_FIRM = re.compile(r"[”》]?(?:企业|公司|单位)?(?:的|——?)?[“]?")  # 作为国家技术创新示范企业的明澈玻璃
# 为荣获招商先进单位称号的松泉县、云岭高新区授牌
_WHO = re.compile(r"[”》]?(?:称号|荣誉|表彰|奖项)?的(?:县区|乡镇|企业|单位|园区|集体)?[“]?")
_CALLED = re.compile(r"[”》]?——?[“]?")  # 全国文明村——石桥村
_OF_PLACES = re.compile(
    r"(?:城市|市|县|区|旗|州|盟|乡镇|镇|乡|村镇|之乡|之城|之都|名城|强县|百强|先行区|示范区|试验区)$"
)
_OF_ZONES = re.compile(r"[^市县]区$")
_ONLY = re.compile(r"[”]?(?:企业|单位|称号)?[，。；]?")
_BESIDE = re.compile(r"[”]?(?:、|和|与|及|以及)[“]?")
_PARK_END = re.compile("(?:园|园区|片区|谷|港)$")
_OF_A_DIVISION = re.compile("(?:之乡|之都|城市|名城|[市县镇村])$")
_MADE_INTO = re.compile("(?:打造|建设|建|培育|发展|塑造)(?:成为?|为)[“《]?(?:[^，。；、]{2,20}、){0,3}")
_APART = "的等、讯消记"  # after a name that is no subject: 甲公司的…, 云岭日报讯
_AIDS = re.compile("(?:对口)?(?:援建|捐建|帮扶|支援|援助|捐赠|捐资)")  # 松泉县|援建的中学交付，获评…
_JOINED = re.compile(r"并|同时|还|也|且|先后|又")
# 荣获工信部…, 入选省科技厅…: whose list it is
_GIVEN_TO = re.compile(r"授予|命名|认定|确定|表彰|授牌|评为")
_PREDICATE = re.compile(r"(?:是|系|作为)[“]?$")  # 是某示范区的先导区、全国石化基地之一
_APART_FROM = re.compile(r"分别|分获|分列|各自|依次")
_PART = re.compile(r"[、和与及]")
_DATELINE = re.compile(r"^[^，。；]{0,24}(?:讯|电)(?:[ ）]|（[^（）]*）)?")
_DATELINE_ENDS = re.compile(r"[）)]?(?:[^，。；]{0,8}\d日)?[讯电]")
_FALLS = re.compile(
    r"[”》]?(?:称号|荣誉|殊荣|金字招牌)?(?:等[^，。；、]{0,6})?(?:双双|均|也|正式|相继|先后)*(?:花落|落户)[“]?"
)
_FAMED = re.compile(r"(?:自古|历来|一直|向来|曾)?(?:素有|享有|素称|被誉为|被称为|有着|是)")
_SPEAKER = re.compile(
    r"[^，。；]{0,24}?(?:书记|常委|主任|县长|市长|区长|镇长|局长|董事长|总经理|负责人)[^，。；]{0,14}(?:表示|介绍|说|指出|透露|强调)"
)
# 总投资32亿元的玻璃度假区建成，成为…: what the clause before is about
_DESCRIBED = re.compile(r"(?:总?投资[^，。；、]{2,10}|占地[^，。；、]{2,10}|(?:位于|地处|坐落于)[^，。；]{2,16})的[“]?")
_WORKS_WITH = re.compile(r"(?:合作|共建|联合|共同|携手|签)")
_NUMBER = re.compile(r"[”]?(\d{1,2})[个家所座](?:企业|公司|单位)?[“]?")
# a title that ends so, and the places that cannot bear it: 重点村, no 镇
_UNFIT = (
    (re.compile(r"县(?:城)?$"), re.compile(r"[镇乡村]$|街道$|社区$")),
    (re.compile(r"(?<![村小])镇$"), re.compile(r"村$|社区$")),
    (re.compile(r"城市$"), re.compile(r"[镇乡村]$|街道$|社区$")),
    (re.compile(r"(?<![乡镇])村$|村庄$|社区$"), re.compile(r"[省市州县区旗镇乡]$|街道$")),
)


def recipients(
    view: View, clause: Clause, honor: Mention, verb: re.Match[str] | None
) -> list[tuple[str, Mention]] | None:
    """Who the clause says has or seeks it, with the rule's name; None where it is somebody whom nobody found."""
    if behind := _behind(view, clause, honor, told=verb is not None):
        return [("apposition", m) for m in behind]
    before = [m for m in view.near(clause, honor) if m.end <= honor.start and m.type in RECIPIENTS]
    before = [m for m in before if not (gives(view, clause, m, honor) or _lists(view, m, verb) or _reports(view, m))]
    if not before and published(view, clause, honor):
        return on_list(view, clause, RECIPIENTS)
    if len(before) > 1 and (bracket := view.clean.rfind("）", before[-1].end, honor.start)) >= 0:
        opened = view.clean.rfind("（", clause.start, bracket)  # 滨江大桥（由明澈路桥承建）获评…
        before = [m for m in before if not opened < m.start < bracket] or before
    if len(before) > 1 and _PREDICATE.search(view.clean, clause.start, before[-1].start):
        before = before[:-1]
    if before and before[-1].type in ("Project", "Zone") and _BESIDE.fullmatch(view.between(before[-1], honor)):
        before = []  # 建设玻璃基地和国家级检验中心: both are to be had
    if before:
        group = _with_partner(view, clause, view.lists(before)[-1])
        if (own := _each(view, clause, group, honor)) is not None:
            return [("subject", m) for m in own] or None
        if any(fits(view, m.ref, honor) for m in group):  # 竹海村、新桥镇入选美丽村庄、旅游强镇
            group = [m for m in group if fits(view, m.ref, honor)]
        return [("subject", m) for m in group if not view.is_above(m.ref) or _wins(view, clause, m, honor, verb)]
    if found := this_one(view, clause, clause) or still_this(view, clause, honor) or this_place(view, clause):
        return [("this", found)]
    if place := _called(view, clause):
        return [("carried", place)]
    if several := those(view, clause):
        own = _each(view, clause, several, honor)
        return [("this", m) for m in (several if own is None else own)] or None
    if BOTH.match(view.clean, clause.start):
        return None
    verb = verb or view.pattern("verbs_sought").search(view.clean, view.lead(clause, honor.start), honor.start)
    ranked = view.clean[clause.start : honor.start] == "在"  # 在全省园区考核中居第7位
    famed = _FAMED.fullmatch(view.clean, clause.start, honor.start - view.clean.startswith("“", honor.start - 1))
    start = clause.start if ranked or famed else verb.start() if verb is not None else honor.start
    said = (
        ranked
        or famed is not None
        or verb is not None
        or view.clean[clause.start : honor.start].strip("也又还").startswith("是")
    )
    if said and CARRIED.fullmatch(view.clean, clause.start, start):
        carried = _carried_on(view, clause, honor)
        if carried is None or carried:
            return None if carried is None else [("carried", m) for m in carried]
    if goes_on := _in_apposition(view, clause, honor):
        return [("carried", m) for m in goes_on]
    quoted = view.clean.startswith("“", clause.start)  # “云岭安防”获评…: no firm's
    if view.scene.text.document.kind == "news" and not quoted and not _OF_PLACES.search(honor.key.strip("”")):
        # 甲公司创立于2009年，…，建有国家级博士后科研工作站: the news go on about whom the sentence began with
        firms = _carrying(view, clause, DOERS, 8)
        return [("carried", m) for m in firms if view.clean[m.end : m.end + 1] not in _APART]
    return []


def _behind(view: View, clause: Clause, honor: Mention, *, told: bool) -> list[Mention]:
    """Whom the words behind an honor name as its bearer; `told`: a verb before it says that it was given."""
    following = [m for m in view.near(clause, honor) if m.start >= honor.end]
    last = view.group(clause, honor)[-1].end  # 书法之乡、文化先进县花落松泉县
    home_of = next((m for m in following if m.start >= last and m.type in RECIPIENTS), None)
    if home_of and _FALLS.fullmatch(view.clean, last, home_of.start) and fits(view, home_of.ref, honor):
        return [home_of]
    if told and following and _WHO.fullmatch(view.clean, honor.end, following[0].start):
        row = [m for m in view.lists(following)[0] if m.type in RECIPIENTS and fits(view, m.ref, honor)]
        if row:
            return row
    if following and following[0].type in RECIPIENTS:
        named = _FIRM if following[0].type == "Enterprise" else _CALLED
        if named.fullmatch(view.clean, honor.end, following[0].start) and fits(view, following[0].ref, honor):
            return following[:1]
    return []


def _carried_on(view: View, clause: Clause, honor: Mention) -> list[Mention] | None:
    """Whom the clauses before speak of, where the clause itself has no subject; None where it cannot be the one."""
    joined = _JOINED.match(view.clean, clause.start) is not None
    seeks = view.pattern("verbs_sought").search(view.clean, clause.start, honor.start) is not None
    carried = _carrying(view, clause, _NAMED, 2 if joined else 1) or _carrying(view, clause, _LASTING, 3)
    title = honor.key.strip("”")
    fit = not _OF_PLACES.search(title)
    if carried:
        return [
            m
            for m in carried
            if not (seeks and m.type == "Project")  # 甲、乙投产，争创示范基地: works seek nothing
            and (fit or joined or (m.type == "Zone" and _OF_ZONES.search(title)))
            and view.clean[m.end : m.end + 1] not in "的等、"
        ]
    if other := _won_before(view, clause):
        return other
    places = _carrying(view, clause, frozenset({"Region"}), 1)
    if not places and (thing := _described(view, clause)):
        return [thing]
    if not places:  # 松泉县…，与甲大学共建研究院，获批…: not the document's own
        places = [m for m in _carrying(view, clause, frozenset({"Region"}), 3) if m.ref != view.home]
    park = view.home is not None and view.home.type == "Zone"  # whose news go on about the city
    places = [m for m in places if park or not view.is_above(m.ref)]
    # 东园位于江东市，长江三角洲核心位置，获评…: a wider area says where it lies
    places = [m for m in places if view.clean[m.end : m.end + 1] not in _APART and m.ref.key not in view.areas]
    places = [m for m in places if not _AIDS.match(view.clean, m.end)]
    if places and all(fits(view, m.ref, honor) for m in places):
        return places
    if places:
        return None
    return []


def _wins(view: View, clause: Clause, m: Mention, honor: Mention, verb: re.Match[str] | None) -> bool:
    """Whether a place above is the subject itself, in the news of its park: 云岭市正冲刺全国文明城市."""
    if view.clean[m.start - 1] in "把将让" and _MADE_INTO.fullmatch(view.clean, m.end, honor.start):
        return True  # 我们要把松泉打造成竹子之乡
    verb = verb or view.pattern("verbs_sought").search(view.clean, m.end, honor.start)
    if verb is None or m not in view.subjects(clause, PLACES):
        return False
    return m.end <= verb.start() and CARRIED.fullmatch(view.clean, m.end, verb.start()) is not None


def _in_apposition(view: View, clause: Clause, honor: Mention) -> list[Mention]:
    """明澈玻璃是一家玻璃生产商，省级专精特新企业: whose the honor is that makes a clause by itself."""
    if view.clean[clause.start : honor.start].strip("“") or not _ONLY.fullmatch(view.clean, honor.end, clause.end):
        return []
    if clause.index == clause.first:
        return []
    firms = view.governing(view.clauses[clause.index - 1], DOERS, 4)
    if len(firms) != 1 or view.clean[firms[0].end : firms[0].end + 1] not in "是系为作（":
        return []
    return firms


def _described(view: View, clause: Clause) -> Mention | None:
    """The work or park that the clause before begins with behind words that describe it."""
    if clause.index == clause.first:
        return None
    before = view.clauses[clause.index - 1]
    things = [m for m in before.mentions if m.type in ("Project", "Zone")]
    if len(things) != 1 or not _DESCRIBED.fullmatch(view.clean, before.start, things[0].start):
        return None
    return things[0]


def _reports(view: View, m: Mention) -> bool:
    """Whether a mention is the medium whose news these are: 江东日报网讯 记者获悉，甲平台上榜…."""
    told = m.type == "Organization" and PRESS.search(m.key)
    return bool(told) and _DATELINE_ENDS.match(view.clean, m.end) is not None


def _speaks(view: View, m: Mention) -> bool:
    """Whether a body only stands in the title of somebody who speaks: 县委常委李明表示，…."""
    return _SPEAKER.match(view.clean, m.end) is not None


def _carrying(view: View, clause: Clause, types: frozenset[str], reach: int) -> list[Mention]:
    """Whom a sentence went on about; nobody where something that nobody found has won an honor since."""
    found = [m for m in view.governing(clause, types, reach) if not (m.type == "Organization" and _speaks(view, m))]
    if found:
        won = view.pattern("verbs_received")
        for other in view.clauses[view.clause(found[0].start).index + 1 : clause.index]:
            if all(m.type != "Honor" for m in other.mentions):
                continue
            verb = won.search(view.clean, other.start, min(other.end, other.start + LEAD))
            if verb is not None and not CARRIED.fullmatch(view.clean, other.start, verb.start()):
                return []
    return found


def fits(view: View, place: Ref, honor: Mention) -> bool:
    """Whether a place may be what an honor's last word says: no 镇 a 重点村, no 县 a 卫生城市, no park a 竹子之乡."""
    if place.type != "Region":
        return not (
            place.type == "Zone" and _PARK_END.search(place.key) and _OF_A_DIVISION.search(honor.key.strip("”"))
        )
    title, name = honor.key.strip("”"), view.full_name(place)
    return not any(of.search(title) and unfit.search(name) for of, unfit in _UNFIT)


def _lists(view: View, m: Mention, verb: re.Match[str] | None) -> bool:
    """Whether a body or a place above stands in the honor's own words: 荣获省科技厅…, 上榜工信部…名单."""
    if verb is None or m.start < verb.end() or _GIVEN_TO.search(verb[0]):
        return False
    return m.type == "Organization" or view.is_above(m.ref)


def _each(view: View, clause: Clause, group: list[Mention], honor: Mention) -> list[Mention] | None:
    """松泉、青川分别获评全国文明城市、国家卫生县城: each its own; None where nothing says that they are told apart.

    Those whom nobody found count by the marks of the list, so that the others keep their places.
    """
    after = group[-1].end if group[-1].end <= honor.start and group[-1].start >= clause.start else clause.start
    apart = _APART_FROM.search(view.clean, after, honor.start)
    if apart is None or (len(group) < 2 and not _PART.match(view.clean, after)):
        return None
    near = [m for m in view.near(clause, honor) if m.type == "Honor" and m.start >= apart.end()]
    end = min(clause.end, near[-1].end + LEAD)
    marks = [m.start() for m in _PART.finditer(view.clean, apart.end(), end)]
    marks = [at for at in marks if not any(m.start < at < m.end for m in near)]
    last = near[-1].end
    marks = [at for at in marks if at < last or view.clean[last:at] in ("", "”", "称号")]  # not 复审和评审
    if len(near) < 2 and not marks:
        return None
    before = view.clean[max(clause.start, group[0].start - 1)]
    first = 1 if group[0].start > clause.start and _PART.match(before) else 0
    count = first + len(group) + len(_PART.findall(view.clean[after : apart.start()]))
    if len(marks) + 1 == count:
        place = sum(at < honor.start for at in marks) - first
    elif len(near) == count:
        place = near.index(honor) - first
    else:
        return []
    return group[place : place + 1] if place >= 0 else []


def _with_partner(view: View, clause: Clause, group: list[Mention]) -> list[Mention]:
    """A list without those with whom its first, a place, only works: 松泉县 of 松泉县与江东大学合作建设先行区."""
    firms = [m for m in group if m.type in DOERS]
    if not firms or group[0].type not in PLACES or view.clean[firms[0].start - 1] not in "与同和":
        return group
    return [m for m in group if m not in firms] if _WORKS_WITH.match(view.clean, group[-1].end, clause.end) else group


def _called(view: View, clause: Clause) -> Mention | None:
    """The place that is all of the clause before: 松泉县新桥镇，素有“玻璃之都”之称."""
    if clause.index == clause.first or not _FAMED.match(view.clean, clause.start):
        return None
    before = view.clauses[clause.index - 1]
    chain = [m for m in before.mentions if m.type in PLACES]
    if before.index != clause.first or not chain or chain[-1].type != "Region":
        return None
    said = view.clean[before.start : chain[0].start] + view.clean[chain[-1].end : before.end]
    joined = all(a.end == b.start for a, b in itertools.pairwise(chain))
    return chain[-1] if joined and not _DATELINE.sub("", said).strip("，“”") else None


def so_many(view: View, clause: Clause, honor: Mention) -> bool:
    """Whether as many names stand before a number: 明澈、天工、云岭3家|国家高新技术企业."""
    before = [m for m in view.before(clause, honor) if m.end <= honor.start and m.type in RECIPIENTS]
    number = _NUMBER.fullmatch(view.clean, before[-1].end, honor.start) if before else None
    return number is not None and int(number[1]) == len(view.group(clause, before[-1]))


def _won_before(view: View, clause: Clause) -> list[Mention]:
    """Who won what the clauses before it in the sentence name: 松泉县荣获…，连续五年位居…; 该公司是…，入选…."""
    for index in range(clause.index - 1, max(clause.first, clause.index - 3) - 1, -1):
        earlier = view.clauses[index]
        if all(m.type != "Honor" for m in earlier.mentions):
            return []
        if found := this_one(view, earlier, earlier):
            return [found]
        if subjects := view.subjects(earlier, PLACES):
            return [m for m in subjects if not view.is_above(m.ref)]
    return []
