"""The document's own place: the division, or the zone, that a report accounts for or that a news item is about.

Looked for in this order: the title (2020年花明楼镇政府工作报告), the line that names the issuer, the opening
(在岳麓区第六届人民代表大会), the place whose people or government the text calls its own most often. The tag of a feed
in front of a title (【宁乡市招商】) is no title; it says in whose territory the place lies.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.extract.named_after import borrowed
from kg.ontology import Gazetteer, load_lexicon
from kg.types import Ref, Text, Token

_TAG = re.compile(r"^[【\[](?P<place>[^】\]]{2,14}?)(?:招商[^】\]]*|投资[^】\]]*|新闻|发布|融媒|快讯)?[】\]]")
_ZONE = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{0,8}?(?:经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|工业园区|产业园区|开发区|示范区|试验区|合作区"
    r"|经开区|高新区|保税区|管委会|空港新城|新区|新城|园区))"
)
_SETTLES = re.compile(
    r"落户于?|落地于?|落子|签约|入驻|进驻|走进|挺进|花落|牵手|投资|开工|投产|登陆|亮相|扎根|奠基"
    r"|来到|莅临|到访|调研|考察|参观|走访|视察|督导|观摩|前往|赴"
)
_BARE = re.compile(
    r"^(?:国家级|省级)?(?:经济技术开发区|高新技术产业开发区|经济开发区|工业园区|产业园区|开发区|示范区|试验区|合作区|经开区|高新区|保税区|新区|新城|园区)$"
)
_WORK_REPORT = re.compile(r"(?:人民)?政府(?:工作)?报告|工作报告|政府工作|统计公报|国民经济|工作总结|规划纲要")
_ISSUER = re.compile(r"(?:发文单位|发布单位|发文机关|发布机构|单位|来源)[：:]\s*(?P<body>[^\n]{2,24})")
_SESSION = re.compile(r"在(?P<body>[\u4e00-\u9fff]{2,24}?)第?[一二三四五六七八九十]{1,3}届人民代表大会")
_HEAD = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}?)(?:人民政府)?(?:代)?(?:省长|自治区主席|州长|市长|县长|区长|旗长|镇长|乡长|盟长|主任)"
)
_SPEAKER = re.compile(r"代表(?P<body>[\u4e00-\u9fff]{2,20}?)(?:人民)?政府")
_OWN = re.compile(r"(?:全|我)(?P<kind>[省市县区州旗镇乡])")
# 株洲经开区|获评国家绿色园区: what comes behind such a verb is a title; the second row needs a rank to be one
_MARKS = r"，,。！!？?；;：:|｜\s"
_HONOUR = re.compile(
    r"(?:(?:成功|正式|再次|首次|双双|同时|喜|又|再|被)*(?:获评|荣获|喜获|斩获|摘得|获批|获准|入选|入围|跻身|荣膺|荣登|上榜|晋级|晋升|晋位|获授|获颁|获得"
    r"|(?:获|被)?(?:认定|评定|命名|评|列|确定|授予|批准|确认)(?:为|成)|(?:获|被)(?:认定|评定|命名|批准|授予)"
    r"|(?:(?:争|获批)?创建|争创|创成|升级为|升格为|升级成|升为|晋升为|成为|成|列入|纳入|挂牌|获牌|通过|建成|为)"
    r"(?=“?(?:国家|全国|中国|全球|世界|全省|全市|省级|市级|自治区级|部级|省|首[个批家]|第?[一二三四五六七八九十\d]+批)))"
    rf"(?:(?!落户|落地|入驻|进驻)[^{_MARKS}的])*的?)"
)
_HONOURED = re.compile(
    rf"(?:^|[{_MARKS}])(?P<zone>[\u4e00-\u9fff·]{{2,16}}?"
    r"(?:产业园|工业园|科技园|创业园|软件园|物流园|集中区|集聚区|工业区|综保区|自贸区|自贸片区))$"
)
_RANKED = re.compile(
    r"(?:全国|国家|省级|市级|自治区级)(?!级?(?:经济技术|高新技术)?[\u4e00-\u9fff]{0,2}开发区)[\u4e00-\u9fff]*(?:园区|示范区|试验区)$"
)
# 浙江企业家考察团走进桃江: guests, and how they come; no verb stands in the words before them
_BUSINESS = (
    r"企业家|客商|商会|商协会|行业协会|投资者|投资商|投资人|侨商|侨领|台商|港商|浙商|粤商|闽商|苏商|徽商|采购商|经销商|旅行商"
    r"|院士|专家|采风团|媒体团|采访团|企业(?=走进|来|莅)"
)
_OFFICIALS = r"党政代表团|党政考察团|代表团|考察团|考察组|访问团"
_BEFORE_GUESTS = rf"[^{_MARKS}与同在会开办举迎到来赴访见邀请对引召向为获组率带]"
_GUESTS = re.compile(rf"{_BEFORE_GUESTS}{{0,8}}?(?:{_BUSINESS}|{_OFFICIALS})")
_VISIT = re.compile(
    rf"(?:^|(?<=[{_MARKS}]))(?P<who>{_BEFORE_GUESTS}{{0,16}}?(?:(?P<business>{_BUSINESS})|{_OFFICIALS})[^{_MARKS}]{{0,10}}?)"
    r"(?P<come>走进|走入|来到|莅临|莅|前来|来(?!自)|赴|前往|(?<![达得感收受看听签遇提])到|考察(?![团组])|调研(?![团组])|参观|访问(?!团)|观摩|走访)"
)
_OUTWARD = re.compile(rf"[^{_MARKS}]{{0,16}}?(?:学习|推介|取经|研学|培训|参展|参加|对标)")
_OUTWARD_OFFICIAL = re.compile(rf"[^{_MARKS}]{{0,16}}?(?:招商|拜访|敲门|洽谈|对接|经贸(?!考察))")
_RECEIVES = re.compile(
    rf"(?P<verb>会见|接见|接待|拜会|迎来|喜迎|欢迎|邀请|邀)[^{_MARKS}]{{0,14}}?(?:{_BUSINESS}|{_OFFICIALS})"
)
_PUBLISHER = re.compile(
    r"来源[：:]\s*(?P<body>[\u4e00-\u9fff]{2,12}?)(?:融媒体?中心|融媒体?|新闻中心|广播电视台|电视台|人民政府|政府网|新闻网|宣传部|委宣传部|发布)"
)
# a county that the register of divisions lacks, in a title that says it plainly
_UNLISTED = re.compile(
    r"(?:^(?:\d{4}年)?(?:关于)?|年|关于|[省市州]|盟)(?P<name>(?![全各我本该年省市])[\u4e00-\u9fff]{2,4}?[县市区旗])"
    r"(?=(?:\d{4}年?)|人民政府|政府|工作报告|国民经济|统计公报|$)"
)
_UNLISTED_NEWS = re.compile(r"(?P<name>(?![全各我本该])[\u4e00-\u9fff]{2,3}县)(?![域级城际区市乡])")
_NO_DIVISION = (
    "开发区", "新区", "园区", "景区", "社区", "小区", "高新区", "经开区", "示范区", "试验区", "合作区", "保税区",
    "管理区", "城区", "辖区", "地区", "矿区", "林区", "库区", "港区", "片区", "功能区", "集中区", "集聚区", "工业区",
    "自治区", "城市", "县市", "各县", "各区", "全县", "全市", "全区", "大县", "强县", "困县",
)  # fmt: skip
_FIRM = re.compile(r"[^与和同在赴、，：的 ]{0,12}?(?:集团|公司|股份|银行)(?!.{0,4}[总分]部)")
# words of a sentence, which no name of a zone holds: 十四个园区, 从机场到新城, 46平方公里新园区, 千亿园区
_NO_ZONE = re.compile(
    r"[和与的从到把被看]|[一二两三四五六七八九十几][个座片家处]|公里|亿元|[千百万]亿|万元|攻坚|打造|锻造|长出|建设|推进|推动|领导|贯彻|申报|灾后"
    r"|^(?:新|中|大|老|我|全|本|各|该|国家|全国|省|市|县|区)(?:级)?(?=[高经开园新产工示试合保].{1,9}$)"
)
_BEGINNING = 1500  # characters in which names within other words are looked for
_BARE_NAMES = frozenset({"新区", "街道", "城区", "郊区", "矿区"})
# 青山路, 平陆运河, 长兴岛 are no divisions
_NAMED_AFTER = re.compile("[路街港山河江湖岛]|运河|高铁(?![新站片经])")
_LONGEST_TITLE = 40  # characters; what is longer is a paragraph
_DATELINE = re.compile(r"^.{0,24}?\d{1,2}月\d{1,2}日(?:电|讯|消息)?(?:[（(][^）)]{0,30}[）)])?[，：\s]*")
_MUNICIPALITIES = ("11", "12", "31", "50")
_KINDS = {
    "省": ("省", "自治区"),
    "市": ("市",),
    "县": ("县",),
    "区": ("区",),
    "州": ("州",),
    "旗": ("旗",),
    "镇": ("镇",),
    "乡": ("乡",),
}
_GOVERNED = re.compile(
    r"(?:人民政府|政府|市委|县委|区委|州委|省委|党委|管委会|招商|招商局|招商引资|集中签约|举行|召开|举办|发改|工信|全力|大力|坚持|依托|聚焦|抢抓|立足|积极|今年|在建)"
)


class _Hit(NamedTuple):
    start: int
    end: int
    name: str
    codes: tuple[str, ...]


def find_home(text: Text, gazetteer: Gazetteer) -> Ref | None:
    """The Region (key = code) or Zone (key = its name as written) to which a document belongs, or None.

    Example:
        A text that is titled “【宁乡市招商】2020年花明楼镇政府工作报告” is at home in the town of 宁乡市: its code of
        nine digits. One that is titled “南昌经开区产业发展” is at home in the Zone of that name.
    """
    title = text.document.title
    tag = _TAG.match(title)
    feed = _place(tag["place"], gazetteer, None) if tag else None
    no = _inside_words(text, gazetteer)
    plain = _headline(title[tag.end() :] if tag else title)
    opening = text.clean[:1500]
    body = text.clean[:6000]
    if _WORK_REPORT.search(plain) or "各位代表" in opening:
        return _report_home(plain, opening, text.clean, gazetteer, feed, no)
    publisher = _publisher(text.clean, gazetteer)
    whole = plain
    if zone := _honoured(plain, gazetteer):
        return Ref("Region", feed) if feed else zone
    plain = _without_guests(_HONOUR.sub("，", plain), gazetteer, publisher)
    zone = _zone(plain, gazetteer, body)
    if zone and not feed:
        return zone
    place = _place(plain, gazetteer, feed, body, no=no)
    if feed and place and len(place) > 6 and gazetteer.display(feed) in text.clean[len(title) :][:300]:
        return Ref("Region", feed)  # 【长丰新闻】下塘镇、双凤园区项目…: the county's news, not the town's
    if feed and not (place and gazetteer.contains(feed, place)):
        return Ref("Region", feed)
    if place and place.startswith(_MUNICIPALITIES) and place.endswith("0000"):
        # 上海 in a title rarely means the whole city; the district that the text is about is more telling.
        inner = _most_named(text.clean, gazetteer, title, ("区", "县"), no)
        if inner and gazetteer.contains(place, inner.key):
            return inner
    if place:
        return Ref("Region", place)
    if county := _unlisted_news(plain, text.clean, gazetteer):
        return county
    if publisher:
        return Ref("Region", publisher)
    own = _OWN.search(plain)
    if found := _most_named(text.clean, gazetteer, title, _KINDS[own["kind"]] if own else (), no):
        return found
    place = _place(whole, gazetteer, feed, body, no=no) if whole != plain else None
    return Ref("Region", place) if place else None


def _honoured(title: str, gazetteer: Gazetteer) -> Ref | None:
    """The park that gets a title, where only that tells that it is one: 青禾现代产业园|获评国家绿色园区."""
    found = _HONOUR.search(title)
    park = _HONOURED.search(title[: found.start()]) if found else None
    if park is None or not any(hit.start == 0 for hit in _hits(park["zone"], gazetteer)):
        return None
    return Ref("Zone", park["zone"])


def _without_guests(title: str, gazetteer: Gazetteer, publisher: str | None) -> str:
    """A title without those who come from elsewhere: the place that is visited is the one the news is about.

    Example:
        “浙江企业家考察团走进桃江” gives “，桃江”. “桃江县党政代表团赴深圳招商” stays: they go out for their own county.
    """

    def cut(found: re.Match[str]) -> str:
        inward = found["come"] not in ("赴", "到", "前往")
        own = publisher is not None and _stem(gazetteer.display(publisher)) in found["who"]
        outward = _OUTWARD.match(title, found.end()) or (
            not found["business"] and (own or _OUTWARD_OFFICIAL.match(title, found.end()))
        )
        return found[0] if outward and not inward else "，"

    return _RECEIVES.sub("，", _VISIT.sub(cut, title))


def _publisher(clean: str, gazetteer: Gazetteer) -> str | None:
    """The city or county whose media centre or government is given as the source: 来源：桃江县融媒体中心."""
    for part in (clean[:600], clean[-300:]):
        found = _PUBLISHER.search(part)
        place = _place(found["body"], gazetteer, None, clean[:6000], last=True) if found else None
        if place and not place.endswith("0000"):
            return place
    return None


def _unlisted(source: str, gazetteer: Gazetteer) -> Ref | None:
    """A county or city that the gazetteer lacks, under its name: 沅岭县2024年[政府工作报告]."""
    for found in _UNLISTED.finditer(source):
        name = found["name"]
        if not name.endswith(_NO_DIVISION) and not _hits(name, gazetteer):
            return Ref("Region", name)
    return None


def _unlisted_news(title: str, clean: str, gazetteer: Gazetteer) -> Ref | None:
    """A county that the gazetteer lacks, at the start of a title, where the text names its government or zone."""
    found = _UNLISTED_NEWS.match(title)
    if found is None or found["name"].endswith(_NO_DIVISION) or _hits(found["name"], gazetteer):
        return None
    name = found["name"]
    governed = re.search(rf"{name}(?:委|人民政府|政府|融媒体)|{name[:-1]}(?:经济|高新|产业|经开|工业|开发)", clean)
    return Ref("Region", name) if governed else None


def _headline(title: str) -> str:
    """A title; of a first paragraph that stands for one, its first clause without the dateline.

    Example:
        “某某网重庆8月10日电 涪陵区近日与甲集团签署协议，将…” gives “涪陵区近日与甲集团签署协议”.
    """
    if len(title) <= _LONGEST_TITLE:
        return title
    return re.split(r"[，。；！？]", _DATELINE.sub("", title))[0]


def _report_home(
    title: str, opening: str, clean: str, gazetteer: Gazetteer, feed: str | None, no: frozenset[str]
) -> Ref | None:
    """Of a work report: title, issuer, session, speaker, then the place that is called one's own."""
    sources = [_WORK_REPORT.split(title)[0] or title]
    for pattern in (_ISSUER, _SESSION, _SPEAKER, _HEAD):
        sources += [m["body"] for m in pattern.finditer(opening)][:2]
    plainly = len(sources) - sum(1 for _ in list(_HEAD.finditer(opening))[:2])  # 现任县长: 现任 is no county
    kinds = Counter(m["kind"] for m in _OWN.finditer(clean))
    for i, source in enumerate(sources):
        if i < plainly and (county := _unlisted(source, gazetteer)):
            return county
        if zone := _zone(source, gazetteer, clean):
            return zone
        if place := _place(source, gazetteer, feed, clean, last=True, no=no):
            return Ref("Region", place)
    own = kinds.most_common(1)[0][0] if kinds else ""
    return _most_named(clean, gazetteer, title, _KINDS.get(own, ()), no) or (Ref("Region", feed) if feed else None)


