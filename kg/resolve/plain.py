"""Programmes that are none: names made of nothing but plain words, 养老服务, 信息化建设, 现代企业制度."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from kg.ontology import load_lexicon

# what is handed out, wrong or left over is no work: 应收账款融资业务, 棚改回迁房, 十五连涨
_NO_WORK = re.compile(
    r"(?:(?<!贷款)业务|^[^防化处]*风险|不满意|返贫|回迁房|安置房|连[涨增升])$|^\d{4}年.{0,4}(?:计划|规划|安排|打算)$"
)


class _Words(NamedTuple):
    """The word list `program_plain`, by kind: what may stand before, what it is about, and the two ways to end."""

    open: frozenset[str]
    field: frozenset[str]
    end: frozenset[str]
    reform: frozenset[str]


@functools.cache
def _words() -> _Words:
    rows = load_lexicon().rows("program_plain")
    return _Words(*(frozenset(r["name"] for r in rows if r["kind"] == kind) for kind in _Words._fields))


@functools.cache
def _longest() -> int:
    return max(map(len, _words().open | _words().field))


def is_plain(name: str) -> bool:
    """Whether a name says only what kind of work is meant, or means no work at all.

    True of 基层公共卫生服务, 产业项目建设, 基础性改革. False of 家庭医生签约服务, 文化惠民工程.
    """
    return _of_plain_words(name) or _NO_WORK.search(name) is not None


def _of_plain_words(name: str) -> bool:
    """Whether a name is a row of plain words with an end, however it is cut (公共卫生 is also 公共 and 卫生).

    The places that some row of words reaches are kept, so that no row is tried twice.
    """
    words = _words()
    opened, reached = {0}, {0}  # by words that may stand before only; by these and fields
    for at in range(len(name)):
        if at not in reached:
            continue
        rest = name[at:]
        if rest in words.end or (at in opened and rest in words.reform):
            return True
        for size in range(1, min(_longest(), len(rest)) + 1):
            word = rest[:size]
            if word in words.open and at in opened:
                opened.add(at + size)
            if word in words.open or word in words.field:
                reached.add(at + size)
    return False
