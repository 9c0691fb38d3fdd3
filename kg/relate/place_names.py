"""Places in the names of things: 新桥镇污水处理厂, 云岭高新区玻璃基地, 第三届松泉茶叶节."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.ontology import load_gazetteer
from kg.ontology.divisions import COUNTY, is_province
from kg.relate.clauses import Clause, View, span
from kg.relate.seats import OFFICIAL, PARTNER, abroad, home_names, named_elsewhere, seated_elsewhere, society_elsewhere
from kg.types import Claim, Mention, Ref, Span

# 江东新桥机场: is where its name says, in the text of whichever county around it
_AIRPORT = re.compile(r"机场(?:[一二三四]期|改?扩建|迁建|航站楼|工程|项目)*$")
_ENDS = re.compile(r"(?<=[^\d])[至到](?=[^\d])|(?<=[^\d])[－—–-]+(?=[^\d].*(?:路|线|高速|通道|道|段))")
_ROUTE = re.compile(r"(?<=[^\d])[至到－—–-](?=[^\d])|高铁(?!.{0,2}[站城区枢片])|铁路|航线|专列|班列")
_LINE = re.compile(r"(?:城际|高速|高铁|铁路|客专|大通道|快线)")
_LINE_PART = re.compile(r"段(?:$|[一二三]期|改造|工程|建设)")
_BRANCH = re.compile(r"(?:分行|支行|分公司|分中心)$")
_OWNER = 6  # characters of a name that says whose the thing is: 明澈|松泉数据中心
# 吉祥新能源汽车临江基地
_BASE = re.compile(
    r"(?:生产|制造|研发|产业)*(?:基地|工厂|分厂|园区|产业园|科技园|中心|总部|分院|校区|院区)(?:项目)?(?:[一二三]期)?"
)
_LEAD = re.compile(
    r"(?:.{2,8}(?:高速|公路|国道|省道|线))?[\d第届年首期月一二三四五六七八九十千伏万兆瓦吨A-Za-z“”（(、·和与及]*"
)
_TOWN = 9  # … and of a town's
_VILLAGE = re.compile(r"(?:[镇乡村]|街道|社区)$")
_OLDER = re.compile(
    r"(?:寺|庙|观|塔|水库|灌区|湿地|老街|古街|古巷|古道|古城|山|湖|江|河|溪|峡|岭|洞|岛|大坝|机场|遗址|故居|铁矿|煤矿|渠)"
)
_CALLED = re.compile(r"(?:大道|大桥|路|街|湖|河|寺|塔)(?:[一二三]期|建设|改造|工程|项目|快速化改造)*")
_STREET = re.compile(r"[东西南北中]?(?:路|街|大道|大街|广场|大桥)(?![网线段沿口道])")
_UNITS = "省市州盟县旗区镇乡村庄"
_AID = re.compile(r"援建|援疆|援藏|援助|支援|对口|帮扶|协作|飞地|境外|海外")  # what a place builds elsewhere
_SERVES = re.compile(r"配套(?!区|园|产业园)|(?:新区|市|县|城区)?(?:周边|外围)")  # 临江周边协同区 is around it
# 东湖景区 is not in a zone 东湖 but the same
_SAME = re.compile(r"(?:[1-5]A级?)?(?:旅游|生态|风景)*(?:片区|景区|新区|新城|园区|度假区|名胜区|经济区|开发区)")
_FORUM = re.compile(
    r"(?:国际|世界|全国|中国)*(?:高峰|高端)?(?:论坛|峰会|马拉松|大会|车展|双年展)"
)  # 生态文明临江国际论坛
_OPENED = re.compile(r"[（(](?:[一-龥]{1,8}[省市州盟县区旗])?$")
_GUEST = re.compile(r"[）)](?:产业|工业|科技|创新|合作|共建|转移)+(?:园|示范园|转移园)区?")
_SIGNED = re.compile(r"(?:签约|签下|引进|引入|招引|签订)(?:了)?[^，。；]*$")
_GOVERNING = re.compile(r"(?:委|政府|局|厅|办|办公室|委员会|法院|检察院|人大|政协)$")


def in_name(view: View, clause: Clause, thing: Mention) -> Iterator[tuple[int, Claim]]:
    """A place in the thing's name; not in a company's, nor the ends of a route, nor a road called after a place."""
    if thing.type == "Enterprise" and not _BRANCH.search(thing.key):
        yield from _firm_of(view, clause, thing)
        return
    name = thing.key
    if thing.type == "Project" and _ENDS.search(name) is not None:
        return  # its ends are not where it is
    found = _not_owners(view, name, view.named(name, view.places, thing.ref))
    if not found:
        name = view.surface(thing)
        found = _not_owners(view, name, view.named(name, view.places, thing.ref))
    if not found:
        found = [(0, stem, ref) for stem, ref in view.once(_stems) if name.startswith(stem)][:1]
    if thing.type == "Organization" and society_elsewhere(view, name):
        found = found[:1]  # 江东云岭商会: where they are, not where they come from
    seated = [f for f in found if f[2].key in view.seats or f[2].type == "Zone"]
    if thing.ref == view.home and 0 < len(seated) < len(found):
        found = seated  # 江东松泉共建产业园, which is in 松泉
    else:
        found = [f for f in found if not (_unfit(view, name, f) or _namesake(view, clause, thing, f))]
    found = [f for f in found if _bracketed(name, f)] or found  # 江东产业园（松泉）
    if thing.type in ("Zone", "Project"):  # 高新区 at the end of 云岭高新区 is no other zone
        whole = len(name.rstrip("）") if thing.type == "Zone" else name)  # nor is that of 云岭新区（松泉产业园）
        found = [f for f in found if f[2].type != "Zone" or f[0] + len(f[1]) < whole]
    wide = view.above if thing.type == "Zone" else None  # a zone is in the area of its name, a station is not
    free = thing.ref == view.home or thing.type == "Enterprise"  # 某某银行青川分行
    free = free or (thing.type == "Organization" and _GOVERNING.search(thing.key) is not None)
    free = free or _AIRPORT.search(name) is not None
    if thing.type == "Zone":
        found = _of_partners(view, found)
    kept = [f for f in found if free or not view.is_above(f[2], wide) or (wide and _run_above(view, name, f))]
    kept = [f for f in kept if _bracketed(name, f) or not (_locality(name, f) or _of_village(name, f))]
    if view.seats and any(f[2].key in view.above for f in found) and thing.ref != view.home:
        kept = [f for f in kept if _bracketed(name, f) or not abroad(view, f[2])]  # 松泉江东培训中心: its partner's
    here = view.home.key if view.home else ""
    if any(here in view.scene.parents.get(f[2].key, ()) for f in kept):  # 新桥镇云岭市中医院 is in 新桥镇
        kept = [f for f in kept if f[2] != view.home]
    route = thing.type == "Project" and _ROUTE.search(name) is not None
    if route:
        home = view.home.key if view.home else ""
        kept = [f for f in kept if home in view.scene.parents.get(f[2].key, ())]
    known = [f for f in kept if f[2].type == "Zone" or f[2].key.isdigit() or f[1][-1] in _UNITS]
    kept = known or kept  # 莲湖区京沪杭智慧港: the division, not the three cities
    zones = [f for f in kept if f[2].type == "Zone" and thing.type != "Enterprise"]
    if kept and _VILLAGE.search(kept[-1][1]):  # 东园新桥镇幼儿园: the town, though 东园 is a zone
        zones = []
    if not route and (len(kept) < 2 or not all(name[a + len(n)] in "、和与" for a, n, _ in kept[:-1])):
        kept = (zones or kept)[-1:]
    for at, surface, ref in kept:
        bracketed = _bracketed(name, (at, surface, ref))
        near = at <= _OWNER or _BASE.fullmatch(name, at + len(surface)) is not None
        inside = thing.type != "Event" and near and _county_here(view, ref)
        forum = thing.type == "Event" and _FORUM.fullmatch(name, at + len(surface)) is not None
        locates = route or bracketed or inside or forum or _located_by(view, name[:at], found)
        locates = locates or (thing.ref == view.home and ref.key in view.seats)
        if not locates or _CALLED.fullmatch(name[at + len(surface) :]):
            continue
        if thing.type == ref.type == "Zone" and at == 0 and _SAME.fullmatch(name, len(surface)):
            continue
        if thing.type == "Zone" and ref.type == "Region" and not at and _no_place(view, surface, ref):
            continue
        start = view.clean.find(surface, thing.start, thing.end)
        place = None if start < 0 else Span(start, start + len(surface))
        yield 1, view.claim("located_in", thing.ref, ref, (clause,), "name_inside", (span(thing), place))


def _no_place(view: View, surface: str, ref: Ref) -> bool:
    """Whether what a zone is called after is no division that is known or that the text names by itself: 马场新城."""
    known = ref.key.isdigit() or ref.key in view.areas or ref.key[-1] in _UNITS
    return not known and ref not in view.once(_by_themselves)


def _by_themselves(view: View) -> Iterator[Ref]:
    """The regions that the text names outside of other names."""
    yield from {m.ref: None for m in view.top if m.type == "Region"}


def _of_partners(view: View, found: list[tuple[int, str, Ref]]) -> list[tuple[int, str, Ref]]:
    """The places in a zone's name without those of a partner from elsewhere: 江东高新区|云岭产业园 is in 云岭."""
    here = [
        f[0]
        for f in found
        if f[2] == view.home or (view.home and view.home.key in view.scene.parents.get(f[2].key, ()))
    ]
    if not here:
        return found
    return [f for f in found if f[0] >= here[-1] or not (abroad(view, f[2]) or named_elsewhere(view, f[2].key + "园"))]


