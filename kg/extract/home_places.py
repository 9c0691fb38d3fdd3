"""The division that a line or a whole text is about, told from homonyms and from places that only names hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.named_after import borrowed
from kg.extract.place_names import Hit, generic_names, ordinary_names, place_names, stem
from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY, is_municipality, is_province

# 青山路, 平陆运河, 长兴岛, 白鹭站 and the 大东 of 二十大东|风 are no divisions; 江西站在新起点, 青山风采 tell of one
NAMED_AFTER = re.compile(
    "[路街港山河江湖岛]|站(?![在上稳位])|运河|高铁(?![新站片经])|(?<=东)风(?![电光力能景机采貌情味物华尚])"
)
_FIRM = re.compile(r"[^与和同在赴、，：的 ]{0,12}?(?:集团|公司|股份|银行)(?!.{0,4}[总分]部)")
_OWN = re.compile(r"(?:全|我)[省市县区州旗镇乡]")
_SHOW = re.compile(r"[）)][^，。；：！|\s]{2,16}?(?:会|节|展)上?")  # 中国（武汉）光电博览会
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
_PAIR = re.compile("[—－～-]{1,2}")  # 福州—定西：山海牵手, of whichever the text tells more
_LINE = re.compile("(?:城际|高速|客运|旅游|段)*(?:铁路|公路|高铁|高速|专线)")  # 南昌至九江|铁路
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
    whole = [hit for hit in others if setting.gazetteer.display(hit.codes[0]) in setting.body]
    whole = [hit for hit in whole if not has_cities(hit.codes[0])]  # the 江东 of 江东明澈化工, whose text says 江东省
    for hit in _unborrowed(source, hits, setting.body) or whole or ([] if others else hits):
        if _FIRM.match(source, hit.end) or not (hit in sure or _may_stand(source, hit)):
            continue
        if hit.name != setting.gazetteer.display(hit.codes[0]) and _AND_MORE.match(source, hit.end):
            continue
        begins = any(other.start == hit.end for other in hits)  # 奉化区|江口街道 is no river
        if not begins and (after := NAMED_AFTER.match(source, hit.end)):
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
    if len(chains) > 1 and _PAIR.fullmatch(source, chains[0][-1].end, chains[1][0].start) and not chains[0][0].start:
        chains = sorted(chains[:2], key=lambda c: -_support(c[-1].codes[0], setting.gazetteer, setting.body))
    if common := _common(source, chains, setting.gazetteer):
        return common
    chains = _off_lines(source, [_apart(chain, setting) for chain in chains])
    places = [place for chain in chains if (place := _innermost(chain, setting, strict=True))]
    return _told_of(places, setting) if places else None


def has_cities(code: str) -> bool:
    """Whether a code is that of a province with cities below it: not 上海."""
    return is_province(code) and not is_municipality(code)


def _named(source: str, setting: Setting) -> list[Hit]:
    """The names of a line, also those that others hide: 项目落|子长|沙 of 长沙, 美丽新安陆 of 安陆."""
    found: list[Hit] = []
    for hit in place_names(source, setting.gazetteer):
        if renewed := _renewed(source, hit, setting):
            found.append(renewed)
            continue
        found.append(hit)
        if hit.name in setting.no:
            after = place_names(source[hit.start + 1 : hit.end + 4], setting.gazetteer)[:1]
            at = hit.start + 1
            found += [Hit(at + h.start, at + h.end, h.name, h.codes) for h in after if at + h.start < hit.end]
    return found


def _renewed(source: str, hit: Hit, setting: Setting) -> Hit | None:
    """The place that is to be new, where 新 and half its name are that of another: 建设美丽新安陆 is not of 新安县."""
    if not hit.name.startswith("新") or setting.gazetteer.display(hit.codes[0]) in setting.body:
        return None
    after = place_names(source[hit.start + 1 : hit.end + 4], setting.gazetteer)[:1]
    inner = next((h for h in after if h.start == 0 and h.end >= len(hit.name)), None)
    if inner is None or not any(setting.gazetteer.display(code) in setting.body for code in inner.codes):
        return None
    return Hit(hit.start + 1, hit.start + 1 + inner.end, inner.name, inner.codes)


def _in_full(above: Hit, hit: Hit, setting: Setting) -> bool:
    """Whether a short name that may be a word is a place behind that of a place: 江东|和平, of a text on 和平县.

    So a city behind its province, which hardly is another word: 辽宁|沈阳.
    """
    inside = [c for c in hit.codes if any(a != c and setting.gazetteer.contains(a, c) for a in above.codes)]
    city = hit.name not in ordinary_names() and any(len(c) == COUNTY and c.endswith("00") for c in inside)
    return city or any(setting.gazetteer.display(c) in setting.body for c in inside)


def _off_lines(source: str, chains: list[list[Hit]]) -> list[list[Hit]]:
    """The places of a title without the two ends of a line, if it names others: 西宁至成都铁路海东隧道."""
    for i, (left, right) in enumerate(pairwise(chains)):
        between = source[left[-1].end : right[0].start]
        if between in ("至", "到") and _LINE.match(source, right[-1].end):
            return chains[:i] + chains[i + 2 :] or chains
    return chains


def _apart(chain: list[Hit], setting: Setting) -> list[Hit]:
    """The first place of two that a title puts together and the text apart: 黄石大冶 of 黄石市、大冶市."""
    if len(chain) < 2:
        return chain
    above, below = (setting.gazetteer.display(hit.codes[0]) for hit in chain[-2:])
    return chain[:-1] if re.search(f"{above}[、和]{below}", setting.body) else chain


def _told_of(places: Sequence[str], setting: Setting) -> str:
    """The first place of a title; below a province that the text never speaks for, the one that it tells of.

    云岭撤县设市第一年：松泉产业有看头, where the text names 松泉 twice and neither 云岭省 nor 全省.
    """
    first, gazetteer = places[0], setting.gazetteer
    told = setting.body[setting.body.find("\n") + 1 :]
    if not is_province(first) or gazetteer.display(first) in told or _OF_PROVINCE.search(told):
        return first
    inner = (c for c in places[1:] if len(c) == COUNTY and c != first and gazetteer.contains(first, c))
    return next(
        (c for c in inner if gazetteer.display(c) in told and told.count(stem(gazetteer.display(c))) > 1), first
    )


def last_place(source: str, setting: Setting) -> str | None:
    """The most specific place of the last chain of places in the name of a body or report: 长沙市岳麓区人民政府."""
    named = _named(source, setting)
    sure = {b for a, b in pairwise(named) if a.end == b.start and _in_full(a, b, setting)}  # 攀枝花市|西区
    hits = [hit for hit in named if hit in sure or hit.name not in setting.no]
    chains = _chains(source, [hit for hit in hits if hit in sure or _may_stand(source, hit)])
    return next((place for chain in reversed(chains) if (place := _innermost(chain, setting, strict=False))), None)


def is_undecided(code: str, setting: Setting) -> bool:
    """Whether a town has namesakes, and the text names nothing above it that would tell which one it is."""
    gazetteer = setting.gazetteer
    if len(code) <= COUNTY or setting.feed or len(gazetteer.find(gazetteer.display(code))) < 2:
        return False
    own = stem(gazetteer.display(code))  # 柳河镇 says nothing of 柳河县
    return not any((up := stem(gazetteer.display(c))) != own and up in setting.body for c in gazetteer.parents(code))


def _may_stand(source: str, hit: Hit) -> bool:
    """Whether a name is a place here: not in 经贸合作, nor in our own province's 对接会在广州举行."""
    if hit.name in ordinary_names() or is_verb(source, hit):
        return False
    if source[hit.start - 1 : hit.start] == "“" and source.startswith("”", hit.end):  # 从“老矿”到“新都”
        return False
    return not (_OWN.search(source) and source[hit.start - 1 : hit.start] == "在")


