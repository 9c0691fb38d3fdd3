"""The rules for organizations, by a table of sentences."""

from __future__ import annotations

import time

import pytest

from kg.extract.organization_rules import CONFIDENCE
from kg.extract.organizations import find_organizations
from tests.extract.cases import find, names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("organizations"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_organizations, sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), read_cases("organizations"))
def test_mentions_carry_their_rule_and_confidence(sentence: str, expected: tuple[str, ...]) -> None:
    for mention in find(find_organizations, sentence, least=0.0):
        assert mention.confidence == CONFIDENCE[mention.rule]
        assert mention.start < mention.end


def test_a_joined_name_is_proposed_beside_the_shorter_one() -> None:
    found = {m.key: m.rule for m in find(find_organizations, "蓬莱区葡萄与葡萄酒产业发展服务中心挂牌。")}
    assert found["蓬莱区葡萄与葡萄酒产业发展服务中心"] == "organization:joined"
    assert "葡萄酒产业发展服务中心" in found


def test_a_row_of_head_words_without_a_stop_is_read_in_linear_time() -> None:
    start = time.process_time()
    find(find_organizations, "重点实验室" * 4_000 + "。")
    assert time.process_time() - start < 5
