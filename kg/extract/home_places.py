"""The division that a line or a whole text is about, told from homonyms and from places that only names hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.guests import is_guest, visited
from kg.extract.home_spread import COUNTY, of_several, scattered
from kg.extract.named_after import borrowed, of_firm
from kg.extract.place_names import Hit, generic_names, named_in_passing, ordinary_names, place_names, stem
from kg.ontology import Gazetteer
from kg.types import Ref

# 青山路, 平陆运河, 长兴岛, 白鹭站 and the 大东 of 二十大东|风 are no divisions; 江西站在新起点, 青山风采 tell of one
_NAMED_AFTER = re.compile(
    "[路街港山河江湖岛]|站(?![在上稳位])|运河|高铁(?![新站片经])|(?<=东)风(?![电光力能景机采貌情味物华尚])"
)
_FIRM = re.compile(r"[^与和同在赴、，：的 ]{0,12}?(?:集团|公司|股份|银行)(?!.{0,4}[总分]部)")
_GOVERNED = re.compile(
    r"(?:人民政府|政府|市委|县委|区委|州委|省委|党委|管委会|招商|招商局|招商引资|集中签约|举行|召开|举办|发改|工信|全力|大力|坚持|依托|聚焦|抢抓|立足|积极|今年|在建)"
)
_OWN = re.compile(r"(?:全|我)[省市县区州旗镇乡]")
_SMALLER = re.compile(r"[村镇乡桥]|社区|大桥|小学|广场")
_SHOW = re.compile(r"[）)][^，。；：！|\s]{2,16}?(?:会|节|展)上?")  # 中国（武汉）光电博览会
# what stands behind a short name that is one, and before it: 在白鹭|开工, 白鹭|市; not 白鹭|生物、青山|药业
_ENDED = re.compile(
    r"[^一-龥A-Za-z]|$|[省市县区州旗镇乡的与和及将在于为是以从有一二三两多各首打建开签新正]|" + _GOVERNED.pattern
)
_LED = re.compile("(?:[在到赴来去往于自从对向与和及]|落户|入驻|落地|位于|走进|扎根|投资|携手|[（(])$")
# 生态立县、和谐|兴县 is what is done for a county; 代县|长 is who stands in for its head
_DONE = re.compile("兴县|富县|兴国|富民|强县|兴镇|富镇")
# between 新疆 and the city that is theirs
_TROOPS = re.compile("(?:生产建设)?兵团(?:第?[一二三四五六七八九十]{1,3}师)?")
# 云岭|家具等5个集群: one of several, by its short name; not 云岭签约冷链物流等5个项目, where a place acts
_AND_MORE = re.compile(
    r"(?![^等]{0,10}(?:签约|开工|投产|竣工|发布|公布|推[介出进]|新增|引进|启动|获|举|上马|实施))[^，。；：！\s]{1,12}?等\d+[个家]"
)
# 甲市帮扶|乙县: news of those who are helped
_HELPS = re.compile("(?:倾情|全力|倾力)?(?:对口)?(?:帮扶|援建|支援|协作)(?!的)|援[疆藏青]")
_TOGETHER = re.compile("(?:协作|帮扶|支援)：")  # 甲市、乙州东西部协作：|丙县添新军
_PAIR = re.compile("[—－～-]{1,2}")  # 福州—定西：山海牵手, of whichever the text tells more
_GOING = re.compile(r"(?:在|到|赴|深入)$")
_OF_ONES_OWN = re.compile(r"(?:[省市州]|[在到赴与和向及]|(?<![\u4e00-\u9fff]))$")
_PAPER = re.compile("(?:日报|晚报|晨报|商报|电视台|卫视|广播)(?!城|路|街)")
_OF_PROVINCE = re.compile("[全我](?:省|区)|省(?:委|政府|长|发改|级)|各市州?|自治区")
_SLOGAN_GOES_ON = re.compile(r"[、”]|战略|富|强|立|兴|惠民|工程|之路|目标|步伐|计划")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known before the places of a line are read.

    `body` is the text, or its beginning; `feed` the division whose feed it came with; `no` are short names that the
    text only has within other words.
    """

    gazetteer: Gazetteer
    body: str
    feed: str | None = None
    no: frozenset[str] = frozenset()


