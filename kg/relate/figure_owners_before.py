"""Works, funds and industries that a clause before names and that the figures behind it are of.

Example: 家电、装备两大产业加快集聚，分别实现产值26亿元、14亿元; 设立产业引导基金，总规模达26亿元.
No example: 产业加快集聚，实现税收26亿元, which is the place's.
"""

from __future__ import annotations

import re

from kg.relate.completions import for_what
from kg.relate.figure_line import Line
from kg.relate.figure_runs import Run

_WORKS = re.compile(
    r"(?:推进|加快|抓好|实施|推动)?([^，。；推实加抓]{2,24}?项目[、和与及][^，。；]{2,24}?项目)(?:建设|实施)?(?=，)"
)
_SIZES = frozenset(("总规模", "规模", "总金额"))
_OUTPUT = re.compile(r"(?:工业)?(?:总?产值|增加值|营业收入|主营业务收入|营收|销售收入|税收)")
_BRANCHES = re.compile(
    r"([^，。；、\d]{2,10}(?:、[^，。；、\d]{2,10}){0,6}(?:[和与及][^，。；、\d]{2,10})?"
    r"[两三四五六七八九十]大[^，。；、\d]{0,6}?(?:产业|集群))[^，。；\d]{0,14}，$"
)
_FUND = re.compile(r"(?:设立|组建|发展|成立|发行|建立)了?([^，。；、\d]{2,14}?(?:基金|债券|专项债))，$")
_AND = re.compile(r"(?<=项目)[、和与及]")


def owners_before(line: Line, run: Run) -> list[str]:
    """The indicators of a run of figures that belong to works, a fund or industries named before; [] for none."""
    return _works(line, run) or _fund(line, run) or _branches(line, run)


def spent_on(line: Line, run: Run) -> list[str]:
    """投资3亿元，实施塘坝清淤改造: what a sum went to, unless that is a project with a name of its own."""
    start = run.first.rough
    name, end = for_what(line.clean, run.phrase, start, line.sentence.end)
    if not name or any(m.type == "Project" and m.start < end and m.end > start for m in line.mentions):
        return []
    return [name]


def _fund(line: Line, run: Run) -> list[str]:
    """设立产业引导基金，总规模达26亿元: the size of that fund."""
    if len(run.figures) != 1 or run.first.kind != "money" or run.phrase not in _SIZES or run.growth:
        return []
    fund = _FUND.search(line.clean, line.near(run.clause), run.clause)
    return [fund[1] + run.phrase] if fund is not None else []


def _works(line: Line, run: Run) -> list[str]:
    """抓好省级重点项目和市级补短板项目建设，分别完成投资20亿元和6亿元: the investment of those works."""
    if len(run.figures) < 2 or run.phrase not in ("投资", "资金", "到位资金"):
        return []
    works = _WORKS.search(line.clean, run.floor, run.clause)
    parts = _AND.split(works[1]) if works is not None and works.end() == run.clause - 1 else []
    if len(parts) != len(run.figures):
        return []
    return [line.names.strip(part).removesuffix("项目") + "项目" + run.phrase for part in parts]


def _branches(line: Line, run: Run) -> list[str]:
    """家电、装备、新能源三大产业加快集聚，分别实现产值26亿元、14亿元、20亿元: of those industries."""
    if len(run.figures) < 2 or not _OUTPUT.fullmatch(run.phrase):
        return []
    listed = _BRANCHES.search(line.clean, max(run.floor, line.near(run.clause)), run.clause)
    if listed is None or listed.end() != run.clause:
        return []
    phrase = line.names.strip(listed[1]) + "产业" + run.phrase
    found = line.names.split(phrase, len(run.figures))
    return [n.removesuffix("产业" + run.phrase).removesuffix("产业") + "产业" + run.phrase for n in found]
