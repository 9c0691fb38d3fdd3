"""Honours of which nobody says who has them."""

from __future__ import annotations

import pytest

from kg.resolve.unnamed_winners import of_nobody
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "title", "none"),
    [
        ("成绩喜人，9个乡镇被命名为国家级生态乡镇。", "国家级生态乡镇", True),
        ("一年来，五个县（市）荣获全国粮食生产先进县。", "全国粮食生产先进县", True),
        ("石桥镇、龙潭镇等9个乡镇被命名为国家级生态乡镇。", "国家级生态乡镇", False),
        ("石桥镇被命名为国家级生态乡镇。", "国家级生态乡镇", False),
        ("新增省级示范镇3个。", "省级示范镇", True),
        ("全县获评省级示范镇。", "省级示范镇", False),
    ],
)
def test_a_title_needs_somebody_who_has_it(clean: str, title: str, none: bool) -> None:
    at = clean.index(title)
    assert of_nobody(clean, Mention(at, at + len(title), "Honor", title, "honor:verb_title", 0.9)) is none
