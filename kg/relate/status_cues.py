"""What the words beside a verb make of it: that it tells no stage, that it is to come, how far a thing is."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from kg.ontology import Lexicon
from kg.relate.verb_edges import crosses_words
from kg.relate.verb_objects import of_something_else
from kg.scan import after_last
from kg.types import Mention

# what may stand between a name and what is said of it: its closing mark, 项目, a bracket
_BEHIND = r"[”』》]?(?:项目|工程)?(?:（[^（）]{1,60}）)?"
# 完成投资3亿元, 建设用地, 投产后: these words do not say that the thing is there.
_NO_STAGE = re.compile(
    r"用地|道路|便道|面积|区(?!域)|规模|内容|周期|能力|成本|模式|排头兵|工期|标准|单位|者|期|以?后|之后|时，|年产值|率|条件|典型案例|准备|筹备|里程|(?:投产|达产|投用|使用|运营)(?:达产|达效)?以?后|许可|机制|带动|拉动|手续|需要|需求|资金|热潮|进程|为契机|遗留|中存在|问题|难题|瓶颈|矛盾|先进|标兵|考核|优质项目"
)
_SINCE, _LAST_YEAR = re.compile("以?后，"), re.compile(r"[去前上]年[^，。；、]{0,8}$")  # 去年9月投产后，…: it has been
_FINISHED = (
    (re.compile(r"了?(?:[，。；、！？）”\n]|$|并|[，、]?且)"), "completed"),
    (re.compile(r"了?[^，。；、\d]{0,4}(?:竣工|完工|交工|综合|消防|联合)[^，。；、\d]{0,4}(?:验收|备案)"), "completed"),
    (
        re.compile(
            r"了?(?:\d|[一二三四首]期|(?:总|年度)?[^，。；、\d]{0,6}(?:投资|产值|征|拆|主体|[上下]部结构|地下(?:结构|室|部分|工程)|桩基|基础|路基|土建|部分|厂房|设备(?!招标)|场地|路面|铺装|摊铺|沉桩|工程量|工程总量|工作量|进度|任务|架设|铺设|安装|施工(?!图|许可|招标)|封顶|平整|钢结构|浇筑|掘进)|[到至过])"
        ),
        "building",
    ),
    (re.compile(r"了?[^，。；、\d]{0,6}(?:签约|摘牌|(?:公司|工商|企业)?注册)"), "signed"),
    (
        re.compile(
            r"了?[^，。；、\d]{0,8}(?:前期|立项|可研|可行性|审批|规划|选址|施工图|图审|招标|招投标|环评|备案|核准|初设|设计|土地(?!流转)|用地|出让|手续|勘察|勘测|初测|定测|地勘|工可|评审|申报)"
            r"(?![^，。；]{0,6}，(?:正在|正|已)[^，。；]{0,8}(?:打桩|施工|开挖|建设|浇筑|平整|安装|桩基))"
        ),
        "planned",
    ),
    (
        re.compile(
            r"了?[^，。；、\d]{0,8}(?:治理|铺设|改造|建设|修复|硬化|修缮|渠道?|管|管网|路|洞|堤|岸|坝|沟|墙|线)(?:约|近|了)?\d[\d.]*万?(?:公里|千米|米|平方米|亩|户|栋|套|处)"
        ),
        "building",
    ),
    (
        re.compile(
            r"了?[^，。；、\d]{0,8}(?:建设|改造|提质|提升|升级|整治|治理|大修|维修|扩容|提标|扩建|修缮|修复|加固|搬迁|迁建|重建|亮化|硬化|验收|交付|布展|更新)"
        ),
        "completed",
    ),
)
_WHO_SIGNS = re.compile(
    r"\d{1,6}余?[家个户][^，。；、\d]{0,8}(?:企业|商户|商家|机构|团队)(?:成功|正式|已|集中|陆续|相继)*$"
)
_FASTER = re.compile(r"[^，。；\d]{0,6}(?:缩短|压缩|提速|提前|压减|平均)")
_AT_ONCE = re.compile(r"[随立当年月天内后时日]即$")  # 签约半年即投产; not 签约即开工
_LAYOUT = re.compile(r"(?:重大|重要|战略|空间|产业|生态|又一|关键)$")
_BRINGS = re.compile(
    r"带来|带动|以来|期间|过程中|为(?:契机|牵引|抓手|引领|统领|支撑|龙头|载体|突破口|依托|平台|重点|主线|主战场)"
)  # 新区建设带来的机遇
# 纳入新区建设重大项目清单, 甲机场带来的机遇、乙城市群建设: what is built is another thing
_LISTED_IN = re.compile(
    r"(?:(?:重大|重点)?项目(?:清单|库|计划|表)|指挥部|领导小组|办公室|(?:总体|实施|工作|行动)?方案|投资公司|集团|公司)"
)
_OF_OTHER = re.compile(r"带来|赋予|提供[^，。；]{0,10}的")
_IN_PHASES = re.compile(
    r"分(?:[一二两三四五六]|\d)个?(?:期|阶段|批)(?:进行|开发|投资|滚动)?$"
)  # 分三期建设: how, not how far
_ONE_OF = re.compile(r"(?:是|为|属|作为|列为|列入|入选|纳入)[^，。；]{0,20}(?:重点|重大)$")  # 是全市重点建设项目之一
_OPENING = re.compile(r"(?:开放|开园|开馆|开业|运营|通航|投产|投用|招商)$")  # 做好口岸开放筹备
_NOT = re.compile(
    r"(?:未|没有|尚未|暂未|停止|暂停|暂缓|缓|推迟|无法|难以|取消|停建(?!项目)|终止|不再|叫停)[^，。；]{0,4}$"
)
# 尚未开工, 至今未能落地, 迟迟没有动工: so far it is planned; not 停止, 取消
_NOT_YET = re.compile(
    r"(?:尚未|暂未|仍未|还未|未能?|没有|还没有?|无法|难以|不能|推迟|延期)(?:正式|实质性?|实际|如期|按期|全面|启动|实现)*$"
)
_TO_COME = (
    r"即将|将|预计|有望|(?<![较比按原])计划|拟|力争|确保|(?<!成功)争取(?!到)"
    r"|力促|力推|可望|明年|下个?月|下周|届时|筹备|着手|定于|拟定于"
)
_LATER = (
    r"|(?:早日|尽早|尽快)[^，。；了]{0,4}$"
    r"|(?:延期|延后|推后|顺延|延)(?:至|到)[^，。；了]{0,12}$"
    r"|(?:可|能够?)(?:全面|全部|正式|基本|如期)?$"
    r"|(?:适时|择机|视[^，。；]{2,12}(?:情况|需要|需求|进度))[^，。；了]{0,12}$"
)
_SOON = re.compile(
    rf"(?:{_TO_COME}|(?<![去前\d])年底前?|年内|(?<![\d上一二三四五六七八九十])月底前?)[^，。；了]{{0,12}}$" + _LATER
)
_SOON_IN_REVIEW = re.compile(
    rf"(?:{_TO_COME})[^，。；了]{{0,12}}$" + _LATER
)  # 甲路年底通车, in what a report looks back on
_INTENDED = re.compile(
    r"(?:拟|(?<![较比按原])计划|预计|有望|即将)[^，。；]{0,20}$"
)  # 拟投资9亿元建设…, in a review too
_ON = re.compile("(?:并|同步|同时|一并|配套)*")
_MEANS_TO = re.compile(
    "(?<![原按])(?:拟|决定|计划)[^，。；]{0,12}(?:投资|出资|斥资|增资|建设)[^，。；已]{0,24}，[^，。；]{0,4}$"
)
# 甲水厂原计划去年底|通水: it did not; not 较原计划提前|投产
_WAS_TO = re.compile(r"(?<![较比按])(?:原定|原计划|原拟|本应)(?!的)[^，。；提]{0,14}$")
_ACCEPTED = re.compile(rf"{_BEHIND}[^，。；]{{0,8}}通过[^，。；]{{0,10}}验收")
_APPROVED = re.compile(  # 获省发改委批复, 可研报告通过审查
    r"[”』》]?(?:（[^（）]{1,60}）)?[^，。；]{0,12}?(?:(?:获|获得|取得|得到)(?:了)?[^，。；]{0,14}?(?:批复|批准|核准|立项|备案|许可证?|许可手续|预审意见|采矿权|探矿权|[“]?路条)"
    r"|(?:可研|初设|立项|环评|用地预审|规划选址)(?:报告)?(?:已|均|也|都)*(?:获批|批复|核准|批准)"
    r"|(?:报告|可研|方案|初设|设计|环评)[^，。；]{0,6}?(?:通过|获|完成)[^，。；]{0,10}?(?:评审|审查|审批|批复|批准)"
    r"|(?:环评|环境影响(?:评价|报告书?)|规划|选址|用地)[^，。；]{0,10}?公示"
    r"|通过(?:了)?(?:环评|能评|预审|评审|专家评审)"
    r"|(?:通过|获)(?:了)?(?:国家|省|市|自治区|州)?(?:发改委|发展改革委|发改局|住建部|交通运输部|水利部|民航局|生态环境部|自然资源部)[^，。；]{0,4}(?:评估|审查|评审|审批)"
    r"|(?:用地|地块|土地)[^，。；]{0,6}?(?:摘牌|挂牌|出让|成交|供地)"
    r"|通过[^，。；]{0,8}?(?:选址|可研|可行性|设计|方案|规划|用地|土地|环评|环境影响|立项|水土保持)[^，。；]{0,8}?(?:评审|审查|审批|评估|预审|论证)"
    r"|(?:选址|方案|报告书?|可研|规划)(?:已|正|已经)?(?:上报|呈报|报)[^，。；]{0,10}?(?:审批|审查|审定|待批)"
    r"|(?:成功)?(?:列入|纳入|进入|入选)[^，。；《]{0,16}?(?:规划|项目库|储备库|国家\d+项重大[^，。；]{0,4}工程)"
    r"|(?:正在|正|抓紧|加快|加紧|正抓紧|正加紧|正加快)(?:办理|完善|开展|进行|推进)[^，。；]{0,12}?(?:手续|报批|报建|招投标|招标|勘察|勘测|初设|评审|可行性研究|工可|可研|方案编制|规划编制|许可证?|用地|供地|土地|环评))"
)
_NOT_LISTED = re.compile("(?:未|没有|不再|未能)(?:列入|纳入|进入|入选|获批|获得|取得)")
# 甲小学迁建|因选址调整未能如期实施
_NOT_BEGUN = re.compile(
    r"[”』》]?(?:项目|工程)?(?:建设)?[^，。；、]{0,16}?(?:尚未|仍未|未能?|没有|暂未)(?:如期|按期|按时|按计划|正式|全面)*(?:实施|启动|进场)(?=[，。；、\n）]|$)"
)
_AT_ONCE_BEGUN = re.compile(r"[”』》]?(?:项目)?[^，。；]{0,4}?实现“?(?:拿地|签约|交地|摘牌|洽谈)即(开工|投产)")
# 甲水厂|正在进行管网铺设
_UNDER_WAY = re.compile(
    rf"{_BEHIND}[^，。；]{{0,8}}?(?:正在|正|目前在|抓紧|加紧)(?:进行|开展|实施|组织)[^，。；、]{{0,10}}?"
    r"(?:铺设|敷设|施工|安装|装修|内装|外装|精装|软装|浇筑|开挖|调试|吊装|砌筑|布线|绿化|平整|填筑|收尾|布展|装饰|攻坚|架设|土石方|土方|桩基|基坑|基础|主体)(?=[，。；、）\n]|$|等|阶段|作业|工作)"
    rf"|{_BEHIND}[^，。；]{{0,8}}?(?:正在|正|抓紧|加紧)(?:铺设|敷设|安装|浇筑|吊装|砌筑|架设|开挖|填筑|平整|粉刷|装修|调试|掘进|打桩)"
    r"[^，。；、的]{0,10}(?=[，。；、）\n]|$)"
    rf"|{_BEHIND}(?:[^，。；、的]{{0,8}}?)(?:主体|桩基|路基|土建|水工|基础|钢结构|管线|总工程量|工程量|形象进度|工程进度|总进度)(?:工程|结构|施工)?(?:已|累计)*(?:完成|达到?)(?:总量的?|总工程量的?|约|近|了|全部)*"
    r"(?:\d[\d.]*%|[一二三四五六七八九]成|过半|大半)"
    r"|[”』》]?(?:项目|工程)?[^，。；、]{0,14}?(?:目前|已经?|正){0,2}(?:建|施工|砌筑|浇筑)(?:至|到)第?[\d一二三四五六七八九十]{1,3}层"
    rf"|{_BEHIND}[^，。；、]{{0,14}}?(?:施工|掘进|浇筑|填筑)(?:至|到)(?:(?:高程)?\d[\d.]*米|坝?顶)"
    rf"|{_BEHIND}(?:目前|已|全面|正式|即将)*进入[^，。；]{{0,10}}?"
    r"(?:施工|土建|安装|装修|填筑|浇筑|吊装|调试|建设|收尾|铺设|架设|冲刺|攻坚|内装|装饰|布展|掘进|铺轨|搬入|进场)[^，。；]{0,4}阶段"
    rf"|{_BEHIND}(?:目前|已|全面|正式|顺利)*进入(?:设备|整套|整体|单机|联动|联合|全线|全面|机组|系统|带负荷|带料)*(?:调试|安装|搬入|联调联试|联调)(?=[，。；、）\n]|$)"
    rf"|{_BEHIND}(?:路基|桥梁|隧道|土建|主体|桩基|基础|土石方|管网|水工|房建)+(?:工程|施工)?(?:已|正)?(?:全面|全线)(?:展开|铺开|推进|开工|施工)"
)
_READY = re.compile(
    r"[”』》]?等[^，。；、\d]{0,6}(?:储备|谋划|预备|前期|拟建)(?:类)?项目|"
    r"[”』》]?(?:等[^，。；]{0,10})?(?:项目|工程)?(?:筹建|筹备)(?:工作)?(?:正)?(?:有序|稳步|扎实|全面|顺利|深入|加快|抓紧)*(?:推进|开展|进行)"
    r"|[”』》]?(?:项目|工程)?(?:立项)?申报(?:工作)?(?=[，。；、）\n]|$)|[”』》]?(?:项目|工程)?(?:前期|各项)?手续(?:正在|正)?(?:办理|报批)(?:中|之中|工作|进度)?(?=[，。；、）\n]|$)"
    r"|[”』》]?(?:项目|工程)?(?:工程|初步)?(?:勘察设计|勘测设计|勘测定界|可行性研究|可研编制|可研报告编制|方案设计)(?:工作)?(?=[，。；、）\n]|$)"
    r"|[”』》]?等[^，。；、]{0,6}?(?:意向|在谈|洽谈|储备|前期)项目"
    r"|[”』》]?(?:等[^，。；]{0,10})?(?:项目|工程)?(?:的)?(?:各项)?(?:开工|动工|开工建设|前期)(?:前的?)?(?:工作)?(?:各项)?(?:准备|筹备)"
)
_FOR_USE = re.compile(  # 完善中心功能, 提升古镇业态: the thing stands
    r"[”』》]?(?:等[^，。；]{0,6})?(?:的)?(?:服务|管理|运行|综合|辐射|带动|产业|核心|公共){0,2}(?:功能|机制|能力|水平|业态|品质|作用|品牌|效益|质量|优势|影响力|知名度|制度|体系|效能|环境|配套服务)"
    r"|[”』》]?(?:等[^，。；]{0,10})?(?:做大做强|做优做强|做强做优|做大|做强|发展壮大|健康发展|规范运营|扩区|调区|加快发展)"
    r"|[”』》]?(?:项目|工程)?(?:开放|开园|开馆|开业|运营|通航|投产|投用|招商)(?:筹备|准备)"
    r"|[”』》]?(?:项目|工程)?(?:日常|运行|运营|安全|综合|规范|长效)*(?:管理|管护|维护|监管)(?!系统|平台|中心|用房|站|区)"
    r"|[”』》]?(?:项目|工程)?招商(?:引资)?(?:力度|工作|推介|[，。；])"
    r"|[”』》]?(?:项目|工程)?[^，。；]{0,4}(?:去化|招租|营销|销售)(?:$|[，。；、])"
    r"|[”』》]?(?:项目|工程)?(?:水源地?|水质|生态)(?:环境)?保护(?!工程|项目|中心|修复)|[”』》]?(?:项目|工程)?(?:跟踪|协调|后续|跟进)服务"
    r"|[”』》]?(?:项目|工程)?(?:释放产能|产能释放)"
    r"|[”』》]?(?:等[^，。；]{0,6})?(?:项目|工程)?(?:加快|逐步|进一步)?(?:向|由|从)[^，。；、]{1,16}(?:延伸|拓展|转型|迈进|转变|升级|跃升|进军|攀升)"
    r"|[”』》]?(?:项目|工程)服务|[”』》]?(?:项目|工程)?(?:要素|服务|用地|资金|土地|用工|后勤)(?:服务)?保障"
)
# 打造雄安新区的屏障: the verb builds what the thing owns, not the thing
_OWNER = re.compile(
    r"”?(?:[、和与及](?!占地|总?投资|总?面积|建筑面积|年产)[^，。；的]{2,12}){0,4}的(?![^，。；、的]{0,6}(?:公路|道路|铁路)|建设|改造|前期|规划|施工|进度|实施|招商|推进|打造|开发|项目|工程)"
)
_LEAD = 40  # characters before a verb in which such words stand
_TITLE = 200  # characters of the longest title of a document


@functools.cache
def kinds_of_verbs(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The verbs of `status_words.tsv` by kind (weak, complete, build …)."""
    rows = lexicon.rows("status_words")
    return {kind: frozenset(r["name"] for r in rows if r["kind"] == kind) for kind in sorted({r["kind"] for r in rows})}


