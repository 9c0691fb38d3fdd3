"""Institutes of the armaments groups, geological teams and army units that are told by a number or their area.

Example: 中国电科13所, 航天科工二院206所, 63680部队, 武警第二机动总队, 东部战区. No example: 中国电科13所高校, 5所学校.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.scan import scan_stretches
from kg.types import Span

_INSTITUTE = re.compile(
    "(?:中国电子科技集团(?:公司)?|中国电科|中电科|中国航天科工(?:集团)?|航天科工(?:集团)?|中国航天科技(?:集团)?|航天科技(?:集团)?"
    "|中航工业|航空工业|中国兵器(?:工业集团)?|兵器工业|中国船舶(?:集团|重工|工业)?|中船(?:重工|集团)?|核工业|中核(?:集团)?)"
    r"(?:第?[一二三四五六七八九十]{1,3}院)?第?(?:\d{1,3}|[一二三四五六七八九十〇○]{1,5})(?:研究)?所(?![大中小高学院医])"
)
_FORCE = re.compile(
    r"(?:中国人民解放军|解放军|武警|陆军|海军|空军|火箭军)?(?:第)?(?<!\d)\d{5}部队"
    "|(?:东部|南部|西部|北部|中部)战区(?:陆军|海军|空军)?|(?:沈阳|北京|济南|南京|广州|成都|兰州)军区"
    r"|第\d{1,2}集团军"
    "|武警(?:第?[一-龥]{1,10}?)(?:总队|支队|大队|中队)(?![长员])"
)
_SURVEY = re.compile(
    r"[一-龥]{1,6}(?:地质局|地矿局|勘查局|地勘局|地质矿产局)第?(?:\d{1,3}|[一二三四五六七八九十]{1,5})(?:地质|勘探|勘查)?(?:大)?队"
)
# what such a name holds
_IN_FORCE = re.compile("部队|武警|战区|军区|集团军")
_IN_SURVEY = re.compile("地质|地矿|地勘|勘查")


def numbered_bodies(clean: str) -> Iterator[Span]:
    """The spans of such bodies, in the order of their kinds."""
    yield from (Span(*found.span()) for found in _INSTITUTE.finditer(clean))
    for shape, mark in ((_FORCE, _IN_FORCE), (_SURVEY, _IN_SURVEY)):
        yield from (Span(*found.span()) for found in scan_stretches(shape, mark, clean))
