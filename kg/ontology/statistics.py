"""The statistics of the lexicon by their names: what each is called when told, and the one name that is compared."""

from __future__ import annotations

import functools
import re

from kg.ontology.lexicon import Lexicon, load_lexicon

_COUNTED = ("企业", "单位")
_GDP_SHARE = re.compile(
    r"占(?:全[市县区省州旗镇乡国盟])?(?:地区生产总值|国内生产总值|生产总值|GDP|经济总量)(?:总量)?(?:的?比重|的?比例|占比)$"
)
# 民生类支出占财政支出比重, 财政用于民生的支出占比
_FOR_WELFARE = re.compile(
    r"(?:(?:全年|累计|财政|投入|用于)*(?:各项)?民生(?:领域|事业|类|方面|保障)?(?:的)?(?:财政)?(?:支出|投入|资金)"
    r"|(?:支出)?用于民生(?:改善|保障)?(?:的)?(?:支出|比重))占(?:[^，]{0,8}支出)?(?:的)?(?:比重?|比例)"
)


class Statistics:
    """Looks names of statistics up, whatever the case of their letters.

    A headline (`indicators_standard.tsv`) has one name in all texts, 地区生产总值 for GDP; the others keep the one by
    which a text calls them, 城镇新增就业 beside 新增城镇就业, and are compared by `standard`.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._told: dict[str, str] = {}
        self._standard: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        replaced = frozenset(lexicon.words("indicators_standard"))
        for row in lexicon.rows("indicators"):
            standard = row["name"]
            for name in (standard, *row["aliases"].split("|")):
                if name:
                    told = standard if standard in replaced or name in replaced else _as_told(name, standard)
                    self._told[name.upper()] = self._told[told.upper()] = told
                    self._standard[name.upper()] = self._standard[told.upper()] = standard
                    self._kinds[name.upper()] = self._kinds[told.upper()] = row["kind"]
        self.longest = max(map(len, self._told), default=0)

    def known(self, name: str) -> bool:
        """Whether the lexicon has the name."""
        return name.upper() in self._standard or _of_gdp(name).upper() in self._standard

    def kind(self, name: str) -> str:
        """What the figures of a name are: money, percent, count; "" where the lexicon lacks it."""
        return self._kinds.get(name.upper(), "")

    def told(self, name: str) -> str:
        """The name under which a statistic is kept, "" where the lexicon lacks it.

        研发经费占全市生产总值比重 is 研发投入强度; where GDP is all that is said otherwise, the name stays as told.
        """
        if found := self._told.get(name.upper()):
            return found
        if _FOR_WELFARE.fullmatch(name):
            return "民生支出占比"
        shared = _of_gdp(name)
        found = self._told.get(shared.upper(), shared)
        return found if found != shared else ""

    def standard(self, name: str) -> str:
        """The name by which a statistic is compared with those of other texts, what stands in brackets kept."""
        name, bracket, about = name.partition("(")  # 城镇新增就业(2019-2023累计)
        shared = _of_gdp(name)
        return (self._standard.get(name.upper()) or self._standard.get(shared.upper(), shared)) + bracket + about


@functools.lru_cache(maxsize=4)
def load_statistics(lexicon: Lexicon | None = None) -> Statistics:
    """The statistics of a lexicon, that of the program where none is given."""
    return Statistics(lexicon or load_lexicon())


def _of_gdp(name: str) -> str:
    """The name of a share with GDP for whatever word the text has for it."""
    return _GDP_SHARE.sub("占GDP比重", name) if "占" in name else name


def _as_told(name: str, standard: str) -> str:
    """A name as it is kept, which is the standard one where it says only less or more than that.

    城镇新增就业 stays beside 新增城镇就业; 优良天数 becomes 空气质量优良天数, 金融机构各项存款余额 becomes 存款余额,
    规上工业企业 the number of them.
    """
    if standard.endswith("数") and (firms := name.removesuffix("数")).endswith(_COUNTED):
        return firms + "数"
    return standard if name in standard or standard in name else name
