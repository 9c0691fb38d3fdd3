"""Mentions that name no one thing: kinds of things, numbers of them, plain words, two names in one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ontology import load_gazetteer
from kg.resolve.described import described
from kg.resolve.goods import as_goods
from kg.resolve.heads import ALSO, JOIN, is_head
from kg.resolve.names import canonical
from kg.resolve.no_one_work import done_together, goes_along, of_all_places
from kg.resolve.not_pursued import not_pursued
from kg.resolve.plain import is_plain
from kg.resolve.quantities import is_quantity
from kg.resolve.unnamed_winners import of_nobody
from kg.resolve.waters import only_water
from kg.types import Mention

_THINGS = frozenset({"Project", "Zone", "Organization", "Enterprise"})
# a slogan may join two (乡村振兴、产业振兴)
_JOINED = frozenset({"Project", "Program", "Event", "Zone", "Organization"})
_FAMILY = re.compile("(?P<last>.{3,})[二三四五六七八九十]大(?:工程|行动|计划|改革|攻坚战|战役)")
_ALONE = re.compile("(?:活动|行动|工程|项目|计划|改革|试点|制度|任务|工作|会议|方案|政策)")
# 县域工业集中区, 主城区4大示范区: which ones, nobody says
_SOME_ZONES = re.compile(
    r"(?:区县|县区|县域|市县|乡镇|镇域|各类)(?:特色)?(?:工业|产业|农业|经济)?(?:园区|园|集中区|集聚区|开发区|基地|片区)"
    r"|(?:新城|新区|园区|片区|城区){2}|[^、和与及]*[一-龥](?:\d+|[二两三四五六七八九十])(?:大|个)[一-龥]+"
)
# names of kinds and of numbers of things, of which nobody says which: 众多企业项目, 省重点实验室6家, 35千伏变电站3座
_MANY_OF = re.compile("(?:众多|诸多|许多)")
_SOME = re.compile("(?:一批|若干|各类|多个|众多|一系列)$")
_AFTER = re.compile(r"(?:[约近达超]|共计?)?\d+(?:余|多)?(?:家|个|所|座|处)(?=[、，；。（])")
_FIRMS_OF = re.compile("[一-龥]{0,4}(?:公司|企业|银行|机构|合作社|农场)")
_KINDS = re.compile(
    r"(?:\d+千伏|小型|中型|大型|城市|城镇|城区|农村|乡镇|社区|标准化|省级|市级|县级|生活|垃圾|区域|综合|公共|农产品|现代)*(?P<head>.+)"
)
# 新建一批粮库、|配送中心; 完成游园、|城市绿廊|等绿化工程36个: one of several kinds
_SOME_AND = re.compile("(?:一批|若干|一系列|各类|多个)[^，。；：]{0,16}[、和]$")
_OF_SO_MANY = re.compile(
    r"[^，。；：]{0,10}等[一-龥]{0,6}\d+(?:余|多)?个|(?:、[一-龥]{2,6}){1,4}\d+(?:余|多)?(?:座|个|处|所)(?=[、，。；])"
)
# 我县招商引资项目, 其中全市重点项目: of whom one speaks, no name; 八家公司
_OURS = re.compile("(?:其中)?(?:我|全|本)[省市县区州旗镇乡].*项目|其中.*")
# 全省|高新区, 各|经开区: all of a kind
_BARE_ZONE = re.compile(
    "高新区|经开区|开发区|经济开发区|新区|自贸区|综保区|保税区|综合保税区|工业园区?|产业园区?|园区|特色小镇|示范区"
)
_ANY = re.compile("(?:全[国省市县区州]|全球|各类?|其他|国家级|省级|市级|县级|众多|同类)的?$")
_OF_LIST = re.compile(
    r"等(?:\d+|[二两三四五六七八九十]+)[个大家]$"
)  # 石桥、河口等5个|现代农业产业园: the head of a list
_EDITIONS = re.compile(r"(?<![第\d一二三四五六七八九十])(?:\d{1,2}|[两二三四五六七八九十])届")
_OF_LEVELS = re.compile(r"\d余?[项场次个](?:[国省市县区]{1,2}家?级[、和])+$")  # 30余项国家级、|省级现场会
# whoever they are: 沿海科研院所; 千亩示范田
_BODIES = re.compile("(?:院所|院校|高校|科研机构|金融机构|医疗机构)$")
# 在|中共云岭县委|坚强领导下: under whom all is done
_PARTY_COMMITTEE = re.compile("中共.{2,12}委(?:员会)?")
_LEADS = re.compile("的?(?:(?:坚强|正确|直接|统一|有力)*领导|(?:决策|工作)?部署)")
# 山东首个基金联盟 is said of one, 京雄全局 is no 局, 独立本科学院 are many
_NO_BODY = re.compile("(?:首个|首家|首支|首批|唯一)(?=.)|[全大格布结残僵变时]局$")
_ANY_SCHOOL = re.compile("(?:独立|普通|应用型|地方)*(?:本科|专科|民办|公办)(?:院校|学院|高校|大学)")
# 被列为|国家野外科学观测研究站: what somebody is called, no body of its own
_CALLED = re.compile("(?:列为|认定为|评为|晋升为|升格为|获评|创建|争创|创成)“?$")
_NATIONAL = re.compile("(?:国家|全国|省级|自治区级)")
_COMMITTEE = re.compile("党中央、$")  # 党中央、|国务院: in whose spirit all is done
# 青山县国家全域旅游示范区|创建: what a place applies for, no zone that is there
_STATUS = re.compile("(?:国家|全国|省级)[一-龥]{2,14}(?:示范区|试验区|先行区|样板区|公园)$")
# 打造|环白鹭核心功能区, 建设与青山一体化发展先行区: what a place wants to be
_AIM = re.compile("(?:先行区|引领区|样板区|标杆区|核心功能区)$")
_WANTED = re.compile("(?:打造|成为|争当|当好|建成|做好|建设成为|融入)(?:与|和|全国|全省|国家)?“?$")
_HOUSE = re.compile("(?:酒店|宾馆|饭店|夜市|超市|商场|汽配城)$")  # one house, no zone
_APPLIED = re.compile("”?(?:的)?(?:创建|申建|申创|申报|评选|称号)")
_FIELDS = re.compile("[百千万]亩[一-龥]{0,4}(?:示范片|示范田|示范方|示范区|基地|良田)")
# 形成|10万吨铝箔、5万吨铜杆等产能: what is made a year, no works
_OUTPUT = re.compile(r"\d[\d.]*[万亿]?(?:吨|吉瓦|兆瓦|千瓦|GWh?|MWh?|平方米|平米|锭|台|套|辆|米|只)")
_CAPACITY = re.compile("(?!项目|工程|生产线)[^，。；\n]{0,120}?(?:产能|生产能力|制造能力|加工能力)")
# 建成|后年产铝件600万件: when, and what is made then
_THEN = re.compile("(?:建成|投产|达产|达效|投用|竣工|完工|运营|项目)$")
_ASKS = re.compile("(?:详细|仔细|认真|实地|逐一)(?:询问|了解|察看|查看|听取|考察|调研)$")
_HAS = re.compile("(?:形成|具备|拥有|现有|达到)[^，。；\n]{0,100}$")
_CAMPAIGN = re.compile("(?:整治|行动|工程|计划|活动|改革|战|试点|制度)$")
_CARRIED_OUT = re.compile("”[一-龥]{0,4}(?:活动|行动|工程|计划|攻坚战)")  # “马上就办”|作风提升行动
_TOUCH = re.compile("”[、和与]?“")
_LEFT_BEHIND = re.compile("”[一-龥]{0,2}(?:到|向|转为|转向|变为|迈向|走向)“")
_NO_END = re.compile("(?:系列|精品|优质|重点|重大|大批|一批|国家级|省级|市级|县级)$")


# 芦柑、老醋四大品牌, 琥珀桃仁、核桃油三个“省名牌产品”; 氆氇、旅游工艺品等12个项目: what is made is no industry
_MADE = re.compile(
    r"(?:、[^，。；、]{1,14}){0,6}(?:等?(?:(?:[二两三四五六七八九十]|\d{1,2})[大个])?(?:“[^“”]{0,8})?(?:[知著驰]名商标|名牌产品|(?:[知著]名|区域公用|特色|农产品)?品牌)"
    r"|等\d+(?:余|多)?个(?:重点|重大|工业|农业|技改)?项目|等?(?:[二两三四五六七八九十]|\d{1,2})(?:大类|大系列|类|种|个系列)产品)"
)
_USED_FOR = re.compile("(?:[应适]?用于|用作|供给|搭载|装进)[^，。；]{0,12}$")  # 碳酸锂用于|新能源汽车
# 轨道交通|从无到有, 轨道交通|3号线: what people travel by is no trade
_TRAVELLED = re.compile("轨道交通")
_TRAVEL = re.compile(
    "从无到有|\\d{1,2}号线|[一二三四五六七八九十]号线|运营|通车|里程|线网|线路|客运|站点|出行|换乘|建设规划"
)
# 甲湖、乙湖和丙湖等湖泊: lakes in a row are no firms
# 青山河|水电开发, 加格达奇|大豆加工: the river or town of a project is not who builds it
_WORKS_OF_NO_FIRM = re.compile("水库|灌区|特?大桥|隧道|古镇|古村|湿地|森林公园")  # 荣耀|水库
_WATER = re.compile("(?:[一-龥]{1,3}[湾江河湖])?[一-龥]{1,3}(?:河|湖|水库)")
_SITE_READY = re.compile("[三四五六七八九]通[一二]平")  # 完成“七通一平”: no aim
_LAKES = re.compile("[一-龥]{1,4}湖")
_LAKE_NEXT = re.compile("[、和及与][一-龥]{1,7}湖(?=[、和及与等，。])")
_LAKE_BEFORE = re.compile("湖[、和及与]$")
_SHORE = re.compile("[一-龥]{1,3}[江河湖海水][东南西北]岸")  # 甲公司在镜湖东岸|投资的度假村
_BRANCH = re.compile("[一-龥]{2,4}(?:分公司|分行|支行)")


class Neighbours:
    """What the mentions of a text say of each other: whether one is two that are named, or shares a head word."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.spans = frozenset((m.type, m.start, m.end) for m in mentions)
        slogans = [m for m in mentions if m.type == "Slogan"]
        self.slogan_from = {m.end: m.start for m in sorted(slogans, key=lambda m: -m.start)}  # the longest
        self.slogan_to = {m.start: m.end for m in sorted(slogans, key=lambda m: m.end)}
        self.programme_to = {m.start: m.end for m in sorted(mentions, key=lambda m: m.end) if m.type == "Program"}
        self.explained_ends = frozenset(m.end for m in mentions if m.rule == "project:explained")
        self.firm_ends = frozenset(m.end for m in mentions if m.type == "Enterprise")
        self.campaigns = {m.start: m.key for m in mentions if m.type == "Program" and _CAMPAIGN.search(m.key)}


