"""Organizations: governments, Party and state bodies with their place or level, schools, hospitals, media, unions.

Example: 省科技厅 and 白沙县人民政府 are organizations; 市政府, 县委 and 各级医院 are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.body_shapes import BODY, BUREAU, bureaus, departments, longer, named_by_shape, offices, places
from kg.extract.founded_bodies import founded_bodies
from kg.extract.names import Words, finder, is_division, is_place, words
from kg.extract.numbered_bodies import numbered_bodies
from kg.extract.organization_begins import with_place
from kg.extract.organization_rules import BUILDING, LOOSE, organization
from kg.extract.organizations_by_head import organizations_by_head
from kg.ontology.lexicon import Lexicon
from kg.scan import scan
from kg.types import Mention, Text

# 中国石油和化学工业联合会, 中国国际贸易促进委员会: the name begins with the nation and may hold one 和
NATIONAL = re.compile(
    r"(?:中国|中华全国|中华|全国)[一-龥]{2,18}?(?:联合会|协会|学会|研究会|促进会|促进委员会|基金会|商会|联盟|联合总社)(?!议)"
)
# 中央维稳办, 中央第三生态环境保护督察组, 国务院第四督查组, 省委第二巡视组
CENTRAL = re.compile(
    r"(?:(?:中央|国务院|省委|省)[、和与及](?=省|自治区|市)|)(?:中央|国务院|省委|省|自治区党委|市委)(?:第[一二三四五六七八九十\d]+)?(?:[一-龥]{2,8}?)?(?:督察组|巡视组|巡察组|督导组|督查组|代表团)"
    r"|中央[一-龥]{2,4}(?:办|委)(?=[，。；、”）（\n充给对的等和主印召部])"
)
# 市一中, 县第二人民医院, 第一中学: an ordinal names the school or hospital
CENTRAL_OPENS = re.compile("中(?=央)|国(?=务院)|自(?=治区党委)|省|市(?=委)")
ORDINAL = re.compile(
    r"(?:[省市县区州镇旗]第?|第)[一二三四五六七八九十]{1,3}(?:人民医院|中医院|医院|高级中学|初级中学|实验小学|中学|小学|幼儿园|高中|"
    r"(?<=[省市县区州旗][一二三四五六七])院(?=[，。；、：和与及等）的新门住外内急迁改扩医建\n])|"
    r"中(?![心间央东西部小外均有]))(?![一-龥]{0,2}(?:全会|次|届))"
)
# 北大荒, 北大湖: not the university; 上海大学城
NOT_KNOWN = re.compile(
    "深大城际|北大[荒门湖街路槐道仓港营洋坪沟川河山桥]|清华[园路街]|央行[动为业]|国务院(?:办公厅)?(?:大督查|督查激励|督查通报|通报表[扬彰])"
)
# schools and hospitals that are named beside what belongs to them
_PARENTS = ("大学", "医院", "附院", "保健院", "中学", "附中", "校", *(f"{n}中" for n in "一二三四五六七八九"))
# 某大学|医学院|附属医院: in a row of head words without a stop, each would grow to the end of the row
_MOST_PARTS = 6
# 全国政协|民族和宗教委员会
_COMMITTEE = re.compile(
    "(?:人口|民族|社会|经济|教科|文化|文教|环境|外事|华侨|农业|提案|港澳|监察|财政|宪法|法制|教育|科技)[一-龥]{0,14}?委员会"
)
BRANCH = re.compile(r"([一-龥]{2,6}[省市县区州])(?:委员会|分会|支会|办事处|委)")


def find_organizations(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of organizations in a text."""
    view = Words(text, lexicon)
    found = [*_known(view), *_shaped(view), *organizations_by_head(view)]
    found = [m for mention in found for m in _grown(view, mention)]
    done, seen = 0, set[tuple[int, int]]()
    # inside a name (湖北日报 in 湖北日报网) nothing else is named, but for the parent that it begins with
    for mention in sorted(found, key=lambda m: (m.start, -m.end, -m.confidence, m.rule)):
        fresh = mention.rule == "organization:parent" and (mention.start, mention.end) not in seen
        if mention.end > done or fresh:
            yield mention
            seen.add((mention.start, mention.end))
            if mention.rule != "organization:joined":  # only a guess beside the name that it begins before
                done = max(done, mention.end)
            for stop in _parents(view.clean[mention.start : mention.end], lexicon.folder):
                if (mention.start, mention.start + stop) not in seen:
                    seen.add((mention.start, mention.start + stop))
                    name = view.clean[mention.start : mention.start + stop]
                    yield organization(mention.start, mention.start + stop, name, "organization:parent")
    yield from _listed(view, found)


