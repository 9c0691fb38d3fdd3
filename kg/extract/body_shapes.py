"""Shapes of bodies that no list of heads holds: sub-bodies, departments of several fields, task groups, media, funds.

Example: 中国科学院水生生物研究所 is one body, 青山县经济商务科技局 a department of three fields, 省防汛抗旱指挥部 a
task group; 青山日报讯 at the start of a report names its medium.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from kg.extract.media import media
from kg.extract.names import Words, endings, is_place, place_before, words
from kg.scan import scan, scan_stretches
from kg.types import Span

# what may follow the name of a body and belongs to it, by the end of that name
_OF_GOVERNMENT = re.compile(r"(?:办公厅|办公室|新闻办公室|新闻办|研究室|督查室|驻[一-龥]{1,3}办事处)(?!主)")
_OF_INSTITUTE = re.compile(
    r"[一-龥与]{0,14}?(?:附属[一-龥]{0,10}?(?:医院|中学|小学|学校)|研究所|研究院|先研院|产研院|研究中心|技术中心|创新中心|试验站|实验中心|"
    r"重点实验室|实验室|分院|医学院|商学院|学院|医院|附中|附小|(?<=[一-龥]{2})[校院]区|校友会|(?<=[一-龥])分社|"
    r"(?:能源|生态|地球化学|土壤|海洋|地质|天文|遗传发育|微生物|高能|电子|半导体|软件|声学|力学|化物|光机|深海|地理|金属|物构|微系统|植物|计算|自动化|化学|物理|材料|纳米|医工|应化|煤化|理化|过程|山地|信工)所)(?![建长])"
)
_OF_LABORATORY = re.compile(
    r"[一-龥]{2,6}(?:分中心|实验站|创新院|创新研究院|(?<=[一-龥]{2})中心(?![区城医学线小广]))(?![建长])"
)
_OF_OFFICE = re.compile(
    r"(?:驻(?P<at>[一-龥]{1,4}?)(?:办事处|专员办)|(?P<place>[一-龥]{1,5}?[市县区州]?)(?:中心支行|支行|分行|分局|监管分局|调查队|"
    r"调查总队|监管局|监管组|办事处|分社))"
)
# 国家白鹭研究中心|青山分中心, 青山外国语学校|云岭分校
_BRANCH = re.compile(
    r"(?P<place>[一-龥]{1,4}?[市县区州]?)(?:分中心|分所|分院|分校|(?<!分)基地(?=揭牌|挂牌|落户|落地|成立|启用))"
)
_BRANCHED = ("中心", "所", "实验室", "学校", "院", "一中", "二中", "三中", "中学", "小学", "大学")
_OF_MEDIUM = re.compile(
    r"[-·—－][一-龥]{2,4}频道|（[一-龥]{2,6}网）"
    r"|·[一-龥+]{1,6}(?:客户端|新闻|网|云|融媒|在线|壹点)(?=记者|通讯员|讯|全媒体|消息|[）\s]|\d|$)"
)
_OF_ZONE = re.compile(
    "(?:招商|投资促进|经济发展|规划建设|财政|科技|社会事务|产业发展|企业服务|行政审批)[一-龥]{0,6}?局(?!长)"
)
# 青山市公安局|交警支队
_OF_POLICE = re.compile(
    "(?:[一-龥]{2,4}分局|(?:交通?警察?|交警|刑侦|刑警|治安|特警|巡特警|禁毒|经侦|网安|出入境)[一-龥]{0,4}?(?:支队|大队|总队))"
)
_OF_NATIONAL = re.compile("[一-龥]{2,14}?(?:分中心|技术创新中心|研究中心|审评中心|信息中心|服务站)")
_DIVISION_OF_CORPS = re.compile("第[一二三四五六七八九十]{1,3}师")
# 西安市鄠邑区生态保护和综合执法局: the field of a bureau may be anything; 格局, 布局, 大局 are none
BUREAU = re.compile("局(?<![大格布结全开当政时变僵残破市县区省州赌饭骗迷新好]局)(?![面限部势促长])")
# 青山县民营快递发展中心, 云岭市血吸虫病防治所, 松江区村改办: other bodies that begin with the full name of their place
BODY = re.compile(
    "中心(?<=[务进展治测护究发广估管导障验]中心)(?![区城位地线学小卫村镇街医供机化台社])"
    "|所(?<=[治究防测验疗]所)(?![有在以谓需得属])"
    "|站(?<=[测验务保管防气]站)(?![台位点长])"
    "|办(?<=[政改调能海融林信编优环金治]办)(?![理公学事好成])"
)
_CAMPUS = re.compile(r"（[一-龥]{2,4}）")
_UNLIKE = re.compile(
    r"[的了在是对将由为着被把向和、，级获修]|合办|申报|晋升|通过|创建|牵头|入驻|合作|共建|共同|联合(?!实验)|建设|成立|签订|签署|设立|打造|推动|支持|开展|参加|举办|组织"
)
# 省防汛抗旱指挥部, 市委农村工作领导小组办公室, 国务院医改领导小组
_GROUP = re.compile(
    r"(?<![一-龥])(?:由|被|经|受|任|成立|组建|报|在|与|和|以)?(?P<name>(?:国务院|中央|自治区|[省市县区州](?:委|政府)?)"
    r"[一-龥]{2,16}?(?:领导小组|指挥部|工作专班|工作组)(?:办公室)?)"
)
_GROUP_HEAD = re.compile("领导小组|指挥部|工作专班|工作组")
# 市委宣传部, 青山县委组织部: the offices of a committee or government with its level
_OFFICE = re.compile(
    "[省市县区州旗](?:委|政府)(?:宣传部|组织部|统战部|政法委|社会工作部|网信办|编办|编委办|农办|政研室|政策研究室|督查室|督查局|老干部局|"
    "巡察办|巡察组|台办|外办|信访局|口岸办|新闻办|研究室|研究中心|党校|党史研究室|直属机关工委"
    r"|办(?=[、，。；：）（\n主牵负及和等副]))"
)
# 白鹭湾工委、省委国防工委: committees of zones and fields
_COMMITTEE = re.compile(
    r"(?:^|(?<=[、，。；：（\n]))(?P<name>(?![全各我本市县区党两])[一-龥]{2,6}工委)(?=[、，。；：）\n书副主]|管委)"
)
_COMMITTEE_HEAD, _OF_NATION = re.compile("工委"), re.compile("国家")
# 国家橡胶与轮胎质量监督检验中心
_CENTRE = re.compile(
    r"(?<![个家批类所大多])(?P<name>国家(?!级|重点实|工程|技术|制造业|产业|企业|地方)[一-龥（）与]{0,16}?(?:超级计算[一-龥]{2,4}中心|超算[一-龥]{2,4}中心|质量监督检测中心|质检中心|计量中心|数据中心|医学中心|区域医疗中心|临床医学研究中心|种质资源库|野外科学观测研究站|创新中心|质量检验检测中心|质量监督检验中心|检验检测中心|计量测试中心|"
    r"技术创新中心|制造业创新中心|产业创新中心|工程研究中心|工程技术研究中心|重点实验室|工程实验室|改良中心))"
)
# 产业投资基金, 见义勇为基金, 中小企业发展基金
_FUND = re.compile("基金(?![会监支管使等小镇份])")
_FUND_STEM = re.compile(
    "(?:政府|产业|创业|中小企业|文化|旅游|科技|科创|乡村振兴|人才|农业|教育|慈善|爱心|大病|生态|战略性新兴产业)?"
    "(?:天使投资|天使|见义勇为|助学|慈善|救助|关爱|帮扶|人才|并购|转型升级|成果转化|股权投资|乡村振兴投资|产业投资|产业发展|产业发展引导|产业引导|投资引导|创业投资|发展引导|发展|产业母|科创母|母|引导)$"
)
# 设立500万元|助学基金: what is set up has a name, short as it is
_FOUNDED = re.compile("(?<=[设成]立)|(?<=组建)|(?<=[万亿]元)")
# 团市委, 省地质院, 区管委会: the level in or before a short name
_SHORT = re.compile(
    r"(?<![一-龥])(?:由|被|经|在|与|和|向|对|以)?(?P<name>团[省市县区州]委|[省区](?:地质|地矿|煤炭地质|核工业地质|有色地质|规划|建筑设计|交通规划设计|水利水电设计|城乡规划设计|建科|农科|林科|社科|水科|海洋科学|测绘|环科|特检|计量|质检|标准化研究)院"
    r"|区管委会|市总商会)(?![员])"
)
_SHORT_HEAD, _OFFICE_HEAD = re.compile("团.委|院|管委会|总商会"), re.compile("办")
# 省机关效能办, 市沿海办: an office of any field with its level
_SHORT_OFFICE = re.compile(
    r"(?<![一-龥])(?:由|被|经|在|与|和|向|对|牵头)?"
    r"(?P<name>[省市县区州](?![办内外里域])[一-龥]{2,6}?(?<![主承举协合创开])办)"
    r"(?=[，。；、：（）”\n主负牵]|$)"
)
_MISSION = re.compile("驻[一-龥]{1,4}?(?:大使馆|总领事馆|总领馆|领事馆|商务代表处)")  # 墨西哥驻渝总领馆
_ROLES = ("单位", "业主", "主体")  # 建设单位|市口岸办
_LONGEST = 16  # characters of a country's name, or of what a fund is for
_DEPARTMENT = re.compile(
    r"(?:管理局|监督局|局|厅|委员会|委|管理办公室|办公室|办)(?![事法理好公学案件结实税长托员派任])"
)


def longer(view: Words, start: int, end: int) -> int:
    """Where the name of a body ends that is known up to `end`: with its sub-body, office or campus.

    中国科学院|水生生物研究所, 青山市生态环境局|云岭分局, 青山市人民政府|办公室, 中国地质大学|（武汉）, but not
    青山大学|共建研究院.
    """
    clean = view.clean
    name = clean[start:end]
    campus = _CAMPUS.match(clean, end)
    if campus and name.endswith(("大学", "学院", "研究院", "中心")) and is_place(campus[0][1:-1]):
        return campus.end()
    if name.endswith(_BRANCHED) and (branch := _BRANCH.match(clean, end)) and is_place(branch["place"]):
        return branch.end()
    if name.endswith(endings("organization_words", view.folder, "of_medium")):
        found = _OF_MEDIUM.match(clean, end)
        return found.end() if found else end
    if name.endswith(("政府", "市委", "省委", "县委", "区委")):
        found = _OF_GOVERNMENT.match(clean, end)
        return found.end() if found else end
    if name.endswith(("管委会", "管理委员会")):
        found = _OF_ZONE.match(clean, end)
        return found.end() if found else end
    if name.endswith("公安局"):
        found = _OF_POLICE.match(clean, end)
        return found.end() if found else end
    if name.startswith("国家") and name.endswith(("局", "委")) and (found := _OF_NATIONAL.match(clean, end)):
        return end if _UNLIKE.search(found[0]) else found.end()
    if name.endswith("兵团"):
        found = _DIVISION_OF_CORPS.match(clean, end)
        return found.end() if found else end
    if name.endswith(endings("organization_words", view.folder, "of_office")):
        found = _OF_OFFICE.match(clean, end)
        return found.end() if found and (found["at"] or is_place(found["place"])) else end
    if not name.endswith(endings("organization_words", view.folder, "of_institute")):
        return end
    found = _OF_INSTITUTE.match(clean, end)
    if not found and name.endswith(("实验室", "研究院", "产研院", "科学院")):
        found = _OF_LABORATORY.match(clean, end)
    if not found or found[0][0] in "与等" or found[0] in words("organization_words", view.folder, "bare"):
        return end
    if _UNLIKE.search(found[0]) or re.match("[新老东西南北主本]?[校院]区", found[0]):
        return end
    acts = any(t.pos == "v" and t.word not in view.at_home() for t in view.within(end, found.end() - 2))
    return end if acts else found.end()


def places(view: Words, end: int) -> int:
    """Where the run of place names begins that ends at a position, or the position itself."""
    start = place_before(view.clean, end)
    if start < end:
        return start
    suffixes = words("organization_words", view.folder, "place_end")
    i = view.index(end - 1) if end else -1
    while i >= 0:
        token = view.tokens[i]
        if token.end > start or not (token.pos.startswith("ns") or token.word in suffixes):
            # 青山市 that jieba takes for other words: one more token before a suffix of places
            if (
                start < end
                and view.clean[start] in suffixes
                and token.end == start
                and len(token.word) <= 4
                and token.pos[:1] in "nj"
                and not token.word.endswith(_ROLES)
            ):
                start = token.start
            break
        start = token.start
        i -= 1
    return start if end - start >= 2 else end


@functools.cache
def _fields(folder: Path) -> re.Pattern[str]:
    """The fields that departments have in their names (财政, 经济, 信息化), to be matched from right to left."""
    parts: set[str] = set()
    for name in words("organization_heads", folder, "department"):
        found = _DEPARTMENT.search(name)
        if found and found.end() == len(name):
            stem = name[: found.start()]
            parts |= ({stem} | set(re.split("[和与]", stem))) - {"政府"}
    reverse = sorted((part[::-1] for part in parts if len(part) > 1), key=lambda part: (-len(part), part))
    return re.compile("(?:" + "|".join(map(re.escape, reverse)) + "|[和与](?=.))+")


def bureaus(view: Words, shape: re.Pattern[str]) -> Iterator[Span]:
    """Bodies of any field that begin with the full name of their place: 云岭市白鹭区家具产业促进局.

    Args:
        view: the text.
        shape: how such a name ends, `BUREAU` or `BODY`.
    """
    clean = view.clean
    at_home = view.at_home("bureau")
    for found in shape.finditer(clean):
        end = found.start()
        for at in range(end - 1, max(1, end - 18), -1):
            if not "一" <= clean[at] <= "鿿":
                break
            if end - at >= 2 and clean[at - 1] in "市县区州旗省" and (left := places(view, at)) < at - 1:
                inside = view.within(at, end)
                acts = any(t.pos in ("v", "p", "d", "r", "m", "u", "t", "f") and t.word not in at_home for t in inside)
                if not acts and not _UNLIKE.search(clean[at:end].replace("和", "").replace("建设", "")):
                    yield Span(left, found.end())
                break


@functools.cache
def _lands(folder: Path) -> re.Pattern[str]:
    """The country at the end of what stands before a mission."""
    return re.compile(f"(?:{'|'.join(sorted(words('countries', folder, column='pattern')))}|中国)$")


def departments(view: Words) -> Iterator[Span]:
    """Departments with their level or place, of one field or several: 青山县经济商务科技局, 市海洋渔业局."""
    clean = view.clean
    fields = _fields(view.folder)
    for found in _DEPARTMENT.finditer(clean):
        at = found.start()
        back = fields.match(clean[max(0, at - 18) : at][::-1])
        if not back:
            continue
        stem = at - back.end()
        while clean[stem] in "和与":
            stem += 1
        left = places(view, stem)
        if stem - left >= 2 and clean[left:stem] not in words("organization_words", view.folder, "own"):
            yield Span(left, found.end())
        elif (
            left == stem
            and stem
            and clean[stem - 1] in "省市县区州旗"
            and clean[stem - 2 : stem - 1] not in tuple("全各我本")
        ):
            yield Span(stem - 1, found.end())


def offices(view: Words) -> Iterator[Span]:
    """The offices of a committee or a government with their level or place: 市委宣传部, 青山县委组织部."""
    for found in _OFFICE.finditer(view.clean):
        start = found.start()
        left = places(view, start + 1)
        if left > start and view.clean[start - 1 : start] not in ("全", "各", "我", "本"):
            left = start
        if left <= start:
            yield Span(left, found.end())


def named_by_shape(clean: str, folder: Path) -> Iterator[tuple[str, Span]]:
    """Task groups, missions, national centres, media that report, short names, each with the name of its rule."""
    for rule, shape, head in (("level", _SHORT, _SHORT_HEAD), ("office", _SHORT_OFFICE, _OFFICE_HEAD)):
        yield from ((rule, Span(*found.span("name"))) for found in scan_stretches(shape, head, clean))
    for found in scan_stretches(_GROUP, _GROUP_HEAD, clean):
        if not _UNLIKE.search(found["name"], 0, len(found["name"]) - 4):
            yield "group", Span(*found.span("name"))
    for found in _FUND.finditer(clean):
        stem = _FUND_STEM.search(clean, max(0, found.start() - _LONGEST), found.start())
        if stem and (len(stem[0]) > 2 or stem[0] == "天使" or _FOUNDED.match(clean, stem.start())):
            yield "fund", Span(stem.start(), found.end())
    for found in _MISSION.finditer(clean):
        if land := _lands(folder).search(clean, max(0, found.start() - _LONGEST), found.start()):
            yield "mission", Span(land.start(), found.end())
    for found in scan(_CENTRE, _OF_NATION, clean):
        yield "centre", Span(*found.span("name"))
    yield from (("medium", span) for span in media(clean))
    for found in scan_stretches(_COMMITTEE, _COMMITTEE_HEAD, clean):
        if not _UNLIKE.search(found["name"]):
            yield "office", Span(place_before(clean, found.start("name")), found.end("name"))
