"""Projects: what the text treats as being planned, signed, built, renovated or completed.

Example: 加快青山大道、白鹭水库等12个项目建设 gives 青山大道 and 白鹭水库. No example: 开工重点项目22个.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.extract.frames import last_head, named_things
from kg.extract.invested import invested
from kg.extract.items import Item, Named, head_at_start, head_kind, kind_at_start, restart
from kg.extract.names import Words, coined, endings, generic, is_place, key_of
from kg.extract.project_shapes import coded, joined, things
from kg.extract.quoted_works import quoted_works
from kg.ontology.lexicon import Lexicon
from kg.types import Mention, Text, Token

# Precision of each rule on the labelled documents that the rules may know. The parts of a rule's name: the frame; the
# kind of head word (head: a thing that is built; work: what is done to it; system; open: none); what makes the name
# that of a single thing (named: a proper name inside; coined: a word that no dictionary has; coded: S330; plain).
CONFIDENCE = {
    "project:after_head_coined": 0.9,
    "project:after_head_named": 0.78,
    "project:after_head_plain": 0.7,
    "project:after_system_named": 0.7,
    "project:after_system_plain": 0.3,
    "project:after_work_coined": 0.7,
    "project:after_work_named": 0.72,
    "project:after_work_plain": 0.45,
    "project:before_head_coded": 0.45,
    "project:before_head_coined": 0.74,
    "project:before_head_named": 0.83,
    "project:before_head_plain": 0.58,
    "project:before_system_coined": 0.5,
    "project:before_system_named": 0.8,
    "project:before_system_plain": 0.45,
    "project:before_work_coined": 0.55,
    "project:before_work_named": 0.5,
    "project:before_work_plain": 0.15,
    "project:invested": 0.86,
    "project:joined": 0.3,
    "project:coded": 0.45,
    "project:thing": 0.33,
    "project:thing_far": 0.16,
    "project:phase_of": 0.6,
    "project:work_of": 0.45,
    "project:list_of": 0.5,
    "project:explained": 0.95,
    "project:headed_coined": 0.85,
    "project:headed_named": 0.8,
    "project:headed_plain_head": 0.2,
    "project:listed_company": 0.25,
    "project:listed_head_coded": 0.86,
    "project:listed_head_coined": 0.95,
    "project:listed_head_named": 0.9,
    "project:listed_head_plain": 0.88,
    "project:listed_open_coded": 0.6,
    "project:listed_open_coined": 0.75,
    "project:listed_open_named": 0.58,
    "project:listed_open_plain": 0.5,
    "project:listed_system_coined": 0.7,
    "project:listed_system_named": 0.7,
    "project:listed_system_plain": 0.5,
    "project:listed_work_coined": 0.9,
    "project:listed_work_named": 0.9,
    "project:listed_work_plain": 0.68,
    "project:numbered": 0.8,
    "project:phase": 0.6,
    "project:quoted_built": 0.6,
    "project:several_head_plain": 0.27,
    "project:shared_head": 0.67,
    "project:subject_head_named": 0.65,
}
CODE = re.compile(
    r"[A-Z]{1,3}\d{1,4}|\d{2,3}国道|\d+千伏|\d+(?:KV|kV|兆瓦|万千瓦)|年产|[一二三四五]期|[二三四五六七八]桥|\d+号|LNG|5G|PPP|BPO"
)
SHARED = re.compile(r"^(?:乡镇|镇|县城|重点|重大|城市|一批|新建|大型|骨干|主干|国省干线|市政|城区|农村)+")
SLOGAN = re.compile(
    r"之[城路乡地都]$|^(?:数字|平安|法治|健康|美丽|幸福|壮美|品质|宜居|诗画|活力|魅力|和谐|生态)[一-鿿]{2,4}$|弯路$|^.{0,4}产业化$|(?:融|绕|进|强|兴|靓)城$|^“[^”]+”工程$|“[^”]{1,8}”工程$|^“[^”]{2,8}工程”[一二三四五]期(?:工程)?$|(?:培育|创建|惠民|提升|关爱|强基|改善|示范|推广|普及|素质|人才|民生|"
    r"放心|暖心|富民|扶贫|素养|信用|法治|平安|覆盖|引领|倍增|登高|培优|满意|帮扶|振兴|希望|阳光|健康|光明|计划|保障|细胞|基础)工程$|路线$|底线$|红线$|主线$|"
    r"一线$|在线$|上线$|热线$|防线$|阵线$|战线$|曲线$|门槛|思路$|出路$|网络$|道路$|公里|专项治理$|依法治理$|源头治理$|系统治理$|社会治理$|环境整治$"
)
MARKED = re.compile("[①-⑳]")
DEED = re.compile(
    r"^[^“]{0,6}“[^”]{1,8}”$|第.期|批|(?:签约|开工|竣工|投产|启动|集中|招商引资|重大|重点|[六十五三]大|示范|[县市区省])$"
)
PROSE = re.compile(
    r"能力|水平|质量|效益|作用|力度|步伐|机制|制度|政策|意识|环境$|秩序|活动|行动|战略|精神|思想|会议|任务|目标|问题|关系|方式|模式|格局|优势|"
    r"增长|收入|经济$|消费$|就业|群众|干部|工作$|人员|人才$|队伍|资金|税|贷款|企业$|公司$|集团$|产业$|行业$|品牌$|标准$|计划$|方案$|规划$|体系$|办法|"
    r"试点|示范市|示范县|城市$|文明|创建|评价|责任|权益|保险|补贴|活力$|动力$|潜力|竞争|统计|普查|考核|指标|改革|开放$|合作$|交流|比例|规模$|总量|"
    r"产值|产量|面积$|占比|事业|社会$|生活$|安全$|管理$|监管$|执法|服务$|宣传|教育$|培训|监测|普及|覆盖|率$|化$|力$|性$|度$|者$|们$"
)
# a road by its full name, or a part of it: 人民东街, 环城路西段; no head word is left out there
ROAD = re.compile(r"[一-鿿A-Z\d]+(?:(?<=..)[路街巷桥线]|大道|[东西南北中环横纵]道|段|路口|两侧|沿线|[东西南北]侧)$")
JOINED = re.compile("[和与及、]")  # 国省干线和农村公路: which of them an elided part is remains unsaid
NAMED = ("ns", "nr", "nz", "nt", "eng")


def find_projects(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of projects in a text; overlapping proposals of several frames are left to arbitration."""
    clean = text.clean
    view = Words(text, lexicon)
    seen: set[tuple[int, int]] = set()
    for one in named_things(view):
        found = _name(view, one)
        if found and (found.start, found.end) not in seen:
            seen.add((found.start, found.end))
            yield found
            wider = joined(view, found.start, found.end)
            if wider and wider not in seen:
                seen.add(wider)
                yield _mention(*wider, clean[wider.start : wider.end], "project:joined")
    shaped = [*things(view), *(("coded", span) for span in coded(view))]
    shaped += [("quoted_built", span) for span in quoted_works(clean)]
    shaped += [("invested", span) for span in invested(clean)] if text.document.kind != "report" else []
    for rule, (start, end) in shaped:
        if (start, end) not in seen or rule == "invested":
            seen.add((start, end))
            yield _mention(start, end, clean[start:end], f"project:{rule}")