def _zone(source: str, gazetteer: Gazetteer, body: str) -> Ref | None:
    """A zone that a title names: 南昌经开区, 西咸新区空港新城 (the last one)."""
    name = ""
    done = 0
    for m in _ZONE.finditer(source):
        if _RANKED.match(m["zone"]):  # 国家级绿色园区的白鹭高新区
            continue
        one = _zone_name(source, m, done, gazetteer)
        done = m.end()
        if one is None:
            continue
        name = one
        if m.end() < len(source) and source[m.end()] in "的在":
            break
    if not name:
        return _short_zone(source, gazetteer, body)
    if any(len(code) == 6 for code in gazetteer.full.get(name, ())):  # 浦东新区 is a division
        return None
    for hit in _hits(name, gazetteer):
        if hit.start:
            break
        rest = name[hit.end :]
        if not rest or (not _BARE.match(rest) and any(len(code) == 6 for code in gazetteer.full.get(rest, ()))):
            return None
        return Ref("Zone", name)
    if _BARE.match(name):
        return None
    return Ref("Zone", name)


def _zone_name(source: str, found: re.Match[str], done: int, gazetteer: Gazetteer) -> str | None:
    """The name of a zone without the words of the sentence before it; None where only those stand before the head."""
    name = found["zone"]
    cut = found.start() > done and "\u4e00" <= source[found.start() - 1] <= "\u9fff"
    if held := re.search(r"在([\u4e00-\u9fff]{2,})$", name):
        name, cut = held[1], False
    if (settled := _SETTLES.split(name)[-1]) and len(settled) >= 4:  # 新材料项目落户青山高新区
        name, cut = settled, cut and settled == name
    plain = re.sub(r"^(?:年|关于|推进|加快|建设|认定|命名|授予|批准|批复|同意|设立|支持|的)+", "", name)
    cut = cut and plain == name
    if not (cut or _NO_ZONE.search(plain)):
        return plain
    place = next((hit for hit in _hits(plain, gazetteer) if not _BARE.match(plain[hit.start :])), None)
    if place is None or (place.start == 0 and not cut) or _NO_ZONE.search(plain, place.start):
        return None
    return plain[place.start :]