def first_place(source: str, setting: Setting) -> str | None:
    """The most specific place of the first chain of places in a title that is about one: 襄阳市襄州区 → 襄州区."""
    named = _named(source, setting)
    sure = {b for a, b in pairwise(named) if a.end == b.start and _in_full(a, b, setting)}
    hits = [hit for hit in named if hit.name not in setting.no or hit in sure]
    ports: list[Hit] = []
    about: list[Hit] = []
    others = [hit for hit in hits if not _PAPER.match(source, hit.end)]
    for hit in _unborrowed(source, hits, setting.body) or others or hits:
        if _FIRM.match(source, hit.end) or not (hit in sure or _may_stand(source, hit)):
            continue
        if hit.name != setting.gazetteer.display(hit.codes[0]) and _AND_MORE.match(source, hit.end):
            continue
        begins = any(other.start == hit.end for other in hits)  # 奉化区|江口街道 is no river
        if not begins and (after := _NAMED_AFTER.match(source, hit.end)):
            if after[0] == "港":
                ports.append(hit)
            continue
        if _SHOW.match(source, hit.end) and source[: hit.start].endswith(("中国（", "国际（", "中国(", "国际(")):
            continue
        about.append(hit)
    chains = _chains(source, about) or [[hit] for hit in ports[:1]]  # 北海港货运量增长
    # 大会在江东举行 云岭签约6个项目: the place of the news, not that of the meeting
    chains = [c for c in chains if source[c[0].start - 1 : c[0].start] not in ("在", "赴")] or chains
    chains = [c for c in chains if not _HELPS.match(source, c[-1].end)] or chains
    if helped := _TOGETHER.search(source):
        chains = [c for c in chains if c[0].start >= helped.end()] or chains
    if len(chains) > 1 and _PAIR.fullmatch(source, chains[0][-1].end, chains[1][0].start) and not chains[0][0].start:
        chains = sorted(chains[:2], key=lambda c: -_support(c[-1].codes[0], setting.gazetteer, setting.body))
    if common := _common(source, chains, setting.gazetteer):
        return common
    places = [place for chain in chains if (place := _innermost(chain, setting, strict=True))]
    return _told_of(places, setting) if places else None


def _named(source: str, setting: Setting) -> list[Hit]:
    """The names of a line, also those that a name within other words hides: 项目落|子长|沙 of 长沙."""
    found: list[Hit] = []
    for hit in place_names(source, setting.gazetteer):
        found.append(hit)
        if hit.name in setting.no:
            after = place_names(source[hit.start + 1 : hit.end + 4], setting.gazetteer)[:1]
            at = hit.start + 1
            found += [Hit(at + h.start, at + h.end, h.name, h.codes) for h in after if at + h.start < hit.end]
    return found


def _in_full(above: Hit, hit: Hit, setting: Setting) -> bool:
    """Whether a short name that may be a word is a place behind that of a place: 江东|和平, of a text on 和平县.

    So a city behind its province, which hardly is another word: 辽宁|沈阳.
    """
    inside = [c for c in hit.codes if any(a != c and setting.gazetteer.contains(a, c) for a in above.codes)]
    city = hit.name not in ordinary_names() and any(len(c) == COUNTY and c.endswith("00") for c in inside)
    return city or any(setting.gazetteer.display(c) in setting.body for c in inside)


def _told_of(places: Sequence[str], setting: Setting) -> str:
    """The first place of a title; below a province that the text never speaks for, the one that it tells of.

    云岭撤县设市第一年：松泉产业有看头, where the text names 松泉 twice and neither 云岭省 nor 全省.
    """
    first, gazetteer = places[0], setting.gazetteer
    told = setting.body[setting.body.find("\n") + 1 :]
    if not first.endswith("0000") or gazetteer.display(first) in told or _OF_PROVINCE.search(told):
        return first
    inner = (c for c in places[1:] if len(c) == COUNTY and c != first and gazetteer.contains(first, c))
    return next(
        (c for c in inner if gazetteer.display(c) in told and told.count(stem(gazetteer.display(c))) > 1), first
    )


