"""Projects: what the text treats as being planned, signed, built, renovated or completed.

Example: 加快青山大道、白鹭水库等12个项目建设 gives 青山大道 and 白鹭水库. No example: 开工重点项目22个.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.frames import BEFORE, Item, building_items, dotted_items, explained_items, numbered_items
from kg.extract.names import Words, generic, key_of, words
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.types import Mention, Text

CONFIDENCE: dict[str, float] = {}

LEAD = re.compile(
    r"(?:(?:总投资|投资|计划投资|总规模|占地|面积|总建筑面积|全长|长)(?:约|超|近|达)?[\d.,]+(?:万|亿)?(?:元|美元|亩|平方米|公里|平方公里|千米)?(?:的|、)?|"
    r"\d+(?:\.\d+)?(?:余|多)?(?:万|亿)?(?:个|条|座|家|项|所|处|栋|套|公里|亩|平方米|米|户|台|盏|间|支|辆)(?:的|以上(?:的)?)?|"
    r"[一二两三四五六七八九十]+(?:个|条|座|家|项|所|处|栋|套|大)|"
    r"以|对|把|将|让|使|其中|包括|特别是|尤其是|以及|其他|全市|全县|全区|全省|我市|我县|我区|今年|去年|明年|年内|年底前|上半年|下半年|"
    r"是|共|已|又|也|还|为|在|等|的|了|并|和|及|与|按|新的|一批|重点|重大|统一的|全国首个|全省首个|首个|首条|首家|日处理\d+吨|"
    r"\d{4}年|“?[一二三四]是|第[一二三四五六]|[一二三四五六]要)+"
)
TRAIL = re.compile(
    r"(?:的?(?:项目建设|建设项目|工程建设|项目|建设|前期工作|前期|进度|相关工作|工作|等|规划设计|规划建设|主体工程|主体|施工|"
    r"约?[\d.,]+(?:余|多)?(?:万|亿)?(?:个|条|座|家|项|所|处|栋|套|公里|亩|平方米|米|户|台|盏|间|千瓦|万千瓦|吨|宗|元|%)(?:以上|左右)?|"
    r"[一二两三四五六七八九十]+(?:个|条|座|家|项|所|处|栋|套)))+$"
)
COUNTED = re.compile(r"\d|[一二两三四五六七八九十]+(?:个|条|座|家|项|所|处|栋|套)")
CODE = re.compile(r"[A-Z]{1,3}\d{1,4}|\d{2,3}国道|\d+千伏|\d+(?:KV|kV|兆瓦|万千瓦)|年产|[一二三四五]期|[二三四五六七八]桥|\d+号|LNG|5G|PPP|BPO")
SHARED = re.compile(r"^(?:乡镇|镇|县城|重点|重大|城市|一批|新建|大型|骨干|主干|国省干线|市政|城区|农村)+")
LEAST = 0.2
PROSE = re.compile(
    r"能力|水平|质量|效益|作用|力度|步伐|机制|制度|政策|意识|环境$|秩序|活动|行动|战略|精神|思想|会议|任务|目标|问题|关系|方式|模式|格局|优势|"
    r"增长|收入|经济$|消费$|就业|群众|干部|工作$|人员|人才$|队伍|资金|税|贷款|企业$|公司$|集团$|产业$|行业$|品牌$|标准$|计划$|方案$|规划$|体系$|办法|"
    r"试点|示范市|示范县|城市$|文明|创建|评价|责任|权益|保险|补贴|活力|动力|潜力|竞争|统计|普查|考核|指标|改革|开放$|合作$|交流|比例|规模$|总量|"
    r"产值|产量|面积$|占比|事业|社会$|生活$|安全$|管理$|监管$|执法|服务$|宣传|教育$|培训|监测|普及|覆盖|率$|化$|力$|性$|度$|者$|们$"
)
# Verbs and prepositions after which a name begins anew: 支持甲公司建设乙基地 names 乙基地.
HARD = frozenset(
    "推进 加快 打造 形成 依托 围绕 支持 申报 晋升 晋升为 入驻 融入 加强 加速 拟 拟在 随着 由 将 聚焦 做强 做大 培育 激发 稳住 增加 新增 率队 考察 来到 "
    "同步 举行 位于 建成 创建 争创 谋划 包装 引进 引入 落户 坚持 促进 鼓励 引导 利于 有利于 实现 完善 提升 提高 推动 开展 组织 确保 保障 力争 成为 "
    "分 共分 走 把 构建 增强 获得 列入 纳入 对接 发挥 利用 通过 开拓 拓展 发展 建 建好 国家核准 核准 争取".split()
)
ZONES = ("产业园", "产业园区", "工业园", "工业园区", "科技园", "物流园", "片区", "新区", "新城", "开发区", "高新区", "经开区", "示范区", "小镇", "科技城", "创业园", "软件园", "循环经济园", "集聚区", "集中区", "试验区", "景区", "旅游区", "园区")
DEEDS = ("签约", "开工", "竣工", "投产", "启动", "集中", "开工建设", "招商引资", "重大", "重点", "六大", "十大", "五大", "三大", "示范", "产业")
NAMED = ("ns", "nr", "nz", "nt", "eng")


@functools.cache
def _heads(folder: Path) -> dict[str, str]:
    return {row["name"]: row["kind"] for row in load_lexicon(folder).rows("project_heads")}


def _head(folder: Path, name: str) -> str:
    """The kind of the longest head word that a name ends with, or ''."""
    table = _heads(folder)
    for size in range(min(8, len(name)), 0, -1):
        if kind := table.get(name[-size:]):
            return kind
    return ""


def find_projects(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of projects in a text; overlapping proposals of several frames are left to arbitration."""
    clean = text.clean
    view = Words(text, lexicon)
    seen: set[tuple[int, int]] = set()
    for item in (*numbered_items(clean), *dotted_items(clean), *explained_items(clean), *building_items(clean), *_headed(view)):
        found = _name(view, lexicon, item)
        if found and (found.start, found.end) not in seen:
            seen.add((found.start, found.end))
            yield found