def _short_zone(source: str, gazetteer: Gazetteer, body: str) -> Ref | None:
    """A zone that the title calls by its short name and the text by its full one (title 洋浦, text 洋浦经济开发区)."""
    m = re.match(r"[\u4e00-\u9fff]{2}", source)
    if not m or gazetteer.find(m.group()):
        return None
    full = re.findall(
        rf"{m.group()}(?:国家级)?(?:经济技术开发区|高新技术产业开发区|经济开发区|保税港区|新区|开发区)", body
    )
    return Ref("Zone", max(full, key=lambda n: (full.count(n), len(n), n))) if full else None


def _place(
    source: str,
    gazetteer: Gazetteer,
    feed: str | None,
    body: str = "",
    last: bool = False,
    no: frozenset[str] = frozenset(),
) -> str | None:
    """The most specific place of the first (or last) chain of places in a line: 襄阳市襄州区 → 襄州区."""
    hits = [hit for hit in _hits(source, gazetteer) if hit.name not in no]
    if not last:
        hits = _others(source, hits, body) or hits
    chains: list[list[_Hit]] = []
    ports: list[_Hit] = []
    for hit in hits:
        if not last and _FIRM.match(source, hit.end):
            continue
        if hit.name in _ordinary() or (_OWN.search(source) and source[hit.start - 1 : hit.start] == "在"):
            continue  # 经贸合作, 对接会在广州举行
        if not last and _NAMED_AFTER.match(source, hit.end):
            if source[hit.end] == "港":
                ports.append(hit)
            continue
        adjacent = bool(chains) and source[chains[-1][-1].end : hit.start] in ("", "·", "•")
        if hit.name in _generic() and not adjacent:
            continue  # 戈壁滩上的新区
        if adjacent:
            chains[-1].append(hit)
        else:
            chains.append([hit])
    if ports and not chains:  # 北海港货运量增长
        chains.append(ports[:1])
    if last:
        chains.reverse()
    if not last and len(chains) > 1:  # 大会在江东举行 云岭签约6个项目: the place of the news, not that of the meeting
        about = [chain for chain in chains if source[chain[0].start - 1 : chain[0].start] not in ("在", "赴")]
        chains = about or chains
    if not last and (common := _common(source, chains, gazetteer)):
        return common
    for chain in chains:
        above: str | None = None
        for hit in chain:
            code = _choose(hit, gazetteer, above, feed, body)
            if code is None:
                continue
            if above is None or gazetteer.contains(above, code) or last:
                above = code
        if above:
            return above
    return None


