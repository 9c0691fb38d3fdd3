"""What a title or judgement says of the names that overlap it: it is sought, not carried out, and told whole.

Example: 食品安全示范县 of 启动食品安全示范县创建 is a title that is sought, and no programme 食品安全示范县创建; of
禁毒工作获评全省先进 the whole is the honour, not 全省先进. No example: “平安白鹭”创建, which is organised work.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import RULED_OUT, TYPES, Evidence
from kg.extract.title_rows import row_of_titles

_HONOR, _PROGRAM, _REGION = TYPES.index("Honor"), TYPES.index("Program"), TYPES.index("Region")
_SLOGAN, _ENTERPRISE = TYPES.index("Slogan"), TYPES.index("Enterprise")
_BODIES = tuple(TYPES.index(kind) for kind in ("Region", "Zone", "Organization", "Enterprise"))
_TOPICS = tuple(TYPES.index(kind) for kind in ("Program", "Slogan", "Industry"))
_SURE = 0.3  # log-odds above the threshold of what is decided here
_LEAST = -3.0  # log-odds below the threshold from which a title is lifted
_TITLES = ("honor:verb_title", "honor:title", "honor:beside")
_RANKS = ("honor:rank", "honor:ranks")
_WITH_MARKS = ("honor:received", "honor:given_quoted")
_SOUGHT = ("honor:sought", "honor:lexicon", "honor:title", "honor:verb_title")
_TITLE = re.compile(
    "^“?(?:国家|全国|省|自治区|市级|首批)|(?:示范|文明|卫生|园林|森林|模范|先进|平安|安全|合格|达标|均衡|强)(?:城市|县城|城|县|市|区|镇|乡镇|村)(?:（[市县区乡镇、]+）)?$"
)
_CREATED = re.compile("”?(?:创建|争创)(?:工作|活动|成果|任务|目标|行动)?")
# 石桥区教育强区|、松泉县科技强县创建: the first of a row
_ROW_CREATED = re.compile("(?:[、和及][^，。；：、和]{2,20}){1,4}创建")
_PRAISED = re.compile("(?:通报表扬|通报表彰|督查激励|督查激励表彰)$")
_GIVEN = re.compile(
    "(?:争创|获批|获评|入选|荣获|晋升为?|升格为|升级为|获授|获认|荣膺|创成|跻身|上榜|授予|评为|认定为|命名为)[“]?$"
)
# 支持白鹭经开区|创建|国家级经开区。: a title with its level behind a verb of striving, nothing counted behind it
_STRIVES = re.compile("(?:创建|争创|申报|申创|晋升为?|升格为|升级为|晋级为)“?$")
_OF_LEVEL = re.compile("(?:国家级|国家|全国|省级|自治区级)[^，。；：、“”]{3,16}")
_STOPS = re.compile("”?(?:[，。；、！\n]|目标|$)")
# 授予|石桥|中国陶瓷名城称号: to whom
_GIVEN_TO = re.compile("(?:授予|命名)$")
_NATIONAL = re.compile("“?(?:中国|全国|国家|省级|世界)")
_RATING = re.compile("(?:评级|信用等级|级别)[^，。；]*$|(?:获批|获评)$")
_OPENS = re.compile(r"[，。；：！？\n]")
# 三品一标：无公害农产品、绿色食品、有机农产品和|农产品地理标志: what goods may be, given to nobody
_KIND_OF_GOODS = re.compile(
    "(?:无公害|绿色食品|有机)[^，。；：]{0,8}[、和及与](?:国家)?(?:农产品)?地理标志(?:农?产品)?$"
)
# 国家级绿色工厂|实现零的突破
_FROM_NONE = re.compile("”?(?:(?:、|和)[^，。；、和]{2,16}){0,2}(?:均|已|也)*(?:实现|取得)(?:了)?零的?突破")
# 引进世界500强企业|明澈集团
_BEST_FIRM = re.compile("(?:500|[12]00|百)强$|(?:单项冠军|龙头|独角兽|瞪羚|小巨人”?)企业$")
_KIND = re.compile("”?(?:企业|公司)?(?:——|“)?")
# 启动|全国养老保险试点, which nobody was chosen for in this text: it is carried out
_CARRIES_OUT = re.compile("(?:推进|推动|开展|启动|实施|做好|抓好|深化)[“]?$")
_CHOSEN = "列为|列入|确定为|确立为|获批|入选|入围|获评|成为|跻身|争取|争创|申报|认定为|批准为|授予|选为|纳入"

Floats = npt.NDArray[np.float64]


def told_titles(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    for i in np.flatnonzero(evidence.type == _HONOR).tolist():
        _row(clean, evidence, margin, i, lift)
        _receiver(clean, evidence, margin, i, lift)
        best = evidence.best[i]
        if _carried_out(clean, evidence, margin, i, lift) or best is None:
            continue
        if _KIND_OF_GOODS.search(clean, max(0, int(evidence.start[i]) - 16), int(evidence.end[i])):
            lift[i] = RULED_OUT
            continue
        if _of_firm(clean, evidence, margin, i, lift):
            continue
        if best.rule in _SOUGHT and _sought(clean, evidence, margin, i, lift):
            continue
        if best.rule == "honor:work":
            _whole(clean, evidence, margin, i, lift)
        elif _told(clean, evidence, i) and margin[i] > _LEAST:
            most = _most_inside(clean, evidence, margin, i) if best.rule in (*_RANKS, *_WITH_MARKS) else 0.0
            lift[i] = max(0.0, most + _SURE - margin[i])
            if best.rule in _RANKS:
                _placed(evidence, margin, i, lift)
    return lift


def _row(clean: str, evidence: Evidence, margin: Floats, i: int, lift: Floats) -> None:
    """The titles of a row without marks are lifted, since each ends where the next begins."""
    start = int(evidence.start[i])
    parts = row_of_titles(clean[start : int(evidence.end[i])])
    for first, last in parts if len(parts) > 1 else ():
        near = _between(evidence, start + first, start + first)
        same = near[(evidence.end[near] == start + last) & (evidence.type[near] == _HONOR)]
        lift[same] = np.maximum(0.0, _SURE - margin[same])


def _receiver(clean: str, evidence: Evidence, margin: Floats, i: int, lift: Floats) -> None:
    """Of a title behind 授予 the place that stands before it is who receives it."""
    start, end = int(evidence.start[i]), int(evidence.end[i])
    if not _GIVEN_TO.search(clean, max(0, start - 2), start):
        return
    near = _between(evidence, start, start + 8)
    places = evidence.end[near[(evidence.type[near] == _REGION) & (evidence.start[near] == start)]].tolist()
    own = near[(evidence.type[near] == _HONOR) & np.isin(evidence.start[near], places)]
    own = own[(evidence.end[own] == end) | (evidence.end[own] == end - 2)]  # a title with 称号 is one without
    for j in own[-1:].tolist():
        if _NATIONAL.match(clean, int(evidence.start[j])):
            lift[i] += RULED_OUT
            lift[j] = max(0.0, _SURE - margin[j])


def _sought(clean: str, evidence: Evidence, margin: Floats, i: int, lift: Floats) -> bool:
    """Of a title behind which 创建 stands the programme that this would make is none."""
    start, end = int(evidence.start[i]), int(evidence.end[i])
    best = evidence.best[i]
    known = best is not None and best.rule == "honor:sought"
    created = _CREATED.match(clean, end)
    near = _between(evidence, start - 1, start + 1)
    if known and (created or _ROW_CREATED.match(clean, end)):
        alike = (evidence.type[near] == _SLOGAN) & (evidence.start[near] == start) & (evidence.end[near] == end)
        lift[near[alike]] = RULED_OUT  # 教育强区, which is an aim elsewhere
        lift[i] = max(0.0, _SURE - margin[i])
    if created is None or not _TITLE.search(clean[start:end]):
        return bool(lift[i] > 0)
    same = near[(evidence.type[near] == _PROGRAM) & (evidence.end[near] > end) & (evidence.end[near] <= created.end())]
    lift[same] = RULED_OUT
    if (margin[same] >= 0).any() or margin[i] > _LEAST:
        lift[i] = max(0.0, _SURE - margin[i])
    return True


def _carried_out(clean: str, evidence: Evidence, margin: Floats, i: int, lift: Floats) -> bool:
    """Of a pilot that is only carried out here, the programme of the same name is taken: 启动全国养老保险试点."""
    start, end = int(evidence.start[i]), int(evidence.end[i])
    if margin[i] < 0 or not clean.endswith("试点", start, end):
        return False
    near = _between(evidence, start, start)
    same = near[(evidence.end[near] == end) & (evidence.type[near] == _PROGRAM)]
    carried = _CARRIES_OUT.search(clean, max(0, start - 4), start) is not None
    if not len(same) or not carried or re.search(f"(?:{_CHOSEN})[^，。；]{{0,12}}{re.escape(clean[start:end])}", clean):
        return False
    lift[i] = RULED_OUT
    lift[same] = np.maximum(0.0, margin[i] - margin[same])
    return True


def _of_firm(clean: str, evidence: Evidence, margin: Floats, i: int, lift: Floats) -> bool:
    """A class of firms is a title of the firm whose name follows, and no formula: 引进世界500强企业|明澈集团."""
    start, end = int(evidence.start[i]), int(evidence.end[i])
    if not _BEST_FIRM.search(clean, start, end):
        return False
    kind = _KIND.match(clean, end)
    behind = kind.end() if kind else end
    near = _between(evidence, start, behind)
    firms = near[(evidence.type[near] == _ENTERPRISE) & (evidence.start[near] == behind) & (margin[near] >= 0)]
    if not len(firms):
        return False
    others = np.isin(evidence.type[near], (_SLOGAN, _HONOR)) & (evidence.end[near] <= behind) & (near != i)
    lift[near[others & (evidence.start[near] == start)]] = RULED_OUT
    lift[i] = max(0.0, _SURE - margin[i])
    return True


def _told(clean: str, evidence: Evidence, i: int) -> bool:
    """A rank in an assessment, what a government commends, what a rating says."""
    best, start, end = evidence.best[i], int(evidence.start[i]), int(evidence.end[i])
    if best is None:
        return False
    if best.rule in _RANKS:
        return True
    if _FROM_NONE.match(clean, end) or best.rule in _WITH_MARKS:
        return _FROM_NONE.match(clean, end) is not None or "“" in clean[start + 1 : end - 1]
    if best.rule == "honor:lexicon":
        return _GIVEN.search(clean, max(0, start - 6), start) is not None
    if best.rule == "honor:rated":
        return _RATING.search(clean, max(0, start - 14), start) is not None
    if best.rule == "honor:verb_title" and _STRIVES.search(clean, max(0, start - 4), start):
        return _OF_LEVEL.fullmatch(clean, start, end) is not None and _STOPS.match(clean, end) is not None
    return best.rule in _TITLES and _PRAISED.search(clean, start, end) is not None


def _placed(evidence: Evidence, margin: Floats, i: int, lift: Floats) -> None:
    """A judgement holds no place whose it is: 莲池区|县域科技创新能力全省第一."""
    start, end = int(evidence.start[i]), int(evidence.end[i])
    near = _between(evidence, start - 8, start - 1)
    places = near[(evidence.type[near] == _REGION) & (evidence.end[near] == start) & (margin[near] >= 0)]
    longer = near[(evidence.type[near] == _HONOR) & (evidence.end[near] == end)]
    lift[longer[np.isin(evidence.start[longer], evidence.start[places])]] = RULED_OUT


def _most_inside(clean: str, evidence: Evidence, margin: Floats, i: int) -> float:
    """The margin of the surest work that a judgement is about: 医院改革 of 医院改革效果排名全省第三."""
    start, end = int(evidence.start[i]), int(evidence.end[i])
    if "、" in clean[start:end]:
        return 0.0
    near = _between(evidence, start, end)
    inside = near[(evidence.end[near] <= end) & np.isin(evidence.type[near], _TOPICS)]
    return float(margin[inside].max(initial=0))


def _whole(clean: str, evidence: Evidence, margin: Floats, i: int, lift: Floats) -> None:
    """What was done and how well is one honour, where its end alone would be taken; who did it is no part of it."""
    start, end = int(evidence.start[i]), int(evidence.end[i])
    near = _between(evidence, start, end)
    begins = near[(evidence.start[near] == start) & (evidence.end[near] < end) & np.isin(evidence.type[near], _BODIES)]
    if (margin[begins] >= 0).any() or (start and not _OPENS.match(clean, start - 1)):
        return
    rest = near[(evidence.type[near] == _HONOR) & (evidence.end[near] == end) & (evidence.start[near] > start)]
    if not (margin[rest] >= 0).any() and margin[i] < _LEAST:
        return
    most = max(margin[rest].max(initial=0), _most_inside(clean, evidence, margin, i))
    lift[i] = max(0.0, most + _SURE - margin[i])
    lift[rest] = RULED_OUT
    works = near[(evidence.type[near] == _PROGRAM) & (evidence.end[near] < end)]  # 禁毒|工作
    lift[[j for j in works.tolist() if clean.endswith("工作", start, int(evidence.end[j]))]] = RULED_OUT


def _between(evidence: Evidence, first: int, last: int) -> npt.NDArray[np.intp]:
    """The candidates that begin from `first` to `last`."""
    return np.arange(np.searchsorted(evidence.start, first), np.searchsorted(evidence.start, last, "right"))
