"""Whose a figure is when it is no place's: the words of `figure_owners.tsv` as patterns."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from kg.ontology.lexicon import load_lexicon


class Owners(NamedTuple):
    """Whose a figure is when it is no place's."""

    firm: re.Pattern[str]  # 该公司…，去年实现产值30亿元
    farmer: re.Pattern[str]  # 养殖户张某存栏滩羊860只; 全村生产总值2942万元: no village is a place of the graph
    sight_name: re.Pattern[str]
    sight: re.Pattern[str]  # 海洋馆人气不减，接待游客超60万人次
    visited: re.Pattern[str]  # 金沙滩景区接待游客3万人次，门票收入860万元
    part: re.Pattern[str]  # 每个园区
    institution: re.Pattern[str]
    small: re.Pattern[str]
    land: re.Pattern[str]


@functools.cache
def owners() -> Owners:
    """The patterns of `figure_owners.tsv`."""
    firm, farmer, sight, part, institution, small, land = (
        "|".join(row["pattern"] for row in load_lexicon().rows("figure_owners") if row["kind"] == kind)
        for kind in Owners._fields
        if kind not in ("sight_name", "visited")
    )
    return Owners(
        re.compile(
            r"(?:据[^，。]{0,12}，)?[“]?(?:“?十[一二三四五]五”?(?:期间|时期|以来)，|近(?:[两三四五]|十)?年来?，|未来.{1,3}年，|下一步，|目前，|如今，|去年，|今年，|(?:19|20)\d\d年，)?"
            rf"(?:(?:该|此|本|这家|我们?)?(?:{firm})(?!们|数|家|总|化|所得税|贷款|存款|债券|用电)|这[个家座][^，。；：]{{0,24}}的(?:{firm})，)"
        ),
        re.compile(farmer),
        re.compile(rf"(?:{sight})$"),
        re.compile(
            rf"(?:^|[，。；：\n])(?!全)[^，。；：]{{2,20}}(?:{sight})(?!数|建设|等)[^，。；：、]{{0,12}}，[^，。；]{{0,8}}$"
        ),
        re.compile(
            rf"(?:今年|去年|全年|其中)?，?[^，。；：全我、]{{2,14}}?(?:{sight})(?=(?:累计|共|日均|单日|日|全年|首次|已)*(?:接待|人流|客流|游客|入园|门票|旅游收入))"
        ),
        re.compile(rf"每(?:个|家|座)[^，。；、]{{0,6}}?(?:{part})(?!均)"),
        re.compile(rf"(?:{institution})$"),
        re.compile(rf"(?:{small})[^，]{{0,2}}$"),
        re.compile(land),
    )
