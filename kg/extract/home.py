"""The document's own place: the division, or the zone, that a report accounts for or that a news item is about.

Looked for in this order: the title (2020年花明楼镇政府工作报告), the line that names the issuer, the opening
(在岳麓区第六届人民代表大会), the place whose people or government the text calls its own most often. The tag of a feed
in front of a title (【宁乡市招商】) is no title; it says in whose territory the place lies.
News whose title names no place are of who signs or publishes them, else of what they call their own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from kg.extract.guests import come_from, visited, without_guests
from kg.extract.home_inner import KINDS, OWN, in_city, one_of, own_of, town_of
from kg.extract.home_pages import of_page
from kg.extract.home_places import Setting, first_place, has_cities, is_undecided, last_place
from kg.extract.home_sources import BODY, issuer, learnt_from, paper_of, published_by, signer
from kg.extract.home_zones import HONOUR, bare_zone_named, honoured_zone, zone_named
from kg.extract.most_named import most_named
from kg.extract.place_names import MARKS, inside_words, place_names
from kg.extract.unlisted import unlisted, unlisted_in_title
from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY
from kg.types import Ref, Text

_TAG = re.compile(r"^[【\[](?P<place>[^】\]]{2,14}?)(?:招商[^】\]]*|投资[^】\]]*|新闻|发布|融媒|快讯)?[】\]]")
_WORK_REPORT = re.compile(
    r"(?:人民)?政府(?:工作)?报告|工作报告|政府工作|统计公报|国民经济|工作总结|规划纲要|上的讲话(?:提纲|摘要)?$"
)
_ISSUER = re.compile(r"(?:发文单位|发布单位|发文机关|发布机构|单位|来源)[：:]\s*(?P<body>[^\n]{2,24})")
# 2016年工作总结（白鹭高新区管委会）
_OFFICE = re.compile(r"[（(](?P<body>[\u4e00-\u9fff]{3,24}(?:管委会|管理委员会|政府))[）)]")
_SESSION = re.compile(
    r"(?:在|(?<=日，)|(?<=[。\n]))(?P<body>[\u4e00-\u9fff]{2,24}?)第?[一二三四五六七八九十]{1,3}届人民代表大会"
)
_HEAD = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}?)(?:人民政府)?(?:代)?(?:省长|自治区主席|州长|市长|县长|区长|旗长|镇长|乡长|盟长|主任)"
)
# 中共松泉市委书记 张三, below the title of a speech
_SECRETARY = re.compile(r"(?:^|\n)(?:中共)?(?P<body>[\u4e00-\u9fff]{2,12}?[省市县区州旗盟镇乡])委书记")
_SPEAKER = re.compile(r"代表(?P<body>[\u4e00-\u9fff]{2,20}?)(?:人民)?政府")
_MINE = 4  # times that 全省 would have to be said to count as much as one 我省
_OWN_OPENING = 400  # characters in which a text without a place in its title calls one its own
# “甲地—乙地经贸月”活动, “名企看甲地”活动: the name of an activity tells least of whose news it is
_ACTIVITY = re.compile(r"“[^“”]{3,24}”(?=系列|主题|活动|启动)")
_SOURCED = re.compile(r"^据[^，。]{2,20}(?:消息|获悉|报道|介绍|了解|通报)，")
# 5月8日，某大会在白鹭市召开: where it is held, in a paragraph that stands for a title
_VENUE = re.compile(r"在[\u4e00-\u9fff]{2,6}(?:举行|召开|举办|开幕|发布|揭晓)$")
_PROVINCIAL = re.compile("省(?:委书记|委副书记|长(?![江三期])|委常委|政协主席)")
_TOURS = re.compile("调研|考察|督导|看望|检查|视察")
# 县领导赴石桥镇调研: news of the county
_COUNTY_HEAD = re.compile(
    rf"(?:^|(?<=[{MARKS}]))(?:县委|县长|县领导|县政府|县人大|县政协|副县长|县[\u4e00-\u9fff]{{2,4}}局)[^{MARKS}]*?(?:赴|到|深入|走进|督查|督导|检查|调研)"
)
# 新华网长春5月9日电, where a blank behind it made it a title
_ONLY_DATELINE = re.compile(r"[^，。：；]{2,16}?\d{1,2}月\d{1,2}日[电讯](?:[（(][^（）()]{2,24}[）)])?")
# 甲公司成立于2011年，位于松泉县: where the company lies whose own page it is
_COMPANY_PAGE = re.compile("关于我们|发展历程|(?:公司|企业|集团)(?:简介|概况|介绍|发展历程)")
_COMPANY = re.compile(r"(?:^|[。\n])(?:我|本)?公司")
_SEAT = re.compile(
    r"(?:[^。\n]{2,20}\n)?[^。\n]{4,40}公司[^。\n]{0,40}?(?:位于|坐落于|坐落在|地处)(?P<body>[\u4e00-\u9fff]{2,24})"
)
# 江城日报 2011年9月21日 A2版, in the place of a title
_MASTHEAD = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,8}?)(?P<kind>日报|晚报|晨报|早报|周报|商报|导报|时报|都市报)[\s|]*\d{4}[年.-]\d[^，。；：]{0,20}(?:版.*)?"
)
_AIDED = re.compile(r"援疆|援藏|援青|对口(?:支援|帮扶|协作|合作)|东西部(?:扶贫)?协作|结对")
_OF_SEVERAL = re.compile("长三角|珠三角|京津冀|粤港澳|成渝|长江中游|黄河金三角|晋陕豫|沪苏|苏皖|川渝")  # provinces
# 粤港共建合作区: news of the mainland side, unless a place says otherwise
_MAINLAND = (("粤港", "440000"), ("粤澳", "440000"), ("深港", "440300"), ("珠澳", "440400"), ("闽台", "350000"))
# 江东（松泉）产业园, which the first of the two builds in the second
_IN_BRACKETS = re.compile(
    r"(?<![一-龥])(?!中国)[一-龥]{2,3}市?[（(](?P<seat>[一-龥]{2,4})[）)](?=[一-龥]{0,8}?(?:园|合作区|飞地|新城))"
)
_LONGEST_TITLE = 40  # characters; what is longer is a paragraph
_DATELINE = re.compile(
    r"^(?:.{0,24}?\d{1,2}月\d{1,2}日[\u4e00-\u9fff]{2,4}[电讯](?=\d))?"
    r"[^，。]{0,24}?，?\d{1,2}月\d{1,2}日(?:电|讯|消息|[上下]午)?(?:[（(][^）)]{0,30}[）)])?[，：\s]*"
)
_ALSO_CALLED = re.compile(
    "[（(][^（）()]{2,14}[）)](?=[一-龥]{2,8}?(?:镇|乡|街道|村))"
)  # 甲区（甲高新区）|乙镇工作报告
_OPENING = 1500  # characters in which a report names its issuer, session and speaker


def find_home(text: Text, gazetteer: Gazetteer) -> Ref | None:
    """The Region (key = code) or Zone (key = its name as written) to which a document belongs, or None.

    A Region that the register lacks, or has several of that the text does not tell apart, has its name for key.

    Example:
        A text that is titled “【宁乡市招商】2020年花明楼镇政府工作报告” is at home in the town of 宁乡市: its code of
        nine digits. One that is titled “南昌经开区产业发展” is at home in the Zone of that name.
    """
    title = text.document.title
    tag = _TAG.match(title)
    feed = first_place(tag["place"], Setting(gazetteer, "")) if tag else None
    plain = _headline(title[tag.end() :] if tag else title)
    if _ONLY_DATELINE.fullmatch(plain):
        plain = title = _headline(text.clean.partition("\n")[2].partition("。")[0])
    setting = Setting(gazetteer, text.clean, feed, inside_words(text, gazetteer))
    if _WORK_REPORT.search(plain) or "各位代表" in text.clean[:_OPENING]:
        return _of_report(plain, setting)
    return _of_news(plain, title, setting)


def _of_news(whole: str, title: str, setting: Setting) -> Ref | None:
    """Of news: the place that the title is about, else the publisher's, else the one named most."""
    gazetteer, clean, feed = setting.gazetteer, setting.body, setting.feed
    if (below := _below_masthead(whole, setting)) is not None:
        whole = title = below
        clean = clean.partition("\n")[2]
    if zone := honoured_zone(whole, gazetteer):
        return Ref("Region", feed) if feed else zone
    publisher = published_by(clean, gazetteer)
    plain = _ACTIVITY.sub("，", without_guests(HONOUR.sub("，", whole), gazetteer, publisher))
    plain = _IN_BRACKETS.sub(r"\g<seat>", plain)
    setting = replace(setting, body=clean[:BODY])
    if len(title) > _LONGEST_TITLE:
        plain = _VENUE.sub("", plain)
    if issued := issuer(clean, setting):
        return Ref("Region", issued)
    if not feed and (zone := zone_named(plain, gazetteer, setting.body)):
        return _teller(plain, zone, setting) or zone
    if publisher and not feed and _AIDED.search(whole):
        return Ref("Region", publisher)  # 江东对口支援松泉, in the paper of 松泉
    away = visited(plain, gazetteer)
    place, below = first_place(plain, setting), _subtitle(clean)
    if not (place or feed) and (zone := zone_named(below, gazetteer, setting.body)):
        return _teller(below, zone, setting) or zone  # 项目为王⏎——白鹭高新区发展综述
    place = place or first_place(below, setting)
    if place and any(gazetteer.contains(far, place) for far in away):
        place = None
    if feed and not (place and _within_feed(place, feed, clean[len(title) :][:300], gazetteer)):
        return Ref("Region", feed)
    if place and len(place) > COUNTY and _COUNTY_HEAD.search(plain):
        place = place[:COUNTY]
    if place:
        inner = own_of(plain, place, setting) or one_of(plain, place, publisher, setting)
        inner = inner or town_of(plain, place, setting)
        return inner or in_city(place, title, clean, setting) or Ref("Region", place)
    if county := unlisted_in_title(plain, clean, gazetteer):
        return county
    if signed := signer(clean, setting):
        return Ref("Region", signed)
    if publisher:
        return Ref("Region", publisher)
    if province := _toured(whole, clean, gazetteer):
        return Ref("Region", province)
    if learnt := learnt_from(clean[:_OWN_OPENING], clean, gazetteer):
        return Ref("Region", learnt)
    if told := _told_plainly(plain, clean, setting):
        return Ref("Region", told)
    if _COMPANY_PAGE.fullmatch(title) and "公司" in clean:
        return None  # 发展历程 of a company, which does not say where it lies
    if (page := of_page(clean, gazetteer)) is not None:
        return Ref("Region", page) if page else None
    named = [*OWN.finditer(plain)]  # 全省观摩团来我市观摩: the second
    own = next((m for m in named if m[0].startswith("我")), named[0] if named else OWN.search(clean) if away else None)
    kind = own["kind"] if own else _called_own(clean[:_OWN_OPENING])
    if found := most_named(clean, gazetteer, title, KINDS.get(kind, ()), setting.no):
        return None if _is_larger(found.key, clean) else found
    if guest := come_from(whole, gazetteer):  # 白鹭区考察团赴我市考察: whichever place it is, it is not theirs
        return most_named(clean, gazetteer, title, (), setting.no | {gazetteer.display(guest)})
    place = first_place(whole, setting) if whole != plain and not away else None
    place = place or paper_of(clean, gazetteer)
    return Ref("Region", place) if place else None


