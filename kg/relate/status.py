"""The stage that a clause gives a project: planned, signed, started, building, completed or operating.

The frame is verb, list, verb: 启动A、B建设 and A、B等8个项目开工 say the same. The verb behind the list decides
when it is a strong one (开工, 投产); a weak one (建设, 改造) leaves it to the verb in front (启动, 加快, 完成).
In plan sections an aim to start is planned, an aim to finish is building.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.ontology import Lexicon
from kg.types import Mention, Modality, Span

# Behind the list these only name the work; the verb in front says how far it is.
_WEAK = frozenset(
    {
        "建设",
        "改造",
        "整治",
        "规划",
        "规划建设",
        "改造提升",
        "提质改造",
        "升级改造",
        "改扩建",
        "运行",
        "布局",
        "创建",
        "入驻",
        "加快",
        "供水",
        "供热",
        "供气",
        "实施",
        "施工",
        "开放",
        "申报",
        "进展",
        "征拆",
        "运营",
    }
)
# 完成投资3亿元, 建设用地, 投产后: these words do not say that the thing is there.
_NO_STAGE = re.compile(
    r"用地|道路|便道|面积|区(?!域)|规模|内容|周期|能力|成本|模式|排头兵|工期|标准|单位|者|期|以?后|之后|时，|年产值|率|条件|典型案例|准备|筹备|里程|(?:投产|达产|投用|使用|运营)(?:达产|达效)?以?后|许可|机制|带动|拉动|需要|需求|资金|热潮|进程|为契机|遗留|中存在|问题|难题|瓶颈|矛盾"
)
# What is completed behind the bare 完成: the whole work, a part of it, or what comes before building.
_COMPLETE = frozenset({"完成", "全部完成", "全面完成", "基本完成", "如期完成", "顺利完成", "提前完成"})
_FINISHED = (
    (re.compile(r"了?(?:[，。；、！？）”\n]|$|并|[，、]?且)"), "completed"),
    (re.compile(r"了?[^，。；、\d]{0,4}(?:竣工|完工|交工|综合|消防|联合)[^，。；、\d]{0,4}(?:验收|备案)"), "completed"),
    (
        re.compile(
            r"了?(?:\d|[一二三四首]期|(?:总|年度)?[^，。；、\d]{0,6}(?:投资|产值|征|拆|主体|桩基|基础|路基|土建|部分|厂房|设备|场地|工程量|工程总量|工作量|进度|任务|架设|铺设|安装|施工(?!图|许可|招标)|封顶|平整|钢结构|浇筑|掘进)|[到至过])"
        ),
        "building",
    ),
    (
        re.compile(
            r"了?[^，。；、\d]{0,8}(?:前期|立项|可研|可行性|审批|规划|选址|招标|招投标|签约|摘牌|环评|备案|核准|初设|设计|土地|用地|出让|注册|手续|勘察|勘测|评审|申报)"
        ),
        "planned",
    ),
    (
        re.compile(
            r"了?[^，。；、\d]{0,8}(?:建设|改造|提质|提升|升级|整治|治理|大修|维修|扩容|提标|扩建|修缮|修复|加固|搬迁|迁建|重建|亮化|硬化|验收|交付|布展|更新)"
        ),
        "completed",
    ),
)
_PLANNED_SIZE = re.compile(
    r"总|建筑|床位|产能|投资|容积|户|停车|车位|学位|变|蓝图|馆|院|年|\d|[一二两三四五六七八九十]|[^，。；、]{1,5}\d"
)  # 规划床位1200张
_PART_WORK = re.compile(r"主体|路基|桩基|基础工程|土建|征地|征拆|拆迁|围堰|掘进|架设|铺轨")  # 完成甲路、乙路路基工程
_ACCEPTED = re.compile(r"[”』》]?(?:项目|工程)?[^，。；]{0,8}通过[^，。；]{0,10}验收")
_APPROVED = re.compile(  # 获省发改委批复, 可研报告通过审查
    r"[”』》]?[^，。；]{0,12}?(?:(?:获|获得|取得|得到)(?:了)?[^，。；]{0,14}?(?:批复|批准|核准|立项|备案)"
    r"|(?:报告|可研|方案|初设|设计|环评)[^，。；]{0,6}?(?:通过|获|完成)[^，。；]{0,10}?(?:评审|审查|审批|批复|批准)"
    r"|(?:环评|环境影响(?:评价|报告书?)|规划|选址|用地)[^，。；]{0,10}?公示"
    r"|通过[^，。；]{0,8}?(?:选址|可研|可行性|设计|方案|规划|用地|土地|环评|环境影响|立项|水土保持)[^，。；]{0,8}?(?:评审|审查|审批|评估|预审|论证)"
    r"|(?:选址|方案|报告书?|可研|规划)(?:已|正|已经)?(?:上报|呈报|报)[^，。；]{0,10}?(?:审批|审查|审定|待批)"
    r"|(?:列入|纳入|进入)[^，。；《]{0,16}?规划"
    r"|(?:正在|正|抓紧|加快)(?:办理|完善|开展|进行|推进)[^，。；]{0,12}?(?:手续|报批|报建|招投标|招标|勘察|勘测|初设|评审|可行性研究|许可证?|用地|供地|土地|环评))"
)
_READY = re.compile(
    r"[”』》]?(?:等[^，。；]{0,10})?(?:项目|工程)?(?:的)?(?:各项)?(?:开工|动工|开工建设|前期)(?:前的?)?(?:工作)?(?:各项)?(?:准备|筹备)"
)
_HOPED = re.compile(  # 加快推进A、B，力争上半年开工: not begun yet
    r"，(?:力争|争取|确保|力促|推动|促其|尽快|尽早|早日|抓紧|计划|预计|拟|有望)(?:在|于|今年|明年|年内|年底|上半年|下半年|[一二三四]季度|(?:20)?\d{1,2}|年|月份?"
    r"|底|初|前|中旬|尽快|尽早|早日|全面|全部|实现|顺利|正式|具备|实质性|陆续)*(?:开工|动工|落地|签约|付诸实施|启动建设)(?!率|量|面|\d|[一二三四五六七八九十])"
)
_ENDS_NAME = re.compile(r"[、和与及等]|以及")  # 推动甲铁路电气化改造、乙大道…: the end of a name before in the list
_WHO_MOVED_IN = re.compile(r"了?(?:各类|规模以上|规上|市场)?(?:企业|商户|商家|项目|团队|机构|人员|率|\d)")
_WHO_SIGNS = re.compile(
    r"\d{1,6}余?[家个户][^，。；、\d]{0,8}(?:企业|商户|商家|机构|团队)(?:成功|正式|已|集中|陆续|相继)*$"
)
_TITLE_WON = re.compile(
    r"(?:为|成为|创建)?(?:国家|省级|全国|世界|自治区|首批|第[一二三四五六七八九十]批|[一二三四五]A|[345]A)"
)  # 获批国家湿地公园
_FOR_USE = re.compile(  # 完善中心功能, 提升古镇业态: the thing stands
    r"[”』》]?(?:等[^，。；]{0,6})?(?:的)?(?:服务|管理|运行|综合|辐射|带动|产业|核心|公共){0,2}(?:功能|机制|能力|水平|业态|品质|作用|品牌|效益|质量|优势|影响力|知名度|制度|体系|效能|环境|配套服务)"
    r"|[”』》]?(?:等[^，。；]{0,10})?(?:做大做强|做优做强|做强做优|做大|做强|发展壮大|健康发展|规范运营|扩区|调区|加快发展)"
    r"|[”』》]?(?:项目|工程)?(?:开放|开园|开馆|开业|运营|通航|投产|投用|招商)(?:筹备|准备)"
    r"|[”』》]?(?:项目|工程)?(?:日常|运行|运营|安全|综合|规范|长效)*(?:管理|管护|维护|监管)(?!系统|平台|中心|用房|站|区)"
    r"|[”』》]?(?:项目|工程)?招商(?:引资)?(?:力度|工作|推介|[，。；])"
    r"|[”』》]?(?:项目|工程)服务|[”』》]?(?:项目|工程)?(?:要素|服务|用地|资金|土地|用工|后勤)(?:服务)?保障"
)
_BRINGS = re.compile(r"带来|带动|以来|期间|过程中|为契机|为牵引|为抓手|为引领|为统领|为支撑")  # 新区建设带来的机遇
_SITE_WORK = re.compile(
    r"(?:的|和|及|、)?(?:[，。；、\n）]|$|工作|论证|报告|确定|完成|获|通过|评审|意见|征地|规划|勘|设计|环评|阶段)"
)
# 纳入新区建设重大项目清单, 甲机场带来的机遇、乙城市群建设: what is built is another thing
_LISTED_IN = re.compile(
    r"(?:(?:重大|重点)?项目(?:清单|库|计划|表)|指挥部|领导小组|办公室|(?:总体|实施|工作|行动)?方案|投资公司|集团|公司)"
)
_SPREADS = re.compile(r"汇聚|集聚|聚集|转变|融入|融合|转型|释放|演进|壮大|成长|显现|流入|形成|发展(?!区)|崛起|升级|向")
_OF_OTHER = re.compile(r"带来|赋予|提供[^，。；]{0,10}的")
_CHANCE = re.compile(r"(?:抢抓|紧抓|抓住|把握|用好|借力|借助)[^，。；]{0,24}$")  # 抢抓甲市建设交易所机遇
_AS_CHANCE = re.compile(r"机遇|契机")
_PURPOSE = re.compile(r"(?:有利于|有助于|旨在|意在|为了|助力|主要|内容为|内容包括|内容是)(?:进一步)?[^，。；]{0,2}$")
_IS_BROUGHT = re.compile(  # 甲项目是今年引进的重点招商项目
    r"[”』》]?(?:项目|工程)?(?:，)?(?:既)?是[^，。；]{0,14}?(引进|招引|签约|落户|落地|开工|新开工|续建|在建|竣工|投产)的[^，。；]{0,20}?(?:项目|工程)"
)
_LINK = re.compile(
    r"^(?:[、和与及“”《》]|以及|，以及|等|(?:等)?(?:一批|系列)?(?:重点|重大|在建|产业|园区|城市|基础设施|民生)?项目|工程|建设|改造|[及和]其|一期|二期|（[^（）]*）|\d+[个条座所家项台套栋幢处](?:机组|泊位|厂房|生产线)?|[的]|[^，。；、：！？\d]{1,4}(?=、)|任务(?=[、和])|(?<=[、和])(?:计划)?(?:总?投资)(?:约|近|超)?\d[\d.]*[万亿]+元的|\d[\d.]*(?:公里|千米|米|万?平方米|亩|户|套|栋|处|万?吨)(?=[、和]))*$"
)
_AMOUNT_OF = re.compile(  # parts of a list: A、总投资5亿元、占地30亩的B; A、明澈新材投资3亿元的B
    r"[”』》]?(?:项目|工程)?(?:（[^（）]{1,20}）)?(?:、|和|与|以及|及)[^，。；：、\d（）]{0,16}?"
    r"(?:\d[\d.]*[余多]?[万亿]?(?:[美欧日港]?元|亩|平方米|平方公里|公里|吨)(?:、[^，。；：、\d]{0,6})?){1,3}的[“《]?"
)
_UNNAMED = re.compile(  # parts of a list that are no mentions
    r"[”』》]?(?:项目|工程)?(?:（[^（）]{1,12}）)?、[^，。；：！？\n]{2,40}?(?:、|(?<=.)[和与及])[“『《]?"
    r"|、[^，。；：！？\n\d、]{2,8}"
)
# 推动老窑址申报国家级文保单位: a title is asked for, nothing is built
_TITLE = re.compile(
    r"(?:[、和与及][^，。；、]{1,16}){0,4}”?(?:申报|申请|创建|争创|入选|获评)[^，。；]{0,6}(?:国家|世界|全国|全省|省级|自治区|[一二三四345]A)"
)
_SCHEMES_ALONE = frozenset({"规划", "筹建", "布局", "谋划"})
_SCHEMED = _SCHEMES_ALONE | {"规划建设", "谋划建设"}
_SCHEMES = frozenset({"谋划", "策划", "论证", "筹建"})
_MADE = frozenset({"建设", "投建", "投资建设", "实施", "打造", "规划建设"})
_BY = re.compile(
    r"由[^，。；]{2,}?(?:投资|出资|负责|承担|联合|合作|共同)?[^，。；]*$"
)  # 甲基地由乙公司投资建设: whose it is
_BRINGS_IN = frozenset({"引进", "成功引进", "招引", "引入", "新引进"})
_GOING = re.compile(r"(?:正在|在|加快|推进|抓紧|推动|续|新|重点)$")
_COUNTED_GROUP = re.compile(
    r"(开工|动工|签约|竣工|投产)(?:建设)?的?(?:\d+|[一二三四五六七八九十百]+)余?个[^，。；]{0,14}?项目"
    r"|(?:\d+|[一二三四五六七八九十百]+)余?个[^，。；]{0,14}?项目[^，。；]{0,8}?(开工|动工|签约|竣工|投产)"
    r"|(开工|动工|签约|竣工|投产)的?项目(?:(?:共计?|合计|总共|达|有)?\d+余?[个项]|中)"
    r"|(?:多个|一批)[^，。；]{0,10}?项目[^，。；]{0,6}?(建成投产|竣工投产|开工|动工|签约|竣工|投产)"
)
# 打造雄安新区的屏障: the verb builds what the thing owns, not the thing
_OWNER = re.compile(
    r"”?(?:[、和与及][^，。；的]{2,12}){0,4}的(?!建设|改造|前期|规划|施工|进度|实施|招商|推进|打造|开发|项目|工程)"
)
_ALREADY = re.compile(r"已(?:经|全部|陆续|实现|累计)*(签约|开工|动工|竣工|投产)了?\d+余?[个项]")
_IN_NAME = re.compile(r"(?:建设|改造)项目")
_IN_PHASES = re.compile(
    r"分(?:[一二两三四五六]|\d)个?(?:期|阶段|批)(?:进行|开发|投资|滚动)?$"
)  # 分三期建设: how, not how far
_ONE_OF = re.compile(r"(?:是|为|属|作为|列为|列入|入选|纳入)[^，。；]{0,20}(?:重点|重大)$")  # 是全市重点建设项目之一
_OPENING = re.compile(r"(?:开放|开园|开馆|开业|运营|通航|投产|投用|招商)$")  # 做好口岸开放筹备
_SEPARATOR = re.compile(r"（[^（）]*）|[，；。：！？\n|]")  # | between the cells of a table
_NOT = re.compile(
    r"(?:未|没有|尚未|暂未|停止|暂停|暂缓|延缓|缓|推迟|无法|难以|取消|停建|终止|不再|叫停)[^，。；]{0,4}$"
)
_SOON = re.compile(
    r"(?:即将|将|预计|有望|计划|拟|力争|确保|(?<!成功)争取(?!到)|力促|力推|可望|明年|(?<![去前\d])年底前?|年内|届时)[^，。；了]{0,12}$"
    r"|(?:早日|尽早|尽快)[^，。；了]{0,4}$"
    r"|(?:可|能够?)(?:全面|全部|正式|基本|如期)?$"
)
_IN_PART = re.compile(
    r"(?:[左右]洞|[左右][线幅]|主路|主线|半幅|单幅|单洞|先行段|首段|部分路段|首联|首跨|东段|西段|南段|北段"
    r"|主体|路面|桥面|梁板|箱梁|管廊|设备|主厂房|厂房|桩基|基础|土建|钢结构|路基|首[条台栋座]|[一二三四]标段|大坝|坝体|围堰|主塔|桥墩|屋面|外立面|管道|线路|土方|地下室|防波堤|堆场|征地拆迁|征拆|拆迁|清表|房屋征收|\d{1,3}号(?:楼|厂房))"
    r"(?:隧道|桥梁|工程|路面|结构|铺设|摊铺|架设|安装|施工|建设|部分|生产线|机组|填筑|浇筑|敷设|开挖|回填|工作|任务)?"
    r"(?:已经?|全部|基本|顺利|正式|全面|成功|实现|如期|提前)*$"
)
_RENEWED = frozenset(
    {"改造", "改扩建", "改造提升", "提质改造", "升级改造", "整治", "扩容改造", "提升改造"}
)  # 改造了: done
_ON_SITE = re.compile(r"[”』》]?(?:项目|工程)?(?:建设|施工)?(?:现场|工地)")
_BEGINS_AT = re.compile(r"(开工|奠基|动工)[^，。；]{0,12}(?:仪式|活动|大会)?(?:，(?:主会场)?设)?在[^，。；]{0,14}$")
_RESPECTIVELY = re.compile(r"[”』》]?(?:等[^，。；]{0,10})?(?:项目|工程)?(?:已|正)?分别(?:正式|顺利)?")
_BEGUN = re.compile(r"(签约|落户|引进|开工|动工|启动|奠基)")
_HISTORY = re.compile(  # 2019年签约、去年开工的
    r"(?:(?:(?:19|20)\d\d年|去年|前年)(?:底|初|\d{1,2}月份?|上半年|下半年)?(?:新|成功|正式)?"
    r"(?:签约|落户|引进|开工|动工|启动|奠基)(?:落户|建设|实施|落地)?、?){1,3}的[“《]?$"
)
_INTENDED = re.compile(r"(?:拟|计划|预计|有望|即将)[^，。；]{0,20}$")  # 拟投资9亿元建设…, in a review too


_LABEL = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[是、]|（[一二三四五六七八九十\d]+）|\d{1,2}[.、]|[①-⑳])?(?P<plan>计划|拟)?(?:重点|重大|省|市|区|县|产业){0,3}"
    r"(?P<stage>新开工|开工|动工|续建|在建|收尾|结转|竣工|完工|建成|投产|达产|投用|签约|前期|储备|预备|谋划)(?:一批)?(?:的)?(?:省级|市级|重点|重大|产业|建设|类){0,3}项目"
    r"(?:（?共?计?\d+个）?)?[：。:\s]*"
)
_LISTS = re.compile(  # 此次集中签约的项目有：
    r"(?:此次|本次|当天|当日|现场|今年|[^，。；：]{0,10}?)(?P<plan>计划|拟|将)?(?:集中|现场|正式|陆续|相继)*"
    r"(?P<stage>签约|开工|动工|竣工|投产|落户)(?:建设|落地)?的?(?:\d+个|重点|重大|产业|招商|省|市|县)*项目(?:\d+个|共\d+个)?，?"
    r"(?:分别)?(?:有|包括|为|是|涉及|主要有|名单)?[：\s]*"
)
_LABELS = {"收尾": "续建", "结转": "续建", "新开工": "开工", "在建": "续建"}


@dataclass(frozen=True, slots=True)
class Stage:
    """A status with the span of the verb that says so."""

    status: str
    span: Span
    rule: str
    confidence: float


class StatusVerbs:
    """The verbs of `status_verbs.tsv`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._done: dict[str, str] = {}
        self._planned: dict[str, str] = {}
        before: list[str] = []
        after: list[str] = []
        for row in lexicon.rows("status_verbs"):
            self._done[row["name"]], self._planned[row["name"]] = row["done"], row["planned"]
            if row["place"] != "after":
                before.append(row["name"])
            if row["place"] != "before":
                after.append(row["name"])
        # what begins a new part of a sentence rather than a name: 、新建甲路、
        opening = "|".join(sorted(before, key=lambda w: (-len(w), w)))
        strong = "|".join(sorted(set(after) - _WEAK, key=lambda w: (-len(w), w)))
        self.strong = re.compile(strong)
        self.between = re.compile(rf"(?:^|[、和与及])[”』》]?(?:{opening})|{strong}")
        self._before = re.compile("|".join(sorted(before, key=lambda w: (-len(w), w))))
        self._after = re.compile("|".join(sorted(after, key=lambda w: (-len(w), w))))

    def stage(
        self, clean: str, group: Sequence[Mention], clause: Span, stop: int, modality: Modality | Literal["clause"]
    ) -> Stage | None:
        """What the words of the clause around a list of mentions say of it; `stop` is where the next list begins."""
        first, last = group[0].start, group[-1].end
        if loose := modality == "clause":
            modality = "done"
        front = [m for m in self._before.finditer(clean, clause.start, first) if not _in_title(clean, clause.start, m)]
        front = [m for m in front if not _ENDS_NAME.match(clean, m.end()) and not _BRINGS.match(clean, m.end())]
        front = [m for m in front if m[0] != "争取" or clean[m.end()] != "到"]  # 争取到甲水库资金3亿元
        front = [m for m in front if m[0] != "规划" or not clean[m.end()].isdigit()]  # 规划11路, a road
        if _CHANCE.search(clean, clause.start, first) and _AS_CHANCE.search(clean, last, max(stop, last + 12)):
            return None
        while front and front[-1][0] in _MADE and clean.startswith("的", front[-1].end()):
            if _GOING.search(clean, clause.start, front[-1].start()):
                break
            front.pop()  # 甲公司投资建设的基地: says whose it is, not how far
        purpose = bool(front) and _PURPOSE.search(clean, max(clause.start, front[-1].start() - 10), front[-1].start())
        said = list(self._after.finditer(clean, last, stop))
        if any(_NOT.search(clean[last : m.start()]) for m in said if m[0] not in _WEAK):
            return None
        behind = [m for m in said if _says(clean, last, m)]
        if behind and behind[-1].end() == stop < clause.end and clean[behind[-1].start() - 1] in "、，；和及":
            behind.pop()  # 新开工A、续建B: the verb in front of the next
        behind = [m for m in behind if m.start() - last <= 40]
        strong = [m for m in behind if m[0] not in _WEAK]
        soon = bool(_SOON.search(clean[clause.start : strong[0].start()])) if strong else False
        soon = soon or (bool(strong) and clean.startswith("在即", strong[-1].end()))
        apart = bool(strong) and front and clean.startswith("的", front[-1].end())  # 原计划年底投产的甲项目…
        if front and not apart and _intended(clean[clause.start : front[-1].start()], loose):
            modality = "planned"
        if _TITLE.match(clean, last, stop):
            return None
        if strong:
            if soon or modality == "planned":
                modality = "planned"
            verb = self._furthest(strong, modality)
            finished = _finished(clean, verb)
            if self._done[verb[0]] == "completed" and clean.endswith("部分", last, verb.start()):
                finished = "building"
            if self._done[verb[0]] in ("completed", "operating") and _IN_PART.search(clean, last, verb.start()):
                finished = "building"  # 左洞贯通
            return self._made(verb, modality, "after", 0.85, finished)
        if purpose:
            return None
        if accepted := _ACCEPTED.match(clean, last, stop):
            status = "building" if modality == "planned" else "completed"
            return Stage(status, Span(last, accepted.end()), "status.after", 0.8)
        early = _APPROVED.match(clean, last, stop) or _READY.match(clean, last, stop)
        if early and "验收" not in early[0]:
            return Stage("planned", Span(last, early.end()), "status.after", 0.8)
        if brought := _IS_BROUGHT.match(clean, last, stop):
            return Stage(self._done[brought[1]], Span(*brought.span(1)), "status.is", 0.8)
        if front:
            if _OWNER.match(clean, last) or _FOR_USE.match(clean, last, stop):
                return None
            verb = front[-1]
            if verb[0] in _MADE and (brought_in := [v for v in front[:-1] if v[0] in _BRINGS_IN]):
                verb = brought_in[-1]  # 引进甲集团投资建设物流园
            elif verb[0] in _WEAK and len(front) > 1 and verb.start() - front[-2].end() <= 4:
                verb = front[-2]
            if modality == "done" and verb[0] == "完成" and _PART_WORK.search(clean, last, stop):
                return Stage("building", Span(verb.start(), verb.end()), "status.before", 0.8)
            if len(front) > 1 and front[-2][0] in _SCHEMES and front[-2].end() == verb.start():
                verb = front[-2]  # 谋划推动医疗中心建设
            schemed = _SCHEMED if group[-1].type == "Project" else _SCHEMES_ALONE
            if behind and behind[0][0] in schemed and behind[0].start() - last <= 8:
                verb = behind[0]  # 推进云岭机场筹建; a zone that is 规划建设 stands
            hoped = _HOPED.search(clean, clause.end, clause.end + 30) if stop == clause.end else None
            if hoped and hoped.start() == clause.end and self._planned[verb[0]] == "building":
                return Stage("planned", Span(verb.start(), verb.end()), "status.before", 0.75)
            done = modality == "done" and verb[0] in _RENEWED and clean.startswith("了", verb.end())
            return self._made(verb, modality, "before", 0.8, "completed" if done else None)
        if behind and behind[0].start() - last <= 2 and _IN_NAME.fullmatch(clean, behind[0].start(), stop):
            return None  # ③烟花生产线建设项目: an item of a list
        if behind and not (behind[0][0] == "建设" and _BY.search(clean, last, behind[0].start())):
            return self._made(behind[0], modality, "after", 0.6)
        return None

    def each(self, clean: str, group: Sequence[Mention], stop: int, modality: Modality) -> list[Stage]:
        """The stages of 甲、乙分别建成投产、开工建设, as many as there are things; none where the words are others."""
        said = _RESPECTIVELY.match(clean, group[-1].end, stop) if len(group) > 1 else None
        if said is None:
            return []
        verbs: list[re.Match[str]] = []
        at = said.end()
        for verb in self.strong.finditer(clean, said.end(), stop):
            if verbs and clean[at : verb.start()] not in ("、", "和", "、正式", "、全面", "，"):
                return []
            verbs.append(verb)
            at = verb.end()
        if len(verbs) != len(group) or at != stop:
            return []
        return [self._made(verb, modality, "after", 0.8) for verb in verbs]

    def venue(self, clean: str, start: int, thing: Mention) -> Stage | None:
        """集中开工活动在甲项目现场举行: what begins there is that project."""
        if not _ON_SITE.match(clean, thing.end):
            return None
        held = _BEGINS_AT.search(clean, start, thing.start)
        return Stage("started", Span(*held.span(1)), "status.venue", 0.7) if held else None

    def history(self, clean: str, start: int, first: int) -> list[Stage]:
        """The stages of 2019年签约、去年开工的 in front of a thing."""
        before = _HISTORY.search(clean, start, first)
        if before is None:
            return []
        return [
            Stage(self._done[m[1]], Span(*m.span(1)), "status.history", 0.75)
            for m in _BEGUN.finditer(clean, before.start(), before.end())
        ]

    def pushes(self, clean: str, span: Span) -> bool:
        """Whether the verb of a span drives works on (加快, 推进, 抓好) whatever they are."""
        verb = clean[span.start : span.end]
        return self._done.get(verb) == self._planned.get(verb) == "building"

    def done(self, verb: str) -> str | None:
        """The status that a verb gives where it is no plan; None for what is no such verb."""
        return self._done.get(verb)

    def counted(self, clean: str, start: int, end: int, modality: Modality) -> Stage | None:
        """The stage of a group that is only counted: 全市集中开工31个项目, 18个项目签约."""
        m = _COUNTED_GROUP.search(clean, start, end)
        if m is None:
            return None
        if begun := _ALREADY.search(clean, m.end(), end):  # 计划新开工36个，已开工22个
            return Stage(self._done[begun[1]], Span(*begun.span(1)), "status.group", 0.7)
        group = next(n for n in (1, 2, 3, 4) if m[n])
        soon = modality == "planned" or _SOON.search(clean[start : m.start()]) is not None
        table = self._planned if soon else self._done
        return Stage(table[m[group]], Span(m.start(group), m.end(group)), "status.group", 0.7)

    def named(self, heading: str, modality: Modality = "done") -> str | None:
        """The status that a heading gives its items: 竣工项目, 新开工项目, 续建项目; in a plan they are to come."""
        if "项目" not in heading:
            return None
        found = [m for m in self._after.finditer(heading) if m[0] not in _WEAK]
        table = self._planned if modality == "planned" else self._done
        return table[found[-1][0]] if found else None

    def label(self, words: str, modality: Modality) -> str | None:
        """The status that a label gives what stands behind it: 续建项目：A、B; （二）新开工项目18个。"""
        m = _LABEL.fullmatch(words)
        if m is None:
            listed = _LISTS.fullmatch(words)
            table = self._planned if modality == "planned" or (listed and listed["plan"]) else self._done
            return table[listed["stage"]] if listed else None
        if m["stage"] in ("储备", "谋划", "前期", "预备"):
            return "planned"
        table = self._planned if modality == "planned" or m["plan"] else self._done
        return table[_LABELS.get(m["stage"], m["stage"])]

    def _furthest(self, verbs: list[re.Match[str]], modality: str) -> re.Match[str]:
        """Of verbs in a row the last stage: 当年签约、当年投产; of those to come the first: 一季度开工、年底投产."""
        order = ("planned", "signed", "started", "building", "completed", "operating")
        near = verbs[:1]
        for verb in verbs[1:]:  # 当年签约、当年开工、当年投产
            if verb.start() - near[-1].start() > 8:
                break
            near.append(verb)
        part_done = len(near) > 1 and near[-1][0] in _COMPLETE and near[-2].end() == near[-1].start()
        if part_done and self._done[near[-2][0]] == "building":
            return near[-2]  # 铺轨完成
        if any("主体" in v[0] or "前期" in v[0] for v in near):
            part = next(v for v in near if "主体" in v[0] or "前期" in v[0])
            begun = next((v for v in near if self._done[v[0]] == "started" and v.start() == part.end()), None)
            begun = begun if "主体" in part[0] else None
            return begun or part
        if modality == "planned":
            return min(near, key=lambda v: order.index(self._planned[v[0]]))
        return max(near, key=lambda v: order.index(self._done[v[0]]))

    def _made(
        self, verb: re.Match[str], modality: str, rule: str, confidence: float, finished: str | None = None
    ) -> Stage:
        table = self._planned if modality == "planned" else self._done
        status = table[verb[0]]
        if finished is not None and (finished != "completed" or rule == "before"):
            status = finished
        return Stage(status, Span(verb.start(), verb.end()), f"status.{rule}", confidence)


