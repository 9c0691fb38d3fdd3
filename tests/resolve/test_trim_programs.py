"""Programmes without the words of their row, and whole."""

from __future__ import annotations

import pytest

from kg.resolve.trim_programs import programme_trimmed
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "taken", "surface", "key"),
    [
        ("推进办税规范化、便捷化，", "办税规范化", "办税规范化、便捷化", "办税规范化、便捷化"),
        ("推进办税规范化、产业发展，", "办税规范化", "办税规范化", "办税规范化"),
        ("改革审批制度，", "改革审批制度", "改革审批制度", "审批制度改革"),
        ("“千名英才聚白鹭”三年落实岗位，", "“千名英才聚白鹭”三年", "“千名英才聚白鹭”", "千名英才聚白鹭"),
        ("“清水润城”三年行动，", "“清水润城”三年", "“清水润城”三年", "“清水润城”三年"),
        ("对低收入农户实施动态监测，", "低收入农户实施动态监测", "低收入农户实施动态监测", "低收入农户动态监测"),
        ("出台条例实施三年行动，", "条例实施三年行动", "条例实施三年行动", "条例实施三年行动"),
        ("落实市委市政府“强城行动”，", "市委市政府“强城行动”", "“强城行动”", "强城行动"),
        (
            "深化以降低成本为核心优化环境改革，",
            "降低成本为核心优化环境改革",
            "以降低成本为核心优化环境改革",
            "以降低成本为核心优化环境改革",
        ),
        ("推进以工代赈改革，", "工代赈改革", "工代赈改革", "工代赈改革"),
        ("落实市委巡察整改，", "市委巡察整改", "市委巡察整改", "市委巡察整改"),
        ("燃气、消防等领域", "燃气、消防等领域", "燃气、消防等领域", "燃气、消防等领域"),
        ("燃气等领域专项整治，", "燃气等领域专项整治", "燃气等领域专项整治", "燃气等领域专项整治"),
    ],
)
def test_programmes(clean: str, taken: str, surface: str, key: str) -> None:
    at = clean.index(taken)
    m = programme_trimmed(clean, Mention(at, at + len(taken), "Program", taken, "tagger", 0.6))
    assert (clean[m.start : m.end], m.key) == (surface, key)
