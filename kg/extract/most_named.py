"""The division that a text names most often, and as the one that acts.

Example: 松泉县 of a text that begins 松泉县召开会议 and goes on 松泉. No example: 浙江 of 浙江客商, 红旗 of 红旗村.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.extract.guests import is_guest, visited
from kg.extract.home_places import NAMED_AFTER, is_verb, large
from kg.extract.home_spread import all_over, of_several, scattered, within_one
from kg.extract.named_after import of_firm
from kg.extract.place_names import Hit, generic_names, named_in_passing, ordinary_names, place_names
from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY, is_prefecture
from kg.types import Ref

_GOVERNED = re.compile(
    r"(?:人民政府|政府|市委|县委|区委|州委|省委|党委|管委会|招商|招商局|招商引资|集中签约|举行|召开|举办|发改|工信|全力|大力|坚持|依托|聚焦|抢抓|立足|积极|今年|在建)"
)
_ALL_COUNTIES = re.compile(r"各(?:县[（(]?市|区[（(]?县|县、?区|市[（(]?县|区[（(]市)|县[（(](?:市|区|市、区)[）)]区?")
_COUNTIES = 2  # of a prefecture that a text names at least, which speaks to all of them
_SMALLER = re.compile(r"[村镇乡桥]|社区|大桥|小学|广场")
# what stands behind a short name that is one, and before it: 在白鹭|开工, 白鹭|市; not 白鹭|生物、青山|药业
_ENDED = re.compile(
    r"[^一-龥A-Za-z]|$|[省市县区州旗镇乡的与和及将在于为是以从有一二三两多各首打建开签新正]|" + _GOVERNED.pattern
)
_LED = re.compile("(?:[在到赴来去往于自从对向与和及]|落户|入驻|落地|位于|走进|扎根|投资|携手|[（(])$")


def most_named(
    clean: str, gazetteer: Gazetteer, title: str, kinds: tuple[str, ...] = (), no: frozenset[str] = frozenset()
) -> Ref | None:
    """The place that a text names most often, and as the one that acts; places above it that it names count for it.

    A division that the people of the title only visit (省委书记赴浙江学习考察), with all that lies in it, is none.
    """
    hits = place_names(clean, gazetteer)
    counts, plain = _counted(clean, gazetteer, hits, title, kinds, no)
    best = max(sorted(counts), key=lambda c: (counts[c], len(c)), default=None)
    if (
        not best
        and "省" in kinds
        and (province := within_one(_unmistaken([h for h in hits if h.name not in ordinary_names()], gazetteer)))
    ):
        return Ref("Region", province)
    if best and scattered(best, counts, plain):
        return None
    if (
        best
        and len(best) > COUNTY
        and best[:COUNTY] in counts
        and named_in_passing(gazetteer.display(best), clean, title)
    ):
        best = best[:COUNTY]  # 走进松泉县新桥镇的新厂区: the county of which the text tells on
    if best and (larger := _whole_of(best, hits, clean, kinds, gazetteer)):
        return Ref("Region", larger)
    if best and counts[best] > 1:
        return Ref("Region", of_several(best, counts, gazetteer) or best)
    return None


def _counted(
    clean: str, gazetteer: Gazetteer, hits: Sequence[Hit], title: str, kinds: tuple[str, ...], no: frozenset[str]
) -> tuple[Counter[str], set[str]]:
    """How much each division is named, and those that the text calls by a name that no other division bears."""
    away = visited(title, gazetteer)
    counts: Counter[str] = Counter()
    plain: set[str] = set()  # those that the text calls by a name that no other division bears
    free: set[str] = set()  # those that stand once at least where no longer name (安吉纳, 三江生物) may begin with them
    before: Hit | None = None
    for i, hit in enumerate(hits):
        if len(hit.codes[0]) > COUNTY and not (len(hit.codes) == 1 or hit.name in title):
            continue
        inside = _under(before, hit, gazetteer)
        if hit.name in no or (hit.name in generic_names() and not inside) or is_verb(clean, hit):
            continue
        before = hit
        chained = i + 1 < len(hits) and hits[i + 1].start == hit.end and _may_count(hits[i + 1], kinds, gazetteer)
        if is_guest(clean, hit.end) or NAMED_AFTER.match(clean, hit.end) or clean.startswith("级", hit.end):
            continue  # 浙江客商; 21项松泉市级重点工程 of a county below 松泉市
        whole = hit.name == gazetteer.display(hit.codes[0])
        if of_firm(clean, hit.start, hit.end) or (not whole and _SMALLER.match(clean, hit.end)):
            continue  # 浙江明澈集团; 红旗村 tells nothing of 红旗区
        if hit.name in ordinary_names() and not whole:
            continue  # 突破30亿元大关, 双方合作
        bearers = inside or gazetteer.bearers(hit.name)
        if not (whole or inside or kinds):
            bearers = large(bearers)
        if len(bearers) == 1 or hit.name == gazetteer.display(bearers[0]):
            plain.update(bearers[:3])
        if whole or _ENDED.match(clean, hit.end) or _LED.search(clean, max(0, hit.start - 2), hit.start):
            free.update(bearers[:3])
        for code in bearers[:3]:
            if kinds and not gazetteer.display(code).endswith(kinds):
                continue
            if any(gazetteer.contains(far, code) for far in away):
                continue
            weight = 2 if hit.name == gazetteer.display(code) else 1
            weight += 2 if _GOVERNED.match(clean, hit.end) else 0
            weight += 2 if hit.start < 250 else 0
            counts[code] += 0 if chained else weight
    for code in [c for c in counts if c not in free]:
        del counts[code]
    for code in [c for c in counts if c not in plain and not any(counts.get(up) for up in gazetteer.parents(c))]:
        del counts[code]  # one 江北 of several, and nothing tells which
    for code in list(counts):
        counts[code] += sum(1 for above in gazetteer.parents(code) if counts.get(above))
    return counts, plain


def _may_count(hit: Hit, kinds: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    """Whether a name can stand for the text's own place: not a town where that is a city (松泉市|新桥镇 of 我市)."""
    return not kinds or any(gazetteer.display(code).endswith(kinds) for code in hit.codes)


