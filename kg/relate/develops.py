"""Region or Zone has or fosters an Industry."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from kg.relate.actors import acted
from kg.relate.clauses import PLACES, Clause, View, span
from kg.relate.idle import is_chance
from kg.relate.in_industry import goes_on
from kg.relate.members import RESTS
from kg.relate.place_headings import headings
from kg.relate.portraits import OWN, acting_park
from kg.relate.seats import gives_aid
from kg.relate.spread import FOSTERS, placed, spread
from kg.relate.subject_places import EACH
from kg.relate.this_place import park_called
from kg.types import Claim, Mention, Ref

_OWNERS = frozenset({"Enterprise", "Project", "Event"})
_GENERIC = re.compile(
    r"[“]?(?:(?:该|此|本)(?:项目|公司|企业|集团|基地)|项目|公司)(?!建设)"
    r"|(?:主营)?业务(?:主要|已)?(?:覆盖|涵盖|涉及|包括)|主营(?!业务收入)|产品(?:主要)?(?:覆盖|涵盖|涉及|包括)"
)
_PARK = re.compile(
    r"[“]?(?:目前，?|如今，?|未来，?|据悉，|据介绍，|建成后，?)?(?:该|此|本)?(?:园区|片区|产业园|新区|新城|开发区|工业园)(?!内)[^，。；]{0,10}"
    r"(?:聚焦|涉及|涵盖|围绕|主打|主攻|重点发展|大力发展|致力于|形成|集聚|深耕|瞄准|锚定|布局|培育|打造|以)"
)
# 园区规划面积9平方公里，|重点发展玻璃
_PARK_OPENS = re.compile(
    r"[“]?(?:目前，?|如今，?)?(?:(?:该|此|本)?(?:园区|产业园|工业园)|[该此](?:开发区|高新区|经开区|新区|片区))(?:总|一期|首期|核心区)*(?:规划|占地|面积|始建|成立|建于|位于|地处|立足|依托|坚持|按照|于)"
)
_SITE = re.compile("(?:位于|地处|坐落于?|坐落在|毗邻)$")
# 如今，园区玻璃、光伏产业产值突破400亿元
_IN_FIGURES = re.compile(
    r"[“]?(?:目前，?|如今，?|去年，?)?(?:该|此|本)?(?:园区|产业园|工业园)[^，。；的]{2,40}(?:产值|营收|营业收入)[^，。；]{0,8}\d"
)
_OWN_KINDS = ("新区", "新城", "开发区", "产业园", "工业园", "片区")
_ALL = re.compile(r"(?:聚焦|涵盖|涉及|覆盖|致力于|专注于?|主攻|主打|分布在|集中在)")
_END = re.compile(r"[”》]?(?:项目|公司|基地)?，?")
_SCOPE = 24  # clauses back in which the park is looked for that 园区 means
_SUCH = re.compile(r"[”》]?等")
_LEAN = 20  # characters before the first of such companies in which the verb stands that leans on them
# 运用大数据, 生产新能源汽车, 大数据技术, 汽车消费, 淘汰水泥产能: a means, a product, a purchase, what is given up
_USED = re.compile(
    r"(?:(?:淘汰|关停|关闭|压减|化解|取缔|清退|遏制|严禁|严控|整顿|整治|治理)[^，。；、]{0,4}|运用|利用|应用|使用|采用|借助|采购|购买|购置|销售|出售|出口|进口|消费|生产|产销|研制|交付|供应)"
    r"(?:了|的|新一代|优质|新型|各类|一批)*[“]?$"
)
_MADE = re.compile(
    r"[”]?等?(?:新一代|现代|大宗|先进|新)*(?:信息)?(?:技术(?!产业)|手段|消费(?!品)|产量|销量|(?:产品|商品)(?!产业|加工|深加工|精深|基地|生产|市场)|、?[^，。；、]{0,8}类(?:零售额|商品|[\d.]+[亿万]?元)|(?:制品)?[\d.]+万?[吨台辆件套])"
)
# 数字经济产业公共服务平台: the name of a thing
_NAMED = re.compile(
    r"(?:综合|保税|公共|智慧|国际|区域|产业|产品|项目)?(?:监管|物流|仓储|展示|体验|运营|分拨|集散|指挥|孵化|培训|直播|选品|配送|展销)+(?:服务)?中心"
    r"|(?:公共|综合|创新|技术|检测|交易|产业|服务)+平台"
    r"|(?:产业|创新|技术|发展|高质量)*(?:大会|论坛|博览会|联盟|研究院|学院|协会|商会|大赛)"
    r"|[”]?等[\d一二三四五六七八九十]*(?:大|个)?(?:主题|专业|特色)?(?:展区|展馆|展厅|展台|板块展|分论坛|赛道|赛区)"
    r"|(?:制造业|产业|技术|工程|国家)*(?:创新|研发|研究|检测|检验|工程|技术)中心|(?:重点|工程)?实验室|研究所"
    r"|[”]?等(?:国家|省|市)级[^，。；、]{0,12}(?:中心|实验室|平台|研究院|站)"
    r"|(?:体检|检测|检查|监测|维修|充电|换电|加气|加氢|充换电|服务|工作|科研)+(?:驿站|站|网络|网点|设施)"
    r"|(?:(?:物流|公交|出租|环卫|渣土|专用|网约|客运|货运|公务)+[卡货客校]?|[卡货客])车(?!产业|行业|零部件|及|制造|生产|整车|领域|项目)"
)
# 新建清洁能源锅炉40台, 投放新能源公交车60辆: so many pieces
_APPLIED = re.compile(r"(?:应用|适用|运用|使用|用|服务)(?:于|在|到)[^，。；]*$")  # 产品广泛应用于航天、医疗机械领域
_ADDED = re.compile(r"(?:新建|新增|安装|投放|更新|购置|添置|推广|改造)(?:了)?[“]?$")
_MACHINES = re.compile(r"(?:一[台辆架套排]{1,2}|[\d.]+[余多]?万?[台辆架套])(?:的)?[“]?$")  # 一台台工业机器人
_PIECES = re.compile(r"[”]?[^，。；、\d产项企]{0,8}[\d.]+[余多]?万?(?:台|辆|座|套|根|盏|艘|架)")
_SOCIAL = re.compile(r"(?:医疗|教育|养老|托育|家政|文化|体育|健康|康养|住房|普惠金融|旅游)(?:服务)?")
_PROVIDED = re.compile(
    r"(?:、[^，。；、]{2,6}){0,6}(?:卫生)?(?:服务)?(?:机构|保障|设施|资源|配置|人才|队伍|救助|保险|待遇|救援|水平|能力|事业|体系|消费(?!品))"
    r"|(?:、[^，。；、]{2,6}){0,6}等[^，。；、]{0,8}(?:公共服务|民生|社会事业|社会保障|公益事业|消费(?!品))"
)
_PRODUCE = re.compile(r"(?:、[^，。；、的]{2,8})*、")  # 松泉茶叶、青川苗木、云岭药材洽谈会: what is traded there
_FOSTERS = re.compile(
    "发展|培育|打造|形成|聚焦|围绕|做[大强优]|壮大|推动|推进|布局|[将正已]|拥有|抢抓|立足|重点|大力|加快|[以把]|坚持|依托|构建|实施|是|有"
)
_MAINLY = re.compile(r"(?:则|主要|又|也|都)?(?:以|是|为|属)[“]?")
_TITLE = re.compile(r"[一二三四五六七八九十]{1,3}、(?:[一-龥]{2,6}[、和])*")  # 十二、文化旅游、卫生健康和体育
_INDUSTRY = re.compile(r"(?:产业链?|集群|行业|业|经济|体系|全产业链条?)$")
# 江湾景区发展森林康养: a subject that is no division or zone of the text
_STRANGER = re.compile(
    r"[一-龥]{2,8}(?:景区|度假区|村|社区|街道|乡|镇|园区|县|农场|林场)(?:大力|重点|着力|积极|全力|加快|主要|正|已)*"
    r"(?:发展|培育|打造|壮大|聚焦|主打|主攻|做)"
)
_ALL_DO = re.compile("[^，。；、]{0,6}?(?:都|均|纷纷|竞相)[在把将]?")
_WITHIN = re.compile(r"(?:在|融入|对接|打造)$")  # 巩固在东山省玻璃产业的地位: the home region's
_COME_FROM = re.compile("来自[^，。；：的]{0,24}$")  # 来自江东市、西林市的|玻璃项目12个
_HELPED = re.compile(r"支持|推动|推进|指导|鼓励|引进|依托|发挥|签约|借助")
# 明澈、天工等企业入驻，形成玻璃产业链
_GATHERS = re.compile(
    r"(?:初步|基本|已|逐步|加快|共同|也|正|主要|培育|发展)*(?:涉及|涵盖|覆盖|形成|构建|构筑|打造|集聚|汇聚|实现|填补|带动|推动)"
)


def develops(view: View) -> Iterator[Claim]:
    """壮大玻璃产业 → the document's region develops it; 高新区聚焦新材料 → the zone does; 甲公司聚焦新材料 → nobody."""
    aid = gives_aid(view)
    over = {first.index: place for first, place in view.once(headings)}
    for clause, mention, claim in acted(view, "develops", "Industry", PLACES):
        if aid and claim.rule == "develops:home":
            continue
        if _GENERIC.match(view.clean, clause.start) or _thing(view, clause, mention) or _service(view, mention):
            continue
        if is_chance(view, clause, mention) or _anothers(view, clause, mention, claim):
            continue
        if (zone := park(view, clause)) and zone.ref != view.home and claim.rule == "develops:home":
            spans = (span(zone), span(mention))
            where = (view.clause(zone.start), clause)
            yield view.claim("develops", zone.ref, mention.ref, where, "park", spans)
            continue
        if carried(view, clause) or goes_on(view, clause) or _theirs(view, clause, mention):
            continue
        if _of_others(view, clause, mention, claim.head):
            continue
        if own := _right_before(view, clause, mention):
            spans = (span(own), span(mention))
            yield view.claim("develops", own.ref, mention.ref, (clause,), "subject", spans)
            continue
        if claim.rule == "develops:home" and (owner := _list_owner(view, clause, mention)):
            whose = view.home if view.home and _is_its(view, clause, owner.ref, owner.start) else owner.ref
            rule, at = ("home", None) if whose == view.home else ("owner", span(owner))
            yield view.claim("develops", whose, mention.ref, (clause,), rule, (at, span(mention)))
            continue
        if claim.rule == "develops:home" and (one := _elided(view, clause, mention)):
            spans = (span(one), span(mention))
            where = (view.clause(one.start), clause)
            yield view.claim("develops", one.ref, mention.ref, where, "subject", spans)
            continue
        if claim.rule == "develops:home" and (there := placed(view, clause, mention)):
            for place in there:
                where = (view.clause(place.start), clause)
                yield view.claim("develops", place.ref, mention.ref, where, "subject", (span(place), span(mention)))
            continue
        if claim.rule == "develops:home" and (city := _above(view, clause, mention)):
            yield view.claim("develops", city.ref, mention.ref, (clause,), "subject", (span(city), span(mention)))
            continue
        titled = over.get(clause.first) or _portrait(view, clause)  # （一）云岭高新区。主导产业为玻璃、陶瓷
        if claim.rule == "develops:home" and titled and titled.ref != view.home and not view.is_above(titled.ref):
            yield view.claim("develops", titled.ref, mention.ref, (clause,), "subject", (None, span(mention)))
            continue
        if view.home is not None and _homes(view, clause, mention, claim):
            yield view.claim("develops", view.home, mention.ref, (clause,), "home", (None, span(mention)))
        else:
            yield claim
    yield from spread(view)


