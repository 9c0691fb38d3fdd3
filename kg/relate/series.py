"""The stage that a page's title gives each project that it introduces: 集中开工项目巡礼, 签约项目简介."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.scenery import is_alone, sentences_with_mentions
from kg.relate.status import StatusVerbs
from kg.relate.status_labels import status_of_label
from kg.types import Attribute, Scene

_SERIES = re.compile(  # not 重点项目简介, nor 项目开工仪式
    r"(签约|开工|新开工|动工|竣工|投产|续建|在建)的?(?:重点|重大|产业|招商|部分|[省市县区州]){0,4}项目(?:集中|系列|基本)?"
    r"(?:巡礼|巡展|简介|简况|介绍|一览|名单|展播|扫描|速览|概况|情况|名录|展示|风采|集锦)"
)
_LONGEST = 60  # characters of a line that is no more than a name


def stages_of_page(verbs: StatusVerbs, scene: Scene) -> Iterator[Attribute]:
    """The stage of each project or zone whose name is a line of its own under such a title."""
    document, clean = scene.text.document, scene.text.clean
    series = _SERIES.search(document.title) if document.kind != "report" else None
    status = status_of_label(verbs, f"{series[1]}项目", "done") if series else None
    if status is None:
        return
    for sentence, mentions in sentences_with_mentions(scene):
        if sentence.end - sentence.start > _LONGEST:
            continue
        for m in mentions:
            if m.type in ("Project", "Zone") and is_alone(clean, sentence, m):
                yield Attribute(m.ref, "status", status, m.start, m.end, "status.label", 1.0, year=document.year)
                break
