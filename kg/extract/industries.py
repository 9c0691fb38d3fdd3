"""Industries: names of the word list where they mean an industry, lists that end in 等产业, X产业 by shape."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from kg.extract.confidence import CONFIDENCE
from kg.extract.forms import Form, occurrences
from kg.extract.industry_lists import beside, fields, short_rows
from kg.extract.lists import behind_mark, split_list
from kg.extract.names import coined, endings, is_division
from kg.extract.phrase_begins import Tokens, token_at
from kg.extract.phrases import generic_names, mention, unquote
from kg.ontology.lexicon import Lexicon
from kg.scan import scan_stretches
from kg.types import Mention, Text

_HEAD = re.compile(r"”?(?:全?产业链条?|产业簇群|产业集群|产业体系|产业带|产业园?集聚|产业|行业|集群|全产业链)")
_AFTER_LIST = re.compile(r"等[一-龥\d]{0,10}?(?:产业|行业|领域|集群|产业链|业态|经济|企业|制造业|农业|服务业)")
_FOSTER = re.compile(
    r"(?:发展|培育|壮大|做大|做强|做优|做精|布局|聚焦|打造|构建|推动|推进|振兴|延伸|引进|主导|围绕|提升|升级|转型|集聚|支持|加快|突出|做大做强|培育壮大)[^，。；]{0,24}$"
)
_SELF = re.compile(
    r"(?:产业|经济|农业|制造|制造业|服务业|旅游|渔业|加工业?|电商|商务|能源|材料|信息|医药|装备|智能|互联网|大数据|半导体|集成电路|汽车)$"
)
_SHAPE = re.compile(r"产业集群|产业链|产业")
# behind a name of the list: the name of a park, a firm, a school or a thing, not the industry
_COMPOUND = re.compile(
    r"(?:产业)?(?:园|基地|项目|中心|小镇|新?城|公司|集团|股份|有限|科技|学院|大学|学校|协会|部门|工程|厂|设备|技术|人才|市场|局|站|大厦|大会|论坛|博览|大赛|研究|实验|示范|企业|产品|用地|路|港|港区|走廊|谷|岛|增加值|投资|税收|基金|设施|材料|合作社|服务站|平台|总部|专业村|大道)"
)
# 人民生命健康: what belongs to people
_LIVES = re.compile("(?:人民|群众|职工|公众|学生|百姓|市民|居民|劳动者|儿童|老年人)(?:的)?$")
_FIRMS = re.compile(r"(?:龙头|骨干|重点|规上)?企业")  # 食品工业企业
NO_BRANCH = "传承|(?:综合|总)?收入|转化率"  # 中医药|传承创新, 旅游|综合收入
# 生猪95万头, 种植业结构, 光伏电站装机, 名优特产品消费: what is counted, regulated or eaten is no industry there
_OTHER = re.compile(
    rf"(?:约|近|超)?\d|消费(?!品)|生产(?!性)|{NO_BRANCH}|产量|产能|面积|总产|出栏|存栏|装机|并网|大县|联赛|大赛|运动会|文化节|节(?!能|点|水)|价格|执法|监管|监测|安全|违法|产品质量|品牌|品种|专业(?!化)|作物|事业|保障|改革(?:联动)?|"
    r"结构|职业|医院|医师|救助|补贴|保险|贷款|债券|消费品|从业|工人|经理|师(?!范)|展(?!望|示)|旅游节|周(?!边)|月(?!产)"
)
# 甲电子、乙新材料产业园: the last name of a list may be that of a park, a body or a fair
_NAMED = re.compile(
    r"(?:产业)?(?:园|基地|小镇|新?城(?!市)|公司|集团|股份|有限|学院|大学|学校|协会|商会|学会|研究|大会|论坛|博览|港|走廊|谷|合作社|联盟)"
)
# 冷水鱼|养殖: the longer name is the industry
_GOES_ON = re.compile("养殖|种植|(?:精深?|深)?加工|冶炼|制造|酿造|开采|制种")
_BOUNDARY = re.compile(r"[，。；、”）和及与]|等|$")
_FIELD = re.compile("养殖|种植|加工|制造|旅游|文化|物流|服务|冶炼|纺织|印刷|包装|安全|康养|医疗|教育|设计")
# 在|宽禁带|半导体领域, 以明澈为链主的|防爆|电机产业: what stands before a known name and makes it narrower
_NARROWER = re.compile(
    r"(?:(?:^|(?<=[，。；：\n]))在|[^，。；：、\n]为(?:链主|龙头|引领|核心|骨干|主体)的)"
    r"(?![我全本该各]|重点|主导|传统|新兴|优势|特色|相关|发展|推动|推进|打造|培育|建设|做|壮大|聚焦|深耕|布局|抓|支|加快|围绕|引进)(?P<more>[一-龥A-Za-z\d]{1,5})$"
)
_IN_FIELD = re.compile(r"(?:产业|行业)?(?:链|集群)?(?:领域|赛道|板块|方面)?(?:[，、]|等[一-龥]{0,6}(?:产业|集群|行业))")
_LEADS = re.compile("为(?:主导|主|龙头|支柱|核心|重点|特色|引领|依托)")
# what an industry does that begins a clause: 旅游业强势复苏
_FARES = re.compile(
    r"(?:也|正|不断|持续|加快|快速|蓬勃|稳步|加速|全面|进一步|提质|迅速|健康|较快|强势|稳健|繁荣|异军|发展|转型|势头|方兴|初具|从无|逐步)+"
    r"(?:发展|壮大|升级|提升|兴起|集聚|突破|提速|推进|崛起|起势|增效|向好|活跃|繁荣|复苏|回暖|强劲|迅猛|突起|未艾|规模|到有|成型|增长)"
)
_DOES = re.compile(
    rf"{_FARES.pattern}|(?:年|总|规上)*(?:营收|产值|销售收入|营业收入|增加值|规模)[^，。；]{{0,4}}(?:达|突破|超|增长)"
    r"|从[“]?[^，。；]{1,14}(?:走向|迈向|转向|到)"
    r"|(?:已|逐步|逐渐|正)?(?:成为|入选|入围|跻身|获评|覆盖|带动|年产值)"
)
_FOSTERS = re.compile(
    r"(?:大力发展|重点发展|加快发展|积极发展|培育壮大|做大做强|发展壮大|着力打造|壮大|做强|做优|培育)$"
)
# what a branch does, at the end of its name: 锂盐深加工, 冷水鱼养殖
_FIELDS = re.compile(
    r"(?:精深加工|深加工|加工业?|冶炼|制造业?|智造|养殖业?|种植业?|育种|装备|零部件|服务业|旅游业?|经济|回收|制氢|换电|储能|康养|电商|建材|材料|新材料|化工|医药|半导体|封装)(?=[，。；、！”）\n和及与]|等)"
)
_LEVELS = frozenset("市县区镇乡州旗")
_LIST_END = re.compile(
    r"等[^，。；、：]{0,8}?(?:产业|产业集群|产业链)(?=[，。；、）”]|[^园基项示扶])|(?:两|[二三四五六七八九十])(?:大|个|条)[^，。；、：]{0,8}?产业(?:集群|链)?"
)
_PLAIN = re.compile("[一-龥A-Za-z0-9]+")
_CLOSED = frozenset("pcurydeov")
_JOINS = ("、", "和", "与", "及")
_COUNT = re.compile(
    r"[二两三四五六七八九十](?<![第\d一二三四五六七八九十].)[二两三四五六七八九十]*大[一-龥]{0,8}?产业(?:集群|链)?(?=[，。；、）”]|等|和)"
)
# 四大支柱产业 of which nobody says which they are
_ANY_COUNTED = re.compile(
    "[二两三四五六七八九十]+大(?:主导|支柱|优势|特色|新兴|传统|重点|战略性|[百千万]亿元?|级|现代|先进|首位|新型|骨干|工业|农业|制造业?|富民|核心)*产业(?:集群|链)?"
)
# 其中|装备制造业增加值增长9%: a branch whose value is told
_VALUED = re.compile(
    "(?<=[，。；、：（\n])(?:其中，?|全年|全[市县区省州]|我[市县区省州]|预计)*+(?P<name>[一-龥]{2,12}?业)增加值"
    r"(?=同比|比上年|较上年|年均|增长|下降|占|达|突破|完成|实现|提高|[和、及]|\d)"
)
_VALUE = re.compile("业增加值")
# the sums that every place has, and what several branches are together: 规上工业, 服务业, 汽车三大产业
_SUM = re.compile(
    "规[上模]|企业|园区|第?[一二三]次?产业|三产|非公|民营|国有|县域|全部|[两二三四五六七八九十][大个]|等|主导|支柱|优势|重点|特色"
    "|完成|力争|确保|[今去]年|[上下]半年|季度|目标|非[煤农油]|万元|新增|人均|年均"
    "|^(?:工业|农业|农牧业|服务业|建筑业|房地产业|金融业|农林牧渔(?:服务)?业|畜牧业|种植业|渔业|林业|牧业|制造业)$|^(?:批发|住宿|交通|信息传输|租赁|其他)"
)
_PARTS = re.compile(r"[、和][^，。；：、\n]{1,12}$|[等”]$|[：—]$")


def _says_which(clean: str, start: int, end: int) -> bool:
    """Whether so many industries have a name of their own, or stand behind a list of them: 水、乳、酒等三大产业."""
    if _ANY_COUNTED.fullmatch(clean, start, end) is None:
        return True
    listed = _PARTS.search(clean, max(0, start - 18), start) is not None
    return listed or clean.startswith(("之一", "：", "——", "（"), end)


@functools.cache
def _empty(folder: Path) -> re.Pattern[str]:
    """Stems that name no industry (特色优势, 三大)."""
    return re.compile(f"(?:{'|'.join(endings('industry_words', folder, 'generic'))})+")


def find_industries(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """All industry layers.

    Example: 重点发展新材料、生物医药等产业 gives two; 打造食用菌产业链 one. No match in: 项目占地玻璃幕墙.
    """
    clean = text.clean
    words = Tokens(text, lexicon)
    found = occurrences(clean, "industries", lexicon.folder)
    known = [m for i, form in enumerate(found) for m in _known(text, words, found, i, form)]
    yield from known
    yield from _narrower(text, found)
    yield from _listed(text, words, known, lexicon.folder)
    for counted in _COUNT.finditer(clean):
        if _says_which(clean, *counted.span()):
            yield mention(text, counted.span(), "Industry", "industry:counted")
    yield from _by_field(text, words, known, lexicon.folder)
    yield from _by_head(text, words, known, lexicon.folder)
    for valued in scan_stretches(_VALUED, _VALUE, clean):
        if not _SUM.search(valued["name"]):
            yield mention(text, valued.span("name"), "Industry", "industry:valued")
    yield from beside(text, known, lexicon.folder)
    yield from short_rows(clean)
    yield from fields(text)


def _known(text: Text, words: Tokens, found: tuple[Form, ...], i: int, form: Form) -> Iterator[Mention]:
    """A name of the list where it means an industry: not in 电子商务公司, 生猪95万头, 人民生命健康."""
    clean = text.clean
    name = unquote(clean[form.start : form.end])
    head = _HEAD.match(clean, form.end)
    if head is None and name.endswith("产业"):  # 橡胶产业 of the list in 橡胶产业链
        longer = _HEAD.match(clean, form.end - 2)
        head = longer if longer and longer.end() > form.end else None
    end = head.end() if head else form.end
    listed = bool(_AFTER_LIST.match(clean, form.end))
    named = not listed and _NAMED.match(clean, end) is not None
    if named and head:
        return
    joined = not named and (
        (i > 0 and clean[found[i - 1].end : form.start] in _JOINS)
        or (i + 1 < len(found) and clean[form.end : found[i + 1].start] in _JOINS)
    )
    if _LIVES.search(clean, max(0, form.start - 10), form.start) or _GOES_ON.match(clean, form.end):
        return
    if head and (not name.endswith("业") or head.start() < form.end):
        rule = "industry:lexicon_head"
    elif listed:
        rule = "industry:lexicon_list"
    elif joined:
        rule = "industry:lexicon_joined"
    elif (
        (not head and (_OTHER.match(clean, form.end) or _after_name(words, form.start)))
        or (_COMPOUND.match(clean, form.end) and not _FIRMS.match(clean, form.end))
        or (not words.aligned(form.start, form.end) and len(name) < 4)
    ):
        return
    else:
        rule = f"industry:lexicon_{_alone(clean, form.start, end, name)}"
    yield Mention(form.start, end, "Industry", form.name, rule, CONFIDENCE[rule])


def _narrower(text: Text, found: tuple[Form, ...]) -> Iterator[Mention]:
    """The narrower branch of a known one where words say where it begins: 宽禁带半导体 of 在宽禁带半导体领域，….

    No example: 在松泉县玻璃产业方面, of a place.
    """
    clean = text.clean
    for form in found:
        if not _IN_FIELD.match(clean, form.end):
            continue
        before = _NARROWER.search(clean, max(0, form.start - 14), form.start)
        if before is None:
            continue
        first = token_at(text, before.start("more"))
        if first is not None and (first.pos[:1] not in _CLOSED or first.pos == "v") and first.pos != "ns":
            yield mention(text, (before.start("more"), form.end), "Industry", "industry:lexicon_foster")


def _alone(clean: str, start: int, end: int, name: str) -> str:
    """What speaks for a name that stands alone: that it is fostered or fares, that the word says it, or nothing."""
    if len(name) < 3:  # 大力发展箱包, 以煤炭为主导
        stop = clean[end : end + 1] in ("，", "。", "；", "")
        fostered = stop and _FOSTERS.search(clean, max(0, start - 12), start)
        leads = clean[start - 1 : start] == "以" and _LEADS.match(clean, end)
        return "foster" if fostered or leads else "bare"
    if _FOSTER.search(clean, max(0, start - 28), start) or _opens(clean, start, end):
        return "foster"
    return "alone" if _SELF.search(name) else "bare"


def _after_name(words: Tokens, start: int) -> bool:
    """Whether a name stands right before, of which the word is then the trade: 星沅|电子, 白鹭|水泥."""
    before = words.before(start)
    if before is None or len(before.word) < 2 or is_division(before.word):
        return False
    return before.pos in ("nr", "nrt", "nz", "n", "x") and coined(before.word) == len(before.word)


def _opens(clean: str, start: int, end: int) -> bool:
    """Whether a clause begins with it and tells how it fares: 旅游业强势复苏."""
    return (not start or clean[start - 1] in "，。；：\n") and _FARES.match(clean, end) is not None


def _listed(text: Text, words: Tokens, known: list[Mention], folder: Path) -> Iterator[Mention]:
    """The other names of a list of industries in which one is known: 门业、木材加工等传统产业."""
    clean = text.clean
    empty, generic = _empty(folder), generic_names(folder)
    ends = {m.end for m in known}
    for found in _LIST_END.finditer(clean):
        end = found.start()
        begin = behind_mark(clean, end, 90, "，。；：！？\n“”（）") or max(0, end - 90)
        pieces = split_list(clean, begin, end)
        if len(pieces) < 2 or ends.isdisjoint(p.end for p in pieces):
            continue
        for n, piece in enumerate(pieces):
            start = words.begin(piece.end, 12) if n == 0 else piece.start
            start = _behind_place(text, start, piece.end)
            name = clean[start : piece.end]
            if piece.end in ends or not 2 <= len(name) <= 8:
                continue
            if empty.fullmatch(name) or name in generic or not _PLAIN.fullmatch(name):
                continue
            first, last = words.index(start), words.index(piece.end - 1)
            if any(t.pos[:1] in _CLOSED and t.pos != "vn" for t in text.tokens[first : last + 1]):
                continue
            yield mention(text, (start, piece.end), "Industry", "industry:lexicon_joined")


def _behind_place(text: Text, start: int, end: int) -> int:
    """Where a name begins behind the place whose industry it is: 江山市|门业."""
    place = token_at(text, start)
    while place is not None and place.pos == "ns" and place.end < end:
        start = place.end
        place = token_at(text, start)
    return start


def _by_field(text: Text, words: Tokens, known: list[Mention], folder: Path) -> Iterator[Mention]:
    """What a branch does, beside a known industry or fostered: 发展冷水鱼养殖, 新材料、锂盐深加工."""
    clean = text.clean
    empty, broad = _empty(folder), endings("industry_words", folder, "broad")
    ends = {m.end for m in known}
    starts = {m.start for m in known}
    for found in _FIELDS.finditer(clean):
        start, end = words.begin(found.start(), 10), found.end()
        place = token_at(text, start)
        if place is not None and place.pos == "ns" and place.end < found.start():
            start = place.end
        stem = clean[start : found.start()]
        if not 1 <= len(stem) <= 8 or empty.fullmatch(stem) or end in ends or not _PLAIN.fullmatch(stem):
            continue
        if found[0] == "经济" and stem.endswith(broad):
            continue
        before = clean[start - 1 : start] in ("、", "和") and start - 1 in ends
        behind = clean[end : end + 1] in ("、", "和") and end + 1 in starts
        if before or behind or _FOSTERS.search(clean, max(0, start - 12), start):
            yield mention(text, (start, end), "Industry", "industry:field")


def _by_head(text: Text, words: Tokens, known: list[Mention], folder: Path) -> Iterator[Mention]:
    """Names in 产业 that no list has: 江山市门业产业, not 全市优势产业."""
    clean = text.clean
    empty, generic = _empty(folder), generic_names(folder)
    ends = {m.end for m in known}
    for found in _SHAPE.finditer(clean):
        if not (_BOUNDARY.match(clean, found.end()) or _DOES.match(clean, found.end())):
            continue
        if not ends.isdisjoint(range(found.start(), found.end() + 1)):
            continue
        start = words.begin(found.start(), 12)
        place = token_at(text, start)
        while place is not None and place.pos in ("ns", "nt", "nr", "nz", "v", "vn", "a") and place.end < found.start():
            if place.pos in ("v", "vn", "a") and _FIELD.fullmatch(place.word):
                break
            start = place.end
            place = token_at(text, start)
        if place is not None and place.word in _LEVELS and place.end < found.start():  # a name that the dictionary cuts
            start = place.end
        stem = unquote(clean[start : found.start()])
        if not 2 <= len(stem) <= 10 or empty.fullmatch(stem) or stem in generic:
            continue
        sure = _opens(clean, start, found.end()) or _FOSTERS.search(clean, max(0, start - 12), start)
        yield mention(text, (start, found.end()), "Industry", "industry:lexicon_foster" if sure else "industry:head")