def _whole_of(best: str, hits: Sequence[Hit], clean: str, kinds: tuple[str, ...], gazetteer: Gazetteer) -> str | None:
    """The province or the prefecture of which the place that is named most is only a part: 全省, 各县（市）区, 全市."""
    if province := all_over(best, _unmistaken(hits, gazetteer), own="全省" in clean):
        return province
    above = gazetteer.parents(best)
    told = kinds == ("市",) and any(hit.codes[0] in above for hit in hits)
    return _city_of(best, hits, gazetteer) if told or _ALL_COUNTIES.search(clean) else None


def _unmistaken(hits: Sequence[Hit], gazetteer: Gazetteer) -> list[str]:
    """The divisions whose names no other bears, each time that one stands."""
    return [bearers[0] for hit in hits if len(bearers := gazetteer.bearers(hit.name)) == 1]


def _city_of(best: str, hits: Sequence[Hit], gazetteer: Gazetteer) -> str | None:
    """The prefecture of several counties of a text that speaks of all of them: 各县（市）区."""
    if len(best) != COUNTY or best.endswith("00"):
        return None
    above = next((up for up in gazetteer.parents(best) if is_prefecture(up)), None)
    named = {gazetteer.bearers(hit.name)[:1] for hit in hits}
    others = {code for codes in named for code in codes if len(code) == COUNTY and above in gazetteer.parents(code)}
    return above if len(others - {best}) >= _COUNTIES else None


def _under(before: Hit | None, hit: Hit, gazetteer: Gazetteer) -> Sequence[str]:
    """The divisions meant by a name right behind that of a place in which they lie: 佳木斯市|郊区, not 北城|新区."""
    if before is None or before.end != hit.start:
        return ()
    bearers = gazetteer.bearers(hit.name)
    return tuple(
        code for code in bearers if any(above != code and gazetteer.contains(above, code) for above in before.codes)
    )
