"""Region, Enterprise, Organization, Zone or Project has received, holds or seeks an Honor."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.ontology import Lexicon
from kg.ontology.divisions import COUNTY
from kg.relate.award_status import status_of
from kg.relate.clauses import Clause, View, span
from kg.relate.givers import gives
from kg.relate.meant import CARRIED, RECIPIENTS
from kg.relate.scope import governing_place, own_whole
from kg.relate.this_place import opens_with_park, other_park, park_called
from kg.relate.winners import fits, recipients, so_many
from kg.types import Claim, Mention, Ref, Span

_ADVERBS = "(?:成功|被|已|正式|再次|首次|先后|分别|连续.{1,3}年|等|全力|积极)*"
_SIGHT = re.compile(
    "[一-龥]?(?:[山湖岭峡湾岛河江寺塔洞泉溪]|古[镇城村]|大峡谷|森林公园|湿地|草原)(?:景区|风景区|旅游区|公园)?"
)
_UNNAMED = re.compile(
    r"[”》]?(?:企业|产品|园区|项目|村|镇|家庭|平台|机构|单位)?(?:（[^（）]*）)?(?:\d|[一二三四五六七八九十]+[家个项户名人])"
)
_GROUND = re.compile(
    r"[”》]?(?:核心区|拓展区|辐射区|启动区|起步区|先导区|承载区)(?:——|内|的)"
)  # 现代农业示范区核心区——甲基地
_COUNTED = re.compile(
    r"(?:在|前)[^，。；]{0,6}?\d+[个家座][“]?$|\d[余多]?[个家所座](?:左右)?[“]?$"
)  # 在19个国家级新区中居第三
_OF_A_FIRM = re.compile(
    "(?:企业|公司|合作社|小巨人|示范社|示范场|单项冠军|政府质量奖|绿色工厂|智能工厂|隐形冠军)(?:名单|榜单|名录|目录|库|百强榜?|(?:制造业|服务业)?[1-9]\\d*强)?$"
)
_WHOLE = re.compile(r"(?:^|(?<=[，。；：\n]))全[省市县旗州盟](?![级第首唯率领前最仅同共有]|[\d一二三四五六七八九十])")
_OURS = re.compile("[我本][省市县区州旗盟镇乡]")  # 云岭红枣获评金奖，|我县荣获…
_NEAR = 120  # characters before an honor in a sentence that may say of which place it speaks
_A_FIRM = re.compile(r"[“]?(?:目前|近年来|如今|现在)?，?(?:该)?(?:企业|公司|集团|我们公司|我们企业)(?![数家群名总])")
_IS = re.compile(
    r"(?![我全本该也更又都正已曾既这])(?!同时|不仅|一直|目前|现在|如今|还|是)[一-龥“”]{2,12}?(?<![也还都不更又既])(?:是|系)[^，。；]{0,12}$"
)
_THING = re.compile(r"[一-龥]{1,8}”(?:被|成功|先后|已|再次|首次|也)*$")
_NOUN = re.compile(
    rf"(?!成功|再次|首次|曾|近年|去年|今年|现已|陆续|接连|多次|率先|累计|目前|最终|终于|凭借|一直|荣|正|将|全力|积极|力争|连续|顺利|正式|同时|先后|又|也|还|已|被|全域|整[县市]|全[县市旗州盟]|[省市县区]|一举|双双|均|分别|相继|喜|等|、)[一-龥]{{2,5}}?{_ADVERBS}"
)
_SUCH_MANY = re.compile(  # 等3个村, 两个乡镇
    r"(?:等|等?[\d一二三四五六七八九十两]{1,3}(?:余|多)?[个家所座名位])[^，。；、]{0,8}"
)
_OUTRIGHT = re.compile(
    "(?:并|还|又|也|同时|再次|全力|积极|成功|顺利|先后|正式|确保|今年|去年)*(?:获批|获准|创成|创建|争创|申报|申创|争取|力争|冲刺)"
)
_PURSUED = re.compile("(?:全面|深入|扎实|持续|加快|积极|全力|正式)*(?:启动|推进|开展|深化|抓好|做好)“?")
_FROM_NONE = re.compile("”?(?:均|已|也)*(?:实现|取得)(?:了)?零的?突破")  # 省重点实验室|实现零的突破
# 近年来，园区先后获评…
_OWN_ZONE = re.compile(rf"(?:该|本)?(?:园区|开发区|高新区|经开区|新区|产业园|工业园|集中区|小镇){_ADVERBS}")


def receives(view: View) -> Iterator[Claim]:
    """甲公司获评国家技术创新示范企业 → received by 甲公司; 力争创建全国文明城市 → sought by the document's region.

    What is only built on (推进国家创新型城市建设) is received where the document says elsewhere that it was won. Honors
    of persons (李明获评劳动模范) and of unnamed ones (新增“小巨人”企业5家, 三个县获评…) are nobody's here.
    """
    found: list[_Award] = []
    nobody = -1  # the clause of the last honor whose winner nobody found
    for clause in view.clauses:
        if clause.sentence.part != "glossary":
            orphan = clause.first <= nobody == clause.index - 1 and not _OURS.match(view.clean, clause.start)
            new = [*_awards(view, clause, orphan=orphan)]
            found += new
            if not new and _of_somebody(view, clause):
                nobody = clause.index
    won = {(a.head, a.honor.ref) for a in found if a.status == "received" and a.sure}
    for a in found:
        if a.head.type in ("Region", "Zone") and _OF_A_FIRM.search(a.honor.key):
            continue  # 国家高新技术企业、省瞪羚企业甲公司: of no place
        held = a.status == "received" or (not a.sure and (a.head, a.honor.ref) in won)
        properties = (("status", "received" if held else "sought"),)
        yield view.claim("receives", a.head, a.honor.ref, a.clauses, a.rule, (a.at, span(a.honor)), properties)


@dataclass(frozen=True, slots=True)
class _Award:
    """Who has or seeks an honor; `sure` is False where only the setting says whether it is held already."""

    head: Ref
    honor: Mention
    status: str
    sure: bool
    rule: str
    clauses: tuple[Clause, ...]
    at: Span | None


def _awards(view: View, clause: Clause, orphan: bool) -> Iterator[_Award]:
    """The honors of a clause with those who have or seek them; an orphan goes on about somebody whom nobody found."""
    tops = [m for m in clause.mentions if m.type == "Honor"]
    # 创建国家、|省级示范区: the second of two levels has the end of the first
    honors = [n for m in tops for n in (m, *(i for i in view.inner.get(m, ()) if i.type == "Honor" and i.end == m.end))]
    if not honors:
        return
    won, sought, surname = (view.pattern(t) for t in ("verbs_received", "verbs_sought", "surnames"))
    shapes = _shapes(view.lexicon)
    for honor in honors:
        if (
            _UNNAMED.match(view.clean, honor.end)
            or _GROUND.match(view.clean, honor.end)
            or (_COUNTED.search(view.clean, clause.start, honor.start) and not so_many(view, clause, honor))
        ):
            continue
        lead = view.lead(clause, honor.start)
        verb = won.search(view.clean, lead, honor.start)
        seek = sought.search(view.clean, lead, honor.start)
        status, sure = status_of(view, clause, honor, verb, seek)
        first = verb or seek
        end = first.start() if first else honor.start
        givers = [m.start for m in view.near(clause, honor) if m.end <= end and gives(view, clause, m, honor)]
        end = min([end, *givers])
        winners = recipients(view, clause, honor, verb)
        if winners is None or (orphan and any(rule == "carried" for rule, _ in winners)):
            continue
        if _is_anothers(view, clause, honor, [m for _, m in winners], end):
            continue
        for rule, m in winners:
            where = (view.clause(m.start), clause)
            yield _Award(m.ref, honor, status, sure, rule, where, span(m))
        if winners or view.home is None:
            continue
        if (spoken := _spoken_of(view, clause, honor)) is not None:
            if above := governing_place(spoken[-1], view.scene):
                yield _Award(above, honor, status, sure, "home", (clause,), None)
            continue
        own = view.home.type == "Zone" and _OWN_ZONE.match(view.clean, clause.start)  # 园区是…, in its own news
        if not own and _IS.match(view.clean, clause.start, honor.start):
            continue  # 洋口港是国家一类口岸: something that nobody found
        if view.scene.text.document.kind != "report" and _goes_on_of_firm(view, clause):
            continue  # 明澈玻璃副总经理李明说，企业专注玻璃，获评…
        park = park_called(view, clause)
        if park is not None and fits(view, park.ref, honor) and not honor.key.endswith(("县", "市")):
            yield _Award(park.ref, honor, status, sure, "this", (view.clause(park.start), clause), span(park))
            continue
        if opens_with_park(view, clause) and not honor.key.endswith(("县", "市", "区")):
            continue  # which park, nobody says
        called = honor.key.strip("”")
        unfit = view.home.type == "Region" and (
            shapes.thing.search(called) is not None
            or (shapes.site.search(called) is not None and not _of_nobody_else(view, clause, honor))
        )
        named = first and (surname.fullmatch(view.clean, lead, end) or shapes.body.search(view.clean, lead, end))
        if view.home.type == "Zone" and _OWN_ZONE.fullmatch(view.clean, clause.start, end):
            named = None  # 园区获评…, in a text of that park
            if (park := other_park(view, clause)) is not None:
                where = (view.clause(park.start), clause)
                yield _Award(park.ref, honor, status, sure, "this", where, span(park))
                continue
        unfit = unfit or not fits(view, view.home, honor)
        if not unfit and not named and not orphan and not shapes.some.search(view.clean, lead, honor.start):
            yield _Award(view.home, honor, status, sure, "home", (clause,), None)


def _of_nobody_else(view: View, clause: Clause, honor: Mention) -> bool:
    """Whether a sentence speaks of nobody up to an honor: 成功获批国家农业科技园区, 启动国家级旅游度假区创建.

    省重点实验室实现零的突破 speaks of nobody else either. Not 园区税收翻番，获评先进园区, nor 建设国家级孵化器.
    """
    if _FROM_NONE.match(view.clean, honor.end):
        return True
    if _PURSUED.fullmatch(view.clean, clause.start, honor.start):
        return view.clean.startswith(("创建", "申报", "申创"), honor.end)
    return all(_OUTRIGHT.match(view.clean, other.start) for other in view.clauses[clause.first : clause.index + 1])


def _is_anothers(view: View, clause: Clause, honor: Mention, winners: list[Mention], end: int) -> bool:
    """Whether an honor is that of somebody or something that nobody found, before `end`: 云岭木雕被列入….

    Not of 云岭市被列入….
    """
    shapes = _shapes(view.lexicon)
    title, places = honor.key.strip("”"), [m for m in winners[-1:] if m.type == "Region"]
    if shapes.town.search(title) and any(m.type == "Region" and _is_county(m.ref) for m in winners):
        return True  # 青川县竹海获评特色小镇: a town, park or firm
    if shapes.person.search(title) and any(m.type != "Organization" for m in winners or [honor]):
        return True  # a person's title is no place's and no firm's: 董事长获评全国劳动模范
    last = max((m.end for m in view.near(clause, honor) if m.end <= end and m.type in RECIPIENTS), default=end)
    if places and not _SUCH_MANY.fullmatch(view.clean, last, end) and shapes.body.search(view.clean, last, end):
        return True  # 云岭古城创建…
    if shapes.officer.search(view.clean, min(last, end), end):
        return True  # 新桥村支书李明被评为…, 明澈玻璃董事长王强获评…
    for m in places:
        if _SIGHT.fullmatch(view.clean, m.end, honor.start):
            return True  # 创建云岭湖国家5A级旅游景区
        if _THING.match(view.clean, m.end, end) or _is_produce(view, m, _acts(view, m, end, honor)):
            return True  # “云岭剪纸”入选…: a thing that bears the place's name
    return any(_quoted_produce(view, m) for m in winners)


def _spoken_of(view: View, clause: Clause, honor: Mention) -> str | None:
    """全县 in a town's text, where a sentence speaks of the place above: 全县油菜50万亩，被誉为“油菜之乡”."""
    start = max(view.clauses[clause.first].start, honor.start - _NEAR)
    whole = [m[0] for m in _WHOLE.finditer(view.clean, start, honor.start)]
    if not whole or view.home is None or not view.home.key.isdigit() or own_whole(whole[-1], view.home):
        return None
    return whole[-1] if governing_place(whole[-1][-1], view.scene) is not None else None


