"""Programmes whose name begins with the field before a quotation or a known name."""

from __future__ import annotations

import pytest

from kg.extract.fielded import find_fielded
from tests.extract.cases import find


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("推进农村“三变”改革，深化区属国企改革。", {"农村三变改革", "区属国企改革"}),
        ("开展旅游市场“铁拳行动”，抓好招商引资“百日攻坚”行动。", {"旅游市场铁拳行动", "招商引资百日攻坚行动"}),
        ("持续推进新时代民营企业家培育“十百千”工程。", {"新时代民营企业家培育十百千工程"}),
        ("落实宅基地“三权分置”，宅基地“三权分置”的做法。", {"宅基地三权分置"}),
        ("落实省委“三变”改革部署，全面推开“三变”改革。", set()),
        ("蟠龙市“百日攻坚”行动启动，叫作“一号工程”。", set()),
    ],
)
def test_the_field_before_a_name_belongs_to_it(sentence: str, names: set[str]) -> None:
    assert {m.key for m in find(find_fielded, sentence, least=0.0)} == names