def _portrait(view: View, clause: Clause) -> Mention | None:
    """The park that a feature portrays, where the clause does not speak of all the region: 光伏是第一产业."""
    return None if OWN.search(view.clean, clause.start, clause.end) else acting_park(view)


def _anothers(view: View, clause: Clause, mention: Mention, claim: Claim) -> bool:
    """Whether of 甲园、乙园分别突出玻璃和陶瓷 the industry is the other's."""
    if claim.rule != "develops:subject":
        return False
    found, group = view.subjects(clause, PLACES), view.group(clause, mention)
    if len(found) < 2 or mention not in group or not EACH.match(view.clean, found[-1].end, group[0].start):
        return False
    return len(found) != len(group) or found[group.index(mention)].ref != claim.head


def _of_others(view: View, clause: Clause, mention: Mention, head: Ref) -> bool:
    """Whether several other places than the head do so: 江东、临江都在抢滩人工智能."""
    before = [m for m in view.before(clause, view.leader(clause, mention)) if m.type in PLACES]
    if len(before) < 2 or any(m.ref in (view.home, head) for m in before):
        return False
    return _ALL_DO.match(view.clean, before[-1].end, mention.start) is not None


def _right_before(view: View, clause: Clause, mention: Mention) -> Mention | None:
    """The second of two places, each with its own: 支持新桥镇发展柑橘、|松泉县|发展柳编."""
    leader = view.leader(clause, mention)
    before = [m for m in view.before(clause, leader) if m.end <= leader.start]
    own = before[-1] if len(before) > 1 else None
    if own is None or own.type not in PLACES or own.ref == view.home or view.clean[own.start - 1] not in "、和":
        return None
    earlier = any(m.type in PLACES for m in before[:-1]) and any(m.type == "Industry" for m in before[:-1])
    return own if earlier and FOSTERS.fullmatch(view.clean, own.end, leader.start) else None


