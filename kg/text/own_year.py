"""The year that a text calls its own, in whatever year a page was put on the net again: 2016年是开局之年."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TITLED = re.compile(
    r"((?:19|20)\d\d)年(?:[^，。\n]{0,12}?(?:[上下]半年|前三个?季度|第?[一二三四]季度|\d{1,2}[-—~～至]\d{1,2}月|前\d{1,2}个?月)"
    r"|[^，。\n]{0,16}(?:统计公报|经济运行|完成情况))"
)
_SAID = re.compile(
    r"今年[（(]((?:19|20)\d\d)年?[）)]|(?<!\d)((?:19|20)\d\d)年[（(](?:即)?今年[）)]"
    r"|将((?:19|20)\d\d)年(?:确定为|定为|作为|确立为)|(?<!\d)((?:19|20)\d\d)年(?:被)?(?:确定|定|确立)为“"
    r"|(?<!\d)((?:19|20)\d\d)年，?(?:正?是|为)[^，。；\n]{0,24}(?:之年|年”|[第头][一]年|的一年)(?!以来|后)"
)
_PLAN_OPENS = re.compile(r"“?十([一二三四五])五”?(?:规划)?(?:的)?(?:伊始|开局|起步之年|第一年|首年)")
_PLAN_ENDS = re.compile(r"“?十([一二三四五])五”?(?:规划)?(?:的)?(?:收官|收官之年|最后一年)")
_OF_PLAN = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
_AGO = re.compile(r"(?:当时|那一?年|那时|回首|回望|以来|至今|自|从|早在)[^，。；\n]{0,6}$")
_LEAD = 10


def titled_year(title: str) -> int | None:
    """The year in a title that tells of a year or a part of it: 某市2016年上半年经济运行情况."""
    m = _TITLED.search(title)
    return int(m[1]) if m is not None else None


def own_year(body: str) -> int | None:
    """The year that the words of a text call the present one; None where they call none so, or several.

    将2016年确定为项目年, “十三五”伊始 (2016), 今年（2016年）; not 2016年投产, which may be long ago, nor
    自“十三五”开局以来.
    """
    years = set(_called(body))
    return years.pop() if len(years) == 1 else None


def _called(body: str) -> Iterator[int]:
    for m in _SAID.finditer(body):
        if not _AGO.search(body, max(0, m.start() - _LEAD), m.start()):
            yield int(next(year for year in m.groups() if year))
    for pattern, later in ((_PLAN_OPENS, 0), (_PLAN_ENDS, 4)):
        for m in pattern.finditer(body):
            if not body.startswith(("以来", "至今", "之年以来"), m.end()) and not _AGO.search(
                body, max(0, m.start() - _LEAD), m.start()
            ):
                yield _OF_PLAN[m[1]] + later
