"""The city, county or district inside the place of a title that news are about, though the title does not name it.

Example: our own city of 江东省项目集中开工 我市29个项目启动, the county of 云岭这个县签下9个项目, a district of 上海.
No example: 江东省项目集中开工 全省900个项目启动.
"""

from __future__ import annotations

import re

from kg.extract.home_places import Setting
from kg.extract.most_named import most_named
from kg.extract.place_names import place_names
from kg.ontology.divisions import COUNTY, is_municipality
from kg.types import Ref

OWN = re.compile(r"(?:全|我)(?P<kind>[省市县区州旗镇乡])")
_UNNAMED_COUNTY = re.compile("(?:这个?|这座|[有又]?一个?|某)(?:县|区|旗|县级市)(?![域级际城])")
_DISTRICTS = 4  # of a municipality, besides which a text that names more is about all of it
_TOWNS = ("镇", "乡", "街道")
_OFTEN = 2  # times that the text calls a town by its full name
KINDS = {
    "省": ("省", "自治区"),
    "市": ("市",),
    "县": ("县",),
    "区": ("区",),
    "州": ("州",),
    "旗": ("旗",),
    "镇": ("镇",),
    "乡": ("乡",),
}


def own_of(plain: str, place: str, setting: Setting) -> Ref | None:
    """Our own city, of which a title about its province tells: 江东省项目集中开工 我市29个项目启动."""
    own = OWN.search(plain)
    kinds = KINDS[own["kind"]] if own and own[0].startswith("我") else ()
    if not kinds or setting.gazetteer.display(place).endswith(kinds):
        return None
    found = most_named(setting.body, setting.gazetteer, plain, kinds, setting.no)
    return found if found and setting.gazetteer.contains(place, found.key) else None


def one_of(plain: str, place: str, publisher: str | None, setting: Setting) -> Ref | None:
    """The county that a title about its city does not name: 云岭这个县签下9个项目."""
    if not (len(place) == COUNTY and place.endswith("00") and _UNNAMED_COUNTY.search(plain)):
        return None
    if publisher and publisher != place and setting.gazetteer.contains(place, publisher):
        return Ref("Region", publisher)
    inner = most_named(setting.body, setting.gazetteer, plain, ("县", "区", "市", "旗"), setting.no)
    return inner if inner and inner.key != place and setting.gazetteer.contains(place, inner.key) else None


def town_of(plain: str, place: str, setting: Setting) -> Ref | None:
    """The town that a title names in short behind its county, and the text in full: 诸暨|店口：五金之乡."""
    gazetteer = setting.gazetteer
    for hit in place_names(plain, gazetteer) if len(place) == COUNTY else ():
        if place not in hit.codes:
            continue
        for size in range(4, 1, -1):
            short = plain[hit.end : hit.end + size]
            for town in (short + kind for kind in _TOWNS if len(short) == size):
                codes = [code for code in gazetteer.full.get(town, ()) if gazetteer.contains(place, code)]
                if codes and setting.body.count(town) >= _OFTEN:
                    return Ref("Region", codes[0])
    return None


def in_city(place: str, title: str, clean: str, setting: Setting) -> Ref | None:
    """The district that news of a municipality is about: 上海 in a title rarely means the whole city."""
    own = OWN.search(title)
    if not is_municipality(place) or (own and own["kind"] == "市"):
        return None
    inner = most_named(clean, setting.gazetteer, title, ("区", "县"), setting.no)
    if inner is None or not setting.gazetteer.contains(place, inner.key):
        return None
    # 重庆签约10个项目 落户这些区县: of all that it names
    codes = {c for hit in place_names(clean, setting.gazetteer) for c in hit.codes[:1] if c[:2] == place[:2]}
    return None if sum(len(c) == COUNTY and c != place for c in codes) > _DISTRICTS else inner
