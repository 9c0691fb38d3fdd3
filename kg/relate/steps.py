"""The steps of a programme: 开展某行动，重点抓好甲、乙整治; “五大行动”：一是实施丙行动，…。二是实施丁行动，…"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.campaigns import COUNTED as WORKS
from kg.relate.clauses import Clause, View
from kg.relate.wholes import EXPLAINED, count_of, parts_of, side_by_side
from kg.types import Claim, Mention

# 甲改造32个、|乙改造1200户; 甲治理、养老服务、|乙自治
_FIGURE = re.compile(r"[”》]?[^，。；、]{0,10}(?:、|和|与|以及|及)(?:[^，。；、“”]{2,8}、){0,2}[“《]?")
ORDINAL = re.compile(r"[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}，")
_LEADS = re.compile(
    r"(?:要)?(?:[^，。；、“]{0,6}(?:实施|开展|推进|抓好|打好|推行|启动|落实|做好|打造|建设|深化|强化))?(?:好|了)?[“]?"
)
_FIRST = ("一是", "一要", "第一，")
_ITEM = 24  # clauses that one item of a numbered list may have
_OPENS = 8  # characters of a clause before the counted name that it is about
# “三大百亿产业”加快壮大，
_GOES = re.compile(r"[”]?[^，。；：、\d]{1,12}[，：；。]")
_NEAR_NUMBER = 14  # characters from 一是 to the name of the part
# 开展…行动, 深化…改革, 抓好…建设, but not …行动计划; how it goes, or nothing, before the clause ends
_ACTION = re.compile(
    r"(?:行动|工程|改革|(?<=[”路])建设|[^，。；、]{0,2}”[^，。；、]{0,8}(?:行动|工程|改革|建设))"
    r"(?!计划|方案|项目)[”]?(?!这|为|的)[^，。；、]{0,6}[，：。]"
)
# 大气污染治理取得阶段性成效，
_EFFECT = re.compile(
    r"[”]?(?:工作)?(?:取得[^，。；、]{0,6}(?:成效|进展|突破|成果)|成效(?:显著|明显|突出)|扎实推进|深入推进|强力推进|持续推进|有力有效)，"
)
_FIELD = re.compile(r"[”]?(?:工作)?方面，")
_GOES_WELL = re.compile(
    r"[”]?(?:等[^，。；、]{0,6})?(?:扎实|深入|全面|有力|有序|强力|持续|稳步|顺利)*(?:开展|推进|实施|推动|见效|取得)"
)
_FIGHT = re.compile(r"(?:治理|整治|攻坚战?|保卫战|行动|防治|工程)$")
_SO_MANY = re.compile(r"[”]?(?:工程|任务|改造)?(?:完成)?[\d.]+[余多]?[百千万]?(?:户|台|座|处|个|家|公里|亩|套|吨|人)")
_REFORM = re.compile(r"(?:改革|试点)$")
_DETAIL = re.compile(
    r"(?:(?:并|要|着力)?(?:(重点|突出|着重|集中|主要)(?:开展|抓好|推进|实施|抓|做好|打好)?"
    r"|(?:持续|深入|扎实|全面|大力|有序|稳步|加快|统筹|协同|全力|着力|强力|同步)*(?:开展|推进|强化|加强|实施|抓好|深化|完成|启动|推行)))(?:了|好)?[“]?"
)
_STEPS = {**EXPLAINED, "Program": EXPLAINED["Program"] - {"Project"}}  # works are under a programme
_PEERS = re.compile(r"[”]?等[^，。；、]{0,4}(?:计划|行动|活动|政策|工程|制度|机制|模式|做法|措施)")
# 推进人居环境整治提升行动，抓好“三清一改”
_CARE = re.compile(r"(?:人居环境|环境|村容|市容|城乡|乱象)[^，。；]{0,10}(?:整治|治理|提升)")
_COUNTED = re.compile(r"[“]?(?:[二两三四五六七八九十]|\d{1,2})(?:个|大|项)")
_FORMULA = re.compile(r"[二两三四五六七八九十][清改拆治化净整][一二两三四五六七八九十]?[清改拆治化净整]?")
_COLON = re.compile(
    r"[”]?(?:，(?:包括|即|分别是))?(?:全部|全面|圆满|如期|基本|顺利|扎实|已|均)*(?:兑现|完成|办结|落实|见效|推进)?："
)
_DEED = re.compile(r"(?:继续|全面|深入|大力)?(?:实施|开展|推进|启动|推行)(?:了|好)?[“]?")
_PURGE = re.compile(r"(?:整治|治理|排查|整治提升|清理|清零)(?:行动)?$")


def steps(view: View) -> Iterator[Claim]:
    """What a campaign or reform consists in, and the items of a numbered list under a counted name."""
    yield from _campaign(view)
    yield from _pursued(view)
    yield from _ordered(view)
    yield from _told_in_turn(view)


def _campaign(view: View) -> Iterator[Claim]:
    """开展“清风护航”行动，重点抓好燃气、消防等领域专项整治: what a campaign that opens a sentence consists in.

    So does a reform, which may be a sentence of its own: 深化农村改革。推进农村集体产权制度改革. What stands in the
    sentence behind a campaign (实施净水行动。落实河长制) is mostly something beside it.
    """
    for before, clauses in itertools.pairwise([[], *view.sentences()]):
        if clauses[0].sentence.part == "glossary" or not clauses[0].mentions:
            continue
        alone = len(before) == 1 == len(before[0].mentions) and view.clean[before[0].end - 1] == "。"
        head = before if alone and before[0].mentions[0].type == "Program" else clauses
        rest = clauses if head is before else clauses[1:]
        if len(head[0].mentions) != 1 or not rest or not rest[0].mentions:
            continue
        whole, following = head[0].mentions[0], rest[0]
        if whole.type != "Program":
            continue
        acts = _ACTION.match(view.clean, whole.end - 2, head[0].end)
        if head is clauses and _FIELD.fullmatch(view.clean, whole.end, head[0].end):
            yield from _of_field(view, whole, following)
            continue
        if not acts and not _EFFECT.fullmatch(view.clean, whole.end, head[0].end):
            continue
        lead = _DETAIL.fullmatch(view.clean, following.start, following.mentions[0].start)
        if lead is None:
            continue
        if not acts:
            yield from _measured(view, whole, following)
            continue
        group = [m for m in side_by_side(view, following, _FIGURE) if m.type == "Program"]
        if head is before or _REFORM.search(whole.key):
            several = head is before and len(group) > 1  # 推进教育改革，开展家访行动、助学行动 are works beside it
            if _REFORM.search(whole.key) and (several or any(_REFORM.search(m.key) for m in group)):
                yield from parts_of(view, whole, group, "campaign")
            continue
        series = "系列" in view.clean[whole.start : head[0].end] or (
            len(group) > 1 and view.clean.startswith("等系列", group[-1].end + (view.clean[group[-1].end] == "”"))
        )
        peers = len(group) > 1 and _PEERS.match(view.clean, group[-1].end)  # 落实甲行动，实施乙、丙等计划
        sure = lead[1] is not None or series or (len(group) > 1 and not peers)
        # 实施县城攻坚行动，推进“五个一”工程
        sure = sure or (not _COUNTED.match(whole.key) and any(_COUNTED.match(m.key) for m in group))
        sure = sure or (_CARE.search(whole.key) is not None and all(_FORMULA.match(m.key) for m in group))
        yield from parts_of(view, whole, [m for m in group if sure or _PURGE.search(m.key)], "campaign")


def _pursued(view: View) -> Iterator[Claim]:
    """污染防治强力推进，甲整治、乙攻坚行动扎实开展: the programmes with which the clause behind a fight begins."""
    for clauses in view.sentences():
        whole = clauses[0].mentions[0] if clauses[0].mentions else None
        if whole is None or whole.type != "Program" or len(clauses) < 2 or len(clauses[0].mentions) > 1:
            continue
        if clauses[0].sentence.part == "glossary" or whole.start - clauses[0].start > 1 or not clauses[1].mentions:
            continue
        group = view.groups(clauses[1])[0]
        fights = _FIGHT.search(whole.key) and _EFFECT.fullmatch(view.clean, whole.end, clauses[0].end)
        listed = len(group) > 1 and group[0].start - clauses[1].start < 2 and all(m.type == "Program" for m in group)
        if fights and listed and _GOES_WELL.match(view.clean, group[-1].end, clauses[1].end):
            yield from parts_of(view, whole, group, "campaign")


def _of_field(view: View, whole: Mention, clause: Clause) -> Iterator[Claim]:
    """脱贫攻坚方面，|实施“八个一批”行动: what is carried out in the field of a fight."""
    group = view.groups(clause)[0]
    if _FIGHT.search(whole.key) and _DETAIL.fullmatch(view.clean, clause.start, group[0].start):
        yield from parts_of(view, whole, [m for m in group if m.type == "Program"], "campaign")


def _measured(view: View, whole: Mention, clause: Clause) -> Iterator[Claim]:
    """大气治理取得成效，|完成煤改气3万户、煤改电9千户: programmes with figures by which a fight is measured."""
    group = [m for m in side_by_side(view, clause, _FIGURE) if m.type == "Program" and m.ref != whole.ref]
    fights = _FIGHT.search(whole.key) and all(_SO_MANY.match(view.clean, m.end) for m in group)
    if fights and len(group) > 1:
        yield from parts_of(view, whole, group, "campaign")


def _ordered(view: View) -> Iterator[Claim]:
    """“五大行动”扎实推进。一是实施甲行动，…。二是实施乙行动: what each of the numbered clauses begins with."""
    named: tuple[int, Mention] | None = None  # the last counted name, and the number of its clause
    whole: Mention | None = None  # that of the list which goes on
    last = 0  # the number of the clause with which its last item began
    for clause in view.clauses:
        number = ORDINAL.match(view.clean, clause.start, clause.end)
        if number is None:
            counted = [m for m in clause.mentions if m.type in ("Program", "Slogan", "Industry") and _size(view, m) > 1]
            if len(counted) == 1 and clause.sentence.part != "glossary":
                named = (clause.index, counted[0])
            continue
        if number[0] in _FIRST:
            whole = named[1] if named is not None and clause.index - named[0] < 3 else None
        elif clause.index - last > _ITEM:
            whole = None
        last = clause.index
        first = clause.mentions[0] if clause.mentions else None
        if whole is None or first is None or first.start - number.end() > _NEAR_NUMBER:
            continue
        if _LEADS.fullmatch(view.clean, number.end(), first.start):
            yield from parts_of(view, whole, [first], "ordered", _STEPS)


def _size(view: View, whole: Mention) -> int:
    """How many parts a name says that it has, before or behind its quote marks: “汽电医”三大产业."""
    return count_of(whole.key) or count_of(view.surface(whole).rpartition("”")[2])


def _told_in_turn(view: View) -> Iterator[Claim]:
    """“三大百亿产业”壮大，甲业产值80亿元，乙业突破百亿，丙业增长9%: the clauses behind begin with as many of its kind.

    None of: “三大工程”完工，甲行动起步, where fewer follow, or more.
    """
    for clauses in view.sentences():
        where = next((c for c in clauses if c.mentions), None)
        if where is None or where.sentence.part == "glossary":
            continue
        whole = where.mentions[0]
        size = _size(view, whole)
        if len(where.mentions) > 1 or size < 2 or whole.start - where.start > _OPENS:
            continue
        if whole.type not in ("Industry", "Program", "Slogan") or not _GOES.fullmatch(view.clean, whole.end, where.end):
            continue
        opening = [c.mentions[0] for c in clauses if c.index > where.index and c.mentions]
        parts = [m for m in opening if m.start - view.clause(m.start).start < 2]
        alike = all(m.type == whole.type for m in parts) or (
            all(m.type == parts[0].type for m in parts) and whole.type == "Slogan"
        )
        if alike and len(parts) == len({m.ref for m in parts}) == size:
            yield from parts_of(view, whole, parts, "ordered", _STEPS)


def listed_deeds(view: View) -> Iterator[Claim]:
    """10件实事：改造危房1.2万户，实施甲工程，开展乙行动: each programme of the sentence that a verb begins.

    None of: 10件实事：新建甲医院（乙计划支持）.
    """
    for clauses in view.sentences():
        whole: Mention | None = None
        for clause in clauses:
            for m in clause.mentions:
                if whole is not None and m.type == "Program" and m.ref != whole.ref:
                    begin = max(clause.start, view.clean.rfind("、", clause.start, m.start) + 1)
                    if _DEED.fullmatch(view.clean, begin, m.start):
                        yield from parts_of(view, whole, [m], "after", _STEPS)
                elif m.type == "Program" and WORKS.search(m.key) and _COLON.match(view.clean, m.end):
                    whole = m