def _intended(lead: str, loose: bool) -> bool:
    """Whether words before a verb say that it is still to come; `loose` where no section says so."""
    return _INTENDED.search(lead) is not None or (loose and _SOON.search(lead) is not None)


def _in_title(clean: str, start: int, verb: re.Match[str]) -> bool:
    """Whether a verb is part of a document's title: 《…建设规划》."""
    return clean.rfind("《", start, verb.start()) > clean.rfind("》", start, verb.start())


def _says(clean: str, start: int, verb: re.Match[str]) -> bool:
    """Whether a verb behind a list speaks of the stage at all."""
    if _in_title(clean, start, verb):
        return False
    if _NOT.search(clean[start : verb.start()]) or _NO_STAGE.match(clean, verb.end()):
        return False
    if verb[0].startswith(("签约", "入驻")) and _WHO_SIGNS.search(clean, start, verb.start()):
        return False  # 园区8家企业签约入驻
    if verb[0].endswith("入驻") and _WHO_MOVED_IN.match(clean, verb.end()):
        return False
    if verb[0] == "获批" and _TITLE_WON.match(clean, verb.end()):
        return False
    if verb[0] in _MADE and _IN_PHASES.search(clean, start, verb.start()):
        return False
    if verb[0] == "建设" and _ONE_OF.search(clean, start, verb.start()) and clean.startswith("项目", verb.end()):
        return False
    if verb[0] in ("筹备", "筹建") and _OPENING.search(clean, start, verb.start()):
        return False
    if clean[verb.start() - 1] in "即占滚":  # “签约即开工”, a catchword; 占主体结构用钢量的四成
        return False
    if verb[0] in ("加快", "加速", "提速") and _SPREADS.match(clean, verb.end()):
        return False  # 机遇加速汇聚
    if verb[0] == "选址" and not _SITE_WORK.match(clean, verb.end()):
        return False  # 甲项目选址乙开发区: where it is
    if verb[0] in _WEAK and (_BRINGS.match(clean, verb.end()) or _LISTED_IN.match(clean, verb.end())):
        return False
    if verb[0] in _WEAK and _OF_OTHER.search(clean, start, verb.start()):
        return False
    if verb[0] == "规划" and _PLANNED_SIZE.match(clean, verb.end()):
        return False
    return verb[0] not in _COMPLETE or _finished(clean, verb) is not None


