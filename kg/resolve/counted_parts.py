"""What counted names consist of are names too: “六网”（水网、路网、…） gives 水网, 路网 and what else the list has.

The list has as many parts as the name says, so that each of them is one, be it seen as a name elsewhere or not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from kg.resolve.found import Found
from kg.resolve.heads import is_head, is_single, whole, zone_heads
from kg.resolve.plain import is_plain
from kg.resolve.trim import without_deed
from kg.types import Enumeration, Mention, Span, Text

# 其中我县招商引资项目, 助力打赢打好: words of the sentence
_OURS = re.compile("其中|[我全本该][省市县区州旗镇乡园]|助力|打赢|打好")
_SURE = 0.7  # of the name of a part, that it is one
_LONGEST = 20  # characters of a part that nothing else knows as a name
_LONGEST_FIELD = 10  # characters of an industry
_LONGEST_DEED = 8  # characters of a work that does not call itself one
_PIECE = 5  # characters of a piece of a formula
_SHORTEST_AGAIN = 5  # characters of a part that is sought elsewhere: 精深加工区
_BEFORE_NAME = r"(?<![^，。；：、“\n在于的到入向从与和及进])"
_SHORTEST_BUILT = 4  # characters of a building or park whose head word the whole does not have
_WORK = re.compile(
    r"(?:行动|工程|计划|改革|攻坚|攻坚战|保卫战|会战|战役|硬仗|仗|活动|整治|治理|试点|(?:提升|突破|建设|落实|攻坚|推进)年|革命)$"
)
_WORKS = re.compile(r"(?:行动|工程|计划|攻坚战|保卫战|持久战|会战|战役|硬仗|活动|攻坚|整治|革命)(?=[^一-龥]|$|建设)")
_FIGHT = re.compile(r"(?:攻坚战|攻坚行动|攻坚|会战|战役|革命|大提升行动|专项行动)$")
_DEED = re.compile(r"^[一-龥]{2,4}(?<![河江湖溪渠库路桥街村])(?:升级|建设|提升|治理|改善|保护|整治|改造)$")
_FIELDS = re.compile(r"产业|行业|集群|赛道|主导|支柱|业态")
_HONORS = re.compile(
    r"^(?:全国|国家|中国|省级|国家级)[^，]{2,16}(?:城市|县城|[县市区镇村]|示范区|试验区|基地|先行区|新区)$"
)
_NAMED = re.compile(
    r"(?:[二两三四五六七八九]|十[一二三四五六]?)(?:[大项场][一-龥]{0,6}(?:行动|工程|计划|攻坚战|攻坚|保卫战|会战|战役|硬仗|革命|战略|活动|(?<![大项场])(?:项目|实事))"
    r"|[大条][一-龥]{2,6}(?P<field>产业链|产业集群|产业))"
)
_COUNTED_WORD = re.compile(r"[二两三四五六七八九]个((?!一)[一-龥]{2,3})")
_OF_KIND = re.compile(
    "[两二三四五六七八九]((?![大个项条件批场轮年])[一-龥])(?:”|$|工程|行动|计划|战略)"
)  # 三名|工程: what the parts are, no works
_GOOD = re.compile(
    "实力|活力|魅力|和谐|创新|开放|生态|幸福|平安|法治|健康|美丽|智慧|数字|文明|富强|富裕|文化|绿色|宜居|品质|清廉|信用|书香|共享|协调|效率|质量"
)
_AIM = re.compile("振兴|之城|高地|名城|枢纽|样板|强[省市县区]")  # what a place wants in several ways, unlike 到位
_LINES = re.compile("系统|产业|集群|体系|链")
_STRONG = re.compile("[一-龥]{2}[强兴立活旺富靓优美稳惠名安][省市县区州镇旗港]")  # what a strategy is called: 工业强市
_SITE = re.compile("(?:[岛湾城谷港街馆楼厂站场塔院]|基地|管廊|酒店|大厦|社区|小区)$")
_ONE_THING = re.compile(r"一[一-龥]{1,3}（")
_LEISURE = re.compile(r"(?:[动植]物|公|游|乐|湿地公)园$")
_GROUND = re.compile(r"[一二两三四五六七八九]([园区带轴廊港城谷片湾岛])")  # the words that the formula of a plan counts
_STRETCH = re.compile("[一-龥]{2,}(?:带|轴|廊|走廊|组团|板块)$")
_NO_NAME = re.compile(
    r"^一[个张套座条支项件块批]|^[的在对将把为于从让使]|[的了在对将把为于从]$|[的了]|[。；：]|^(?:新建|新增|新造|引进|培育)\d|^[一-龥]{1,3}一[个张套座条支项件块批所家处]"
)
_DOES = re.compile(
    "清理|设立|新建|改造|打造|建设|打通|完善|加快|加强|提升|推进|整治|拆除|盘活|形成|发展|推动|围绕|处于|位于|项目|继续|营造"
)
_HEAD_OF_ALL = re.compile(r"[二两三四五六七八九十]大([一-龥]{0,4}(?:行动|工程|计划))$")
_FIELD_WORD = 2  # characters of a part that only says in which field: 卫生
_HEAD = re.compile(r"(?:行动|工程|计划|改革|攻坚战|保卫战|会战|战役|活动|革命)$")


def with_parts(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions and those of the parts of counted names, and of these names, that are none yet, sorted."""
    if not text.enumerations:
        return list(mentions)
    found = Found(mentions)
    for one in text.enumerations:
        for m in _crossing(text.clean, one, found):
            found.drop(m)
        name = _name_of(text.clean, one, found) or _unnamed(text.clean, one)
        known = name in found.over(one.whole)
        if name is None or (not known and any(_within(one.whole, g.definition) for g in text.glossary)):
            continue  # 3是指甲、乙、丙三大产业: a word of the explanation
        alike = _alike(text.clean, one)
        for part in one.parts:
            new, old = _part(text.clean, one, name, part, found, alike)
            for m in old:
                found.drop(m)
            if new is not None:
                found.add(new)
            if new is not None and new.type == "Zone":
                _named_again(text.clean, new, found)
        if not known and name.key:
            found.add(name)
    return sorted(found.all, key=lambda m: (m.start, -m.end, m.type, m.key))


