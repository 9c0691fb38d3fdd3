"""What columns of tables are called, as far as a loader must know it to see that a table begins."""

from __future__ import annotations

import functools
import re

from kg.ontology import load_lexicon

_BLANK = re.compile(r"\s")
_BRACKET = re.compile(r"[（(\[][^（()）\[\]]*[）)\]]")
_YEAR = re.compile(r"^(?:(?:19|20)\d\d年?(?:度|末|底)?)?(?:\d{1,2}(?:[-—~至]\d{1,2})?月(?:份|末|底)?)?")
_COUNTERS = frozenset({"序号", "编号", "序", "号", "项目序号", "项目编号", "No.", "NO."})
_OTHERS = frozenset({"备注", "说明", "合计", "类别", "类型", "性质", "单位", "数量", "日期", "金额", "期限"})
_LONGEST = 16  # characters of one line of a column's name
_LABEL = re.compile(r"[^。；;！!？?“”《》]+")


def bare(text: str) -> str:
    """A column's name without blanks, brackets and the year before it."""
    text = _BLANK.sub("", text)
    short = _YEAR.sub("", _BRACKET.sub("", text).strip("：:、*★※"))
    return short or text


def is_counter(text: str) -> bool:
    """Whether a column of this name numbers the rows."""
    return bare(text) in _COUNTERS


def is_subject(text: str) -> bool:
    """Whether a column of this name names what a row is about: 项目名称, 企业名称, 指标."""
    return bare(text) in _names()[0]


def is_known(text: str) -> bool:
    """Whether columns are called so."""
    name = bare(text)
    return name in _names()[1] or name in _COUNTERS or name in _OTHERS


def is_label(text: str) -> bool:
    """Whether a text may be the name of a column or a line of one: short, no number, no sentence."""
    plain = _BLANK.sub("", text)
    if not plain or len(plain) > _LONGEST or not _LABEL.fullmatch(plain):
        return False
    return bool(re.search(r"[\u3400-\u9fffA-Za-z]", plain)) and not re.match(r"[-+]?[\d.,]+(?!\d*年)", plain)


@functools.cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    rows = load_lexicon().rows("table_columns")
    subjects = frozenset(bare(row["name"]) for row in rows if row["role"] == "name")
    return subjects, frozenset(bare(row["name"]) for row in rows)