def _finished(clean: str, verb: re.Match[str]) -> str | None:
    """How far a thing is of which something is completed: 完成改造 all, 完成桩基 building, 完成选址 planned."""
    if verb[0] not in _COMPLETE:
        return None
    return next((status for pattern, status in _FINISHED if pattern.match(clean, verb.end())), None)


def clauses(clean: str, start: int, end: int) -> Iterator[Span]:
    """The clauses of a sentence: parts between ， ； ： and the like, brackets kept whole."""
    at = start
    for m in _SEPARATOR.finditer(clean, start, end):
        if m[0][0] == "（":
            continue
        if m.start() > at:
            yield Span(at, m.start())
        at = m.end()
    if end > at:
        yield Span(at, end)


def lists(clean: str, mentions: Sequence[Mention], verbs: StatusVerbs | None = None) -> list[list[Mention]]:
    """Mentions of one clause put together where only 、 和 等 or a counted noun stands between them.

    A part of the list that nobody has named may stand between, if no verb is in it: A、某某产业园、B等8个项目.
    """
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups:
            at = groups[-1][-1].end
            gap = clean[at : mention.start]
            if _AMOUNT_OF.fullmatch(gap) and not (verbs and verbs.strong.search(gap)):
                groups[-1].append(mention)
                continue
            if (len(gap) <= 12 and _LINK.match(gap) and not (len(gap) > 2 and verbs and verbs.strong.search(gap))) or (
                verbs is not None and _UNNAMED.fullmatch(gap) and not verbs.between.search(gap)
            ):
                groups[-1].append(mention)
                continue
        groups.append([mention])
    return groups