def _is_its(view: View, clause: Clause, above: Ref, start: int) -> bool:
    """Whether the own place is one of a wider one's: 云岭是东山省海参主产地."""
    subjects = view.subjects(clause, PLACES)
    if not view.is_above(above) or not subjects or subjects[0].ref != view.home:
        return False
    return view.clean[subjects[-1].end : start].strip("也还") in ("是", "系", "为")


def _elided(view: View, clause: Clause, mention: Mention) -> Mention | None:
    """The park or place of 东园坐落在松泉县，以玻璃为主, where the clause names no subject."""
    leader = view.leader(clause, mention)
    if clause.index == clause.first or not _MAINLY.fullmatch(view.clean, clause.start, leader.start):
        return None
    found = view.governing(view.clauses[clause.index - 1], PLACES, 3)
    return found[0] if len(found) == 1 and found[0].ref != view.home else None


def _thing(view: View, clause: Clause, mention: Mention) -> bool:
    """Whether the name means a technique or a product here, not the industry: 运用大数据等技术."""
    groups = view.groups(clause)
    group = groups[bisect.bisect_right(groups, mention.start, key=lambda found: found[0].start) - 1]
    if _NAMED.match(view.clean, group[-1].end):
        return True
    event = next((m for m in view.near(clause, mention) if m.type == "Event" and m.start >= mention.end), None)
    if event is not None and _PRODUCE.fullmatch(view.clean, mention.end, event.start):
        return True
    if _APPLIED.search(view.clean, view.lead(clause, group[0].start), group[0].start):
        return True
    if _ADDED.search(view.clean, max(clause.start, mention.start - 6), mention.start) and _PIECES.match(
        view.clean, mention.end, clause.end
    ):
        return True
    if _INDUSTRY.search(view.surface(mention)):
        return False
    if _MACHINES.search(view.clean, max(clause.start, mention.start - 8), mention.start):
        return True
    if view.surface(mention).endswith("类") or _TITLE.fullmatch(view.clean, clause.start, mention.start):
        return True
    start = group[0].start
    return bool(
        _USED.search(view.clean, max(clause.start, start - 10), start) or _MADE.match(view.clean, group[-1].end)
    )