def why_refused(clean: str, m: Mention, beside: Neighbours) -> str | None:
    """Why a mention is none; None where it is one."""
    if m.type == "Industry" and (_is_product(clean, m, beside) or as_goods(clean, m)):
        return "low_confidence"
    if is_quantity(clean, m) or not_pursued(clean, m):
        return "low_confidence"
    if only_water(clean, m) and m.start - 1 not in beside.explained_ends:  # 十大湖即甲湖、|乙湖
        return "low_confidence"
    if _of_many(clean, m) or _plain(clean, m) or described(clean, m) or _shares_nothing(clean, m, beside):
        return "low_confidence"
    if m.type == "Slogan" and _part_of_one(clean, m, beside):
        return "overlap"
    doubled = m.type in _JOINED and ":lexicon" not in m.rule and ":paper" not in m.rule and _doubled(clean, m, beside)
    return "overlap" if doubled else None


def _part_of_one(clean: str, m: Mention, beside: Neighbours) -> bool:
    """Whether a slogan is part of a row (促转型、惠民生 of 稳增长、促转型、惠民生) or of a campaign of its name."""
    if ":" not in m.rule and "、" in clean[m.start : m.end]:
        front = clean[m.start - 1 : m.start] == "、" and beside.slogan_from.get(m.end, m.start) < m.start
        if front or (clean[m.end : m.end + 1] == "、" and beside.slogan_to.get(m.start, m.end) > m.end):
            return True
    outer = beside.programme_to.get(m.start - 1, 0) if clean[m.start - 1 : m.start] == "“" else 0
    return outer > m.end + 1 and _CARRIED_OUT.fullmatch(clean, m.end, outer) is not None


