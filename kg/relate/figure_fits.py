"""Whether a name is that of a statistic with a figure of its kind.

Example: 三甲医院 with the 6家 of 三甲医院达到6家. No example: 撤并 with the 5吨 of 撤并5吨以下锅炉.
"""

from __future__ import annotations

import re

from kg.relate.figure_line import Line
from kg.relate.figure_owners import owners
from kg.relate.figures import Figure
from kg.relate.frames import Frame
from kg.scan import after_last
from kg.types import Ref

ENDS = re.compile(r"(?:[，。；、！：（）\d\n和与及]|以及|大关|台阶|关口|任务|目标|左右|，|$)")
CHANGE = re.compile(
    r"(?:左右)?(?:，)?(?:再)?(?:提高|提升|增加|增长|上升|扩大|扩展|扩容|拓展|延伸|发展|壮大|攀升|跃升|猛增|激增|下降|降低|减少|压减|压缩|缩短|缩减|缩小|收窄|回落|降|减|增|升|调整|提)(?:到|至|为)"
)
COUNT_KINDS = frozenset({"count", "area", "days"})
ADDED = re.compile(
    r"^(?:新增|净增|新发展|新补充|新备案|新认定|新认证|新培育|新引进|新登记|新设立|新注册|新获批|新批|新入库|新入统|新入规|新上规)"
)
# 考察团走进丙县达成意向投资51亿元: who did what, no name of a figure
DEED = re.compile(
    r".*(?:走进|走访|奔赴|来到|前往|莅临|到访|齐聚|云集|赴.{0,8}(?:考察|招商|签约|洽谈)|达成|签署了?|签下|签订(?!.{0,4}合同)|举行|(?<=.)举办|召开|组团|揽金?|收获|斩获|.{4,}(?:会|团|仪式|活动)上?(?:共|集中|现场)?签约)(?:了|共|共计|合计|的)*"
)
_FUNDS = ("资金", "收入", "支出", "税收")
_PRODUCT = re.compile(
    r"[年日]产(?![值量])|总投资|占地(?![区方])|建筑面积|规划面积|用地|日处理|库容|全长|总长|里程|投资强度|设计"
)
GROUPED = re.compile(
    r"(?:静态总?投资|概算总?投资|总投资|投资额|投资总额|总投资额|总计投资|计划投资|计划总投资|投资金额|合同金额|签约金额|总金额)$"
)
_CLOSES = re.compile(r"淘汰|关停|退出|拆除|化解")
_SPENT = re.compile(r"^(?:压减|缓解|发放|兑现|促成|帮助|追回|罚没|补偿|挽回|缓税)")
_SHORTENED = re.compile(r"压缩|缩短|压减|减少|缩减|提速")
_YEARLY = re.compile(r"完成|年度|安排|当年")
_NO_NAME = re.compile(
    r"平均每[天日月]$|^(?:按|满足)|[一-龥]{3,}(?:小镇|产业园|科技园|工业园|大桥|水库|灌区|电站|风电场|医院|中学|小学|码头)投资$|^(?:双方|各方|三方|我方)|^进度|序时|时序进度|^\d+号|^(?:加快|推进|抓好|启动|开工|建设|建成|实施|落实|新建|续建|推动|继续|促进)+(?:计划)?总投资$|^相当于|^万(?![元人户]|吨级)|^/|^(?:工厂|厂区|车间|门店)|的[^，的]{1,10}年(?:销售|产值|营业|营收|收入|利润|出栏|接待|产量|加工|净)|^(?:一个月|一天|一年|每[天日]|以前|过去|从前|[一二三四五六七八九十几]+年前)|^(?:城市|城镇|农村|乡村|竣工|开工|新开工|投产|建设|新建|安排|面积|产能|其他)$|^(?:每[个家户座村镇]|各[县镇乡村])|^(?:该|此|这个|本(?!地))|^[一二两三四另]条$|^再[建增造]|^(?:清运|清理(?!.*账款)|清除|打捞|铺设|查获|收缴|销毁)|^(?:整改|调处|化解|完成|兑现|办理|处置|销号|回访|满意)率$|(?:集体|合作社|农户|户均)年$|^估算|^(?:路面|路基|桥涵|桥梁|隧道|主体|桩基|土建|征地|拆迁|厂房)(?:工程|建设|施工)?$|(?:装置|生产线|产线|机组)(?:总|年)?(?:产能|能力)$|^(?:公司|集团)(?!数|化|制|债)|^项目(?:计划|预计|概算)?总?投资|^(?:拉动|带动(?!就业)|影响)|影响(?:产值|收入|工业|增速|利润)|归属于|归母|每股|^净利润$|^(?:改造|提升|新建|改建|扩建|续建|推广|完成)+$|^(?:存栏|出栏|饲养)量?$|^(?:新增|净增|人次|批次|人数|数量|次数|批次和人次)$"
)
_MOVED_IN = re.compile("入[驻园](?:企业|商户|商家)(?:数|总数)?")  # of which park, nobody says
_SIZE_ONLY = re.compile(r"\d+[余多]?[百千万亿]*元(?:及)?以上")  # 其中10亿元以上项目30个
# 一期投资8亿元, 项目首期总投资: what a part of a project costs
_OF_A_PHASE = re.compile(
    r"(?:(?:该|此|本)?(?:项目|工程)|新上的?|新建的?)?的?(?:[一二三四五六首][一二三四五六、和及]*期|第[一二三四五六](?:期|阶段)|(?:启动|核心)区|(?:起步|先行)区(?!固定)|首批)"
    r"(?:项目|工程|建设)?的?(?:固定资产)?(?:已|计划|预计|拟|总|累计|完成|协议|估算|概算)*投(?:资|入)(?:总?额|金额|规模|资金)?"
)
_PHASE_FIRST = re.compile(r"(?:项目)?[一二三四首]期(?!货|房|刊)")  # 三期仓储面积18万平方米
# 年吞吐能力800万吨, 床位600张: how large a thing is; not 污水日处理能力12万吨, 全县装机容量90万千瓦
_SIZE_OF_A_THING = re.compile(
    r"(?:设计|规划|核定|新增)?(?:[年日月总]|单[日月]){0,2}均?(?:处理|加工|供水|供热|供气|吞吐|分选|分拣|烘干|生产|装机|仓储|冷藏|接待|屠宰|输送|发电|通过|容纳)[^，、]{0,4}?"
    r"(?:能力|容量|规模)|(?:建设|新建|规划|配套)*(?:屋顶|分布式|集中式)?(?:风电|光伏|水电|火电|储能|光伏发电|风力发电)(?:电站|项目|基地)?|(?:建设|新建)(?:冷库|气调库|冷气库|仓库)|(?:开工|投产|在建|并网)(?:规模|装机)|设?床位|(?:总|单体|有效)?库容|岸线(?:全?长)?|用地规模"
)
# 年产值可达3亿元: what a plant will make, unless a zone's name stands before
_OF_A_PLANT = re.compile(
    r"^[年月](?:均)?(?:综合|总|新增)?(?:产值|出口|销售|营业|营收|税收|利税|利润|纳税|创|产|加工|处理|屠宰|上缴|实现|发电|供电|供热|节约|减排)"
)
BARE_OUTPUT = re.compile(r"年?(?:总?产值|销售额|营收|营业收入|主营业务收入|销售收入)")
_BARE = re.compile(r"^(?:年度投资|资金|创收|销售|项目|专项资金|金额|总金额|(?:拟|将|再|共|预计|首期)投资)$")
_ONE_WORK = re.compile(r"^(?!.*(?:重点|重大|民生|基础设施)[^，]{0,4}工程).*工程投资$")  # not 重点水利工程投资, of many
_SAID_TO_COME = re.compile(r"拟|将|首期|预计")
# 三甲医院达到6家: how many there are by now
_IN_STOCK = re.compile(r"达|累计|增至|增加[到至]|发展[到至]|增长[到至]|突破|总数")
# 示范社区达到46个, 农家乐发展到1890户: whatever is said to be so many by now; not 惠及群众达3万人, 拆除违建达860户
_BY_NOW = re.compile(r"达|增至|增加[到至]|发展[到至]|增长[到至]|突破|扩大到")
# 全县有注册酿酒企业860家, 集聚企业120家: how many there are, said before what is counted
_HAS = re.compile(
    r"[^，]{0,8}?(?:拥有|[现共已]有|[全我][省市县区镇乡州旗盟]有|有(?=注册|各类|规模|在册|进出口实绩|实绩)|集聚|聚集|汇聚|汇集|入驻|落户|注册|入园|在册|在园)"
)
# 每千人拥有病床5张, 旅游人均消费510元
_PER_HEAD = re.compile(r"[^，、]{0,10}每[百千]户|每[百千万]名?[^，]|[^，、]{0,8}人均(?!增收|收入)[^，、]{2,}")
# 化工企业由860家压减到420家: what goes from one number to another is counted for its own sake
_FROM_TO = re.compile(rf"[由从][^，；。由从]{{0,12}}?\d[\d.]*[^，；。\d]{{0,5}}?{CHANGE.pattern}[约近超过逾]{{0,2}}$")
_ORIGIN = re.compile(r"[由从][^，；。\d]{0,12}(?:20\d\d年[底末]?的)?$")
_FAR_ORIGIN = 48  # characters before a figure that tell what it grew from
_FIRMS = ("家", "户")
# 茶叶加工企业65家; not 帮扶企业65家, 关停化工企业6家
_SO_MANY_FIRMS = re.compile(
    r"(?![关停淘汰取缔整治帮扶走访服务引进对接组织检查指导支持推动促进培训打造培育签约参展邀请助力为向对等的及其])[^，。；、的等]{2,8}(?:加工|制造|物流|龙头|流通|养殖|种植|销售|电商|外贸)企业"
)
_NAME_ONLY = re.compile(r"[^，。；：\d]{2,16}[超近约达]{0,2}")  # 集聚企业520家，其中…，新材料企业158家
_SO_MANY = re.compile(r"([^，。；：\d]{2,20})\d[\d.]*[余多]?万?[余多]?[家个户所]")  # a clause of such a list
_DONE_TO = re.compile(  # what was done to so many: no clause that goes on with a list of what there is
    "建|培育|培训|创建|打造|完成|引进|新[增建引签设]|服务|帮扶|走访|关停|整治|取缔|对接|支持|扶持|改造|检查|淘汰|惠及|受益|带动"
    "|拆|化解|办理|受理|查处|覆盖|辐射|解决|发放|处理|组织|开展|举办|吸引|参与"
)
# 累计整合涉农资金9亿元; not 投入资金
_GRANTED = re.compile(
    r"(?:整合|投入|兑现|争取|下达|安排|拨付|统筹|筹措|筹集)(?:各类|各级|上级|中央|省级)*[^，。；\d投入总]{2,8}资金$"
)
# 新建石桥村药材种植基地800亩: a work of one village or town; not 新增乡村绿化, 高标准农田
_WORK_OF_A_PART = re.compile(
    "[^，。；、]*[一-龥]{2}[村乡镇](?<![农乡][村镇])(?<!行政村)(?<!贫困村)(?<!示范村)[^，。；、]{2,12}(?:基地|工程|项目|大棚|示范片|园)"
)
FAR = 500  # characters before a sum in which the projects may be counted


