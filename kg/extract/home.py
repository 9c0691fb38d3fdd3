"""The document's own place: the division, or the zone, that a report accounts for or that a news item is about.

Looked for in this order: the title (2020年花明楼镇政府工作报告), the line that names the issuer, the opening
(在岳麓区第六届人民代表大会), the place whose people or government the text calls its own most often. The tag of a feed
in front of a title (【宁乡市招商】) is no title; it says in whose territory the place lies.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.ontology import Gazetteer, load_lexicon
from kg.types import Ref, Text

_TAG = re.compile(r"^[【\[](?P<place>[^】\]]{2,14}?)(?:招商[^】\]]*|投资[^】\]]*|新闻|发布|融媒|快讯)?[】\]]")
_ZONE = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{0,8}?(?:经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|工业园区|产业园区|开发区|示范区|试验区|合作区"
    r"|经开区|高新区|保税区|管委会|空港新城|新区|新城|园区))"
)
_SETTLES = re.compile(r"落户于?|落地于?|落子|签约|入驻|进驻|走进|挺进|花落|牵手|投资|开工|投产|登陆|亮相|扎根|奠基")
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
_FIRM = re.compile(r"[^与和同在赴、，：的 ]{0,12}?(?:集团|公司|股份|银行)(?!.{0,4}[总分]部)")
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
    plain = _headline(title[tag.end() :] if tag else title)
    opening = text.clean[:1500]
    body = text.clean[:6000]
    if _WORK_REPORT.search(plain) or "各位代表" in opening:
        return _report_home(plain, opening, text.clean, gazetteer, feed)
    zone = _zone(plain, gazetteer, body)
    if zone and not feed:
        return zone
    place = _place(plain, gazetteer, feed, body)
    if feed and place and len(place) > 6 and gazetteer.display(feed) in text.clean[len(title) :][:300]:
        return Ref("Region", feed)  # 【长丰新闻】下塘镇、双凤园区项目…: the county's news, not the town's
    if feed and not (place and gazetteer.contains(feed, place)):
        return Ref("Region", feed)
    if place and place.startswith(_MUNICIPALITIES) and place.endswith("0000"):
        # 上海 in a title rarely means the whole city; the district that the text is about is more telling.
        inner = _most_named(text.clean, gazetteer, title, ("区", "县"))
        if inner and gazetteer.contains(place, inner.key):
            return inner
    if place:
        return Ref("Region", place)
    own = _OWN.search(plain)
    return _most_named(text.clean, gazetteer, title, _KINDS[own["kind"]] if own else ())


def _headline(title: str) -> str:
    """A title; of a first paragraph that stands for one, its first clause without the dateline.

    Example:
        “某某网重庆8月10日电 涪陵区近日与甲集团签署协议，将…” gives “涪陵区近日与甲集团签署协议”.
    """
    if len(title) <= _LONGEST_TITLE:
        return title
    return re.split(r"[，。；！？]", _DATELINE.sub("", title))[0]


def _report_home(title: str, opening: str, clean: str, gazetteer: Gazetteer, feed: str | None) -> Ref | None:
    """Of a work report: title, issuer, session, speaker, then the place that is called one's own."""
    sources = [_WORK_REPORT.split(title)[0] or title]
    for pattern in (_ISSUER, _SESSION, _SPEAKER, _HEAD):
        sources += [m["body"] for m in pattern.finditer(opening)][:2]
    kinds = Counter(m["kind"] for m in _OWN.finditer(clean))
    for source in sources:
        if zone := _zone(source, gazetteer, clean):
            return zone
        if place := _place(source, gazetteer, feed, clean, last=True):
            return Ref("Region", place)
    own = kinds.most_common(1)[0][0] if kinds else ""
    return _most_named(clean, gazetteer, title, _KINDS.get(own, ())) or (Ref("Region", feed) if feed else None)


def _zone(source: str, gazetteer: Gazetteer, body: str) -> Ref | None:
    """A zone that a title names: 南昌经开区, 西咸新区空港新城 (the last one)."""
    name = ""
    for m in _ZONE.finditer(source):
        name = m["zone"]
        if m.end() < len(source) and source[m.end()] in "的在":
            break
    if not name:
        return _short_zone(source, gazetteer, body)
    if held := re.search(r"在([\u4e00-\u9fff]{2,})$", name):
        name = held[1]
    if (settled := _SETTLES.split(name)[-1]) and len(settled) >= 4:  # 新材料项目落户青山高新区
        name = settled
    name = re.sub(r"^(?:\d{4}年|关于|推进|加快|建设)", "", name)
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


def _short_zone(source: str, gazetteer: Gazetteer, body: str) -> Ref | None:
    """A zone that the title calls by its short name and the text by its full one (title 洋浦, text 洋浦经济开发区)."""
    m = re.match(r"[\u4e00-\u9fff]{2}", source)
    if not m or gazetteer.find(m.group()):
        return None
    full = re.findall(
        rf"{m.group()}(?:国家级)?(?:经济技术开发区|高新技术产业开发区|经济开发区|保税港区|新区|开发区)", body
    )
    return Ref("Zone", max(full, key=lambda n: (full.count(n), len(n), n))) if full else None


def _place(source: str, gazetteer: Gazetteer, feed: str | None, body: str = "", last: bool = False) -> str | None:
    """The most specific place of the first (or last) chain of places in a line: 襄阳市襄州区 → 襄州区."""
    chains: list[list[_Hit]] = []
    for hit in _hits(source, gazetteer):
        follower = source[hit.end : hit.end + 2]
        if not last and _FIRM.match(source, hit.end):
            continue
        if hit.name in _ordinary() or (_OWN.search(source) and source[hit.start - 1 : hit.start] == "在"):
            continue  # 经贸合作, 对接会在广州举行
        if follower and follower[0] in "路街港山河江湖" and not last:
            continue
        if chains and source[chains[-1][-1].end : hit.start] in ("", "·", "•"):
            chains[-1].append(hit)
        else:
            chains.append([hit])
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


def _most_named(clean: str, gazetteer: Gazetteer, title: str, kinds: tuple[str, ...] = ()) -> Ref | None:
    """The place that a text names most often, and as the one that acts; places above it that it names count for it."""
    counts: Counter[str] = Counter()
    hits = _hits(clean, gazetteer)
    for i, hit in enumerate(hits):
        if len(hit.codes[0]) > 6 and not (len(hit.codes) == 1 or hit.name in title):
            continue
        chained = i + 1 < len(hits) and hits[i + 1].start == hit.end
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