def _unfit(view: View, name: str, found: tuple[int, str, Ref]) -> bool:
    """Whether a place in a name does not locate the thing.

    白鹭河 for 白鹭河片区 is a river as well; 临江配套道路 serves 临江; 上海园 is what people from 上海 build here.
    """
    at, surface, ref = found
    if ref.type == "Zone" and surface != ref.key and surface[-1] in "河江溪渠":
        return True
    if ref.type == "Zone" and at and seated_elsewhere(view.lexicon, ref.key, view.home):
        return True  # 松泉中关村创新中心 is only called so
    if _SERVES.match(name, at + len(surface)):
        return True
    if ref.type == "Region" and surface[-1] not in _UNITS and _STREET.match(name, at + len(surface)):
        return True  # 江东路小学: a street of that name
    if (
        ref.type == "Region"
        and _bracketed(name, found)
        and abroad(view, ref)
        and _GUEST.fullmatch(name, at + len(surface))
    ):
        return True  # 松泉（江东）产业园
    if ref.type == "Region" and not ref.key.isdigit() and _LINE_PART.match(name, at + len(surface)):
        return bool(_LINE.search(name, 0, at))  # 洛栾高速洛嵩段: the towns that it joins
    if ref.type == "Region" and not ref.key.isdigit() and _LINE.match(name, at + len(surface)):
        return True  # 云松高速: the cities that it joins
    if at > 1 and ref.type == "Region" and PARTNER.match(name, at + len(surface)):
        before = load_gazetteer().find(name[:at])  # 青川江东产业园: it stands in 青川
        return bool(before) and not any(load_gazetteer().contains(code, ref.key) for code in before)
    return at == 0 and ref.type == "Region" and PARTNER.fullmatch(name, len(surface)) is not None and abroad(view, ref)