@functools.cache
def _company_endings(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(words("enterprise_suffixes", folder, "trade") | words("enterprise_suffixes", folder, "short")))


def _headed(view: Words) -> Iterator[Item]:
    """Phrases that end in 项目: 签约投资30亿元的星河电子材料项目."""
    for found in re.finditer("项目", view.clean):
        if found.end() < len(view.clean) and view.clean[found.end()] in "化经库组名管部法审公单":
            continue
        start = view.begin(found.start(), 32, codes=True)
        if found.start() - start >= 3:
            yield Item(start, found.end(), "headed")


def _name(view: Words, lexicon: Lexicon, item: Item) -> Mention | None:
    clean = view.clean
    start, end = item.start, item.end
    counted = False
    # 总投资30亿元的甲项目: the name follows the last 的
    if item.frame != "numbered":
        for _ in range(4):
            before = (start, end)
            if found := BEFORE.match(clean, start, end):
                if end - found.end() >= 3:
                    start = found.end()
            if found := LEAD.match(clean, start, end):
                start = found.end()
                counted = counted or bool(COUNTED.search(found[0]))
            possessive = clean.rfind("的", start, end - 2)
            if possessive >= 0 and clean.rfind("（", start, possessive) < 0 and clean.rfind("“", start, possessive) < 0:
                start = possessive + 1
            if found := TRAIL.search(clean, start, end):
                if found.start() - start >= 2:
                    end = found.start()
                    counted = counted or bool(COUNTED.search(found[0]))
            if (start, end) == before:
                break
    else:
        while end > start and clean[end - 1] in "。；，、 ":
            end -= 1
        if clean[start:end].endswith("项目") and end - start > 5:
            end -= 2
    if item.frame != "numbered":
        for token in view.within(start, end):
            if token.word in HARD and token.end < end - 2:
                start = token.end
    if not 2 <= end - start <= 40:
        return None
    name = clean[start:end]
    if name.count("“") != name.count("”"):
        return None
    if name.count("（") != name.count("）"):
        return None
    if completed := _completed(view, item, start, end, name, lexicon.folder):
        return Mention(start, end, "Project", key_of(completed), "project:shared_head", CONFIDENCE.get("project:shared_head", 0.5))
    rule = _rule(view, lexicon, item, start, end, name, counted)
    if rule is None or CONFIDENCE.get(rule, 0.5) < LEAST:
        return None
    return Mention(start, end, "Project", key_of(name), rule, CONFIDENCE.get(rule, 0.5))


def _completed(view: Words, item: Item, start: int, end: int, name: str, folder: Path) -> str | None:
    """The full name of a part whose head noun the list shares: 青山、白鹭等3个乡镇污水处理厂 → 青山污水处理厂."""
    shared = SHARED.sub("", item.head)
    if len(shared) < 2 or not 2 <= len(name) <= 8 or not _head(folder, shared) or shared in ("项目", "工程", "重点工程", "重大项目"):
        return None
    if _head(folder, shared) not in ("route", "water", "energy", "building") or _head(folder, name):
        return None
    tokens = view.within(start, end)
    if any(t.word in view.stop or t.pos in ("p", "c", "d", "r") for t in tokens):
        return None
    return name + shared


def _rule(view: Words, lexicon: Lexicon, item: Item, start: int, end: int, name: str, counted: bool) -> str | None:
    if item.frame == "numbered":
        return "project:numbered"
    folder = lexicon.folder
    if name in generic(folder, "Project") or name in generic(folder, "Zone") or name in generic(folder, "Enterprise"):
        return None
    if any(mark in name for mark in "①②③④⑤⑥⑦⑧⑨"):
        return None
    head = _head(folder, name)
    zone = name.endswith(ZONES) and not name.endswith(("期", "项目"))
    if zone and item.frame not in ("headed", "explained") and not item.listed:
        return None
    if item.frame == "explained":
        return "project:explained" if head in ("route", "water", "energy", "building", "industry") else None
    if not head and PROSE.search(name):
        return None
    tokens = view.within(start, end)
    named = any(t.pos.startswith(NAMED) for t in tokens) or "“" in name
    coded = CODE.search(name) is not None
    verbs = sum(t.pos == "v" for t in tokens)
    sure = "named" if named else "coded" if coded else "plain"
    kind = "head" if head else "open"
    if head in ("work", "system"):
        kind = head
    if sure == "plain" and counted and kind != "system" and not item.listed:
        return None
    if item.listed and kind == "open" and name.endswith(_company_endings(folder)):
        return "project:listed_company"
    if item.listed:
        return f"project:listed_{kind}_{sure}"
    if kind == "open" and not item.frame == "headed":
        return None
    if sure == "plain" and verbs > 1:
        return None
    many = "list" if item.size > 1 else "one"
    if item.frame == "headed":
        if name.endswith(DEEDS) or re.search("“|第.期|批", name) or name.endswith(("县", "市", "区", "省")):
            return None
        return f"project:headed_{sure}"
    return f"project:{item.frame}_{many}_{kind}_{sure}"
