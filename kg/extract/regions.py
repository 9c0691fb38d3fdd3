"""Region mentions: divisions from province to town, customary areas, countries, and villages by their shape.

A full name (醴陵市, 花明楼镇) is nearly always a place; the question is which one of its name. A short name (醴陵) must
be a word of its own and needs a witness: that it lies in the document's own territory, that the full name stands
elsewhere in the document, that it stands in a list with other places or right behind a place, or that jieba knows it
as a place. Words that are mostly something else (富裕, 和平) need the list or the place before them.

Homonyms (城关镇, 鼓楼区, 朝阳) are decided by the place that stands right before, then by the document's own region,
then by the place mentioned last.

Rules: `region:full`, `region:short`, `region:list`, `region:area`, `region:area-shape`, `region:country`,
`region:village`, `region:village-list`, `region:regiment`; with a confidence below the threshold of arbitration, so
that they are seen among the rejected: `region:company` (inside a company's name), `region:route` (end of a road or
railway), `region:nested` (inside another name, as 湖南 in 湖南大学), `region:weak` (a short name without a witness).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from kg.extract.areas import lettered_areas, shaped_areas
from kg.extract.regiments import regiments
from kg.extract.region_candidates import Candidate, TokenIndex, find_candidates, find_towns, longest
from kg.extract.region_parts import NATURE, REFUSED, Around
from kg.extract.toponyms import Toponyms, home_code
from kg.extract.villages import find_villages
from kg.ontology import Gazetteer, Lexicon
from kg.ontology.divisions import COUNTY, is_province
from kg.ontology.gazetteer import short_names
from kg.types import Mention, Ref, Text

CHAINED = 0.95  # a place and the one in it, side by side: 河南清丰
WEAK = 0.2  # a short name without a witness: a place only when the tagger sees one too

# Part-of-speech tags that a place may have in jieba; m is for names with a numeral (三门, 八里).
_NOMINAL = ("n", "j", "x", "eng")
_PLACE_TAGS = ("ns", "nt")
_JOINT = re.compile(r"[、和与及]|以及|[、和与及]?[（(]")
_AND_OTHERS = re.compile(
    r"等(?:\d+|[一二三四五六七八九十两]+)?个?(?:地|[省市县区镇乡](?![场场级域]))"
    r"|(?:\d+|[二三四五六七八九十两]+)个(?:民族|[一-龥]{1,4}族)?[乡镇](?![场级域村])"
)
# 盛泽片区 is no part of the town 盛泽 alone; the village 庆阳坝村 has nothing of the city 庆阳
NAMED_AFTER_TOWN = re.compile("片区|组团|新城|板块|商圈|功能区")
_OF_VILLAGE = re.compile("[一-龥]?(?:村|社区|屯)(?![镇委])")
OF_ZONE = re.compile(
    "[一-龥]{0,4}?(?:工业|产业|科技|物流|创业|经济)?(?:园区|园|集中区|集聚区|开发区|新城|新区|高新区|经开区)"
)
_ABOVE_VILLAGE = tuple("、镇乡道办和及与")
_UNLIKELY_TOWN = re.compile(r"[江河湖山海岭关路街桥库港]$")
_TRADE = re.compile(
    r"出口|进口|外贸|贸易|市场|投资|外资|客商|企业|公司|项目|合作|友城|友好城市|赴|海外|境外|招商|考察|开拓|国家|港口|直航|航线|班列|口岸|签"
    r"|引进|产品|技术|机构|展|客户|订单|销"
)
_DIRECTION = frozenset(["东北", "西北", "西南", "华东", "华南", "华中", "华北"])


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
    places = _Finder(text, gazetteer, home_code(home, gazetteer), words).run()
    taken = [(c.start, c.end) for c in places if c.confidence > REFUSED]
    mentions = [Mention(c.start, c.end, "Region", c.key, c.rule, c.confidence) for c in places if c.key]
    mentions += find_villages(text, words["village"], taken)
    mentions += shaped_areas(text, taken)
    mentions += lettered_areas(text, taken)
    mentions += regiments(text.clean)
    return sorted(mentions, key=lambda m: (m.start, m.end))


@functools.cache
def _words(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    rows = lexicon.rows("place_words")
    return {kind: frozenset(r["name"] for r in rows if r["kind"] == kind) for kind in sorted({r["kind"] for r in rows})}


class _Finder:
    """One document's search: candidates, then their witnesses, then their keys."""

    def __init__(self, text: Text, gazetteer: Gazetteer, home: str | None, words: Mapping[str, frozenset[str]]) -> None:
        self.clean = text.clean
        self.gazetteer = gazetteer
        self.home = home
        self.words = words
        self.toponyms = Toponyms(gazetteer, home, text.document.year)
        self.tokens = TokenIndex(text)
        found = find_candidates(text.clean, self.tokens, gazetteer, home)
        at_home = self._home_towns()
        found += find_towns(text.clean, self.tokens, at_home | self._named_towns(found, at_home), gazetteer, home)
        self.chosen = longest(found)
        self.around = Around(text.clean, self.tokens, self.toponyms, (words["after"], words["ordinary"]), at_home)
        # divisions that the text names in full, then all that were decided
        self.established = {c.codes[0] for c in self.chosen if c.kind == "full" and len(c.codes) == 1}
        self.established |= set(self.toponyms.lineage)

    def run(self) -> list[Candidate]:
        self._decide()
        return [c for c in self.chosen if c.key]

    def _home_towns(self) -> dict[str, tuple[str, ...]]:
        """Short names of the towns of the document's own county or city."""
        if not self.home or is_province(self.home):
            return {}
        out: dict[str, tuple[str, ...]] = {}
        root = self.home[:COUNTY]
        below = self.gazetteer.children(root)
        codes = [c for b in below for c in ((b,) if len(b) > COUNTY else self.gazetteer.children(b)) if len(c) > COUNTY]
        for code in codes:
            for name in short_names(self.gazetteer.display(code)):
                if len(name) > 1:
                    out[name] = (*out.get(name, ()), code)
        return out

    def _named_towns(self, found: Iterable[Candidate], towns: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        """Short names of other towns that the text names in full."""
        out: dict[str, tuple[str, ...]] = {}
        for code in sorted({c.codes[0] for c in found if c.kind == "full" and c.codes and len(c.codes[0]) > COUNTY}):
            name = self.gazetteer.display(code)
            if len(self.gazetteer.find(name)) == 1 or self.toponyms.at_home(code):
                for short in short_names(name)[-1:]:
                    if short not in towns:
                        out.setdefault(short, (code,))
        return out

    def _decide(self) -> None:
        gazetteer, chosen, established = self.gazetteer, self.chosen, self.established
        last: list[str] = []  # codes in the order in which they were mentioned
        for i, c in enumerate(chosen):
            before = chosen[i - 1] if i and chosen[i - 1].end == c.start else None
            above = before.key if before and before.key in gazetteer else None
            if not c.codes:
                self._area(c)
                continue
            code = self.toponyms.which(c, above, established, last)
            c.chained = bool(above and code and above != code and gazetteer.contains(above, code))
            if c.kind == "full":
                self._full(c, code)
            elif code and self._witness(c, code):
                c.take(code, "region:short", CHAINED if c.chained else 0.9 if self.toponyms.near(code) else 0.85)
            if c.chained and before is not None and c.key and before.rule != "region:area":
                before.confidence = max(before.confidence, CHAINED)
            if c.key in gazetteer:
                last.append(c.key)
                established.add(c.key)
        self._lists()
        for c in chosen:
            if c.key:
                self.around.veto(c)
            elif c.kind == "short" and c.aligned and len(c.tags) == 1 and c.name not in self.words["ordinary"]:
                code = self.toponyms.which(c, None, established, last) or self.toponyms.alive(c.codes)[0]
                c.take(code, "region:route" if self.around.on_route(c) else "region:weak", WEAK)

    def _full(self, c: Candidate, code: str | None) -> None:
        near = c.chained or bool(code and self.toponyms.near(code) and c.name == self.gazetteer.display(code))
        if not near and (c.name in self.words["generic"] or self._stem_is_a_word(c)):
            return
        if code is None:
            if c.aligned:
                c.take(c.name, "region:full", 0.6)
            return
        c.take(code, "region:full", 0.95 if c.aligned or c.chained else 0.8)

    def _stem_is_a_word(self, c: Candidate) -> bool:
        """Whether a name of several words is mostly not a name: 文明|乡, 平安|县; 投资600万元|新建县敬老院."""
        return (len(c.tags) > 1 or c.name.startswith("新建")) and any(
            name in self.words["ordinary"] for name in short_names(c.name)
        )

    def _area(self, c: Candidate) -> None:
        area = self.gazetteer.area(c.name)
        if area is None:
            return
        if c.kind == "area":
            follower = self.clean[c.end : c.end + 1]
            if c.name in _DIRECTION and (follower in "部方侧角面向片门风" and follower):
                return
            if not c.aligned and (len(c.name) < 3 or c.start not in self.tokens.at):
                return
            if c.name in ("港澳台", "港澳") and follower == "同":
                return
            c.take(area.name, "region:area", 0.88)
        else:
            around = self.clean[max(0, c.start - 18) : c.end + 18]
            c.take(area.name, "region:country", 0.6 if _TRADE.search(around) else REFUSED)

    def _witness(self, c: Candidate, code: str) -> bool:
        """Whether a short name is a place here (lists are looked at later)."""
        if c.chained:
            return True
        if c.name in self.words["ordinary"]:
            return False
        if c.kind == "town" and NAMED_AFTER_TOWN.match(self.clean, c.end):
            return False
        if (
            not self.toponyms.at_home(code)
            and _OF_VILLAGE.match(self.clean, c.end)
            and self.clean[c.start - 1] in _ABOVE_VILLAGE
        ):
            return False
        if c.kind == "town" and _UNLIKELY_TOWN.search(c.name) and code not in self.established:
            return False
        if not self.toponyms.near(code) and code not in self.established and self._own_village(c.name):
            return False
        if self.toponyms.at_home(code) and (len(c.name) > 2 or (len(code) == COUNTY and len(c.tags) == 1)):
            return c.kind != "town" or self.around.free(c) or code in self.established
        if OF_ZONE.match(self.clean, c.end) and self._elsewhere(code):
            return False
        nominal = all(tag.startswith(_NOMINAL) for tag in c.tags)
        if code in self.established:
            return nominal or len(code) == COUNTY
        if self.toponyms.gone(code):
            return False
        if NATURE.search(c.name) and not code.endswith("00"):
            return False
        place = len(c.tags) == 1 and c.tags[0] in _PLACE_TAGS
        if c.kind == "town":
            person = c.tags[0] in ("nr", "nz", "nrt", "nrfg")  # as which jieba takes many towns
            return self.around.free(c) and (place or (person and self.toponyms.at_home(code)))
        # Cities are few and known; jieba takes some for persons (常德) or verbs (怀化).
        named = c.tags[0] in ("nr", "nz", "nrt") or (self.home or "")[:2] == code[:2]
        city = code.endswith("00") and named and len(c.tags) == 1
        if city or place:
            return True
        return self.toponyms.related(code) and (nominal or len(c.tags) == 2)

    def _own_village(self, name: str) -> bool:
        """Whether the text calls a village so: 改造石城老街 in a text on 石城村 tells of no county far away."""
        return any(f"{name}{kind}" in self.clean for kind in ("村", "社区", "嘎查"))

    def _elsewhere(self, code: str) -> bool:
        """Whether a county lies in a province that neither is the document's own nor is named: 沁水|工业园 in 烟台."""
        if self.home is None or code[:2] == self.home[:2] or len(code) > COUNTY or code.endswith("00"):
            return False
        return not self.established & {code, *self.gazetteer.parents(code)}

    def _lists(self) -> None:
        """Take what stands in one list with a place that was taken: 石峰、天元、荷塘区."""
        for c in self.chosen:
            code = c.codes[0] if len(c.codes) == 1 else None
            if code and not c.key and c.name not in self.words["ordinary"] and _AND_OTHERS.match(self.clean, c.end):
                c.take(code, "region:list", 0.8)
        for order in (range(1, len(self.chosen)), range(len(self.chosen) - 2, -1, -1)):
            for i in order:
                c = self.chosen[i]
                other = self.chosen[i - 1] if order.step > 0 else self.chosen[i + 1]
                if c.key or not other.key or not c.codes or other.rule == "region:country":
                    continue
                between = self.clean[min(c.end, other.end) : max(c.start, other.start)]
                if not _JOINT.fullmatch(between):
                    continue
                beside = [code for code in c.codes if self.toponyms.beside(code, other.key)]
                ordinary = c.name in self.words["ordinary"] or c.name in self.words["generic"]
                code = self.toponyms.alive(beside)[0] if beside else None
                if code and (not ordinary or self.toponyms.related(code)):
                    c.take(code, "region:list", 0.8)
        for c in self.chosen:  # the full name came later or only in a list
            if not c.key and c.kind in ("short", "town") and c.name not in self.words["ordinary"] and len(c.tags) == 1:
                hits = [code for code in c.codes if code in self.established]
                if hits and c.tags[0].startswith(_NOMINAL) and (c.kind == "short" or self.around.free(c)):
                    c.take(hits[0], "region:short", 0.75)
