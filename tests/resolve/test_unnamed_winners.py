"""Honours of which nobody says who has them."""

from __future__ import annotations

import pytest

from kg.resolve.unnamed_winners import of_nobody
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "title", "none"),
    [
        ("成绩喜人，7个村获评省级美丽村庄。", "省级美丽村庄", True),
        ("一年来，四个县（市）获批国家茶叶标准化示范县。", "国家茶叶标准化示范县", True),
        ("石桥村、龙潭村等7个村获评省级美丽村庄。", "省级美丽村庄", False),
        ("石桥村获评省级美丽村庄。", "省级美丽村庄", False),
        ("培育省级以上龙头企业，", "省级以上龙头企业", True),
        ("新增省级示范镇3个。", "省级示范镇", True),
        ("在全国县域竞争力排名中前移3位，", "全国县域竞争力排名中前移3位", True),
        ("综合实力由全省第87位前移至第62位，", "第62位", True),
        ("在全省竞争力排名中列第62位，", "第62位", False),
        ("全县获评省级示范镇。", "省级示范镇", False),
    ],
)
def test_a_title_needs_somebody_who_has_it(clean: str, title: str, none: bool) -> None:
    at = clean.index(title)
    assert of_nobody(clean, Mention(at, at + len(title), "Honor", title, "honor:verb_title", 0.9)) is none
