"""Organizations: governments, Party and state bodies with their place or level, schools, hospitals, media, unions.

Example: 省科技厅 and 白沙县人民政府 are organizations; 市政府, 县委 and 各级医院 are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.body_shapes import BODY, BUREAU, bureaus, departments, longer, named_by_shape, offices, places
from kg.extract.lists import item_begin
from kg.extract.names import (
    Words,
    endings,
    finder,
    generic,
    is_division,
    is_place,
    key_of,
    place_after,
    strip_prefix,
    words,
)
from kg.ontology.lexicon import Lexicon
from kg.types import Mention, Text, Token

# Precision of each rule on the labelled documents that the rules may know.
CONFIDENCE = {
    "organization:known": 0.91,
    "organization:government": 0.78,
    "organization:department": 0.96,
    "organization:place": 0.7,
    "organization:national": 0.9,
    "organization:central": 0.5,
    "organization:ordinal": 0.56,
    "organization:built": 0.15,
    "organization:plain": 0.31,
    "organization:name": 0.52,
    "organization:level": 0.7,
    "organization:fields": 0.94,
    "organization:parent": 0.29,
    "organization:sub": 0.45,
    "organization:site": 0.92,
    "organization:moved": 0.6,
    "organization:listed": 0.8,
    "organization:group": 0.8,
    "organization:mission": 0.9,
    "organization:centre": 0.8,
    "organization:medium": 0.9,
    "organization:fund": 0.6,
    "organization:item": 0.35,
    "organization:joined": 0.3,
    "organization:body": 0.4,
    "organization:office": 0.8,
}
LEVEL = re.compile(r"(?:[省市县区州镇]|自治区|兵团|中央)(?:直|级)?$")
# A body that is being built, moved or opened is a project of that sentence, not an organization.
BUILT = re.compile(
    r"(?:项目|工程|建成|开工|竣工|投用|投入使用|启用|动工|封顶|新建|"
    r"、[^，。；]{2,24}(?:建成|开工|竣工|投用|投入使用|启用|等项目|项目))"
)
BUILDING = re.compile(r"(?:新建|建成|开工建设|建设|规划建设|筹建|打造)[^，。；]{0,30}$")
GENERIC_STEM = re.compile(
    r"\d|[一二两三四五六七八九十百]+[所个家间级]|各|所有|多|普惠|公办|民办|公立|乡镇|建制镇|农村|城镇|社区|社会|家庭|重点|标准化|寄宿|薄弱|义务教育|"
    r"全科|专科|综合|优质|名牌|名校|知名|高等|中等|职业教育|老年|党组织|国家级|省级|市级|人民$|小区"
)
# 中国石油和化学工业联合会, 中国国际贸易促进委员会: the name begins with the nation and may hold one 和
NATIONAL = re.compile(
    r"(?:中国|中华全国|中华|全国)[一-龥]{2,18}?(?:联合会|协会|学会|研究会|促进会|促进委员会|基金会|商会|联盟|联合总社)(?!议)"
)
# 中央维稳办, 中央第三生态环境保护督察组, 国务院第四督查组, 省委第二巡视组
CENTRAL = re.compile(
    r"(?:(?:中央|国务院|省委|省)[、和与及](?=省|自治区|市)|)(?:中央|国务院|省委|省|自治区党委|市委)(?:第[一二三四五六七八九十\d]+)?(?:[一-龥]{2,8}?)?(?:督察组|巡视组|巡察组|督导组|督查组|代表团)"
    r"|中央[一-龥]{2,4}(?:办|委)(?=[，。；、”）（\n充给对的等和主印召部])"
)
PART_OF_WORD = re.compile(r"[学级心央间全生城议会工]|\d")  # 第一中|学, 合作协|议; 实验室|12家
_TALK = re.compile("[到就里这常]|过去|(?<!高)等")
_BOTH = re.compile("..[和与及]..|^[和与及以由被请让]")
_LOOSE = re.compile(r"[的了在是对将由为着被把向]|加强|推进|开展|参加|组织|成立")
# 市一中, 县第二人民医院, 第一中学: an ordinal names the school or hospital
ORDINAL = re.compile(
    r"(?:[省市县区州镇旗]第?|第)[一二三四五六七八九十]{1,3}(?:人民医院|中医院|医院|高级中学|初级中学|实验小学|中学|小学|幼儿园|高中|"
    r"(?<=[省市县区州旗][一二三四五六七])院(?=[，。；、：和与及等）的新门住外内急迁改扩医建\n])|"
    r"中(?![心间央东西部小外均有]))(?![一-龥]{0,2}(?:全会|次|届))"
)
# 北大荒, 北大湖: not the university; 上海大学城
NOT_KNOWN = re.compile(
    "北大[荒门湖街路槐道仓港营洋坪沟川河山桥]|清华[园路街]|央行[动为业]|国务院(?:办公厅)?(?:大督查|督查激励|督查通报|通报表[扬彰])"
)
# What is built for a school or hospital (青山中学教学楼); one that is moved as a whole may be the project itself
SITE = re.compile(
    "[一-龥]{0,4}?(?:教学楼|教学综合楼|综合楼|门诊楼|住院楼|病房楼|病房大楼|外科楼|外科大楼|内科楼|内科大楼|医技楼|感染楼|急诊楼|康复楼|"
    "实训楼|实验楼|科教楼|宿舍楼|学生公寓|食堂|运动场|操场|传染病区|住院部|新校区|新院区|[东西南北老]校区|新馆|新院(?!长)|业务用房|"
    "初中部|高中部|国际部|分校|(?P<whole>改扩建|扩建|迁建|搬迁|异地新建))|二期"
)
# 招商会, 学会了, 上中学 are no bodies
NO_BODY = re.compile("招商会|初中部|学会[了怎如做用]|[上读办念]中学|[上读]小学")
# 学会12家, 合作社化, 中学生: the head word is only part of a word, or many are meant
NO_END = re.compile(r"\d|各|化|体系|制度|建设|生|教|服务|管理|附属")
COUNTED = re.compile(r"[个所家级类批座][，。；：、]?$")
UNNAMED = re.compile("认真|执行|完成|圆满|接受|围绕|落实|按照|代表")
OF_ANOTHER = re.compile("所属|下属|直属|牵头|联合(?=[省市县区])")
# schools and hospitals that are named beside what belongs to them
_PARENTS = ("大学", "医院", "附院", "保健院", "中学", "附中", "校", *(f"{n}中" for n in "一二三四五六七八九"))
# 某大学|医学院|附属医院: in a row of head words without a stop, each would grow to the end of the row
_MOST_PARTS = 6
PARTY = re.compile("(?:中共|共青团|九三学社|民建|民盟|民革|民进|农工党|致公党|台盟)$")
BRANCH = re.compile(r"([一-龥]{2,6}[省市县区州])(?:委员会|分会|支会|办事处|委)")


def find_organizations(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of organizations in a text."""
    view = Words(text, lexicon)
    found = [*_known(view), *_shaped(view), *_by_head(view)]
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
                    yield _mention(mention.start, mention.start + stop, name, "organization:parent")
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
    yield _mention(start, end, clean[start:end], "organization:sub" if parent else mention.rule)
    if parent:
        yield _mention(start, mention.end, clean[start : mention.end], "organization:parent")


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
            yield _mention(end + 1, end + 1 + size, clean[end + 1 : end + 1 + size], "organization:listed")
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
        branch = BRANCH.match(clean, end)
        if branch and is_place(branch[1]):
            end = branch.end()
        yield _mention(start, end, clean[start:end], "organization:known")