def _service(view: View, mention: Mention) -> bool:
    """Whether the name means what the public is provided with: 优化医疗卫生资源配置; 教育、医疗、养老等公共服务."""
    if _SOCIAL.fullmatch(view.surface(mention)) is None:
        return False
    return _PROVIDED.match(view.clean, mention.end) is not None


def _theirs(view: View, clause: Clause, mention: Mention) -> bool:
    """Whether it is a company or project that does so: 明澈玻璃聚焦新材料; not 依托明澈玻璃等企业发展新材料."""
    theirs = [m for m in view.near(clause, mention) if m.type in _OWNERS]
    if any(_SUCH.match(view.clean, m.end) for m in theirs):
        return RESTS.search(view.clean, max(clause.start, theirs[0].start - _LEAN), theirs[0].start) is None
    owners = [m for m in view.governing(clause, _OWNERS, 2) if m.end <= mention.start]
    if not owners or owners[0].start >= clause.start:
        return bool(owners)
    if view.clean[clause.start : view.leader(clause, mention).start].strip("“") == "":  # 明澈二期投产，玻璃产业壮大
        return False
    where = view.clause(owners[0].start)
    if _HELPED.search(view.clean, where.start, owners[0].start):
        return False
    several = len(owners) > 1 or _SUCH.match(view.clean, owners[-1].end)
    return not (several and _GATHERS.match(view.clean, clause.start))


