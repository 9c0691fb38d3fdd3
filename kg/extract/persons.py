"""Persons by the title before them: none of the names that a graph holds, though they look like those of firms.

Example: in 市领导白云鹭、林沅江参加 both are persons, in 白鹭集团董事长林沅江 the last. No example: 会长单位白鹭集团,
东莞市长安镇.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from kg.ontology import load_lexicon
from kg.types import Span

_GIVEN = r"[一-龥]{1,2}(?<![镇乡村街路桥园城港山河湖区县市州岛目划厂局])"
_TITLE = (
    "领导|书记|[省市县区州镇乡]长|主任|[局厅部处科司院校所会站行厂社班队]长|主席|常委|秘书长|董事长|理事长|经理|总裁|负责人|代表|院士|教授|专家|记者|通讯员|"
    "委员|总监|工程师|主编|同志|创始人|研究员|博士|巡视员|调研员|政委|司令员"
)
_LED = "等[市县区省]?(?:四套班子|四大家|四大班子|有关|主要|相关)?的?领导"
_NEXT = (
    rf"(?=[，。；、：！？）（\n]|{_LED}|等(?:出席|参加|陪同|同志|人|$|[，。；])|[和与及在说率作到对]|表示|介绍|告诉|通讯员|记者|摄影|出席|参加|主持|陪同|讲话|指着|透露|回忆|感慨|直言|笑|"
    r"致辞|宣布|一行|分别|带队|调研|深入|走进|前往|实地|现场|检查|视察|督导|督查|督办|会见|接待|看望|慰问|巡查|召集|专题|到(?=.{1,20}(?:调研|检查|督导|考察|看望))|先后|共同|指出|强调|认为|坦言|要求|率[队团领]|带领|来到|赴|听取|[\d一]\d*月)"
)
_HANZI = re.compile("[一-龥]")


def _family() -> str:
    """A pattern of the family names."""
    return f"(?:{'|'.join(load_lexicon().words('family_names'))})"


@functools.cache
def _persons() -> re.Pattern[str]:
    name = _family() + _GIVEN
    return re.compile(rf"(?:{_TITLE})(?P<names>{name}(?:、{name})*){_NEXT}")


@functools.cache
def _villagers() -> re.Pattern[str]:
    """Persons told of by what they are: 侗族妇女林沅江正在采茶, 村民封一鸣说; not 村民安置点正在建设."""
    given = "[一-龥]{1,3}?(?<![点房园城楼馆院社站室所家心区宅厂场校路村队])"
    return re.compile(
        "(?:[一-龥]{1,4}族)?(?:妇女|村民|牧民|农民|居民|员工|职工|工人|农户|贫困户|脱贫户|[茶果菜瓜烟棉]农|养殖户|种植户|社员)"
        rf"(?!安置|安居|常住|温泉|文[体化]|金融|平安|关爱|高[中校]|成[人果]|全){_family()}{given}"
        "(?=说|告诉|介绍|正在?|一边|高兴|笑|感慨|算[了起]|家(?:的|里|中|，)|指着|坦言|[在和]家门口|站在|对[记笔]者)"
    )


def persons(clean: str) -> Iterator[Span]:
    """Where the names of persons stand that their title leads to, one or a list of them."""
    yield from (Span(*found.span()) for found in _villagers().finditer(clean))
    for found in _persons().finditer(clean):
        at = found.start("names")
        for name in found["names"].split("、"):
            yield Span(at, at + len(name))
            at += len(name) + 1


def _named_again(clean: str) -> Iterator[Span]:
    """Persons with a title, and each other place where the same name begins a clause or a line: 秦晓野指出."""
    names = set()
    for person in persons(clean):
        names.add(clean[person.start : person.end])
        yield person
    if names:
        again = re.compile("|".join(sorted(names, key=lambda n: (-len(n), n))))
        for found in again.finditer(clean):
            if not _HANZI.fullmatch(clean[found.start() - 1 : found.start()]):  # a set is dear to compile anew
                yield Span(*found.span())


def of_persons(
    clean: str, start: npt.NDArray[np.int64], end: npt.NDArray[np.int64], alone: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """(spans,) whether a span lies within a person's name, or holds some of one though its kind has no room for it.

    Args:
        clean: the text.
        start, end: (spans,) of names that are proposed.
        alone: (spans,) whether they are of a kind whose names hold no titled person (a firm, an event).
    """
    inside = np.zeros(len(clean) + 1, np.int64)
    for person in _named_again(clean):
        inside[person.start + 1 : person.end + 1] = 1
    inside = np.cumsum(inside)
    held = inside[end] - inside[start]
    out: npt.NDArray[np.bool_] = (held == end - start) | (alone & (held > 0))
    return out
