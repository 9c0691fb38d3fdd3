"""Places that are only a part of another name: 湖南 in 湖南大学, of a company, of a road from here to there."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.extract.region_candidates import Candidate, TokenIndex
from kg.extract.toponyms import Toponyms
from kg.types import Token

REFUSED = 0.25  # below the threshold of arbitration: kept as a row of `rejected`

_ROAD = re.compile(
    r"(?:[东西南北中]|环)?(?:路|街)|巷|大道|大街|胡同|[山河江湖海岭峡岛溪港]|大桥|[一二三四五六七八九]桥|水库|高速|航道"
)
_OTHER_PLACE = re.compile(r"镇|乡|村|社区|街道|[县区市州]|小镇|新村")
_GOES_ON = tuple("块域划位间段")  # a word goes on: 区块, 区域
NATURE = re.compile(r"[江河湖山海岭关溪泉]$")
_WATER = re.compile(r"(?:流域|江段|干流|支流|水质|水系|两岸|沿岸|沿线|流经|段水|航道|河道|大桥|风光带|治理|保护|堤)")
_COMPANY = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9（）()·]{0,18}?(?:有限公司|股份公司|集团|公司|银行|农商行|股份|药业|重工|酒业|支行|分行)"
)
_SCHOOL = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:大学|学院|理工|师范|日报|晚报|卫视|医院|研究院|设计院|频道)")
_LINE = (
    r"(?:高速|铁路|公路|城际|高铁|客专|航线|班列|快速路|快线|国道|省道|航道|管道|轻轨|专线|旅游路|干线"
    r"|道路|通道|线(?![上下]))"
)
_TO = r"(?:至(?![今少此于])|到(?![位会访场达来今])|[—～~-]{1,2})"
_ROUTE_HEAD = re.compile(rf"{_TO}[^，。；！？\n]{{1,60}}?{_LINE}")
_ROUTE_TAIL = re.compile(rf"[\u4e00-\u9fff]{{2,5}}{_TO}$")
_ROUTE_REST = re.compile(rf"[^，。；！？\n]{{0,60}}?{_LINE}")
_ROUTE = 70  # characters behind a place in which a line may be named of which it is the end
_ONE_ROUTE = 24  # the same where lines are not listed


class Around:
    """What stands around the places of a text.

    Args:
        clean: the text.
        tokens: its words.
        toponyms: the divisions as the text sees them.
        no_place: words that, behind a short name, show that no place is meant (北京|时间), and words that short names
            mostly are.
        towns: the short names of the towns at home.
    """

    def __init__(
        self,
        clean: str,
        tokens: TokenIndex,
        toponyms: Toponyms,
        no_place: tuple[Collection[str], Collection[str]],
        towns: Collection[str],
    ) -> None:
        self.clean = clean
        self.tokens = tokens
        self.toponyms = toponyms
        self.after, self.ordinary = no_place
        self.towns = towns

    def free(self, c: Candidate) -> bool:
        """Whether nothing is named after the place right behind it (南洲新区, 建宁港, 江桥中学)."""
        token = self.tokens.next(c.end)
        return token is None or not token.pos.startswith(("n", "j", "b")) or token.word in ("镇", "乡", "街道")

    def veto(self, c: Candidate) -> None:
        """Lower the confidence of what is part of another name."""
        rest = self.clean[c.end : c.end + 24]
        token = self.tokens.next(c.end)
        word = token.word if token else ""
        short = c.kind != "full"
        river = short and NATURE.search(c.name) and not c.key.endswith("00") and _WATER.match(rest)
        longer = _ROAD.fullmatch(word) or _OTHER_PLACE.fullmatch(word) or word in self.after
        block = not short and c.name[-1] == "区" and rest[:1] in _GOES_ON  # 南岸区|块征迁
        if river or block or (short and longer):
            c.rule, c.confidence = "region:nested", REFUSED
        elif self._one_name(c.end, _COMPANY.match(rest)) or self._brand(c, token):
            c.rule, c.confidence = "region:company", REFUSED
        elif self.on_route(c):
            c.rule, c.confidence = "region:route", REFUSED
        elif short and not self.toponyms.at_home(c.key) and self._one_name(c.end, _SCHOOL.match(rest)):
            c.rule, c.confidence = "region:nested", REFUSED

    def on_route(self, c: Candidate) -> bool:
        """Whether a place is one of the ends of a line: 青山 and 白鹭 of 青山至白鹭、石桥至云岭高速公路."""
        rest = self.clean[c.end : c.end + _ROUTE]
        line = _ROUTE_HEAD.match(rest)
        if line is None and _ROUTE_TAIL.search(self.clean[max(0, c.start - 8) : c.start]):
            line = _ROUTE_REST.match(rest)
        if line is None:
            return False
        further = line[0].split("、")[1:]
        return line.end() <= _ONE_ROUTE or (bool(further) and all(re.search(_TO, one) for one in further))

    def _brand(self, c: Candidate, token: Token | None) -> bool:
        """Whether a province or city stands before a brand, as companies are called for short: 北京首农, 深圳沃伦特."""
        if c.kind != "short" or not c.key.endswith("00") or token is None:
            return False
        if token.pos not in ("nr", "nz", "nrt", "nrfg") or len(token.word) < 2:
            return False
        if self.toponyms.gazetteer.find(token.word) or token.word in self.ordinary:
            return False
        return not any(name.startswith(token.word) for name in self.towns) and self.toponyms.home != c.key

    def _one_name(self, start: int, match: re.Match[str] | None) -> bool:
        """Whether the words from here to the end of a company's or school's name are all parts of a name."""
        if match is None:
            return False
        words = self.tokens.within(start, start + match.end())
        return not any(t.pos[0] in "vpcurdfm" and t.pos not in ("vn", "vi") for t in words)