def is_verb(source: str, hit: Hit) -> bool:
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
        between = source[listed[-1].end : chain[0].start]
        if between not in ("、", "和") and not (between in ("至", "到") and _LINE.match(source, chain[-1].end)):
            break
        listed.append(chain[-1])
    before = source[: chains[0][0].start].strip("“《 ") if chains else ""
    if len(listed) > 1 and _LINE.match(source, listed[-1].end):
        before = ""  # 关于新建南昌至九江铁路的批复
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
            if inside and (city := _own_city(inside, setting)) is not None:
                return city
            if inside:
                return (below if root == above and below else inside)[0]
    if above and len(hit.codes[0]) > COUNTY:  # a town that lies in another district of the city since
        near = [c for c in hit.codes if c[:4] == above[:4]]
        return near[0] if len(near) == 1 and above[2:] != "0000" else None
    bearers = gazetteer.bearers(hit.name)
    alive = [c for c in large(bearers) if gazetteer.get(c).until is None] or list(bearers)
    if len(alive) == 1:
        return alive[0]
    if (city := _own_city(alive, setting)) is not None:
        return city
    # The text that names the places above, or those below, tells homonyms apart.
    scores = {code: _support(code, gazetteer, setting.body) for code in alive}
    top = max(scores.values(), default=0)
    best = [code for code in alive if scores[code] == top]
    big = [code for code in best if code.endswith("00")]
    return big[0] if big else best[0] if top or len(best[0]) == COUNTY else None


def _own_city(codes: Sequence[str], setting: Setting) -> str | None:
    """The city of two namesakes of which the other is its prefecture, where the text says 全市 and never 全州: 恩施."""
    whole = {m[0][1] for m in _OWN.finditer(setting.body)}
    cities = [c for c in codes if setting.gazetteer.display(c).endswith("市")]
    prefectures = [c for c in codes if setting.gazetteer.display(c).endswith(("州", "盟", "地区"))]
    return cities[0] if len(cities) == len(prefectures) == 1 and "市" in whole and not whole & {"州", "盟"} else None


def large(bearers: Sequence[str]) -> Sequence[str]:
    """Of a short name that a province bears, the province and the cities: 河北 is hardly the district of that name."""
    return [c for c in bearers if c.endswith("00")] if any(is_province(c) for c in bearers) else bearers


def _support(code: str, gazetteer: Gazetteer, body: str) -> int:
    own = stem(gazetteer.display(code))  # the city 淮安 speaks for no district of that name
    stems = [stem(gazetteer.display(c)) for c in gazetteer.parents(code)]
    above = sum(body.count(name) for name in stems if name != own)
    below = sum(min(1, body.count(gazetteer.display(c))) for c in gazetteer.children(code))
    exact = body.count(gazetteer.display(code))
    return 2 * above + 3 * below + exact