def _told_plainly(plain: str, clean: str, setting: Setting) -> str | None:
    """The mainland side of 粤港 in a title, where a session is held, where the company lies whose page it is."""
    both = plain.replace("粤港澳", "")  # the area of 粤港澳大湾区, to which our people may go
    if side := next((code for names, code in _MAINLAND if names in both), None):
        return side
    met = _SESSION.search(clean[:_OWN_OPENING])
    if met is not None and (place := last_place(met["body"], setting)):
        return place
    seat = _SEAT.match(clean) if len(_COMPANY.findall(clean)) > 1 else None
    town = last_place(seat["body"], setting) if seat is not None else None
    return town[:COUNTY] if town else None


def _teller(plain: str, zone: Ref, setting: Setting) -> Ref | None:
    """The division that a title names before a colon, of whose zone it tells: 松泉：百亿项目落地青山高新区.

    So the one that it names beside a zone of several provinces: 松泉抢抓长三角示范区机遇. Not 松泉高新区：起势.
    """
    led, colon, told = plain.partition("：")
    if colon and zone.key[-4:] in told and zone.key[-4:] not in led:
        hits = place_names(led, setting.gazetteer)
        whole = hits and hits[0].start == 0 and hits[-1].end == len(led)
        if whole and all(a.end == b.start for a, b in pairwise(hits)) and (place := first_place(led, setting)):
            return Ref("Region", place)
    place = first_place(plain.replace(zone.key, "，"), setting) if _OF_SEVERAL.match(zone.key) else None
    return Ref("Region", place) if place else None