def _name(view: Words, found: Named) -> Mention | None:
    """The project that an item names, None where nothing in it names a single one."""
    clean = view.clean
    item, start, end, counted = found
    if item.frame != "numbered":
        start = restart(view, start, end, view.folder)
    if not 2 <= end - start <= 40:
        return None
    name = clean[start:end]
    if name.startswith("后年"):  # 达产|后年产膜5万吨
        return None
    if name.count("“") != name.count("”") or name.count("（") != name.count("）"):
        return None
    if completed := _completed(view, item, start, end, name):
        return _mention(start, end, completed, "project:shared_head")
    rule = _rule(view, item, start, end, name, counted)
    return _mention(start, end, name, rule) if rule in CONFIDENCE else None


def _mention(start: int, end: int, name: str, rule: str) -> Mention:
    return Mention(start, end, "Project", key_of(name), rule, CONFIDENCE[rule])


# 硬化甲至乙公路|5.2公里: how long the one road is; not 甲镇水厂|5座
_LENGTH = re.compile(r"约?[\d.]+余?(?:公里|千米|米)")
_COUNTED = re.compile(r"\d+[所个座家条处]$")  # 甲、乙等学校|5所


def _completed(view: Words, item: Item, start: int, end: int, name: str) -> str | None:
    """The full name of a part whose head noun the list shares: 青山、白鹭等3个乡镇污水处理厂 → 青山污水处理厂."""
    shared = _COUNTED.sub("", SHARED.sub("", item.head))
    if (
        len(shared) < 2
        or not 2 <= len(name) <= 8
        or shared.endswith(endings("project_words", view.folder, "unshared"))
        or (head_kind(view.folder, name) and len(name) > 3)
        or (last_head(name, view.folder) and name[-1] != "段")  # 工业大道南 has its own
    ):
        return None
    built = ("route", "water", "energy", "building")
    if head_kind(view.folder, shared) not in built and not any(
        kind_at_start(view.folder, shared) == kind for kind in built
    ):
        return None
    if ROAD.match(name) or name[-1] in "楼寺塔庙矿闸":
        # 解放路东段、龙湖大道改造: what is done is shared, 大道 is not; 学府路等城市支路 shares nothing
        head = head_at_start(view.folder, shared)
        return name + shared[len(head) :] if head and head_kind(view.folder, shared) == "work" else name
    if JOINED.search(shared):
        shared = _last_of(shared, view.folder)
    if name.endswith(("镇", "县", "区", "市", "乡", "省")) or re.search(r"\d", name + shared[:1]):
        return None
    tokens = view.within(start, end)
    if any((t.word in view.stop or t.pos[:1] in "pcdrva") and t.word not in ("至", "经") for t in tokens):
        return None
    if len(name) > 4 and not coined(name) and not any(t.pos.startswith(NAMED) for t in tokens):
        return None
    return name + shared


