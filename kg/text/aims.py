"""For what end a sentence says that something is done: 围绕实现2020年脱贫的目标，制定了… tells of now, not of 2020."""

from __future__ import annotations

import re

_AIM = re.compile(
    r"\s*(?:紧紧|紧密|始终|按照|根据|坚持)?(?:围绕|锚定|紧扣|瞄准|对标|聚焦|着眼|按照|根据|立足|为了?|为确保|对照)"
    r"[^，。；：\n]{0,40}(?:目标|要求|任务|部署|需要|愿景)(?:任务|要求|定位)?，"
)


def aim_ends(clean: str, start: int, end: int) -> int:
    """Where the opening clause of a sentence ends that only names an aim; `start` where none does.

    Example: 围绕实现2020年脱贫的目标，|制定了…. No example: 2020年的目标任务，…; 围绕脱贫，….
    """
    opening = _AIM.match(clean, start, end)
    return opening.end() if opening else start
