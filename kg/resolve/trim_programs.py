"""Programmes without the words of the row in which they stand, and whole where half of one was taken."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.numerals import count as count_of
from kg.resolve.heads import JOIN, whole
from kg.resolve.names import canonical
from kg.resolve.plan_names import plan_end
from kg.resolve.trim_firms import cut
from kg.types import Mention

_REFORMED = re.compile("[、和与][^，。；：\n]{1,40}?改革")  # 医药卫生体制、户籍制度等改革
_ROW = r"(?:[二两三四五六七八九十]|\d+)(?:个年|个|大|项)[一-龥]{2,4}"  # what a row is called: 三个年活动, 两大行动
# “作风提升年”|“服务企业年”三个年活动: the last of a row of quotations, and what the row is called
_LAST_QUOTED = re.compile(rf"“(?P<last>[^“”]{{2,20}})”{_ROW}")
_SO_MANY = re.compile(
    "(?P<last>[^“”]{3,}?)“?(?P<number>[二三四五六七八九])(?:大|项)(?P<head>[一-龥]{0,2}(?:工程|行动|计划|改革|攻坚战|战役))”?"
)
_ROW_QUOTED = re.compile(rf"“(?P<first>[^“”]{{2,20}})”(?:、?“[^“”]{{2,20}}”)+{_ROW}")
_OF_VILLAGES = re.compile(r"(?:\d+(?:余|多)?个)?(?:行政村|自然村|村|乡镇|社区)(?=.{6})")

# 办税服务规范化|、便捷化: what goes on with the same end
_ALSO = re.compile("(?:、[一-龥]{1,4}化){1,3}")
# “白鹭英才计划”|三年落实岗位: how long it took
_YEARS_BEHIND = re.compile("(?<=”)[一二三四五两\\d]年$")
_OF_YEARS = re.compile("行动|计划|攻坚|活动|工程|规划")
# 对|散煤污染实施集中整治: what is done to something, told with a verb
_DONE_TO = re.compile("(?P<what>[^，。；、“”]{2,12}?)(?:实施|实行|开展|进行)(?P<deed>[^，。；、“”]{4,10})")
# 落实市委市政府|“强城行动”: whose it is
_OF_THE_LEADERS = re.compile("(?:中央|党中央、?国务院|(?:[省市区县]委、?[省市区县]政府)+|[省市区县]委)(?=“)")
# 以|控制成本为核心优化营商环境改革
_WITH_CORE = re.compile("[^，。；、“”]{2,10}?为(?:核心|重点|抓手|引领|重要载体|载体|牵引|主线|导向|基础|支撑)(?=.{4})")
_REFORMS = re.compile("改革(?P<what>[一-龥]{2,12}(?:制度|体制|机制))")  # 改革审批制度 is 审批制度改革


def programme_trimmed(clean: str, m: Mention) -> Mention:
    """A programme that is the last of a row, the first of one in quote marks, or half of a name.

    Example: 办税服务规范化|、便捷化 is one, 对|散煤污染实施集中整治 is 散煤污染集中整治, 改革审批制度 is
    审批制度改革, 果园改造等|“四大工程” is 果园改造. No example: 燃气、消防等领域专项整治, which is a name.
    """
    if leaders := _OF_THE_LEADERS.match(clean, m.start, m.end):
        m = cut(clean, m, leaders.end(), m.end)
    if clean[m.start - 1 : m.start] == "以" and _WITH_CORE.match(clean, m.start, m.end):
        m = cut(clean, m, m.start - 1, m.end)
    if clean[m.end - 1] == "化" and (also := _ALSO.match(clean, m.end)):
        m = cut(clean, m, m.start, also.end())
    if (years := _YEARS_BEHIND.search(clean, m.start, m.end)) and not _OF_YEARS.match(clean, m.end):
        return cut(clean, m, m.start, years.start())
    done = _DONE_TO.fullmatch(clean, m.start, m.end) if clean[m.start - 1 : m.start] == "对" else None
    if done:
        return replace(m, key=done["what"] + done["deed"])
    if reform := _REFORMS.fullmatch(clean, m.start, m.end):
        return replace(m, key=reform["what"] + "改革")
    before = clean[m.start - 1 : m.start]
    if before in ("、", "和", "”"):
        m = _last_of_row(clean, m)
    if clean.endswith("体制", m.start, m.end) and _REFORMED.match(clean, m.end):
        return replace(m, key=canonical(clean[m.start : m.end] + "改革"))
    if (clean[m.start].isdigit() or before == "个") and (villages := _OF_VILLAGES.match(clean, m.start, m.end)):
        m = cut(clean, m, villages.end(), m.end)
    m = cut(clean, m, m.start, end) if (end := plan_end(clean, m.start, m.end)) > m.end else m
    row = _ROW_QUOTED.fullmatch(clean, m.start, m.end)
    return replace(m, end=row.end("first") + 1, key=canonical(row["first"])) if row else m


def _last_of_row(clean: str, m: Mention) -> Mention:
    """造林绿化、湿地保护、|水土保持三大工程 is 水土保持工程 where as many parts stand as the number says."""
    if clean[m.start - 1] == "”" and (quoted := _LAST_QUOTED.fullmatch(clean, m.start, m.end)):
        return replace(m, end=quoted.end("last") + 1, key=canonical(quoted["last"]))
    numbered = _SO_MANY.fullmatch(clean, m.start, m.end)
    if numbered is None:
        return m
    clause = re.split("[，。；：！？\n]", clean[max(0, m.start - 80) : m.start])[-1]
    joins = len(JOIN.findall(clause))
    if joins != count_of(numbered["number"]) - 1:
        return m
    if whole(numbered["last"]):  # 青山路、白鹭桥、|沿江公路“三大工程”
        return cut(clean, m, m.start, numbered.end("last"))
    end = numbered.end("last") if "“" in numbered[0] else m.end  # “三大工程” in quote marks is a name of its own
    return replace(m, end=end, key=canonical(numbered["last"] + numbered["head"]))
