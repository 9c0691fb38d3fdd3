"""The administrative divisions of China from province to town, with their former names, and customary regions.

The data are four tables of `schema/lexicon/` (their sources and licences stand in their first lines):
`regions.tsv` has one row for each division under its present code, `region_changes.tsv` its former names and codes,
`customary_names.tsv` what some are called besides (科右前旗), `customary_regions.tsv` regions that are no division
(长三角, 东北), and foreign countries.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, cast

from kg.errors import NotFoundError, SchemaError
from kg.ontology.divisions import COUNTY, is_province
from kg.ontology.lexicon import FOLDER, load_lexicon

Level = Literal["province", "city", "county", "town"]

_PEOPLES = (
    "维吾尔|哈萨克|柯尔克孜|乌孜别克|塔吉克|塔塔尔|俄罗斯|达斡尔|鄂温克|鄂伦春|鄂罗斯|蒙古|布依|土家|拉祜|哈尼|傈僳|景颇|德昂|阿昌|布朗"
    "|仫佬|毛南|仡佬|保安|撒拉|东乡|裕固|赫哲|锡伯|朝鲜|高山|门巴|珞巴|基诺|独龙|普米|纳西|各族|满|藏|回|壮|苗|彝|侗|瑶|白|黎|傣|畲|水|羌"
    "|土|佤|怒|京"
)
# A people's name of one character counts only with 族 (水族自治县, but not 三水自治…).
_PEOPLE = f"(?:(?:{_PEOPLES})族|维吾尔|哈萨克|柯尔克孜|塔吉克|蒙古|锡伯|达斡尔|各族)"
_AUTONOMOUS = re.compile(rf"^(?P<stem>.*?)(?P<people>{_PEOPLE}*)自治(?P<kind>[县州旗区])$")
# 朝鲜族乡, 鄂温克民族乡, 回族民族乡
_MINORITY = re.compile(
    rf"^(?P<stem>.+?)(?P<people>(?:{_PEOPLE}|(?:{_PEOPLES})(?=民族))+)(?:(?:少数)?民族)?(?P<kind>[乡区]|苏木)$"
)
_KIND = re.compile(r"^(?P<stem>.{2,}?)(?:特别行政区|管理区|林区|特区|地区|街道|苏木|[省市县区州盟旗镇乡])$")


class Place(NamedTuple):
    """One division: its code of 6 digits (9 for a town), name, level and, when it is no more, its last year."""

    code: str
    name: str
    level: Level
    until: int | None


class Area(NamedTuple):
    """A region that is no division: `kind` is area (of China), country or continent."""

    name: str
    kind: str


class FormerName(NamedTuple):
    """A name or code that a division bore until the end of a year."""

    code: str
    name: str
    until: int
    old_code: str


def short_names(name: str) -> tuple[str, ...]:
    """The names that people use for a division besides its full one, the longest first.

    Example:
        >>> short_names("天祝藏族自治县")
        ('天祝自治县', '天祝县', '天祝')
        >>> short_names("醴陵市"), short_names("攸县")
        (('醴陵',), ())
        >>> short_names("查巴奇鄂温克民族乡")
        ('查巴奇乡', '查巴奇')
        >>> short_names("全州县")  # 全州 is the whole of any prefecture
        ()
    """
    if name == "内蒙古自治区":
        return ("内蒙古", "内蒙")
    if m := _AUTONOMOUS.match(name) or _MINORITY.match(name):
        stem = m["stem"] or m["people"].removesuffix("族")
        if len(stem) < 2:
            return ()
        if "自治" not in name:
            return stem + m["kind"], stem
        return (stem,) if m["kind"] == "区" else (f"{stem}自治{m['kind']}", stem + m["kind"], stem)
    if name.endswith("管理区"):
        stem = name.removesuffix("管理区")
        return (stem + "区", stem)
    if (m := _KIND.match(name)) and m["stem"] != "全州":
        return (m["stem"],)
    return ()


class Gazetteer:
    """Look-up of divisions by code and name. Read-only.

    A code is any that `get` knows: a present one or one that a division bore once (430221 is today's 430212). Names are
    full, short (醴陵) or former (株洲县).
    """

    def __init__(
        self,
        places: Mapping[str, Place],
        former: tuple[FormerName, ...],
        areas: Mapping[str, Area],
        called: Mapping[str, str] | None = None,
    ) -> None:
        self._places = places
        self._called = called or {}  # codes by customary name
        self._former = former
        self._before: dict[str, list[FormerName]] = {}  # by present code, oldest first
        for name in sorted(former, key=lambda f: (f.until, f.name, f.old_code)):
            self._before.setdefault(name.code, []).append(name)
        self._areas = areas
        self._recoded = {f.old_code: f.code for f in former if f.old_code not in places}

    def __contains__(self, code: object) -> bool:
        return code in self._places or code in self._recoded

    def __len__(self) -> int:
        return len(self._places)

    def get(self, code: str) -> Place:
        """The division of a code.

        Raises:
            NotFoundError: no division has or had this code.
        """
        place = self._places.get(self._recoded.get(code, code))
        if place is None:
            raise NotFoundError(f"No administrative division has the code {code}; look names up with Gazetteer.find.")
        return place

    def find(self, name: str) -> tuple[str, ...]:
        """The codes of all divisions of this name, full, short or former; higher levels first, then by code."""
        return tuple(sorted({*self.full.get(name, ()), *self.short.get(name, ())}, key=_rank))

    def area(self, name: str) -> Area | None:
        """The customary region or country of this name, or None."""
        return self._areas.get(name)

    @property
    def areas(self) -> Mapping[str, Area]:
        """All customary regions and countries by each of their names."""
        return self._areas

    @property
    def places(self) -> Mapping[str, Place]:
        """All divisions by code."""
        return self._places

    @functools.cached_property
    def full(self) -> Mapping[str, tuple[str, ...]]:
        """Full, former and customary names, and short forms that keep their kind (天祝县, 海北州), with their codes."""
        index: dict[str, set[str]] = defaultdict(set)
        for place in self._places.values():
            index[place.name].add(place.code)
            if "族" in place.name or "自治" in place.name or "管理区" in place.name:
                for name in short_names(place.name)[:-1]:
                    index[name].add(place.code)
        for former in self._former:
            index[former.name].add(former.code)
        for name, code in self._called.items():
            index[name].add(code)
        return {
            name: tuple(sorted(codes, key=_rank)) if len(codes) > 1 else tuple(codes) for name, codes in index.items()
        }

    @functools.cached_property
    def short(self) -> Mapping[str, tuple[str, ...]]:
        """Names without their kind (醴陵, 内蒙古, 海北) of provinces, cities and counties, with their codes."""
        index: dict[str, set[str]] = defaultdict(set)
        named = [(p.name, p.code) for p in self._places.values() if len(p.code) == COUNTY]
        named += [(f.name, f.code) for f in self._former if len(f.code) == COUNTY and f.code in self._places]
        for name, code in named:
            for short in short_names(name)[-1:]:
                index[short].add(code)
        return {name: tuple(sorted(codes, key=_rank)) for name, codes in index.items()}

    @functools.cached_property
    def _below(self) -> Mapping[str, tuple[str, ...]]:
        out: dict[str, list[str]] = defaultdict(list)
        for code in self._places:
            if parent := next(self._above(code), None):
                out[parent].append(code)
        return {code: tuple(sorted(children)) for code, children in out.items()}

    def parents(self, code: str) -> tuple[str, ...]:
        """The codes above a division, nearest first: 430281101 → 430281, 430200, 430000."""
        return tuple(dict.fromkeys(self._above(self._recoded.get(code, code))))

    def _above(self, code: str) -> Iterator[str]:
        above = (code[:COUNTY], code[:4] + "00", code[:2] + "0000")
        return (c for c in above if c != code and c in self._places)

    def children(self, code: str) -> tuple[str, ...]:
        """The codes one level below a division, abolished ones included, sorted."""
        return self._below.get(self._recoded.get(code, code), ())

    def contains(self, above: str, code: str) -> bool:
        """Whether a division is another or lies in it."""
        above, code = self._recoded.get(above, above), self._recoded.get(code, code)
        if len(above) > COUNTY:
            return above == code
        return code.startswith(above[:2] if is_province(above) else above[:4] if above.endswith("00") else above)

    def display(self, code: str) -> str:
        """The full name of a division."""
        return self.get(code).name

    def full_path(self, code: str) -> str:
        """The names from the province down: 湖南省株洲市醴陵市."""
        return "".join(self.display(c) for c in reversed((self.get(code).code, *self.parents(code))))

    def bearers(self, name: str) -> tuple[str, ...]:
        """As `find`, but only the divisions that bear the name today, if there are any."""
        codes = self.find(name)
        today = [c for c in codes if name == self._places[c].name or name in short_names(self._places[c].name)]
        return tuple(today) or codes

    def former_names(self, code: str) -> tuple[FormerName, ...]:
        """The names and codes that a division bore before, oldest first."""
        return tuple(self._before.get(self._recoded.get(code, code), ()))


def _rank(code: str) -> tuple[int, str]:
    """Sorts provinces before cities before counties before towns."""
    return (9 if len(code) > COUNTY else 6 - (len(code) - len(code.rstrip("0"))) // 2, code)


@functools.cache
def load_gazetteer(folder: Path = FOLDER) -> Gazetteer:
    """The gazetteer of a lexicon folder, one object for each folder and process.

    Raises:
        SchemaError: a table is missing or has a faulty row.
    """
    places: dict[str, Place] = {}
    # Forty thousand rows as dictionaries would take longer and four times the memory; this table is read as tuples.
    path = folder / "regions.tsv"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise SchemaError(f"{path}: the word list cannot be read ({error.strerror}).") from None
    body = iter(enumerate(lines, 1))
    next((line for _, line in body if not line.startswith("#")), None)  # the header
    for number, line in body:
        try:
            code, name, level, until = line.split("\t")
        except ValueError:
            raise SchemaError(f"{path}, line {number}: a row has four cells (code, name, level, until).") from None
        places[code] = Place(code, name, cast(Level, level), int(until) if until else None)
    lexicon = load_lexicon(folder)
    former = tuple(
        FormerName(row["code"], row["name"], int(row["until"]), row["old_code"])
        for row in lexicon.rows("region_changes")
        if row["code"] in places
    )
    areas: dict[str, Area] = {}
    for row in lexicon.rows("customary_regions"):
        area = Area(row["name"], row["kind"])
        for name in (row["name"], *filter(None, row["alias"].split("|"))):
            areas.setdefault(name, area)
    called = {row["name"]: row["code"] for row in lexicon.rows("customary_names") if row["code"] in places}
    return Gazetteer(places, former, areas, called)