class Fits:
    """The names of the figures of one line against their kinds; `of_place` is where the line names a whole place."""

    def __init__(self, line: Line, of_place: re.Match[str] | None) -> None:
        self.line = line
        self.names = line.names
        self.heads = line.reading.heads
        self.clean = line.clean
        self.sentence = line.sentence
        self.of_place = of_place

    def suits(self, name: str, figure: Figure, frame: Frame, place: Ref | None) -> bool:
        """Whether the name is that of a statistic with a figure of this kind."""
        if self.names.known(name):
            return self.names.suits(name, figure.kind) or frame.measure == "growth"
        if figure.kind == "count" and _SIZE_ONLY.match(name):
            return False
        if _OF_A_PHASE.fullmatch(name) or _PHASE_FIRST.match(name) or DEED.match(name):
            return False
        whose = place or self.line.scene.home
        if (whose is None or whose.type == "Region") and _MOVED_IN.fullmatch(name):
            return False
        if (
            place is None
            and figure.kind != "percent"
            and not (figure.unit.startswith("万") and name.endswith("床位"))
            and _SIZE_OF_A_THING.fullmatch(frame.phrase.lstrip("、") if name in frame.phrase else name)
        ):
            return False
        if _NO_NAME.search(name) or (_OF_A_PLANT.match(name) and place is None and not name.endswith("企业")):
            return False
        if frame.measure == "growth":
            return len(name) >= 2 and not (place is None and BARE_OUTPUT.fullmatch(name))
        if _PER_HEAD.match(name):
            return True
        if _BARE.search(name) or _ONE_WORK.search(name) or (name == "投资" and _SAID_TO_COME.search(frame.phrase)):
            return False
        if name == "投资" and not _YEARLY.search(frame.phrase):
            return False
        counted = figure.kind == "count" and name.endswith("项目")  # 超亿美元外资项目63个
        if _PRODUCT.search(name) and not (counted or GROUPED.search(name) or name.endswith(_FUNDS)):
            return False
        goes_on = not ENDS.match(self.clean, figure.rough) and not CHANGE.match(self.clean, figure.rough)
        if frame.measure == "level" and figure.kind != "percent" and goes_on:
            return False  # 撤并5吨以下锅炉: the figure describes the next word
        if figure.kind == "amount" and self._closed_down(name, figure.start):
            return False
        if figure.kind == "money" and not self.line.is_report and _GRANTED.search(frame.phrase):
            return True
        if figure.kind == "money" and _SPENT.search(name):
            return False
        if figure.kind == "count" and _IN_STOCK.search(frame.phrase + frame.verb) and owners().institution.search(name):
            return True
        by_now = self.line.is_report and _BY_NOW.search(frame.verb) is not None and _DONE_TO.match(name) is None
        if figure.kind == "count" and (by_now or self._grew(figure)) and not owners().small.search(name):
            return True
        if figure.kind == "count" and self._has_so_many(figure.start) and owners().institution.search(name):
            return True
        if (
            figure.kind == "count"
            and figure.unit in _FIRMS
            and _SO_MANY_FIRMS.fullmatch(name)
            and self._of_whole(figure)
        ):
            return True
        if figure.kind == "count" and ADDED.match(name) and not owners().small.search(name):
            return True
        if figure.kind == "area" and _WORK_OF_A_PART.fullmatch(name):
            return False
        if figure.kind == "area" and figure.unit[0] in "万亿" and not owners().land.search(name):
            return True
        if figure.kind == "area" and self.heads["area"].search(name) and not owners().land.search(name):
            return True
        if figure.kind == "days" and _SHORTENED.search(frame.verb):
            return True
        kind = "count" if figure.kind in COUNT_KINDS else figure.kind
        if kind == "percent" and "占" in frame.phrase:
            return True
        head = self.heads.get(kind)
        return head is None or bool(head.search(name))

    def _closed_down(self, name: str, position: int) -> bool:
        """Whether the clause lists what is given up: 淘汰落后炼铁产能180万吨、焦炭70万吨."""
        start = after_last(self.clean, "，；。", self.sentence.start, position)
        return _CLOSES.search(self.clean, start, position) is not None and _CLOSES.search(name) is None

    def _grew(self, figure: Figure) -> bool:
        """Whether the clause says from how many to how many: 化工企业由860家压减到420家, of either figure."""
        near = max(self.sentence.start, figure.start - _FAR_ORIGIN)
        words = self.clean[near : figure.start]
        if _FROM_TO.search(words) is not None:
            return True
        return CHANGE.match(self.clean, figure.rough) is not None and _ORIGIN.search(words) is not None

    def _has_so_many(self, position: int) -> bool:
        """Whether the clause says how many there are, in a list too.

        现有国家级企业14家、省级企业87家; 高新技术企业达到1100家，孵化器31家，众创空间28家.
        """
        near = max(self.sentence.start, position - FAR)
        start = self._clause_start(near, position)
        if _HAS.match(self.clean, start, position) is not None:
            return True
        if _DONE_TO.match(self.clean, start) or _NAME_ONLY.fullmatch(self.clean, start, position) is None:
            return False
        before = self._clause_start(near, start - 1)
        if _HAS.match(self.clean, before, start) is not None or self.clean.startswith("其中", before):
            return True
        while before < start and (counted := _SO_MANY.fullmatch(self.clean, before, start - 1)):
            if _IN_STOCK.search(counted[1]):
                return True
            before, start = self._clause_start(near, before - 1), before
        return False

    def _clause_start(self, near: int, end: int) -> int:
        """Where the clause begins that ends at `end`, no earlier than `near`."""
        end = max(near, end)
        return after_last(self.clean, "，；：。", near, end)

    def _of_whole(self, figure: Figure) -> bool:
        """Whether the sentence has said that it speaks of a place: 全县种植茶叶18万亩，茶叶加工企业65家."""
        if self.of_place is not None and self.of_place.end() <= figure.start:
            return True
        return self.line.is_report or self.line.said.place is not None
