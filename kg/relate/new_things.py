"""Sentences that bring up a thing without its name and go on with it: …布局第二生产基地，该基地总投资20亿元.

Such a 该基地 is not what the text spoke of before. No example: 甲基地进展顺利，该基地投资20亿元, which has a name.
"""

from __future__ import annotations

import re

from kg.types import Mention, Sentence

_BRINGS_UP = re.compile(
    r"(?:布局|新建|投建|建设|设立|建立|打造|规划|谋划|落户|引进|签约|签下|启动)[^，。；]{1,24}?"
    r"(?P<noun>基地|项目|工程|园区|产业园|中心|工厂|生产线)，(?:该|此|这个|这一|这座|这条)(?P=noun)"
)


def brings_up_another(clean: str, sentence: Sentence, topic: Mention) -> bool:
    """Whether 该基地 of a sentence means a thing that the sentence brings up, not the topic of those before it."""
    m = _BRINGS_UP.search(clean, sentence.start, sentence.end)
    return m is not None and not sentence.start <= topic.start < sentence.end
