"""What speaks for and against a name's being that of a company: known names, trades, coined words, the dictionary.

Example: 远航石油 and 星沅新材 may be companies; 装备制造 and 生物医药 are kinds of them, 青山工业园 is none.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from kg.extract.names import Finder, Words, coined, endings, generic, is_place, words
from kg.ontology.lexicon import load_lexicon

# what may follow a whole name; behind 新能源 or 电子 the name of an industry, a park or a thing may go on
BEHIND_TRADE = re.compile(
    r"[，。；：、！？”）（(\n和与及等]|$|公司|集团|有限|股份|项目|投资|在|将|已|是|为|董|总|副|签|落户|入驻|开工|竣工|投产|有关|相关|负责|年产|生产线|一期|二期|三期|总部|区域总部"
)
# ends of names that say what kind of thing it is, which no brand does
_KIND_END = re.compile(
    r"(?:企业|公司|集团|产业|项目|行业|工业|政府|管委会|委员会|协会|商会|农业|经济|建设|发展|工程|市场|平台|中心|基地|园区|园|城|县|市|区|镇|乡|村|部门|单位|机构)$"
)
# 白鹭制药（海口）、 but not 白鹭（宿迁）产业园 and 白鹭制药（海口）有限公司
_SEAT = re.compile(
    r"（(?P<place>[一-龥]{2,5})）(?=[，。；、：）和与及等的在将已是为\n]|项目|签约|落户|入驻|投产|扩产|董事长|总经理|负责人|$)"
)
_PLAIN = re.compile("[一-龥A-Za-z0-9]{2,8}")


@functools.cache
def known(folder: Path) -> tuple[Finder, dict[str, str]]:
    """The companies that the word list knows, and of each name whether it is certain (yes, no) or only a stem."""
    rows = load_lexicon(folder).rows("enterprises")
    table = {row["name"]: row["certain"] for row in rows}
    for row in rows:
        if row["stem"]:
            table.setdefault(row["stem"], "stem")
    return Finder(table), table


def aligned(view: Words, start: int, end: int) -> bool:
    """Whether no dictionary word of several characters crosses the edges of a match (in 大中通信 there is no 中通)."""
    first = view.tokens[view.index(start)]
    last = view.tokens[view.index(end - 1)]
    return not (
        (first.start < start and first.pos not in ("x", "nr", "nrt")) or (last.end > end and last.pos[:1] in "vadpctu")
    )


def with_trade(clean: str, end: int, folder: Path) -> int:
    """Where a known name ends that goes on with a trade: 远航|石油, 远航|新能源, not 远航|新能源产业园."""
    trades = words("enterprise_suffixes", folder, "trade", "short")
    size = next((n for n in range(4, 1, -1) if clean[end : end + n] in trades), 0)
    return end + size if size and BEHIND_TRADE.match(clean, end + size) else end


def seated(clean: str, end: int) -> int:
    """Where a company's name ends that goes on with its place in brackets: 白鹭制药|（海口）."""
    found = _SEAT.match(clean, end)
    return found.end() if found and (is_place(found["place"]) or found["place"] == "中国") else end


def may_be_company(surface: str, folder: Path) -> bool:
    """Whether nothing speaks against a member of a list of companies: its words are ordinary (天合联动, 新希望)."""
    if not _PLAIN.fullmatch(surface) or _KIND_END.search(surface) or is_place(surface):
        return False
    return surface not in words("industries", folder) and surface not in generic(folder, "Enterprise")


def could_be_company(view: Words, start: int, end: int, surface: str) -> bool:
    """Whether a member of a list of companies has what names one: a proper or coined word, a trade, no stop word."""
    if not 2 <= len(surface) <= 16 or surface in generic(view.folder, "Enterprise", "Project"):
        return False
    if _KIND_END.search(surface) and not surface.endswith(("集团", "公司")):
        return False
    tokens = view.within(start, end)
    ends = surface.endswith(endings("enterprise_suffixes", view.folder, "trade", "short"))
    # the dictionary takes a coined word for a particle (同光/c), or joins it to what follows (特斯|联等)
    closed = (t for t in tokens if t.pos[:1] in "pcdru" and t.end <= end and len(t.word) < (2 if ends else 3))
    if any(t.word in view.stop for t in tokens) or any(closed):
        return False
    if known(view.folder)[1].get(surface):
        return True
    # ordinary words alone (装备制造, 生物医药) are kinds of companies, not companies
    named = any(t.pos.startswith(("ns", "nr", "nz", "nt", "eng", "x", "j")) or len(t.word) == 1 for t in tokens)
    return named or (ends and len(tokens) > 1)


def looks_like_company(view: Words, start: int, end: int, surface: str) -> bool:
    """Whether a name ends in a trade and begins with a coined word or a name: 星沅新材, not 高端装备."""
    trades = endings("enterprise_suffixes", view.folder, "trade", "short")
    if not 3 <= len(surface) <= 8 or not (surface.endswith(trades) or surface[-2:] in words("industries", view.folder)):
        return False
    named = coined(surface) or surface in known(view.folder)[1]
    tokens = view.within(start, end)
    if not named and not (tokens and tokens[0].pos.startswith(("ns", "nz", "nt", "nr"))):
        return False  # no token where the name lies inside of one
    return could_be_company(view, start, end, surface)