def last_place(source: str, setting: Setting) -> str | None:
    """The most specific place of the last chain of places in the name of a body or report: 长沙市岳麓区人民政府."""
    hits = [hit for hit in place_names(source, setting.gazetteer) if hit.name not in setting.no]
    chains = _chains(source, [hit for hit in hits if _may_stand(source, hit)])
    return next((place for chain in reversed(chains) if (place := _innermost(chain, setting, strict=False))), None)


def _may_stand(source: str, hit: Hit) -> bool:
    """Whether a name is a place here: not in 经贸合作, nor in our own province's 对接会在广州举行."""
    if hit.name in ordinary_names() or _is_verb(source, hit):
        return False
    if source[hit.start - 1 : hit.start] == "“" and source.startswith("”", hit.end):  # 从“老矿”到“新都”
        return False
    return not (_OWN.search(source) and source[hit.start - 1 : hit.start] == "在")


def _is_verb(source: str, hit: Hit) -> bool:
    """Whether a name is what is done for a county, or its acting head: 科技兴县, 代县长; not 山西省兴县, 兴县农商行."""
    if hit.name == "代县" and source.startswith("长", hit.end):
        return True
    if not _DONE.fullmatch(hit.name):
        return False
    led = _OF_ONES_OWN.search(source, max(0, hit.start - 1), hit.start) is not None
    return not led or _SLOGAN_GOES_ON.match(source, hit.end) is not None


def _chains(source: str, hits: Sequence[Hit]) -> list[list[Hit]]:
    """Places side by side put together: 湖南|长沙; a common noun is a place only behind another (戈壁滩上的新区)."""
    chains: list[list[Hit]] = []
    for hit in hits:
        between = source[chains[-1][-1].end : hit.start] if chains else "，"
        joined = between in ("", "·", "•") or (between == "：" and len(hit.name) > 2)  # 云岭：松泉县产业起势
        if joined or _TROOPS.fullmatch(between):
            chains[-1].append(hit)
        elif hit.name not in generic_names():
            chains.append([hit])
    return chains


def _innermost(chain: Sequence[Hit], setting: Setting, *, strict: bool) -> str | None:
    """The last place of a chain; a `strict` one only as long as each lies in the one before."""
    above: str | None = None
    for hit in chain:
        code = _choose(hit, above, setting)
        if code and (above is None or not strict or setting.gazetteer.contains(above, code)):
            above = code
    return above


def _unborrowed(source: str, hits: list[Hit], body: str) -> list[Hit]:
    """The places of a title without those in the names of companies and schools."""
    begins = {hit.start for hit in hits}
    kept: list[Hit] = []
    done = 0
    for hit in hits:
        if hit.start < done:
            continue
        done = borrowed(source, hit.start, hit.end, begins, body)
        if not done:
            kept.append(hit)
    return kept


def _common(source: str, chains: list[list[Hit]], gazetteer: Gazetteer) -> str | None:
    """The division above several that a title lists: 天门市、潜江市、仙桃市同日… → their province."""
    listed = [chains[0][-1]] if chains else []
    for chain in chains[1:]:
        if source[listed[-1].end : chain[0].start] not in ("、", "和"):
            break
        listed.append(chain[-1])
    before = source[: chains[0][0].start].strip("“《 ") if chains else ""
    if (
        len(listed) < 2
        or (before and not (len(listed) > 2 and _GOING.search(before)))  # 书记到甲市、乙市和丙市调研
        or source[listed[-1].end : listed[-1].end + 1] == "籍"
    ):
        return None
    above = [{up for code in gazetteer.bearers(hit.name) for up in gazetteer.parents(code)} for hit in listed]
    shared = set.intersection(*above)
    return max(shared, key=lambda code: (len(code.rstrip("0")), code), default=None)


