"""Clauses that name a programme or slogan without saying that the place carries it out or adopts it.

Reports speak of the nation (国家实施新一轮西部大开发), of the epoch (处于“两个一百年”的历史交汇期), of chances
(抢抓“双循环”机遇), of what others say (总理指出…) and of quantities (经济适用住房35万平方米).
"""

from __future__ import annotations

import re

from kg.relate.clauses import Clause, View
from kg.types import Mention

_SAID = 4  # clauses back in a sentence in which somebody may have begun to speak

# 随着国家深入实施…; 国家将继续实施…: who acts is the nation
_NATION = re.compile(
    r"(?:随着|伴随着?|由于|鉴于|得益于|受益于|近年来|当前|目前|今年|明年|去年|同时|特别是|尤其是|因为|虽然|尽管|但)*"
    r"(?:国家|我国|党中央(?:、国务院)?|中央|国务院|全国(?:上下|人民|各族人民)|全党全国|世界各国)"
    r"(?:将|继续|已|正|又|先后|相继|陆续|密集|大力|深入|全面|加快|加大|强力|持续|不断|积极|高度|推出|决定|部署|提出|启动|推进|实施|出台|支持|推动|开展|制定|强调|赋予|重视|把|进一步|层面|立足|构建|坚持|贯彻|迈向)"
)
_ITEM = re.compile(r"[（(]?[一二三四五六七八九\d]{1,2}(?:是|[）)、.])")
_OURS = re.compile(
    r"(?:我|全|本)(?:省|市|县|区|州|盟|旗|镇|乡)|我们|各级|各部门|省委|市委|县委|区委|省政府|市政府|县政府|区政府"
)
_AS = re.compile(r"(?:随着|伴随着?|受益于|得益于|乘着)")  # 随着“放管服”改革深入推进
# 抢抓国家实施新型城镇化战略的机遇
_CHANCE = re.compile(
    r"(?:抢抓|抓住|紧抓|抓牢|用好|用足|把握|借助|借力|借势|抢占|迎来|面临|面对|得益于|享受|叠加|随着|伴随|凭借|依托|发挥|乘着?)"
)
_CHANCES = re.compile(r"[^，。；]{0,30}(?:机遇|契机|东风|利好|窗口期?|风口|有利时机|有利条件|叠加优势|政策红利)")
_BRINGS = re.compile(r"(?:[^，。；、]{0,8})带来的?[^，。；、]{0,16}(?:机遇|机会|红利|空间)")  # 双循环带来的发展机遇
_OPENINGS = re.compile(r"[^，。；、]{0,12}(?:机遇|红利)")
_NATIONS = re.compile(r"国家(?:大力|深入|全面|加快|继续|新一轮)*(?:实施|推进|推动|支持|建设|出台)[^，。；]{0,12}$")
# 从国内看，…新格局正在加快形成: how the world goes
_OUTLOOK = re.compile(r"从(?:国际|国内|全国|全球|世界|外部|宏观)[^，。；]{0,6}看，[^。]*$")
_FORMS = re.compile(r"[^，。；]{0,8}(?:正在|正|逐步|加快|加速|全面|深入)+(?:形成|构建|展开|推进|演进|实施)$")
# “十四五”时期是|全面建成小康社会、实现第一个百年奋斗目标之后
_AFTER = re.compile(r"[^，。；]{2,36}之后$")
_STANDS = re.compile(r"(?:是|处于|处在|站在)[^，。；]{0,24}$")
# 处于“两个一百年”奋斗目标的历史交汇期; 是全面建成小康社会之后的第一个五年
_EPOCH = re.compile(r"[^，。；、]{0,16}(?:交汇期|交汇点|之后$|前夕$|的中国$|历史方位|时代背景|上升为国家战略)")
# 开启现代化新征程、向第二个百年奋斗目标进军的第一个五年: which years they are
_YEARS_OF = re.compile(
    r"[^，。；]{0,40}的(?:第[一二三]个(?:五年|十年|百年)|最后一年|收官之年|开局之年|起步之年|第一年)"
)
_ALONG = re.compile(r"[”》]?(?:沿线|沿途|周边)(?:各国|国家|市场|地区|城市)")  # 支持企业到“一带一路”沿线国家投资
_PROSPECT = re.compile(r"[”》]?(?:国家)?的?[^，。；、]{0,6}(?:前景|号角|大幕|浪潮|大潮|潮流|曙光)")
_FRONT = re.compile(
    r"[”》]?(?:的)?(?:主战场|主阵地|重要组成部分|大省|大市|大县)(?!中|上)"
)  # 是污染防治主战场: what the place is
# （不含农村危房改造）: what a figure leaves out
_LEFT_OUT = re.compile(r"（(?:不含|不包括|不计|未含|除|扣除|剔除)[^（）]*$|数据(?:来自|来源|由)|(?:数据|资料)$")
# “十四五”时期: a time
_PLAN = re.compile(r"“?十[一二三四五]五”?")
_TIME = re.compile(
    r"”?(?:时期|期间|伊始|工作(?:回顾|总结)|美好|的?[\d.]+倍|以来|以后|末|期末|初|期初|中期|后期|前|发展|主要|经济社会|开局|收官|良好开局|头|第)"
)
# 编制“十四五”, “十三五”圆满收官: the plan; with anything else around it (“十四五”青山最亮的名片) a time
_PLANNED = re.compile(
    "(?:完成|实施|编制|谋划|规划|制定|落实|贯彻|决胜|启动|推进|实现|收官|描绘|开启|奋进|做好)[^，。；]{0,6}$"
)
_AIMS = re.compile(r"”?(?:的)?[^，。；]{0,4}(?:规划|目标|任务|蓝图|收官|圆满|画上|顺利|胜利|完美|启航|开局|项目)")
# 疫情防控面临的挑战不容忽视, 污染防治任务艰巨: what is still wrong
_WANTING = re.compile(
    r"[^，。；]{0,18}(?:不容忽视|不容乐观|(?:还|仍|尚)不(?:到位|高|快|深|够|平衡|充分|完善)|有待|仍需|亟待|亟需|任重道远|依然(?:较|很|十分|存在|严峻|突出|艰巨|繁重)|仍然?(?:较|很|存在|不|需)|艰巨|繁重|难度(?:较|很|大)|压力(?:较|很|大)|(?:短板|不足|不够(?:突出|强|高|优|快|深|完善|充分|平衡|协调|紧密)?|滞后|(?:较|偏|过)[慢低弱少散]|不[强优快畅])(?:$|[，。；、]))"
)
# 总理指出，…: what somebody else says
_SPEAKS = re.compile(
    r"(?!.{0,30}(?:落实|贯彻|按照|遵循|根据|牢记|围绕|学习|践行))[^，；。]{0,30}?"
    r"(?:习近平|总书记|总理|党的十[六七八九]大|党的二十大|中央经济工作会议|国务院|中央|"
    r"董事长|总经理|总裁|经理|创始人|负责人|教授|专家|院士|会长|研究员|学者)"
    r"[^，；。]{0,24}(?:指出|强调|认为|表示|提出|说|称|坦言|介绍|透露|号召)(?:了|道)?[，：“]*$"
)
# 公司坚持…, 集团实施…: a firm that the clause does not name
_FIRM = re.compile(
    r"“?(?:目前|近年来|如今|未来|今后|下一步|同时)*，?"
    r"(?:(?:该|本|我们|两家|多家)?(?:公司|集团)|该企业|厂家|企业(?:自|将|始终|坚持|先后|通过|还|已|在))"
)
# 松泉大桥是“十四五”规划重点项目之一, 成为长三角一体化的新窗口: what a thing is
_IS = re.compile(r"(?:是|属于|系|成为|作为|纳入|列入)[^，。；]{0,30}$")
# 水库扩建列入省“十四五”规划盘子, 铁路纳入国家规划: the plan of others, in which a thing of one's own is taken up
_TAKEN_UP = re.compile(
    r"(?:列入|纳入|进入|挤进|写入|入选)了?(?:国家|全国|中央|省|自治区|全省|市|全市|省级|国家级|部|的|“|《)*$"
)
_PLANS = re.compile(r"[”》]?[^，。；、]{0,6}(?:规划|计划|盘子|笼子|项目库|储备库|名录|目录|清单|名单)")
_PLAN_NAME = re.compile(r"(?:规划|计划|清单|目录|项目库)[”》]?$")
# 从“小作坊”到“隐形冠军”: a turn of a title
_TURN = re.compile(r"从[^，。；]{1,14}?(?:到|迈向|走向|变身?|成为|蝶变)[“]?$")
_SUCH = re.compile(r"[^，。；]{0,28}?(?:项目|缩影|典范|样本|样板|标杆|窗口|引擎|里程碑|重要节点)(?:之一)?(?:、|$)")
# 争取秦巴扶贫规划项目资金: money; 借鉴浦东“一业一证”做法: others' ways
_GAINS = re.compile(r"(?:争取|向上争取|申请|到位|下达|获得)[^，。；]{0,16}$")
_FUNDS = re.compile(r"”?(?:项目|专项|财政|补助|扶持|奖补)*(?:资金|经费|补助)")
_LAWS = re.compile(r"[^，。；]{0,40}(?:地方立法|立法\d)")  # 完成古树保护等地方立法3部
# 开工经济适用住房35万平方米: so much work, no programme
_WORKS = re.compile(r"房$|[^棚]户$|农田建设$")
_AMOUNT = re.compile(r"(?:建设|面积|项目|任务|工程)?(?:约|近|共|超|达)?[\d.]+(?:多|余)?万?(?:平方米|公里|千公顷)")

