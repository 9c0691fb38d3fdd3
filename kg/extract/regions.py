"""Region mentions: divisions from province to town, customary areas, countries, and villages by their shape.

A full name (醴陵市, 花明楼镇) is nearly always a place; the question is which one of its name. A short name (醴陵) must
be a word of its own and needs a witness: that it lies in the document's own territory, that the full name stands
elsewhere in the document, that it stands in a list with other places or right behind a place, or that jieba knows it
as a place. Words that are mostly something else (富裕, 和平) need the list or the place before them.

Homonyms (城关镇, 鼓楼区, 朝阳) are decided by the place that stands right before, then by the document's own region,
then by the place mentioned last.

Rules: `region:full`, `region:short`, `region:list`, `region:area`, `region:area-shape`, `region:country`,
`region:village`, `region:village-list`; with a confidence below the threshold of arbitration, so that they are seen
among the rejected: `region:company` (inside a company's name), `region:route` (end of a road or railway),
`region:nested` (inside another name, as 湖南 in 湖南大学), `region:weak` (a short name without a witness).
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.extract.areas import lettered_areas, shaped_areas
from kg.extract.villages import find_villages
from kg.ontology import Gazetteer, Lexicon
from kg.ontology.gazetteer import short_names
from kg.types import Mention, Ref, Text, Token

REFUSED = 0.25  # below the threshold of arbitration: kept as a row of `rejected`
CHAINED = 0.95  # a place and the one in it, side by side: 河南清丰
WEAK = 0.2  # a short name without a witness: a place only when the tagger sees one too

# Part-of-speech tags that a place may have in jieba; m is for names with a numeral (三门, 八里).
_NOMINAL = ("n", "j", "x", "eng")
_PLACE_TAGS = ("ns", "nt")
_JOINT = re.compile(r"[、和与及]|以及|[、和与及]?[（(]")
_AND_OTHERS = re.compile(r"等(?:\d+|[一二三四五六七八九十两]+)?个?(?:地|[省市县区镇乡](?![场场级域]))")
_ROAD = re.compile(
    r"(?:[东西南北中]|环)?(?:路|街)|巷|大道|大街|胡同|[山河江湖海岭峡岛溪港]|大桥|[一二三四五六七八九]桥|水库|高速|航道"
)
_OTHER_PLACE = re.compile(r"镇|乡|村|社区|街道|[县区市州]|小镇|新村")
# 盛泽片区 is no part of the town 盛泽 alone; the village 庆阳坝村 has nothing of the city 庆阳
NAMED_AFTER_TOWN = re.compile("片区|组团|新城|板块|商圈|功能区")
_OF_VILLAGE = re.compile("[一-龥]?(?:村|社区|屯)(?![镇委])")
_ABOVE_VILLAGE = tuple("、镇乡道办和及与")
_NATURE = re.compile(r"[江河湖山海岭关溪泉]$")
_UNLIKELY_TOWN = re.compile(r"[江河湖山海岭关路街桥库港]$")
_WATER = re.compile(r"(?:流域|江段|干流|支流|水质|水系|两岸|沿岸|沿线|流经|段水|航道|河道|大桥|风光带|治理|保护|堤)")
_COMPANY = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9（）()·]{0,18}?(?:有限公司|股份公司|集团|公司|银行|农商行|股份|药业|重工|酒业|支行|分行)"
)
_SCHOOL = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:大学|学院|理工|师范|日报|晚报|卫视|医院|研究院|设计院|频道)")
_LINE = (
    r"(?:高速|铁路|公路|城际|高铁|客专|航线|班列|快速路|快线|国道|省道|航道|管道|轻轨|专线|旅游路|干线"
    r"|道路|通道|线(?![上下]))"
)
_ROUTE_HEAD = re.compile(rf"(?:至|到|[—～~-]{{1,2}})[^，。；！？\n]{{1,40}}?{_LINE}")
_ROUTE_TAIL = re.compile(r"[\u4e00-\u9fff]{2,5}(?:至|到|[—～~-]{1,2})$")
_ROUTE_REST = re.compile(rf"[^，。；！？\n]{{0,40}}?{_LINE}")
_TRADE = re.compile(
    r"出口|进口|外贸|贸易|市场|投资|外资|客商|企业|公司|项目|合作|友城|友好城市|赴|海外|境外|招商|考察|开拓|国家|港口|直航|航线|班列|口岸|签"
    r"|引进|产品|技术|机构|展|客户|订单|销"
)
_DIRECTION = frozenset(["东北", "西北", "西南", "华东", "华南", "华中", "华北"])


@dataclass(slots=True)
class _Candidate:
    """A name found in the text: which divisions bear it, and what is decided about it."""

    start: int
    end: int
    name: str
    codes: tuple[str, ...]
    kind: str  # full, short, town (short name of a town at home), area, country, continent
    aligned: bool
    tags: tuple[str, ...] = ()
    key: str = ""
    rule: str = ""
    confidence: float = 0.0
    chained: bool = field(default=False)


class _Vocabulary(NamedTuple):
    automaton: CharwiseDoubleArrayAhoCorasick
    names: list[str]


def find_regions(text: Text, lexicon: Lexicon, gazetteer: Gazetteer, home: Ref | None) -> Iterable[Mention]:
    """All Region mentions of a document, in the order of the text, not overlapping each other.

    Args:
        text: the document.
        lexicon: for the table `place_words`.
        gazetteer: the divisions; a mention's key is a code of it, or the name where it has none.
        home: the document's own Region or Zone (see `kg.extract.home`).

    Example:
        In a report of 宁乡市, “推进花明楼、灰汤等镇” gives the keys of the two towns; “湖南省醴陵市” gives two.
    """
    words = _words(lexicon)
    finder = _Finder(text, gazetteer, home, words)
    places = finder.run()
    taken = [(c.start, c.end) for c in places if c.confidence > REFUSED]
    mentions = [Mention(c.start, c.end, "Region", c.key, c.rule, c.confidence) for c in places if c.key]
    mentions += find_villages(text, words["village"], taken)
    mentions += shaped_areas(text, taken)
    mentions += lettered_areas(text, taken)
    return sorted(mentions, key=lambda m: (m.start, m.end))


@functools.cache
def _words(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    rows = lexicon.rows("place_words")
    return {kind: frozenset(r["name"] for r in rows if r["kind"] == kind) for kind in sorted({r["kind"] for r in rows})}


@functools.cache
def _vocabulary(gazetteer: Gazetteer) -> _Vocabulary:
    names = sorted(n for n in {*gazetteer.full, *gazetteer.short, *gazetteer.areas} if len(n) > 1)
    return _Vocabulary(CharwiseDoubleArrayAhoCorasick(names), names)


@functools.lru_cache(maxsize=1 << 16)
def _bearers(gazetteer: Gazetteer, name: str) -> tuple[str, tuple[str, ...]]:
    """What kind of name it is (full, short, area, country) and the codes of the divisions that bear it."""
    if name in gazetteer.full and name not in gazetteer.short:
        return "full", gazetteer.full[name]
    if area := gazetteer.area(name):
        return area.kind, ()
    return "short", gazetteer.find(name)


class _Finder:
    """One document's search: candidates, then their witnesses, then their keys."""

    def __init__(self, text: Text, gazetteer: Gazetteer, home: Ref | None, words: Mapping[str, frozenset[str]]) -> None:
        self.text = text
        self.clean = text.clean
        self.gazetteer = gazetteer
        self.words = words
        self.year = text.document.year
        self.home = home_code(home, gazetteer)
        self.lineage = (self.home, *gazetteer.parents(self.home)) if self.home else ()
        self.starts = [t.start for t in text.tokens]
        self.town_names: frozenset[str] = frozenset()
        self.at = {start: i for i, start in enumerate(self.starts)}
        self.ends = frozenset(t.end for t in text.tokens)

    def run(self) -> list[_Candidate]:
        found = list(self._candidates(_vocabulary(self.gazetteer), None))
        towns = self._home_towns()
        self.town_names = frozenset(towns)
        known = {c.codes[0] for c in found if c.kind == "full" and c.codes and len(c.codes[0]) > 6}
        for code in sorted(known):
            for name in short_names(self.gazetteer.display(code))[-1:]:
                if len(self.gazetteer.find(self.gazetteer.display(code))) == 1 or self._at_home(code):
                    towns.setdefault(name, (code,))
        if towns:
            names = sorted(towns)
            found += self._candidates(_Vocabulary(CharwiseDoubleArrayAhoCorasick(names), names), towns)
        chosen = _longest(found)
        self._decide(chosen)
        return [c for c in chosen if c.key]

    def _home_towns(self) -> dict[str, tuple[str, ...]]:
        """Short names of the towns of the document's own county or city."""
        if not self.home or self.home.endswith("0000"):
            return {}
        out: dict[str, tuple[str, ...]] = {}
        root = self.home[:6]
        below = self.gazetteer.children(root)
        codes = [c for b in below for c in ((b,) if len(b) > 6 else self.gazetteer.children(b)) if len(c) > 6]
        for code in codes:
            for name in short_names(self.gazetteer.display(code)):
                if len(name) > 1:
                    out[name] = (*out.get(name, ()), code)
        return out

    def _at_home(self, code: str) -> bool:
        return self.home is not None and self.gazetteer.contains(self.home[:6], code)

    def _candidates(self, vocabulary: _Vocabulary, towns: Mapping[str, tuple[str, ...]] | None) -> Iterator[_Candidate]:
        for start, end, index in vocabulary.automaton.find_overlapping(self.clean):
            name = vocabulary.names[index]
            aligned = start in self.at and end in self.ends
            kind, codes = ("town", towns[name]) if towns is not None else _bearers(self.gazetteer, name)
            if not aligned and not self._cut_otherwise(start, end, kind, codes):
                continue
            yield _Candidate(start, end, name, codes, kind, aligned, self._tags(start, end))

    def _cut_otherwise(self, start: int, end: int, kind: str, codes: tuple[str, ...]) -> bool:
        """Whether a name of three or more characters may stand though jieba ends no word where it ends."""
        if end - start < 3 or start not in self.at:
            return kind == "area"
        return kind in ("full", "area") or any(self._at_home(code) for code in codes)

    def _tags(self, start: int, end: int) -> tuple[str, ...]:
        first = self.at.get(start)
        first = bisect_right(self.starts, start) - 1 if first is None else first
        last = self.at.get(end)
        last = bisect_left(self.starts, end) if last is None else last
        return tuple(t.pos for t in self.text.tokens[first:last])

    def _next(self, end: int) -> Token | None:
        i = self.at.get(end)
        return None if i is None else self.text.tokens[i]

    def _decide(self, chosen: list[_Candidate]) -> None:
        gazetteer = self.gazetteer
        established = {c.codes[0] for c in chosen if c.kind == "full" and len(c.codes) == 1} | set(self.lineage)
        last: list[str] = []  # codes in the order in which they were mentioned
        for i, c in enumerate(chosen):
            before = chosen[i - 1] if i and chosen[i - 1].end == c.start else None
            above = before.key if before and before.key in gazetteer else None
            if not c.codes:
                self._area(c)
                continue
            code = self._which(c, above, established, last)
            c.chained = bool(above and code and above != code and gazetteer.contains(above, code))
            if c.kind == "full":
                self._full(c, code)
            elif code and self._witness(c, code, established):
                self._take(c, code, "region:short", CHAINED if c.chained else 0.9 if self._near(code) else 0.85)
            if c.chained and before is not None and c.key and before.rule != "region:area":
                before.confidence = max(before.confidence, CHAINED)
            if c.key in gazetteer:
                last.append(c.key)
                established.add(c.key)
        self._lists(chosen, established)
        for c in chosen:
            if c.key:
                self._veto(c)
            elif c.kind == "short" and c.aligned and len(c.tags) == 1 and c.name not in self.words["ordinary"]:
                self._take(c, self._which(c, None, established, last) or self._alive(c.codes)[0], "region:weak", WEAK)

    def _full(self, c: _Candidate, code: str | None) -> None:
        near = c.chained or bool(code and self._near(code) and c.name == self.gazetteer.display(code))
        if not near and (c.name in self.words["generic"] or self._stem_is_a_word(c)):
            return
        if code is None:
            if c.aligned:
                c.key, c.rule, c.confidence = c.name, "region:full", 0.6
            return
        self._take(c, code, "region:full", 0.95 if c.aligned or c.chained else 0.8)

    def _stem_is_a_word(self, c: _Candidate) -> bool:
        """Whether a name of several words is mostly not a name: 文明|乡, 平安|县."""
        return len(c.tags) > 1 and any(name in self.words["ordinary"] for name in short_names(c.name))

    def _take(self, c: _Candidate, code: str, rule: str, confidence: float) -> None:
        c.key, c.rule, c.confidence = code, rule, confidence

    def _area(self, c: _Candidate) -> None:
        area = self.gazetteer.area(c.name)
        if area is None:
            return
        if c.kind == "area":
            follower = self.clean[c.end : c.end + 1]
            if c.name in _DIRECTION and (follower in "部方侧角面向片门风" and follower):
                return
            if not c.aligned and (len(c.name) < 3 or c.start not in self.at):
                return
            if c.name in ("港澳台", "港澳") and follower == "同":
                return
            c.key, c.rule, c.confidence = area.name, "region:area", 0.88
        else:
            around = self.clean[max(0, c.start - 18) : c.end + 18]
            c.key, c.rule, c.confidence = area.name, "region:country", 0.6 if _TRADE.search(around) else REFUSED

    def _related(self, code: str) -> bool:
        """Whether a division is home, lies in it, above it or beside it."""
        if not self.home:
            return False
        if self._near(code):
            return True
        parents, its = self.gazetteer.parents(self.home), self.gazetteer.parents(code)
        if not parents:
            return False
        return parents[0] in its[:1] or (not parents[0].endswith("0000") and self.gazetteer.contains(parents[0], code))

    def _near(self, code: str) -> bool:
        return code in self.lineage or self._at_home(code)

    def _which(self, c: _Candidate, above: str | None, established: set[str], last: list[str]) -> str | None:
        """The one division that a name means here, or None where nothing decides."""
        gazetteer = self.gazetteer
        if above:
            inside = [code for code in c.codes if code != above and gazetteer.contains(above, code)]
            if inside:
                return self._alive(inside)[0]
        if len(c.codes) == 1:
            return c.codes[0] if self._told(c.codes[0], established) else None
        bearers = gazetteer.bearers(c.name) if c.kind != "town" else c.codes
        if c.kind == "short":  # the county 金乡 elsewhere, or the town of that name at home
            bearers = (*bearers, *(code for code in c.codes if code not in bearers and self._at_home(code)))
        if len(bearers) == 1:
            return bearers[0] if self._told(bearers[0], established) else None
        home = self.home or ""
        tests = (
            lambda code: code in self.lineage,
            lambda code: self._at_home(code),
            lambda code: code in established,
            lambda code: self._related(code),
            lambda code: bool(home) and code[:4] == home[:4],
            lambda code: any(gazetteer.contains(near, code) and near[2:] != "0000" for near in last[-8:]),
            lambda code: bool(home) and code[:2] == home[:2],
            lambda code: any(gazetteer.contains(near, code) for near in last[-8:]),
        )
        for test in tests:
            hits = [code for code in bearers if test(code)]
            if hits:
                hits = self._alive(hits)
                return hits[0] if len(hits) == 1 or len(hits[0]) == 6 else None
        hits = [code for code in self._alive(bearers) if self._told(code, established)]
        top = [code for code in hits if code.endswith("00")]
        if len(hits) == 1 or top:
            return (top or hits)[0]
        return None

    def _told(self, code: str, established: set[str]) -> bool:
        """Whether a town of another city may be meant, which needs its county or city named too.

        龙港镇 in a report of 苍南县 was a town there, though the gazetteer only has one of that name far away today.
        """
        if len(code) < 9 or not self.home or code[:4] == self.home[:4] or self.home.endswith("0000"):
            return True
        return any(up in established for up in self.gazetteer.parents(code) if not up.endswith("0000"))

    def _alive(self, codes: Iterable[str]) -> list[str]:
        """Those divisions that existed in the document's year, or all where none did."""
        codes = list(codes)
        year = self.year or 9999
        alive = [c for c in codes if (until := self.gazetteer.get(c).until) is None or until >= year - 1]
        return alive or codes

    def _witness(self, c: _Candidate, code: str, established: set[str]) -> bool:
        """Whether a short name is a place here (lists are looked at later)."""
        if c.chained:
            return True
        if c.name in self.words["ordinary"]:
            return False
        if c.kind == "town" and NAMED_AFTER_TOWN.match(self.clean, c.end):
            return False
        if (
            not self._at_home(code)
            and _OF_VILLAGE.match(self.clean, c.end)
            and self.clean[c.start - 1] in _ABOVE_VILLAGE
        ):
            return False
        if c.kind == "town" and _UNLIKELY_TOWN.search(c.name) and code not in established:
            return False
        if self._at_home(code) and (len(c.name) > 2 or (len(code) == 6 and len(c.tags) == 1)):
            return c.kind != "town" or self._free(c) or code in established
        nominal = all(tag.startswith(_NOMINAL) for tag in c.tags)
        if code in established:
            return nominal or len(code) == 6
        if (until := self.gazetteer.get(code).until) and until < (self.year or 9999) - 2:
            return False
        if _NATURE.search(c.name) and not code.endswith("00"):
            return False
        place = len(c.tags) == 1 and c.tags[0] in _PLACE_TAGS
        if c.kind == "town":
            return self._free(c) and (place or (self._at_home(code) and c.tags[0] in ("nr", "nz", "nrt", "nrfg")))
        # Cities are few and known; jieba takes some for persons (常德) or verbs (怀化).
        named = c.tags[0] in ("nr", "nz", "nrt") or (self.home or "")[:2] == code[:2]
        city = code.endswith("00") and named and len(c.tags) == 1
        if city or place:
            return True
        return self._related(code) and (nominal or len(c.tags) == 2)

    def _free(self, c: _Candidate) -> bool:
        """Whether nothing is named after the place right behind it (南洲新区, 建宁港, 江桥中学)."""
        token = self._next(c.end)
        return token is None or not token.pos.startswith(("n", "j", "b")) or token.word in ("镇", "乡", "街道")

    def _lists(self, chosen: list[_Candidate], established: set[str]) -> None:
        """Take what stands in one list with a place that was taken: 石峰、天元、荷塘区."""
        for c in chosen:
            code = c.codes[0] if len(c.codes) == 1 else None
            if code and not c.key and c.name not in self.words["ordinary"] and _AND_OTHERS.match(self.clean, c.end):
                self._take(c, code, "region:list", 0.8)
        for order in (range(1, len(chosen)), range(len(chosen) - 2, -1, -1)):
            for i in order:
                c = chosen[i]
                other = chosen[i - 1] if order.step > 0 else chosen[i + 1]
                if c.key or not other.key or not c.codes or other.rule == "region:country":
                    continue
                between = self.clean[min(c.end, other.end) : max(c.start, other.start)]
                if not _JOINT.fullmatch(between):
                    continue
                beside = [code for code in c.codes if self._beside(code, other.key)]
                ordinary = c.name in self.words["ordinary"] or c.name in self.words["generic"]
                code = self._alive(beside)[0] if beside else None
                if code and (not ordinary or self._related(code)):
                    self._take(c, code, "region:list", 0.8)
        for c in chosen:  # the full name came later or only in a list
            if not c.key and c.kind in ("short", "town") and c.name not in self.words["ordinary"] and len(c.tags) == 1:
                hits = [code for code in c.codes if code in established]
                if hits and c.tags[0].startswith(_NOMINAL) and (c.kind == "short" or self._free(c)):
                    self._take(c, hits[0], "region:short", 0.75)

    def _beside(self, code: str, other: str) -> bool:
        """Whether two divisions share what lies above them, as the members of a list do."""
        if other not in self.gazetteer:
            return False
        mine, its = self.gazetteer.parents(code)[:1], self.gazetteer.parents(other)[:1]
        return mine == its or self._near(code) or self.gazetteer.contains(other, code) or code[:2] == other[:2]

    def _veto(self, c: _Candidate) -> None:
        """Lower the confidence of what is part of another name."""
        rest = self.clean[c.end : c.end + 24]
        token = self._next(c.end)
        word = token.word if token else ""
        short = c.kind != "full"
        river = short and _NATURE.search(c.name) and not c.key.endswith("00") and _WATER.match(rest)
        longer = _ROAD.fullmatch(word) or _OTHER_PLACE.fullmatch(word) or word in self.words["after"]
        if river or (short and longer):
            c.rule, c.confidence = "region:nested", REFUSED
        elif self._one_name(c.end, _COMPANY.match(rest)) or self._brand(c, token):
            c.rule, c.confidence = "region:company", REFUSED
        elif _ROUTE_HEAD.match(rest) or (
            _ROUTE_TAIL.search(self.clean[max(0, c.start - 8) : c.start]) and _ROUTE_REST.match(rest)
        ):
            c.rule, c.confidence = "region:route", REFUSED
        elif short and not self._at_home(c.key) and self._one_name(c.end, _SCHOOL.match(rest)):
            c.rule, c.confidence = "region:nested", REFUSED

    def _brand(self, c: _Candidate, token: Token | None) -> bool:
        """Whether a province or city stands before a brand, as companies are called for short: 北京首农, 深圳沃伦特."""
        if (
            c.kind != "short"
            or not c.key.endswith("00")
            or token is None
            or token.pos not in ("nr", "nz", "nrt", "nrfg")
        ):
            return False
        if len(token.word) < 2 or self.gazetteer.find(token.word) or token.word in self.words["ordinary"]:
            return False
        return not any(s.startswith(token.word) for s in self.town_names) and self.home != c.key

    def _one_name(self, start: int, match: re.Match[str] | None) -> bool:
        """Whether the words from here to the end of a company's or school's name are all parts of a name."""
        if match is None:
            return False
        end = start + match.end()
        i = bisect_right(self.starts, start) - 1
        while i < len(self.starts) and self.starts[i] < end:
            token = self.text.tokens[i]
            if token.start >= start and (token.pos[0] in "vpcurdfm" and token.pos not in ("vn", "vi")):
                return False
            i += 1
        return True


def home_code(home: Ref | None, gazetteer: Gazetteer) -> str | None:
    """The division of a home: its code, or for a Zone the place with which its name begins (株洲高新区 → 430200)."""
    if home is None:
        return None
    if home.key in gazetteer:
        return gazetteer.get(home.key).code
    for end in range(len(home.key), 1, -1):
        codes = gazetteer.find(home.key[:end])
        if codes:
            return codes[0]
    return None


def _longest(found: Iterable[_Candidate]) -> list[_Candidate]:
    """Leftmost-longest candidates without overlap; of one span the division before the area."""
    order = {"full": 0, "short": 1, "town": 2}
    out: list[_Candidate] = []
    for c in sorted(found, key=lambda c: (c.start, -c.end, order.get(c.kind, 3))):
        if not out or c.start >= out[-1].end:
            out.append(c)
        elif c.start == out[-1].start and c.end == out[-1].end and c.codes and out[-1].codes:
            out[-1].codes = tuple(dict.fromkeys((*out[-1].codes, *c.codes)))
    return out