def _bracketed(name: str, found: tuple[int, str, Ref]) -> bool:
    """Whether a place, or the last of a few, stands alone in brackets: 明澈二期（松泉县新桥镇）."""
    at, surface, _ = found
    opened = _OPENED.search(name, 0, at)
    return opened is not None and name[at + len(surface) :][:1] in ("）", ")")


def _namesake(view: View, clause: Clause, thing: Mention, found: tuple[int, str, Ref]) -> bool:
    """Whether a far place in the name of a report's work or park is the namesake of a firm or hill: 正阳广场."""
    at, surface, ref = found
    if thing.type == "Zone" and OFFICIAL.match(thing.key, at + len(surface)):
        return False  # 江东高新区 is where its name says
    if at == 0 and _AIRPORT.search(thing.key):
        return False
    if thing.type not in ("Project", "Zone") or ref.type != "Region":
        return False
    if view.home is None or not abroad(view, ref) or (surface[-1] in _UNITS and surface[1:] != "州"):
        return False
    if view.scene.text.document.kind == "news":  # 签约江东新材料、临江电机等项目: whose the firm is
        lead = view.lead(clause, thing.start)
        return thing.type == "Project" and at == 0 and _SIGNED.search(view.clean, lead, thing.start) is not None
    if not view.home.key.isdigit():
        return False
    return _AID.search(view.clean, view.lead(clause, thing.start), clause.end) is None