def _is_product(clean: str, m: Mention, beside: Neighbours) -> bool:
    """Whether it is what a firm makes or what something is used for: the 白酒 of 白鹭酒业的白酒."""
    own = clean[m.start - 1 : m.start] == "的" and m.start - 1 in beside.firm_ends
    return own or _USED_FOR.search(clean, max(0, m.start - 16), m.start) is not None


def _of_many(clean: str, m: Mention) -> bool:
    """Whether a mention is a kind of things, or a number of them: 新增省级示范镇3个, 县域工业集中区."""
    if m.type == "Honor":
        return of_nobody(clean, m)
    if m.type == "Zone" and _STATUS.search(clean, m.start, m.end) and _APPLIED.match(clean, m.end):
        return True
    if m.type == "Zone" and m.rule != "zone:known" and _AIM.search(clean, m.start, m.end):
        return bool(_WANTED.search(clean, max(0, m.start - 8), m.start))
    if m.type == "Zone" and _SOME_ZONES.fullmatch(clean, m.start, m.end):
        listed = ":list" in m.rule or JOIN.match(clean, max(0, m.start - 1)) is not None  # 青山、|龙潭2个园区
        return not listed or _nobody_knows_which(clean, m)
    return m.type in _THINGS and _nobody_knows_which(clean, m)


