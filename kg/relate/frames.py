"""What the words before a figure say: its measure, its sign, and the phrase that names the indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.types import Measure

# none is made of two others: 超 and 过 are 超过, and a row of it could be cut in ever more ways
_HEDGES = re.compile(
    r"(?:(?<!签)约|近|逾|(?<!通)过|≤|≥|<|>|超|高于|高达|多达|低至|突破|首破|跃上|跨上|跨越|跨过|越过|迈上|迈过|站上|登上|达|达成|为|是|至|到|在|了|有|占|仅|共|只|各|不低于|不少于|不高于|不超过|不足|不到|低于|控制在|稳定在|"
    r"保持|维持|力争|有望|预计|分别|(?<!人)(?<!收入村)均|都|已|将|可|累计|合计|共计|总计|完成|实现|以上|每月|每年|每人每月|每人每年|全部|全面|首次|先后|相继|逼近|接近|"
    r"大约|最高|最低|继续|稳步|持续|始终|一直|长期|连年|再|净|又)+$"
)
_RATE = re.compile(r"(?:降幅|跌幅|减幅|增幅|增速|(?<!自然)增长率|涨幅)$")
_EACH = re.compile(r"(?:人均|每人)?每[月年人]$|每人每[月年]$|月人均$|(?<=[到至为])(?:[月年]|人均)$")
_TO = re.compile(
    r"(?:提高|提升|增加|增长|上升|扩大|扩张|发展|削减|攀升|跃升|升|增|下降|降低|减少|压减|压缩|缩短|缩减|缩小|收窄|缩窄|放缓|回落|回升|下调|降|减|缩|调整|优化|调|上调|提|提速|放宽|拓展|延长|延伸|扩容|壮大|猛增|激增|增补|扩展)"
    r"(?:到|至|为)$"
)
_UP = re.compile(
    r"(?:(?<!自然)增长|增幅|增速|(?<!自然)增长率|递增|(?<!同)比增|提升|提高|上升|增加|涨幅|上涨|回升|攀升|扩大|净增|增产|增收|增支|增|高|加快|快)(?:了|率)?$"
)
_DOWN = re.compile(
    r"(?:负增长|递减|削减|下降|减少|降低|压减|压缩|缩短|回落|缩减|下调|精简|下滑|下跌|降幅|减幅|减产|减收|减排|(?<!同)比减|降|减|低|收窄|节约|降耗|改善)(?:了|率)?$"
)
_MODIFIER = re.compile(
    r"(?:同比|同口径|环比|[两二三四五]年(?=年?平?均)|(?<=.{2})(?<![前个])(?:连续)?[三四五]年(?:来|间|共)?|年均|平均|逆势|分别|实际|名义|可比口径|按可比口径|按可比价格|按可比价|可比|累计|年平均|在(?:去年|上年|20\d\d年|“?十[一二三四五六]?五”?)[末底]?的?基础上|(?:比|较|同)(?:上年|去年|上一年|前一年|同期|"
    r"年初|疫情前|[两三四五十]年前|“?十[一二三四五六]五”?[^，]{0,3}|20\d\d年(?:末|底)?)(?:同期|末|底|度)?(?:相比)?|预计|将|(?<![户人亩])均|都|各|整体|总体|有望|继续|可|大幅|稳步|再|实现)+$"
)
_YEARS = re.compile(r"^[两二三四五]年(?:来|间|内)?(?:共|累计)*$")
_STOCK = re.compile(r"(?:人数|人口|总数|个数|数量|天数|面积|产量|总产|单产|总量|用户|户数|寿命)$")
_OWN = re.compile(r"^(?:其中|[全我](?:市|县|区|镇|乡|州|旗|省|盟))+")
_DELTA = re.compile(r"(?:新增|增加|减少|削减|净增|增产|减产|增收|减收|增支|增|减|增长|下降|多|少)(?:了)?$")
_OF_EACH = re.compile("寿命|[单亩]产")  # 人均寿命提高1.2岁, 单产提高12公斤
_RAISED = re.compile(r"(?:提高|上调|提升|上涨|下调|降低)(?:了)?$")  # 养老金月人均提高113元
_WIDER = re.compile(r"(?:(扩大|上升|提高|增加)|缩小|下降|降低|收窄|减少)(?:了)?$")  # 城乡居民收入比比上年缩小0.05


@dataclass(frozen=True, slots=True)
class Frame:
    """`phrase` is what names the indicator (may be empty), `sign` 1 or -1, `start` where the phrase begins."""

    phrase: str
    measure: Measure
    sign: int
    start: int
    verb: str


def read_frame(words: str, start: int, kind: str) -> Frame:
    """Parse the words in front of a figure of unit kind `kind`; `start` is their position.

    地区生产总值同比增长 is growth of 地区生产总值, 能耗下降 negative growth, 贫困发生率下降到 a level of 贫困发生率.
    """
    rest = _EACH.sub("", words)
    if m := _TO.search(rest):
        return _reached(rest, m, start, kind)
    if m := _HEDGES.search(rest):
        if t := _TO.search(rest[: m.end()].rstrip("约近超过")):
            return _reached(rest, t, start, kind)
        rest = rest[: m.start()]
    if t := _TO.search(rest):
        return _reached(rest, t, start, kind)
    if kind in ("percent", "points", "times"):
        for pattern, sign in ((_DOWN, -1), (_UP, 1)):
            if m := pattern.search(rest):
                return Frame(_cut(rest, m), "growth", sign, start, m[0])
    elif kind == "bare" and (m := _WIDER.search(rest)):
        return Frame(_cut(rest, m), "growth", 1 if m[1] else -1, start, m[0])
    elif m := _DELTA.search(rest) or (_RAISED.search(rest) if kind == "money" or _OF_EACH.search(rest) else None):
        if kind == "money":  # 净增9.5亿元: growth in the unit of the figure itself
            if m[0].startswith(("增收", "减收")) and rest[: m.start()].endswith(("户均", "人均")):
                return Frame(rest[: m.start()] + "收入", "growth", -1 if m[0][0] == "减" else 1, start, m[0])
            sign = -1 if _DOWN.search(m[0]) else 1
            return Frame(_cut(rest, m), "growth", sign, start, m[0])
        named = _YEARS.sub("", _cut(rest, m)).strip("、")  # 企业213家，五年净增112家; 中欧班列开行86列、同比增加41列
        if m[0] == "新增":  # 绿化面积新增23公顷
            named = _OWN.sub("", named)
            return Frame("新增" + named if len(named) > 2 else rest, "level", 1, start, "")
        if not named:  # 常住人口32万人，比上年末增加0.4万人
            return Frame("", "growth", -1 if _DOWN.search(m[0]) else 1, start, m[0])
        named = _OWN.sub("", named)
        if _STOCK.search(named):  # 参保人数增加1.2万人
            return Frame(named, "growth", -1 if _DOWN.search(m[0]) else 1, start, m[0])
        net = "净增" if m[0].startswith("净增") else "新增"
        named = ("减少" if _DOWN.search(m[0]) else net) + named  # 企业增加49家: 新增企业
        return Frame(named, "level", 1, start, m[0])
    return Frame(rest, "level", 1, start, words[len(rest) :])


def _reached(words: str, m: re.Match[str], start: int, kind: str) -> Frame:
    """What a change led to: a level, or the growth itself where that is what changed (降幅收窄至4.2%)."""
    phrase = _cut(words, m)
    if kind == "percent" and (rate := _RATE.search(phrase)) is not None:
        return Frame(phrase[: rate.start()], "growth", -1 if rate[0][0] in "降跌减" else 1, start, m[0])
    return Frame(phrase, "level", 1, start, m[0])


def _cut(words: str, m: re.Match[str]) -> str:
    """The words before a verb, its adverbs left out."""
    rest = words[: m.start()]
    for _ in range(2):
        if a := _MODIFIER.search(rest):
            rest = rest[: a.start()]
        if h := _HEDGES.search(rest):
            rest = rest[: h.start()]
    return rest
