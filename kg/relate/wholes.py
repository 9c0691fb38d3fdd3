"""What a list names as the parts of a whole, and how many the whole's own name says that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention

# What a list names as parts; projects and companies of a Program are under_program, of an Industry in_industry.
PARTS: dict[str, frozenset[str]] = {
    "Program": frozenset({"Program", "Slogan"}),
    "Slogan": frozenset({"Slogan", "Program", "Zone", "Honor", "Project", "Region", "Event", "Organization"}),
    "Zone": frozenset({"Zone", "Project"}),
    "Project": frozenset({"Project"}),
    "Industry": frozenset({"Industry", "Slogan"}),
}
# What an explanation of a term lists: 一桥一塘: A大桥、B公园 consists of both.
ZONES = {"Zone": frozenset({"Zone"})}  # of a zone only zones are parts
EXPLAINED = {
    **PARTS,
    "Program": PARTS["Program"] | {"Project", "Zone", "Honor", "Event"},
    "Slogan": PARTS["Slogan"] | {"Industry", "Enterprise"},
}
_ENDS = re.compile(r"$|[”》]?[，。；、：（）”\n和与及—－～至等为是]")
_PIECE = re.compile(r"[“]?[一二两三四五六七八九多\d][^，。“”]{0,3}[”]?")
_OF_PLACE = re.compile(r"(?:产业|制造|加工|研发)*(?:核心|集聚|示范|功能|拓展|先导)?(?:区|园|基地|带|走廊|小镇)")
_BESIDE = re.compile(r"[”》]?[^，。；、\d]{0,4}(?:、|和|与|以及|及)[“《]?")
APART = 2000  # a formula is explained where the evidence is, be it named in another part of the text
REACH = 1200  # characters after a counted name in which its parts are looked for
COUNTED = re.compile(
    r"^[“]?([一二两三四五六七八九十]|\d{1,2})(?:大|个|项|场|件|类|条)([^一二三四五六七八九十\d“”+].*)$"
)
TENS = re.compile(r"^[“]?([二两三四五六七八九])个(十大|一批|一流|百|千)")  # 四个十大: 十大产业项目; 三个一批: 开工一批
_NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}


def parts_of(
    view: View,
    whole: Mention,
    parts: list[Mention],
    rule: str,
    kinds: dict[str, frozenset[str]] = PARTS,
) -> Iterator[Claim]:
    """Claims that a whole includes those of a list whose types `kinds` allows for its own."""
    for part in parts:
        if part.type == "Region" and not _ENDS.match(view.clean, part.end):
            continue  # 云岭·动力谷, 云岭窑: the place in a name
        if part.type == "Industry" and _OF_PLACE.match(view.clean, part.end):
            continue  # 新材料|产业核心区: the field in a zone's name
        if part.type == whole.type and len(part.key) <= 5 and _PIECE.fullmatch(part.key) and part.key in whole.key:
            continue  # “一核”即甲: a piece of “一核两翼” is none of its parts
        if part.ref != whole.ref and part.type in kinds.get(whole.type, ()):
            here = abs(part.start - whole.start) < APART
            clauses = (view.clause(whole.start), view.clause(part.start)) if here else (view.clause(part.start),)
            yield view.claim("includes", whole.ref, part.ref, clauses, rule, (span(whole), span(part)))


def count_of(key: str) -> int:
    """The number that a name begins with: 三大攻坚战 → 3; 0 where it has none."""
    match = COUNTED.match(key) or TENS.match(key)
    return 0 if match is None else value_of(match[1])


def value_of(number: str) -> int:
    """三 → 3, 12 → 12; 0 where it is none."""
    return _NUMBERS.get(number) or (int(number) if number.isdigit() else 0)


def side_by_side(view: View, clause: Clause, between: re.Pattern[str] | None = None) -> list[Mention]:
    """The first list of a clause, with what follows it in the same breath: 加快甲应用、乙产业发展."""
    found = list(clause.mentions[:1])
    for m in clause.mentions[1:]:
        if m.type != found[0].type or not (between or _BESIDE).fullmatch(view.clean, found[-1].end, m.start):
            break
        found.append(m)
    return found
