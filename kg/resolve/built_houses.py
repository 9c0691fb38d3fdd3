"""Schools, hospitals and museums that a sentence builds, moves or renews: there they are projects, no bodies.

Example: 推进白鹭小学整体搬迁; 扩容改造石桥中学、青山小学等5所学校. No example: 白鹭医院建设智慧药房, where the
hospital builds; 改造青山中学、白鹭中学食堂, where the canteens are the project.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.ontology import load_lexicon
from kg.resolve.heads import either
from kg.types import Mention

_NAME = r"[^，。；：、和及与\n]{2,16}"
# what is done to all of a row, said behind its last: 石桥中学、|青山小学|改扩建
_WORK = (
    "(?:整体|异地)?(?:搬迁|迁建|新建|重建|改扩建|扩建|扩容|提质改造|改造提升|改造升级|升级改造|提质升级)"
    "(?:建设)?(?:项目|工程)?"
)
_WORK_ENDS = "(?=[，。；、）和及与\n]|前期|加快|完成|竣工|启动|开工|顺利|有序|有效|稳步|扎实|等|基本|全面|主体|建设)"
_DONE_BEFORE = re.compile(
    "(?:新建|改扩建|扩建|扩容改造|提质改造|改造提升|升级改造|迁建|重建|续建|开工建设)了?"
    rf"(?:{_NAME}[、和及与]){{0,6}}$"
)
# 白鹭医院（床位800张）|主体封顶; not 白鹭医院启用电子病历
_STAGE = (
    "(?:（[^（）\n]{1,60}）)?(?:主体(?:结构|工程)?|基本|全面|正式|顺利|如期|已|即将){0,3}"
    "(?:封顶|竣工|完工|完成(?:主体|土建|基础)(?:工程|施工|结构|建设)?|建成|开工|破土动工|动工|奠基|计划[^，。；（）]{2,10}(?:开学|开诊|投用)|投用|投入使用|投入运营|投入试运行|启用)(?=[，。；、）\n]|建设|开学|投用|使用|启用|开诊|开学|开馆|$)"
)
_LONGEST = 110  # characters of a verb and six names before a name


def built_houses(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with such houses as projects; what is said whole (白鹭小学整体搬迁) is not named twice."""
    whole = {(m.start, m.end) for m in mentions if m.type == "Project"}
    kept = []
    for m in mentions:
        if m.type != "Organization" or not _shapes().house.search(m.key):
            kept.append(m)
            continue
        work = _shapes().behind.match(clean, m.end)
        own = work is not None and work.start("work") == m.end
        if work and own and any((m.start, end) in whole for end in range(m.end + 2, work.end() + 1)):
            continue
        built = work is not None or _shapes().stage.match(clean, m.end) or _done_before(clean, m)
        kept.append(replace(m, type="Project") if built else m)
    return kept


def _done_before(clean: str, m: Mention) -> bool:
    """Whether the verb in front builds the whole row, which ends with a house: 新建|石桥中学|、青山小学."""
    before = _DONE_BEFORE.search(clean, max(0, m.start - _LONGEST), m.start)
    return before is not None and _shapes().row.match(clean, m.end) is not None


class _Shapes(NamedTuple):
    """Patterns of the head words: the end of a name, a row with its work or stage, a row that ends with a house."""

    house: re.Pattern[str]
    behind: re.Pattern[str]
    stage: re.Pattern[str]
    row: re.Pattern[str]


@functools.cache
def _shapes() -> _Shapes:
    rows = load_lexicon().rows("organization_heads")
    heads = either(r["name"] for r in rows if r["kind"] in ("school", "health", "culture"))
    others = rf"(?:[、和及与]{_NAME}?(?:{heads})){{0,6}}"
    return _Shapes(
        re.compile(rf"(?:{heads})$"),
        re.compile(rf"{others}(?P<work>{_WORK}){_WORK_ENDS}"),
        re.compile(_STAGE),
        re.compile(rf"{others}(?:等[^，。；、\n]{{0,12}})?(?=[，。；\n]|$)"),
    )
