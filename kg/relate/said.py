"""A sentence as it holds at a position: what stands outside its aside is as its section says."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.types import Sentence, Text

_WILL = re.compile(
    r"(?:今年|明年|20\d\d年|下一?步|接下来|下阶段|未来[一-龥]{0,3})，?[^，。；]{0,10}?(?:将(?![军于])|计划|拟|要(?!求))"
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


def will_open(text: Text, sentence: Sentence) -> bool:
    """Whether a planned sentence opens with a time to come, which holds to its end: 今年，甲镇将实施…，推进乙路改造."""
    return sentence.modality == "planned" and _WILL.match(text.clean, sentence.start) is not None


def below_plan(sentence: Sentence) -> bool:
    """Whether what stands before says that a sentence of news or a notice plans: 三、下半年工作."""
    return sentence.modality == "planned" and sentence.aside is None and sentence.in_plan
