"""The things of a clause that have a stage: projects, zones that are built, enterprises that are listed as projects."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.relate.generic import is_kind
from kg.relate.scenery import is_where
from kg.relate.status_cues import in_title
from kg.types import Mention, Scene, Span

THINGS = ("Project", "Zone", "Enterprise")
_PROJECT_LIST = re.compile(
    r"^[”』]?(?:[、和及与](?:(?!投资|公司|集团|签[订约署]|达成)[^，。；：]){0,40})?等?(?:[\d一二两三四五六七八九十]+余?个(?:[^，。；：、的家户]{0,6}?(?=亿元|项目))?|一批)?(?:省|市|省市|[0-9]*亿元(?:以上|级)?|投资[超过]{0,2}[0-9]*亿元(?:以上)?的?)?(?:重点|重大|产业|在建|工业|园区|续建|新建|新开工|结转|收尾|招商){0,3}项目"
)
_LISTED_ZONE = re.compile(  # 加快推进甲配件园、乙康养城等续建项目; not 甲园等12个项目, 引进乙园等产业项目
    r"[”』]?(?:、[^，。；、]{2,20}){0,6}(?:[和及与][^，。；、]{2,20})?等(?:一批)?\d*个?(?:续建|新开工|新建|在建|收尾|前期|储备|结转)项目"
)
_OWN_PROJECTS = re.compile(r"[”』]?(?:的)?[\d一二三四五六七八九十两]+余?个")  # 甲公司三个项目签约落户
_JOINS = ("、", "和", "及", "与")
_BUILT_AFTER = re.compile(
    r"^[”』]?(?:片区|园区|[一二三四]期|核心区|启动区)?(?:、[^，。；]{0,40})?(?:[和及与][^，。；、]{2,14})?(?:等(?!.{0,12}(?:改革|试点))[^，。；]{0,14}?)?(?:项目|片区|园区|小镇|园中园|[“”]){0,3}(?:[一二三]期)?(?:约?\d[\d.]*(?:平方公里|公顷|亩))?(?:城市更新|棚改|旧改|旧城改造)?(?:连片|成片|综合|整体|全面|顺利|成功|正式|扎实|加快|开发|征拆|规划|投入"
    r"|于(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|初|份|[上中下]旬)?|确保|力争|争取|(?:今年|明年)?\d{1,2}月(?:底|初|份|[上中下]旬)?|上半年|下半年|年内|年底前?|今年|正在?|已|抓紧|陆续|先后|相继|早日|尽快|即将|有望)*"
    r"(?:主体(?:工程|结构)?(?:完工|竣工|完成|施工|建设)|施工(?:现场|工地|正)|进展(?:顺利|良好|迅速)|揭牌|挂牌(?!督办|保护|出让|上市)|通过[^，。；]{0,6}验收|获批(?:设立|建设)|铺开|签约落户|签约落地|成功落户|(?:签约|落户|落地)(?=[，。；、\n]|$)|落户(?:于|在|到)?[^，。；、企]{1,16}(?:[园区城市县镇乡州旗])(?=[，。；、\n]|$)|建设|开工|建成|竣工|开园|投产|投用|投入使用|运营|封顶|推进|启动|动工|“清零|封关|(?:挂牌|揭牌)运营|启用|完工|征拆|征迁|更新改造|提质改造|初具规模|初具雏形|初见雏形|改造(?=[，。；、]|$|全面|顺利|正式|加快|有序)|开发(?=[，。；、与和]|$))"
)
_BUILT_BEFORE = re.compile(
    r"(?:引进|招引|建设|开发|开工|建成|建好|规划建设|谋划建设|改造|启动|打造|新建|加快建设|规划|谋划|布局|新建|筹建|创建|构建)(?:[^，。；、]{0,4}、|[^，。；]{1,24}、|[^，。；]{1,20}[和及与])?(?:[^，。；、的]{0,6}|[^，。；、的]{2,12}的)[“『]?$"
)
# what a verb in front of a list of zones builds ends with the list: 建成甲园、乙园道路 builds a road
_LIST_ENDS = re.compile(
    r"[”』》]?(?:$|[，。；：、！？\n（]|[和与及]|以及|等|建设|开发|项目|园区|工程|规划|核心区|启动区|起步区|首发区|先行区|拓展区|(?:升级|提质|扩容|提升)(?:改造|工程)?(?:$|[，。；、])|[一二三四]期|\d|[一二两三四五六七八九十]大|的(?:建设|开发))"
)
_AHEAD = 200  # characters of a clause behind a name that tell whether it is built
_LOCATOR = re.compile(  # 在甲新区建设…, 依托甲园区打造…: the zone is where or with what something is done
    r"(?:在|坚持|依托|围绕|对接|服务|融入|借助|抢抓|迎来|加入|承接|比邻|毗邻|环绕?|落户|入驻|位于|坐落于|辐射)(?:(?:(?!打造|建设|新建|规划|谋划|推进|加快|启动)[^，。；、]){1,12}、){0,3}[“]?$"
)
_NOT_BUILT = re.compile(  # 推进甲园、乙园等园区食品加工业建设, 抓好甲片区旅游开发: something in the zone
    r"[”』]?(?:、[^，。；、]{2,12}){0,4}(?:[和及与][^，。；、]{2,12})?(?:等[^，。；、]{0,4})?(?:[^，。；、]{0,4}加工业|产业|旅游|服务业|工业)(?:开发|发展|建设|招商)(?!区|区域)"
    r"|"
    r"[”』]?(?:[^，。；]{0,24})?(?:一体化|同城化|融合发展|联动发展|协同发展|合作共建|为(?:契机|机遇|总揽|统领|牵引|龙头|载体|突破口|依托|平台|主线|主战场))"
)
_SERVED = re.compile(  # 启动甲新区和乙110千伏变电站前期工作, 建成甲园、乙园污水处理厂: what serves the zone is built
    r"[”』》]?(?:[、和及与][^，。；、和及与]{1,14}?){0,4}(?:等)?(?:\d+|[一二两三四五六七八九十])?[座个条]?(?:\d+千伏)?"
    r"(?:变电站|输变电|污水处理厂|水厂|消防站|道路|路网|管网|热电联产|标准厂房|学校|幼儿园|医院)"
    r"(?=建设|项目|工程|前期|提标|扩容|[，。；、和及等]|$)"
)
# 支持甲工业园区|建设智能终端产业园, 甲农业园区|建成花椒基地2.3万亩: what the zone builds; not 甲新区建设项目
_ZONE_BUILDS = re.compile(
    r"[”』]?(?:已|新|先后|累计|加快)*(?:建设|建成|打造|新建|兴建)(?:了|一批)?(?!标准(?:化)?厂房|厂房)[^，。；的\d]{2,30}"
    r"(?<!重点)(?<!重大)(?:产业园|基地|项目|中心|平台|工厂|电站|公寓|学校|医院|生产线|大楼)(?=[，。；、（\n\d]|等|$)"
)
_PLAN_OF = re.compile(
    r"[”』]?的?(?:控规|总规|详规|城市设计|概念性?规划|规划编制|(?:控制性|修建性)?(?:总体|详细|概念性|专项|国土空间)规划)"
)
_LAMPS_OF = re.compile(  # 启动北环路、南环路等5条道路路灯改造: the lamps are renewed, not the roads
    r"[”』]?(?:、[^，。；、]{2,12}){0,6}(?:[和与及][^，。；、]{2,12})?等?\d*[条座个处]?(?:道路|街道|路段|小区|社区|主干道|主次干道|大街)(?:沿线|两侧)?"
    r"(?:路灯|绿化|亮化|管网|牌匾|标线|照明|排水|雨污|立面|非机动车道|人行道)"
    r"|[”』]?(?:、[^，。；、]{2,12}){0,4}(?:[和与及][^，。；、]{2,12})?等?(?:沿线|两侧)?(?:供热|供水|给水|燃气|电力|通信|通讯|雨污|排水|弱电|地下|架空|强电){1,4}"
    r"(?:管线|管网|管道|线路|杆线|缆线)(?:迁移|迁改|改造|铺设|改迁|入地|更新)"
    r"|[”』]?等?(?:沿线|两侧)?(?:户外)?(?:路灯|牌匾|标线|非机动车道|人行道|样板)"
)
_LAMPS = re.compile(  # 北环路路灯改造: the project is that of the lamps; 北环路改造 says what is done itself
    "(?:改造|整治|提升|工程|项目)$|(?:路灯|绿化|亮化|管网|牌匾|标线|照明|排水|雨污|立面|人行道|机动车道|管线|管道|线路|杆线|缆线)[一-龥]{0,6}$"
)
_BESIDE = re.compile(
    r"[”』》]?(?:之[后外]的?(?!年)|两侧|沿线|周边|附近|沿岸)(?!开发|整治|改造|综合)"
)  # 优化甲大道两侧产业布局
_COSTS = re.compile(r"[”』》]?(?:项目)?(?:计划|预计|概算)?总投资[约近达超额]*\d")  # 其中，甲产业园总投资68亿元
_WHEN = (
    r"(?:上半年|下半年|年内|年底前?|[一二三四]季度|\d{1,2}月份?(?:底|初|[上中下]旬)?前?|全面|全部|尽快|尽早|早日|如期|顺利|正式|已|实现|相继|陆续|即将)*"
    r"(?:落地(?=开工|建设|投产)|开工|动工|奠基|拿地|摘牌|主体|封顶|竣工|完工|建成|投产|投用|达产|试生产|试产|投运|并网)(?!企业|仪式|率)"
)
_FIRM_WORKS = re.compile(  # 推动甲电池、乙智能一季度开工, where each firm has the one project that bears its name
    rf"[”』》]?(?:[、和及与][^，。；、]{{2,16}}){{0,6}}(?:等[^，。；、]{{0,10}})?(?:项目|[一二三]期|总部|基地)*{_WHEN}"
)
_FIRMS_WORK = re.compile(  # 甲电池、乙智能竣工投产; not 甲集团、乙集团等投资的一批项目开工
    rf"[”』》]?(?:[、和及与][^，。；、的等]{{2,16}}){{0,6}}(?:等\d*个?(?:项目)?)?(?:[一二三]期)?{_WHEN}"
)
_SIZED = re.compile(
    r"(?:总投资|投资|建筑面积|占地|用地)[^，。；、]{0,6}\d[^，。；、]{1,8}的[“]?$"
)  # 总建筑面积28万平方米的甲科创城
_OPENS_FIRM = re.compile(  # 甲公司正式投产, 乙支行挂牌营业
    r"[”』》]?(?:正式|顺利|成功|如期|全面|现已|已|于[^，。；于]{2,10}){0,6}"
    r"(?:建成投产|竣工投产|投产|试生产|开业|挂牌营业|开门营业|开张营业|试营业|营业(?!收|额|利|税|执|网|部|厅))"
    r"(?!仪式|达产后|后|以来|庆典|企业|项目)"
    r"|[”』》]?(?:、[^，。；]{0,40})?等(?:一批|\d+余?[家户]|大)?[^，。；、]{0,6}企业(?:相继|先后|陆续|顺利|正式)*(?:建成投产|竣工投产|投产|开业)"
)


def is_thing(
    clean: str, m: Mention, clause: Span, members: dict[str, list[Mention]], following: Sequence[Mention] = ()
) -> bool:
    """A project; a zone that the clause builds; an enterprise in a list of projects; a term that stands for some.

    Args:
        following: the next mentions of the clause.
    """
    if m.type not in THINGS and m.key not in members:
        return False
    if _BESIDE.match(clean, m.end, clause.end) or is_where(clean, m):
        return False
    if (
        in_title(clean, clause.start, m.start)
        or _PLAN_OF.match(clean, m.end, clause.end)
        or _only_its_lamps(clean, m, clause.end, following)
    ):
        return False
    if m.type == "Project" or (m.key in members and m.type in ("Program", "Slogan")):
        return True
    if m.type == "Zone":
        sized = m.end == clause.end and _SIZED.search(clean, max(clause.start, m.start - 30), m.start)
        if sized or _COSTS.match(clean, m.end, clause.end):
            return True
        if (
            is_kind(m.ref)
            or _NOT_BUILT.match(clean, m.end, clause.end)
            or _SERVED.match(clean, m.end, clause.end)
            or _ZONE_BUILDS.match(clean, m.end, clause.end)
            or _LOCATOR.search(clean, max(clause.start, m.start - 48), m.start)
        ):
            return False
        behind = clean[m.end : min(clause.end, m.end + _AHEAD)]
        if _BUILT_AFTER.match(behind) or _LISTED_ZONE.match(behind):
            return True
        ends = _LIST_ENDS.match(behind) is not None
        return ends and _BUILT_BEFORE.search(clean, max(clause.start, m.start - 48), m.start) is not None
    if m.type == "Enterprise":
        if _OWN_PROJECTS.match(clean, m.end) and clean[m.start - 1 : m.start] not in _JOINS:
            return False
        behind = clean[m.end : min(clause.end, m.end + _AHEAD)]
        listed = behind.startswith(_JOINS) or clean.startswith(_JOINS, m.start - 1)
        pattern = _FIRM_WORKS if m.key in members else _FIRMS_WORK if listed else _OPENS_FIRM
        return any(words.match(behind) for words in (pattern, _PROJECT_LIST, _OPENS_FIRM))
    return False


def _only_its_lamps(clean: str, m: Mention, end: int, following: Sequence[Mention]) -> bool:
    """Whether the words behind renew the lamps of a road, not it; no example: 甲大桥、|城区供水管网改造."""
    lamps = _LAMPS_OF.match(clean, m.end, end)
    if lamps is None or _LAMPS.search(m.key):
        return False
    return not any(x.start < lamps.end() <= x.end and x.type == "Project" and _LAMPS.search(x.key) for x in following)


def outermost(mentions: list[Mention]) -> list[Mention]:
    """Mentions that lie in no other of them."""
    kept: list[Mention] = []
    for m in mentions:
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    return kept


def members_of(scene: Scene) -> dict[str, list[Mention]]:
    """Projects that a glossary lists under a term (“一桥六路” : A大桥、B路…), and those of enterprises."""
    found: dict[str, list[Mention]] = {}
    for gloss in scene.text.glossary:
        terms = [m for m in _inside(scene, gloss.term) if m.type in ("Program", "Slogan")]
        if not terms:
            continue
        projects = [m for m in _inside(scene, gloss.definition) if m.type == "Project"]
        if projects:
            found.setdefault(terms[0].key, []).extend(outermost(projects))
    for m in scene.mentions if found else ():
        parts = m.key.split("、") if m.type in ("Program", "Slogan") and m.key not in found else []
        if len(parts) > 1 and all(part in found for part in parts):  # 加快“一桥六路、八港”建设
            found[m.key] = [one for part in parts for one in found[part]]
    return found | projects_of_firms(scene)


def projects_of_firms(scene: Scene) -> dict[str, list[Mention]]:
    """The one project that begins with the name of an enterprise: 甲电池 in a list of projects is 甲电池隔膜基地."""
    projects = {m.key: m for m in reversed(scene.mentions) if m.type == "Project"}
    keys = sorted(projects)
    found: dict[str, list[Mention]] = {}
    for m in scene.mentions:
        if m.type == "Enterprise" and m.key not in found:
            name = scene.text.clean[m.start : m.end]
            at = bisect_left(keys, name)
            named = [k for k in keys[at : at + 2] if k.startswith(name)]
            if len(named) == 1:
                found[m.key] = [projects[named[0]]]
    return found


def _inside(scene: Scene, span: Span) -> list[Mention]:
    """The mentions that lie in a span."""
    first = bisect_left(scene.mentions, span.start, key=lambda m: m.start)
    last = bisect_left(scene.mentions, span.end, key=lambda m: m.start)
    return [m for m in scene.mentions[first:last] if m.end <= span.end]