def _named_again(clean: str, zone: Mention, found: Found) -> None:
    """A part that the text goes on about under its own name: 在精深加工区，…; an industry within that is none."""
    if len(zone.key) < _SHORTEST_AGAIN:
        return
    for m in re.finditer(rf"{_BEFORE_NAME}{re.escape(zone.key)}(?![一-龥]{{0,4}}[区园])", clean):
        over = found.over(Span(*m.span()))
        if all(m.start() <= o.start and o.end <= m.end() and o.type == "Industry" for o in over):
            for o in over:
                found.drop(o)
            found.add(replace(zone, start=m.start(), end=m.end()))


def _crossing(clean: str, one: Enumeration, found: Found) -> list[Mention]:
    """Slogans and programmes over the edge of a part: 一廊指科创走廊; of the last part and the name: 丁“四大会战”."""
    out = []
    name = clean[one.whole.start : one.whole.end]
    for m in found.over(Span(min(one.whole.start, one.parts[0].start), max(one.whole.end, one.parts[-1].end))):
        if _ONE_THING.match(clean, m.start, m.end) and clean[m.start : m.start + 1] == "一":
            out.append(m)  # 一园（东湖植物园|）: the name is in the brackets
            continue
        if m.type not in ("Slogan", "Program"):
            continue
        inside = [part for part in one.parts if m.start < part.end and part.start < m.end]
        over = one.whole.start < m.end and m.start < one.whole.end
        piece = one.how == "pieces" and m.end - m.start <= _PIECE and clean[m.start : m.end].strip("“”") in name
        if piece and m.start >= one.whole.end:
            out.append(m)  # “两翼”即甲、乙: a piece of the formula
            continue
        if len(one.parts) > len(inside) > 1 and "、" in clean[m.start : m.end]:
            out.append(m)  # 甲、|乙、丙|、丁行动: two of the parts taken for one name
            continue
        crosses = one.how == "pieces" and len(inside) == 1 and not over and m.start < inside[0].start < m.end
        if crosses or (over and 0 < len(inside) < len(one.parts)):
            out.append(m)
    return out


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _name_of(clean: str, one: Enumeration, found: Found) -> Mention | None:
    """The mention of the whole, else one made of a name in quote marks or with a head word of its own."""
    over = [m for m in found.over(one.whole) if m.type in ("Program", "Slogan", "Industry", "Zone", "Project")]
    if over:
        return min(over, key=lambda m: (m.type not in ("Program", "Slogan", "Industry"), -(m.end - m.start)))
    start, end = one.whole
    quoted = clean[start - 1 : start] == "“"
    name = clean[start:end]
    type_ = ""
    if quoted or one.how in ("note", "pieces"):
        type_ = _kind(clean, one, found)
    elif found_head := _NAMED.fullmatch(name):
        type_ = "Industry" if found_head["field"] else "Slogan" if name.endswith("战略") else "Program"
    return Mention(start, end, type_, name, "list:whole", _SURE) if type_ else None


