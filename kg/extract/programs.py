"""Programmes: national ones by word list, local ones by head word (攻坚行动, 三年行动计划, 改革), regulations."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from kg.extract.confidence import CONFIDENCE
from kg.extract.fielded import find_fielded
from kg.extract.forms import is_known, occurrences
from kg.extract.names import place_after
from kg.extract.phrase_begins import Tokens
from kg.extract.phrases import balance, generic_names, heads_finder, mention, unquote
from kg.extract.program_lists import beside, explained
from kg.extract.program_objects import objects
from kg.extract.program_shapes import NUMERALS, counted, deeds, listed, named_from, papers
from kg.numerals import count
from kg.ontology.lexicon import Lexicon
from kg.scan import scan, scan_behind, scan_stretches
from kg.types import Mention, Text

# what may follow a known name and belongs to it
_TAIL = re.compile(
    r"”?(?:专项整治行动|专项行动|[三五]年行动计划|[三五]年行动|[三五]年攻坚行动|行动计划|攻坚行动|专项斗争|专项整治|攻坚战|(?:深化提升|巩固提升|提质扩面|扩面提质|提质增效|提质升级|攻坚突破|提升|提质)(?:行动|工程)|行动|活动|工程|计划|改革|试点|创建|战略规划|规划"
    r"|(?:建设|攻坚|提升|突破|推进|落实|巩固|深化|提质){0,2}年(?:活动|行动)?(?=”|[，。；、）和及]))"
)
# of these, what makes a plan or a year of its own out of a standing thing: 农村改厕|三年行动, 垃圾分类|提质行动
_OWN = re.compile("年行动|行动计划|规划|年(?:活动)?$|(?:提升|提质|扩面|增效|升级|突破)(?:行动|工程)$")
_YEAR_OF_PLAN = re.compile("“?十[一二三四五]五”?(?:开局|起步|收官|圆满收官)(?:之年|起步)?")
_SCHEME = "保障制度"  # the kind of insurance and relief in the word list
_PAPER = re.compile(r"《([^《》\n]{4,50})》")
_PAPER_HEAD = re.compile(
    r"(?:规划|条例|办法|意见|方案|规定|计划|措施|政策|清单|细则|纲要|法|[\d一二三四五六七八九十]+条|行动)(?:（[^）]*）|纲要)?$"
)


_NO_WAR = tuple("略术线斗役场区友士时争备")  # 质量提升战|略
_YEARS = re.compile(r"（\d{4}[-—~年至]+\d{4}年?）")
_DEED = re.compile(r"(?:迅速|积极|立即|实际|统一|主动|共同|自觉|一致|具体|违法|军事)行动$")
_NUMBERED = re.compile(
    r"(?<![第\d一二两三四五六七八九十百千])[二两三四五六七八九十百]{1,5}(?:大|个|项)(?:[一-龥]{0,2})?(?:行动|工程|战役|攻坚战|攻坚|活动|计划|会战|革命|实事)(?=[”，。；、）（]|等|和|有序|全面|扎实|深入|稳步|顺利|圆满|成效|成果|取得|初[见战显]|首战)"
    r"|(?<![\d一二三四五六七八九十])(?:\d{1,2}|[二三四五六七八九十]{1,3})证合一"
    r"|[二两三四五六七八九十]大(?:产业|基础设施|民生|创新|科创|平台|技术攻关|招商|改革|生态|交通|水利)项目|[二两三四五六七八九十]大(?:民生实事|攻坚行动)"
)


# a heading that is a name: 四、畅通出行工程。 ——旅游升级攻坚。 No match in: 四、实施畅通工程。
_TITLED = re.compile(
    r"(?:(?<=\n)|^)(?:—{1,2}|－{1,2}|（?[一二三四五六七八九十]{1,3}[）、]|\d{1,2}[.、．])[ ]?"
    r"(?P<name>(?!(?:全面|深入|大力|扎实|着力|全力|持续|加快|坚决|坚定|继续|积极|统筹|进一步|认真|切实|突出|强力)?(?:实施|推进|开展|打好|打赢|深化|强化|抓好|抓实|落实|启动|推动|加强|完善|做好|聚焦|坚持|打造|实行|推行|组织|办好|参与|支持|围绕))"
    r"[一-龥“”+]{3,14}(?:工程|行动|行动计划|攻坚战|攻坚|保卫战|会战|战役))(?=[。：\n])"
)
_BREAK = re.compile(r"\n")
# 办好28件民生实事
_DEEDS_FOR_PEOPLE = re.compile(
    r"(?P<name>(?<![第\d一二两三四五六七八九十百])(?:\d{1,3}|[二两三四五六七八九十]{1,3})(?:件|类|项|方面)(?:省市|重点)?(?:民生|惠民|利民|为民|便民|为民办)实事)"
)
_FOR_PEOPLE = re.compile("实事")
# 出台人才新政28条, 优化营商环境20条; 和|服务民营企业15项措施
_SO_MANY = r"(?:\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?)"
_MEASURES = "(?:政策|硬核|刚性)?(?:措施|举措|意见)"
_POINTS = re.compile(
    rf"(?:(?:出台|落实|兑现|推出|制定|印发|发布|实施|推行|执行)(?:了|好)?(?:全省|全市|全县)?“?"
    rf"(?P<name>(?!第)[一-龥]{{2,14}}(?<![第前])(?:\d{{2,3}}|[二三四五六七八九]?十[一二三四五六七八九]?)条(?:{_MEASURES})?)"
    rf"|(?<=[，。；：、和及与“])(?P<plain>(?:支持|扶持|促|稳|优化|降低|服务|助企|惠企|关心|推动|助力|保障|鼓励|减轻)"
    rf"[一-龥]{{1,14}}(?<![第前]){_SO_MANY}[条项](?:服务)?{_MEASURES}))(?=[，。；、”）\n和及]|政策|措施|意见)"
)

_SO_MANY_POINTS = re.compile(r"[\d一二三四五六七八九十][条项]")

# the three defence battles, named together with one head word
_ELEMENTS = re.compile(
    r"(蓝天)(?:”?[、和]“?)(碧水)(?:”?[、和]“?)(净土)"
    r"(?=(?:”?[、和与及]“?(?:清废|青山|绿地|绿盾|固废|蓝海|静音|治气))?”?(?:[三四五]大|[三四五]场)?(?:保卫战|攻坚战|攻坚|行动))"
)

_BATTLE = re.compile("保卫战|攻坚战|攻坚|行动")

# 平台优化、成果转化等工程: what each part is, and the head word that they share
_SHARED = re.compile(
    r"(?:工程|行动|体制机制改革|体制改革|制度改革|机制改革|改革|计划|战役|攻坚战|保卫战|攻坚行动|专项整治行动|专项整治|专项治理|试点)(?=”?(?:[，。；、\n和及]|建设|任务|取得|稳步|有序|全面|扎实|顺利|深入|加快|持续|基本|$))"
)
_SUM = re.compile(
    r"等?(?:各?方面|各?领域|各?项)?“?(?P<count>\d{1,4}|[二两三四五六七八九十]{1,3})?[大项个场]?(?:重点|专项|重大)?"
    r"(?P<kind>(?<=[大项个场])(?:提升|提质|攻坚|振兴|突破|培育|保护|生态保护|治理|惠民|民生))?(?:方面|领域)?$"
)
_SUMMED = re.compile("[两二三四五六七八九十][大项]")
_LIST = re.compile(r"(?:[^，。；：、！？\n（）《》“”]{2,16}、)+[^，。；：、！？\n（）《》“”]{2,30}$")
# 蓝天、碧水、净土三大工程
_SHORT_ROW = re.compile(
    r"(?P<row>[一-龥]{2,3}(?:(?:”?[、和]“?|”“)[一-龥]{2,3}){1,5})”?“?(?P<count>[两二三四五六])[大项](?P<head>工程|革命|行动|计划|保卫战|攻坚战|战役|会战|攻坚行动|专项行动)"
)
_COUNTED = re.compile("[两二三四五六][大项][工行计保攻战会专革]")
_BUILDING = re.compile("[路桥渠库厂站楼园馆坝闸港河湖城区](?=”?(?:[、和]|[两二三四五六][大项]))")  # 甲路、乙桥两大工程
_SHORT_ITEM = re.compile("[一-龥]{2,3}")
_ITEMS = re.compile("、(?=[^，。；：、]{2,})|[和与及](?=[^，。；：、]{3,})")
# a part names work or a field of policy, no building: 成果转化, 国有粮库 (改革), 社会治理
_DONE = re.compile(
    r"(?:提升|优化|升级|转化|转型|延链|补链|强链|建链|加工|扩能|提速|提能|焕新|育强|培育|振兴|提质|倍增|培训|攻坚|整治|治理|保护|修复|建设|改造|改革|发展|创新|引领|突破|服务|保障|惠民|富民|强农|扶贫|帮扶|金融|体制|土地|机制|教育|医疗|就业|"
    r"投入|消费|安全|健康|关爱|管理|监管|交通|消防|垃圾|污水|厕所|燃气|融合|集聚|招商|拓展|推广|示范|覆盖|扩面|增效|减负|合作|招引|回归|成长|壮大)$"
)
# what is reformed: 供销社、国有林场等改革
_REFORMED = re.compile(
    r"(?:医院|卫生|供销社|林场|林区|林权|农场|农垦|企业|国企|国资|院团|机构|事业单位|制度|财税|税收|户籍|价格|电力|盐业|水权|水价|殡葬|司法|警务|统计|预算|公车|"
    r"薪酬|商事|审批|流通|投融资|监管|执法|宅基地|职称|科研院所|高考|中考|学校|农信社|住房|社保|医保|编制|园区|开发区|平台公司|放管服)$"
)
# a part that only a reform names: 就业体制、国有粮库、财税
_SYSTEM = re.compile(rf"(?:体制|机制|制度|金融|土地|林地|粮库|{_REFORMED.pattern[3:-2]})$")
# what may be a project as well as a programme: 白鹭河综合整治
_BUILT = re.compile("(?:改造|整治|治理|修复|加固|扩容|升级|搬迁|安置|示范|处理|利用|绿化|开发|重组)$")
_WHOLE = re.compile(
    r"(?:工程|行动|改革|计划|战|整治|治理|试点|项目|活动|制度|办法|规划|政策|方案)$|^(?:以及|并|等|其他)|[的了]"
)


def find_programs(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """All programme layers."""
    known = [*_known(text, lexicon), *_papers(text)]
    yield from known
    whole = {span.end: span.start for span in objects(text.clean)}
    headed = [m for m in (*_headed(text, lexicon), *_shaped(text, lexicon)) if not _half(text.clean, m, whole)]
    yield from headed
    for end, start in whole.items():
        if not is_known(text.clean, start, end, lexicon.folder):
            yield mention(text, (start, end), "Program", "program:object")
    yield from beside(text, [*known, *headed])
    yield from explained(text)
    for found in scan_behind(_TITLED, _BREAK, text.clean):
        kind = "action" if found["name"].endswith(("行动", "战", "战役", "攻坚")) else "work"
        yield mention(text, found.span("name"), "Program", f"program:head_{kind}")
    for span in listed(text, [(m.start, m.end) for m in headed if m.type == "Program"], lexicon):
        yield mention(text, span, "Program", "program:list")
    yield from _numbered(text)
    yield from _elements(text)
    yield from _shared(text, lexicon)
    yield from _short_rows(text)
    yield from find_fielded(text, lexicon)
    for found in scan_stretches(_DEEDS_FOR_PEOPLE, _FOR_PEOPLE, text.clean):
        yield mention(text, found.span("name"), "Program", "program:counted")
    for found in scan_stretches(_POINTS, _SO_MANY_POINTS, text.clean):
        yield mention(text, found.span(found.lastgroup or 0), "Program", "program:points")


def _half(clean: str, m: Mention, whole: Mapping[int, int]) -> bool:
    """Whether a name is only the end of an object, by its end: 企业制度 of 联系企业制度; not what a place has."""
    start = whole.get(m.end, m.start)
    return start < m.start != start + place_after(clean[start : m.end])


def _known(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Programmes of the word list: 深化“放管服”改革. No match in: 改革放管."""
    words = Tokens(text, lexicon)
    clean = text.clean
    for form in occurrences(clean, "programs", lexicon.folder):
        short = len(unquote(clean[form.start : form.end])) <= 3
        if short and not form.quoted and not words.aligned(form.start, form.end):
            continue
        if clean.startswith("员", form.end):  # 农村电影放映|员
            continue
        if _YEAR_OF_PLAN.match(clean, form.start):  # “十五五”|开局之年, which is a year
            continue
        tail = _TAIL.match(clean, form.end)
        start, end = balance(clean, form.start, tail.end()) if tail else (form.start, form.end)
        if form.name.endswith("规划") and not form.quoted:
            place = words.before(start)
            start = place.start if place and place.word[-1] in "省市县区镇乡州" and len(place.word) > 1 else start
        rule = "program:lexicon_short" if short else "program:lexicon"
        rule = "program:lexicon_scheme" if form.kind == _SCHEME and not tail else rule
        own = tail is not None and _OWN.search(tail[0])
        yield Mention(start, end, "Program", unquote(clean[start:end]) if own else form.name, rule, CONFIDENCE[rule])
    for form in occurrences(clean, "slogans", lexicon.folder):
        tail = _TAIL.match(clean, form.end)
        if tail and not clean.startswith("战略", form.end - 2):
            start, end = balance(clean, form.start, tail.end())
            if is_known(clean, start - 1, end, lexicon.folder):
                continue
            yield mention(text, (start, end), "Program", "program:slogan_carried_out")


