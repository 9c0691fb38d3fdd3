"""The verbs in front of a list of things that speak of it, and which of them decides.

Example: 推进 of 推进甲路、乙桥建设, 引进 of 引进甲集团投资建设丙项目.
No example: 甲公司投资建设的丙项目.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.relate.status_cues import brings, in_title
from kg.relate.verb_edges import crosses_words

_SERVICE = re.compile(r"区|业|中心|站|点|网|平台|设施|能力|半径|范围|对象|大厅|用房")  # 1处甲服务区、1处乙养护站
_ENDS_NAME = re.compile(
    r"(?:(?:工程|项目)(?=[、和与及]))?(?:[、和与及等]|以及)"
)  # 推动甲铁路电气化改造、乙大道…: the end of a name before in the list
_GIVEN_UP = re.compile("(?:不再|不得|停止|严禁|取消|叫停|暂停|不搞)(?:新|重复|擅自|违规)?$")  # 不再|新建甲厂
_RUNS = re.compile("(?:南北|东西|全[城市县区境]|两岸)[^，。；]{0,6}的")  # 贯通|南北的甲路: where it runs
_GOING = re.compile(r"(?:正在|在|加快|推进|抓紧|推动|续|新|重点)$")
BEGUN = re.compile(r"(签约|落户|引进|开工|动工|启动|奠基)")
HISTORY = re.compile(  # 2019年签约、去年开工的
    r"(?<!预计)(?<!计划)(?<!拟于)(?<!将于)(?:(?:(?:19|20)\d\d年|去年|前年)(?:底|初|\d{1,2}月份?|上半年|下半年)?(?:新|成功|正式)?"
    r"(?:签约|落户|引进|开工|动工|启动|奠基)(?:落户|建设|实施|落地)?、?){1,3}(?:(?:计划|概算)?(?:总?投资|占地)[^，。；：、]{2,14})?的[“《]?$"
)
LEAD = 120  # characters before a thing in which its history stands


def verbs_in_front(
    shape: re.Pattern[str], kinds: Mapping[str, frozenset[str]], clean: str, start: int, first: int
) -> list[re.Match[str]]:
    """The verbs in front of a list that speak of it: 推进, 新建; not 甲公司投资建设的."""
    front = [m for m in shape.finditer(clean, start, first) if not in_title(clean, start, m.start())]
    front = [m for m in front if not crosses_words(clean, m)]
    front = [m for m in front if not _GIVEN_UP.search(clean, start, m.start())]
    front = [m for m in front if not _ENDS_NAME.match(clean, m.end()) and not brings(clean, m)]
    front = [m for m in front if m[0] != "服务" or not _SERVICE.match(clean, m.end())]
    front = [m for m in front if m[0] != "争取" or clean[m.end()] != "到"]  # 争取到甲水库资金3亿元
    front = [m for m in front if m[0] != "规划" or not clean[m.end()].isdigit()]  # 规划11路, a road
    front = [m for m in front if m[0] != "贯通" or not _RUNS.match(clean, m.end())]
    while front and front[-1][0] in kinds["build"] and clean.startswith("的", front[-1].end()):
        if _GOING.search(clean, start, front[-1].start()):
            break
        front.pop()  # 甲公司投资建设的基地: says whose it is, not how far
    if len(front) > 1 and BEGUN.fullmatch(front[-1][0]) and HISTORY.search(clean, max(start, first - LEAD), first):
        front.pop()  # 推进去年开工的甲园建设: when it began, not what is done now
    return front


def deciding(kinds: Mapping[str, frozenset[str]], front: list[re.Match[str]]) -> re.Match[str]:
    """Of the verbs in front of a list the one that tells its stage: 引进 of 引进甲集团投资建设."""
    verb = front[-1]
    if verb[0] in kinds["build"]:
        brought_in = [v for v in front[:-1] if v[0] in kinds["bring"]]
        if brought_in:
            return brought_in[-1]
    if verb[0] in kinds["weak"] and len(front) > 1 and verb.start() - front[-2].end() <= 4:
        return front[-2]
    return verb