def _others(source: str, hits: list[_Hit], body: str) -> list[_Hit]:
    """The places of a title without those in the names of companies and schools."""
    begins = {hit.start for hit in hits}
    kept: list[_Hit] = []
    done = 0
    for hit in hits:
        if hit.start < done:
            continue
        done = borrowed(source, hit.start, hit.end, begins, body)
        if not done:
            kept.append(hit)
    return kept


def _common(source: str, chains: list[list[_Hit]], gazetteer: Gazetteer) -> str | None:
    """The division above several that a title lists: 天门市、潜江市、仙桃市同日… → their province."""
    listed = [chains[0][-1]] if chains else []
    for chain in chains[1:]:
        if source[listed[-1].end : chain[0].start] not in ("、", "和"):
            break
        listed.append(chain[-1])
    if (
        len(listed) < 2
        or source[: chains[0][0].start].strip("“《 ")
        or source[listed[-1].end : listed[-1].end + 1] == "籍"
    ):
        return None
    above = [{up for code in gazetteer.bearers(hit.name) for up in gazetteer.parents(code)} for hit in listed]
    shared = set.intersection(*above)
    return max(shared, key=lambda code: (len(code.rstrip("0")), code), default=None)


def _choose(hit: _Hit, gazetteer: Gazetteer, above: str | None, feed: str | None, body: str) -> str | None:
    """The one division meant by a name: below the place before it, in the feed's place, or by what the text names."""
    for root in (above, feed):
        if root:
            inside = [c for c in hit.codes if gazetteer.contains(root, c)]
            below = [c for c in inside if c != root]
            if inside:
                return (below if root == above and below else inside)[0]
    if above and len(hit.codes[0]) > 6:  # a town that lies in another district of the city since
        near = [c for c in hit.codes if c[:4] == above[:4]]
        return near[0] if len(near) == 1 and above[2:] != "0000" else None
    bearers = gazetteer.bearers(hit.name)
    alive = [c for c in bearers if gazetteer.get(c).until is None] or list(bearers)
    if len(alive) == 1:
        return alive[0]
    # The text that names the places above, or those below, tells homonyms apart.
    scores = {code: _support(code, gazetteer, body) for code in alive}
    top = max(scores.values(), default=0)
    best = [code for code in alive if scores[code] == top]
    big = [code for code in best if code.endswith("00")]
    return big[0] if big else best[0] if top or len(best[0]) == 6 else None


