"""Names without what is no part of them: a count, a verb, the end of a list, how the work went."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.ontology import load_gazetteer
from kg.resolve.fairs import with_its_place
from kg.resolve.heads import FAIR, is_head, whole
from kg.resolve.names import canonical
from kg.resolve.places import is_division
from kg.resolve.plan_names import aims_of_plan
from kg.resolve.trim_bodies import body_trimmed
from kg.resolve.trim_edges import balanced, edges_trimmed
from kg.resolve.trim_firms import cut, firm_trimmed, with_trade
from kg.resolve.trim_programs import programme_trimmed
from kg.resolve.trim_slogans import slogan_trimmed
from kg.types import Mention

_THINGS = frozenset({"Project", "Zone", "Organization", "Enterprise"})
# 白鹭科技城、石桥体验区|两大平台: how many the row has, and what they are
_SO_MANY_ARE = re.compile(
    "(?<=[城区园镇谷港])[二两三四五六七八九十]大(?:平台|载体|板块|阵地|引擎|主战场|功能区|园区|片区)$"
    "|(?<=[一-龥]{4})[二两三四五六七八九]大[一-龥]{0,6}?(?:工程|项目)$"
)
# 世界级|羊绒产业, 千亿级|汽车产业: how large it is or wants to be
_RANKED = re.compile(
    "(?:世界级|国家级|全国一流的?|国际一流的?|(?:[五百千万]?[百千万]亿|十亿)级?)(?=[一-龥]{2,}(?:产业|集群|行业|制造|链))"
)
_NUMBER = r"(?:\d[\d,.]*万?|[一二两三四五六七八九十百]+)(?:余|多)?"
# 76所学校, 两座水厂; 百家企业 and 五家渠 may be names
_COUNT = re.compile(
    r"(?:\d[\d,.]*(?:余|多)?(?:所|家|套|座|栋|处|条|间|户|台|辆|支)|[二两三四五六七八九十](?:座|所|栋)|一条)"
    "(?!以[上下])(?=[一-龥（])"
)
# 建设项目|“一枚印章管审批”
_OF_PROJECTS = re.compile("(?:园区|新建|工业|工程|建设)*(?:项目|楼盘|商品房)(?=“[一-龥]{3,}”)")
# 且|末玉文化产业园: places whose first character is taken for a joining word
_BEGINS_LIKE_A_WORD = re.compile("且末|和[静硕]|于[都田]|将乐")
_COUNT_OF_THINGS = re.compile(_COUNT.pattern + r"|\d+(?:余|多)?个(?=[\d一-龥（])")
# 改造提升|建设路, 重启|中心医院, 新建|镇文化中心: what is done stands before the name
_DONE_BEFORE = re.compile(
    "(?:改造提升|提升改造|提质改造|新建(?=[镇乡村][一-龥]{4})|新修|修建|改建|翻[新修]|整修|维修加固|维修|加固|硬化|拓宽|续建|扩建|改扩建|迁建|重启|建成|开工建设|开工|加快推进|加快|推进|启动|完成|谋划|争取|包含|包括|研究|商讨|察看|查看|视察|督导)(?!区|配套|工程|项目|年|院|所|中心(?![医校小学卫]|中学|幼儿园)|基地|生|型|与|和|、)(?=.{3})"
)
_SUCH = re.compile(
    r"(?P<name>[^、和与及等，]{2,14})(?:(?<![中高初平同优均上下一二三四甲乙丙丁])|(?<=中)(?=等口岸|等片区|等园区|等区))"
    r"等(?![级候次离温同于比高外式身腰边速价值距号])"
    rf"(?P<count>{_NUMBER}(?:个|条|座|家|处|所|大|项|场))?(?:重点|重大|主要|系列|一批|国家级|省级|市级|县级|各类)*"
    r"(?P<head>[一-龥]{2,12})"
)
_WORKS = re.compile("(?:治理|整治|改造|修复|建设|工程|项目)$")
# a part of a list that is whole, completed with a word for its kind: 云海创新中心|创新园区
_SORT = re.compile("(?:专业|创新|特色|重点|主要|骨干)(?=园区|片区|新区|产业园)")
_OWN_ZONE = re.compile("[一-龥]{2,}(?:新城|新区|园区|小镇|古镇|水镇|景区|工业园|产业园|科技园|物流园)")
_FORMER = re.compile("原(?=.{4})")  # 白鹭高新区（原|石桥工业园）
_ACRES = re.compile(r"\d[\d.]*(?:万|千)?(?:余)?亩(?=.{6})")  # 30万亩|优质稻生产基地
# 白鹭路主体|完工, 青白高速全线|通车: how it went is no part of the name
_HOW = re.compile("(?:正式|全线|全面|顺利|基本|如期|按期|提前|主体|即将|已经|陆续|相继|暑假|暑期|年内|年底)$")
# 白鹭一中、青山职校|两校; 市图书馆、市体育馆|“两馆”
_SO_MANY_SCHOOLS = re.compile(
    "(?<=[校学中院专])[二两三四五六七八九十][校院所]$|(?<=馆)[二两三四五六]馆$|(?<=[馆宫院场心园])“(?:[一二两三四五六七八九十](?:馆|院|宫|场|园|中心))+”$"
)
_NOT_FAR = re.compile(r"(?:项目|工程)?(?:不远|(?:不到|仅|约)?[\d.]+(?:公里|千米|米))")  # 离|白鹭电池项目|不远
# 国内首个|跳台滑雪训练基地, 全市唯一的|特殊教育学校
_FIRST_OF = re.compile(
    "(?:(?:国内|全国|我国|世界|全球|亚洲|中国|(?:[全我][省市县区州旗盟])|[一-龥]{2,3}[省市县])?首[个家条座所]|(?:国内|全国|[全我][省市县区州旗盟])唯一(?:[一1][个家条座所])?)的?(?=.{5})"
)
_TRIAL = re.compile("试验?$")
_TRIED = re.compile("通车|运行|运营|开通")
_DEED = re.compile("(?:通车|竣工|完工|投产|运行|运营|开工|贯通|建成|投用|投入使用|启用|封顶|开通|完成)")
_GOES_ON = re.compile("[与和及](?:现代化|节水|升级|更新)?改造")  # 灌区续建配套|与现代化改造
_GENERAL = re.compile("(?:综合|一体化|配套|示范|试点)$")  # no end of a name: 影视文化综合|项目
# what a list of names is followed by is no head word: 茶叶城、建材城等|市场发展良好
_WENT = re.compile("[一-龥]{0,2}(?:发展|建设|运行|推进)?(?:良好|顺利|加快|提速|活跃|旺盛|繁荣|明显)$")
_OF_PHASE = re.compile("[一二三四首]期(?=年产|总投资|占地|用地|计划)")  # 一期|年产电池盒120万套
_ALONG = re.compile("沿[一-龥]{2,8}(?:大道|路|河|江|街)$")  # 青禾颗粒硅|沿白鹭大道一字排开
_BUILT_IN = re.compile(
    "[一-龥]{2,8}?(?<![福改扩新续])建(?![设成筑造材工行业邺水阳德瓯])(?=.{4})|[一-龥]{2,6}?(?:投资)?(?:建设|兴建)(?=.{4})|[一-龥]{2,12}?(?:新上|上马|投建)(?=.{4})"
)  # 在石桥镇建|铝材厂
# 明澈科技就|电解液|项目签署协议
_ABOUT = re.compile("[^，。；：“”]{2,20}?就(?![业医学地餐近])(?=.{3})")
_AGREED = re.compile("[”]?(?:项目|工程|建设|投资|合作)*(?:与[^，。；]{2,20})?(?:签|达成|展开|进行|开展)")
_PLACE_AND = re.compile("(?P<place>[一-龥]{2,5}?)(?:以及|[及与])(?=[一-龥]{3})")  # 江东|及|白鹭新区: a place and a zone
_NUMBER_OF_ITEM = re.compile(r"(\d{1,2})[.．](?=\d+[^.\d])")  # 4.|100兆瓦光伏电站, below 3.白鹭机械厂
_DATED = re.compile(
    r"(?:19|20)\d\d[.．/](?:1[0-2]|0?[1-9])(?![\d.．/亿万元%个平公吨])\s?(?=[一-龥“])"
)  # 2025.3|甲基地奠基


def trimmed(clean: str, m: Mention) -> Mention | None:
    """A mention without what is no part of its name; None where nothing is left.

    Example: 76所农村学校供热改造 is 农村学校供热改造; 白鹭路主体|完工 is 白鹭路; 东博会等经贸活动 is 东博会.
    """
    if clean[m.start - 1 : m.start + 1] == "其中" and m.end - m.start > len("中国"):
        m = cut(clean, m, m.start + 1, m.end)  # 其中|国潮食品
    m = _whole_place(clean, m)
    if m.type == "Enterprise":
        m = with_trade(clean, m)
    elif m.type == "Event":
        m = with_its_place(clean, m)
    if m.type in ("Program", "Slogan") and aims_of_plan(clean, m.start):
        return None
    if ":lexicon" in m.rule or ":known" in m.rule:
        return m
    surface = clean[m.start : m.end]
    if m.rule.startswith("zone:list") and (m.key.startswith(surface) or m.key not in surface):
        return _listed_zone(surface, m)
    m = edges_trimmed(clean, balanced(clean, m))
    if m.type == "Enterprise":
        m = firm_trimmed(clean, m)
    if m.type == "Organization":
        m = body_trimmed(clean, m)
    if m.type == "Industry" and (rank := _RANKED.match(clean, m.start, m.end)):
        m = cut(clean, m, rank.end(), m.end)
    if m.type == "Event" and clean[m.end - 1] == "暨":  # 项目签约|暨开工
        m = cut(clean, m, m.start, m.end - 1)
    if m.type == "Slogan":
        m = slogan_trimmed(clean, m)
    if m.type == "Program":
        m = programme_trimmed(clean, m)
    elif m.type in _THINGS:
        m = _thing(clean, m)
    if count := _leading_count(clean, m):
        if m.end - count < 6 and m.type in _THINGS:
            return None
        m = cut(clean, m, count, m.end)
    return m if m.type in ("Slogan", "Industry") else _without_such(clean, m)


def _listed_zone(surface: str, m: Mention) -> Mention:
    """东大园|片区 of a list needs its head word, 白鹭新城 and 青山工业园 have their own."""
    if not m.key.startswith(surface):
        return replace(m, key=_SORT.sub("", m.key))
    head = m.key.removeprefix(surface)
    own = whole(surface) and (len(surface) > 4 or head.startswith(surface[-1]) or _OWN_ZONE.fullmatch(surface))
    return replace(m, key=surface if own else surface + _SORT.sub("", head))


def _whole_place(clean: str, m: Mention) -> Mention:
    """A name with the first character of its place: 且|末玉文化产业园; 位于|都江堰水库 has a place of its own."""
    if m.type not in (*_THINGS, "Event") or not _BEGINS_LIKE_A_WORD.match(clean, max(0, m.start - 1), m.start + 1):
        return m
    gazetteer = load_gazetteer()
    own = any(is_division(clean[m.start : m.start + n], gazetteer) for n in (2, 3, 4))
    return m if own else cut(clean, m, m.start - 1, m.end)


def _thing(clean: str, m: Mention) -> Mention:
    """A project, zone, body or company without the deed before it and how it went behind it."""
    if m.type == "Project" and clean.endswith("续建配套", m.start, m.end) and (more := _GOES_ON.match(clean, m.end)):
        m = cut(clean, m, m.start, more.end())
    if clean[m.start - 1 : m.start] == "（" and _FORMER.match(clean, m.start, m.end):
        m = cut(clean, m, m.start + 1, m.end)
    surface = canonical(clean[m.start : m.end])
    if m.key.startswith(surface) and (went := _WENT.search(m.key, len(surface))):
        m = replace(m, key=m.key[: went.start()])
    if m.type == "Project" and _GENERAL.search(clean, m.start, m.end) and clean.startswith("项目", m.end):
        m = cut(clean, m, m.start, m.end + 2)
    if clean[m.start] == "建" and clean[m.start - 1 : m.start] in ("将", "拟") and m.end - m.start > 4:
        m = cut(clean, m, m.start + 1, m.end)  # 小镇将建|教玩具博览中心
    if m.type == "Project" and (acres := _ACRES.match(m.key)):
        m = replace(m, key=m.key[acres.end() :])
    how = _HOW.search(clean, m.start + 4, m.end) if _DEED.match(clean, m.end) else None
    how = _TRIAL.search(clean, m.start + 4, m.end) if _TRIED.match(clean, m.end) and how is None else how
    m = cut(clean, m, m.start, how.start()) if how else m
    if clean[m.start - 1 : m.start] in ("、", "和") and (row := _SO_MANY_ARE.search(clean, m.start, m.end)):
        m = cut(clean, m, m.start, row.start())
    if first := _FIRST_OF.match(clean, m.start, m.end):
        m = cut(clean, m, first.end(), m.end)
    if clean[m.start] in "离距" and m.end - m.start > 4 and _NOT_FAR.match(clean, m.end):
        m = cut(clean, m, m.start + 1, m.end)
    both = _PLACE_AND.match(clean, m.start, m.end) if m.type == "Zone" else None
    if both and is_division(both["place"], load_gazetteer()):
        m = cut(clean, m, both.end(), m.end)
    if m.type == "Project":
        m = _work(clean, m)
    if m.type in ("Organization", "Project") and (many := _SO_MANY_SCHOOLS.search(clean, m.start, m.end)):
        m = cut(clean, m, m.start, many.start())
    return without_deed(clean, m)


def without_deed(clean: str, m: Mention) -> Mention:
    """A name without the verb before it: 改造提升|建设路, 启动|自来水厂建设."""
    done = _DONE_BEFORE.match(clean, m.start, m.end)
    return cut(clean, m, done.end(), m.end) if done else m


def _work(clean: str, m: Mention) -> Mention:
    """A project without its date, who agreed on it, where it is built and along what."""
    if (number := _NUMBER_OF_ITEM.match(clean, m.start, m.end)) and _is_next(clean, m.start, int(number[1])):
        m = cut(clean, m, number.end(), m.end)
    if dated := _DATED.match(clean, m.start, m.end):
        m = cut(clean, m, dated.end(), m.end)
    if _AGREED.match(clean, m.end) and (about := _ABOUT.match(clean, m.start, m.end)):
        m = cut(clean, m, about.end(), m.end)
    if clean[m.start - 1 : m.start] in ("在", "于") and (built := _BUILT_IN.match(clean, m.start, m.end)):
        m = cut(clean, m, built.end(), m.end)
    if phase := _OF_PHASE.match(clean, m.start, m.end):
        return cut(clean, m, m.start, phase.end())
    along = _ALONG.search(clean, min(m.start + 4, m.end), m.end)
    return cut(clean, m, m.start, along.start()) if along else m


def _is_next(clean: str, start: int, number: int) -> bool:
    """Whether a number at the beginning of a line counts on from the one that begins the line above."""
    line = clean.rfind("\n", 0, start) + 1
    above = clean.rfind("\n", 0, max(0, line - 1)) + 1
    return (
        line > 0 and not clean[line:start].strip() and re.match(rf"\s*{number - 1}[.．]", clean[above:line]) is not None
    )


def _leading_count(clean: str, m: Mention) -> int | None:
    """Where the count ends that stands before a name, None without one: 76所|学校."""
    patterns: tuple[re.Pattern[str], ...] = ()
    if m.type in _THINGS:
        patterns = (_COUNT_OF_THINGS,)
    elif m.type in ("Program", "Slogan"):
        patterns = (_OF_PROJECTS, _COUNT) if m.type == "Program" else (_OF_PROJECTS,)
    return next((found.end() for p in patterns if (found := p.match(clean, m.start, m.end))), None)


def _without_such(clean: str, m: Mention) -> Mention:
    """东博会等经贸活动 is 东博会, 青山等3座水厂 is 青山水厂."""
    such = _SUCH.fullmatch(clean, m.start, m.end)
    if such is None:
        return m
    name, head = such["name"], such["head"]
    if (
        (m.type == "Event" and FAIR.search(name))
        or (whole(name) and is_head(head))
        or (such["count"] and _WORKS.search(name))
    ):
        return replace(m, end=such.end("name"), key=canonical(name))
    return replace(m, key=canonical(name + head))