def _list_owner(view: View, clause: Clause, mention: Mention) -> Mention | None:
    """The other place right before the list in which it stands: 成为江湾建筑、石化产业的重要部分."""
    leader = view.leader(clause, mention)
    before = [m for m in view.near(clause, leader) if m.end <= leader.start]
    if leader == mention or not before or before[-1].type not in PLACES or before[-1].ref == view.home:
        return None
    own = before[-1]
    if view.clean[own.end : leader.start].strip("“市县区") or _WITHIN.search(
        view.clean, max(0, own.start - 4), own.start
    ):
        return None
    return own


def _above(view: View, clause: Clause, mention: Mention) -> Mention | None:
    """The place above the document's own of which the clause speaks: 江湾市重点发展石化产业 in news of its port."""
    found = view.governing(clause, PLACES, 3)
    if len(found) != 1 or not view.is_above(found[0].ref) or found[0].end > mention.start:
        return None
    if view.clean[found[0].end : found[0].end + 1] in "的省委等、副长政领原":
        return None
    where = view.clause(found[0].start)  # 江湾市聚焦两大集群，石化产业产值过千亿
    end = mention.start if where is clause else where.end
    return found[0] if _FOSTERS.search(view.clean, found[0].end, end) else None


def _homes(view: View, clause: Clause, mention: Mention, claim: Claim) -> bool:
    """Whether it is the document's own region though another place stands before: 在东山省玻璃产业的地位."""
    if claim.head_span is None or claim.head == view.home:
        return False
    before = view.before(clause, mention)[-1:]
    if any(m.ref == view.home and m.end == mention.start for m in before):  # 成为本区玻璃产业的链主
        return True
    start = claim.head_span.start
    if claim.rule == "develops:owner" and _COME_FROM.search(view.clean, clause.start, start):
        return True
    if claim.rule == "develops:owner" and view.is_above(claim.head):
        within = _WITHIN.search(view.clean, max(clause.start, start - 4), start) is not None
        return within or _is_its(view, clause, claim.head, start)
    return start < clause.start and _STRANGER.match(view.clean, clause.start, mention.start) is not None


def park(view: View, clause: Clause) -> Mention | None:
    """The zone that 园区聚焦新材料 means: the one that was named last before, None where the clause says nothing so."""
    said = _PARK.match(view.clean, clause.start) or _opened(view, clause)
    if said is None:
        return park_called(view, clause) if _IN_FIGURES.match(view.clean, clause.start) else None
    if view.home is not None and view.home.type == "Zone" and view.home.key.endswith(("园", "园区")):
        return None  # 园区聚焦高端装备 in the news of that park
    if view.home is not None and any(w in said[0] and view.home.key.endswith(w) for w in _OWN_KINDS):
        return None  # 新区围绕高端装备 in the news of 金普新区
    for index in range(clause.index - 1, max(-1, clause.index - _SCOPE), -1):
        if found := [m for m in view.clauses[index].mentions if m.type == "Zone"]:
            return found[-1]
    return None


def _opened(view: View, clause: Clause) -> re.Match[str] | None:
    """The words for a park with which a sentence begins that names no other place before: 园区占地9亩，聚焦玻璃."""
    opened = view.clauses[clause.first : clause.index]
    places = [m for where in opened for m in where.mentions if m.type in PLACES]
    if not opened or any(m.type == "Zone" or not _SITE.search(view.clean, m.start - 4, m.start) for m in places):
        return None
    return _PARK_OPENS.match(view.clean, opened[0].start)


def carried(view: View, clause: Clause) -> list[Mention]:
    """揭牌成立甲创新基地，聚焦新材料领域: the one project or company at the end of the clause before.

    Of a list (签约甲、乙等9个项目，涵盖新材料领域) nothing is taken: it shows what the place fosters.
    """
    if clause.index == clause.first or not _ALL.match(view.clean, clause.start):
        return []
    before = view.clauses[clause.index - 1]
    group = view.groups(before)[-1] if before.mentions else []
    if len(group) != 1 or group[-1].type not in _OWNERS or not _END.fullmatch(view.clean, group[-1].end, before.end):
        return []
    return group