def _shaped(view: Words) -> Iterator[Mention]:
    """Bodies of the nation and of the centre by their shape, schools and hospitals that bear a number."""
    clean = view.clean
    for start, end in (*departments(view), *offices(view), *bureaus(view, BUREAU)):
        yield _mention(start, end, clean[start:end], "organization:fields")
    for start, end in bureaus(view, BODY):
        yield _mention(start, end, clean[start:end], "organization:body")
    for rule, (start, end) in named_by_shape(clean, view.folder):
        yield _mention(start, end, clean[start:end], f"organization:{rule}")
    for rule, shape in (("national", NATIONAL), ("central", CENTRAL)):
        for found in shape.finditer(clean):
            start, end = found.span()
            if rule == "national" and (branch := BRANCH.match(clean, end)) and is_place(branch[1]):
                end = branch.end()
            if not _LOOSE.search(clean, start + 2, end):
                yield _mention(start, end, clean[start:end], f"organization:{rule}")
    for found in ORDINAL.finditer(clean):
        start, end = found.span()
        if clean[start - 1 : start] in ("全", "各", "我"):
            continue
        if BUILDING.search(clean, max(0, start - 34), start):
            continue
        left = start if clean[start] in "省市县区州镇" else places(view, start)
        left = next((start - n for n in (3, 2) if left == start >= n and is_division(clean[start - n : start])), left)
        left = _with_place(clean, left)
        yield _mention(left, end, clean[left:end], "organization:ordinal")


