"""The year that a communiqué of a national census is about, which is not that in which it came out.

Example: 某县第七次全国人口普查公报, of June 2021, counts the people of 1 November 2020. No example: 某县2021年统计公报.
"""

from __future__ import annotations

import re

_TITLED = re.compile(r"第([一二三四五六七])次(?:全国|全[省市县区])?(人口|经济|农业)普查[^，。；：]{0,16}公报")
_YEARS = {
    "人口": {"四": 1990, "五": 2000, "六": 2010, "七": 2020},
    "经济": {"一": 2004, "二": 2008, "三": 2013, "四": 2018, "五": 2023},
    "农业": {"一": 1996, "二": 2006, "三": 2016},
}


def census_year(title: str) -> int | None:
    """The year of the census whose communiqué has this title; None for other titles."""
    titled = _TITLED.search(title)
    return _YEARS[titled[2]].get(titled[1]) if titled is not None else None