def _last_of(shared: str, folder: Path) -> str:
    """The longest head word that a phrase ends with: 县乡道路和环湖公路 → 公路."""
    return next((shared[n:] for n in range(len(shared)) if head_at_start(folder, shared[n:]) == shared[n:]), shared)


def _rule(view: Words, item: Item, start: int, end: int, name: str, counted: bool) -> str:
    """The rule that takes an item for a project, '' when none does."""
    folder = view.folder
    tokens = view.within(start, end)
    if name in generic(folder, "Project", "Zone", "Enterprise") or MARKED.search(name) or SLOGAN.search(name):
        return ""
    head = head_kind(folder, name)
    if len(tokens) == 1 and tokens[0].pos.startswith("nr") and len(name) <= 4 and not head:
        return ""  # a person
    if item.frame in ("numbered", "phase"):
        return f"project:{item.frame}"
    if item.frame == "explained":
        return "project:explained" if head in ("route", "water", "energy", "building", "industry") else ""
    if name.endswith(endings("project_words", folder, "zone")) and item.frame != "headed" and not item.listed:
        return ""
    if not head and PROSE.search(name):
        return ""
    sure = _sure(tokens, name, counted and not _LENGTH.match(view.clean, end))
    kind = head if head in ("work", "system") else "head" if head else "open"
    if sure == "plain" and counted and kind != "system" and not item.listed:
        return ""
    if item.listed:
        firms = endings("enterprise_suffixes", folder, "trade", "short")
        company = kind == "open" and len(name) <= 8 and name.endswith(firms) and coined(name)
        return "project:listed_company" if company else f"project:listed_{kind}_{sure}"
    if item.frame == "headed":
        if sure == "plain" and len(name) >= 6 and head not in ("", "work", "system"):
            sure = "plain_head"
        if (name.endswith("产业") and (sure == "plain" or len(name) < 6)) or DEED.search(name):
            return ""
        return f"project:headed_{sure}"
    if sure == "plain" and sum(t.pos == "v" for t in tokens) > 1:
        return ""
    if item.frame == "before" and item.size > 1 and kind == "head" and sure == "plain":
        return "project:several_head_plain"
    return f"project:{item.frame}_{kind}_{sure}"


def _sure(tokens: Sequence[Token], name: str, counted: bool) -> str:
    """What makes a name that of one thing."""
    named = "“" in name or any(t.pos.startswith(NAMED) for t in tokens)
    if named and counted and not coined(name) and not any(is_place(t.word) for t in tokens):
        named = False
    if named:
        return "named"
    return "coded" if CODE.search(name) else "coined" if coined(name) else "plain"