def _plain(clean: str, m: Mention) -> bool:
    """Whether a mention is no more than words that anybody uses: a 活动, 首届和3届|市旅发大会."""
    if m.type == "Event":  # 首届…和3届|市旅发大会: which ones, nobody says
        many = _EDITIONS.search(clean, max(0, m.start - 4), m.start + 3)
        levels = _OF_LEVELS.search(clean, max(0, m.start - 14), m.start)
        return levels is not None or (many is not None and many.end() >= m.start)
    if m.type == "Program":
        return (
            bool(_OURS.fullmatch(clean, m.start, m.end))
            or bool(_ALONE.fullmatch(clean, m.start, m.end))
            or (":lexicon" not in m.rule and (is_plain(m.key) or (m.key.isascii() and m.key.isalpha())))  # VOCs, PPP
        )
    if m.type == "Organization":
        spirit = m.key == "国务院" and _COMMITTEE.search(clean, max(0, m.start - 4), m.start)
        called = _NATIONAL.match(clean, m.start, m.end) and _CALLED.search(clean, max(0, m.start - 5), m.start)
        post = clean.startswith("常委", m.end - 2)  # 市委常委
        led = _LEADS.match(clean, m.end) and _PARTY_COMMITTEE.fullmatch(clean, m.start, m.end)
        return bool(
            spirit
            or post
            or led
            or called
            or _NO_BODY.search(clean, m.start, m.end)
            or _ANY_SCHOOL.fullmatch(clean, m.start, m.end)
        )
    if m.type == "Zone" and _HOUSE.search(clean, m.start, m.end):
        return True
    if m.type == "Zone" and ALSO.search(clean, m.start, m.end):  # 产业集群|暨|经济技术开发区
        return True
    if m.type == "Slogan" and _SITE_READY.fullmatch(clean, m.start, m.end):
        return True
    if m.type == "Slogan":  # 从|“总体粗放”|到“集约集聚”的过渡: what is left behind
        return clean[m.start - 1 : m.start] == "“" and _LEFT_BEHIND.match(clean, m.end) is not None
    if m.type == "Industry":
        if _TRAVELLED.fullmatch(clean, m.start, m.end) and _TRAVEL.match(clean, m.end):
            return True
        return _MADE.match(clean, m.end) is not None
    if m.type == "Enterprise" and _BRANCH.fullmatch(clean, m.start, m.end):  # of which company, nobody says
        return clean[m.start - 1 : m.start].isalnum()
    if m.type == "Enterprise" and _LAKES.fullmatch(clean, m.start, m.end):
        beside = _LAKE_NEXT.match(clean, m.end) or _LAKE_BEFORE.search(clean, max(0, m.start - 2), m.start)
        return beside is not None
    if m.type == "Enterprise" and _SHORE.fullmatch(clean, m.start, m.end):
        return clean[m.start - 1 : m.start] in ("在", "于")
    if m.type != "Enterprise" or m.rule != "tagger":
        return False
    where = _is_where(m.key) or _WORKS_OF_NO_FIRM.match(clean, m.end) is not None
    return clean[m.end : m.end + 1].isalnum() and where


