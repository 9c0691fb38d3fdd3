"""Honours: titles, pilot statuses and awards, by word list, by level and head word, behind verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.confidence import CONFIDENCE
from kg.extract.forms import occurrences
from kg.extract.names import is_place
from kg.extract.phrases import mention, unquote
from kg.extract.ranks import SUMS, ranks
from kg.extract.title_rows import PROVINCES, row_of_titles
from kg.ontology.lexicon import Lexicon
from kg.scan import scan, scan_stretches
from kg.types import Mention, Text

_LEVEL = (
    r"(?:省市级|国省级|省部级|省、市级|国家、省级|全国首批|全省首批|全国唯一|全省唯一的?|国家首批|首批国家级?|首批全国|首批省级|首批|国家级|国家|全国|中国|全球|联合国|国务院(?:办公厅)?|省委省政府|省政府|省级|全省|自治区级?|全区|市级|全市|世界|中部|西部|亚洲|国际|"
    r"县级|(?:北京市|天津市|上海市|重庆市|" + PROVINCES + r")(?:省|自治区)?(?:首批|级)?|省)"
)
_LEVEL_OPENS = re.compile(
    "省|国(?=[省家务际])|全(?=[国省球区市])|首(?=批)|中(?=[国部])|联(?=合)|自(?=治)|市(?=级)|县(?=级)|世(?=界)|西(?=部)|亚(?=洲)|北(?=京)|天(?=津)|上(?=海)|重(?=庆)|"
    + "|".join(sorted({f"{name[0]}(?={name[1]})" for name in PROVINCES.split("|")}))
)
_HEAD = (
    r"(?:示范(?:城市|县城|市县|县（市、区）|县（市）|县|市|区|村镇|镇村|镇|乡镇|乡|村|社区|园区|园|基地|单位|企业|项目|点|街区|工厂)|"
    r"试点试验|试点(?:城市|县城|县|市|区|镇|村|地区|单位|企业|项目|基地)?|先进(?:县城|县（市、区）|县（市）|县市区|县市|县|市|区|镇|乡镇|村|单位|集体|个人|企业)|"
    r"实验(?:区|县|市)|试验区|先行(?:区|城市|县|示范区)|创新区|模范(?:城市|县城|城|县|市|区|集体|单位|机关)|优秀(?:城市|县|市|区|单位|集体|园区|企业|组织奖)|"
    r"标兵(?:县|单位|市)|标杆(?:企业|城市|园区|车间|县)|强(?:县|市|镇|区|村)|大县|重点(?:县|村|镇|单位|实验室|园区|产区|学科|专科|学校|中学)|(?:文明|卫生|园林|森林|平安|生态|历史文化|传统|美丽)(?:城市|县城|城区|乡镇|村镇|单位|村落|校园|家庭|镇|村|县|市|名城|名镇|名村)|"
    r"(?:百强|千强|十强|百佳|十佳|500强|100强|50强|20强|10强)(?:县（市）|县市|县|市|区|镇|城市|企业|园区|榜|集群)?|之乡|之都|"
    r"典型(?:案例|经验)|创新案例|奖(?![励补])(?:一等奖|二等奖|三等奖)?|一等奖|二等奖|特等奖|金奖|特色小镇|特色产业集群|先进制造业集群|产业集群试点|创新中心|"
    r"示范(?:工程)?|龙头企业|单项冠军(?:企业)?|技术中心|工程研究中心|高新区|经开区|开发区|高新技术产业开发区|经济技术开发区|孵化器|众创空间|绿色工厂|绿色园区|"
    r"“?小巨人”?(?:企业)?|(?:专精特新|创新型|科技型)中小企业|瞪羚企业|独角兽企业|示范(?:高中|学校|幼儿园|医院|法院|站所|家庭|合作社|农场|社|工作)|"
    r"创新型(?:城市|县城|县|市|区)|合格(?:县|市|区)|金融安全区|数据标注基地|产业基地|承载城市|督查激励(?:表彰)?|通报表扬|通报表彰|最佳案例|优秀案例|"
    r"标准化(?:示范)?(?:高中|学校|幼儿园|卫生院|乡镇|社区|车间|工厂)|名品|优秀(?:市|县|区|案例|奖)|旅游度假区|旅游景区|景区|(?:农业|特色)?产业园|乡镇|名单|名录|榜单|先进|百强榜|优质(?:均衡发展)?县|均衡(?:发展)?县（?市?）?|文物保护单位|名牌(?:产品)?|著名商标|(?:青年|敬老)?文明号|文明岗|[名强][县镇村城都]|第一[县区镇村]|(?:产业|要素)?(?:集聚|聚集)区|提名(?:城市|城区|县城)?|"
    r"(?:绿色|宜居|和谐|智慧|无废)社区|(?:宜居|景区化|传统|美丽)村庄|(?:特色|典型|重点)村|(?:重点|中心|特色)镇|(?:产业化|繁育|教育|出口|试验|创新)基地|基地县|节点(?:城市)?|地理标志(?:保护)?产品|好人榜|劳动模范|道德模范|传承人|冠军(?:企业|产品)?|枢纽(?:承载城市)?|产业强镇|城市|枢纽城市)"
)
# 全市|列入全国首批示范区: what all of a place did, no title
_ACTS = (
    "(?:成功|先后|正式|首次|再次|已经?|共|新|累计|连续.{1,3}年)*"
    "(?:列入|列为|入选|荣获|荣膺|获|创成|成为|被|新增|拥有|建成|通过|上榜|跻身)"
)
_TITLE = re.compile(
    rf"{_LEVEL}(?!{_ACTS})[“]?[^，。；：、！？\n的了在为]{{0,24}}?(?:、[^，。；：！？\n的了在为、]{{2,10}}?)?{_HEAD}(?:创建单位)?(?:”|（[市县区乡镇、]{{1,5}}）)?(?:[“]?[三四五六七八九十]连冠”?)?"
    rf"(?=[，。；、！”（）(\n和及等与]|以及|并|称号|荣誉|殊荣|\d|创建|建设|培育|申报|申创|评|验收|工作|任务|目标|标准|认定|授牌|挂牌|命名|复审|复核|复检|迎检|考核|督导|行列|成果|达标|力度|地位|中?排名|位列|列|第|首位|榜首|前\d|[三四五六七八九十]连|“|$)(?:(?:中)?(?:综合)?(?:排名|位列|列)?(?:第[\d一二三四五六七八九十百]+(?:[位名]|(?=[，。；、”）\n]|$))|前[\d一二三四五六七八九十]+[位名强]|首位|榜首))?(?:称号|荣誉)?"
)
_VERB = re.compile(
    r"(?:荣获|获评为?|获批|获得|评为|评定为|表彰为|被授予|授予|命名为|入选|入围|跻身|列为|列入|确定为|认定为|认定|创建|争创|创成|荣膺|摘得|斩获|蝉联|夺得|荣登|成功申报|申报|申创|摘取|捧回|获|保持|通过|成为|建成|晋升为?|晋级为?|晋位|升格为|升级为|评选为|荣列|入列|上榜|名列|位列|进入|纳入|喜提|揽获|拿下|获颁|冲刺|拥有|巩固)"
    r"(?:了|为|一批|\d+[个家项])?[“]?$"
)
_RECEIVED = re.compile(
    rf"(?:荣获|获评|被评为|评为|表彰为|荣膺|被授予|获授|摘得|捧回|喜获|斩获|荣登|入选)((?:{_LEVEL})[“]?[^，。；：！？\n]{{3,30}})(?=[，。；])"
)
# 被评为综治工作先进单位: the verb and the head say enough, no level is named
_AWARDED = re.compile(
    rf"(?:荣获|获评|被评为|评为|表彰为|荣膺|被授予|授予|获授|入选|跻身|上榜|获批|创建|争创|创成)(?:了|为|成为)?“?"
    rf"((?!{_LEVEL})[^，。；：、！？\n“”的了在为]{{2,16}}?(?:先进(?:单位|集体|市|县|区|镇|乡)|优秀(?:市|县|区|单位)|示范(?:县|市|区|镇|城市|单位)|合格(?:县|市|区)|百强(?:市|县|区|镇|城市|园区|企业)|强(?:市|县|区|镇)))"
    r"(?=[，。；、”\n和及]|称号|创建|建设|任务|工作|$)"
)
# 禁毒工作获评全省先进: what was done and how well
_WORK = re.compile(
    r"(?:获评|获得|荣获|获|被评为|评为)(?:全国|全省|全市|全县|全区|全州|全军|自治区|省)先进(?=[，。；、”\n]|$)"
)
# 政务服务能力评估位居全省第二: a rank in an assessment, not of growth
_RANK = re.compile(
    r"(?:全国|全省|全市|全县|全区|全州|全疆|全盟|全旗|自治区)[一-龥\d]{0,14}?(?:第[一二三四五六七八九十\d]+(?:位|名)?|前[一二三四五六七八九十\d]+(?:位|名|强)?|首位|榜首)(?=[，。；、\n]|$)"
)
# 在全市园区综合考评中排名第一: the same where the level stands before what is assessed
_RANKED = re.compile(
    r"(?:考核|评价|评估|测评|考评|评比|排名|竞赛)(?:结果|成绩)?中?(?:(?:综合|总体)?(?:被|获)?(?:评价|评定|评|定)为|排名|排|位列|位居|名列|列|居|取得|获得|荣获|获)(?:全[国省市县区州疆盟旗])?(?:县级市|县市区?|县区|城区|[一-龥]{1,3}组)?"
    r"(?:第[一二三四五六七八九十\d]+(?:位|名)?|(?:第[一二]|“?优秀”?|“?好”?)的?(?:等次|档次|等级)|“(?:优秀|好)”)(?=[，。；、\n]|$)"
)
_ASSESSED = re.compile(
    r"工作排名|工作(?:获|获得|荣获|列|位列|位居|居|名列)$|综合排名|实力|考核|考评|评价|评估|测评|指数|竞争力|满意度|便利度|效果|绩效|能力|竞赛|水平"
)
# what a title may end in or not: 入选全国文明典范城市|名单
_LISTED = re.compile(r"(?:名单|名录|榜单|称号|荣誉称号|荣誉|行列|创建|建设)$")
# 入围全省粮油大县|和茶油大县: what follows a title in a list
_NEXT = re.compile(
    rf"[、和及与]“?(?P<name>(?!{_LEVEL})[^，。；：、！？\n“”的了在为和]{{2,16}}?{_HEAD})(?=[，。；、”\n和及]|等|称号|荣誉|创建|$)"
)
# 启动城乡客运一体化示范县|创建, 完成石桥区|教育强区、松泉县|科技强县|创建任务: what is sought, no level named
_AIMED_AT = (
    r"(?:(?![和及与])[一-龥]|和谐){2,14}?(?:示范(?:县|市|区|镇|村|城市|乡镇)|(?:文明|卫生|园林|森林|平安|生态|食品安全)(?:城市|县城|村镇|乡镇|县|镇)"
    r"|模范(?:县|市|区|城)|先进(?:县|市|区)|(?<=教育|科技|文化|体育|旅游)强(?:县|市|区|镇)|(?:合格|达标|均衡)(?:县|区))(?:（[市县区乡镇、]{1,5}）)?"
)
_SOUGHT = re.compile(
    r"(?:启动|开展|推进|抓好|深化|加快|深入|突出|积极|扎实|全力|做好|实施|完成|持续|稳步)(?:了)?“?"
    rf"(?P<row>(?!{_LEVEL}){_AIMED_AT}(?:[、和及]{_AIMED_AT}){{0,4}})”?(?=创建)"
)
_SEEKING = re.compile("创建")
_IN_ROW = re.compile(rf"(?<![^、和及]){_AIMED_AT}(?=[、和及]|$)")
# 全国文明校园、江南省绿色社区: titles side by side, of which one is known
_SIDE = re.compile(
    rf"(?:^|(?<=[、，。；：获评选为创建和及是“]))(?P<name>{_LEVEL}“?(?:[^，。；：、！？\n“”（）的了在]|（[^（）]{{1,6}}）){{3,22}}?”?)(?=[、，。；！）\n]|等|和(?={_LEVEL})|称号|荣誉|$)"
)
_NO_SIDE = re.compile(
    r"\d+[个家项]|先后|[一二两三四五]块|获批|一应|通过|成功|为|目标|推进|授牌|名单|一个|更|接连|已经|为抓手|开发区$|创建(?:工作|成|三)|建成|落[地户户]|都有"
)
# 获评星级旅游饭店, 荣获云岭科技奖: behind a verb of award no level is needed
_GIVEN = re.compile(
    r"(?:荣获|获评为?|被评为|评为|表彰为|获授|被授予|授予|荣膺|喜获|斩获|摘得|捧回|捧得|夺得|首夺|荣登|入选|入围|跻身|上榜|蝉联|获批|获得|命名为|认定为|确定为|列入|列为|纳入)(?:了|为|成为)?[“《]?"
    r"([^，。；：、！？\n“”《》的了在为]{2,24}?(?:城市|城区|县城|强县|强区|强市|强镇|百强|十强|500强|奖|杯|鼎|奖状|奖章|奖牌|称号|试点|示范(?:区|县|市|镇|村|点|园|基地|单位|企业|工程|项目)?|"
    r"先进|优秀|标兵|标杆|样板|典型|案例|名单|名录|榜单|之乡|之都|之城|名城|名镇|名村|基地|园区|景区|度假区|公园|保护区|企业|工厂|单位|集体|中心|实验室|工作站|产品|品牌|商标|遗产|第[一二三\d]+名?|一等次|优秀等次|合格区|金奖|银奖|冠军|亚军|季军))"
    r"[”》]?(?=[，。；、！\n和及并]|$)"
)
# 被授予“净空净水”达标县, 获评信访工作“三无”街道: quote marks inside the title
_GIVEN_QUOTED = re.compile(
    r"(?:荣获|获评为?|被评为|评为|获授|授予|荣膺|喜获|斩获|摘得|捧回|夺得|入选|入围|跻身|获批|获得|命名为|认定为|确定为|列入|列为|成为|建成|创成|争创|创建)(?:了|为|成为)?"
    r"(?P<name>(?!和|及)[^，。；：、！？\n“”《》的了在为]{0,16}“[^“”\n]{2,10}”"
    r"(?:达标|示范|先进|试点|模范|标准化|特色|重点|优秀|建设|创建|专项|全国示范|全省示范|工作)?(?:县|市|区|镇|乡|村|街道|社区|企业|单位|城市|基地|园区|学校|机关|乡镇|村镇))"
    r"(?=[，。；、！”\n和及与]|等|称号|荣誉|创建|$)"
)
# 建成“一般无违规区”, 捧回全县“红旗村”称号: the title stands in the marks
_MARKED = re.compile(
    r"(?:荣获|获评|评为|授予|荣膺|捧回|捧得|摘得|夺得|首夺|命名为|认定为|成为|建成|创成|争创|创建)(?:了|为|成为)?(?:全[国省市县区州镇乡](?:首批|首座)?)?“(?P<name>[^“”，、\n]{2,10}[市县区镇乡村城校户杯鼎旗])”"
)
# 全省首家公立康复医院
_FIRST = re.compile(
    r"(?:全国|全省|全区|全市|我国|我省|国内|国家|世界|全球|亚洲|中部|西部|东北|华东|华北|华南|华中|西南|西北|[一-龥]{2,3}[省市]|自治区)[一-龥]{0,6}?(?:首个|首家|首座|首条|首创|唯一一个|唯一一家|唯一)的?"
    r"[^，。；：、！？\n的了]{3,22}?(?=[，。；、”）\n]|$)"
)
_FIRST_OF = re.compile("首[个家座条创]|唯一")
_BECAME = re.compile(
    r"(?:成为|建成|获批|获评|创成|打造|是|为|系|列为|作为|荣获|设立|成立|诞生|拥有|建有)[^，。；]{0,3}$"
)
# 全国七大石化产业基地|之一: one of so many of the nation
_ONE_OF = re.compile(
    r"(?:全国|国家|中国|我国|世界|全省)(?:[二三四五六七八九十]大|\d{1,2}个?大|重要的?|最大的?)[一-龥]{2,14}(?:基地|产区|港口|枢纽|集散地|集散中心|市场)(?=之一|[，。；、”）\n和的]|金字招牌|$)"
)
# AAA级景区, 主体信用AA+
_RATED = re.compile(
    r"(?<![A-Za-z0-9])(?:[2-5]A\+?|A{2,5}[+＋]?)(?:级)?(?:国家)?(?:旅游景区|景区|级旅游区|物流企业)?(?![A-Za-z0-9])"
)
_LETTER_GRADE = re.compile("[2-5A](?=A)")
# 投资潜力百强第35位
_STRONG = re.compile(
    r"(?:(?:百强|千强|十强|50强|500强)(?:县市|县|区|市|镇|榜|园区|企业)?(?:榜)?)(?P<rank>第[\d一二三四五六七八九十]+[位名]?)?(?=[，。；、”）\n]|$)"
)
_WHAT = re.compile(r"[一-龥]{2,12}$")
_INTO = re.compile(r".*(?:跻身|位列|位居|入选|荣获|入围|获评|成为|进入|列|年|在)")
_OTHERS = re.compile(r"（[县市区旗州城乡镇、]{1,7}）")  # 省级平安县（市、区）
_PLACED = re.compile(r"第[\d一二三四五六七八九十百]+[位名]?(?=[，。；、”）\n]|$)")  # 全国千强镇|第48
_ITS_PLACE = re.compile("[一-龥]{1,4}?(?:[省市县区旗]|州(?![市县区旗]))(?=.{4})")  # 青山县|政务服务评价位居全市第一
# 县医院在|全国公立医院绩效考核中列第136名, 石桥镇|环境整治考核全县第一, 平安办牵头的|安全感测评列全省第二
_OF_WHOM = re.compile(
    "(?:[一-龥]{2,14}?)?在(?=(?:全[国省市县区州旗盟]|国家|[国省市]级).{2})|[^，。；：]{2,24}的(?=[^的]{2})"
    "|(?!工业|产业|全[国省市县区]|各|我|重点|特色)[一-龥]{2,6}?(?:经开区|高新区|开发区|工业园区?|产业园区?|街道|镇|乡)(?=[一-龥]{4})(?![一-龥]?(?:级|政府|振兴|村))"
)
_CLAUSE = re.compile(r"[^，。；：！？\n]*$")
_LONG = 40  # characters of the longest clause that is such a title
_GROWTH = re.compile(f"{SUMS}|投资|PM|GDP|税")
_ADVERBS = re.compile(
    r"(?:其中|同时|全年|今年|去年|\d{4}年度?|我[市县区省州旗盟]|全[市县区州旗盟]|在|连续[\d两三四五六七八九十]{1,2}年)*"
)
_BARE_ADVERBS = re.compile(r"(?:其中|同时|全年|今年|去年|\d{4}年度?|在|并|且|连续[\d两三四五六七八九十]{1,2}年)*")


class _Judgement(NamedTuple):
    """How a clause says that something was judged: the end of it, what must stand before, what is left out in front."""

    rule: str
    shape: re.Pattern[str]
    of: re.Pattern[str] | None
    lead: re.Pattern[str]


_JUDGEMENTS = (
    _Judgement("honor:work", _WORK, None, _ADVERBS),
    _Judgement("honor:rank", _RANK, _ASSESSED, _ADVERBS),
    _Judgement("honor:rank", _RANKED, None, _BARE_ADVERBS),
)
_COUNTED = re.compile(r"\d+[个家项]|筛选|确定|推进会|共有|均获")
_GOT = re.compile("荣获|获评|获得|喜获|评为|夺得|捧回|摘得|斩获")  # 全市目标考核中荣获|综合先进奖
_PLAIN = frozenset(["全国先进", "全省先进", "国家示范", "国家试点", "全国试点", "全国城市", "中国城市", "国家城市"])


def find_honors(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """All honour layers.

    Example: 成功创建国家卫生城市, 获评全省农业产业化工作先进县. No match in: 学习先进单位的经验.
    """
    clean = text.clean
    for form in occurrences(clean, "honors", lexicon.folder):
        more = _OTHERS.match(clean, form.end) or _PLACED.match(clean, form.end)
        key = form.name + (more[0] if more else "")
        end = more.end() if more else form.end
        yield Mention(form.start, end, "Honor", key, "honor:lexicon", CONFIDENCE["honor:lexicon"])
        if key.endswith("强企业") and end == form.end and clean.endswith("企业", 0, end):  # 世界500强|企业
            yield mention(text, (form.start, end - 2), "Honor", "honor:shorter")
    yield from ranks(clean)
    judged = [m for by in _JUDGEMENTS for found in by.shape.finditer(clean) for m in _judged(text, found, by)]
    yield from judged
    whole = {m.end: m.start for m in judged}
    titles = [t for t in scan(_TITLE, _LEVEL_OPENS, clean) if whole.get(t.end(), t.start()) >= t.start()]
    for found in titles:
        start, end = found.span()
        name = unquote(clean[start:end])
        if not 5 <= len(name) <= 34 or name in _PLAIN or _COUNTED.search(name) or _GOT.search(name):
            continue
        verb = _VERB.search(clean, max(0, start - 12), start)
        rule = "honor:verb_title" if verb else "honor:title"
        yield mention(text, (start, end), "Honor", rule)
        if len(parts := row_of_titles(clean[start:end])) > 1:
            yield from (mention(text, (start + a, start + b), "Honor", rule) for a, b in parts)
        yield from _shorter(text, start, end)
        if verb:
            yield from _following(text, end)
    for found in _RECEIVED.finditer(clean):
        yield mention(text, found.span(1), "Honor", "honor:received")
        yield from _shorter(text, *found.span(1))
    for found in _GIVEN.finditer(clean):
        if not _COUNTED.search(found[1]):
            yield mention(text, found.span(1), "Honor", "honor:shorter" if found[1] in _PLAIN else "honor:given")
            yield from _shorter(text, *found.span(1))
    for shape, rule in ((_GIVEN_QUOTED, "honor:given_quoted"), (_MARKED, "honor:marked")):
        for found in shape.finditer(clean):
            yield mention(text, found.span("name"), "Honor", rule)
    for found in scan_stretches(_FIRST, _FIRST_OF, clean):
        if _BECAME.search(clean, max(0, found.start() - 8), found.start()):
            yield mention(text, found.span(), "Honor", "honor:first")
    for found in _ONE_OF.finditer(clean):
        yield mention(text, found.span(), "Honor", "honor:one_of")
    for found in scan(_RATED, _LETTER_GRADE, clean):
        yield mention(text, found.span(), "Honor", "honor:rated")
    for found in _STRONG.finditer(clean):
        what = _WHAT.search(clean, max(0, found.start() - 14), found.start())
        if what is None:
            continue
        into = _INTO.match(clean, what.start(), found.start())
        start = into.end() if into else what.start()
        if found["rank"] or into or _VERB.search(clean, max(0, start - 12), start):
            yield mention(text, (start, found.end()), "Honor", "honor:strong")
    ends = {form.end for form in occurrences(clean, "honors", lexicon.folder)}
    yield from _side_by_side(text, ends | {found.end() for found in titles})
    for found in scan_stretches(_SOUGHT, _SEEKING, clean):
        for title in _IN_ROW.finditer(found["row"]):
            owner = _ITS_PLACE.match(title[0])
            start = found.start("row") + title.start() + (owner.end() if owner and is_place(owner[0]) else 0)
            yield mention(text, (start, found.start("row") + title.end()), "Honor", "honor:sought")
    for found in _AWARDED.finditer(clean):
        if not _COUNTED.search(found[1]):
            yield mention(text, found.span(1), "Honor", "honor:awarded")


def _side_by_side(text: Text, ends: set[int]) -> Iterator[Mention]:
    """Titles of a list beside one that ends where a known one or one with a head word does: 省级平安街区."""
    clean = text.clean
    items = list(scan(_SIDE, _LEVEL_OPENS, clean))
    for i, found in enumerate(items):
        beside = [items[j] for j in (i - 1, i + 1) if 0 <= j < len(items)]
        near = [o for o in beside if clean[min(o.end(), found.end()) : max(o.start(), found.start())] in ("、", "和")]
        if near and any(o.end() in ends for o in (found, *near)) and not _NO_SIDE.search(found["name"]):
            yield mention(text, found.span("name"), "Honor", "honor:beside")


def _following(text: Text, end: int) -> Iterator[Mention]:
    """The titles that follow one in a list and name no level: 全省粮油大县|和茶油大县."""
    if text.clean.startswith("”", end):
        end += 1
    while found := _NEXT.match(text.clean, end):
        yield mention(text, found.span("name"), "Honor", "honor:listed")
        end = found.end()


def _shorter(text: Text, start: int, end: int) -> Iterator[Mention]:
    """A title without the word for the list or the work: 全国文明典范城市|名单."""
    tail = _LISTED.search(text.clean, start, end)
    if tail and tail.start() - start >= 4:
        yield mention(text, (start, tail.start()), "Honor", "honor:shorter")


def _judged(text: Text, found: re.Match[str], by: _Judgement) -> Iterator[Mention]:
    """The clause that ends in a judgement, without adverbs before it."""
    clean = text.clean
    clause = _CLAUSE.search(clean, max(0, found.start() - _LONG), found.start())
    if clause is None or (by.of and not by.of.search(clean, clause.start(), found.start())):
        return
    adverbs = by.lead.match(clean, clause.start())
    start = adverbs.end() if adverbs else clause.start()
    place = _ITS_PLACE.match(clean, start, found.start())
    start = place.end() if place and is_place(place[0]) else start
    of_whom = _OF_WHOM.match(clean, start, found.start())
    start = of_whom.end() if of_whom else start
    if 2 <= found.start() - start < _LONG and not _GROWTH.search(clean, start, found.end()):
        yield mention(text, (start, found.end()), "Honor", by.rule)