def _clipped(view: Words, left: int, start: int) -> int:
    """Where a name begins, without a verb's rest (完|成县医院, 有|县医院) and with the division that names the body.

    横州市茉莉花产业服务中心 begins with its city although jieba cuts it otherwise.
    """
    clean = view.clean
    if clean[left : left + 2] in ("成县", "和县", "有县", "有市") and left and "一" <= clean[left - 1] <= "鿿":
        left += 1
    if clean.startswith("建成区", left):
        left += 2
    if found := OF_ANOTHER.search(clean, left, start):
        left = found.end()
    left = _with_place(clean, left) if left < start else left
    for at in range(start - 1, max(1, start - 14), -1):
        if not "一" <= clean[at] <= "鿿" or at <= left < start:
            break
        if at < start - 1 and clean[at - 1] in "市县区州旗" and (place := places(view, at)) < at - 1:
            acts = (t for t in view.within(at, start) if t.pos in ("v", "c", "u", "p", "d", "r", "m"))
            if all(t.word in view.at_home("body") for t in acts):
                return min(left, place)
    return left


def _with_place(clean: str, left: int) -> int:
    """Where the place begins whose last character is the level at a position: 松江|市第一中学, 曹|县一中."""
    if clean[left] not in "省市县区州旗镇":
        return left
    return next((left - n for n in (5, 4, 3, 2, 1) if left >= n and is_place(clean[left - n : left + 1])), left)


def _by_head(view: Words) -> Iterator[Mention]:
    """The bodies that head words name, each with the other spans that its name may have."""
    for start, end in finder("organization_heads", view.folder).spans(view.clean):
        found = [*_at_head(view, start, end)]
        yield from found
        weak = all(m.rule == "organization:plain" for m in found if m.end >= end)
        if weak and (begin := _item(view, start, end)) is not None:
            built = BUILT.match(view.clean, end) is not None
            yield _mention(begin, end, view.clean[begin:end], "organization:built" if built else "organization:item")
        for m in found:
            if m.end == end and (begin := _joined(view, m.start)) is not None:
                yield _mention(begin, end, view.clean[begin:end], "organization:joined")


def _item(view: Words, start: int, end: int) -> int | None:
    """Where the item of a list begins that a head word ends, when nothing in it speaks against a name: 店|下|中学."""
    clean = view.clean
    begin = item_begin(clean, start, 18, "、，。；：！？\n（）“”《》")
    if begin is None or (stem := clean[begin:start]) in _levels(view) or _BOTH.search(stem):
        return None
    if clean[start:end] in words("organization_heads", view.folder, "government", "department", "media"):
        return None
    if any(shape.search(stem) for shape in (GENERIC_STEM, _LOOSE, _TALK)):
        return None
    if NO_BODY.search(clean, max(0, start - 2), end + 1) or PART_OF_WORD.match(clean, end):
        return None
    place = place_after(clean[begin:end]) or stem[0] in "省市县区州"
    acting = view.acting(begin, start, "vr")
    opens = acting and acting[0] is view.within(begin, start)[0]
    if opens or any(not place or t.word not in view.at_home("body") for t in acting):
        return None
    return begin


def _levels(view: Words) -> frozenset[str]:
    """The words for a place or level that name none: 全市, 自治区, 街道."""
    return words("organization_words", view.folder, "own", "level")


def _joined(view: Words, left: int) -> int | None:
    """青山区葡萄|与葡萄酒产业服务中心: what joins may be inside the name, when a place or level stands before it."""
    clean = view.clean
    if clean[left - 1 : left] not in ("与", "和", "及"):
        return None
    begin = _clipped(view, view.begin(left - 1, 16), left - 1)
    stem = clean[begin : left - 1]
    named = place_after(stem + "  ") or stem[:1] in tuple("省市县区州") or stem.startswith(("中国", "国家"))
    bodies = (*endings("organization_heads", view.folder), "政府", "公司", "集团")
    whole = stem.endswith(bodies) or is_place(stem)
    return begin if named and len(stem) >= 3 and not whole else None


def _at_head(view: Words, start: int, end: int) -> Iterator[Mention]:
    """The body that a head word names."""
    clean = view.clean
    head = clean[start:end]
    left = _clipped(view, strip_prefix(clean, view.begin(start, 26), end), start)
    name = clean[left:end]
    if head in words("organization_heads", view.folder, "government"):
        yield from _government(view, start, end, head)
        return
    if len(name) > 28 or name in generic(view.folder, "Organization") or ("“" in name and "”" not in name):
        return
    if head in words("organization_heads", view.folder, "department"):
        office = list(_department(view, start, end, left))
        yield from office
        if office or not head.endswith(("中心", "院", "队", "站", "所", "庭")):
            return
    places_to_build = words("organization_heads", view.folder, "school", "health", "culture")
    if left >= start and len(head) >= 6 and head in places_to_build:
        yield _mention(start, end, head, "organization:plain")  # 特殊教育学校
        return
    if left >= start or clean.startswith("议", end) or (head == "小学" and clean[start - 1] == "中"):
        return  # 合作协|议, 中小学
    if head in words("organization_heads", view.folder, "media"):
        left = next((start - n for n in (4, 3, 2) if is_place(clean[start - n : start])), left)
        yield _mention(left, end, clean[left:end], "organization:name")
        return
    stem = clean[left:start]
    if head.endswith("卫生服务中心") and stem.endswith("社区") and len(stem) > 2:
        yield _mention(left, end, name, "organization:place")
        return
    if GENERIC_STEM.search(stem):
        return
    if head in places_to_build and (site := SITE.match(clean, end)):
        left = _with_place(clean, left)
        yield _mention(left, end, clean[left:end], "organization:moved" if site["whole"] else "organization:site")
        return
    if rule := _rule(view, left, start, end):
        yield _mention(left, end, name, f"organization:{rule}")