def _kind(clean: str, one: Enumeration, found: Found) -> str:
    """What a formula is by the words behind it, else by what most of its parts are: 三纵四横 of roads is a Program."""
    said = clean[one.whole.start : one.whole.end] + one.tail
    if _WORKS.search(said):
        return "Program"
    if "+" in said and _FIELDS.search(said):
        return "Industry"
    word = _COUNTED_WORD.fullmatch(said)
    if word and _AIM.fullmatch(word[1]) and all(clean[p.start : p.end].endswith(word[1]) for p in one.parts):
        return "Slogan"  # “五个振兴”（产业振兴、…）
    types = [m.type for part in one.parts for m in found.over(part)[:1]]
    named = [clean[p.start : p.end] for p in one.parts]
    built = types.count("Project") + sum(bool(whole(n) or is_single(n)) and not _NO_NAME.search(n) for n in named)
    if 2 * built >= len(one.parts):
        return "Program"
    if types.count("Program") == len(one.parts) > 2:
        return "Program"  # “四大帮扶举措” of four campaigns
    if types.count("Industry") == len(one.parts) and _LINES.match(one.tail):
        return "Industry"
    if 2 * sum(_on_plan(clean, one, n) for n in named) > len(named):
        return "Slogan"
    fields = types.count("Industry") if "+" in said or one.whole.end - one.whole.start > 3 else 0
    parks = types.count("Zone") + fields + sum(bool(_zones().search(n)) for n in named)
    return "Slogan" if 2 * parks >= len(one.parts) else ""


def _unnamed(clean: str, one: Enumeration) -> Mention | None:
    """What a list is of that has no name of its own: 甲、乙、丙3个主导产业; 甲片区、乙片区等两个片区."""
    said = clean[one.whole.start : one.whole.end]
    if one.how == "owned":
        return Mention(*one.whole, "Project", "", "list:whole", _SURE)
    if said.endswith(("产业", "产业链", "产业集群")):
        return Mention(*one.whole, "Industry", "", "list:whole", _SURE)
    same = all(clean[p.end - 2 : p.end] == said[-2:] for p in one.parts)
    return Mention(*one.whole, "Program", "", "list:whole", _SURE) if same else None


def _alike(clean: str, one: Enumeration) -> tuple[bool, bool]:
    """Whether the parts of a list begin and end alike: 特色农业牌、清洁能源牌; 送政策、送项目."""
    if len(one.parts) < 3:
        return False, False
    ends = [clean[p.end - 1] for p in one.parts]
    begins = [clean[p.start] for p in one.parts]
    return begins.count(begins[0]) * 2 > len(begins), ends.count(ends[0]) == len(ends)


def _part(
    clean: str, one: Enumeration, name: Mention, part: Span, found: Found, alike: tuple[bool, bool]
) -> tuple[Mention | None, list[Mention]]:
    """The mention of a part, and those that it takes the place of; neither where a mention says the same."""
    over = found.over(part)
    surface = clean[part.start : part.end]
    for m in over:
        if m.start <= min(p.start for p in one.parts) and m.end >= max(p.end for p in one.parts) and len(one.parts) > 1:
            continue  # a name that holds the list: “甲、乙、丙”三大战略
        inside = part.start <= m.start and m.end <= part.end
        most = (m.end == part.end and m.type in ("Project", "Zone")) or (m.end - m.start) * 3 >= 2 * (
            part.end - part.start
        )
        short = (alike[0] and m.start > part.start) or (alike[1] and m.end < part.end)
        several = re.search("[及和与]", surface) or (
            one.how == "before" and part == one.parts[0] and m.type != "Region"
        )
        if not inside or several or (most and not short) or m.type in ("Enterprise", "Organization"):
            return None, []
    type_ = _type(surface, clean, one, name, any(m.type == "Region" for m in over))
    if type_ is None:
        return None, []
    new = Mention(part.start, part.end, type_, _completed(clean, one, surface, type_), "list:part", _SURE)
    if type_ == "Project":
        new = without_deed(clean, new)
    return new, [m for m in over if m.type != "Region" and part.start <= m.start and m.end <= part.end]


