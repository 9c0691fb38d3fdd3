"""The zone that a title names: 南昌经开区, and parks that only an honour tells to be one."""

from __future__ import annotations

import re

from kg.extract.place_names import MARKS, place_names
from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY
from kg.types import Ref

_ZONE = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{0,12}?(?:经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|工业园区|产业园区|产业集聚区|产业聚集区|工业集中区|工业集聚区|经济综合[实试]验区|(?:合作|特别|开发|改革)[一-龥]{0,2}[试实]验区[一-龥]{2,4}片区|开发区|示范区|试验区|实验区|合作区|台商投资区|(?:空港|临空|临港|航空)经济区"
    r"|综合保税区|综保区|保税港区|出口加工区|自贸试验区|经开区|高新区|保税区|管委会|空港新城|知识城|科学城|科技城|科创城|(?<!香)港区|新片区|新区|新城|园区"
    r"|(?:产业|工业|化工|科技|物流|农业|创业|软件)园(?=管委会|管理委员会|管理办公室|管理局|管理中心|党工委)))"
)
# 走进|青禾食品产业园, of which the text says 青禾食品产业园管委会
_PARK = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:(?:产业|工业|化工|科技|物流|农业|创业|软件|合作|共建|食品|材料|装备|制造)园区?"
    r"|(?:工业|化工|投资|临空|空港)区|(?:工业|产业|生态|智慧)城)"
)
_OFFICES = ("管委会", "管理委员会", "党工委")
_FREE_TRADE = re.compile("中国（[一-龥]{2,4}）自由贸易试验区(?:[一-龥]{2,6}?新?片区)?")
_SETTLES = re.compile(
    r"落户于?|落地于?|落子|签约|入驻|进驻|走进|挺进|花落|牵手|投资|开工|投产|登陆|亮相|扎根|奠基"
    r"|位于|地处|坐落[于在]|来到|莅临|到访|调研|考察|参观|走访|视察|督导|观摩|前往|赴|看"
)
# 中新知识城|（黄埔区、广州开发区核心园区）; 白鹭新区|（石桥高新区）|起势: two names of one committee, the first its own
_ASIDE = re.compile(
    r"(?:(?<=[区城园])[（(][^（）()]{2,40}[）)]$"
    r"|(?<=新区|新城|发区|开区|园区|聚区|税区|保区|范区|验区|作区|学城|技城|创城|识城)[（(][^（）()]{2,20}[区城园][）)])"
)
_CONVENES = re.compile("召开|举行|举办")
_SHORTEST_ZONE = 4  # characters of a name that is the end of a longer one
_SHORTEST_KIND = 3
_NEEDS_OFFICE = "科创城"  # as often only an estate of the district around it
_VENUE = re.compile(rf"[^{MARKS}]{{0,20}}?(?:举行|召开|举办|现场)")
_OF_ALL = re.compile("集中(?:开工|签约)|季度")  # 云岭市集中开工仪式|在白鹭产业园区举行: the city's, of all its parts
_FOUNDED = re.compile("(?:签约|揭牌|奠基|授牌)仪式")  # 江皖产业示范园区|签约仪式: what is founded
_BARE = re.compile(
    r"^(?:国家级|省级|市级|县级|自贸港|主城|产业|特色|现代|重点|个|各|为?全[省市县区]|[\u4e00-\u9fff]{1,3}[型性]){0,3}(?:经济技术开发区|高新技术产业开发区|经济开发区|工业园区|产业园区|产业集聚区|产业聚集区|工业集中区|工业集聚区|开发区|示范区|试验区|实验区|合作区|经开区|高新区|综合保税区|综保区|保税港区|保税区|出口加工区|管委会|新片区|新区|新城|园区)$"
)
HONOUR = re.compile(
    r"(?:(?:成功|正式|再次|首次|双双|同时|喜|又|再|被)*(?:获评|荣获|喜获|斩获|摘得|获批|获准|入选|入围|跻身|荣膺|荣登|上榜|晋级|晋升|晋位|获授|获颁|获得"
    r"|(?:获|被)?(?:认定|评定|命名|评|列|确定|授予|批准|确认)(?:为|成)|(?:获|被)(?:认定|评定|命名|批准|授予)"
    r"|(?:(?:争|获批)?创建|争创|创成|升级为|升格为|升级成|升为|晋升为|成为|成|列入|纳入|挂牌|获牌|通过|建成|为)"
    r"(?=“?(?:国家|全国|中国|全球|世界|全省|全市|省级|市级|自治区级|部级|省|首[个批家]|第?[一二三四五六七八九十\d]+批)))"
    rf"(?:(?!落户|落地|入驻|进驻)[^{MARKS}的])*的?)"
)
_HONOURED = re.compile(
    rf"(?:^|[{MARKS}])(?P<zone>[\u4e00-\u9fff·]{{2,16}}?"
    r"(?:产业园|工业园|科技园|创业园|软件园|物流园|集中区|集聚区|工业区|综保区|自贸区|自贸片区))$"
)
_RANKED = re.compile(
    r"(?:全国|国家|省级|市级|自治区级)(?!级?(?:经济技术|高新技术)?[\u4e00-\u9fff]{0,2}开发区)[\u4e00-\u9fff]*(?:园区|示范区|试验区)$"
)
# words of a sentence, which no name of a zone holds: 十四个园区, 从机场到新城, 46平方公里新园区, 千亿园区
_NO_ZONE = re.compile(
    r"[和与的从到把被看]|[这那][个座片]|老牌|明星|昔日|[一二两三四五六七八九十几半][个座片家处州市县]|进一步|展示|助推|公里|亿元|[千百万]亿|万元|再添|新增|签署|签订|飞地|共建|排名|喜添|增至|攻坚|打造|锻造|长出|建设|推进|推动|领导|贯彻|申报|灾后"
    r"|^(?:新|中(?!新)|大|小|老|我|全|本|各|该|国家|全国|省|市|县|区)(?:级)?(?=[高经开园新产工示试合保].{1,9}$)"
)


