"""Of several verbs in a row behind a list of things, the one that tells how far they are.

Example: 投产 of 当年签约、当年投产, 建成 of 2013年9月开工、2016年底全面建成.
No example: 投产 of 签约后，因故未能如期投产.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.relate.status_cues import finished

_THEN = re.compile(  # 2013年9月开工|、2016年底全面|建成
    r"(?:建设|实施)?[、，并]{1,2}(?:计划|预计|已)?[于在到至]?(?:(?:19|20)\d\d年|今年|去年|前年|明年|次年|当年|同年)?(?:\d{1,2}月份?)?(?:\d{1,2}日)?"
    r"(?:年?[底初末]|[上下]半年|[上中下]旬)?前?(?:已|可|将|全面|全部|正式|顺利|如期|实现|基本|主体)*"
)
_SAME = re.compile(  # 当年签约|、当年建设、当年|投产
    r"[、，](?:当年|同年|当月)(?:(?:建设|施工|供地|见效|拿地)[、，](?:当年|同年|当月))?"
)


def furthest(
    kinds: Mapping[str, frozenset[str]],
    done: Mapping[str, str],
    planned: Mapping[str, str] | None,
    clean: str,
    verbs: list[re.Match[str]],
) -> re.Match[str]:
    """Of verbs in a row the last stage: 当年签约、当年投产; of those to come the first: 一季度开工、年底投产.

    `done` and `planned` are the statuses that verbs give; `planned` only where they are still to come.
    """
    order = ("planned", "signed", "started", "building", "completed", "operating")
    near = verbs[:1]
    for verb in verbs[1:]:  # 当年签约、当年开工、当年投产; 2013年开工、2016年底建成
        gap = near[-1].end(), verb.start()
        if verb.start() - near[-1].start() > 8 and not (_THEN.fullmatch(clean, *gap) or _SAME.fullmatch(clean, *gap)):
            break
        near.append(verb)
    part_done = len(near) > 1 and near[-1][0] in kinds["complete"] and near[-2].end() == near[-1].start()
    if part_done and done[near[-2][0]] == "building":
        return near[-2]  # 铺轨完成
    if any("主体" in v[0] or "前期" in v[0] for v in near):
        part = next(v for v in near if "主体" in v[0] or "前期" in v[0])
        begun = next((v for v in near if done[v[0]] == "started" and v.start() == part.end()), None)
        begun = begun if "主体" in part[0] else None
        return begun or part
    if planned is not None:
        return min(near, key=lambda v: order.index(planned[v[0]]))
    # 完成土地摘牌并开工: what is completed is the contract
    return max(near, key=lambda v: order.index(finished(kinds, clean, v) or done[v[0]]))