def is_soon(clean: str, start: int, at: int, names: Sequence[Mention] = (), *, review: bool = False) -> bool:
    """Whether words before a position say that what follows is still to come: 即将|开工, 年底|竣工.

    In a `review` of a year the end of that year is over. The words of `names` say nothing: 虚拟摄影棚|落户,
    将军山公园|竣工.
    """
    start = max(start, at - _LEAD)
    words = ""
    for m in names:
        if start < m.end <= at:
            if not clean.endswith(("的", "的“"), start, max(start, m.start)):
                words += clean[start : max(start, m.start)]  # 计划投资7亿元的甲项目|签约 speaks of the money
            start = m.end
    return (_SOON_IN_REVIEW if review else _SOON).search(words + clean[start:at]) is not None


def is_intended(clean: str, start: int, at: int, *, loose: bool) -> bool:
    """Whether words before a verb say that it is planned: 拟投资5亿元|建设; `loose` where no section says so."""
    if _ON.fullmatch(clean, start, at):
        start = max(0, after_last(clean, "。；\n", start - _LEAD, start))  # 拟建设甲基地，配套|建设乙电站
        if _MEANS_TO.search(clean, start, at) is not None:
            return True
    return _INTENDED.search(clean[max(start, at - _LEAD) : at]) is not None or (loose and is_soon(clean, start, at))


