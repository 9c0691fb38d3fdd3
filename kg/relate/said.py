"""A sentence as it holds at a position: what stands outside its aside is as its section says."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.types import Sentence, Text

_PLAN_HEADING = re.compile(
    r"(?:[上下]半年|下一?步|下一?阶段|明年|今后|全年)(?:的?工作|目标|重点|主要|安排|打算|任务|措施|项目)"
    r"|(?:19|20)\d\d年(?:工作|主要|重点)*(?:打算|安排|思路|计划|重点)|工作(?:打算|安排|目标|计划|思路)$|打算$"
)


def said_at(text: Text, sentence: Sentence, position: int) -> Sentence:
    """The sentence, done outside the aside of a review and planned outside that of a plan.

    甲路|竣工|，力争明年建成乙桥: of the year of the review.
    """
    aside = sentence.aside
    if aside is None or aside.start <= position < aside.end:
        return sentence
    document = text.document
    if sentence.modality == "planned":
        over = sentence.year is not None and document.year is not None and sentence.year < document.year
        return replace(sentence, modality="done", year=sentence.year if over else document.year, aside=None)
    return replace(sentence, modality="planned", year=document.plan_year, aside=None)


def is_due(sentence: Sentence) -> bool:
    """Whether a sentence, as it holds at a position (see `said_at`), is there in the words that make it planned.

    会议要求，|要加快推进甲路，力争乙厂竣工; not a sentence that is planned as a whole, which may slip in what is done.
    """
    return sentence.modality == "planned" and sentence.aside is not None


def below_plan(sentence: Sentence) -> bool:
    """Whether a heading above says that what stands below it is planned, in news and notices too: 三、下半年工作."""
    return sentence.modality == "planned" and any(_PLAN_HEADING.search(heading.text) for heading in sentence.path)
