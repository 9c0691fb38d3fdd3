"""Organizations that a head word names: 局, 中学, 医院, 管委会, 日报, with what before it makes it one body.

Example: 青山县财政局, 白鹭区第二实验小学. No example: 各级医院, 12所中学, 合作协|议.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.body_shapes import places
from kg.extract.lists import item_begin
from kg.extract.names import Words, endings, finder, generic, is_division, is_place, place_after, strip_prefix, words
from kg.extract.organization_begins import clipped, with_place
from kg.extract.organization_rules import BUILDING, LOOSE, organization
from kg.types import Mention, Token

_LEVEL = re.compile(r"(?:[省市县区州镇]|自治区|兵团|中央)(?:直|级)?$")
# A body that is being built, moved or opened is a project of that sentence, not an organization.
_BUILT = re.compile(
    r"(?:项目|工程|建成|开工|竣工|投用|投入使用|启用|动工|封顶|新建|"
    r"、[^，。；]{2,24}(?:建成|开工|竣工|投用|投入使用|启用|等项目|项目))"
)
_GENERIC_STEM = re.compile(
    r"\d|^余?[支只]|[一二两三四五六七八九十百]+[所个家间级]|各|所有|多|普惠|公办|民办|公立|乡镇|建制镇|农村|城镇|社区|社会|家庭|重点|标准化|寄宿|薄弱|义务教育|"
    r"全科|专科|综合|优质|名牌|名校|知名|高等|中等|职业教育|老年|党组织|国家级|省级|市级|人民$|小区"
)
_PART_OF_WORD = re.compile(r"[学级心央间全生城议会工]|\d")  # 第一中|学, 合作协|议; 实验室|12家
_TALK = re.compile("[到就里这常]|过去|(?<!高)等")
_BOTH = re.compile("..[和与及]..|^[和与及以由被请让]")
# What is built for a school or hospital (青山中学教学楼); one that is moved as a whole may be the project itself
_SITE = re.compile(
    "[一-龥]{0,4}?(?:教学楼|教学综合楼|综合楼|门诊楼|住院楼|病房楼|病房大楼|外科楼|外科大楼|内科楼|内科大楼|医技楼|感染楼|急诊楼|康复楼|"
    "实训楼|实验楼|科教楼|宿舍楼|学生公寓|食堂|运动场|操场|传染病区|住院部|新校区|新院区|[东西南北老]校区|新馆|新院(?!长)|业务用房|"
    "初中部|高中部|国际部|分校|(?P<whole>改扩建|扩建|迁建|搬迁|异地新建))|二期"
)
# 招商会, 学会了, 上中学 are no bodies
_NO_BODY = re.compile("招商会|初中部|学会[了怎如做用]|[上读办念]中学|[上读]小学")
# 学会12家, 合作社化, 中学生: the head word is only part of a word, or many are meant
_NO_END = re.compile(r"\d|各|化|体系|制度|建设|生|教|服务|管理|附属")
_COUNTED = re.compile(r"[个所家级类批座][，。；：、]?$")
_UNNAMED = re.compile("认真|执行|完成|圆满|接受|围绕|落实|按照|代表")
_PARTY = re.compile("(?:中共|共青团|九三学社|民建|民盟|民革|民进|农工党|致公党|台盟)$")


def organizations_by_head(view: Words) -> Iterator[Mention]:
    """The bodies that head words name, each with the other spans that its name may have."""
    for start, end in finder("organization_heads", view.folder).spans(view.clean):
        found = [*_at_head(view, start, end)]
        yield from found
        weak = all(m.rule == "organization:plain" for m in found if m.end >= end)
        if weak and (begin := _item(view, start, end)) is not None:
            built = _BUILT.match(view.clean, end) is not None
            yield organization(
                begin, end, view.clean[begin:end], "organization:built" if built else "organization:item"
            )
        for m in found:
            if m.end == end and (begin := _joined(view, m.start)) is not None:
                yield organization(begin, end, view.clean[begin:end], "organization:joined")


def _item(view: Words, start: int, end: int) -> int | None:
    """Where the item of a list begins that a head word ends, when nothing in it speaks against a name: 店|下|中学."""
    clean = view.clean
    begin = item_begin(clean, start, 18, "、，。；：！？\n（）“”《》")
    if begin is None or (stem := clean[begin:start]) in _levels(view) or _BOTH.search(stem):
        return None
    if clean[start:end] in words("organization_heads", view.folder, "government", "department", "media"):
        return None
    if any(shape.search(stem) for shape in (_GENERIC_STEM, LOOSE, _TALK)):
        return None
    if _NO_BODY.search(clean, max(0, start - 2), end + 1) or _PART_OF_WORD.match(clean, end):
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
    begin = clipped(view, view.begin(left - 1, 16), left - 1)
    stem = clean[begin : left - 1]
    named = place_after(stem + "  ") or stem[:1] in tuple("省市县区州") or stem.startswith(("中国", "国家"))
    bodies = (*endings("organization_heads", view.folder), "政府", "公司", "集团")
    whole = stem.endswith(bodies) or is_place(stem)
    return begin if named and len(stem) >= 3 and not whole else None


def _at_head(view: Words, start: int, end: int) -> Iterator[Mention]:
    """The body that a head word names."""
    clean = view.clean
    head = clean[start:end]
    left = clipped(view, strip_prefix(clean, view.begin(start, 26), end), start)
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
        yield organization(start, end, head, "organization:plain")  # 特殊教育学校
        return
    if left >= start or clean.startswith("议", end) or (head == "小学" and clean[start - 1] == "中"):
        return  # 合作协|议, 中小学
    if head in words("organization_heads", view.folder, "media"):
        left = next((start - n for n in (4, 3, 2) if is_place(clean[start - n : start])), left)
        yield organization(left, end, clean[left:end], "organization:name")
        return
    stem = clean[left:start]
    if head.endswith("卫生服务中心") and stem.endswith("社区") and len(stem) > 2:
        yield organization(left, end, name, "organization:place")
        return
    if _GENERIC_STEM.search(stem):
        return
    if head in places_to_build and (site := _SITE.match(clean, end)):
        left = with_place(clean, left)
        yield organization(left, end, clean[left:end], "organization:moved" if site["whole"] else "organization:site")
        return
    if rule := _rule(view, left, start, end):
        yield organization(left, end, name, f"organization:{rule}")


def _rule(view: Words, left: int, start: int, end: int) -> str:
    """What makes a stem and its head word a body's name, '' when nothing does."""
    clean = view.clean
    stem = clean[left:start]
    if _NO_BODY.search(clean, max(0, start - 2), end + 1) or _NO_END.match(clean, end):
        return ""
    tokens = view.within(left, start)
    works = clean[start:end] in words("organization_words", view.folder, "works")
    if works or _BUILT.match(clean, end) or BUILDING.search(clean, max(0, left - 34), left):
        return "built" if _named(tokens, stem) else ""
    # a long name of a union or association needs no place: 中国石油和化学工业联合会
    if any(t.pos.startswith(("ns", "nt")) or is_division(t.word) for t in tokens) or stem.startswith(
        ("中国", "全国", "国际")
    ):
        return "place"
    if _LEVEL.search(stem) or stem[0] in "省市县区州":
        return "level"
    if any(t.pos[:2] in ("nr", "nz", "x") or len(t.word) == 1 for t in tokens) and end - left >= 4:
        return "name"
    if end - left < 5 or clean[end - 1] == "中" or _COUNTED.search(clean, max(0, left - 2), left):
        return ""
    return "plain"


