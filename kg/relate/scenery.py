"""What a sentence speaks of: the mentions in it, a title that it is, words that stand for what was named before."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from kg.ontology.lexicon import load_lexicon
from kg.types import Mention, Scene, Sentence

_LEAD = re.compile(r"[“]?(?:目前，)?(?:整座|整个|新)?")
_TITLED = re.compile(  # 1.甲项目。 项目名称：甲；
    r"(?:[（(]?[\d一二三四五六七八九十①-⑳]{1,3}[.、）)]?|—{1,2}|[●■◆★▲◎○])?\s*(?:(?:项目|工程)名称：)?[“]?P[”]?(?:建设)?(?:项目|工程)?(?:（[^（）]{1,24}）)?[。：；\s]*"
)
_FIELD = re.compile(r"\s*[^，。；：]{2,8}：")
_SAYS = re.compile(r"[于已将正现全自在预计可总由]|\d|装机|建成|投产|设计|规划|位于|占地|采用|项目")
# nouns that stand for works whose names end otherwise, with those ends
_CLASSES = (
    ("学校", ("校区", "中学", "小学", "一中", "二中", "三中", "幼儿园", "分校", "学院")),
    ("医院", ("院区", "分院", "卫生院", "妇幼保健院", "门诊楼", "住院楼")),
    ("大桥", ("特大桥", "桥")),
    ("道路", ("大道", "路")),
    ("线路", ("高速", "铁路", "公路", "高铁", "快速路", "号线", "段")),
    ("电站", ("风电场", "光伏", "抽水蓄能")),
    ("园区", ("产业园", "科技园", "智造园", "物流园", "工业园", "示范园")),
    ("产业园", ("智造园", "科技园", "工业园")),
)
_NOUNS = tuple(noun for noun, _ in _CLASSES)
_SIZES = re.compile(
    r"(?:办学|设计|建设)规模|总?(?:占地|用地|建筑面积|投资|装机|规划)|全长|全线|由[^，。；]{2,16}(?:投资|建设|打造)|于|计划|预计|项目"
)
THIS_SIZED = (  # 这座总投资2亿元、占地80亩的大楼: what was spoken of, with its size
    r"(?:这座|这条|这所|这个)[^。；，]{2,50}的"
    r"(?:大楼|综合楼|新楼|大桥|隧道|学校|医院|场馆|电站|项目|工程|园区|基地|公路)(?!的)"
)
SIZED = re.compile(THIS_SIZED)
_OWN_PHASE = re.compile(r"[“]?(?:其中|目前|项目)?([一二三四首]期)(?:项目|工程)?")
_KIND = re.compile(r"(?:建设)?(?:工程|项目)$|[一二三四]期(?:工程|项目)?$")
_WHERE = (
    "位于",
    "坐落于",
    "坐落在",
    "地处",
    "走在",
    "沿着",
    "行驶在",
    "位于“",
    "选址",
    "选址于",
    "选址在",
    "落户于",
    "落户在",
)
_SHORT = 4  # characters of a name's start that at least must stand for it
_LEFT_OUT = 3  # characters at the end of a name that may be left out: 湘南高速 for 湘南高速公路


@functools.cache
def _heads() -> tuple[str, ...]:
    """The ends of names that stand for the whole: 大桥 for 松泉大桥."""
    return tuple(row["name"] for row in load_lexicon().rows("relation_words") if row["kind"] == "topic")


def said_again(clean: str, start: int, topic: Mention) -> int | None:
    """Where what stands for a topic at the beginning of a sentence or clause ends; None where nothing does.

    大桥于2020年动工, for 松泉大桥; 湘南高速全长46公里, for 湘南高速公路.
    """
    key = _KIND.sub("", topic.key) or topic.key
    if not clean.startswith((key[:_SHORT], key[-2:], *_NOUNS, "“", "目前", "整", "新"), start):
        return None
    lead = _LEAD.match(clean, start)
    at = lead.end() if lead else start
    for length in range(len(key) - 1, max(_SHORT, len(key) - _LEFT_OUT) - 1, -1):
        if clean.startswith(key[:length], at):
            return at + length if _SAYS.match(clean, at + length) else None
    for noun, ends in _CLASSES:  # 学校办学规模48个班, for 松泉一中
        if clean.startswith(noun, at) and key.endswith(ends) and _SIZES.match(clean, at + len(noun)):
            return at + len(noun)
    head = key[-2:]
    if key.endswith(_heads()) and clean.startswith(head, at) and _SAYS.match(clean, at + len(head)):
        return at + len(head)
    return None


def goes_on_about(clean: str, start: int, topic: Mention) -> bool:
    """Whether a sentence begins with what stands for a topic.

    这座总投资2亿元的大楼; 二期投资16亿元, behind 甲玻纤二期; 大桥, for 松泉大桥. Not so: 一期投资3亿元,
    behind 甲玻纤二期.
    """
    sized = SIZED.match(clean, start) is not None
    return sized or _begins_with_phase(clean, start, topic) or said_again(clean, start, topic) is not None


def _begins_with_phase(clean: str, start: int, topic: Mention) -> bool:
    """Whether a sentence begins with the phase that the topic is: 二期投资16亿元, behind 甲玻纤二期."""
    phase = _OWN_PHASE.match(clean, start)
    return phase is not None and topic.key.endswith((phase[1], phase[1] + "项目", phase[1] + "工程"))


def is_where(clean: str, m: Mention) -> bool:
    """Whether a road or work only tells where something is: 位于|乳泉大道|的甲电池项目现场."""
    return m.type == "Project" and clean.endswith(_WHERE, 0, m.start)


def is_title(clean: str, sentence: Sentence, things: Sequence[Mention], before: bool) -> bool:
    """Whether a sentence is no more than a project's name (1.甲项目。), or a field below one (总投资：30亿元；)."""
    if not any(m.type in ("Project", "Zone", "Event") for m in things):
        return before and _FIELD.match(clean, sentence.start) is not None
    projects = [m for m in things if m.type == "Project"]
    named = projects or [m for m in things if m.type == "Zone"]
    return len(named) == 1 and is_alone(clean, sentence, named[0])


def is_alone(clean: str, sentence: Sentence, m: Mention) -> bool:
    """Whether a sentence is a name and its number: 1.甲项目。, 项目名称：甲; not 参观甲项目。"""
    return _TITLED.fullmatch(clean[sentence.start : m.start] + "P" + clean[m.end : sentence.end]) is not None


def sentences_with_mentions(scene: Scene) -> Iterator[tuple[Sentence, tuple[Mention, ...]]]:
    """Each sentence with the mentions inside it, in order."""
    mentions = scene.mentions
    count = len(mentions)
    at = 0
    for sentence in scene.text.sentences:
        while at < count and mentions[at].start < sentence.start:
            at += 1
        first = at
        while at < count and mentions[at].start < sentence.end:
            at += 1
        yield sentence, mentions[first:at]