def honoured_zone(title: str, gazetteer: Gazetteer) -> Ref | None:
    """The park that gets a title, where only that tells that it is one: 青禾现代产业园|获评国家绿色园区."""
    found = HONOUR.search(title)
    park = _HONOURED.search(title[: found.start()]) if found else None
    if park is None or not any(hit.start == 0 for hit in place_names(park["zone"], gazetteer)):
        return None
    return Ref("Zone", park["zone"])


def zone_named(source: str, gazetteer: Gazetteer, body: str) -> Ref | None:
    """A zone that a title names: 南昌经开区, 西咸新区空港新城 (the last one), 中国（河北）自由贸易试验区正定片区."""
    if free := _FREE_TRADE.search(source):
        return Ref("Zone", free[0])
    name = ""
    done = 0
    source = _ASIDE.sub("", source)
    for m in _ZONE.finditer(source):
        if _RANKED.match(m["zone"]) or _FOUNDED.match(source, m.end()):  # 国家级绿色园区的白鹭高新区
            continue
        one = _zone_name(source, m, done, gazetteer)
        done = m.end()
        if one is None or (name and (_BARE.match(one) or name.endswith(one))):  # 白鹭高新区|管委会
            continue
        if _CONVENES.search(one):  # 云岭市召开白鹭工业园区改革推进会: the city's
            continue
        if _VENUE.match(source, m.end()) and source[m.start("zone") : m.end()].find("在", 1) > 0:
            held = place_names(source[: m.end() - len(one)], gazetteer)
            if held and held[0].start == 0 and _OF_ALL.search(source[: m.end() - len(one)]):
                continue
        name = one
        if m.end() < len(source) and source[m.end()] in "的在与同":  # 青山高新区与石桥经开区签约
            break
    if not name:
        return _seated(source, gazetteer, body) or _short_zone(source, gazetteer, body)
    name = _as_in_text(name, gazetteer, body)
    if any(len(code) == COUNTY for code in gazetteer.full.get(name, ())):  # 浦东新区 is a division
        return None
    if name.endswith(_NEEDS_OFFICE) and not re.search(f"{_NEEDS_OFFICE}(?:党工委|管委会|管理委员会)", body):
        return None
    if _BARE.match(name) or not _told(name, gazetteer, body):  # the 合作 of 合作区 is no place
        return None
    for hit in place_names(name, gazetteer):
        if hit.start:
            break
        rest = name[hit.end :]
        if not rest or (not _BARE.match(rest) and any(len(code) == COUNTY for code in gazetteer.full.get(rest, ()))):
            return None
        break
    return Ref("Zone", name)