def is_denied(clean: str, start: int, at: int) -> bool:
    """Whether a verb is denied or put off: 尚未|开工, 暂停|建设."""
    return _NOT.search(clean[max(start, at - _LEAD) : at]) is not None


def is_not_yet(clean: str, start: int, at: int) -> bool:
    """Whether what follows has not happened so far, but is not given up: 尚未|开工, 迟迟没有|动工."""
    return _NOT_YET.search(clean[max(start, at - _LEAD) : at]) is not None


def in_title(clean: str, start: int, at: int) -> bool:
    """Whether what stands at a position is part of a document's title: 《…|建设规划》."""
    start = max(start, at - _TITLE)
    return clean.rfind("《", start, at) > clean.rfind("》", start, at)


def brings(clean: str, verb: re.Match[str]) -> bool:
    """Whether a verb is no more than what brings something: 建设|带来的机遇."""
    return _BRINGS.match(clean, verb.end()) is not None


def says(kinds: Mapping[str, frozenset[str]], clean: str, start: int, verb: re.Match[str]) -> bool:
    """Whether a verb behind a list speaks of the stage at all."""
    if in_title(clean, start, verb.start()) or crosses_words(clean, verb) or of_something_else(clean, verb):
        return False
    if is_denied(clean, start, verb.start()):
        return False
    if _NO_STAGE.match(clean, verb.end()) and not (
        _SINCE.match(clean, verb.end()) and _LAST_YEAR.search(clean, start, verb.start())
    ):
        return False
    if _WAS_TO.search(clean, start, verb.start()):
        return False
    if verb[0].startswith(("签约", "入驻")) and _WHO_SIGNS.search(clean, start, verb.start()):
        return False  # 园区8家企业签约入驻
    if clean[verb.start() - 1] == "到" and _FASTER.match(clean, verb.end()):
        return False  # 项目从签约到开工平均缩短45天
    if verb[0] == "开行" and clean[verb.start() - 1] == "国":
        return False  # 获国开行贷款
    if verb[0] == "获批" and clean.endswith(("升格", "更名", "调区", "扩区"), start, verb.start()):
        return False
    if verb[0] == "布局" and _LAYOUT.search(clean, start, verb.start()):
        return False  # 甲集团又一重大布局
    if verb[0] in kinds["build"] and _IN_PHASES.search(clean, start, verb.start()):
        return False
    if verb[0] == "建设" and _ONE_OF.search(clean, start, verb.start()) and clean.startswith("项目", verb.end()):
        return False
    if verb[0] in ("筹备", "筹建") and _OPENING.search(clean, start, verb.start()):
        return False
    if clean[verb.start() - 1] in "即占滚" and not _AT_ONCE.search(
        clean, start, verb.start()
    ):  # “签约即开工”, a catchword; 占主体结构用钢量的四成
        return False
    if verb[0] in kinds["weak"] and (_BRINGS.match(clean, verb.end()) or _LISTED_IN.match(clean, verb.end())):
        return False
    if verb[0] in kinds["weak"] and _OF_OTHER.search(clean, start, verb.start()):
        return False
    return verb[0] not in kinds["complete"] or finished(kinds, clean, verb) is not None