# 医保参保率为96%, 农村低保标准提高到…: a figure of what the place has anyway, unless somebody raises it
_FIGURE = re.compile(
    r"”?(?:对象|人员)?(?:财政|政府|年|月|人均|补助|筹资|保障|供养|救助|补差|最高)*"
    r"(?:标准|水平|参合率|参保率|覆盖率|参合人数|参保人数|覆盖人数)[^，。；、]{0,10}?(?:达|为|提高|提升|增长|增加|上调|稳定|保持|超过|突破|\d)"
)
_RAISED = re.compile("提高|提升|扩大|增加|调整|上调|落实|推进|推动|推行|完善|开展|实现|实施|建立|整合")
# 新建通组公路137公里: a thing of which so much was built
_BUILT = re.compile(r"(?:新建|建成|新增|铺设|安装|改建|硬化)[^，。；完实推开]*$")
_THING = re.compile(
    r"(?:路|农田|锅炉|管网|管道|厕所|路灯|水井|机井|水窖|充电桩|停车位|车位|大棚|校舍|基站|绿地|渠道|堤防)$"
)
_PIECES = re.compile(r"[\d.]+[余多]?万?(?:公里|千米|亩|公顷|台|座|盏|个|眼|口|套|处|间|平方米|根)")


def is_idle(view: View, clause: Clause, mention: Mention) -> bool:
    """Whether a clause only mentions a programme or slogan.

    True in: 国家深入实施新一轮西部大开发; 抢抓“双循环”机遇; 开工经济适用住房35万平方米. False in: 积极融入“双循环”.
    """
    clean, start, end = view.clean, mention.start, clause.end
    while end > mention.end and clean[end - 1] in "，；：。！？\n ":
        end -= 1
    lead = view.lead(clause, start)
    if any(shape.match(clean, clause.start, start) for shape in (_NATION, _AS, _FIRM)) or _nation_goes_on(view, clause):
        return True
    if _NATIONS.search(clean, lead, start) or _LEFT_OUT.search(clean, lead, start):
        return True
    if any(shape.match(clean, mention.end, end) for shape in (_EPOCH, _YEARS_OF, _ALONG, _PROSPECT, _FRONT)):
        return True
    if _AFTER.match(clean, mention.end, end) and _STANDS.search(clean, lead, start):
        return True
    first = view.clauses[clause.first].start
    if _FORMS.match(clean, mention.end, end) and _OUTLOOK.match(clean, first, clause.start):
        return True
    if _CHANCES.match(clean, mention.end, end) and _CHANCE.search(clean, lead, start):
        return True
    if _PLAN.fullmatch(clean, start, mention.end) and (
        _TIME.match(clean, mention.end, end)
        or not (_PLANNED.search(clean, lead, start) or _AIMS.match(clean, mention.end, end))
    ):
        return True
    if _BRINGS.match(clean, mention.end, end) or _LAWS.match(clean, mention.end, end):
        return True
    if _SUCH.match(clean, mention.end, end) and _IS.search(clean, lead, start):
        return True
    if _TAKEN_UP.search(clean, lead, start) and (
        _PLAN_NAME.search(mention.key) or _PLANS.match(clean, mention.end, end)
    ):
        return True
    if mention.type == "Slogan" and _TURN.search(clean, clause.start, start):
        return True
    if _FUNDS.match(clean, mention.end, end) and _GAINS.search(clean, lead, start):
        return True
    if _WORKS.search(mention.key) and _AMOUNT.match(clean, mention.end, end):
        return True
    if (
        _THING.search(clean, start, mention.end)
        and _PIECES.match(clean, mention.end, end)
        and _BUILT.search(clean, lead, start)
    ):
        return True
    if _FIGURE.match(clean, mention.end, end) and not _RAISED.search(clean, lead, start):
        return True
    if _WANTING.match(clean, mention.end, end):
        return True
    earlier = view.clauses[max(clause.first, clause.index - _SAID) : clause.index]
    return any(_SPEAKS.match(clean, other.start, min(other.end, other.start + 80)) for other in earlier)


def is_chance(view: View, clause: Clause, mention: Mention) -> bool:
    """Whether a clause names what the nation does, or the chances that something brings: 发展临空经济带来的机遇."""
    clean = view.clean
    if _NATION.match(clean, clause.start, mention.start) or _nation_goes_on(view, clause):
        return True
    return any(shape.match(clean, mention.end, clause.end) for shape in (_BRINGS, _OPENINGS))


def _nation_goes_on(view: View, clause: Clause) -> bool:
    """一是国家出台了…意见，全面实施…规划: the nation is still the subject where no clause since has one of its own."""
    for index in range(clause.index, max(clause.first, clause.index - _SAID) - 1, -1):
        other = view.clauses[index]
        item = _ITEM.match(view.clean, other.start, other.end)
        start = item.end() if item else other.start
        if index < clause.index and _NATION.match(view.clean, start, other.end):
            return True
        if _OURS.search(view.clean, other.start, min(other.end, other.start + 16)) or view.subjects(other):
            return False
    return False
