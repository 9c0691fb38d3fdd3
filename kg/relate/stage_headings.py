"""The stage that a heading or a label gives what stands below it: 竣工项目, 续建项目：, 十件民生实事."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.relate.stage_facts import FAR, part_before
from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_labels import status_of_label
from kg.types import Attribute, Mention, Ref, Sentence, Span, Text

_PLAN_OF_A_YEAR = re.compile(r"(?:计划|安排|安排意见|工作方案|实施方案|工作要点)(?:的通知|（[^）]{1,20}）)*$")
_LONG = 2000  # characters before a thing in which a sentence says that it is a deed for the people
_ITEM = 300  # characters of an item of a list, in which its own stage may stand
_LABELLED = frozenset({"status.label", "status.heading", "status.deed"})
_MAINLY = re.compile(r"重点(?:是|有|包括|推进|抓好|建设)|主要(?:是|有|包括|为)|包括|分别(?:是|为)")
_COUNTS = re.compile(
    r"(?:其中)?，?(?:计划|拟)?(新开工|新建|续建|在建|收尾|结转|竣工|完工|建成|投产|签约|前期|储备|谋划)(?:类)?(?:项目)?(?:共|约)?\d+[个项](?:项目)?"
)
_DEEDS = re.compile("实事(?!求是)")  # 十件民生实事; 实事求是 is none
_NUMBER = re.compile(r"\s*(?:[①-⑳]|（?\d{1,2}[.、）])")


def stage_of_heading(
    verbs: StatusVerbs, text: Text, sentence: Sentence, group: list[Mention], clause: Span
) -> Stage | None:
    """Items under 竣工项目 are completed though their own lines do not say so."""
    clean, document = text.clean, text.document
    plan = _PLAN_OF_A_YEAR.search(document.title) is not None
    if group[0].type == "Project":
        labelled = clean[clause.start - 1 : clause.start] == "："
        begin = part_before(clean, sentence, clause)
        label = clean[begin : clause.start] if labelled else ""
        if (
            not label
            and _MAINLY.match(clean, clause.start)
            and (counted := _COUNTS.fullmatch(clean, begin, clause.start - 1))
        ):
            label = f"{counted[1]}项目"  # 其中续建18项，重点是甲园、乙馆
        item = _NUMBER.match(clean, sentence.start) is not None
        # 8.甲路、乙桥。 below 7.丙厂。总投资…: an item like itself is not what it stands under
        over = next((h for h in reversed(sentence.path) if not (item and _NUMBER.match(h.text))), None)
        right = over is not None and (sentence.list_item or 0 <= sentence.start - over.end <= 1)
        said = label or (over.text if over is not None and right else "")
        if said and (status := status_of_label(verbs, said, "planned" if plan else sentence.modality)):
            return Stage(status, Span(group[0].start, group[0].end), "status.label")
    numbered = bool(_NUMBER.match(clean, sentence.start))
    deeds = any(_DEEDS.search(h.text) for h in sentence.path)
    before = max(sentence.start - (FAR if numbered else 60), group[0].start - _LONG, 0)
    deeds = deeds or _DEEDS.search(clean, before, group[0].start) is not None
    if deeds and sentence.modality == "planned":
        return Stage("planned", Span(group[0].start, group[0].end), "status.deed")
    if not sentence.list_item:
        return None
    for heading in reversed(sentence.path):
        if status := verbs.named(heading.text, "planned" if plan else "done"):
            return Stage(status, Span(group[0].start, group[0].end), "status.heading")
    return None


def without_idle_labels(found: Sequence[Attribute]) -> list[Attribute]:
    """The stages without those of labels over what says itself how far it is: 新开工项目：甲园，计划二季度开工."""
    own: dict[Ref, list[int]] = {}
    for a in sorted(found, key=lambda a: a.start):
        if a.property == "status" and a.rule not in _LABELLED:
            own.setdefault(a.entity, []).append(a.start)

    def says_itself(a: Attribute) -> bool:
        told = own.get(a.entity, [])
        at = bisect_left(told, a.start)
        return at < len(told) and told[at] - a.start <= _ITEM

    return [a for a in found if a.rule not in _LABELLED or not says_itself(a)]
