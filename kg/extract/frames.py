"""Building frames: what a clause says is planned, begun, under way or finished, as list items in clean positions.

A frame is a verb of building before its objects (加快甲路、乙桥等项目建设), a verb after its subjects (甲路、乙桥建成通车), a numbered
list (①甲路②乙桥) or a phrase that ends in 项目. Frames give raw items; which of them are named projects is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kg.extract.names import CLAUSE, split_list

# Adverbs and light verbs that may stand around a verb of building.
_ADVERB = (
    "积极|大力|全面|全力|全速|统筹|稳步|扎实|持续|继续|加速|加快|深入|有序|重点|着力|抓紧|抓好|抓实|切实|尽快|尽早|努力|力争|力促|确保|"
    "争取|及时|适时|同步|协同|顺利|陆续|相继|先后|基本|全部|已经|已|正在|正|成功|高标准|高质量|高起点|高效|快速|提速|按期|如期|按时|"
    "实质性|正式|率先|强力|强势|精心|主动|推动|推进|促进|督促|加大|我们|我市|我县|我区|全市|全县|全区|一批|共|分别|新"
)
_BEFORE = (
    "加快推进|加快建设|加快实施|推进|推动|加快|促进|完成|建成|建好|建设|启动建设|启动实施|启动|开工建设|开工|实施|新建|新改扩建|新改建|新扩建|"
    "改扩建|新开工|续建|改建|扩建|改造|动工建设|动工|筹建|谋划建设|谋划|策划|包装|规划建设|规划|提速|提质改造|抓好|抓紧|抓实|"
    "做好|搞好|力促|力争|确保|争取|督促|打造|打通|拉通|贯通|投资建设|投资兴建|兴建|修建|修缮|整治|治理|综合整治|引进|引入|签约|"
    "签订|推出|建立|搭建|组建|重启|重点推进|跟进|论证|开展|服务|落实|布局|实现|支持|协调推进|开通|投用|启用|开建|开发|落户|培育"
)
_AFTER = (
    "建成投产|建成投用|建成通车|建成运营|建成使用|建成开放|建成启用|建成并投入使用|建成|竣工投产|竣工投用|竣工验收|竣工试产|竣工|全面竣工|完工|"
    "全面完工|基本完工|主体完工|投产达效|投产达产|投产|试生产|投入使用|投入运营|投入运行|交付使用|投用|启用|投运|建成投运|试运行|"
    "试运营|运营|运行|开业|开放|开园|通车|全线通车|全线贯通|贯通|通航|开通|开工建设|开工|动工建设|动工|开建|奠基|破土动工|启动建设|启动实施|"
    "启动|启动运营|正式启动|进场施工|正式进场施工|完成主体工程|主体工程完工|主体封顶|封顶|完成|基本完成|全面完成|基本建成|"
    "加快建设|加快推进|加快实施|加速推进|加快|抓紧建设|有序推进|稳步推进|扎实推进|全力推进|全面推进|顺利推进|有效推进|快速推进|强力推进|持续推进|"
    "积极推进|推进顺利|进展顺利|进展迅速|稳步实施|顺利实施|有序实施|实施|建设|建设中|签约|正式签约|成功签约|签约落户|落户|落地|落地建设|落地开工|"
    "获批|获批建设|获国家批复|获核准|通过评审|通过验收|完成验收|完成投资|前期工作|取得[^，。；]{0,8}|实现[^，。；]{0,10}|达到[^，。；]{0,8}|完成[^，。；]{0,12}|"
    "入驻|揭牌|挂牌|正式运营|正式投产|部分运营|部分投产|穹顶[^，。；]{0,6}|主体(?:工程)?(?:完工|封顶|竣工|施工|结构|建设|建成)[^，。；]{0,4}|进入[^，。；]{0,8}|陆续[^，。；]{0,6}|即将[^，。；]{0,6}|"
    "列入[^，。；]{0,12}|纳入[^，。；]{0,12}|早日[^，。；]{0,6}|尽快[^，。；]{0,6}|如期[^，。；]{0,6}|提质|全面铺开|扎实开展|有序开展|稳步开展|深入实施"
)
BEFORE = re.compile(rf"(?:(?:{_ADVERB})*(?:{_BEFORE}))+(?:好|了|并)?")
AFTER = re.compile(
    rf"(?:(?:{_ADVERB})*(?:{_AFTER}))+(?:了|并)?(?:工作|阶段|进度|步伐|力度)?$"
)
COUNT = r"(?:近|约)?(?:\d+|[一二两三四五六七八九十百]+|一批|一系列|多|系列)(?:余|多)?(?:个|条|座|家|项|批|处|所|大|类|栋|片)?"
KIND = r"[^，。；、等]{0,12}?"
TAIL = re.compile(
    rf"(?P<tail>等(?:{COUNT})?(?P<kind>{KIND})(?:项目|工程)?(?P<rest>的?(?:建设|前期工作|项目建设|工程建设|前期|规划建设|进度|建设进度|规划设计|实施)*))$"
)
NOMINAL = re.compile(r"(?:的?(?:项目|工程)?(?:建设|规划建设|前期工作|前期|建设工作|建设进度|进度|实施|规划设计|项目建设|工程建设|相关工作))$")
PROJECT = re.compile(r"(?:项目|工程)(?=$|[，。；、：（(的和及与建前开竣投加已正在将选占一由总首等全被进])")
MARK = re.compile("[①-⑳]")


@dataclass(frozen=True, slots=True)
class Item:
    """A candidate: its span, the frame that gave it, and what the list says of it.

    `listed` tells that the list ends in 等…项目, `head` is the shared head noun of an elided part (甲、乙等公园 → 公园),
    `size` the number of parts.
    """

    start: int
    end: int
    frame: str
    listed: bool = False
    head: str = ""
    size: int = 1


def building_items(clean: str) -> Iterator[Item]:
    """The items of all building frames of a text, clause by clause."""
    for clause in CLAUSE.finditer(clean):
        yield from _clause_items(clean, clause.start(), clause.end())


def _clause_items(clean: str, start: int, end: int) -> Iterator[Item]:
    if end - start < 4:
        return
    after = AFTER.search(clean, start, end)
    before = BEFORE.search(clean, start, end)
    if before and before.start() - start <= 10 and not (after and before.start() >= after.start()):
        # 推动甲、乙开工: the object ends where the result begins
        stop = after.start() if after and after.start() > before.end() + 2 else end
        yield from _list_items(clean, before.end(), stop, "before")
        if before.start() - start >= 3:
            yield from _list_items(clean, start, before.start(), "subject")
    elif after and after.start() - start >= 3:
        yield from _list_items(clean, start, after.start(), "after")
    elif before and before.start() - start > 10:
        yield from _list_items(clean, before.end(), end, "before")
        yield from _list_items(clean, start, before.start(), "subject")
    elif TAIL.search(clean, start, end) and clean.find("、", start, end) > 0:
        yield from _list_items(clean, start, end, "list")


def _list_items(clean: str, start: int, end: int, frame: str) -> Iterator[Item]:
    if end - start < 3:
        return
    head = ""
    listed = False
    tail = TAIL.search(clean, start, end)
    if tail:
        listed = "项目" in tail["tail"] or "工程" in tail["tail"]
        head = tail["kind"] or ""
        end = tail.start()
    elif nominal := NOMINAL.search(clean, start, end):
        listed = "项目" in nominal[0]
        end = nominal.start()
    pieces = split_list(clean, start, end, "、和与")
    for piece in pieces:
        yield Item(piece.start, piece.end, frame, listed, head, len(pieces))


GLOSS = re.compile(r"[路桥港湖园塘廊江厂校院馆线横纵街场站]即([^。；\n]+)")
ITEM_NUMBER = re.compile(r"(?<![\d.．A-Za-z])(\d{1,2})[.．、](?!\d)")
LEADING = re.compile(r"项目|工程|实事")
STOP = re.compile(r"[。；\n，]")


def explained_items(clean: str) -> Iterator[Item]:
    """The parts of a formula that a note explains: 三桥即甲桥、乙桥、丙桥."""
    for found in GLOSS.finditer(clean):
        begin, end = found.span(1)
        comma = clean.find("，", begin, end)
        pieces = split_list(clean, begin, comma if comma > 0 else end, "、和")
        for piece in pieces:
            yield Item(piece.start, piece.end, "explained", size=len(pieces))


def dotted_items(clean: str) -> Iterator[Item]:
    """The items of a list 1.…；2.…；3.… that a phrase about projects introduces."""
    wanted = 1
    governed = False
    for found in ITEM_NUMBER.finditer(clean):
        number = int(found[1])
        if number == 1:
            governed = LEADING.search(clean, max(0, found.start() - 40), found.start()) is not None
            wanted = 1
        if not governed or number != wanted:
            continue
        wanted += 1
        stop = STOP.search(clean, found.end())
        end = stop.start() if stop else len(clean)
        if 4 <= end - found.end() <= 40:
            yield Item(found.end(), end, "numbered", True)


def numbered_items(clean: str) -> Iterator[Item]:
    """The items of ①②③ lists that a phrase about projects introduces."""
    marks = list(MARK.finditer(clean))
    governed = False
    for mark, following in zip_longest(marks, marks[1:]):
        if mark[0] == "①":
            lead = clean[max(0, mark.start() - 60) : mark.start()]
            governed = LEADING.search(lead) is not None
        if not governed:
            continue
        stop = following.start() if following and following[0] != "①" else len(clean)
        found = STOP.search(clean, mark.end(), stop)
        stop = found.start() if found else stop
        if 3 <= stop - mark.end() <= 45:
            yield Item(mark.end(), stop, "numbered", True)
