"""Programmes without the words of their row, and whole."""

from __future__ import annotations

import pytest

from kg.resolve.trim_programs import programme_trimmed
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "taken", "surface", "key"),
    [
        ("推进服务标准化、均等化，", "服务标准化", "服务标准化、均等化", "服务标准化、均等化"),
        ("推进服务标准化、产业发展，", "服务标准化", "服务标准化", "服务标准化"),
        ("改革审批制度，", "改革审批制度", "改革审批制度", "审批制度改革"),
        ("推进成果转化等“四大工程”，", "成果转化等", "成果转化", "成果转化"),
        ("开展禁毒等社会治理，", "禁毒等社会治理", "禁毒", "禁毒"),
        ("燃气、消防等领域", "燃气、消防等领域", "燃气、消防等领域", "燃气、消防等领域"),
        ("燃气等领域专项整治，", "燃气等领域专项整治", "燃气等领域专项整治", "燃气等领域专项整治"),
    ],
)
def test_programmes(clean: str, taken: str, surface: str, key: str) -> None:
    at = clean.index(taken)
    m = programme_trimmed(clean, Mention(at, at + len(taken), "Program", taken, "tagger", 0.6))
    assert (clean[m.start : m.end], m.key) == (surface, key)
