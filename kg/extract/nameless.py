"""What only says of which level or kind a body or place is: it names none, however often it stands in a text.

Example: 县政府, 镇党委, 村民委员会, 妇联 and 省市县, 三个|瑶族乡. No example: 青山县政府, 道县, 千家峒瑶族乡.
The good word that an estate begins with is no firm (盛世 of 盛世中央城), unless one is known by it (万达 of 万达广场).
A row of titles without marks names no one title.
Nor is the end of a road a place that a text tells of (青山至白鹭高速公路), what a street or a spirit is called after
(青山路, 青山精神), 代县 of 代县长 or 青山乡 of 青山乡贤, a medium (江东日报网); no example: 代县长城, 青山乡情况,
青山街头.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container

import numpy as np
import numpy.typing as npt

from kg.extract.company_names import known
from kg.extract.evidence import TYPES, Evidence
from kg.extract.names import coined, is_place
from kg.extract.title_rows import row_of_titles
from kg.ontology import load_lexicon
from kg.ontology.lexicon import FOLDER

_OF_TYPE = {
    TYPES.index("Organization"): re.compile(
        "(?:[省市县区州旗盟镇乡村]|街道|自治区|地区)(?:政府|人民政府|党委|委|委员会|人大|人大常委会|政协|党支部)"
        "|(?:人民)?政府(?:办公[室厅]|办|(?:门户)?网站)|(?:村|居)(?:民委员会|委会)|[省市县区州旗盟]{1,4}党委政府|[一-龥]{2,12}副[省市县区州旗盟镇乡]长[一-龥]{2,3}|[一-龥]?(?:省委|市委|县委|区委|州委|旗委)(?:省政府|市政府|县政府|区政府|州政府)"
        # 工商联、侨联、红十字会等单位: of whichever place
        "|工商联|总工会|共青团|妇联|残联|侨联|文联|社联|科协|红十字会|关工委|老龄委"
        # 市级工业园区管委会: of whichever zone
        "|(?:[省市县区]级)?(?:各|工业|产业|科技|物流)?园区(?:管委会|管理委员会|党工委)"
        # 建有省级企业技术中心和博士后科研工作站: a kind of body
        "|(?:国家级?|省级?|市级|自治区级)?(?:企业技术中心|工程(?:技术)?(?:研究)?中心|重点实验室|博士后(?:科研)?(?:工作站|流动站|创新实践基地)|院士(?:专家)?工作站|技能大师工作室)"
    ),
    # schools and hospitals of one administration are a body
    TYPES.index("Enterprise"): re.compile(
        "[一-龥]{2,12}(?:职业教育|职教|中学教育|小学教育|医共体|人民医院|中医院)集团|[一-龥]{0,4}[县市区](?:域)?医疗集团"
    ),
    TYPES.index("Zone"): re.compile(
        # “1+5”消费商圈, 老校区周边片区, 粮食生产功能区: a formula, what lies around, land that every county marks off
        "“[0-9+＋NX]{2,}”[一-龥]{2,8}|[一-龥]{2,12}(?:周边|附近|沿线|两侧|两厢)片区"
        "|(?:粮食|糖料蔗|大豆|油菜籽?|棉花|天然橡胶|重要农产品)生产(?:功能区|保护区)"
        "|(?:壮美|美丽|魅力|幸福|活力|宜居|锦绣|大美|秀美|诗画)[一-龥]{1,3}新?(?:港城|新城|小镇|家园)"
        # 正蓝旗建设|奶食品园区: who builds and what
        "|[一-龥]{1,6}[县旗市区州盟镇乡](?:加快|规划|集中|重点)?(?:建设|打造|发展|推进)[一-龥]{2,10}园区?"
        r"|[^、]{2,8}\d万?(?:吨|千瓦|兆瓦)[^、]{1,8}|[一-龥]{2,10}(?:迁至|迁到|搬至|搬到|落户)[一-龥]{3,12}"
    ),
    # how work goes on, what is sworn, how much one reached: 平安建设扎实推进, 决不后退, 5万亿俱乐部
    TYPES.index("Slogan"): re.compile(
        "[一-龥]{2,10}(?:扎实|稳步|深入|有序|全面|持续)(?:推进|展开|开展|实施)|[^、，]{2,6}[、，]?(?:决不|绝不)[一-龥]{2,4}|越是[一-龥]{2,4}越[一-龥]{1,4}"
        r"|[\d.千百十两]*[万亿]?亿元?俱乐部"
    ),
    TYPES.index("Region"): re.compile(
        "(?:温饱|小康|示范|贫困|特困|空壳|移民|样板|文明|卫生|富民|增收)村|"
        "(?:省|市|县|区|州|旗|镇|乡|村|组|街道|社区){2,5}|民族乡|"
        "(?:瑶|苗|侗|回|满|壮|白|彝|藏|傣|水|羌|黎|土|土家|布依|蒙古|朝鲜|哈尼|傈僳|仡佬|纳西|鄂温克|哈萨克)族(?:乡|镇|自治县|自治州)"
    ),
}
_LONGEST = 16
_FIRM = TYPES.index("Enterprise")
_GOOD_WORD = 2  # characters of such a word
_ESTATE = re.compile(
    "(?:中央|国际|时代|世纪|财富|商业|购物|城市|阳光|新)*"
    "(?:商城|商贸城|(?<!新)城(?![市区镇乡投建际])|花园|花苑|家园|豪庭|豪园|名都|名苑|名城|公馆|华府|华庭|广场|大厦|商厦|御景|世家|新天地|购物中心|大?酒店|宾馆)"
)
# 江东省青山市经济技术开发区 is a zone and 江东省化工联盟 a body, no titles that somebody has as 省级重点企业研究院 is
_BODY_OR_ZONE = re.compile(
    "(?!.*(?:[级A]|重点|企业|先进|优秀|示范|四好)).*(?:联盟|协会|研究院)|(?!国家|全国|省级|首批|中国|自治区级).*[市县区州师盟旗](?:国家级|省级)?(?:经济技术|高新技术产业|经济|高新|经)?(?:开发区|高新区)"
)
_HONOR = TYPES.index("Honor")
# 全省文明城市|测评中
_JUDGED = re.compile("”?(?:测评|考评|考核|评比|评选|竞赛|大赛)(?:工作|活动)?中|(?:测评|考评|考核)(?:得分|成绩|结果)")
_PROGRAM = TYPES.index("Program")
_SLOGAN = TYPES.index("Slogan")
# 全市|县域经济工作会议精神, 县委全会精神: of a meeting of the place itself; not 中央、省委|农村工作会议精神
_MEETING = re.compile("(?P<own>全[省市县区州旗盟]|[省市县区州旗盟]委)?[一-龥]{2,12}(?:会议|全会|大会)精神")
_OWN_MEETING = re.compile("(?<![、和及与])(?:全[省市县区州旗盟]|[省市县区州旗盟]委)$")
_DEEDS = re.compile(r"(?:[件项大]|\d年|十|方面)(?:重点|省|市|县)?民生实事")
_YEARS = re.compile("十[一二三四五六]?五")
_TIME = re.compile("”?(?:时期|期间|以来|末|初|前[一二三四]年|后[一二三四]年)")
_REGION = TYPES.index("Region")
_PROJECT = TYPES.index("Project")
# 总投资52亿元，|年产100万吨包装纸板，由…: how much it makes
_MAKES = re.compile(r"年(?:产|处理|加工|新增)[^，。；：]{0,4}\d[^，。；：]{2,16}")
_BUILDS = re.compile(
    "(?:共同|联合|独家)?(?:投资|出资)?(?:建设|承建|运营|开发|实施|打造|管理|负责)[，。；]"
)  # 由甲港集团|建设
_AMOUNT_BEFORE = re.compile(r"(?:投资|占地|面积|建筑)[^，。；]{1,14}[元亩里米]，$")
# 代县|长, 青山乡|贤; not 代县|长城, 青山乡|亲自, 青山乡|情况
_GOES_ON = re.compile("(?:(?<=代县)|(?<=代市)|(?<=代区))长(?![城江期])|(?<=乡)(?:[贤愁]|亲(?![自临手])|情(?![况形]))")
# 平江|路, 长沙|大道; not 平江县|路网, 长沙|街头
_STREET = re.compile(
    "(?<![省市县区州旗盟镇乡村道])(?:[东西南北中]?路(?![桥演径线段口况网人上途程过])|[东西南北中]?街(?![道头区坊舞镇])|巷(?!道)|大道|大街|胡同)"
)
# 吕梁|精神, 遵义|会议精神: what a spirit is called after; not 青山县|精神文明建设
_SPIRIT = re.compile("(?<![省市县区州旗盟镇乡村])(?:会议)?精神(?![文病卫障疾面财])")
_ZONE = TYPES.index("Zone")
# 云岭及|石桥新区: a place and, by a head word that lists do not share, a zone
_JOINT = re.compile("(?P<place>[一-龥]{2,5})[及与和](?=[一-龥]{2,10}(?:新区|开发区|高新区|经开区|试验区|保税区|新城)$)")
# 江东|日报客户端, 新江东·中国江东|网
_MEDIUM = re.compile("(?:日报(?:客户端|网|社|全媒体)|卫视|新闻网|网(?=讯|[）)\\s]|$))")


def nameless(clean: str, evidence: Evidence) -> npt.NDArray[np.bool_]:
    """(candidates,) which of them name nothing."""
    out = np.zeros(len(evidence), bool)
    short = evidence.end - evidence.start <= _LONGEST
    for kind, shape in _OF_TYPE.items():
        for i in np.flatnonzero(short & (evidence.type == kind)).tolist():
            out[i] = shape.fullmatch(clean, int(evidence.start[i]), int(evidence.end[i])) is not None
    zones = {(int(evidence.start[i]), int(evidence.end[i])) for i in np.flatnonzero(evidence.type == _ZONE)}
    for start, end in sorted(zones):
        if _beside_place(clean, start, end, zones):
            out |= (evidence.type == _ZONE) & (evidence.start == start) & (evidence.end == end)
    deeds = _DEEDS.search(clean) is not None  # 民生实事 is then short for them
    for i in np.flatnonzero(short & (evidence.type == _PROGRAM)).tolist():
        name = clean[int(evidence.start[i]) : int(evidence.end[i])]
        out[i] = name in _works() and not (deeds and name.startswith("民生实事"))
        out[i] |= _YEARS.fullmatch(name) is not None and _is_period(clean, int(evidence.end[i]), name)
    for i in np.flatnonzero(short & (evidence.type == _SLOGAN)).tolist():
        start, end = int(evidence.start[i]), int(evidence.end[i])
        meeting = _MEETING.fullmatch(clean, start, end)
        at = meeting.end("own") if meeting and meeting["own"] else start
        out[i] |= meeting is not None and _OWN_MEETING.search(clean, max(0, at - 3), at) is not None
    for i in np.flatnonzero(short & (evidence.type == _PROJECT)).tolist():
        start, end = int(evidence.start[i]), int(evidence.end[i])
        out[i] = _is_capacity(clean, start, end) or (clean[start - 1] == "由" and _BUILDS.match(clean, end) is not None)
    for i in np.flatnonzero((evidence.type == _FIRM) & (evidence.end - evidence.start == _GOOD_WORD)).tolist():
        out[i] |= _begins_estate(clean, int(evidence.start[i]), int(evidence.end[i]))
    for i in np.flatnonzero(evidence.type == _HONOR).tolist():
        title = clean[int(evidence.start[i]) : int(evidence.end[i])]
        judged = _JUDGED.match(clean, int(evidence.end[i])) is not None
        helped = title.startswith(
            ("国家支持", "国家扶持", "国家鼓励", "国家加大")
        )  # 抢抓国家支持|资源枯竭型城市转型机遇
        out[i] = helped or judged or len(row_of_titles(title)) > 1 or _BODY_OR_ZONE.fullmatch(title) is not None
    for i in np.flatnonzero(evidence.type == _REGION).tolist():
        best = evidence.best[i]
        end = int(evidence.end[i])
        out[i] |= (best is not None and best.rule == "region:route") or _GOES_ON.match(clean, end) is not None
        out[i] |= any(shape.match(clean, end) is not None for shape in (_STREET, _SPIRIT, _MEDIUM))
    return out


def _beside_place(clean: str, start: int, end: int, zones: Container[tuple[int, int]]) -> bool:
    """Whether a place and a zone beside it stand there: 云岭及|石桥新区; not 云岭和石桥工业园, which are two."""
    joint = _JOINT.match(clean, start, end)
    return joint is not None and (joint.end(), end) in zones and is_place(joint["place"])


def _begins_estate(clean: str, start: int, end: int) -> bool:
    """Whether a dictionary word, by which no large firm goes, stands before the head of an estate."""
    word = clean[start:end]
    firm = coined(word) > 0 or known(FOLDER)[1].get(word, "stem") != "stem"
    return not firm and _ESTATE.match(clean, end) is not None


def _is_period(clean: str, end: int, name: str) -> bool:
    """Whether five years are only the time of something, in a text that names no plan for them: “十三五”末."""
    return _TIME.match(clean, end) is not None and re.search(f"{name}”?(?:发展)?(?:规划|计划|纲要)", clean) is None


def _is_capacity(clean: str, start: int, end: int) -> bool:
    """Whether a name is a clause of its own that says how much a work makes: 总投资9亿元，|年产3万吨纸板，由…."""
    alone = clean[end : end + 1] in ("，", "。", "；") and _MAKES.fullmatch(clean, start, end) is not None
    return alone and _AMOUNT_BEFORE.search(clean, max(0, start - 24), start) is not None


@functools.cache
def _works() -> frozenset[str]:
    """What goes on everywhere in a year, with no name of its own: 复工复产."""
    return frozenset(row["name"] for row in load_lexicon().rows("program_plain") if row["kind"] == "work")
