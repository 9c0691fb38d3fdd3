"""As many names as a counted name says, in the clauses right behind it: “三城”建设提速，甲、乙建成，丙开工."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View
from kg.relate.formulas import pieces_of, total
from kg.relate.wholes import EXPLAINED, count_of, parts_of
from kg.types import Claim, Mention

_WHOLES = frozenset({"Program", "Slogan", "Industry"})
# what may stand between the name and the end of its clause: “三区一平台”|功能持续完善
_GOES = re.compile(r"[”》]?[^，。；：、“（]{0,14}[，。：；]?")
# 重点抓好|甲计划、乙计划; the first list of a clause
_LEAD = re.compile(
    r"(?:[一二三四五六]是|其中[，]?)?(?:要|将|已)?(?:重点|着力|全面|深入|大力|加快|全力|扎实|持续|统筹|协同|积极|加速|聚焦|主要|具体|先后|相继)*"
    r"(?:抓好|实施|推进|开展|建设|打造|做好|办好|启动|完成|打好|深化|发展|培育|推动|建成|开工|构建|形成|布局|包括|涵盖|分别是|即|抓|推行|创建)?(?:了)?"
    r"(?:全国|全省|全市|全县|国家|国家级)?(?:重要)?的?[“《]?"
)
_OPEN_END = re.compile(r"[”》]?(?:等|以及其他)(?!\d|[二两三四五六七八九十])")  # 甲、乙等: more than are named
_REACH = 5  # clauses behind the name that may list its parts
_MOST = 16
_OPENS = 5  # characters from 其中 to the first name
_FAR = 260  # characters from the name to the last of them
_LIST = re.compile(r"(?:[一-龥]{2,8}、[一-龥]{2,8}|”[、和]?“[^“”]{2,16}”)[“]?$")
_LONG = 24  # characters of such a list that are looked at
_QUOTED = re.compile(r"“([^“”]{2,16})”")
# 城镇品质提升|四大行动
_INSIDE = re.compile(
    r"(?:[二两三四五六七八九十]|十[一二三四五六])大(?:行动|工程|计划|战役|会战|攻坚|革命|改革|任务|产业|集群)"
)
_TIME = re.compile(r"[一二三四五六七八九十百\d]+(?:年|个?月|天|届|期|级|季)")
_KINDS = {
    "Slogan": EXPLAINED["Slogan"] - {"Program", "Industry", "Enterprise"},  # 做到“两个维护”，推进甲行动、乙行动
    "Industry": frozenset({"Industry"}),
    "Program": EXPLAINED["Program"] - {"Slogan"},
}
_PLACES = re.compile("[二两三四五六七八九十](?:[大个条])?[城区镇县乡村街市州圈群地极翼核心港岛廊带轴片组]")
_OTHER = re.compile(r"[“]?(?:[二两三四五六七八九十]|\d{1,2})(?:大|个|项|条|场)")


def counted_behind(view: View) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each counted name with as many names of one type behind it.

    “五场战役”战果丰硕，甲、乙、丙保卫战…: five. None of: “三大优势”明显，甲、乙增长.
    """
    for clause in view.clauses:
        whole = clause.mentions[-1] if clause.mentions else None
        if whole is None or whole.type not in _WHOLES or clause.sentence.part == "glossary":
            continue
        known = ":lexicon" in whole.rule or ":known" in whole.rule or _is_known(view, whole)
        if known and not whole.key.endswith("创"):
            continue  # “两个维护” has its parts from elsewhere; “三城同创” in each place
        size = _size(view.surface(whole))
        if not 2 <= size <= _MOST or not _GOES.fullmatch(view.clean, whole.end, clause.end):
            continue
        parts = _gathered(view, clause, whole, size) or _some(view, clause, whole)
        if parts and not _listed_before(view, clause, whole) and not _other_works(view.surface(whole), parts):
            yield whole, parts


