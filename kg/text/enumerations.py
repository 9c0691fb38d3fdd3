"""Counted names and as many parts as they say: “三网”（水网、路网、电网）, 甲、乙“两园叠加”, “一核两翼”. “一核”指甲"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from kg.ontology.lexicon import Lexicon
from kg.scan import scan
from kg.text.counts import Count, Piece, counted, pieces
from kg.text.enumerated_items import About, begins_items, by_items, echoed, owned, summed_later
from kg.text.formula_lists import by_roles, by_words
from kg.text.parts_of_lists import read_list
from kg.text.summed_groups import by_sums
from kg.types import Enumeration, Gloss, Span

_QUOTED = re.compile(r"“(?P<name>[^“”\n。；：]{2,24})”(?P<tail>[一-龥]{0,10})")
_HEADS = (
    "行动计划|专项行动|行动|工程|计划|攻坚战|保卫战|会战|战役|硬仗|革命|战略|产业集群|产业链|产业体系|产业|主导(?!产业)|支柱(?!产业)|基地|平台|片区|园区|组团"
    "|品牌|项目|实事|任务|机遇|板块|中心|攻坚"
)
_HEAD_WORDS = frozenset(_HEADS.replace("(?!产业)", "").split("|"))
_PLAIN = re.compile(
    r"(?<![第\d一二两三四五六七八九十百千万亿分之“年月前后约近达共为超过])"
    r"(?P<name>(?:十[一二三四五六]?|[二两三四五六七八九]|[2-9]|1\d)(?:大|项|个|条|类|张|场)(?:(?![与和同及])[一-龥]){0,8}?"
    rf"(?:(?:{_HEADS})(?!{_HEADS}|园|带|区|强[省市县区镇村]|大[省市县]|[县镇村]|示范|融合|联盟|学院|基金)|(?:(?![与和同及])[一-龥]){{2,4}}(?=[，。；：（）—\n”])))(?P<tail>)"
)
_COUNTS = re.compile(r"[十二两三四五六七八九\d](?=[一二三四五六\d]?[大项个条类张场])")  # what `_PLAIN` opens with
_BARE_FORMULA = re.compile(
    r"(?<=[、，。；：\n（①-⑳建打造成的以按照])(?P<name>(?:[一二两三四五六七八九][^一二两三四五六七八九十百千万\d“”、，。；：（）\n年月日]{1,3}){2,5})"
    r"(?=[：（，—])(?P<tail>)"
)
_THAT_IS = (
    r"(?:也就是|就是|即|是指|指的是|指|分别是|分别为|分别指|包括|包含|涵盖|主要(?:是|为|有|包括)|具体(?:是|为|指|包括))"
)
# what stands between a name with the words behind it and its list
_OPEN = re.compile(
    rf"(?:建设|工作|格局|目标|布局|方面)?(?:（[^（）]{{0,3}}\d[^（）]{{0,6}}）)?"
    rf"(?:：{_THAT_IS}?：?|—{{1,2}}|－|[，。]?{_THAT_IS}[：，]?|（{_THAT_IS}?[：，]?|[，](?:由|以)|[，])"
)
_PAGE = re.compile(r"（[^（）]{0,2}[Pp第]?\d{1,3}页?）")
# what stands between a list and the name behind it
_GAP = re.compile(
    r"(?:等)?(?:为(?:主要)?(?:内容|重点|核心|主体|支撑|代表|抓手|目标)的|为一体的|(?:组成|构成|叠加|集成)的|这|的)?\Z"
)
_SHORT = 40  # characters of the rest of a sentence behind which a list of items begins
_LIST = 420  # characters that a list may have
_REACH = 700  # characters behind a formula in which its pieces are explained
_FEW = 60  # names of a text for which clauses that echo them are sought
_IS = rf"[”]?(?:（|：|——|{_THAT_IS}|为|是)(?:{_THAT_IS}|：|为|是)?"
_LED = re.compile(
    r"[^，。；、：]{2,12}(?:以|由)[^，。；]{2,80}为(?:龙头|代表|重点|主体|骨干|支撑|核心|引领|载体|主力)[，。；]"
)
_GROUP = re.compile(
    rf"(?P<n>[一二两三四五六七八九十]|\d)(?:个|大|项|条|类)(?P<what>[^，。；：、“”（）]{{2,10}}?)(?:[，：]?{_THAT_IS}：?|：|（)"
)
_SUMS = re.compile(r"(?:十?[一二两三四五六七八九十]|\d{1,2})(?:大|个|项|条|类)")
_DIGITS = re.compile(r"\d{2,8}")
_QUOTATION = re.compile(r"(?:(?<=[：，。；])|(?<=[：，。；][在以把由将]))“([^“”\n]{2,20})”([一-龥]{0,4})")


def enumerations(clean: str, glossary: Sequence[Gloss], lexicon: Lexicon) -> tuple[Enumeration, ...]:
    """What a text says that counted names consist of, in the order of the names.

    A list counts only where it has as many parts as the name says. No match in: “三大优势”明显，甲、乙增长.
    """
    found: dict[tuple[Span, tuple[Span, ...]], Enumeration] = {}
    for one in (*_notes(clean, glossary, lexicon), *_named(clean, lexicon), *owned(clean, lexicon)):
        found.setdefault((one.whole, one.parts), one)
    names = {one: clean[one.whole.start : one.whole.end] for one in found.values()}
    # “两翼”即甲、乙 explains “一核两翼”, and names nothing by itself
    within = {piece.text for name in names.values() if len(formula := pieces(name)) > 1 for piece in formula}
    kept = [one for one, name in names.items() if name not in within]
    return tuple(sorted(kept, key=lambda e: (e.whole, e.parts)))


def _notes(clean: str, glossary: Sequence[Gloss], lexicon: Lexicon) -> Iterator[Enumeration]:
    """What the definitions of counted terms list: 六网：水网、路网、…."""
    for gloss in glossary:
        whole, tail = _core(clean, gloss.term)
        name = clean[whole.start : whole.end]
        stop = min(gloss.definition.end, gloss.definition.start + _LIST)
        region = Span(gloss.definition.start, stop)
        yield from _read(clean, (whole, tail, counted(name)), region, "note", lexicon)


def _core(clean: str, term: Span) -> tuple[Span, str]:
    """What of a term counts, and the words behind it: 数字基建|“五大工程”, “一主三辅”|产业."""
    if (quoted := _QUOTED.search(clean, term.start, term.end)) and counted(quoted["name"]):
        return Span(*quoted.span("name")), clean[quoted.end("name") + 1 : term.end]
    return term, ""


def _named(clean: str, lexicon: Lexicon) -> Iterator[Enumeration]:
    """The lists right behind and right before the counted names of a text."""
    tried = 0
    plain = scan(_PLAIN, _COUNTS, clean)
    for shape, matches in (
        (_QUOTED, _QUOTED.finditer(clean)),
        (_PLAIN, plain),
        (_BARE_FORMULA, _BARE_FORMULA.finditer(clean)),
    ):
        for found in matches:
            number = counted(found["name"])
            whole = Span(*found.span("name"))
            if number is None:
                if _DIGITS.fullmatch(found["name"]):
                    region = Span(whole.end, _stop(clean, whole.end))
                    sizes = [*map(int, found["name"])]
                    summed = [*by_sums(clean, whole, found["tail"], sizes, region, lexicon)]
                    yield from summed or _by_groups(clean, whole, region, lexicon)
                continue
            about = (whole, found["tail"], number)
            double = found["name"].startswith("双")  # 甲、乙“双百人才”计划 are three
            before = [] if double else [*_before(clean, about, found.start(), lexicon)]
            behind = _behind(clean, about, found.end("name") + (shape is _QUOTED), lexicon)
            found_ = before or [*behind]
            if not found_ and tried < _FEW and clean[found.end() : found.end() + 1] not in "、和与及":
                tried += 1
                found_ = [*echoed(clean, about, found.end())]
            if not found_ and (end := _stop(clean, found.end())) - found.end() < _SHORT:
                word = clean[whole.end - 1]
                items = by_items(clean, about, min(end + 1, len(clean)), lexicon)
                found_ = [one for one in items if all(clean[p.end - 1] == word for p in one.parts)]
            if not found_ and number.size > 2:
                found_ = [*summed_later(clean, about, found.end(), lexicon)]
            yield from found_


def _behind(clean: str, about: About, end: int, lexicon: Lexicon) -> Iterator[Enumeration]:
    """“四网”（水网、…）; 四大工程：甲、…; “五清”行动，清垃圾、…; “一核两翼”. 一核：甲."""
    for tail in range(len(about[1]) + 1):
        opened = _OPEN.match(clean, end + tail)
        if opened is None:
            continue
        start = opened.end()
        page = _PAGE.match(clean, opened.start())
        if page:
            continue
        if "（" in opened[0] and "）" not in opened[0]:
            stop = clean.find("）", start, start + _LIST)
        else:
            stop = _stop(clean, start)
            if begins_items(clean, start):
                yield from by_items(clean, about, start, lexicon)
                return
        if _LED.match(clean, start, stop + 1):
            return  # “三大板块”：商贸板块以甲、乙、丙为龙头；…
        if stop > start:
            how = "comma" if opened[0][-1] == "，" and opened[0][-2:-1] not in tuple("即指是为括含有由") else "behind"
            named = (about[0], clean[end : end + tail], about[2])
            yield from _read(clean, named, Span(start, stop), how, lexicon)
        return
    formula = pieces(clean[about[0].start : about[0].end])
    if len(formula) > 1:
        yield from _by_pieces(clean, about, formula, Span(end, min(len(clean), end + _REACH)), lexicon)


def _stop(clean: str, start: int, signs: str = "。\n") -> int:
    """Where the sentence, or what other signs end, ends that begins at a position; not far away."""
    stops = [at for sign in signs if (at := clean.find(sign, start, start + _LIST)) >= 0]
    return min(stops, default=min(len(clean), start + _LIST))


def _read(clean: str, about: About, region: Span, how: str, lexicon: Lexicon) -> Iterator[Enumeration]:
    """The list of a stretch, else what it says of the pieces of a formula or of its groups."""
    whole, tail, number = about
    formula = pieces(clean[whole.start : whole.end])
    if len(formula) > 1:
        reach = Span(region.start, max(region.end, min(len(clean), whole.end + _REACH) if how != "note" else 0))
        explained = [
            *_by_pieces(clean, about, formula, reach, lexicon),
            *by_roles(clean, about, formula, region, lexicon),
        ]
        explained = explained or [*by_sums(clean, whole, tail, [p.size for p in formula], region, lexicon)]
        explained = explained or [*by_words(clean, about, formula, region, lexicon)]
        if explained:
            yield from explained
            return
    if number is not None and not number.more:
        parts = read_list(clean, region, number.size, lexicon, strict=how == "comma")
        name = clean[whole.start : whole.end]
        called = len(parts) > 2 and _called_so(clean, name, parts[-1].end)
        if how == "comma" and not called and not _alike(clean, name, parts):
            return
        if not parts and len(formula) == 2 and formula[0].size == 1:
            parts = _only(clean, region, formula[1], lexicon)  # “一区四园”（甲园、乙园、丙园、丁园）
        if parts:
            yield Enumeration(whole, tail, parts, how)
            return
        yield from _by_quotations(clean, about, region)
    if how == "note" and number is None:
        digits = _DIGITS.match(clean[whole.start : whole.end].strip("“”"))
        yield from by_sums(clean, whole, tail, [*map(int, digits[0])], region, lexicon) if digits else ()
        yield from _by_groups(clean, whole, region, lexicon)


def _alike(clean: str, name: str, parts: Sequence[Span]) -> bool:
    """Whether the word that a name counts begins or ends most of its parts: “五清”行动，清垃圾、清污水、….

    So does its head word: “八大计划”，抓好甲计划、乙计划、….
    """
    word, head = name[1:2], name[-2:] if name[-2:] in _HEAD_WORDS else "\n"
    found = [
        part
        for part in parts
        if clean[part.start] == word or word in clean[part.end - 2 : part.end] or clean.endswith(head, *part)
    ]
    return 3 * len(found) > 2 * len(parts)


def _called_so(clean: str, name: str, end: int) -> bool:
    """Whether what stands behind a list calls it as the name does: 治安“六大行动”，甲、乙、…|等专项行动."""
    if "个一批" in name and clean.endswith("一批", 0, end):
        return True  # “七个一批”计划，落实甲安置、乙救助、…、庚巩固一批
    return name[-2:] in _HEAD_WORDS and re.compile(rf"等[^，。；、]{{0,4}}{name[-2:]}").match(clean, end) is not None


def _only(clean: str, region: Span, piece: Piece, lexicon: Lexicon) -> tuple[Span, ...]:
    """The parts of the second piece of a formula alone, which all end in its word."""
    parts = read_list(clean, region, piece.size, lexicon, strict=False) if piece.size > 1 else ()
    word = piece.text[1:2]
    return parts if all(word in clean[part.end - 2 : part.end] for part in parts) else ()


def _by_pieces(
    clean: str, about: About, formula: Sequence[Piece], region: Span, lexicon: Lexicon
) -> Iterator[Enumeration]:
    """“一核”指甲，“两翼”指乙、丙: each piece with its own list, one behind the other."""
    marks: list[tuple[re.Match[str], Piece]] = []
    at = region.start
    for piece in formula:
        word = piece.text[:1] if piece.text.isalnum() and piece.text.isascii() else piece.text[:2]
        if clean.find(word, at, region.end) < 0:
            continue
        if found := _piece_is(word).search(clean, at, region.end):
            marks.append((found, piece))
            at = found.end()
    parts: list[Span] = []
    for n, (found, piece) in enumerate(marks):
        stop = min(_stop(clean, found.end(), "。；\n"), marks[n + 1][0].start() if n + 1 < len(marks) else region.end)
        parts += read_list(clean, Span(found.end(), stop), piece.size, lexicon, strict=False)
    if len(parts) > 1 and len(marks) > 1:
        yield Enumeration(about[0], about[1], tuple(parts), "pieces")


def _by_quotations(clean: str, about: About, region: Span) -> Iterator[Enumeration]:
    """“三项工程”：“雪亮工程”装探头…，“红袖章”工程…，“法律明白人”工程…: what each clause begins with."""
    found = [*_QUOTATION.finditer(clean, max(0, region.start - 1), region.end)]
    if about[2] is not None and len(found) == about[2].size > 1 and not any(counted(m[1]) for m in found):
        yield Enumeration(about[0], about[1], tuple(Span(*m.span(1)) for m in found), "quotations")


@functools.lru_cache(maxsize=256)
def _piece_is(text: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[，。；：（\n”“、])|\A){re.escape(text)}[^“”，。；：、（）\n一二三四五六七八九两]{{0,6}}?{_IS}"
    )


def _by_groups(clean: str, whole: Span, region: Span, lexicon: Lexicon) -> Iterator[Enumeration]:
    """“1355”战略：紧扣一个目标，即甲；突出三大重点，即乙、丙、丁: the groups of what digits alone name."""
    if not _DIGITS.match(clean[whole.start : whole.end].strip("“”")):
        return
    parts: list[Span] = []
    for found in _GROUP.finditer(clean, region.start, region.end):
        size = Count(*(counted(found["n"] + "个某") or (1, False))).size
        stop = min(_stop(clean, found.end(), "。；\n"), region.end)
        parts += read_list(clean, Span(found.end(), stop), size, lexicon, strict=False)
    if len(parts) > 1:
        yield Enumeration(whole, "", tuple(parts), "pieces")


def _before(clean: str, about: About, start: int, lexicon: Lexicon) -> Iterator[Enumeration]:
    """甲、乙、丙、丁“四园叠加”; 强工兴市、活文旺市”两大战略."""
    number = about[2]
    if number is None or number.more:
        return
    gap = _GAP.search(clean, max(0, start - 12), start)
    stop = gap.start() if gap else start
    quoted = clean[start] == "“"
    if quoted and clean[stop - 1] == "”" and not _SUMS.match(clean, about[0].start):
        return  # “甲”“乙”“一件事一次办” are three
    if quoted and not (gap and gap[0]) and clean[stop - 1 : stop] in ("、", "和", "与", "及"):
        return  # 甲、乙、“三北”丙 are three
    first = max(stop - _LIST, *(clean.rfind(sign, max(0, stop - _LIST), stop) for sign in "。；\n："), -1)
    parts = read_list(clean, Span(first + 1, stop), number.size, lexicon, strict=False, backward=True)
    if parts:
        yield Enumeration(about[0], about[1], parts, "before")