def _stems(view: View) -> Iterator[tuple[str, Ref]]:
    """The short names of the counties and cities of which the text has the full ones only: 奉新 for 奉新县."""
    for surface, ref in sorted(view.places.items(), key=lambda item: (-len(item[0]), item[0])):
        stem = surface[:-1]
        plain = len(stem) > 1 and surface[-1] in "县市旗" and stem not in view.places
        if plain and ref.type == "Region" and len(ref.key) == COUNTY and ref.key.isdigit() and ref != view.home:
            yield stem, ref


def _run_above(view: View, name: str, found: tuple[int, str, Ref]) -> bool:
    """Whether a zone is that of a division above home, by its name: 昆山高新区 in a text of a town."""
    at, surface, _ = found
    own = any(other.startswith(surface) for other in view.once(home_names))
    return not own and OFFICIAL.fullmatch(name, at + len(surface)) is not None


def _locality(name: str, found: tuple[int, str, Ref]) -> bool:
    """Whether the short name of a street office or town is that of an older place: 清溪老街, 清溪水库.

    Street offices are called after parks, hills and estates, so that their short names say little of where a thing is.
    """
    at, surface, ref = found
    if len(ref.key) != _TOWN or surface[-1] in _UNITS or surface.endswith("街道"):
        return False
    alone = not name.startswith(("、", "和"), at + len(surface)) and name[at - 1 : at] not in ("、", "和")
    return alone and (ref.key[6] == "0" or _OLDER.match(name, at + len(surface)) is not None)


def _of_village(name: str, found: tuple[int, str, Ref]) -> bool:
    """Whether what looks like a county's short name is that of a village: the 松泉 of 松泉村村道拓宽."""
    at, surface, ref = found
    county = ref.key.isdigit() and len(ref.key) <= COUNTY and surface[-1] not in _UNITS
    return county and name.startswith(("村", "社区", "屯"), at + len(surface))


def _firm_of(view: View, clause: Clause, firm: Mention) -> Iterator[tuple[int, Claim]]:
    """新桥镇明澈玻璃厂 → 新桥镇, 海升农业（松泉）公司 → 松泉县: a place before a company's name, or in brackets."""
    for at, surface, ref in view.named(firm.key, view.places, firm.ref)[:1]:
        inside = view.home is not None and view.home.key in view.scene.parents.get(ref.key, ())
        called = surface[-1] in "镇乡村" or (surface[-1] in "县旗" and inside)
        if (
            ((inside and _bracketed(firm.key, (at, surface, ref))) or (at == 0 and called))
            and ref != view.home
            and not view.is_above(ref)
            and not abroad(view, ref)
        ):
            place = Span(firm.start, firm.start + len(surface)) if view.surface(firm).startswith(surface) else None
            yield 1, view.claim("located_in", firm.ref, ref, (clause,), "name_inside", (span(firm), place))


def _county_here(view: View, place: Ref) -> bool:
    """Whether a place is a county of the document's own city or province, or a city of its own province."""
    home = view.home
    return (
        home is not None
        and len(place.key) == COUNTY
        and home.key in view.scene.parents.get(place.key, ())
        and (place.key[-2:] != "00" or is_province(home.key))
    )


def _not_owners(view: View, name: str, places: list[tuple[int, str, Ref]]) -> list[tuple[int, str, Ref]]:
    """The places in a name that are not the first part of a company's from elsewhere: 江东重工四期."""
    owners = [(at, at + len(n)) for at, n, ref in view.named(name + "。", view.actors) if ref.type == "Enterprise"]
    return [
        (at, n, ref)
        for at, n, ref in places
        if not (abroad(view, ref) and any(start <= at and at + len(n) <= end for start, end in owners))
    ]


def _located_by(view: View, lead: str, places: list[tuple[int, str, Ref]]) -> bool:
    """Whether what stands before a place in a name lets it locate the thing: numbers, higher places, the owner."""
    for _, surface, _ in (*view.named(lead + "。", view.actors), *places):
        lead = lead.replace(surface, "")
    return _LEAD.fullmatch(lead) is not None