def _of_somebody(view: View, clause: Clause) -> bool:
    """Whether a clause with an honor begins with somebody: 云岭红枣入选…, but not 争创…."""
    honor = next((m for m in clause.mentions if m.type == "Honor"), None)
    if honor is None:
        return False
    verb = view.pattern("verbs_received").search(view.clean, view.lead(clause, honor.start), honor.start)
    return verb is not None and not CARRIED.fullmatch(view.clean, clause.start, verb.start())


class _Shapes(NamedTuple):
    """How honors end that are no place's: of a thing, a site, persons, towns and works; and who else has won.

    Attributes:
        body, officer: words right before the verb that name a body or a person.
        some: some of many without names: 五个县（市）荣获…, 各县（市、区）争创….
    """

    thing: re.Pattern[str]
    site: re.Pattern[str]
    person: re.Pattern[str]
    town: re.Pattern[str]
    body: re.Pattern[str]
    officer: re.Pattern[str]
    some: re.Pattern[str]


@functools.lru_cache(maxsize=4)
def _shapes(lexicon: Lexicon) -> _Shapes:
    def words(kind: str) -> str:
        return "|".join(row["pattern"] for row in lexicon.rows("recipient_heads") if row["kind"] == kind)

    given = rf"{_ADVERBS}(?:[被由经][^，。；、]{{1,10}})?$"
    return _Shapes(
        thing=re.compile(rf"(?:{words('title')})$"),
        site=re.compile(rf"(?:{words('site')})$"),
        person=re.compile(rf"(?:{words('person')})(?:称号|荣誉)?$"),
        town=re.compile(rf"(?:{words('town')})$"),
        body=re.compile(rf"(?:(?<![全我市县区本])(?:{words('body')})|党总支|党支部){given}"),
        officer=re.compile(rf"(?:{words('officer')})[一-龥]{{2,3}}?{given}"),
        some=re.compile(
            rf"(?:[\d一二三四五六七八九十两多]+|各|部分|有)(?:个|家|所|名|位|批)?(?:行政|乡镇|县级|城)?(?:{words('several')})"
            r"[^，。；]{0,8}(?:获|荣|评|入选|创|列入|被|争|通过|认定|成为|跻身|上榜)"
            rf"|(?:鼓励|支持|指导|推动|加大|引导|组织)[^，。；]{{0,4}}(?:{words('helped')})[^，。；]{{0,6}}(?:创|争|申)"
        ),
    )


