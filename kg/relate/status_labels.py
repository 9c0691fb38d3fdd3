"""The stage that a label gives what stands behind it: 续建项目：甲、乙; 竣工一批：丙; （二）新开工项目18个。"""

from __future__ import annotations

import re

from kg.relate.status import StatusVerbs
from kg.types import Modality

_STAGES = (
    "新开工|新建|拟建|开工建设|开工|动工|续建|正在建设|在建|收尾|结转|竣工投产|竣工|完工|建成投产|建成|投产达效|投产|达产达效|达产|投用"
    "|签约落户|签约|落户|前期工作|前期推进|前期|储备|预备|谋划"
)
_LABEL = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[是、]|（[一二三四五六七八九十\d]+）|\d{1,2}[.、]|[①-⑳])?"
    r"(?:(?:今年|本年|全年|目前|全[市县区州旗盟])的?)?(?:(?P<plan>计划|拟|将)|(?P<not>尚未|未|待)|已经?)?(?:重点|重大|省|市|区|县|产业){0,3}"
    rf"(?P<stage>(?:{_STAGES}){{1,2}})"
    r"(?:(?P<batch>一批)?(?:的)?(?:省级|市级|重点|重大|产业|建设|类){0,3}(?P<works>项目|工程)?"
    r"(?:（?共?计?\d+余?[个项]）?)?(?P<count>(?<=[个项]）))?)[：。:\s]*"
)
_LISTS = re.compile(  # 此次集中签约的项目有：
    r"(?:此次|本次|当天|当日|现场|今年|[^，。；：]{0,10}?)(?P<plan>计划|拟|将)?(?:集中|现场|正式|陆续|相继)*"
    r"(?P<stage>签约|开工|动工|竣工|投产|落户)(?:建设|落地)?的?(?:\d+个|重点|重大|产业|招商|省|市|县)*项目(?:\d+个|共\d+个)?，?"
    r"(?:分别)?(?:有|包括|为|是|涉及|主要有|名单)?[：\s]*"
)
_STAGE = re.compile(_STAGES)
# what the words of labels are in the table of verbs
_VERBS = {
    "收尾": "续建",
    "结转": "续建",
    "新开工": "开工",
    "新建": "开工",
    "在建": "续建",
    "正在建设": "续建",
    "开工建设": "开工",
}
_AHEAD = frozenset({"储备", "谋划", "前期", "前期工作", "前期推进", "预备", "拟建"})


def status_of_label(verbs: StatusVerbs, words: str, modality: Modality) -> str | None:
    """The status that a label gives what stands behind it; None for words that are none.

    续建项目： is building, 未开工项目3个： planned, 竣工一批： completed; 新建道路： and 建成： are no labels.
    """
    m = _LABEL.fullmatch(words)
    if m is None:
        listed = _LISTS.fullmatch(words)
        if listed is None:
            return None
        return verbs.told(listed["stage"], "planned" if listed["plan"] else modality)
    bare = not (m["batch"] or m["works"] or m["count"] is not None or words.rstrip().endswith("类："))
    stages = _STAGE.findall(m["stage"])
    if bare and not (words.endswith("：") and stages[-1] in (*_AHEAD, "续建", "新建", "在建", "新开工", "拟建")):
        return None
    if m["not"] or stages[-1] in _AHEAD:
        return "planned"
    return verbs.told(_VERBS.get(stages[-1], stages[-1]), "planned" if m["plan"] else modality)