def _type(surface: str, clean: str, one: Enumeration, name: Mention, placed: bool) -> str | None:
    """What a part is by its own head word, else by what it is a part of; None where it may be a mere phrase."""
    of = clean[one.whole.start : one.whole.end] + one.tail
    if (kind := _OF_KIND.match(of)) and surface.startswith(kind[1]) and not _WORK.search(surface):
        return None  # 名医、名校“三名”工程
    if "、" in surface or (one.how == "before" and len(surface) > _usual(one)):
        return None  # several names, or words before the first
    if surface.endswith("一批") and clean[one.whole.start : one.whole.end].endswith("一批"):
        return "Program"  # “四个一批”：竣工一批、…
    if _OURS.match(surface) or _NO_NAME.search(surface) or len(surface) > _LONGEST or is_head(surface):
        return None
    if _HONORS.search(surface) or ("叠加" in of and surface[-1] == "区"):
        return "Honor"
    zone = _zones().search(surface) and not _LEISURE.search(surface) and one.how in ("note", "pieces")
    if zone and len(surface) >= _SHORTEST_BUILT and name.type != "Industry":
        return "Zone"  # of “一核四翼”产业布局
    if name.type == "Industry" or _FIELDS.search(of):
        return "Industry" if len(surface) <= _LONGEST_FIELD and not _DOES.match(surface) else None
    if one.how == "owned" and len(surface) >= _SHORTEST_BUILT and all(clean[p.end - 1] == "区" for p in one.parts):
        return "Zone"  # 原料区、展示区、服务区三大区块
    if one.how == "owned" and len(surface) < 2 + (surface[-1:] not in "岛湾谷港"):
        return None
    built = (
        (one.how == "owned" or len(surface) >= _SHORTEST_BUILT or surface[-1] in of)
        and not _DOES.match(surface)
        and _built(clean, one)
    )
    if built and _zones().search(surface) and not _LEISURE.search(surface):
        return "Zone"
    if _STRONG.fullmatch(surface) or of.endswith("战略") or _same_word(clean, one, of, placed):
        return "Slogan"
    if name.type == "Slogan" and len(surface) >= _SHORTEST_BUILT and _on_plan(clean, one, surface):
        return "Zone"
    if one.how in ("note", "pieces") and name.type == "Slogan" and _STRETCH.fullmatch(surface):
        return "Zone"
    if name.type == "Program" and _WORK.search(surface) and not of.endswith(("项目", "实事")):
        return "Program"
    short = len(surface) <= _LONGEST_DEED
    if name.type == "Program" and _FIGHT.search(of) and short and not placed and _DEED.search(surface):
        return "Program"  # 产业升级、城镇建设四大攻坚战: nothing that is built
    if built and "一批" not in surface and _place(surface):
        return "Project"
    works = _WORKS.search(of) or _WORKS.search(clean, *one.whole)
    return "Program" if name.type == "Program" and works and short and not is_plain(surface) else None


def _on_plan(clean: str, one: Enumeration, surface: str) -> bool:
    """Whether a part has a word that the formula of a plan counts, as most parts do: 拆解区 of “一港四区”."""
    words = _GROUND.findall(clean, *one.whole)
    alike = [clean[p.end - 1] in words for p in one.parts]
    return len(words) > 1 and surface[-1] in words and 2 * sum(alike) > len(alike)


def _built(clean: str, one: Enumeration) -> bool:
    """Whether most parts of a list are places or buildings."""
    parts = [clean[p.start : p.end] for p in one.parts]
    return 2 * sum(bool(_place(p)) for p in parts) >= len(parts)


def _place(name: str) -> bool:
    """Whether a name says of itself that it is a building or a place: 甲大厦, 乙片区, 丙岛."""
    return whole(name) or is_single(name) or any(p.search(name) for p in (_zones(), _SITE))


def _same_word(clean: str, one: Enumeration, of: str, placed: bool) -> bool:
    """Whether all parts end in the word that the name counts: “三个云岭”：实力云岭、魅力云岭、和谐云岭."""
    word = _COUNTED_WORD.fullmatch(of)
    parts = [clean[p.start : p.end] for p in one.parts]
    good = placed or all(_GOOD.match(part) for part in parts) or (word is not None and _AIM.fullmatch(word[1]))
    return bool(good) and word is not None and all(part.endswith(word[1]) for part in parts)


def _usual(one: Enumeration) -> int:
    """The characters that a part of a list may have by the others."""
    return max((p.end - p.start for p in one.parts[1:]), default=0) + 1


def _completed(clean: str, one: Enumeration, surface: str, type_: str) -> str:
    """A part with the head word that only the last has: 交通强基、水利强基、人才强基|行动."""
    head = _HEAD_OF_ALL.search(clean, *one.whole) if type_ == "Program" and len(surface) == _FIELD_WORD else None
    if head is not None and one.how == "before":
        return surface + head[1]  # 教育、卫生“两大提升行动”
    last = _HEAD.search(clean, *one.parts[-1])
    if type_ != "Program" or last is None or _WORK.search(surface):
        return surface
    others = [clean[p.start : p.end] for p in one.parts[:-1]]
    return surface if any(map(_HEAD.search, others)) else surface + last[0]


@functools.cache
def _zones() -> re.Pattern[str]:
    return re.compile(rf"(?:{zone_heads()}|组团|片区|园区|[产工业科创物流].{{0,3}}园)(?<![范验行导心领聚]区)\Z")
