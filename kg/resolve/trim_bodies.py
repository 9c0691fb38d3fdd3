"""Names of bodies without the province in brackets before them, the government beside a committee, who heads them.

Example: （江东省）青山县人民政府 is 青山县人民政府, 青山市委市政府 is 青山市委, 合作局|局长林某 is 合作局. No example:
人大常委会主任会议, 法院院长办公会, which are bodies of their own.
"""

from __future__ import annotations

import re

from kg.ontology import load_gazetteer
from kg.resolve.places import is_division
from kg.resolve.trim_firms import cut
from kg.types import Mention

# 中国地质大学（武汉）, 国家氢能检验中心（松江）: which of them it is
_WHICH = re.compile("（(?P<place>[一-龥]{2,4})）")
_SEVERAL = ("大学", "学院", "中心", "研究院", "实验室", "研究所", "医院")


# 州委书记林某率|州发展改革委, 县长李某带领|县农业农村局
_LED_BY = re.compile(
    "[一-龥]{2,12}?(?:书记|[省州市县区镇]长|主任|局长|领导)[一-龥]{2,4}?(?:率领|率|带领|带队|陪同)(?=.{3})"
)


def body_trimmed(clean: str, m: Mention) -> Mention:
    """A body's mention without what is no part of its name."""
    if led := _LED_BY.match(clean, m.start, m.end):
        m = cut(clean, m, led.end(), m.end)
    which = _WHICH.match(clean, m.end) if clean[m.start : m.end].endswith(_SEVERAL) else None
    return cut(clean, m, m.start, which.end()) if which and _is_place(which["place"]) else m


def _is_place(name: str) -> bool:
    """Whether a name is that of a division or of a part of the country."""
    return is_division(name, load_gazetteer()) or name in ("华东", "华北", "华南", "华中")