def finished(kinds: Mapping[str, frozenset[str]], clean: str, verb: re.Match[str]) -> str | None:
    """How far a thing is of which something is completed: 完成改造 all, 完成桩基 building, 完成选址 planned."""
    if verb[0] not in kinds["complete"]:
        return None
    return next((status for pattern, status in _FINISHED if pattern.match(clean, verb.end())), None)


def is_accepted(clean: str, last: int, stop: int) -> re.Match[str] | None:
    """The words behind a list that say that it was accepted as built: 甲项目|于6月通过竣工验收."""
    return _ACCEPTED.match(clean, last, stop)


def is_early(clean: str, last: int, stop: int) -> re.Match[str] | None:
    """The words behind a list that say that it is prepared, not begun: 乙电站|获省发改委核准, 丙路|正办用地手续."""
    early = _APPROVED.match(clean, last, stop) or _READY.match(clean, last, stop) or _NOT_BEGUN.match(clean, last, stop)
    return early if early and "验收" not in early[0] and not _NOT_LISTED.search(early[0]) else None


def begun_at_once(clean: str, last: int, stop: int) -> re.Match[str] | None:
    """The words behind a list that say that it began as soon as it could: 甲项目|实现“拿地即开工”."""
    return _AT_ONCE_BEGUN.match(clean, last, stop)


def is_under_way(clean: str, last: int, stop: int) -> re.Match[str] | None:
    """The words behind a list that say what is being done on it: 甲水厂|正在进行管网铺设; not 正在进行招标."""
    return _UNDER_WAY.match(clean, last, stop)


def is_used(clean: str, last: int, stop: int) -> bool:
    """Whether what a verb before a list works on is something of the list's, which stands: 完善甲中心|功能."""
    return _OWNER.match(clean, last) is not None or _FOR_USE.match(clean, last, stop) is not None