def _support(code: str, gazetteer: Gazetteer, body: str) -> int:
    own = _stem(gazetteer.display(code))  # the city 淮安 speaks for no district of that name
    stems = [_stem(gazetteer.display(c)) for c in gazetteer.parents(code)]
    above = sum(body.count(stem) for stem in stems if stem != own)
    below = sum(min(1, body.count(gazetteer.display(c))) for c in gazetteer.children(code))
    exact = body.count(gazetteer.display(code))
    return 2 * above + 3 * below + exact


def _stem(name: str) -> str:
    return (
        re.sub(r"(?:[\u4e00-\u9fff]{1,4}族)*(?:自治区|自治州|自治县|地区|特别行政区|[省市州县区])$", "", name) or name
    )


def _most_named(
    clean: str, gazetteer: Gazetteer, title: str, kinds: tuple[str, ...] = (), no: frozenset[str] = frozenset()
) -> Ref | None:
    """The place that a text names most often, and as the one that acts; places above it that it names count for it."""
    counts: Counter[str] = Counter()
    hits = _hits(clean, gazetteer)
    for i, hit in enumerate(hits):
        if len(hit.codes[0]) > 6 and not (len(hit.codes) == 1 or hit.name in title):
            continue
        if hit.name in no or (hit.name in _generic() and not (i and hits[i - 1].end == hit.start)):
            continue
        chained = i + 1 < len(hits) and hits[i + 1].start == hit.end
        if _GUESTS.match(clean, hit.end) or _NAMED_AFTER.match(clean, hit.end):
            continue  # 浙江客商
        if hit.name in _ordinary() and clean[max(0, hit.start - 1) : hit.start] in ("元", "亿", "万", "吨"):
            continue  # 突破30亿元大关
        for code in gazetteer.bearers(hit.name)[:3]:
            if kinds and not gazetteer.display(code).endswith(kinds):
                continue
            weight = 2 if hit.name == gazetteer.display(code) else 1
            weight += 2 if _GOVERNED.match(clean, hit.end) else 0
            weight += 2 if hit.start < 250 else 0
            counts[code] += 0 if chained else weight
    for code in list(counts):
        counts[code] += sum(1 for above in gazetteer.parents(code) if counts.get(above))
    best = max(sorted(counts), key=lambda c: (counts[c], len(c)), default=None)
    return Ref("Region", best) if best and counts[best] > 1 else None


