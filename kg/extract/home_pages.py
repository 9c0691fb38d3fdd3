"""The division that a page of short pieces is about: what all the places that begin its lines lie in.

Example: the lines 甲县：电商园揭牌, 乙县, ●丙区：三个项目开工 of the counties of one prefecture give the prefecture. No
example: a page of two counties, lines that tell of firms and projects, pieces from several provinces.
"""

from __future__ import annotations

import re

from kg.extract.place_names import place_names
from kg.ontology import Gazetteer

_LED = re.compile(r"(?:^|\n)[·▲▼■◆★\s]*(?:(?P<place>[一-龥]{2,12})(?:：|(?=\n))|【(?P<tag>[一-龥]{2,12})】)")
_ITEM = re.compile(r"(?:^|\n)[■●▲◆★◎□]\s*([一-龥]{2,12})")
_FEWEST = 3  # places that begin lines


def of_page(clean: str, gazetteer: Gazetteer) -> str | None:
    """The code of the smallest division in which all places lie that begin lines; None of less than three.

    "" where the items of a digest (■四川宜宾…, ■安徽滁州…) begin with places of three provinces: it is about none.
    """
    above: dict[str, set[str]] = {}
    for line in _LED.finditer(clean):
        name = line["place"] or line["tag"]
        hits = place_names(name, gazetteer)
        if len(hits) == 1 and hits[0].end - hits[0].start == len(name):
            bearers = gazetteer.bearers(hits[0].name)
            above[name] = {up for code in bearers for up in gazetteer.parents(code)}
    items = [hit[0] for line in _ITEM.findall(clean) if (hit := place_names(line, gazetteer)) and not hit[0].start]
    if len({gazetteer.bearers(hit.name)[0][:2] for hit in items}) >= _FEWEST:
        return ""
    if len(above) < _FEWEST:
        return None
    return max(set.intersection(*above.values()), key=lambda code: (len(code.rstrip("0")), code), default=None)
