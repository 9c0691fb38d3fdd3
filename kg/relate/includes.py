"""Program, Slogan, Zone, Project or Industry has parts that the text lists."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from kg.ontology import Lexicon
from kg.relate.actors import TOGETHER
from kg.relate.branches import branches
from kg.relate.built import built
from kg.relate.campaign_headings import numbered_lists
from kg.relate.clauses import PLACES, View, span
from kg.relate.counted_behind import includes_behind
from kg.relate.definitions import bare, named
from kg.relate.enumerated import enumerated
from kg.relate.formulas import formulas, total
from kg.relate.headed import headed
from kg.relate.parks import parks
from kg.relate.steps import listed_deeds, steps
from kg.relate.wholes import COUNTED, EXPLAINED, PARTS, REACH, TENS, ZONES, count_of, parts_of, value_of
from kg.types import Claim, Mention, Span

# 以甲产业、乙产业为主导的“2+2”体系
_MADE_OF = {**PARTS, "Slogan": PARTS["Slogan"] | {"Industry"}}
_OF_ZONE = {"Zone": frozenset({"Zone", "Project"})}
_OF_PROJECT = {"Project": frozenset({"Zone", "Project"})}
# 文化园规划建设甲街区、乙基地和丙大厦三大板块
_LAID_OUT = re.compile(
    r"[”》]?(?:项目)?(?:将|拟|计划|主要|共|整体|重点|分期)*(?:规划|建设|布局|打造|设置|设有|分为|形成)+(?:了|成)?[^，。；、：“]{0,4}[“]?"
)
_SECTIONS = re.compile(
    r"[”]?等?(?:[二两三四五六七八九十\d]{1,2}(?:大|个))?(?:功能)?(?:板块|片区|功能区|部分|组团|单元|分区|子项目|园区)"
)
_SITES = PLACES | {"Project"}
_SUCH = re.compile(
    r"[”》]?(?:（[^（）]*）)?等(?![与和同跟]|相关的|配套的|提供)(?:[\d一二三四五六七八九十百两]{0,4}(?:个|大|项)?)?[^，、。；]{0,8}?[“《]?"
)
_NEXT = re.compile(r"[”》]?(?:为[^，、。；“]{0,10}(?:，[^，。；“]{2,16})?的|的)[^，、。；“]{0,6}[“《]?")
# 甲、乙、丙三大主导产业: as many as stand before
_ALL_OF = re.compile(r"[”》]?等?(?P<n>[二两三四五六七八九十]|\d{1,2})(?:大|个|项|条|类)[^，。；、“与和同]{0,8}?[“《]?")
# 以甲、乙为主导，以丙、丁为特色的“2+2”产业
_AND_BY = re.compile(r"[”》]?为[^，、。；“]{1,6}[，、](?:以)?[“《]?")
_OPEN = re.compile(
    r"[”》]?[^，。；“、]{0,6}(?:，(?:已形成|主要|具体|分别|其中|也就是|就是)?)?(?:（|：|包括|包含|涵盖|分为|分别是|分别为|即|是指|指的是|指|主要有|(?<![片点区])—+)[^，。；、]{0,12}?[“《]?"
)
# 高新区下辖东园、西园
_UNDER = re.compile(
    r"(?:现|共|目前|已|初步|重点)*(?:下辖|下设|分设|管辖|代管|辖有?|内设|分为|划分为|由|形成|布局|规划(?:建设|布局)|拥有|整合)(?:了)?[^，。；、]{0,8}[“]?"
    r"|(?:总体|整体|科学)?(?:规划|形成|构建|布局)(?:了|建设)?“[^“”，。；、]{2,10}”[^，。；、“”：]{0,6}："
)
_WORKS = {"Program", "Slogan"}  # 三大改革 is a formula, 国企改革 organised work
_DEED = re.compile("：(?:着力|加快|加强|推进|推动|建设|打造|坚持|强化|提升|实施|完善)")
_LISTS = re.compile("包括|包含|涵盖|分为|分别|即|指|主要有")
_FEW = 12  # names of a list that may themselves be counted
_BRACKET = 400  # characters that a list in brackets may have; it may hold several sentences
_ITEM_LEAD = 14  # characters of an item before the park or fair that it is about
_ITS = re.compile(r"[”]?(?:园区|(?:农)?产品|认证|(?:生产|种植|示范)?基地)")
_CLASS = re.compile(r"(?:园中园|区中园|飞地(?:园区)?|众创空间)$")  # what each of them is, no whole of them
_AT_JOIN = re.compile(r"(?:即|指|包括|为|是|：|、|，|和|与|及|；|”)[“《]?$")
_JOINED = re.compile(r"[”]?(?:、|和|与|及)[“]?")
_DASH = re.compile(r"—+|－+|[-~～·]")  # 甲县—乙镇—丙新区
_SUM = re.compile(r"[”]?等?[“]?[二两三四五六七八九十][大项个]")  # 甲、乙、丙三大行动
_BEFORE_NAME = re.compile(r"([一二两三四五六七八九十]|\d{1,2})(?:大|个|项|条|类)[“《]?$")  # 4个|优势产业链
_MEMBER = re.compile(r"[^，。；]{0,24}之一")  # 汽车产业是三大动力产业之一，已形成…: what follows are not its parts


def includes(view: View) -> Iterator[Claim]:
    """甲、乙、丙等“三大工程”; “三大工程”（甲、乙、丙）; 三大工程：甲、乙; 以甲、乙为主导的产业; definitions; phases."""
    for clauses in view.sentences():
        groups = view.lists([m for c in clauses for m in c.mentions])
        for i in range(len(groups) - 1):
            yield from _whole_behind(view, groups, i, clauses[0].sentence.part)
            yield from _parts_behind(view, groups, i, clauses[0].sentence.part)
        last = groups[-1] if groups else []
        if (
            len(last) > 2
            and last[-1].type not in ("Project", "Zone")
            and len(last) - 1 in (count_of(last[-1].key), value_of(last[-1].key.lstrip("“")[:1]))
        ):  # “甲”“乙”“两大工程”
            yield from parts_of(view, last[-1], last[:-1], "before")
    yield from _numbered(view)
    yield from listed_deeds(view)
    yield from enumerated(view)
    yield from includes_behind(view)
    yield from headed(view)
    yield from _glossary(view)
    yield from _counted(view)
    yield from _known(view)
    yield from _summed(view)
    yield from formulas(view)
    yield from parks(view)
    yield from built(view)
    yield from branches(view)
    yield from _own_name(view)
    yield from steps(view)


def _whole_behind(view: View, groups: list[list[Mention]], i: int, part: str) -> Iterator[Claim]:
    """What stands before a name and is summed up by it: 甲、乙、丙等“三大工程”."""
    group, following = groups[i], groups[i + 1]
    whole = following[0]
    gap = view.between(group[-1], whole)
    listed = len(group) > 1 and whole.type not in ("Project", "Zone")
    if part == "glossary" and count_of(whole.key) > 1 and view.clean[whole.start - 1] != "“":
        return  # 暖心行动：包括甲、乙等十项行动 explains the term, and sums up by a number
    counted = [n for n, m in enumerate(group[:_FEW]) if count_of(m.key) > 1 and m.type == whole.type]
    if listed and counted:  # 甲、乙“三大支柱”与丙、丁“两大新兴”
        group = group[counted[-1] + 1 :]
        listed = len(group) > 1
    if listed and _SUCH.fullmatch(gap):
        # 甲、乙等农业园区; 甲茶、乙茶等“三品一标”基地
        parks = whole.type in ("Industry", "Slogan") and (_ITS.match(view.clean, whole.end) or _CLASS.search(whole.key))
        yield from parts_of(view, whole, [] if parks else group, "such")
    elif (
        listed
        and group[0].type == "Organization"
        and TOGETHER.search(view.clean, max(0, group[0].start - 2), group[0].start)
    ):
        pass
    elif listed and group[-1].type == "Organization" and gap in ("", "“"):
        pass  # 省委“三城一谷”、市委“一带两区”: whose it is
    elif listed and (_NEXT.fullmatch(gap) or (gap in ("", "“", "”“") and _numbered_name(whole.key))):
        yield from parts_of(view, whole, group, "before", _MADE_OF)
    elif listed and (number := _ALL_OF.fullmatch(gap)) and value_of(number["n"]) == len(group):
        yield from parts_of(view, whole, group, "such")
    later = groups[i + 2][0] if i + 2 < len(groups) else None
    if later is not None and _AND_BY.fullmatch(gap) and _NEXT.fullmatch(view.between(following[-1], later)):
        yield from parts_of(view, later, group if listed else [*group, *following], "before", _MADE_OF)


def _parts_behind(view: View, groups: list[list[Mention]], i: int, part: str) -> Iterator[Claim]:
    """What stands behind a name as its parts: “三大工程”（甲、乙、丙）."""
    following = groups[i + 1]
    whole, end = _named_before(view, groups, i)
    between = view.clean[end : following[0].start]
    if _OPEN.fullmatch(between) and not _MEMBER.match(view.clean, whole.end):
        first = following[0].start
        if between == "（" and len(following) == 1 and {whole.type, following[0].type} <= _SITES:
            return  # 甲产业园（乙高新区）: where it is
        if whole.type == "Zone" and "：" in between and not _LISTS.search(between):
            return  # 高铁片区：完成站前路建设
        if len(following) == 1 and (part == "glossary" or (count_of(whole.key) > 2 and _DEED.search(between))):
            return  # “十个着力”：着力建设新城: what it tells are deeds, not names
        close = view.clean.find("）", first, first + _BRACKET)
        if between.count("（") > between.count("）") and close > 0:
            following = view.within(Span(first, close))
        yield from parts_of(view, whole, following, "after", _MADE_OF if total(whole.key) > 1 else PARTS)
    elif whole.type == "Zone" and len(following) > 1 and _UNDER.fullmatch(between):
        yield from parts_of(view, whole, following, "after", _OF_ZONE if "：" in between else ZONES)
    elif (
        whole.type == "Project"
        and len(following) > 1
        and _LAID_OUT.fullmatch(between)
        and _SECTIONS.match(view.clean, following[-1].end)
    ):
        yield from parts_of(view, whole, following, "after", _OF_PROJECT)


def _named_before(view: View, groups: list[list[Mention]], i: int) -> tuple[Mention, int]:
    """The last name of a list and where it ends; what stands in brackets behind it says where it is: 甲园（乙县）."""
    last = groups[i][-1]
    if i and last.type in PLACES and view.clean.startswith("）", last.end):
        whole = groups[i - 1][-1]
        if view.clean.startswith("（", whole.end) and groups[i][0].start == whole.end + 1:
            return whole, last.end + 1
    return last, last.end


def _numbered_name(key: str) -> bool:
    """Whether a name begins with a number: “两区叠加”, 三大优势产业."""
    return key.lstrip("“")[:1] in "一二两三四五六七八九十0123456789"


def _counted(view: View) -> Iterator[Claim]:
    """三大攻坚战 and, in what follows, exactly three others in 攻坚战; 四个十大 and four that begin with 十大."""
    named = [m for m in view.top if m.type in ("Program", "Slogan", "Industry")]
    for i, whole in enumerate(named):
        match = COUNTED.match(whole.key) or TENS.match(whole.key)
        if any(m.end == whole.start for m in view.before(view.clause(whole.start), whole)[-1:]):
            continue  # 甲、乙、丙三大工程: they stand before
        if match is None or len(match[2]) < 2 or count_of(whole.key) < 2:
            continue
        word, parts = match[2][-4:].strip("“”"), dict[str, Mention]()
        for m in itertools.islice(named, i + 1, i + 60):
            if m.start - whole.end > REACH:
                break
            key = m.key.strip("“”")
            alike = key.startswith(match[2]) or (key.endswith(word) and not (count_of(key) or TENS.match(key)))
            if alike and (m.type == whole.type or {m.type, whole.type} == _WORKS) and m.key != whole.key:
                parts.setdefault(m.key, m)
        some = match.re is TENS and match[2] == "一批" and len(parts) > 1
        if some or len(parts) == count_of(whole.key):
            for part in parts.values():
                spans = (None, span(part))
                yield view.claim("includes", whole.ref, part.ref, (view.clause(part.start),), "counted", spans)


def _known(view: View) -> Iterator[Claim]:
    """三大攻坚战 and, in what follows, 脱贫攻坚 and 污染防治: the parts that every report of the nation gives it."""
    wholes = _national_parts(view.lexicon)
    named = [m for m in view.top if m.type in ("Program", "Slogan")]
    for i, m in enumerate(named):
        name = m.key.strip("“”")
        if name not in wholes:
            continue
        patterns = wholes[name]
        found: dict[str, tuple[str, Mention]] = {}
        for part in itertools.islice(named, i + 1, i + 60):
            if part.start - m.end > REACH:
                break
            pattern = next((x for x in patterns if x.fullmatch(part.key.strip("“”"))), None)
            if pattern is not None:
                found.setdefault(part.key, (pattern.pattern, part))
        if len({pattern for pattern, _ in found.values()}) > 1:
            for _, part in found.values():
                spans = (None, span(part))
                yield view.claim("includes", m.ref, part.ref, (view.clause(part.start),), "known", spans)


@functools.lru_cache(maxsize=4)
def _national_parts(lexicon: Lexicon) -> dict[str, list[re.Pattern[str]]]:
    parts: dict[str, list[re.Pattern[str]]] = {}
    for row in lexicon.rows("national_parts"):
        parts.setdefault(row["whole"], []).append(re.compile(row["part"]))
    return parts


def _summed(view: View) -> Iterator[Claim]:
    """重点抓甲、乙、丙、丁，加快4个优势产业链建设: the clause before lists as many of one type as the number says."""
    for clauses in view.sentences():
        for before, clause in itertools.pairwise(clauses):
            whole = clause.mentions[0] if clause.mentions else None
            if whole is None or whole.type not in ("Industry", "Program", "Slogan"):
                continue
            number = _BEFORE_NAME.search(view.clean, max(clause.start, whole.start - 4), whole.start)
            size = count_of(number[1] + "个某") if number else count_of(view.surface(whole))
            if size < 2 or (number is None and whole.type != "Industry"):
                continue
            for group in view.groups(before):
                if len(group) == size and all(m.type == group[0].type for m in group):
                    yield from parts_of(view, whole, group, "summed")


def _numbered(view: View) -> Iterator[Claim]:
    """民生实事：（1）实施就业工程…（2）开展技能培训…: the first Program of each item is a part.

    Projects may stand before it: （3）完成甲小区、乙小区等老旧小区改造.
    """
    for whole, clauses in view.once(numbered_lists):
        named = [
            m for c in clauses[:1] for m in c.mentions if m.start >= whole.end and m.type not in ("Project", "Region")
        ]
        named = named or [m for c in clauses for m in c.mentions if m.start >= whole.end][:1]
        first = next(iter(named), None)
        if first is not None and first.type == "Program" and first.start - clauses[0].start < 30:
            yield from parts_of(view, whole, [first], "heading")
        head = clauses[0].mentions[0] if clauses[0].mentions else None
        if head is not None and head.type in ("Zone", "Event") and head.start - clauses[0].start < _ITEM_LEAD:
            yield from parts_of(view, whole, [head], "heading", EXPLAINED)  # ⑨办好陶瓷博览会


def _glossary(view: View) -> Iterator[Claim]:
    by_name = named(view.scene) if view.scene.text.glossary else {}
    for gloss in view.scene.text.glossary:
        parts = view.within(gloss.definition)
        elsewhere = by_name.get(bare(view.clean[gloss.term.start : gloss.term.end]))
        # a term that is no mention where it is explained has the name of one in the text
        for whole in view.within(gloss.term)[:1] or ([elsewhere] if elsewhere and parts else []):
            alike = [m for m in parts if m.type == parts[0].type]
            if _numbered_name(whole.key) and len(alike) > 2:
                yield from parts_of(view, whole, alike, "glossary", EXPLAINED)
            for group in view.lists(parts):
                if len(group) > 1:
                    yield from parts_of(view, whole, group, "glossary", EXPLAINED)
            first = gloss.definition.start
            listed = [m for m in parts if _AT_JOIN.search(view.clean, max(first, m.start - 6), m.start)]
            if total(whole.key) == len(listed) > 1:  # 一主两特：即甲业，乙业、丙业
                yield from parts_of(view, whole, listed, "glossary", EXPLAINED)


def _own_name(view: View) -> Iterator[Claim]:
    """“甲县—乙镇—丙新区”发展轴, 甲、乙、丙三大行动: the parts that a name lists by itself, which the text names too."""
    for whole in view.top:
        if whole.type not in ("Slogan", "Program"):
            continue
        clauses = (view.clause(whole.start),)
        pieces = [piece.strip("“”") for piece in _DASH.split(whole.key)]
        known = [view.places[piece] for piece in pieces if piece in view.places]
        if len(pieces) > 2 and 2 * len(known) > len(pieces):
            for ref in known:
                yield view.claim("includes", whole.ref, ref, clauses, "name", (span(whole), None))
            continue
        parts: list[Mention] = []
        for m in view.inner.get(whole, ()):
            if not parts or m.start >= parts[-1].end:
                parts.append(m)
        if len(parts) < 2 or parts[0].start - whole.start > 1 or not _SUM.match(view.clean, parts[-1].end, whole.end):
            continue
        if all(_JOINED.fullmatch(view.between(a, b)) for a, b in itertools.pairwise(parts)):
            yield from parts_of(view, whole, parts, "name")