def _inside_words(text: Text, gazetteer: Gazetteer) -> frozenset[str]:
    """Short names of places that only stand within other words near the beginning: the 政和 of 财政和."""
    hits = [hit for hit in _hits(text.clean[:_BEGINNING], gazetteer) if hit.end - hit.start == 2] if text.tokens else []
    free = {hit.name for hit in hits if _begins_word(text.tokens, hit.start)}
    return frozenset(hit.name for hit in hits) - free


def _begins_word(tokens: Sequence[Token], at: int) -> bool:
    found = bisect_left(tokens, at, key=lambda token: token.start)
    return found < len(tokens) and tokens[found].start == at


@functools.cache
def _generic() -> frozenset[str]:
    """Names of divisions that are a common noun unless another place stands before them: 新区, 街道, 城区."""
    return _BARE_NAMES | {row["name"] for row in load_lexicon().rows("place_words") if row["kind"] == "generic"}


@functools.cache
def _ordinary() -> frozenset[str]:
    """Short names that are mostly a word: 合作, 和平."""
    return frozenset(row["name"] for row in load_lexicon().rows("place_words") if row["kind"] == "ordinary")


@functools.cache
def _names(gazetteer: Gazetteer) -> tuple[CharwiseDoubleArrayAhoCorasick, list[str]]:
    names = sorted(n for n in {*gazetteer.full, *gazetteer.short} if len(n) > 1)
    return CharwiseDoubleArrayAhoCorasick(names, MATCH_KIND_LEFTMOST_LONGEST), names


def _hits(source: str, gazetteer: Gazetteer) -> list[_Hit]:
    automaton, names = _names(gazetteer)
    return [_Hit(s, e, names[i], gazetteer.find(names[i])) for s, e, i in automaton.find(source)]
