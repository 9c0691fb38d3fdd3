"""Programmes that are none: names made of nothing but plain words, 养老服务, 信息化建设, 现代企业制度."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from kg.ontology import load_lexicon
from kg.ontology.lexicon import FOLDER

# 基础性改革, 各项管理体制改革: every reform is one of these
_REFORM = "(?:体制机制|管理体制|体制|机制|制度|农业农村|企业|经济领域)改革|改革"
# what is handed out, wrong or left over is no work: 应收账款融资业务, 棚改回迁房, 十五连涨
_NO_WORK = re.compile(
    r"(?:(?<!贷款)业务|^[^防化处]*风险|不满意|返贫|回迁房|安置房|连[涨增升])$|^\d{4}年.{0,4}(?:计划|规划|安排|打算)$"
)

_LONGEST = 30  # plain words can be cut in several ways (公共卫生, 公共 and 卫生), which takes ever longer to try


@functools.cache
def _plain(folder: Path) -> re.Pattern[str]:
    words: dict[str, list[str]] = {"open": [], "field": [], "end": []}
    for row in load_lexicon(folder).rows("program_plain"):
        words[row["kind"]].append(row["name"])
    opens, fields, ends = ("|".join(sorted(words[kind], key=lambda w: (-len(w), w))) for kind in words)
    return re.compile(rf"(?:{opens})*(?:(?:{fields})(?:{opens}|{fields})*(?:{ends})|(?:{ends})|{_REFORM})")


def is_plain(name: str) -> bool:
    """Whether a name says only what kind of work is meant, or means no work at all.

    True of 基层公共卫生服务, 产业项目建设, 基础性改革. False of 家庭医生签约服务, 文化惠民工程.
    """
    if len(name) <= _LONGEST and _plain(FOLDER).fullmatch(name):
        return True
    return _NO_WORK.search(name) is not None