def _told(name: str, gazetteer: Gazetteer, body: str) -> bool:
    """Whether a text, if there is one behind its title, knows a name, or its kind: not 云起湖畔新城, 凤凰湖畔起新城.

    The name of a zone of a place need not stand there again, unless it is that of a new town.
    """
    told = body[body.find("\n") + 1 :]
    placed = any(not hit.start for hit in place_names(name, gazetteer)) and not name.endswith("新城")
    return placed or name in told or name[-2:] in told or not told.strip()


def _seated(source: str, gazetteer: Gazetteer, body: str) -> Ref | None:
    """The park of a title that has an office of its own, where no place is named before it."""
    for m in _PARK.finditer(source):
        for at in range(len(m[0]) - _SHORTEST_ZONE + 1):
            park = m[0][at:]
            if not _BARE.match(park) and any(park + office in body for office in _OFFICES):
                return None if place_names(source[: m.start() + at], gazetteer) else Ref("Zone", park)
    return None


def bare_zone_named(source: str, gazetteer: Gazetteer, opening: str) -> Ref | None:
    """The zone that a title calls by its kind alone, 经济开发区|管委会工作总结, by the name of the opening."""
    found = _ZONE.search(source)
    kind = found["zone"].removesuffix("管委会") if found is not None else ""
    if len(kind) < _SHORTEST_KIND or not _BARE.match(kind):
        return None
    hits = (hit for hit in place_names(opening, gazetteer) if opening.startswith(kind, hit.end))
    return next((Ref("Zone", f"{hit.name}{kind}") for hit in hits), None)


def _as_in_text(name: str, gazetteer: Gazetteer, body: str) -> str:
    """The end of a name that the text has alone, behind words of a title that name no place: 双城共融|白鹭新城."""
    told = body[body.find("\n") + 1 :]
    if name in told:
        return name
    for at in range(1, len(name) - _SHORTEST_ZONE + 1):
        if name[at:] in told:
            return name if place_names(name[:at], gazetteer) else name[at:]
    return name


def _zone_name(source: str, found: re.Match[str], done: int, gazetteer: Gazetteer) -> str | None:
    """The name of a zone without the words of the sentence before it; None where only those stand before the head."""
    name = found["zone"]
    cut = found.start() > done and "\u4e00" <= source[found.start() - 1] <= "\u9fff"
    if held := re.search(r"在([\u4e00-\u9fff]{2,})$", name):
        name, cut = held[1], False
    if (settled := _SETTLES.split(name)[-1]) and len(settled) >= 4:  # 新材料项目落户青山高新区
        name, cut = settled, cut and settled == name
    plain = re.sub(
        r"^(?:年|关于|研究|审议|部署|印发|解读|走进|探访|专访|对话|推进|加快|建设|认定|命名|授予|批准|批复|同意|设立|支持|的)+",
        "",
        name,
    )
    cut = cut and plain == name
    if not (cut or _NO_ZONE.search(plain)):
        return plain
    place = next((hit for hit in place_names(plain, gazetteer) if not _BARE.match(plain[hit.start :])), None)
    if place is None or (place.start == 0 and not cut) or _NO_ZONE.search(plain, place.start):
        return None
    return plain[place.start :]


def _short_zone(source: str, gazetteer: Gazetteer, body: str) -> Ref | None:
    """A zone that the title calls by its short name and the text by its full one (title 洋浦, text 洋浦经济开发区)."""
    for part in source.split(" "):  # 凝心聚力 洋浦产业项目
        m = re.match(r"[\u4e00-\u9fff]{2}", part)
        if not m or gazetteer.find(m.group()):
            continue
        full = re.findall(
            rf"{m.group()}(?:国家级)?(?:经济技术开发区|高新技术产业开发区|经济开发区|保税港区|新区|开发区)", body
        )
        if full:
            return Ref("Zone", max(full, key=lambda n: (full.count(n), len(n), n)))
    return None
