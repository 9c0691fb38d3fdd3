"""Who comes from elsewhere in a title: the place that is visited is the one that the news is about."""

from __future__ import annotations

import re

from kg.extract.place_names import MARKS, place_names, stem
from kg.ontology import Gazetteer

# 浙江企业家考察团走进桃江: guests, and how they come; no verb stands in the words before them
_BUSINESS = (
    r"企业家|客商|商会|商协会|行业协会|投资者|投资商|投资人|侨商|侨领|台商|港商|浙商|粤商|闽商|苏商|徽商|采购商|经销商|旅行商"
    r"|院士|专家|采风团|媒体团|采访团|企业(?=走进|来|莅)"
)
_OFFICIALS = r"党政代表团|党政考察团|代表团|考察团|考察组|访问团"
_BEFORE_GUESTS = rf"[^{MARKS}与同在会开办举迎到来赴访见邀请对引召向为获组率带]"
_GUESTS = re.compile(rf"{_BEFORE_GUESTS}{{0,8}}?(?:{_BUSINESS}|{_OFFICIALS})")
_VISIT = re.compile(
    rf"(?:^|(?<=[{MARKS}]))(?P<who>{_BEFORE_GUESTS}{{0,16}}?(?:(?P<business>{_BUSINESS})|{_OFFICIALS})[^{MARKS}]{{0,12}}?)"
    r"(?P<come>走进|搬[进到]|扎根|看好|加码|青睐|抢滩|点赞|来到|莅临|莅|前来|来(?!自)|赴|前往|(?<![达得感收受看听签遇提])到|考察(?![团组])|调研(?![团组])|参观|访问(?!团)|观摩|走访)"
)
_OUTWARD = re.compile(rf"[^{MARKS}]{{0,16}}?(?:学习|推介|取经|研学|培训|参展|参加|对标)")
_OUTWARD_OFFICIAL = re.compile(rf"[^{MARKS}]{{0,16}}?(?:招商|拜访|敲门|洽谈|对接|经贸(?!考察))")
_RECEIVES = re.compile(
    rf"(?P<verb>会见|接见|接待|拜会|迎来|喜迎|欢迎|邀请|邀)[^{MARKS}]{{0,14}}?(?:{_BUSINESS}|{_OFFICIALS})"
)


_GOES_OUT = re.compile(rf"(?:赴|前往|率队到|率团到)(?=[^{MARKS}]{{2,12}}?(?:学习|招商|推介|取经|对接|拜访|洽谈|经贸))")
_OWN = re.compile(r"(?:我|本)[省市县区州旗镇乡]")
_BETWEEN = re.compile(r"[、和]?(?:(?:长三角|珠三角|京津冀|大湾区|粤港澳大湾区|成渝|[一-龥]{2,4}(?:地区|等地))[、和])?")


def visited(title: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The divisions that a title's people go out to for their own place: 浙江 of “省委书记赴浙江学习考察”.

    Not of “省领导赴岳阳调研”: what is inspected is what the news are about.
    """
    found = _GOES_OUT.search(title)
    if found is None:
        return ()
    codes: list[str] = []
    end = 0
    for hit in place_names(title[found.end() :], gazetteer):
        if not _BETWEEN.fullmatch(title, found.end() + end, found.end() + hit.start):
            break
        codes.append(hit.codes[0])
        end = hit.end
    return tuple(codes)


def come_from(title: str, gazetteer: Gazetteer) -> str | None:
    """The division whose guests a title brings to our own: 白鹭区 of “云岭市白鹭区考察团赴我市考察”.

    Not of “白鹭区考察团赴云岭市考察”, which says itself where they go.
    """
    found = _VISIT.search(title)
    if found is None or not _OWN.match(title, found.end()):
        return None
    hits = place_names(found["who"], gazetteer)
    return hits[-1].codes[0] if hits else None


def is_guest(clean: str, at: int) -> bool:
    """Whether a place that ends at a position is only where somebody comes from: 浙江|客商."""
    return _GUESTS.match(clean, at) is not None


def without_guests(title: str, gazetteer: Gazetteer, publisher: str | None) -> str:
    """A title without those who come from elsewhere: the place that is visited is the one the news is about.

    Example:
        “浙江企业家考察团走进桃江” gives “，桃江”. “桃江县党政代表团赴深圳招商” stays: they go out for their own county.
    """

    def cut(found: re.Match[str]) -> str:
        inward = found["come"] not in ("赴", "到", "前往") or _OWN.match(title, found.end())
        own = publisher is not None and stem(gazetteer.display(publisher)) in found["who"]
        outward = _OUTWARD.match(title, found.end()) or (
            not found["business"] and (own or _OUTWARD_OFFICIAL.match(title, found.end()))
        )
        return found[0] if outward and not inward else "，"

    return _RECEIVES.sub("，", _VISIT.sub(cut, title))