def _is_known(view: View, whole: Mention) -> bool:
    """Whether a word list has the name, whichever rule found it: the parts of 两基 are the same in every place."""
    name = whole.key.strip("“”")
    return name in view.lexicon.names("programs") or name in view.lexicon.names("slogans")


def _other_works(name: str, parts: list[Mention]) -> bool:
    """Whether works or places behind a formula are none of its own.

    Example: “两旧一村”改造收官。甲通道、乙通道、丙桥通车; “两邻”理念深入人心，甲街道、乙街道打造品牌.
    No example: “三城”建设提速，甲市、乙市、丙县建成新区.
    """
    if parts[0].type == "Region":
        return _PLACES.search(name) is None
    words = {piece[1] for piece in pieces_of(name) if len(piece) > 1}
    return len(words) > 1 and parts[0].type == "Project" and not any(word in m.key for word in words for m in parts)


def _listed_before(view: View, clause: Clause, whole: Mention) -> bool:
    """Whether a list stands right before a counted name: 以甲、乙、丙“三大环线”为重点, “甲”“乙”两场硬仗."""
    return _LIST.search(view.clean, max(clause.start, whole.start - _LONG), whole.start) is not None


def _size(name: str) -> int:
    """How many parts a name says that it has, be it only in its quote marks: 污染防治“五场战役” → 5."""
    quoted = _QUOTED.findall(name)
    said = quoted[0] if len(quoted) == 1 else name
    if found := _INSIDE.search(said):
        said = said[found.start() :]
    return 0 if _TIME.match(said) else total(said) or count_of(said)


def _gathered(view: View, clause: Clause, whole: Mention, size: int) -> list[Mention]:
    """The names with which the next clauses begin, when they are as many as wanted and of one type."""
    found: dict[str, Mention] = {}
    for following in view.clauses[clause.index + 1 : clause.index + 1 + _REACH]:
        if "\n" in view.clean[clause.end - 1 : following.start] or not following.mentions:
            break
        group = view.groups(following)[0]
        first = group[0]
        alike = all(m.type == (next(iter(found.values())).type if found else first.type) for m in group)
        if not alike or group[-1].end - whole.end > _FAR or _OTHER.match(view.clean, first.start):
            break
        if first.type not in _KINDS[whole.type] or not _LEAD.fullmatch(view.clean, following.start, first.start):
            break
        if first.start > following.start + 1 and (found or following.first != clause.first):
            break  # “三项清理”开展，推进甲行动。深化乙改革、丙改革: each is something of its own
        if _OPEN_END.match(view.clean, group[-1].end):
            break
        for m in group:
            found.setdefault(m.key, m)
        if following.first != clause.first and len(found) < size:
            break  # 打好“三大攻坚战”。甲取得胜利，乙、丙推进
        if len(found) >= size:
            return list(found.values()) if len(found) == size and whole.key not in found else []
    return []


def _some(view: View, clause: Clause, whole: Mention) -> list[Mention]:
    """打好“十大攻势”，其中甲攻势推进丙桥；乙攻势推进丁路: what is called by the same word, each behind a semicolon."""
    found: list[Mention] = []
    for following in view.clauses[clause.index + 1 : clause.index + 1 + 4 * _REACH]:
        if "\n" in view.clean[whole.end : following.start] or following.sentence.start - whole.end > 4 * _FAR:
            break
        opens = (
            view.clean.startswith("其中", following.start) if not found else view.clean[following.start - 1] in "；。"
        )
        first = following.mentions[0] if following.mentions else None
        if not found and not opens:
            break
        if opens and first is not None and first.type == whole.type and first.start - following.start < _OPENS:
            if first.key[-2:] != whole.key.strip("“”")[-2:] or _size(view.surface(first)):
                break
            found.append(first)
    return found


def includes_behind(view: View) -> Iterator[Claim]:
    """The claims that a counted name includes what is listed behind it; works of a Program are under it."""
    for whole, parts in view.once(counted_behind):
        if whole.type != "Program" or parts[0].type != "Project":
            yield from parts_of(view, whole, parts, "behind", EXPLAINED)
