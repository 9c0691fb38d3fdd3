"""Names as an analyst would write them: what is cut off, completed or refused after arbitration has decided.

The trained model sometimes takes a count, a verb or the end of a list along with a name, or takes a kind of things for
one thing. What can be told from the words alone is mended here, for all layers alike; names out of tables stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.resolve.elided import is_head, value, whole
from kg.resolve.names import canonical
from kg.resolve.plain import is_plain
from kg.types import Mention, Rejection

_THINGS = frozenset({"Project", "Zone", "Organization", "Enterprise"})
_NUMBER = r"(?:\d[\d,.]*万?|[一二两三四五六七八九十百]+)(?:余|多)?"
# 76所学校, 两座水厂; 百家企业 and 五家渠 may be names
_COUNT = re.compile(
    r"(?:\d[\d,.]*(?:余|多)?(?:所|家|套|座|栋|处|条|间|户|台|辆|支)|[二两三四五六七八九十](?:座|所|栋)|一条)"
    "(?!以[上下])(?=[一-龥（])"
)
_NOW = re.compile("(?:新的|本?年度)(?=.{4})")  # 新的|引才奖励办法
_REFORMED = re.compile("[、和与][^，。；：\n]{1,40}?改革")  # 医药卫生体制、户籍制度等改革
_OF_PROJECTS = re.compile(
    "(?:园区|新建|工业|工程|建设)*(?:项目|楼盘|商品房)(?=“[一-龥]{3,}”)"
)  # 建设项目|“一枚印章管审批”
_COUNT_OF_THINGS = re.compile(_COUNT.pattern + r"|\d+(?:余|多)?个(?=[\d一-龥（])")
# 改造提升|建设路, 重启|中心医院: what is done stands before the name
_DONE = re.compile(
    "(?:改造提升|提升改造|提质改造|续建|扩建|改扩建|迁建|重启|建成|开工建设|开工|加快推进|加快|推进|启动|完成|谋划|争取)(?!区|配套|工程|项目|年)(?=.{3})"
)
_SUCH = re.compile(
    r"(?P<name>[^、和与及等，]{2,14})(?:(?<![中高初平同优均上下一二三四甲乙丙丁])|(?<=中)(?=等口岸|等片区|等园区|等区))"
    r"等(?![级候次离温同于比高外式身腰边速价值距号])"
    rf"(?P<count>{_NUMBER}(?:个|条|座|家|处|所|大|项|场))?(?:重点|重大|主要|系列|一批|国家级|省级|市级|县级|各类)*"
    r"(?P<head>[一-龥]{2,12})"
)
_WORKS = re.compile("(?:治理|整治|改造|修复|建设|工程|项目)$")
_FAIR = re.compile("[会节展赛坛]$")
# 新增省级示范镇3个: so many somewhere, and nobody is named who received it
_MANY = re.compile(
    r"”?(?:总数|总量|数量|(?:约|近|达到|达|增至|增加到|累计达?)?(?:[2-9]|\d{2,}|[二两三四五六七八九十]+)(?:余|多)?(?:个|家|户|项|处|所|座|件))"
)
_OF_BATCH = re.compile(r"(?<=批)\d+[个家](?=[一-龥]{4})")  # 全国首批45个|文明城市试点 之一
_ROW = r"(?:[二两三四五六七八九十]|\d+)(?:个年|个|大|项)[一-龥]{2,4}"  # what a row is called: 三个年活动, 两大行动
# “作风提升年”|“服务企业年”三个年活动: the last of a row of quotations, and what the row is called
_LAST_QUOTED = re.compile(rf"“(?P<last>[^“”]{{2,20}})”{_ROW}")
_NUMBERED = re.compile(
    "(?P<last>[^“”]{3,}?)“?(?P<number>[二三四五六七八九])(?:大|项)(?P<head>[一-龥]{0,2}(?:工程|行动|计划|改革|攻坚战|战役))”?"
)
_FAMILY = re.compile("(?P<last>.{3,})[二三四五六七八九十]大(?:工程|行动|计划|改革|攻坚战|战役)")
_MORE = re.compile("(?:一批|更多|若干|各类|多个|多家)“?$")
# a part of a list that is whole, completed with a word for its kind: 云海创新中心|创新园区
_KIND = re.compile("(?:专业|创新|特色|重点|主要|骨干)(?=园区|片区|新区|产业园)")
_OWN_ZONE = re.compile("[一-龥]{2,}(?:新城|新区|园区|小镇|古镇|水镇|景区|工业园|产业园|科技园|物流园)")
# 县域工业集中区, 主城区4大示范区: which ones, nobody says
_SOME_ZONES = re.compile(
    r"(?:区县|县区|县域|市县|乡镇|镇域|各类)(?:特色)?(?:工业|产业|农业|经济)?(?:园区|园|集中区|集聚区|开发区|基地|片区)"
    r"|(?:新城|新区|园区|片区|城区){2}|[^、和与及]*[一-龥](?:\d+|[二两三四五六七八九十])(?:大|个)[一-龥]+"
)
_FIRMS = re.compile(
    "(?P<name>[一-龥A-Za-z]{2,6}?)(?:[二两三四五六七八九十]|[2-9])(?:大|家)(?P<head>集团|企业集团|公司|银行|煤矿|水泥厂|电厂)"
)
# 中性硼硅玻璃, 新型建材: what a product is like, no brand before it
_LIKE = re.compile("[一-龥]{1,3}[性型式类]")
# names of kinds and of numbers of things, of which nobody says which: 众多企业项目, 省重点实验室6家, 35千伏变电站3座
_MANY_OF = re.compile("(?:众多|诸多|许多)")
_SOME = re.compile("(?:一批|若干|各类|多个|众多|一系列)$")
_AFTER = re.compile(r"(?:[约近达超]|共计?)?\d+(?:余|多)?(?:家|个|所|座|处)(?=[、，；。（])")
_FIRMS_OF = re.compile("[一-龥]{0,4}(?:公司|企业|银行|机构)")
_KINDS = re.compile(
    r"(?:\d+千伏|小型|中型|大型|城市|城镇|城区|农村|乡镇|社区|标准化|省级|市级|县级|生活|垃圾|区域|综合|公共|农产品|现代)*(?P<head>.+)"
)
# 新建一批粮库、|配送中心; 完成游园、|城市绿廊|等绿化工程36个: one of several kinds
_SOME_AND = re.compile("(?:一批|若干|一系列|各类|多个)[^，。；：]{0,16}[、和]$")
_OF_SO_MANY = re.compile(
    r"[^，。；：]{0,10}等[一-龥]{0,6}\d+(?:余|多)?个|(?:、[一-龥]{2,6}){1,4}\d+(?:余|多)?(?:座|个|处|所)(?=[、，。；])"
)
# whoever they are: 沿海科研院所; 千亩示范田
_BODIES = re.compile("(?:院所|院校|高校|科研机构|金融机构|医疗机构)$")
_FIELDS = re.compile("[百千万]亩[一-龥]{0,4}(?:示范片|示范田|示范方|示范区|基地|良田)")
_ACRES = re.compile(r"\d[\d.]*(?:万|千)?(?:余)?亩(?=.{6})")  # 30万亩|优质稻生产基地
_NO_END = re.compile("(?:系列|精品|优质|重点|重大|大批|一批|国家级|省级|市级|县级)$")
_ALONE = re.compile("(?:活动|行动|工程|项目|计划|改革|试点|制度|任务|工作|会议|方案|政策)")
# 白鹭路主体|完工, 青白高速全线|通车: how it went is no part of the name
_HOW = re.compile("(?:正式|全线|全面|顺利|基本|如期|主体|即将|已经|陆续|相继)$")
_TRIAL = re.compile("试验?$")
_TRIED = re.compile("通车|运行|运营|开通")
_DEED = re.compile("(?:通车|竣工|完工|投产|运行|运营|开工|贯通|建成|投用|投入使用|启用|封顶|开通|完成)")
_DEAD_END = re.compile("(?<=[路街道])断头路$")  # 经三路|断头路
_GOES_ON = re.compile("[与和及](?:现代化|节水|升级|更新)?改造")  # 灌区续建配套|与现代化改造
_ROW_QUOTED = re.compile(rf"“(?P<first>[^“”]{{2,20}})”(?:、?“[^“”]{{2,20}}”)+{_ROW}")
_GENERAL = re.compile("(?:综合|一体化|配套|示范|试点)$")  # no end of a name: 影视文化综合|项目
# what a list of names is followed by is no head word: 茶叶城、建材城等|市场发展良好
_WENT = re.compile("[一-龥]{0,2}(?:发展|建设|运行|推进)?(?:良好|顺利|加快|提速|活跃|旺盛|繁荣|明显)$")
_CAMPAIGN = re.compile("(?:整治|行动|工程|计划|活动|改革|战|试点|制度)$")
_TWO_WORKS = re.compile("[^和]{3,}?(?:治理|整治|改造|修复|搬迁|扩建)(?=和.{2,5}$)")  # 北江综合治理|和平湖、镜湖修复
_OF_VILLAGES = re.compile(r"(?:\d+(?:余|多)?个)?(?:行政村|自然村|村|乡镇|社区)(?=.{6})")
# a title without what it was given for: 征兵工作获评|全省先进
_BARE_TITLE = re.compile("(?:全国|全省|全市|全区|全县|国家级?|省级?|市级?)(?:先进|试点|示范|优秀|优秀等级|典型)")
_GIVEN_FOR = re.compile(
    r"(?P<what>[^，。；：！？\n]{2,30}(?:工作|建设|改革|工程|行动|活动|治理|管理|服务|整治|保护|宣传|登记|颁证))被?"
    r"(?:获评|列为|列入|评为|纳入|入选|荣获|获得|成为|获批)为?$"
)
_LEVEL = re.compile("全国|全省|全市|国家级|省级|市级")
_TITLE = re.compile(
    "(?!全|国家|[省市]级|[一-龥]{2,3}[省市县区]|中国|世界|国际|首批|第)[^“”]{4,}(?:[市县区镇乡村位]|单位|集体|基地|园区|企业)"
)
_JOIN = re.compile("[、和与及暨]")
_JOINED = frozenset(
    {"Project", "Program", "Event", "Zone", "Organization"}
)  # a slogan may join two (乡村振兴、产业振兴)


def tidy(clean: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Rejection]]:
    """The mentions with their names put right, sorted as before, and what names nothing.

    Example: 76所农村学校供热改造 → 农村学校供热改造; 东博会等经贸活动 → 东博会; 省级园林镇 of 新增省级园林镇3个 goes.
    """
    halves = {(m.type, m.start, m.end) for m in mentions}
    campaigns = {m.start: m.key for m in mentions if m.type == "Program" and _CAMPAIGN.search(m.key)}
    titles = {m.end: m.start for m in mentions if m.type == "Honor"}
    kept: list[Mention] = []
    refused: list[Rejection] = []
    for m in mentions:
        if m.type == "Region" or m.rule.startswith("table"):
            kept.append(m)
            continue
        reason = _refused(clean, m, halves) or _shares_nothing(clean, m, campaigns)
        named = None if reason else _titled(clean, m, titles) if m.type == "Honor" else _named(clean, m)
        if named is None:
            what = f"{m.type} {clean[m.start : m.end]} ({m.rule})"
            refused.append(Rejection(m.start, m.end, what, reason or "low_confidence"))
        else:
            kept.append(named)
    once = {(m.start, m.end, m.type): m for m in reversed(kept)}
    return sorted(once.values(), key=lambda m: (m.start, -m.end, m.type, m.key)), refused


def _refused(clean: str, m: Mention, halves: set[tuple[str, int, int]]) -> str:
    """Why a mention is none, "" where it is one."""
    if m.type == "Honor" and (_MANY.match(clean, m.end) or _MORE.search(clean, max(0, m.start - 4), m.start)):
        return "low_confidence"
    if m.type == "Enterprise" and m.rule == "tagger" and _LIKE.fullmatch(clean, m.start, m.end):
        return "low_confidence"
    if (m.type in _THINGS and _nobody_knows_which(clean, m)) or (
        m.type == "Program" and _ALONE.fullmatch(clean, m.start, m.end)
    ):
        return "low_confidence"
    listed = ":list" in m.rule or _JOIN.match(clean, max(0, m.start - 1)) is not None  # 青山、|龙潭2个园区
    if m.type == "Zone" and not listed and _SOME_ZONES.fullmatch(clean, m.start, m.end):
        return "low_confidence"
    if m.type == "Program" and ":lexicon" not in m.rule and is_plain(m.key):
        return "low_confidence"
    family = _FAMILY.fullmatch(clean, m.start, m.end) if m.type == "Program" else None
    if family and ("Program", m.start, family.end("last")) in halves:  # 甲提质和|乙培育四大工程
        return "overlap"
    if m.type in _JOINED and ":lexicon" not in m.rule and ":paper" not in m.rule and _doubled(clean, m, halves):
        return "overlap"
    return ""


def _shares_nothing(clean: str, m: Mention, campaigns: Mapping[int, str]) -> str:
    """Why 质量发展 of 质量发展、环境整治、医院改革 is no 改革: what stands between them has a head word of its own."""
    surface = canonical(clean[m.start : m.end])
    if m.rule != "program:shared" or clean[m.end : m.end + 1] != "、" or not m.key.startswith(surface):
        return ""
    head, following = m.key[len(surface) :], campaigns.get(m.end + 1, "")
    own = following and following in canonical(clean[m.end + 1 : m.end + 24]) and not following.endswith(head)
    return "low_confidence" if own else ""


def _nobody_knows_which(clean: str, m: Mention) -> bool:
    """Whether a name is that of a kind: with a count behind it or 一批 before it, or with an end that names nothing."""
    if _MANY_OF.match(clean, m.start) or (m.type == "Project" and _NO_END.search(clean, m.start, m.end)):
        return True
    if (m.type == "Organization" and _BODIES.search(clean, m.start, m.end)) or _FIELDS.fullmatch(clean, m.start, m.end):
        return True
    counted = _AFTER.match(clean, m.end) is not None
    if m.type == "Project":
        if ":numbered" not in m.rule and _SOME.search(clean, max(0, m.start - 3), m.start):
            return True
        several = counted or _OF_SO_MANY.match(clean, m.end) or _SOME_AND.search(clean, max(0, m.start - 24), m.start)
        kind = _KINDS.fullmatch(clean, m.start, m.end) if several else None
        return kind is not None and is_head(kind["head"])
    kinds = m.type == "Organization" or (
        m.type == "Enterprise" and _FIRMS_OF.fullmatch(clean, m.start, m.end) is not None
    )
    return counted and m.rule == "tagger" and kinds


def _titled(clean: str, m: Mention, titles: Mapping[int, int]) -> Mention | None:
    """An honour with what it was given for (征兵工作全省先进), and with the level of the one before it in a list."""
    surface = clean[m.start : m.end]
    if ":lexicon" in m.rule or ":known" in m.rule:
        return m
    if _BARE_TITLE.fullmatch(surface):
        given = _GIVEN_FOR.search(clean, max(0, m.start - 40), m.start)
        return replace(m, key=canonical(given["what"]) + m.key) if given else m
    if clean[m.start - 1 : m.start] in ("、", "和") and m.start - 1 in titles and _TITLE.fullmatch(surface):
        level = _LEVEL.match(clean, titles[m.start - 1])
        return replace(m, key=level[0] + m.key) if level else m
    return replace(m, key=_OF_BATCH.sub("", m.key))


def _doubled(clean: str, m: Mention, halves: set[tuple[str, int, int]]) -> bool:
    """Whether a mention joins two names of which one is a mention of its own: 消防规划和|排水防涝规划."""
    first = _JOIN.search(clean, m.start, m.end)
    if first is None or first.start() - m.start < 4:  # 大气、水污染防治攻坚战
        return False
    joins = [first.start(), *(j.start() for j in _JOIN.finditer(clean, first.end(), m.end - 3))]
    return any((m.type, m.start, at) in halves or (m.type, at + 1, m.end) in halves for at in joins)


def _named(clean: str, m: Mention) -> Mention | None:
    """A mention without what is no part of its name; None where nothing is left."""
    if ":lexicon" in m.rule or ":known" in m.rule:
        return m
    surface = clean[m.start : m.end]
    if m.rule == "zone:list" and m.key.startswith(surface):
        kind = m.key.removeprefix(surface)
        # 东大园|片区 needs its head word, 白鹭新城 and 青山工业园 have their own
        own = whole(surface) and (len(surface) > 4 or kind.startswith(surface[-1]) or _OWN_ZONE.fullmatch(surface))
        return replace(m, key=surface if own else surface + _KIND.sub("", kind))
    if m.rule == "zone:list" and m.key not in surface:
        return replace(m, key=_KIND.sub("", m.key))
    if m.type == "Enterprise" and (firm := _FIRMS.fullmatch(surface)):
        return replace(m, end=m.start + firm.end("name"), key=firm["name"] + firm["head"])
    m = _balanced(clean, m)
    if m.type == "Program" and clean[m.start - 1 : m.start] in ("、", "和", "”"):
        m = _last_of_row(clean, m)
    if m.type == "Program" and surface.endswith("体制") and _REFORMED.match(clean, m.end):
        return replace(m, key=canonical(surface + "改革"))
    if m.type == "Program" and (clean[m.start].isdigit() or clean[m.start - 1 : m.start] == "个"):
        villages = _OF_VILLAGES.match(clean, m.start, m.end)
        m = _shorter(clean, m, villages.end()) if villages else m
    if m.type == "Program" and (row := _ROW_QUOTED.fullmatch(clean, m.start, m.end)):
        return replace(m, end=row.end("first") + 1, key=canonical(row["first"]))
    if m.type == "Project" and clean.endswith("续建配套", m.start, m.end) and (more := _GOES_ON.match(clean, m.end)):
        m = replace(m, end=more.end(), key=canonical(clean[m.start : more.end()]))
    if m.type in _THINGS:
        if clean[m.end : m.end + 1] == "、" and (two := _TWO_WORKS.match(clean, m.start, m.end)):
            m = replace(m, end=two.end(), key=canonical(two[0]))
        surface = canonical(clean[m.start : m.end])
        if m.key.startswith(surface) and (went := _WENT.search(m.key, len(surface))):
            m = replace(m, key=m.key[: went.start()])
        if m.type == "Project" and _GENERAL.search(clean, m.start, m.end) and clean.startswith("项目", m.end):
            m = replace(m, end=m.end + 2, key=canonical(clean[m.start : m.end + 2]))
        if m.type == "Project" and (acres := _ACRES.match(m.key)):
            m = replace(m, key=m.key[acres.end() :])
        if dead := _DEAD_END.search(clean, m.start, m.end):
            m = replace(m, end=dead.start(), key=canonical(clean[m.start : dead.start()]))
        how = _HOW.search(clean, m.start + 4, m.end) if _DEED.match(clean, m.end) else None
        how = _TRIAL.search(clean, m.start + 4, m.end) if _TRIED.match(clean, m.end) and how is None else how
        m = replace(m, end=how.start(), key=canonical(clean[m.start : how.start()])) if how else m
        if done := _DONE.match(clean, m.start, m.end):
            m = _shorter(clean, m, done.end())
        count = _COUNT_OF_THINGS.match(clean, m.start, m.end)
    else:
        count = _OF_PROJECTS.match(clean, m.start, m.end) if m.type in ("Program", "Slogan") else None
        if m.type == "Program" and count is None:
            count = _COUNT.match(clean, m.start, m.end) or _NOW.match(clean, m.start, m.end)
    if count:
        if m.end - count.end() < 6 and m.type in _THINGS:
            return None
        m = _shorter(clean, m, count.end())
    such = _SUCH.fullmatch(clean, m.start, m.end)
    if such is None or m.type in ("Slogan", "Industry"):
        return m
    name, head = such["name"], such["head"]
    if (
        (m.type == "Event" and _FAIR.search(name))
        or (whole(name) and is_head(head))
        or (such["count"] and _WORKS.search(name))
    ):
        return replace(m, end=such.end("name"), key=canonical(name))
    return replace(m, key=canonical(name + head))


def _last_of_row(clean: str, m: Mention) -> Mention:
    """造林绿化、湿地保护、|水土保持三大工程 is 水土保持工程 where as many parts stand as the number says."""
    if clean[m.start - 1] == "”" and (quoted := _LAST_QUOTED.fullmatch(clean, m.start, m.end)):
        return replace(m, end=quoted.end("last") + 1, key=canonical(quoted["last"]))
    numbered = _NUMBERED.fullmatch(clean, m.start, m.end)
    if numbered is None:
        return m
    clause = re.split("[，。；：！？\n]", clean[max(0, m.start - 80) : m.start])[-1]
    joins = len(_JOIN.findall(clause))
    if joins != value(numbered["number"]) - 1:
        return m
    if whole(numbered["last"]):  # 青山路、白鹭桥、|沿江公路“三大工程”
        return replace(m, end=numbered.end("last"), key=canonical(numbered["last"]))
    end = numbered.end("last") if "“" in numbered[0] else m.end  # “三大工程” in quote marks is a name of its own
    return replace(m, end=end, key=canonical(numbered["last"] + numbered["head"]))


def _balanced(clean: str, m: Mention) -> Mention:
    """A mention without half a bracket: 河道整治（东河、西河） ends before it, 白鹭）变电站 is 白鹭变电站."""
    surface = clean[m.start : m.end]
    opened, closed = surface.rfind("（"), surface.find("）")
    if opened > 3 and "）" not in surface[opened:]:
        return replace(m, end=m.start + opened, key=canonical(surface[:opened]))
    if 0 < closed < len(surface) - 1 and "（" not in surface[:closed]:
        return replace(m, key=canonical(surface[:closed] + surface[closed + 1 :]))
    return m


def _shorter(clean: str, m: Mention, start: int) -> Mention:
    return replace(m, start=start, key=canonical(clean[start : m.end]))