def _toured(title: str, clean: str, gazetteer: Gazetteer) -> str | None:
    """The province whose governor or secretary goes to see several of its prefectures."""
    opening = clean[: _OWN_OPENING // 2]
    if not (_PROVINCIAL.search(opening) and _TOURS.search(title[:_LONGEST_TITLE] + opening)):
        return None
    seen = {c[:4] for hit in place_names(opening, gazetteer) if hit.name[-1] in "市县区州" for c in hit.codes[:1]}
    provinces = {code[:2] for code in seen}
    return f"{provinces.pop()}0000" if len(seen) > 1 and len(provinces) == 1 else None


def _called_own(opening: str) -> str:
    """The kind of division that a text calls its own more than once, and no other: 全县 … 我县. All say 全省."""
    kinds = Counter(m["kind"] for m in OWN.finditer(opening))
    return next(iter(kinds)) if len(kinds) == 1 and kinds.total() > 1 and "省" not in kinds else ""


def _is_larger(code: str, clean: str) -> bool:
    """Whether a text that calls a county or town its own names a province most: 我县 of guests from 香港."""
    ours = {m["kind"] for m in OWN.finditer(clean) if m[0].startswith("我")}
    if code.startswith("8"):  # 台湾, 香港, 澳门
        return "县" in ours
    return has_cities(code) and bool(ours) and not ours & {"省", "区"}


def _subtitle(clean: str) -> str:
    """The second line where a dash makes it the title's: ——某州2011年发展侧记; "" elsewhere."""
    line = clean.split("\n", 2)[1] if "\n" in clean else ""
    plain = line.startswith("——") and len(line) <= _LONGEST_TITLE and not _AIDED.search(line) and "与" not in line
    return line.strip("—") if plain else ""


def _below_masthead(title: str, setting: Setting) -> str | None:
    """The line below the name of a paper that stands for a title, if no place that the text names is called so.

    江城日报 is the paper of 吉林市; 松泉日报 with a text of 松泉市 tells the place as well as a title.
    """
    paper = _MASTHEAD.fullmatch(title)
    if paper is None or "\n" not in setting.body:
        return None
    own = setting.body.count(paper["body"]) - setting.body.count(f"{paper['body']}{paper['kind']}")
    named = own > 0 and first_place(paper["body"], setting) is not None
    return None if named else setting.body.split("\n", 2)[1]


def _within_feed(place: str, feed: str, opening: str, gazetteer: Gazetteer) -> bool:
    """Whether the place of a title tells where in the feed's territory the news is.

    Not in 【长丰新闻】下塘镇、双凤园区项目…, where the text begins with the county: its news, not the town's.
    """
    return gazetteer.contains(feed, place) and not (len(place) > COUNTY and gazetteer.display(feed) in opening)


def _headline(title: str) -> str:
    """A title; of a first paragraph that stands for one, its first clause without the dateline.

    Example:
        “某某网重庆8月10日电 涪陵区近日与甲集团签署协议，将…” gives “涪陵区近日与甲集团签署协议”.
    """
    if len(title) <= _LONGEST_TITLE:
        return title
    return re.split(r"[，。；！？]", _SOURCED.sub("", _DATELINE.sub("", title)))[0]


def _of_report(plain: str, setting: Setting) -> Ref | None:
    """Of a work report: title, issuer, session, speaker, then the place that is called one's own."""
    gazetteer, clean, feed = setting.gazetteer, setting.body, setting.feed
    opening = clean[:_OPENING]
    plain = _ALSO_CALLED.sub("", plain)
    sources = [m["body"] for m in _OFFICE.finditer(plain)] + [_WORK_REPORT.split(plain)[0] or plain]
    for pattern in (_ISSUER, _SESSION, _SPEAKER, _SECRETARY):
        sources += [m["body"] for m in pattern.finditer(opening)][:2]
    heads = [m["body"] for m in _HEAD.finditer(opening)][:2]
    for i, source in enumerate([*sources, *heads]):
        if i < len(sources) and (county := unlisted(source, gazetteer)):  # 现任县长: 现任 is no county
            return county
        if zone := zone_named(source, gazetteer, clean):
            return zone
        if place := last_place(source, setting):
            return Ref("Region", gazetteer.display(place) if is_undecided(place, setting) else place)
    if not feed and (zone := bare_zone_named(plain, gazetteer, opening)):
        return zone
    named = (most_named(clean, gazetteer, plain, kinds, setting.no) for kinds in _own_kinds(clean))
    return next(filter(None, named), Ref("Region", feed) if feed else None)


def _own_kinds(clean: str) -> list[tuple[str, ...]]:
    """The kinds of division that a text calls its own, the likeliest first: 我区 says more than 全省, which all say."""
    said = Counter[str]()
    for found in OWN.finditer(clean):
        said[found["kind"]] += _MINE if found[0][0] == "我" else 1
    return [KINDS[kind] for kind, _ in said.most_common(2)] or [()]