def _rule(view: Words, left: int, start: int, end: int) -> str:
    """What makes a stem and its head word a body's name, '' when nothing does."""
    clean = view.clean
    stem = clean[left:start]
    if NO_BODY.search(clean, max(0, start - 2), end + 1) or NO_END.match(clean, end):
        return ""
    tokens = view.within(left, start)
    works = clean[start:end] in words("organization_words", view.folder, "works")
    if works or BUILT.match(clean, end) or BUILDING.search(clean, max(0, left - 34), left):
        return "built" if _named(tokens, stem) else ""
    # a long name of a union or association needs no place: 中国石油和化学工业联合会
    if any(t.pos.startswith(("ns", "nt")) or is_division(t.word) for t in tokens) or stem.startswith(
        ("中国", "全国", "国际")
    ):
        return "place"
    if LEVEL.search(stem) or stem[0] in "省市县区州":
        return "level"
    if any(t.pos[:2] in ("nr", "nz", "x") or len(t.word) == 1 for t in tokens) and end - left >= 4:
        return "name"
    if end - left < 5 or clean[end - 1] == "中" or COUNTED.search(clean, max(0, left - 2), left):
        return ""
    return "plain"


def _named(tokens: Iterable[Token], stem: str) -> bool:
    """Whether what stands before a head word holds a proper name or a level."""
    return bool(LEVEL.search(stem)) or any(
        t.pos[:2] in ("ns", "nt", "nr", "nz", "x") or is_division(t.word) for t in tokens
    )


def _government(view: Words, start: int, end: int, head: str) -> Iterator[Mention]:
    """A Party or government body with the name of its place: 青山县委, 云岭区管委会."""
    clean = view.clean
    if clean[end : end + 1] in ("员", "托") or clean[end : end + 2] in ("常委", "会同"):
        return
    if clean[end : end + 3] in ("宣传部", "组织部", "统战部", "政法委"):
        end += 3
    body = start
    if head in ("市委", "县委", "区委", "州委", "省委") and places(view, start) >= start:
        body = start + 1  # 青山|市委, but 岚县|县委
    left = places(view, body)
    if head in ("管委会", "党工委") and clean[start - 1] in "区园城港":
        zone = strip_prefix(clean, view.begin(start), end)
        left = min(left, zone) if start - zone >= 4 else left
    if (
        left >= start
        or body - left < 2
        or clean[left:body] in _levels(view)
        or clean[left:body].startswith(("代表", "各", "党"))
    ):
        return
    if UNNAMED.match(clean, left) or (clean[left] in "和成" and clean[left - 1 : left] not in ("", *"，。；、：\n（")):
        return
    if found := PARTY.search(clean, max(0, left - 4), left):
        left = found.start()
    if clean[end : end + 4] == "工作报告" and start > 300:
        return
    rule = "office" if head in ("管委会", "党工委") else "government"
    yield _mention(left, end, clean[left:end], f"organization:{rule}")


def _department(view: Words, start: int, end: int, begin: int) -> Iterator[Mention]:
    """A department with its level or place: 省科技厅, 青山县财政局."""
    clean = view.clean
    left = places(view, start)
    if start - left >= 2 and clean[left:start] not in words("organization_words", view.folder, "own"):
        yield _mention(left, end, clean[left:end], "organization:department")
    elif (
        start
        and clean[start - 1] in "省市县区州镇乡旗"
        and clean[start - 2 : start] not in ("全省", "全市", "全县", "全区")
    ):
        yield _mention(start - 1, end, clean[start - 1 : end], "organization:department")
    elif 2 <= start - begin <= 8 and clean[start:end] in words("organization_words", view.folder, "post"):
        yield _mention(begin, end, clean[begin:end], "organization:name")


def _mention(start: int, end: int, name: str, rule: str) -> Mention:
    return Mention(start, end, "Organization", key_of(name), rule, CONFIDENCE[rule])