def _is_where(name: str) -> bool:
    """Whether what begins a project's name is a river or a division; of two characters it may be a firm."""
    gazetteer = load_gazetteer()
    return bool(_WATER.fullmatch(name)) or name in gazetteer.full or (len(name) > 2 and name in gazetteer.short)


def _shares_nothing(clean: str, m: Mention, beside: Neighbours) -> bool:
    """Whether the next of a list has another head word: 质量发展 of 质量发展、环境整治、医院改革 is no 改革."""
    surface = canonical(clean[m.start : m.end])
    if not m.rule.startswith("program:shared") or clean[m.end : m.end + 1] != "、" or not m.key.startswith(surface):
        return False
    head, following = m.key[len(surface) :], beside.campaigns.get(m.end + 1, "")
    own = following and following in canonical(clean[m.end + 1 : m.end + 24])
    return bool(own) and not following.endswith(head)


def _nobody_knows_which(clean: str, m: Mention) -> bool:
    """Whether a name is that of a kind: with a count behind it or 一批 before it, or with an end that names nothing."""
    if m.type == "Project" and (_OURS.fullmatch(clean, m.start, m.end) or _is_capacity(clean, m)):
        return True
    if _MANY_OF.match(clean, m.start) or (m.type == "Project" and _NO_END.search(clean, m.start, m.end)):
        return True
    if (m.type == "Organization" and _BODIES.search(clean, m.start, m.end)) or _FIELDS.fullmatch(clean, m.start, m.end):
        return True
    if (
        m.type == "Zone"
        and _BARE_ZONE.fullmatch(clean, m.start, m.end)
        and _ANY.search(clean, max(0, m.start - 4), m.start)
    ):
        return True
    if m.type == "Zone" and _OF_LIST.search(clean, max(0, m.start - 6), m.start):
        return True
    counted = _AFTER.match(clean, m.end) is not None
    if m.type == "Project":
        if of_all_places(clean, m) or done_together(clean, m) or goes_along(clean, m):
            return True
        if ":numbered" not in m.rule and _SOME.search(clean, max(0, m.start - 3), m.start):
            return True
        several = counted or _OF_SO_MANY.match(clean, m.end) or _SOME_AND.search(clean, max(0, m.start - 24), m.start)
        kind = _KINDS.fullmatch(clean, m.start, m.end) if several else None
        return kind is not None and is_head(kind["head"])
    kinds = m.type == "Organization" or (
        m.type == "Enterprise" and _FIRMS_OF.fullmatch(clean, m.start, m.end) is not None
    )
    return counted and m.rule == "tagger" and kinds


def _is_capacity(clean: str, m: Mention) -> bool:
    """Whether a number of goods is what a place can make: 5万吨铜杆 of 形成10万吨铝箔、5万吨铜杆等产能.

    No example: 形成特色，开工建设5万吨铜杆项目，新增产能, where another clause has the words.
    """
    if _ASKS.search(clean, m.start, m.end):  # 王某详细询问|项目进度
        return True
    if clean.startswith("后年", m.start, m.end):
        return _THEN.search(clean, max(0, m.start - 4), m.start) is not None
    if not _OUTPUT.match(clean, m.start, m.end) or not _CAPACITY.match(clean, m.end):
        return False
    return _HAS.search(clean, max(0, m.start - 110), m.start) is not None


def _doubled(clean: str, m: Mention, beside: Neighbours) -> bool:
    """Whether it joins two names of which one is a mention of its own: 消防规划和|排水防涝规划, “甲”|“乙”行动."""
    touch = _TOUCH.search(clean, m.start, m.end) if clean[m.start] == "“" else None
    if touch and {(m.type, m.start, touch.start() + 1), (m.type, m.start + 1, touch.start())} & beside.spans:
        return True
    family = _FAMILY.fullmatch(clean, m.start, m.end) if m.type == "Program" else None
    if family and (m.type, m.start, family.end("last")) in beside.spans:  # 甲提质和|乙培育四大工程
        return True
    first = JOIN.search(clean, m.start, m.end)
    if first is None or first.start() - m.start < 4:  # 大气、水污染防治攻坚战
        return False
    joins = [first.start(), *(j.start() for j in JOIN.finditer(clean, first.end(), m.end - 3))]
    return any((m.type, m.start, at) in beside.spans or (m.type, at + 1, m.end) in beside.spans for at in joins)