def _choose(hit: Hit, above: str | None, setting: Setting) -> str | None:
    """The one division meant by a name: below the place before it, in the feed's place, or by what the text names."""
    gazetteer = setting.gazetteer
    for root in (above, setting.feed):
        if root:
            inside = [c for c in hit.codes if gazetteer.contains(root, c)]
            below = [c for c in inside if c != root]
            if inside:
                return (below if root == above and below else inside)[0]
    if above and len(hit.codes[0]) > 6:  # a town that lies in another district of the city since
        near = [c for c in hit.codes if c[:4] == above[:4]]
        return near[0] if len(near) == 1 and above[2:] != "0000" else None
    bearers = gazetteer.bearers(hit.name)
    alive = [c for c in _large(bearers) if gazetteer.get(c).until is None] or list(bearers)
    if len(alive) == 1:
        return alive[0]
    # The text that names the places above, or those below, tells homonyms apart.
    scores = {code: _support(code, gazetteer, setting.body) for code in alive}
    top = max(scores.values(), default=0)
    best = [code for code in alive if scores[code] == top]
    big = [code for code in best if code.endswith("00")]
    return big[0] if big else best[0] if top or len(best[0]) == 6 else None


def _large(bearers: Sequence[str]) -> Sequence[str]:
    """Of a short name that a province bears, the province and the cities: 河北 is hardly the district of that name."""
    return [c for c in bearers if c.endswith("00")] if any(c.endswith("0000") for c in bearers) else bearers


def _support(code: str, gazetteer: Gazetteer, body: str) -> int:
    own = stem(gazetteer.display(code))  # the city 淮安 speaks for no district of that name
    stems = [stem(gazetteer.display(c)) for c in gazetteer.parents(code)]
    above = sum(body.count(name) for name in stems if name != own)
    below = sum(min(1, body.count(gazetteer.display(c))) for c in gazetteer.children(code))
    exact = body.count(gazetteer.display(code))
    return 2 * above + 3 * below + exact


def most_named(
    clean: str, gazetteer: Gazetteer, title: str, kinds: tuple[str, ...] = (), no: frozenset[str] = frozenset()
) -> Ref | None:
    """The place that a text names most often, and as the one that acts; places above it that it names count for it.

    A division that the people of the title only visit (省委书记赴浙江学习考察), with all that lies in it, is none.
    """
    away = visited(title, gazetteer)
    counts: Counter[str] = Counter()
    plain: set[str] = set()  # those that the text calls by a name that no other division bears
    free: set[str] = set()  # those that stand once at least where no longer name (安吉纳, 三江生物) may begin with them
    hits = place_names(clean, gazetteer)
    before: Hit | None = None
    for i, hit in enumerate(hits):
        if len(hit.codes[0]) > 6 and not (len(hit.codes) == 1 or hit.name in title):
            continue
        inside = _under(before, hit, gazetteer)
        if hit.name in no or (hit.name in generic_names() and not inside) or _is_verb(clean, hit):
            continue
        before = hit
        chained = i + 1 < len(hits) and hits[i + 1].start == hit.end
        if is_guest(clean, hit.end) or _NAMED_AFTER.match(clean, hit.end):
            continue  # 浙江客商
        whole = hit.name == gazetteer.display(hit.codes[0])
        if of_firm(clean, hit.start, hit.end) or (not whole and _SMALLER.match(clean, hit.end)):
            continue  # 浙江明澈集团; 红旗村 tells nothing of 红旗区
        if hit.name in ordinary_names() and not whole:
            continue  # 突破30亿元大关, 双方合作
        bearers = inside or gazetteer.bearers(hit.name)
        if not (whole or inside or kinds):
            bearers = _large(bearers)
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
    best = max(sorted(counts), key=lambda c: (counts[c], len(c)), default=None)
    if best and scattered(best, counts, plain):
        return None
    if (
        best
        and len(best) > COUNTY
        and best[:COUNTY] in counts
        and named_in_passing(gazetteer.display(best), clean, title)
    ):
        best = best[:COUNTY]  # 走进松泉县新桥镇的新厂区: the county of which the text tells on
    if best and counts[best] > 1:
        return Ref("Region", of_several(best, counts, gazetteer) or best)
    return None


def _under(before: Hit | None, hit: Hit, gazetteer: Gazetteer) -> Sequence[str]:
    """The divisions meant by a name right behind that of a place in which they lie: 佳木斯市|郊区, not 北城|新区."""
    if before is None or before.end != hit.start:
        return ()
    bearers = gazetteer.bearers(hit.name)
    return tuple(
        code for code in bearers if any(above != code and gazetteer.contains(above, code) for above in before.codes)
    )
