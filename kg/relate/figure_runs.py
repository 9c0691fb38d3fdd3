"""Runs of figures that share the words before them: 分别增长8.1%、9.4%, 310户1120人."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.relate.figure_fits import ENDS
from kg.relate.figure_line import Line
from kg.relate.figures import Figure
from kg.relate.frames import Frame

_LINK = re.compile(r"^(?:[、和与及]|，和|以及)?(?:[月年]?人均|每人)?(?:每[月年])?$")
# 分别增长20.1%和下降3.2%: the second figure has a verb of its own
_LINK_OPPOSED = re.compile(
    r"^(?:[、和与及]|以及)(?:分别)?(增长|增加|上升|上涨|提高|提升|下降|降低|下滑|下跌|减少|回落)(?:了)?$"
)
_FALLS = frozenset(("下降", "降低", "下滑", "下跌", "减少", "回落"))
# 10亿元以上项目30个, 5000万元以上的工业项目: how large the things counted are
_OF_THAT_SIZE = re.compile(r"(?:的)?[^，。；、：\d]{0,10}?(?:项目|企业|产业|集群|投资)(?=[^，。；、\d]{0,6}\d)")
_SO_MANY = re.compile(r"\d[\d.]*[家个户]")  # 其中超10亿元19家
_TO_AGE = re.compile(r"[\-—－~～至到]\d{1,3}岁")  # 0|—14岁人口
_NUMBERED = re.compile(r"项?(?:目|工程|计划|行动|规划)(?=\d)")  # 5020项目3个
_TO_YEARS = re.compile(r"[-—－~～至到]\d{1,2}年")
_MOVED = re.compile(r"(?:搬迁|脱贫|减贫|动迁|征迁)$")
_POOR = re.compile(r"贫困(?:人口|户|群众)?$")
_LENT = ("贷款", "信贷", "补贴", "补助", "救助金", "低保金")


@dataclass(slots=True)
class Run:
    """Figures that share what stands before them.

    `words` is what stands before the first one in its clause, which begins at `clause`; `phrase` what names the
    indicators in them, without a place; `floor` the end of the figure before or the start of the sentence.
    """

    figures: list[Figure]
    floor: int
    clause: int
    words: str
    frame: Frame
    phrase: str
    first: Figure = field(init=False)
    growth: bool = field(init=False)

    def __post_init__(self) -> None:
        self.first, self.growth = self.figures[0], self.frame.measure == "growth"

    @property
    def among(self) -> bool:
        """Whether it says how many of those added before are of a kind: 新增企业64家，其中工业企业30家."""
        return self.words.startswith("其中") and self.first.kind == "count" and not self.growth


def runs(line: Line) -> Iterator[tuple[list[Figure], int]]:
    """Figures with nothing but 、 or 和 between, each run with the end of what came before it."""
    floor = line.sentence.start
    run: list[Figure] = []
    for figure in (f for f in line.figures if f.kind != "time" and not _in_a_name(line, f)):
        between = line.clean[run[-1].rough : figure.start] if run else ""
        if run and (_LINK.match(between) or _opposed(between, run[-1], figure)):
            run.append(figure)
            continue
        if run:
            yield run, floor
            floor = run[-1].rough
        run = [figure]
    if run:
        yield run, floor


def turned(clean: str, run: list[Figure], sign: int) -> list[Figure]:
    """The figures of a run, those negated whose own verb turns the direction of the first."""
    found = run[:1]
    for last, figure in itertools.pairwise(run):
        m = _LINK_OPPOSED.match(clean[last.rough : figure.start])
        if m is not None and (-1 if m[1] in _FALLS else 1) != sign:
            figure = dataclasses.replace(figure, value=-figure.value)
        found.append(figure)
    return found


def of_households_and_people(run: Run) -> bool:
    """易地搬迁310户1120人: households and people of one thing."""
    pair = _side_by_side(run.figures)
    return pair is not None and pair[0][-1] == "户" and pair[1][-1] in "人名" and bool(_MOVED.search(run.phrase))


def poor(figures: list[Figure], phrase: str) -> list[str]:
    """贫困人口由2165户6438人减至412户1087人: the households and the people that a change starts from."""
    pair = _side_by_side(figures)
    if pair is None or pair[0][-1] != "户" or pair[1][-1] not in "人名" or (m := _POOR.search(phrase)) is None:
        return []
    return [phrase[: m.start()] + "贫困户数", phrase[: m.start()] + "贫困人口"]


def of_borrowers_and_sum(run: Run) -> bool:
    """发放创业担保贷款1.2万户7.8亿元: borrowers and their sum."""
    pair = _side_by_side(run.figures)
    sums = pair is not None and pair[0][-1] in "户人笔家" and run.figures[1].kind == "money"
    return sums and run.phrase.endswith(_LENT)


def _side_by_side(figures: list[Figure]) -> tuple[str, str] | None:
    """The units of two figures with nothing between them."""
    if len(figures) != 2 or figures[0].rough != figures[1].start:
        return None
    first, second = (f.unit for f in figures)
    return (first, second) if first and second else None


def _in_a_name(line: Line, figure: Figure) -> bool:
    """Whether a number is part of what is counted: 世界500强企业12家, 10亿元以上项目30个, 60岁以上人口, 用3—4年."""
    if figure.unit == "强":
        named = line.clean.startswith(("企业", "投资", "项目", "外资", "央企"), figure.rough)
        return named or line.clean[figure.rough : figure.rough + 1].isdigit()  # 国内500强67个
    if figure.unit == "岁":
        return figure.rough > figure.end and not ENDS.match(line.clean, figure.rough)
    if figure.unit == "项" and _NUMBERED.match(line.clean, figure.end):
        return True
    if figure.kind == "bare":
        return (
            _TO_YEARS.match(line.clean, figure.rough) is not None
            or _NUMBERED.match(line.clean, figure.rough) is not None
            or _TO_AGE.match(line.clean, figure.rough) is not None
        )
    at_least = figure.kind == "money" and (
        line.clean.find("以上", figure.end, figure.rough) >= 0 or line.clean[figure.start - 1] in "超过逾"
    )
    sized = (_OF_THAT_SIZE, _SO_MANY)
    return at_least and any(p.match(line.clean, figure.rough, line.sentence.end) for p in sized)


def _opposed(between: str, last: Figure, figure: Figure) -> bool:
    """Whether a rate goes on with the last one though it has its own verb: 分别增长20.1%和下降3.2%."""
    alike = figure.kind == last.kind and figure.kind in ("percent", "points")
    return alike and _LINK_OPPOSED.match(between) is not None
