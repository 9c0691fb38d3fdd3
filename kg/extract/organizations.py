"""Organizations: governments, Party and state bodies with their place or level, schools, hospitals, media, unions.

Example: 省科技厅 and 白沙县人民政府 are organizations; 市政府, 县委 and 各级医院 are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.names import (
    Words,
    finder,
    generic,
    is_division,
    is_place,
    key_of,
    place_before,
    strip_prefix,
    words,
)
from kg.ontology.lexicon import Lexicon
from kg.types import Mention, Text, Token

# Precision of each rule on the labelled documents that the rules may know.
CONFIDENCE = {
    "organization:known": 0.94,
    "organization:government": 0.7,
    "organization:department": 0.92,
    "organization:place": 0.6,
    "organization:national": 0.8,
    "organization:central": 0.8,
    "organization:ordinal": 0.6,
    "organization:built": 0.3,
    "organization:plain": 0.2,
    "organization:name": 0.5,
    "organization:level": 0.74,
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
LEVELS = frozenset(
    {
        "全市",
        "全县",
        "全省",
        "全区",
        "我市",
        "我县",
        "我省",
        "我区",
        "自治区",
        "本市",
        "本县",
        "新区",
        "高新区",
        "经开区",
        "开发区",
        "街道",
        "地区",
        "乡镇",
    }
)
# 中国石油和化学工业联合会, 中国国际贸易促进委员会: the name begins with the nation and may hold one 和
NATIONAL = re.compile(
    r"(?:中国|中华全国|中华|全国)[一-龥]{2,18}?(?:联合会|协会|学会|研究会|促进会|促进委员会|基金会|商会|联盟|联合总社)(?!议)"
)
# 中央维稳办, 中央第三生态环境保护督察组, 国务院第四督查组, 省委第二巡视组
CENTRAL = re.compile(
    r"(?:中央|国务院|省委|自治区党委|市委)(?:第[一二三四五六七八九十\d]+)?(?:[一-龥]{2,8}?)?(?:督察组|巡视组|巡察组|督导组|督查组|代表团)"
    r"|中央[一-龥]{2,4}(?:办|委)(?=[，。；、”）（\n充给对的等和主印召部])"
)
_LOOSE = re.compile(r"[的了在是对将由为着被把向]|加强|推进|开展|参加|组织|成立")
# 市一中, 县第二人民医院, 第一中学: an ordinal names the school or hospital
ORDINAL = re.compile(
    r"(?:[省市县区州镇]第?|第)[一二三四五六七八九十]{1,2}(?:人民医院|中医院|医院|中学|小学|幼儿园|高中|中)(?![一-龥]{0,2}(?:全会|次|届))"
)
BRANCH = re.compile(r"([一-龥]{2,6}[省市县区州])(?:委员会|分会|支会|办事处|委)")
PLACE_END = frozenset("省市县区州旗镇乡盟") | {
    "自治区",
    "自治州",
    "自治县",
    "新区",
    "高新区",
    "经开区",
    "开发区",
    "地区",
    "林区",
    "街道",
}


def find_organizations(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of organizations in a text."""
    view = Words(text, lexicon)
    known = [*_known(view, lexicon.folder), *_shaped(view)]
    yield from known
    taken = {at for m in known for at in range(m.start, m.end)}
    for mention in _by_head(view, lexicon.folder):
        # inside a name that is known (湖北日报 in 湖北日报网) nothing else is named
        if not (mention.start in taken and mention.end - 1 in taken):
            yield mention


def _known(view: Words, folder: Path) -> Iterator[Mention]:
    clean = view.clean
    for start, end in finder("organizations", folder).spans(clean):
        # 国务院扶贫办, 湖南大学附属…: a longer name goes on
        if clean[end : end + 2] == "附属" or clean[max(0, start - 4) : start] == "党中央、":
            continue
        last = view.tokens[view.index(end - 1)]
        if last.end > end and len(clean[start:end]) <= 4:
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
        left = start if clean[start] in "省市县区州镇" else _place(view, start)
        left = next((start - n for n in (3, 2) if left == start >= n and is_division(clean[start - n : start])), left)
        yield _mention(left, end, clean[left:end], "organization:ordinal")


