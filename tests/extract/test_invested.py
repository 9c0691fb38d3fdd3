"""What news say that somebody invests in."""

from __future__ import annotations

import pytest

from kg.extract.invested import invested


@pytest.mark.parametrize(
    ("clean", "names"),
    [
        ("明澈科技投资38亿元建设光伏玻璃项目；", ["光伏玻璃"]),
        ("明澈科技拟投资6亿元在高新区建设年产5万吨铜箔项目。", ["年产5万吨铜箔"]),
        ("青禾生物拟建设有机肥生产项目。", ["有机肥生产"]),
        ("青禾农牧与县政府签订生猪养殖项目投资协议，", ["生猪养殖"]),
        ("明澈科技投资20亿元，在白鹭开发区建设含氟材料产业园。", ["含氟材料产业园"]),
        ("青禾电机拟投资5亿元建设风机总装基地，", ["风机总装基地"]),
        ("青山区与明澈科技就绿色甲醇一体化项目举行签约仪式，", ["绿色甲醇一体化"]),
        ("双方就绿色甲醇一体化项目建设达成一致，", ["绿色甲醇一体化"]),
        ("双方就绿色甲醇一体化项目交换意见，", []),
        ("白鹭区计划建设含氟材料产业园。", []),
        ("计划投资5亿元建设全国最大的生产基地，", []),
        ("计划投资5亿元建设全国一流生产基地，", []),
        ("投资5亿元建设12个产业项目，", []),
        ("双方签订产业合作项目协议，", []),
        ("县里将建设一批文旅项目。", []),
        ("明澈科技建设光伏玻璃项目。", []),
    ],
)
def test_names_of_what_is_invested_in(clean: str, names: list[str]) -> None:
    assert [clean[a:b] for a, b in invested(clean)] == names


def test_no_endless_search() -> None:
    assert (
        not list(invested("拟建设" * 8000))
        and not list(invested("投资3亿元在" * 5000))
        and not list(invested("就项目" * 5000))
    )
