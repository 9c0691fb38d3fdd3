"""Contracted names: plain words left out, or two of them by their first characters."""

from __future__ import annotations

import time

import pytest

from kg.resolve.contractions import is_contraction, of_partners
from kg.resolve.within import resolve
from kg.types import Mention
from tests.builders import text_of


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("白鹭文旅综合体", "白鹭文化旅游综合体"),
        ("白鹭河治理", "白鹭河水环境综合治理"),
        ("白鹭智能工厂", "白鹭智能化工厂"),
        ("石桥移民区", "石桥生态移民区"),
        ("明澈整车基地", "明澈临江整车基地"),
        ("石桥灌区改造", "石桥灌区续建配套与节水改造"),
    ],
)
def test_a_contraction(short: str, full: str) -> None:
    assert is_contraction(short, full, frozenset({"临江"}))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("青山大道", "青山湖大道"),
        ("青山产业园", "青山第二产业园"),
        ("白鹭小学", "白鹭示范小学"),
        ("青山水厂", "青山污水厂"),
        ("生态产业园", "生态农业产业园"),
        ("白鹭一期", "白鹭产业二期"),
        ("明澈整车基地", "明澈云岭整车基地"),
    ],
)
def test_another_name(short: str, full: str) -> None:
    assert not is_contraction(short, full, frozenset({"临江"}))


def test_a_long_row_of_plain_words_takes_no_time() -> None:
    start = time.process_time()
    assert not is_contraction("白鹭" + "产" * 12 + "基地", "白鹭" + "产业" * 17 + "地基")
    assert not is_contraction("白鹭" + "产业" * 200 + "基地", "白鹭" + "产业" * 9999 + "基地")
    assert time.process_time() - start < 1


def keys(type_: str, *names: str) -> list[str]:
    mentions, at = [], 0
    for name in names:
        mentions.append(Mention(at, at + len(name), type_, name, "tagger", 0.9))
        at += len(name) + 1
    return [m.key for m in resolve(text_of("，".join(names) + "。"), mentions, lambda name: name)]


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        ("Zone", ("白鹭商贸物流园", "白鹭物流园")),
        ("Zone", ("龙潭山风景区", "龙潭山景区")),
        ("Zone", ("白鹭高新技术产业园区", "白鹭高新区")),
        ("Zone", ("白鹭工业园区", "白鹭工业区")),
        ("Zone", ("白鹭经济技术开发区", "白鹭开发区")),
        ("Zone", ("石桥白鹭开发区", "白鹭开发区")),
        ("Project", ("白石高速（青山段）", "白石高速青山段")),
        ("Organization", ("市人民医院", "人民医院")),
        ("Organization", ("白鹭第一中学", "白鹭一中")),
        ("Project", ("白鹭第二小学扩建", "白鹭二小扩建")),
    ],
)
def test_one_thing_by_two_names(type_: str, names: tuple[str, ...]) -> None:
    assert len(set(keys(type_, *names))) == 1


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        ("Zone", ("白鹭商贸物流园", "白鹭冷链物流园", "白鹭物流园")),  # which of the two?
        ("Organization", ("市人民医院", "县人民医院", "人民医院")),
        ("Organization", ("白鹭第一中学", "白鹭二中")),
        ("Zone", ("白鹭老工业区", "白鹭工业园")),
        ("Zone", ("白鹭高新技术产业开发区", "白鹭开发区")),
    ],
)
def test_what_may_be_two_stays_alone(type_: str, names: tuple[str, ...]) -> None:
    assert len(set(keys(type_, *names))) == len(names)


def test_the_park_of_two_partners_goes_by_their_first_characters() -> None:
    assert of_partners("江云产业园", "江东（云岭）产业园区")
    assert of_partners("江云产业园区", "江东（云岭）产业园区")
    assert of_partners("江云产业园", "江东云岭现代产业园")
    assert not of_partners("江云产业园", "江东云岭现代科技园")
    assert not of_partners("江云科技园", "江东（云岭）产业园区")
    assert not of_partners("云岭产业园", "江东（云岭）产业园区")