def _place(view: Words, end: int) -> int:
    """Where the run of place names begins that ends at a position, or the position itself."""
    start = place_before(view.clean, end)
    if start < end:
        return start
    i = view.index(end - 1) if end else -1
    while i >= 0:
        token = view.tokens[i]
        if token.end > start or not (token.pos.startswith("ns") or token.word in PLACE_END):
            # 青山市 that jieba takes for other words: one more token before a suffix of places
            if (
                start < end
                and view.clean[start] in PLACE_END
                and token.end == start
                and len(token.word) <= 4
                and token.pos[:1] in "nj"
            ):
                start = token.start
            break
        start = token.start
        i -= 1
    return start if end - start >= 2 else end


def _by_head(view: Words, folder: Path) -> Iterator[Mention]:
    clean = view.clean
    empty = generic(folder, "Organization")
    departments = words("organization_heads", folder, "department")
    governments = words("organization_heads", folder, "government")
    media = words("organization_heads", folder, "media")
    heads = finder("organization_heads", folder)
    for start, end in heads.spans(clean):
        head = clean[start:end]
        left = strip_prefix(clean, view.begin(start, 26), end)
        name = clean[left:end]
        if head in governments:
            yield from _government(view, start, end, head)
            continue
        if len(name) > 28 or name in empty or ("“" in name and "”" not in name):
            continue
        if head in departments:
            yield from _department(view, start, end)
            continue
        if left >= start or clean.startswith("议", end) or (head == "小学" and clean[start - 1] == "中"):
            continue  # 合作协|议, 中小学
        if head in media:
            left = next((start - n for n in (4, 3, 2) if is_place(clean[start - n : start])), left)
            name = clean[left:end]
            yield _mention(left, end, name, "organization:name")
            continue
        if re.match(r"\d|各|化|体系|制度|建设|联盟|生|教|服务|管理", clean[end : end + 2]) and not clean[
            end : end + 2
        ].startswith("联"):
            continue
        if clean[end : end + 2] == "附属":
            continue
        stem = clean[left:start]
        tokens = view.within(left, start)
        if GENERIC_STEM.search(stem):
            continue
        if BUILT.match(clean, end) or BUILDING.search(clean, max(0, left - 34), left):
            if _named(tokens, stem):
                yield _mention(left, end, name, "organization:built")
            continue
        # a long name of a union or association needs no place: 中国石油和化学工业联合会
        if any(t.pos.startswith(("ns", "nt")) or is_division(t.word) for t in tokens) or stem.startswith(
            ("中国", "全国", "国际")
        ):
            yield _mention(left, end, name, "organization:place")
        elif LEVEL.search(stem) or stem[:1] in "省市县区州":
            yield _mention(left, end, name, "organization:level")
        elif any(t.pos[:2] in ("nr", "nz", "x") or len(t.word) == 1 for t in tokens) and len(name) >= 4:
            yield _mention(left, end, name, "organization:name")
        elif (
            len(name) >= 5
            and not head.endswith("中")
            and not re.search(r"[个所家级类批座][，。；：、]?$", clean[max(0, left - 2) : left])
        ):
            yield _mention(left, end, name, "organization:plain")


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
    if head in ("市委", "县委", "区委", "州委", "省委"):
        body = start + 1
    left = _place(view, body)
    if head in ("管委会", "党工委") and clean[start - 1] in "区园城港":
        zone = strip_prefix(clean, view.begin(start), end)
        left = min(left, zone) if start - zone >= 4 else left
    if (
        left >= start
        or body - left < 2
        or clean[left:body] in LEVELS
        or clean[left:body].startswith(("代表", "各", "党"))
    ):
        return
    if clean[end : end + 4] == "工作报告" and start > 300:
        return
    yield _mention(left, end, clean[left:end], "organization:government")


def _department(view: Words, start: int, end: int) -> Iterator[Mention]:
    """A department with its level or place: 省科技厅, 青山县财政局."""
    clean = view.clean
    left = _place(view, start)
    if start - left >= 2 and clean[left:start] not in ("全省", "全市", "全县", "全区", "我省", "我市", "我县", "我区"):
        yield _mention(left, end, clean[left:end], "organization:department")
    elif (
        start and clean[start - 1] in "省市县区州" and clean[start - 2 : start] not in ("全省", "全市", "全县", "全区")
    ):
        yield _mention(start - 1, end, clean[start - 1 : end], "organization:department")


def _mention(start: int, end: int, name: str, rule: str) -> Mention:
    return Mention(start, end, "Organization", key_of(name), rule, CONFIDENCE[rule])