def _named(tokens: Iterable[Token], stem: str) -> bool:
    """Whether what stands before a head word holds a proper name or a level."""
    return bool(_LEVEL.search(stem)) or any(
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
    if _UNNAMED.match(clean, left) or (clean[left] in "和成" and clean[left - 1 : left] not in ("", *"，。；、：\n（")):
        return
    if found := _PARTY.search(clean, max(0, left - 4), left):
        left = found.start()
    if clean[end : end + 4] == "工作报告" and start > 300:
        return
    rule = "office" if head in ("管委会", "党工委") else "government"
    yield organization(left, end, clean[left:end], f"organization:{rule}")


def _department(view: Words, start: int, end: int, begin: int) -> Iterator[Mention]:
    """A department with its level or place: 省科技厅, 青山县财政局."""
    clean = view.clean
    left = places(view, start)
    if start - left >= 2 and clean[left:start] not in words("organization_words", view.folder, "own"):
        yield organization(left, end, clean[left:end], "organization:department")
    elif (
        start
        and clean[start - 1] in "省市县区州镇乡旗"
        and clean[start - 2 : start] not in ("全省", "全市", "全县", "全区")
    ):
        yield organization(start - 1, end, clean[start - 1 : end], "organization:department")
    elif 2 <= start - begin <= 8 and clean[start:end] in words("organization_words", view.folder, "post"):
        yield organization(begin, end, clean[begin:end], "organization:name")
