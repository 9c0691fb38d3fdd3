"""Verbs of stages that only seem to stand in a text, because two other words touch: 修|复工|程, 推|动工|业, 直|通车."""

from __future__ import annotations

import re

_FRONT = re.compile(r"[推带联互流活行自启移劳]动工|[修恢]复工|[交普直]通[车航]|[展公]开[业园工]|[组]建成立")
_BACK = re.compile(r"工[程作业厂艺]|车[辆间]|业[务绩态]|产业|成立(?!项)")
_TEST_LINE = "试生产线"  # 封装测试生产线


def crosses_words(clean: str, verb: re.Match[str]) -> bool:
    """Whether a verb that was found is made of the end of one word and the beginning of the next.

    修复工程 holds no 复工, 推动工业发展 no 动工, 展开业务 no 开业; 已复工, 动工建设 and 完成立项 are what they seem.
    """
    if _BACK.match(clean, verb.end() - 1) or _FRONT.match(clean, verb.start() - 1):
        return True
    return verb[0].endswith("试生产") and clean.startswith(_TEST_LINE, verb.end() - 3)