def _parents(name: str, folder: Path) -> Iterator[int]:
    """Where the names of the bodies end that a longer name begins with: 清华|长三角研究院, 青山市一中|城南分校."""
    if len(name) < 6:
        return
    known = next(finder("organizations", folder).spans(name), None)
    if known and not known.start and known.end < len(name) - 1 and not name[: known.end].endswith(("局", "银行", "军")):
        yield known.end
    bodies = words("organization_heads", folder, "school", "health")
    for span in finder("organization_heads", folder).spans(name):
        rest = name[span.end :]
        if (
            span.start >= 2
            and len(rest) >= 2
            and name[span.start : span.end] in bodies
            and rest[0] not in "区城生议学级心"
        ):
            yield span.end


def _grown(view: Words, mention: Mention) -> Iterator[Mention]:
    """A body with what belongs to its name, and the parent for itself when a school or hospital of it is named."""
    clean = view.clean
    start, end = mention.start, mention.end
    for _ in range(_MOST_PARTS):
        end = max(end, longer(view, start, end))
    if end == mention.end:
        yield mention
        return
    parent = clean[mention.start : mention.end].endswith(_PARENTS)
    yield organization(start, end, clean[start:end], "organization:sub" if parent else mention.rule)
    if parent:
        yield organization(start, mention.end, clean[start : mention.end], "organization:parent")


def _listed(view: Words, found: Iterable[Mention]) -> Iterator[Mention]:
    """The departments that follow one in a list and share its level: 县发改局、财政局和商务局."""
    clean = view.clean
    heads = words("organization_heads", view.folder, "department")
    ends = {m.end for m in found if m.rule in ("organization:department", "organization:fields")}
    starts = {m.start for m in found}
    for end in sorted(ends):
        while clean[end : end + 1] in ("、", "和", "与", "及") and end + 1 not in starts:
            size = next((n for n in range(12, 2, -1) if clean[end + 1 : end + 1 + n] in heads), 0)
            if not size:
                break
            yield organization(end + 1, end + 1 + size, clean[end + 1 : end + 1 + size], "organization:listed")
            end += 1 + size


def _known(view: Words) -> Iterator[Mention]:
    """Bodies of the word list, with the branch that stands behind them: 中国残疾人联合会, 民建青山市委员会."""
    clean = view.clean
    for start, end in finder("organizations", view.folder).spans(clean):
        # 国务院扶贫办, 湖南大学附属…: a longer name goes on
        if clean[max(0, start - 4) : start].endswith(("党中央、", "党中央")) or NOT_KNOWN.match(clean, start):
            continue
        if clean[start:end] in ("求是", "瞭望") and clean[start - 1 : start] != "《":
            continue
        last = view.tokens[view.index(end - 1)]
        if last.end > end and end - start <= 4 and not clean.startswith("记者", end):
            continue
        if end - start == 2 and view.tokens[view.index(start)].start < start:
            continue
        if clean.endswith(("政协", "人大"), start, end) and (committee := _COMMITTEE.match(clean, end)):
            end = committee.end()
        branch = BRANCH.match(clean, end)
        if branch and is_place(branch[1]):
            end = branch.end()
        yield organization(start, end, clean[start:end], "organization:known")


def _shaped(view: Words) -> Iterator[Mention]:
    """Bodies of the nation and of the centre by their shape, schools and hospitals that bear a number."""
    clean = view.clean
    for start, end in (*departments(view), *offices(view), *bureaus(view, BUREAU)):
        yield organization(start, end, clean[start:end], "organization:fields")
    for start, end in bureaus(view, BODY):
        yield organization(start, end, clean[start:end], "organization:body")
    for start, end in founded_bodies(clean):
        yield organization(start, end, clean[start:end], "organization:founded")
    for start, end in numbered_bodies(clean):
        yield organization(start, end, clean[start:end], "organization:numbered")
    for rule, (start, end) in named_by_shape(clean, view.folder):
        yield organization(start, end, clean[start:end], f"organization:{rule}")
    for rule, matches in (("national", NATIONAL.finditer(clean)), ("central", scan(CENTRAL, CENTRAL_OPENS, clean))):
        for found in matches:
            start, end = found.span()
            if rule == "national" and (branch := BRANCH.match(clean, end)) and is_place(branch[1]):
                end = branch.end()
            if not LOOSE.search(clean, start + 2, end):
                yield organization(start, end, clean[start:end], f"organization:{rule}")
    for found in ORDINAL.finditer(clean):
        start, end = found.span()
        if clean[start - 1 : start] in ("全", "各", "我"):
            continue
        if BUILDING.search(clean, max(0, start - 34), start):
            continue
        left = start if clean[start] in "省市县区州镇" else places(view, start)
        left = next((start - n for n in (3, 2) if left == start >= n and is_division(clean[start - n : start])), left)
        left = with_place(clean, left)
        yield organization(left, end, clean[left:end], "organization:ordinal")
