"""News about a drive of projects: what was signed, begun or opened that day belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention, Span

_OPENING = 240  # characters of a text in which it says what it is about
_NEAR = 2  # characters of a clause before its list
_DRIVE = re.compile(r"一批|会战|攻坚|突破年|提速年|推进年|建设年|百日|集中开工|比武|比拼|擂台")
_HELD = re.compile(r"(?:签约|开工|投产|竣工|建设|推进|动员|观摩)[^，。；]{0,8}(?:活动|仪式|大会|现场会|举行|启动)")
# 投产项目中, 此次集中开工的9个项目
_THAT_DAY = re.compile(
    r"(?:据(?:了解|悉|介绍)，)?(?:在|其中|当天|当日|此次|本次|本期|这次|全市|全县|全区|集中)*(?:共|集中|现场)*"
    r"(?:签约|开工|投产|竣工|复工)(?:的)?(?:\d{1,3}个)?(?:重大|重点|亿元以上)?项目"
)
_COUNTED = re.compile(
    r"(?:当天|当日|此次|本次|本期|这次)[^，。；]{0,12}(?:签约|开工|投产|竣工|复工)[^。]{0,12}项目|\d个项目(?:集中)?(?:签约|开工|投产|竣工)"
)
_SO_MANY = re.compile(r"[”]?(?:项目)?等?\d+个[^，。；、]{0,8}项目[^，。；]{0,8}(?:开工|签约|投产|竣工|动工|启动|奠基)")


class _Drive(NamedTuple):
    """A drive, and where the first lines of a text say that it is what they are about."""

    program: Mention
    said: Span


def of_drive(view: View) -> Iterator[Claim]:
    """“三个一批”活动举行。…开工项目中，甲基地、乙产业园…: the projects of the paragraphs that say what was begun."""
    drive = None if view.scene.text.document.kind == "report" else _drive(view)
    if drive is None:
        return
    named = False
    for clauses in view.sentences():
        start = clauses[0].start
        if view.clean[start - 1 : start] == "\n":
            named = False
        named = named or any(_says(view, clause) for clause in clauses)
        if start <= drive.said.start < clauses[-1].end:
            yield from _begun(view, drive, clauses)
        if not named or start < drive.said.end:
            continue
        for clause in clauses:
            for m in clause.mentions:
                if m.type == "Project":
                    yield _claim(view, drive, m, clause)


def _begun(view: View, drive: _Drive, clauses: list[Clause]) -> Iterator[Claim]:
    """甲县举行“项目会战”集中开工活动，乙基地、丙学校等21个项目开工: the list of the sentence about the drive itself."""
    for clause in clauses:
        for group in view.groups(clause) if clause.start >= drive.said.end else ():
            if group[0].start - clause.start < _NEAR and _SO_MANY.match(view.clean, group[-1].end):
                for m in group:
                    if m.type == "Project":
                        yield _claim(view, drive, m, clause)


def _claim(view: View, drive: _Drive, m: Mention, clause: Clause) -> Claim:
    at = (
        span(drive.program) if drive.program.start >= drive.said.start and drive.program.end <= drive.said.end else None
    )
    return view.claim("under_program", m.ref, drive.program.ref, (clause,), "after", (span(m), at))


def _says(view: View, clause: Clause) -> bool:
    end = min(clause.end, clause.start + 80)
    return any(shape.search(view.clean, clause.start, end) for shape in (_THAT_DAY, _COUNTED))


def _drive(view: View) -> _Drive | None:
    """The drive that a text's first lines are about, be it within the name of its event: “项目会战”集中开工活动."""
    for m in view.top:
        if m.start > _OPENING:
            return None
        if m.type == "Event" and _HELD.search(view.clean, m.start, m.end):
            name = view.surface(m)
            for other in view.top:
                if other.type == "Program" and len(other.key) > 2 and other.key in name and _DRIVE.search(other.key):
                    return _Drive(other, span(m))
        if m.type == "Program" and _DRIVE.search(m.key):
            sentence = view.clause(m.start).sentence
            if _HELD.search(view.clean, m.start, min(sentence.end, m.end + 60)):
                return _Drive(m, span(m))
    return None