def _acts(view: View, place: Mention, end: int, honor: Mention) -> int:
    """Where the verb stands behind a place: 创建 of 力争云岭公园创建国家5A级景区."""
    if place.end <= end:
        return end
    found = [view.pattern(t).search(view.clean, place.end, honor.start) for t in ("verbs_received", "verbs_sought")]
    return min((m.start() for m in found if m), default=end)


def _is_produce(view: View, place: Mention, end: int) -> bool:
    """Whether a noun stands right behind a short name: 云岭木雕 of 云岭木雕被列入…"""
    if view.surface(place)[-1] in "省市县区旗州盟镇乡村":
        return False
    return _NOUN.fullmatch(view.clean, place.end, end) is not None


def _quoted_produce(view: View, place: Mention) -> bool:
    """Whether a place only opens a name in quotes: “云岭红枣”品牌价值居前，入选…."""
    if place.type != "Region" or view.clean[place.start - 1 : place.start] not in ("“", "《"):
        return False
    return view.clean[place.end : place.end + 1] not in ("”", "")


def _goes_on_of_firm(view: View, clause: Clause) -> bool:
    """Whether a clause before it in the sentence, or itself, begins with 企业 or 公司, which nobody found."""
    return any(_A_FIRM.match(view.clean, other.start, other.end) for other in view.clauses[clause.first : clause.index])


def _is_county(ref: Ref) -> bool:
    """Whether a Region is a county or larger, by its code."""
    return len(ref.key) == COUNTY and ref.key.isdigit()
