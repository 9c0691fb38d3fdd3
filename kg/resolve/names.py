"""One comparable form for the names of one type, so that variants of writing do not split an entity.

What is taken away never carries the identity of a thing: quote marks, blanks, a bracketed note at the end, the head
word that a text sometimes adds (“净地”行动 and 净地行动, 旗滨电子玻璃项目 and 旗滨电子玻璃).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

StripRegion = Callable[[str], str]  # takes the name of a division from the start of a name: 株洲时代新材 → 时代新材

_MARKS = re.compile(r"[\s“”\"'‘’「」『』《》〈〉【】·•]")
_NOTE = re.compile(r"（[^（）]{1,12}）$")
_KEEP_NOTE = re.compile(r"（[一二三四五六七八九十\dⅠⅡⅢⅣ]+期）$")
# which section or place of several: 省道109线（青山段）, 充电桩（白鹭区）; no other name of the same
WHICH = re.compile(
    r"（(?!含|原|即|又名|曾用)[^（）]{1,9}(?:段|地块|[东西南北]区|院区|校区|[一-龥]{1,4}[市县区镇乡])）$"
)
_HEADS = {
    "Project": re.compile(r"(?:建设项目|项目建设|项目|工程|建设)$"),
    "Program": re.compile(
        r"(?:专项整治行动|专项行动|攻坚行动|专项整治|行动计划|行动|活动|工程|计划|工作|改革|试点|攻坚战|专项斗争|斗争"
        r"|战役|战|(?<=[督巡][察视])等?(?:反馈|交办|移交|指出|发现)?的?(?:突出)?(?:问题|意见)整改)$"
    ),
    "Slogan": re.compile(
        r"(?:战略定位|发展战略|战略|美好蓝图|工作总基调|总基调|发展理念|理念|方针|原则|工作要求|要求|目标|格局|机制|思想|精神"
        r"|定位|企业|标准)$"
    ),
    "Industry": re.compile(r"(?:产业链|产业集群|产业体系|产业|行业|集群|业)$"),
    "Honor": re.compile(r"(?:称号|荣誉|单位)$"),
}
_OF_NATION = re.compile("(?<=..)国家级?(?=(?:高新区|经开区|综保区|农高区)$)")  # 云岭国家高新区 is 云岭高新区
_ZONE_FORMS = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("工业园区", "工业园"),
    ("产业园区", "产业园"),
    ("综合保税区", "综保区"),
    ("自由贸易试验区", "自贸区"),
    ("自贸试验区", "自贸区"),
    ("自由贸易港", "自贸港"),
    ("风景名胜区", "景区"),
    ("风景区", "景区"),
    ("旅游景区", "景区"),
    ("科技产业园", "科技园"),
)
# 中国（江东）自由贸易试验区白鹭片区 is 白鹭自贸片区
_FREE_TRADE_PART = re.compile(
    "(?:中国)?（?[一-龥]{0,3}）?(?:自由贸易试验区|自贸试验区|自贸区)(?P<place>[一-龥]{2,5}(?<!新))片区"
)
_GRADE = re.compile("(?:国家)?(?:[345]A|A{3,5})级?(?=(?:旅游)?景区$|风景名?胜?区$)")  # 白鹭湖4A景区 is 白鹭湖景区
# 白鹭一体化第二届联席会议, 第二届白鹭一体化联席会
_EDITION = re.compile("(?<=[^年])第[一二三四五六七八九十百0-9]{1,4}届")
_PHASE = re.compile(
    r"(?:项目|工程)?（?([一二三四五六七八首]期)）?(?:项目|工程|建设)*$"
)  # 甲基地项目（二期）, 甲基地二期工程
_BARE_NUMBER = re.compile(r"[一二三四五六七八九十百两\d]+[大个项类条]?$")  # 五大 of 五大行动, which 五大工程 is not
_DOUBLE_ZONE = re.compile(r"(?:(?<=新区)|(?<=新城)|(?<=园区)|(?<=发区)|(?<=业园))片区$")


@functools.lru_cache(maxsize=8192)
def canonical(name: str) -> str:
    """A name without quote marks and blanks, as people would write it on its own: “三高四新”战略 → 三高四新战略."""
    return _MARKS.sub("", name)


@functools.lru_cache(maxsize=8192)
def comparable(type_: str, name: str) -> str:
    """The form in which two names of one type are compared; never shown to a user.

    >>> comparable("Program", "“净地”行动"), comparable("Zone", "醴陵经济开发区")
    ('净地', '醴陵经开区')
    """
    name = canonical(name)
    if type_ in ("Project", "Zone", "Organization") and not _KEEP_NOTE.search(name):
        name = name if type_ == "Project" and WHICH.search(name) else _NOTE.sub("", name)
    if type_ == "Zone":
        name = _GRADE.sub("", _DOUBLE_ZONE.sub("", name))
        if part := _FREE_TRADE_PART.fullmatch(name):
            return part["place"] + "自贸片区"
        for long, short in _ZONE_FORMS:
            if name.endswith(long):
                name = name[: -len(long)] + short
                break
        return _OF_NATION.sub("", name)
    if type_ == "Project":
        name = _PHASE.sub(r"\1", name)
    if type_ == "Organization":
        name = name.replace("人民政府", "政府")
    if head := _HEADS.get(type_):
        for _ in range(2):
            shorter = head.sub("", name)
            if len(shorter) < 2 or _BARE_NUMBER.match(shorter):
                break
            name = shorter
    return name.upper()


_OWN_PARK = 6  # characters from which the park of a branch goes without 产业: 云岭盐化工园 of 云岭盐化工产业园
_LEAST = 4  # characters that a name has at least without what is done to the thing
_DIGITS = str.maketrans("一二三四五六七八九两", "1234567892")
_LEADS = re.compile(r"^(?:新时代|新一轮|党的|国家|全国|全省|全市|全县|全区|省|市|县|我省|我市|我县|我区)")
_LEVELS = (
    ("国家级", "国家"),
    ("全国", "国家"),
    ("省级", "省"),
    ("全省", "省"),
    ("自治区级", "自治区"),
    ("市级", "市"),
    ("全市", "市"),
)
# what is done to a thing that has its own name: 江湾广场改造, 江湾广场改扩建
_DONE_TO = re.compile(
    r"(?:提质|升级|综合|扩容|扩能|维修|提升|整体|改造|除险|易地|异地)*(?:改造|(?<=除险)加固|(?<!机场)(?<!水厂)(?<!处理厂)(?<!电站)(?:改扩建|扩建)|新建|迁建|搬迁|提升|修缮|PPP)(?:工程|项目)?$"
)
_TAILS = {
    "Project": _DONE_TO,
    "Program": re.compile(r"(?:建设|政策|举措|机制|[35]年|创建|项目|框架|意见)$"),
    "Honor": re.compile(r"(?<=试点)城市$|(?<=同创)城市$|(?<=巨人)企业$"),
    "Slogan": re.compile(r"(?:建设|发展|新格局|举措|工作|发展思想|机制|体系|格局)$"),
}
# the plant that such a work builds: 白鹭污水处理工程, 白鹭污水处理厂
_PLANT = re.compile("(?<=[一-龥]{2})(?:污水|垃圾)(?:无害化|焚烧)?处理$")
# works that go by two orders of their words
_SAME = (("安全饮水", "饮水安全"), ("安全生命防护", "生命安全防护"), ("安全住房", "住房安全"))
_QUOTED = re.compile(r"[“‘「『]([^“”‘’「」『』]{2,20})[”’」』]")
_NTH_SCHOOL = re.compile("第(?P<n>[一二三四五六七八九十]{1,3})(?:(?P<kind>[中小])学|(?=幼儿园))")
_MOUNTS = frozenset(
    {"", "规划", "工程", "行动", "活动", "战略", "计划", "改革", "机制", "目标", "思路", "格局", "体系", "建设"}
)


@functools.lru_cache(maxsize=8192)
def loose(type_: str, name: str) -> frozenset[str]:
    """The forms by which names of one type are compared within one document, wider than `comparable`.

    Numerals in one writing (省“五个100”工程 and “5个100”工程), without words that say whose or which time in front and
    without 的, and the phrase in quote marks alone where nothing but a head word follows it.
    """
    forms = {comparable(type_, name)}
    if type_ == "Project" and (note := WHICH.search(name)):  # 白石高速（青山段）, 白石高速青山段
        forms.add(comparable(type_, name[: note.start()] + note[0][1:-1]))
    if type_ == "Project":
        forms |= {f + "厂" for f in forms if _PLANT.search(f)}
        forms |= {f.replace("高速公路", "高速") for f in forms}  # 青白高速公路石桥段, 青白高速石桥段
    if type_ in ("Project", "Organization"):  # 白鹭一中, 白鹭县第一中学
        forms |= {_NTH_SCHOOL.sub(r"\g<n>\g<kind>", f) for f in forms}
    if type_ == "Zone" and not name.endswith("老工业区"):
        forms |= {f.removesuffix("区") + "园" for f in forms if f.endswith("工业区")}
        forms |= {f.removesuffix("产业园") + "园" for f in forms if f.endswith("产业园") and len(f) > _OWN_PARK}
    if type_ == "Event" and (edition := _EDITION.search(name)):
        plain = name[: edition.start()] + name[edition.end() :]
        forms.add(comparable(type_, edition[0] + re.sub("会议$", "会", plain)))
    if type_ == "Honor":  # 国家级卫生县城 is not 省级卫生县城
        forms = {_level(f) for f in forms}
    elif type_ in ("Program", "Slogan", "Event", "Industry"):
        plain = _LEADS.sub("", canonical(name))
        if len(plain) >= 3:
            forms.add(comparable(type_, plain))
        forms = {f.translate(_DIGITS).replace("的", "") for f in forms}
    if type_ == "Program":  # 人大代表票决民生实事
        forms |= {f.replace("民生实事", "实事") for f in forms if len(f) > 4}
        forms |= {f.replace(one, other) for f in forms for one, other in _SAME if one in f}
    if type_ in ("Program", "Slogan"):
        quoted = _QUOTED.search(name)
        if quoted and name[quoted.end() :] in _MOUNTS and not _LEADS.sub("", canonical(name[: quoted.start()])):
            forms.add(comparable(type_, quoted[1]).translate(_DIGITS))
    if tail := _TAILS.get(type_):
        forms |= {f[: m.start()] for f in forms if (m := tail.search(f)) and m.start() >= _LEAST}
    return frozenset(forms)


def _level(name: str) -> str:
    """An honour with its level in one writing: 全国文明城市, 国家级文明城市."""
    for written, level in _LEVELS:
        if name.startswith(written):
            return level + name[len(written) :]
    return name


COMPANY_SUFFIX = re.compile(
    r"(?:股份有限公司|有限责任公司|集团有限公司|控股有限公司|有限公司|集团股份公司|股份公司|集团公司|控股集团|集团|公司)$"
)
_BRACKETS = re.compile(r"（[^（）]*）")


def company_core(name: str) -> str:
    """A company's name without legal form and bracketed place: 株洲时代新材料科技股份有限公司 → 株洲时代新材料科技."""
    core = _BRACKETS.sub("", canonical(name))
    for _ in range(2):
        shorter = COMPANY_SUFFIX.sub("", core)
        if len(shorter) < 2:
            break
        core = shorter
    return core


def is_short_form(short: str, core: str) -> bool:
    """Whether `short` abbreviates a company's core name (region prefix already gone from both).

    A short form starts like the core and its characters follow in order: 时代新材 of 时代新材料科技.

    >>> is_short_form("时代新材", "时代新材料科技"), is_short_form("时代电气", "时代新材料科技")
    (True, False)
    """
    if not 2 <= len(short) < len(core) or short[:2] != core[:2]:
        return False
    rest = iter(core)
    return all(c in rest for c in short)
