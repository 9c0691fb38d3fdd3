"""Slogans by shapes beyond the numbered formula: parallel phrases, what a place wants to be, X一体化, orders and ways.

Example: 坚持一体规划、一体建设、一体管理; 打造环湖生态文化旅游目的地; 构建四级就业服务体系; 建设富裕文明新青山.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from kg.extract.forms import is_known
from kg.extract.names import endings, finder, is_place
from kg.extract.phrase_begins import Tokens, token_at
from kg.extract.phrases import generic_names, unquote
from kg.ontology.lexicon import Lexicon
from kg.scan import after_last, scan
from kg.types import Span, Text

# 一体规划、一体建设、一体管理: phrases side by side; from the first character of a run only, so that none is read twice
PIECES = re.compile(r"(?<![一-龥])[一-龥]++(?:、[一-龥]++){1,9}")
_RULES = re.compile(
    r"(?:的?(?:工作)?(?:总基调|总要求|总思路|原则|方针|思路|要求|目标|理念|格局|模式|机制|体系|工作法|办法|方式|发展|文章|制度|精神|作风|道路|路子|布局|主线|主题|导向|战略|举措|品牌|愿景|不动摇|并[举重]|[两三四五六]张名片))"
)
# 进位赶超、跨越发展|目标
_RULED = re.compile(f"(?P<phrase>[一-龥]{{2,9}}?){_RULES.pattern}$")
# what a row is called that is one for certain: 一案一专班、一日一调度|要求
_PRINCIPLE = re.compile("”?的?(?:工作|总体)?(?:总基调|总要求|总思路|原则|方针|思路|要求|目标|战略|工作法)")
_ABOUT = ("围绕", "突出", "把握")  # 突出海工、通航、轨道交通: what is stressed may be anything
_HELD_UP = re.compile(r"(?:坚持|按照|秉承|秉持|弘扬|遵循|本着|践行|围绕|牢记|把握|突出|树立)(?:了|好)?$")
# what four characters say that tells how to act: 稳中求进, 生态优先, 实干兴市
_ACTS = re.compile(
    r"进|优先|为[先本要基民]|兴|强|争先|赶超|联动|创新|实干|引领|开放|绿色|求|惠|共[享建治]|融合|突破|保|稳|治|活"
)
_LEAD = re.compile(r"(?:全力|继续|着力|加快|奋力)?(?:筑牢|构筑|共建|融入|建成|建好|当好|争当|挺进|叫响|擦亮|迈向|打响)")
_FAR = re.compile(r"(?:打造|建设|建成|成为|争当|构筑|作为)[^，。；：\n]{2,46}[、和]$")
# 京津冀一体化, 城乡融合, 产城融合, 旅游产业化
_UNITED = re.compile(
    r"(?:一体化|同城化|均等化|融合|协同)(?:发展)?(?=[，。；、！”）\n和]|新?格局|战略|进程|水平|步伐|建设)"
)
_UNITED_STEM = re.compile(
    r"(?:城乡|产城|两化|文旅|农旅|教卫|军民|军地|校地|政企|区域|京津冀?|长株潭|[一-龥]{1,4}[雄莞穗渝蓉杭沪宁昆])$"
)
# 四级…体系, 现代…体系
_ORDER = re.compile(
    r"(?:服务|防控|治理|保障|产业|监管|救助|安全|创新|组织|工作|责任|物流|流通|能源|农业|养老|医疗|教育|诚信|应急|政务|开放|交通)(?:体系|网络)(?=[，。；、！”）\n和]|建设)"
)
_ORDER_STEM = re.compile(
    r"^(?:现代化?|市县|县乡|省市县|[二三四五六](?:级|位一体)|“?[^“”]{2,8}”|全(?:域|链条|方位)|绿色|多层次|多元|新型|智慧|多规)"
)
_BUILDS = re.compile(r"(?:构建|完善|健全|建立|打造|建设|形成|建成|织密|构筑)(?:了|好)?(?:起)?$")
# 格局, 模式, 思路, 理念, 机制 with a name before them
_WAY = re.compile(
    r"(?:新格局|格局|布局|模式|新模式|思路|理念|思维|定位|目标|经验|精神|工作法|新路子|新路|新机制|路径|新局面)(?=[，。；、！”）\n和]|$)"
)
# 建设富裕文明新青山, 谱写现代化青山新篇章
_PRAISE = re.compile("现代化|新|美丽|幸福|平安|富强|活力|和谐|健康|法治|诚信|智慧|数字|绿色|品质|宜居")
_NEW = re.compile(rf"(?:{_PRAISE.pattern})+(?=[一-龥]{{2,3}})")
_NEW_VERB = re.compile(r"(?:建设|打造|谱写|奋力|共建|建成|创建|推进|开创|加快|共创|推动|书写)[一-龥]{0,14}?$")
_MODERN = re.compile(
    "(?:中国式现代化|社会主义现代化)(?:建设|发展)?的?“?[一-龥]{2,6}?(?:新?篇章|新?实践|新?答卷|新图景|样板)(?=[，。；、！”）\n和]|$)"
)
_EMPTY = re.compile(
    r"[的了]|^(?:重要|全国|全省|国内|国家|知名|一流|新|区域性?|省级|市级|国家级|现代化?|重点|多个|一批|世界|国际|省内|各类?)*$"
)
_MARKS = "，。；、！：”）\n和与及并"
# what may stand between a verb of slogan_words and its object: 打造成为|一个|高地
_BETWEEN = {"becoming": "(?:了|为|好|一个|一座)?", "holding": "(?:了|好)?", "way": "(?:了|好|一条)?"}


@functools.cache
def _verb(folder: Path, kind: str) -> re.Pattern[str]:
    """Verbs of one kind at the end of what stands before a name."""
    return re.compile(f"(?:{'|'.join(endings('slogan_words', folder, kind))}){_BETWEEN[kind]}$")


def parallel(text: Text, folder: Path) -> Iterator[tuple[str, Span]]:
    """Phrases of one length side by side that repeat a word or that a clause holds up as a rule.

    No match in: 教育、医疗、住房 (nothing says that they are a rule);
    立足新发展阶段、贯彻新发展理念、构建新发展格局 (each a name with its verb).
    """
    clean = text.clean
    for found in PIECES.finditer(clean):
        pieces = found[0].split("、")
        ruled = _RULED.match(pieces[1]) if len(pieces) == 2 else None
        size = len(ruled["phrase"] if ruled else pieces[1])
        if size < 2 or any(len(p) != size for p in pieces[1:-1]) or len(pieces[-1]) < size or len(pieces[0]) < size:
            continue
        last = pieces[-1]
        end = found.end() - (len(last) - size)
        if len(last) > size and not _RULES.match(last[size:]) and last[size:][0] not in "的和":
            continue
        start = found.start() + len(pieces[0]) - size
        phrases = [pieces[0][-size:], *pieces[1:-1], last[:size]]
        lead = pieces[0][:-size]
        shared = [all(p[i] == phrases[0][i] for p in phrases) for i in range(size)]
        rule = bool(_RULES.match(clean, end))
        held = bool(_verb(folder, "holding").search(lead)) if lead else False
        if lead and not held and not rule and not any(shared):
            continue
        if len(set(phrases)) < len(phrases) or size > 9 or _are_names(clean, start, phrases, folder):
            continue
        opens = not lead and clean[start - 1 : start] in "，。；：、！“”（\n"
        first = any(shared[:-1])  # a word that is repeated, not only the kind of thing: 一体规划、一体建设
        ends = shared[-1] and phrases[0][-1] in "化好美强优稳新实变通清绿富活高快净亮畅"
        alike = (first or ends) and not all(shared[1:]) and len(phrases) > 2
        if _principle(clean, end, lead, alike, len(phrases)) and (opens or held or _HELD_UP.search(lead)):
            yield "parallel_held", Span(start, end)
        elif _HELD_UP.search(lead) if lead else rule and size == 4 and opens:
            yield "parallel_rule", Span(start, end)
        elif alike and (opens or held or rule):
            yield "parallel", Span(start, end)
        elif (
            opens
            and len(last) == size
            and size == 4
            and clean[end : end + 1] in "，。；”的）"
            and _ACTS.search(phrases[-1])
        ):
            yield "parallel_clause", Span(start, end)


def _principle(clean: str, end: int, lead: str, alike: bool, size: int) -> bool:
    """Whether a row is held up as a principle by more than a verb: by its words, the word behind it or its length."""
    named = _PRINCIPLE.match(clean, end) is not None
    if _HELD_UP.search(lead) and not lead.endswith(_ABOUT):
        return named or alike or size > 3 or lead.endswith("按照")
    return named and alike


def _are_names(clean: str, start: int, phrases: list[str], folder: Path) -> bool:
    """Whether most of the phrases that begin at `start` are a verb of two characters and a listed slogan."""
    size = len(phrases[0]) + 1
    ends = [start + i * size + len(p) for i, p in enumerate(phrases)]
    return sum(is_known(clean, e - len(phrases[0]) + 2, e, folder) for e in ends) * 2 > len(phrases)


# an item of a list, which may join two things by 和 of which the first is no aim of its own
_ITEM = re.compile(r"、(?P<name>[一-龥]{2,20})$")
_AIMED = re.compile("(?:区|地|城|市|县|园|枢纽|中心|港|标杆|样板|典范|名片|支点|门户|之都|之乡)和")


# 打造|与省城一体化发展先行区: all that is to become of it, verbs and what is joined within it included
_TO_BE = re.compile("(?:打造|建设|建成|争当|争做|勇当|当好|构筑|筑牢|成为)(?:成为|成|好)?")
_WHOLE = re.compile(
    "(?:先行区|示范区|引领区|先导区|幸福区|高地|承接地|策源地|增长极|屏障|共同体|排头兵|领头羊|领跑者|引领者|标兵|标杆|样板|典范|范例)$"
)
_NOT_WHOLE = re.compile(
    rf"{_AIMED.pattern}|[的了]|打造|争创|加快|推进|^(?:[\d一二三四五六七八九十多]+[个批条家座]|全[市县区]|国家|全国首批|新的?$)"
)
_CLAUSE = "，。；：！？、“”（）《》\n"


def aims(text: Text, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    """What a place wants to become, behind a verb of becoming: 打造全省数字农业先行区.

    And all that stands between such a verb and the aim: 建设新型城镇化与城乡统筹示范区; not 建设甲县和乙县示范区.
    """
    clean = text.clean
    words = Tokens(text, lexicon)
    becomes = _verb(lexicon.folder, "becoming")
    for head, end in finder("slogan_words", lexicon.folder, "aim").spans(clean):
        if clean[end : end + 1] not in _MARKS and not clean.startswith(
            ("的", "建设", "地位", "目标", "行列", "定位", "提供", "作出", "贡献"), end
        ):
            continue
        start = words.begin(head, 24)
        if (begins := _to_be(clean, head, end)) < start:
            yield "aim_whole", Span(begins, end)
            continue
        lead = _LEAD.match(clean, start, head)
        verb = lead or becomes.search(clean, max(0, start - 6), start)
        start = lead.end() if lead else start
        item = _ITEM.search(clean, max(0, head - 22), head) if verb is None else None
        if item and item.start("name") < start and not _AIMED.search(item["name"]):
            start = item.start("name")  # 打造甲高地、|生态保护和绿色发展先行区
        if start == head and end - head < 4:
            continue
        if not 4 <= end - start <= 26 or _EMPTY.search(clean[start:head]):
            continue
        # 打造甲、乙和丙: the later members of a list
        if verb is None and clean[start - 1 : start] in ("、", "和"):
            verb = _FAR.search(clean, max(0, start - 50), start)
        if verb:
            yield "aim_wide", Span(start, end)


def _to_be(clean: str, head: int, end: int) -> int:
    """Where all that is to become of a place begins, behind the verb; `end` for nothing of the kind."""
    if not _WHOLE.search(clean, head, end) or clean.startswith("建设", end):
        return end
    verb = _TO_BE.search(clean, after_last(clean, _CLAUSE, max(0, head - 26), head), head)
    if verb is None or _NOT_WHOLE.search(clean[verb.end() : head]) or not 6 <= end - verb.end() <= 24:
        return end
    return verb.end()


def united(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """X一体化, X同城化: 江北江南一体化, 文旅融合发展."""
    clean = text.clean
    words = Tokens(text, lexicon)
    for found in _UNITED.finditer(clean):
        start = words.begin(found.start(), 12)
        stem = clean[start : found.start()]
        if found[0].startswith(("融合", "协同")) and not _UNITED_STEM.search(stem):
            continue
        if 2 <= len(stem) <= 12 and not _EMPTY.search(stem):
            yield Span(start, found.end())
            if found[0] in ("一体化发展", "同城化发展"):
                yield Span(start, found.end() - 2)


def orders(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """Orders of several levels or of a new kind: 四级就业服务体系, 现代化产业体系; 形成全域旅游新格局."""
    clean = text.clean
    words = Tokens(text, lexicon)
    generic = generic_names(lexicon.folder)
    for found in _ORDER.finditer(clean):
        start = words.begin(found.start(), 16)
        name = clean[start : found.end()]
        if _ORDER_STEM.search(name) and 5 <= len(name) <= 22 and _BUILDS.search(clean, max(0, start - 5), start):
            yield Span(start, found.end())
    for found in _WAY.finditer(clean):
        if clean[found.start() - 1 : found.start()] == "”":
            continue
        start = words.begin(found.start(), 16)
        name = unquote(clean[start : found.end()])
        if not 5 <= len(name) <= 18 or name in generic or _EMPTY.search(clean[start : found.start()]):
            continue
        if _verb(lexicon.folder, "way").search(clean, max(0, start - 6), start) and not is_known(
            clean, start, found.end(), lexicon.folder
        ):
            yield Span(start, found.end())


def modern(clean: str) -> Iterator[Span]:
    """How a place takes part in modernisation: 中国式现代化建设青山篇章; not 中国式现代化新征程."""
    for found in _MODERN.finditer(clean):
        yield Span(*found.span())


def new_places(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """A place as it is to be: 富裕文明新青山, 现代化青山."""
    clean = text.clean
    words = Tokens(text, lexicon)
    for found in scan(_NEW, _PRAISE, clean):
        if not found[0].endswith(("新", "现代化")):
            continue
        place = next((n for n in (3, 2) if is_place(clean[found.end() : found.end() + n])), 0)
        token = token_at(text, found.end())
        if not place and (token is None or token.pos not in ("ns", "nr", "nz") or not 2 <= len(token.word) <= 3):
            continue
        end = found.end() + (place or len(token.word if token else ""))
        if clean[end : end + 1] not in "，。；、！”）\n新的而建贡奋努 ":
            continue
        start = min(words.begin(found.start(), 16), found.start())
        if _NEW_VERB.search(clean, max(0, start - 16), start) and 4 <= end - start <= 20:
            yield Span(start, end)
