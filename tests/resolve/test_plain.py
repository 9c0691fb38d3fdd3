"""Names of programmes that are made of plain words only."""

from __future__ import annotations

import time

import pytest

from kg.resolve.plain import is_plain


@pytest.mark.parametrize(
    "name",
    [
        "基层公共卫生服务",
        "产业项目建设",
        "基础性改革",
        "现代企业制度",
        "积极的就业政策",
        "群众体育活动",
        "活动",
        "养老金十五连涨",
        "2025年工作计划",
    ],
)
def test_plain_words_are_no_name(name: str) -> None:
    assert is_plain(name)


@pytest.mark.parametrize(
    "name", ["家庭医生签约服务", "文化惠民工程", "医药卫生体制改革", "春雨润企活动", "农村厕所革命", "产业转型升级工程"]
)
def test_names_are_not_plain(name: str) -> None:
    assert not is_plain(name)


def test_a_name_that_can_be_cut_in_many_ways_takes_no_time() -> None:
    start = time.process_time()
    assert not is_plain("公共卫生" * 2500)
    assert time.process_time() - start < 2
