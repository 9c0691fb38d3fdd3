"""What a formula of numbers stands for: “一核两带”, “1+3+N”, “3+3”产业体系."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View
from kg.relate.wholes import COUNTED, EXPLAINED, REACH, count_of, parts_of, value_of
from kg.types import Claim, Mention, Span

_TYPES = ("Slogan", "Program", "Project")
_FORMULA = re.compile(
    r"[一二两三四五六七八九][^一二两三四五六七八九十\d+“”、，](?:[一二两三四五六七八九十][^一二两三四五六七八九十\d+“”、，])*"
    r"|[\dNnXx](?:\+[\dNnXx]+)+"
)
_DIGITS = re.compile(r"(?!20\d\d|19\d\d|110|119|120|122|315)[1-9]{3,6}(?!\d)")  # “231”. “2”指甲、乙
_COUNT_UP = re.compile(
    r"一二三[四五六七八九]*|123[4-9]*"
)  # “一二三四”的总体思路, “1234”工作法: one piece for each number
_IS = r"，?(?:就是|是指|指的是|是|即|指|为|分别是|分别为|包括|：)"
_PIECE = re.compile(
    r"(?:(?<=[，。；：（\n])|^)“?([一二两三四五六七八九十多](?:[^一二两三四五六七八九十多“”，。；、：\d]{1,3}|(?=”))|[\dNnXx]{1,2})”?"
    + _IS
)
# 三大主导产业，即甲、乙、丙
_GROUP = re.compile(
    r"(?:(?<=[，。；：（\n])|^)([一二两三四五六七八九十]|\d{1,2})(?:大|个|条|类)[^，。；、：（）“”\d]{2,12}?" + _IS
)
# 聚力打造甲、乙、丙三大产业集群
_SUMMED = re.compile(r"[”]?等?([二两三四五六七八九十]|\d{1,2})(?:大|个|条)[^，。；、]{0,4}(?:产业|集群)")
_SUMS = 6  # clauses from a formula on in which such lists are looked for
_FIELDS = {"Program": frozenset({"Industry"}), "Slogan": frozenset({"Industry"})}
_THAT_IS = re.compile(
    r"(?:也就是|就是|即|具体(?:是|为|包括)|主要(?:是|包括|有)|分别(?:是|为)|包括)(?:抓好|打造|建设|实施)?[“《]?"
)
_OPENS = re.compile(r"[”》]?[^，。；：、“”（]{0,8}(?:[，。（]?(?:也就是|就是|是指|即|指|包括)|[：（]|——)")
_GROUNDS = frozenset("园区带片环城镇轴廊港湾谷岛线圈桥路山湖")  # what pieces of a plan of places are called
_HEAD = 3  # characters at the end of a name in which such a word stands: 云岭片区
_LIST = 400  # characters that what a piece stands for may have
_NEAR = 10  # characters from such a word to the first name


def formulas(view: View) -> Iterator[Claim]:
    """The parts of the formulas of a text, piece by piece, group by group, or in a sentence that says what it is."""
    yield from _spelled(view)
    yield from _grouped(view)
    yield from _that_is(view)
    yield from _in_sentence(view)
    yield from _counted_up(view)


def total(key: str) -> int:
    """The sum of the numbers of a formula: 一核两带 → 3; 0 where it is none."""
    formula = _FORMULA.match(key.strip("“”"))
    if formula is None:
        return 0
    return sum(value_of(c) for c in (formula[0].split("+") if "+" in formula[0] else formula[0]))


def is_formula(key: str) -> bool:
    """Whether a name has several numbers: 一核两翼, “1+3+N”; not so 三大行动."""
    return len(pieces_of(key)) > 1


def _spelled(view: View) -> Iterator[Claim]:
    """“一核两带”…。“一核”是指甲城，“两带”即乙带和丙带; “1+3+N”…。“1”是甲，“3”指乙、丙、丁: a formula piece by piece."""
    named = [m for m in view.top if m.type in (*_TYPES, "Industry") and len(_told_apart(m.key)) > 1]
    for whole, found in _behind(view, named, _PIECE):
        if any(piece.startswith(found[1]) for piece in _told_apart(whole.key)):
            # 一核”是指甲城这个“核心”: what the piece says of itself is no part
            yield from parts_of(view, whole, _listed(view, found.end()), "spelled", EXPLAINED)


def _grouped(view: View) -> Iterator[Claim]:
    """“3+2”产业体系。三大主导产业，即甲、乙、丙；两大未来产业，即丁、戊: a group for each number of the formula."""
    named = [m for m in view.top if m.type in _TYPES and "+" in m.key and _FORMULA.match(m.key.strip("“”"))]
    for whole, found in _behind(view, named, _GROUP):
        group, size = _listed(view, found.end()), value_of(found[1])
        if len(group) == size and str(size) in _numbers(whole.key):
            yield from parts_of(view, whole, group, "spelled", EXPLAINED)
    for whole in named:
        at = view.clause(whole.start).index
        for group in (group for clause in view.clauses[at : at + _SUMS] for group in view.groups(clause)):
            sum_of = _SUMMED.match(view.clean, group[-1].end)
            if sum_of and value_of(sum_of[1]) == len(group) and str(len(group)) in _numbers(whole.key):
                yield from parts_of(view, whole, group, "spelled", _FIELDS)


def _behind(view: View, named: list[Mention], pattern: re.Pattern[str]) -> Iterator[tuple[Mention, re.Match[str]]]:
    """What a pattern finds not far behind one of some names, with the nearest of them."""
    starts = [m.start for m in named]
    for found in pattern.finditer(view.clean) if named else ():
        at = bisect.bisect_left(starts, found.start()) - 1
        if at >= 0 and found.start() - named[at].end <= REACH:
            yield named[at], found


def _listed(view: View, start: int) -> list[Mention]:
    """The list that begins right behind a place in the text."""
    clause = view.clause(start)
    listed = view.within(Span(start, min(clause.end, start + _LIST)))
    return view.lists(listed)[0] if listed and listed[0].start - start <= _NEAR else []


def _that_is(view: View) -> Iterator[Claim]:
    """“一岛十区”开发启动。即甲岛，以及乙区、丙区…: the sentence behind a counted name says what it is."""
    before: list[Clause] = []
    for clauses in view.sentences():
        whole = _counted_name(before)
        before = clauses
        first = clauses[0].mentions[0] if clauses[0].mentions else None
        if whole is None or first is None or view.clean[clauses[0].start - 1] == "\n":
            continue
        if not _THAT_IS.fullmatch(view.clean, clauses[0].start, first.start):
            continue
        alike = [m for c in clauses for m in c.mentions if m.type == first.type]
        if len(alike) != (total(whole.key) or count_of(whole.key)):
            alike = view.groups(clauses[0])[0]
        yield from parts_of(view, whole, alike, "after", EXPLAINED)


def _in_sentence(view: View) -> Iterator[Claim]:
    """建设甲园、乙园，规划丙园、丁园，构建“一区四园”格局: as many names with its word as a piece says.

    None of: 建设甲园，构建“一区四园”格局.
    """
    for clauses in view.sentences():
        named = [m for c in clauses for m in c.mentions]
        wholes = [m for m in named if m.type in ("Slogan", "Program") and "+" not in m.key and is_formula(m.key)]
        if len(wholes) != 1 or clauses[0].sentence.part == "glossary":
            continue
        found: list[Mention] = []
        for piece in sorted(pieces_of(wholes[0].key)):
            word, size = piece[1:2], value_of(piece[0])
            alike = {m.ref: m for m in named if m.type in ("Zone", "Project") and word in m.key[-_HEAD:]}
            if word in _GROUNDS and len(alike) == size > 1:  # of 一区 nobody can tell
                found += alike.values()
        if found:
            yield from parts_of(view, wholes[0], found, "spelled", EXPLAINED)


def _counted_up(view: View) -> Iterator[Claim]:
    """“1345”工程，即打造一个园区，实施三大提升行动，推进四项改革: what its digits count, in their order.

    None of: 围绕“1345”思路，实施三大提升行动.
    """
    for clauses in view.sentences():
        named = [m for c in clauses for m in c.mentions]
        for n, whole in enumerate(named):
            digits = _DIGITS.match(whole.key.strip("“”")) if whole.type in ("Slogan", "Program") else None
            if digits is None or not _OPENS.match(view.clean, whole.end):
                continue
            rest, found = digits[0], list[Mention]()
            for m in named[n + 1 :]:
                size = str(count_of(m.key) or count_of(view.surface(m)))
                if m.type in ("Program", "Slogan", "Industry") and size in rest:
                    rest = rest.partition(size)[2]
                    found.append(m)
            if len(found) > 1:
                yield from parts_of(view, whole, found, "spelled", EXPLAINED)


def _counted_name(clauses: list[Clause]) -> Mention | None:
    """The one name of a sentence that counts what it consists of: 一岛十区, 五大工程."""
    named = [
        m
        for c in clauses
        for m in c.mentions
        if m.type in ("Slogan", "Program", "Industry")
        and (total(m.key) > 1 or (COUNTED.match(m.key) is not None and count_of(m.key) > 1))
    ]
    return named[0] if len(named) == 1 else None


def pieces_of(key: str) -> frozenset[str]:
    """一核两带 → 一核, 两带; 1+3+N → 1, 3, N."""
    key = key.strip("“”")
    if counted := _COUNT_UP.match(key):
        return frozenset(counted[0])
    if not _FORMULA.match(key):
        return frozenset()
    return frozenset(re.findall(r"[一二两三四五六七八九十多][^一二两三四五六七八九十多+]{1,3}|[\dNnXx]+", key))


def _told_apart(key: str) -> frozenset[str]:
    """The pieces that a text may tell one by one: “231”产业体系 → 2, 3, 1, but not so of a year or 110."""
    digits = _DIGITS.match(key.strip("“”"))
    return frozenset(digits[0]) if digits else pieces_of(key)


def _numbers(key: str) -> list[str]:
    """3+2产业体系 → 3, 2."""
    formula = _FORMULA.match(key.strip("“”"))
    return formula[0].split("+") if formula else []