def _papers(text: Text) -> Iterator[Mention]:
    """Regulations and plans in title marks: 出台《关于促进民营经济发展的若干意见》."""
    for found in _PAPER.finditer(text.clean):
        if _PAPER_HEAD.search(found[1]):
            yield mention(text, (found.start(1), found.end(1)), "Program", "program:paper")


def _headed(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Names by their head word: 深入开展秋冬攻坚行动 gives 秋冬攻坚行动. No match in: 组织开展专项行动."""
    clean = text.clean
    words = Tokens(text, lexicon)
    generic = generic_names(lexicon.folder)
    for found in heads_finder(lexicon.folder, "Program", "open").spans(clean):
        start, end = found
        head = clean[start:end]
        if clean[start - 1 : start] == "”" or is_known(clean, start - 1, end, lexicon.folder):
            continue
        if head.endswith("战") and clean[end : end + 1] in _NO_WAR:
            continue
        joins = head.endswith(("行动", "战", "仗", "工程", "整治"))
        start = named_from(clean, words.begin(start, joins=joins), start)
        if clean.startswith("领域", start) and clean.startswith("重点", start - 2):
            start -= 2
        held = clean[start:end]
        if held.count("”") > held.count("“"):  # “首问负责、限时办结”两项制度: all that stands in the marks
            start = max(start - len(_before(clean, start)), 0)
        year = _YEARS.match(clean, end, end + 16)
        name = unquote(clean[start:end])
        if not 4 <= len(name) <= 30 or start == found.start or name in generic or _DEED.search(name):
            continue
        if clean[start - 1] == "、" and _SUMMED.search(name):  # 园区能级、|干部能力两大提升行动: the last of two
            continue
        if year:
            end = year.end()
        kind = (
            "reform"
            if head.endswith("改革")
            else "plan"
            if head.endswith(("规划", "方案", "计划"))
            else "rule"
            if head.endswith(("办法", "条例", "规定", "意见", "细则", "制", "制度"))
            else "year"
            if head.endswith("年")
            else "action"
            if head.endswith(("行动", "战", "仗", "整治", "治理", "斗争", "清理", "战役", "攻势"))
            else "work"
        )
        yield mention(text, (start, end), "Program", f"program:head_{kind}")


def _shaped(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """What is done in a field, counted works, papers without title marks."""
    for kind, span in deeds(text, lexicon):
        yield mention(text, span, "Program", f"program:{kind}")
        if kind.startswith("deed_work") and _BUILT.search(text.clean, span.start, span.end):
            yield mention(text, span, "Project", "project:deed")
    for span in counted(text, lexicon):
        yield mention(text, span, "Program", "program:counted")
    for span in papers(text):
        yield mention(text, span, "Program", "program:paper_named")


def _before(clean: str, start: int) -> str:
    """What stands between the quote mark that is open at a position and that position, with the mark."""
    opened = clean.rfind("“", max(0, start - 30), start)
    return clean[opened:start] if opened >= 0 and "”" not in clean[opened:start] else ""


def _numbered(text: Text) -> Iterator[Mention]:
    """Counted programmes: 实施六大工程 gives 六大工程."""
    for found in scan(_NUMBERED, NUMERALS, text.clean):
        yield mention(text, found.span(), "Program", "program:numbered")


def _elements(text: Text) -> Iterator[Mention]:
    """蓝天、碧水、净土保卫战: three battles."""
    rule = "program:elements"
    for found in _ELEMENTS.finditer(text.clean):
        head = _BATTLE.match(text.clean, found.end())
        for i in (1, 2, 3):
            end = head.end() if head and i == 3 else found.end(i)  # 净土|保卫战 stands there whole
            yield Mention(found.start(i), end, "Program", f"{found[i]}保卫战", rule, CONFIDENCE[rule])


def _shared(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """The parts of a list with one head word: 实施平台优化、成果转化等工程 gives 平台优化工程 and 成果转化工程.

    As many parts as the head word counts are names whatever they say: 文化润心、健康暖心“两大行动”; so is what 等 sums
    up as fields of reform: 农村金融、社会治理等各方面改革. No match in: 推进甲路、乙桥等工程 (nothing there is done to
    anything).
    """
    words = Tokens(text, lexicon)
    for found in _SHARED.finditer(text.clean):
        joint = _SUM.search(text.clean, max(0, found.start() - 12), found.start())
        stop = joint.start() if joint else found.start()
        parts = _LIST.search(text.clean, max(0, stop - 120), stop)
        if parts is None:
            continue
        stops = [parts.start(), *(m.end() for m in _ITEMS.finditer(text.clean, *parts.span())), parts.end() + 1]
        reform = found[0].endswith("改革")
        told = not reform and joint is not None and count(joint["count"] or "") == len(stops) - 1 > 1
        fields = reform and joint is not None and joint[0].startswith("等")
        kind = (joint["kind"] or "") if joint and told else ""  # 园区能级、干部能力两大|提升|行动
        least = 2 if fields or kind or reform else 4
        for n, (start, after) in enumerate(itertools.pairwise(stops)):
            end = after - 1
            if n == 0:
                last = words.before(end)  # 优化, 提升: what is done may itself be a word that ends names
                start = max(start, words.begin(last.start if last else end, 16))
            name = text.clean[start:end]
            if not least <= len(name) <= 14 or _whole(name, reform) or (reform and "改革" in name):
                continue
            rule = "program:shared_reform" if reform and _SYSTEM.search(name) else "program:shared"
            if told or fields or (_shares(name, found[0]) and (len(name) > 2 or _REFORMED.fullmatch(name))):
                end = (
                    found.end() if end == found.start() else end
                )  # 医疗、园区体制改革: the last one stands there whole
                yield Mention(start, end, "Program", name + kind + found[0], rule, CONFIDENCE[rule])


def _whole(name: str, reform: bool) -> bool:
    """Whether a part of a list is a name without the head word: 白鹭河综合整治; not what is reformed (社会|治理)."""
    return bool(_SUMMED.search(name) or _WHOLE.search(name)) and not (reform and name.endswith(("治理", "制度")))


def _shares(name: str, head: str) -> bool:
    """Whether a part of a list may be what its head word says: 成果转化 a 工程, 国有林场 a 改革."""
    return bool(_DONE.search(name) or (head.endswith("改革") and _REFORMED.search(name)))


def _short_rows(text: Text) -> Iterator[Mention]:
    """Short names with one counted head word: 蓝天、碧水、碧海、净土四大工程; not 甲路、乙桥两大工程."""
    rule = "program:shared_short"
    for found in scan_stretches(_SHORT_ROW, _COUNTED, text.clean):
        items = [*_SHORT_ITEM.finditer(text.clean, *found.span("row"))]
        if count(found["count"]) != len(items) or _BUILDING.search(found[0]):
            continue
        battles = _ELEMENTS.search(text.clean, *found.span())
        if battles:
            items = [item for item in items if item.start() >= battles.end()]
        size = items[-1].end() - items[-1].start() if items else 0
        for item in items:
            start, end = max(item.start(), item.end() - size), item.end()
            yield Mention(start, end, "Program", text.clean[start:end] + found["head"], rule, CONFIDENCE[rule])
