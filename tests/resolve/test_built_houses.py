"""Schools and hospitals that are built are projects."""

from __future__ import annotations

import pytest

from kg.resolve.built_houses import built_houses
from kg.types import Mention


def types(clean: str, *names: str, projects: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Type and name of what is left of the bodies and projects of a sentence."""
    found = [(name, "Organization") for name in names] + [(name, "Project") for name in projects]
    mentions = [
        Mention(clean.index(n), clean.index(n) + len(n), type_, n, "organization:name", 0.8) for n, type_ in found
    ]
    return [(m.type, m.key) for m in built_houses(clean, sorted(mentions, key=lambda m: (m.start, -m.end)))]


@pytest.mark.parametrize(
    ("clean", "name"),
    [
        ("推进石桥小学整体搬迁。", "石桥小学"),
        ("完成石桥中学、青山小学改扩建，", "石桥中学"),
        ("扩容改造石桥中学、青山小学等5所学校。", "青山小学"),
        ("县博物馆提质改造基本完成。", "县博物馆"),
        ("新建白鹭幼儿园，", "白鹭幼儿园"),
        ("启动青山医院迁建项目前期工作。", "青山医院"),
        ("青山医院（床位800张，总投资8.9亿元）主体结构封顶。", "青山医院"),
        ("青山医院投入试运行，", "青山医院"),
        ("青山医院完成主体工程，", "青山医院"),
    ],
)
def test_a_house_that_is_built_is_a_project(clean: str, name: str) -> None:
    assert types(clean, name) == [("Project", name)]


@pytest.mark.parametrize(
    ("clean", "name"),
    [
        ("白鹭医院建设智慧药房。", "白鹭医院"),
        ("改造青山中学、白鹭中学食堂，", "青山中学"),
        ("青山大学与白鹭医院扩大合作。", "青山大学"),
        ("新建青山中学教学楼。", "青山中学"),
        ("推进县财政局迁建。", "县财政局"),
        ("白鹭医院启用电子病历。", "白鹭医院"),
    ],
)
def test_a_house_that_builds_or_stands_is_a_body(clean: str, name: str) -> None:
    assert types(clean, name) == [("Organization", name)]


def test_what_is_named_whole_is_named_once() -> None:
    clean = "实施石桥小学整体搬迁。"
    assert types(clean, "石桥小学", projects=("石桥小学整体搬迁",)) == [("Project", "石桥小学整体搬迁")]
