"""What the digits of a division's code tell: 430000 a province, 430200 a city, 430281 a county, 430281101 a town."""

from __future__ import annotations

COUNTY = 6  # digits of the code of a county, and of what is larger; a town has more
MUNICIPALITIES = ("11", "12", "31", "50")  # first digits of the four cities that are provinces


def is_province(code: str) -> bool:
    """Whether a code is that of a province, an autonomous region or a municipality."""
    return code.endswith("0000")


def is_municipality(code: str) -> bool:
    """Whether a code is that of one of the four cities that are provinces."""
    return code.startswith(MUNICIPALITIES) and is_province(code)


def is_prefecture(code: str) -> bool:
    """Whether a code is that of a prefecture: of a city, a league or the like below a province."""
    return code.endswith("00") and not code.endswith("0000")
