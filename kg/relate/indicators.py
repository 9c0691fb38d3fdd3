"""Names of indicators: one for each headline statistic, whatever the report calls it, and joined names taken apart."""

from __future__ import annotations

import re

from kg.ontology import Lexicon, load_statistics

_AND = r"(?:(?<!共)和(?![谐美平])|(?<!参)与|(?<![普涉波])及(?![时格]))"  # 农村自来水普及率 is one name
_JOINT = re.compile(rf"、|{_AND}")
# What may stand before an indicator and is no part of its name.
_LEAD = re.compile(
    r"^(?:[—－\-·•●■◆▲★]+|[^|｜\d]{1,12}[|｜]|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十]、|[二三](?:次)?产)(?=.{3,})|[一二三四五六七八九十]是(?=.{3,})|(?:本次|此次)?(?:活动|仪式|大会|会议|会上)?(?:现场|当场|成功|共)+(?=签约)|(?:[一-龥]{0,6}项目)?(?:包含|包括|涵盖)(?=[^，、]{2,8}项目)|[、与的,\s]|和(?!谐|美)|把(?=.{2,})|按[^，、\d]{2,10}计算的?(?=人均)|按[^，、\d]{2,8}口径(?:计算|统计)?的?(?=.{4,})|主要(?:工业|农业|农)?产品(?:中)?(?=.{2,})|及(?!时)|及时(?:下拨|发放|拨付)?|下拨|拨付|其中|(?:本[报网]|又|另)讯|截至目前|目前|当前|如今|(?:区|园|园区|境|辖区)内(?:现有|已有|有|拥有)|建议|预计|预期|力争|争取到?(?!位)|确保|力求|(?:全力)?冲刺|锚定|(?:各[^，、。]{1,6})?要?(?:紧盯|瞄准|咬定)|每年(?!人|均|[末初底])|围绕|努力|实现|完成|全年|当年|年内|去年|今年|明年|上年|本年度?|确定(?=重点|(?:19|20)\d\d年|全年)|为(?=(?:确保|完成|实现)+)|圆满(?=完成|实现)|也(?=.{4,})|在[一-龥]{2,4}(?=(?:集中|分别|现场)签约)|"
    r"这[个座片](?:小|大|边境|口岸|沿海|内陆|山区|农业|工业)*(?:省|城市?|县城?|市|区|镇|乡|州|旗)|[全我该](?:市|县|区|镇|乡|州|旗|省|盟|街道|社会(?=用水))|(?:街道|县|市|区|旗|乡镇|镇)(?=完成|实现)|机场完成(?=.{3,})|本[市县区镇乡州]|师市(?=.{2,})|[全本我]师(?=.{2,})|"
    r"(?:今年)?(?:[上下]半年|前[一二三两]个?季度|(?:(?:第?[一二三四]|前三)季度末?|首季度?)|前[一二三四五六七八九十\d]{1,2}个?月)|"
    r"(?:(?:五一|国庆|中秋|春节|元旦|清明|端午)、?)+(?:假期|小长假|假日|黄金周|长假|期间)+|"
    r"(?:元|\d{1,2}|[一二三四五六七八九十]{1,2})月?份?[\-—~～至到](?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|末|底)?|"
    r"(?:截至|截止到?|到)?\d{1,2}月(?:份|末|底前?|前|当月|单月)|(?:自|从)?(?:19|20)\d\d年(?:以来|[底末前度])?|以来|到20\d\d年[底末]?|"
    r"[“”一二三四五六七八九十]{2,5}(?:时期|期间|期?末)|近[两三四五]年来?(?=.{4,})|[三四五]年来|[三五十]年后|[三四五]年间?(?=[年累])|[三四五]年间?(?:共|总共)?(?=民生|财政|生态|造林|固定资产|新增|净增|转移|减贫|减少|争取|引进|投入|完成|实现|改造)|我们的?|年均|累计|总共|共计?|"
    r"(?:主要)?(?:预期|发展|经济)*目标(?:[是为]|建议)?[:：]?|(?:提高|提升)(?=.{2,}率$)|推动|促进|带动(?!就业|创业|增收)|保持|有望|(?:街道|园区|开发区|新区)?将力争|首次|先后|已经?|将|截至|使|让|全力|"
    r"(?:共|现|已|拥|末|均|还)?有(?![色机效线限害毒关条偿轨])|同比|年度(?!(?:计划)?投资)|同时|同期|基本|分别|另外?|此外|年末|年底|期末|全部完成|要|计划(?!生育)|预算|加上(?!级)|加(?=上级)|以及|落实(?=.{2,}(?:资金|贷款|补贴|补助|经费|贴息))|(?:居民|群众|职工|人员|家庭)发放|保障(?=农村|城[镇市乡])|主要污染物(?=.{2,})|各级各类|发生(?:各类)?(?=[^，]{0,6}事故)|持续(?=投入)|控制在(?=.{2,})|重点(?=推进|实施|抓好)|实施|投入|争取|抓好|安排|推进|发放|开展|取得了?|共?实施)+"
)
# none is made of two others, or a row of them could be cut in ever more ways
_TAIL = re.compile(
    r"(?:实现|完成|总计|合计|共计|累计|规模|总量|(?<=建设|改造|造林|脱贫)任务|同比|环比|同口径(?:计算)?|预[计期]|(?<=.{4})(?:调控|增长)?目标值?|(?<=.{4})\d{1,2}[—~～至-]\d{1,2}月(?:份)?(?:增速|累计)?|(?<=.{4})(?:预算|计划|拟)?安排|(?<=.{2})(?:(?:去年|今年|上年|当年|前年)[底末初]?|全年|(?<!\d)(?:19|20)\d\d年(?:[底末]|度)?)|(?<=.{3})[由从]?(?:[上下]半年|前三个?季度|第?[一二三四]季度|当季)|(?<=.{3})年[底末内]|(?<=.{2})每(?:公斤|斤|吨|亩|平方米)|(?<=收入)预算[数额]?|(?<=支出)预算[数额]?|分别|双双|统一|的|(?<=收入)[村户]均|(?<!人)均|都|(?<=.{3})[要须应]|可|已|将|继续|稳步|持续|大幅|显著|始终|稳定|连续[一二三四五六七八九十\d]{1,3}(?:年|个月|个?季度)|(?<=率)(?:平均值?|均值)|(?<=收入)(?:累计)?入库|(?<=税收)(?:累计)?入库|(?<=.{3})(?:月人均|人均月|人均每月)|(?<=.{3})(?<![个前近])[三四五]年(?:来|间|共)?"
    r"|(?<=.{3})(?:按同|按?(?:自然|可比|老|新))口径(?:计算)?|(?<=.{3})(?:剔除|扣除|还原)[^，。；]{2,14}(?:后|因素))+$"
)
_DOINGS = frozenset(
    ("引进", "开工", "新建", "投产", "签约", "竣工", "改造", "新增", "完成", "建成", "在建", "续建", "储备")
)
_OF_GOODS = frozenset(("产量", "总产量", "产销量", "销量", "销售量", "保有量", "零售额", "销售额", "出口额", "价格"))
_OF_WORK = frozenset(("投资", "资金"))
_MEASURED = re.compile(r"[量额值率数积入资]$")
_CLOSED = str.maketrans("、和与及", "\ue000\ue001\ue002\ue003")
_OPENED = str.maketrans("\ue000\ue001\ue002\ue003", "、和与及")
_REMEMBERED = 20_000  # phrases that are stripped once, not each time they come up
_WHOLES = ("总量", "规模")
_BRACKETS = re.compile(r"[(（][^)）]*[)）]|【[^】]*】|[①-⑳]")
_INNER = re.compile(
    r"(?:(?<=机场)|(?<=港))(?:全年|年度?|累计|共|预计)*(?:完成|实现)?(?=旅客|货邮|客货|货物|集装箱|外贸)|(?<=班列)(?:全年|共|累计)+(?=开行)|(?<=.{2})累计(?=支出$|收入$|投资$|投入$)|(?<=.{2})(?:累计|预计|分别|共)*完成(?=[^，、]{2,8}投资$)|(?<=.)分别(?=进出口|出口|进口)|(?<=.)(?:累计|预计|分别|共)*(?:完成|实现)(?=(?:集群|工业|税后|主营业务|营业|销售|服务|总|净|综合)*(?:总产值|产值|增加值|利润|利税|税收|收入|营收|投资|销售|零售))"
)
_SHARE = re.compile(r"(.{2,})(?:占到?(?!比|有)|相当于)(.{2,}?)的?(?:比重|比例)?$")
_ONLY = re.compile(r"(?:^|(?<=..))(?:仅仅|[均仅只都])(?=占(?!比))")
_SHARED_END = re.compile(r"(?:增加值|总产值|产值|投资|收入|支出|面积|人数|产量|企业)?占(?:.{2,}比重|比)$")
_OF_LEVEL = re.compile(r"(?<=本级)(?:累计|共)?(?:完成|实现)(?=.{2,})")
# 五年累计完成全社会固定资产投资; not 五年期贷款, 三年行动计划
_OF_YEARS = re.compile(r"^(?:连续)?[三四五]年(?:来|间)?(?:累计|共|总共)?(?![级制期规计行以内生限保后前])(?=.{4,})")
_USED_FOR = re.compile(r"^(?:财政)?用于([^，的]{2,8}?)(?:方面)?的?(支出|投入|资金)$")
_OF = re.compile(r"的(?=(?:比重|比例|占比)$)")
_ITSELF = re.compile(
    r"^(?:当季|当月|单季|单月|总量|总数|存量|总额|其|规模|总规模|累计|增速|增幅|增加|提高|增长率|增长|同比|同口径|年均|平均|人均|涨幅|降幅|排名|居|均|较上年|比上年|[较比](?:前五年|上(?:一)?个?五年|上(?:一)?届)|可比口径|"
    r"按?可比(?:口径|价格?)(?:计算)?|按?[^，占]{0,4}口径(?:计算|统计|比较|算)?|按不变价格?(?:计算)?|[较比]?“?(?:[八九]|十[一二三四五六]?)五”?(?:时期|期间|期)?(?:末|初)?(?:时期)?|这[一个]+(?:数字|数据|指标)|扣除.*|剔除.*|考虑.*|[两二三四五]年|净增|其中|预计|实际|名义|"
    r"(?:恢复|回升|修复|反弹)(?:到|至)?(?:全年|[上下]半年|[一二三四]季度|前三季度)?|转为[正负]?|受[^，]{2,8}影响|扭转了?(?:上半年|[一二三四]季度|前三季度)?|(?:转为|全年)?(?:仍|依然|仍然|最终)|"
    r"[较比](?:疫情前|[两三四五十]年前|上年|去年|前年|往年|年初|同期|上届|上期|上次|上季度|上月|20\d\d年)[^，]{0,6})*$"
)
_LONGEST_ITSELF = 48  # characters; 按可比口径 can be cut in several ways, a row of it in ever more
_LAST_JOINT = re.compile(rf"^(.{{2,}})(?:以及|{_AND})(.{{2,}})$")
_SECTOR = re.compile(r"^(第[一二三])(?:次)?产业$")
# 主会场传来捷报——|签约项目; 重点项目|落户云岭|总投资, 招商项目|在江东集中签约|投资总额
_ASIDE = re.compile(r"^.*(?:——|”[-—])(?=.{2})")
_OF_SIGNING = re.compile(
    r"(?<=项目)(?:(?:在[一-龥]{2,4})?(?:集中|现场|正式)签约|落户[一-龥]{2,5}?)(?=总投资|投资总?额|协议(?:总?投资|金额))"
)
_SHORT_SECTOR = re.compile(r"^([一二三])产(?:业)?(增加值|投资|)$")
# 规上工业增长7%, 批发和零售业增长6%: growth of a sector is that of its value added
_INDUSTRY = re.compile(
    r"^(?:规[上模]工业|规模以上工业|全部工业|.{0,20}(?:服务业|制造业|采矿业|建筑业|金融业|房地产业|零售业|餐饮业|邮政业|农林牧渔业|供应业|加工业|制品业|纺织业|开采业|种植业|养殖业)|(?:地方|民营|国有|国有控股|集体)?工业|农业|林业|牧业|畜牧业|渔业)$"
)
_INSURED = re.compile(r"^参加(.{2,}?(?:保险|医疗))(?:的?(?:职工|人员|农民工)?总?人数)?$")
_TRADED = re.compile(r"^(出口|进口)([^额总量值、率时通退]{2,12})$")  # 出口机电产品98亿元
_IN_BANKS = re.compile(r"^(?:全部|年末)?(?:银行业)?金融机构(?=.*[存贷]款)")
_WITH = re.compile(r"^对[^、]{2,8}$")
_STAGED = re.compile(r"(.{2,}项目)(新?(?:签约|开工|竣工|投产|引进))")  # 产业项目新签约60个 → 新签约产业项目
_HERD = re.compile(r"^(出栏|存栏)([^数量]{2,4})$")
_POLLUTANT = re.compile(
    r"^(PM2\.5|PM10|细颗粒物|可吸入颗粒物|二氧化硫|二氧化氮|臭氧|一氧化碳)((?:年)?(?:平均|均)?(?:浓度|值))?$"
)
_CONCENTRATION = re.compile(r"(?:年)?(?:平均|均)?浓度(?:值)?$")
_SECTOR_SHARE = re.compile(r"^(第[一二三])(?:次)?产业(?:比重|占比)$")
# 限额以上单位通过互联网实现的商品零售额 is no 商品零售额
_NARROWER = re.compile(r"限额以上|限上|规模以上|规上|互联网|网上|实绩|业绩|企业|单位|产业|园区|行业|其他|以外")
_SECTORS = re.compile(r"^(?:第?一、?(?:第)?二(?:、|和|及)?(?:第)?三(?:次)?产业?|三次产业)(.*)$")
_TWO_SECTORS = re.compile(r"^第([一二三])(?:次)?(?:产业)?(?:、|和|与)第?([一二三])(?:次)?产业(.*)$")
# 第一产业增加值占全县生产总值比重 is 第一产业占比.
_OF_GDP = re.compile(
    r"^(第[一二三])(?:次)?产业(?:增加值)?占(?:全[市县区省州旗镇乡国盟])?(?:地区|国内)?(?:生产总值|GDP|经济总量)比重$"
)
_WHEN = re.compile(
    r"(?<=..)[到至]?(?:去年|今年|上年|全年|(?<!\d)(?:19|20)\d\d年)(?=(?:工业|主营业务|营业|销售)*(?:总?产值|收入|增加值|税收|利润|投资))"
)
_WHERE = re.compile(r"(?<=占)全[市县区省州旗镇乡盟](?=.{2,}比重$)")
_SEVERAL_PLACES = re.compile(r"^(城镇|城市|农村|牧区|农牧区)、?(?:和|与)?(农村|牧区|农牧区|城镇|城市)(.*)$")
_URBAN_RURAL = re.compile(r"^城、?镇?乡(?:常住)?(.*)$")
_INSURANCE = re.compile(r"保险(?:参保率|参保人数|参保总人数|覆盖率|覆盖面|参保人员)$")
_INSURED_PEOPLE = re.compile(r"(?:城乡居民|城镇职工|城镇居民|职工|居民)(?:基本)?")
_TRADES = ("批发业", "零售业", "住宿业", "餐饮业")
_TRADE = re.compile(
    r"^(限上|限额以上)?批零住餐(?:四大)?(?:行业|业)?(.{2,})$"
)  # 批零住餐业营业额分别增长28%、25%、18%、22%
_LEVELS = ("省级", "市级")
_OF_LEVELS = re.compile(r"^省、?市(重点项目.*|重大项目.*)$")
_MEAT = ("肉", "蛋", "奶")
_MEAT_EGGS_MILK = re.compile(r"^肉、?蛋、?奶(?:类)?(.*产量)$")
# 生产总值、工业投资|等主要指标
_SUCH_INDICATORS = re.compile(r"等(?:\d+|[二两三四五六七八九十]+)?项?(?:主要|各项|核心|关键|重点)*(?:经济)?指标$")
_SO_MANY_BRANCHES = re.compile(
    r"(?<=.)(?:等)?[两三四五六七八九十]大[^、]{0,6}?产业((?:增加值|总?产值|营业收入|主营业务收入|投资|税收)(?:占比)?)$"
)
_SIZED = re.compile(r"(?:限额以上|限上|规模以上|规上|规模)(?=.{1,6}业|批发$|住宿$)")
_TRADE_NAME = re.compile(r"(?:批发|零售|住宿|餐饮|批发和零售|住宿和餐饮|工业|服务|建筑|商贸|制造)业?")
_HERDS = re.compile(r"^([牛羊猪马驴驼禽]{2,4})(存栏量?|出栏量?|饲养量)$")  # 牛羊存栏
# that goes with each name of a row: 城市污水、生活垃圾处理率, 高血压、糖尿病规范管理率
_RATE_OF = re.compile("(?:无害化|资源化|规范化?|综合|集中)?[\u4e00-\u9fff]{2}率$")
_ON_AIR = re.compile(r"^广播电视((?:节目)?(?:综合|人口)*覆盖率)$")
_SAVE_LEND = re.compile(r"^(.*)存、?贷款(.*)$")


def _quoted(phrase: str) -> str:
    """The phrase without a quote mark whose partner is missing, and without a pair around the whole."""
    phrase = phrase.strip(" 　")
    if phrase.count("“") != phrase.count("”"):
        return phrase.replace("“", "").replace("”", "")
    return phrase[1:-1] if phrase.startswith("“") and phrase.find("”") == len(phrase) - 1 else phrase


def with_head(part: str, head: str) -> str:
    """A part with the head that it lacks; what it has of the head already is not said twice (甲项目 + 项目投资)."""
    for size in range(min(len(part), len(head)), 0, -1):
        if part.endswith(head[:size]):
            return part + head[size:]
    return part + head


class Indicators:
    """The lexicon of indicators and the rules for names that it lacks."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._statistics = load_statistics(lexicon)
        self._stripped: dict[str, str] = {}
        joined = sorted(lexicon.words("joint_names"), key=lambda n: (-len(n), n))
        self._joined = re.compile("|".join(map(re.escape, joined)))
        rows = (*lexicon.rows("statistic_heads"), *lexicon.rows("figure_heads"))
        ends = sorted({row["name"] for row in rows}, key=lambda n: (-len(n), n))
        kinds: dict[str, list[str]] = {}
        for row in rows:
            kinds.setdefault(row["kind"], []).append(re.escape(row["name"]))
        self._ends = {kind: re.compile(f"(?:{'|'.join(kinds[kind])})$") for kind in kinds}
        self._heads = re.compile(f"(?:{'|'.join(map(re.escape, ends))})$")

    def money(self, name: str) -> bool:
        """Whether the lexicon has the name and its figures are amounts of money."""
        return self._statistics.kind(name) == "money"

    def suits(self, name: str, kind: str) -> bool:
        """Whether a level of a name of the lexicon can be a figure of this kind: no 出口1200台, no 企业数3亿元."""
        own = self._statistics.kind(name)
        return not ((own == "money" and kind in ("count", "area", "days")) or (own == "count" and kind == "money"))

    def headed(self, name: str, kind: str) -> bool:
        """Whether the name ends in a word by which figures are called, those of the unit kind if it has such."""
        kind = "count" if kind in ("area", "days") else kind
        ends = self._ends.get(kind)
        return ends is not None and ends.search(name) is not None

    def known(self, name: str) -> bool:
        """Whether the lexicon has the name."""
        return self._statistics.known(name)

    def standard(self, name: str) -> str:
        """The one name of a statistic in the lexicon, by which names from different texts are compared."""
        return self._statistics.standard(name)

    def strip(self, phrase: str) -> str:
        """The phrase without the words around a name: 全年完成财政总收入 → 财政总收入."""
        if (found := self._stripped.get(phrase)) is None:
            if len(self._stripped) >= _REMEMBERED:
                self._stripped.clear()
            found = self._stripped[phrase] = self._strip(phrase)
        return found

    def _strip(self, phrase: str) -> str:
        phrase = _quoted(_BRACKETS.sub("", phrase))
        if phrase.startswith(("三年", "四年", "五年", "连续")):
            phrase = _OF_YEARS.sub("", phrase)
        if "用于" in phrase:
            phrase = _USED_FOR.sub(r"\1\2", phrase)
        phrase = _OF_LEVEL.sub("", phrase)
        phrase = _OF.sub("", _INNER.sub("", _WHEN.sub("", phrase)))
        phrase = _ONLY.sub("", phrase)  # 民生支出均占财政支出的80%
        phrase = _SHARE.sub(r"\1占\2比重", phrase)
        while not self.known(phrase):
            shorter = _LEAD.sub("", phrase)
            cut = _TAIL.sub("", shorter)
            if not shorter.endswith(_WHOLES) or self.known(cut) or not cut:
                shorter = cut
            if shorter == phrase:
                break
            phrase = shorter
        return phrase

    def canonical(self, name: str, kind: str = "", growth: bool = False) -> str:
        """规上工业增加值 → 规模工业增加值; a name that the lexicon lacks, or that is no headline's, stays as told.

        第二产业 alone is its value added where the figure (of unit kind `kind`) is money or a rate of growth, else its
        share of the whole: 第二产业增长6% and 第二产业提高2个百分点.
        """
        name = _OF_SIGNING.sub("", _ASIDE.sub("", name))
        if m := _SHORT_SECTOR.match(name):
            name = f"第{m[1]}产业{m[2]}"
        if m := _SECTOR.match(name):
            value = kind == "money" or (kind == "percent" and growth)
            return m[1] + ("产业增加值" if value else "产业占比")
        if growth and kind == "percent" and _INDUSTRY.match(name):
            name += "增加值"
        if m := _INSURED.match(name):
            name = m[1] + "参保人数"
        if m := _STAGED.fullmatch(name):
            name = m[2] + m[1]
        if kind in ("money", "percent") and (m := _TRADED.match(name)) and not self.known(name):
            name = m[2] + m[1]
        if not self.known(name) and (m := _IN_BANKS.match(name)) and self.known(name[m.end() :]):
            name = name[m.end() :]
        if m := _HERD.match(name):
            name = m[2] + m[1]
        if m := _POLLUTANT.match(name):
            name = (m[1] + "平均浓度") if not m[2] and kind == "level" else name
        if m := _OF_GDP.match(name) or _SECTOR_SHARE.match(name):
            return m[1] + "产业占比"
        lead, of, last = name.rpartition("的")
        if of and len(last) > 3 and not self.known(name) and self.known(last) and not _NARROWER.search(lead):
            name = last  # 与群众生活密切相关的民生支出
        if kind == "amount" and self.money(name):
            return name  # 跨境电商进出口突破90万单 is no sum of money
        found = self._statistics.told(name) or _WHERE.sub("", name)
        days = kind == "percent" and not growth and self.standard(found) == "空气质量优良天数"
        return "空气质量优良率" if days else found

    def leading(self, clause: str) -> str:
        """The indicator of the lexicon that a clause without figures begins with: 工业总产值迈上千亿元台阶."""
        rest = self.strip(clause)
        if self.money(rest):
            return rest  # 出口：205亿元
        for length in range(min(len(rest), self._statistics.longest), 2, -1):
            if self.known(rest[:length]):
                return rest[:length]
        return ""

    def elided(self, phrase: str) -> bool:
        """Whether nothing in the phrase names an indicator, so that the one before is meant (总量达到…, 增长…)."""
        return len(phrase) <= _LONGEST_ITSELF and _ITSELF.match(phrase) is not None

    def split(self, phrase: str, count: int) -> list[str]:
        """Names of `count` indicators that share one phrase.

        城乡居民人均可支配收入 → 城镇…, 农村…; 存贷款余额 → 存款余额, 贷款余额; 风电、光电开发量 → both.
        An empty list says that the phrase does not hold so many.
        """
        if count == 1:
            return [phrase]
        return [self._open(p) for p in self._split(self._close(phrase), count)]

    def _close(self, phrase: str) -> str:
        """The phrase with other signs for the 、 and 和 inside of names of one thing (批发和零售业)."""
        return self._joined.sub(lambda m: m[0].translate(_CLOSED), phrase) if _JOINT.search(phrase) else phrase

    @staticmethod
    def _open(phrase: str) -> str:
        return phrase.translate(_OPENED)

    def _split(self, phrase: str, count: int) -> list[str]:
        if count == 3 and (m := _SECTORS.match(phrase)):
            return [f"第{n}产业{m[1]}" for n in "一二三"]
        if count == 2 and (m := _TWO_SECTORS.match(phrase)):
            return [f"第{n}产业{m[3]}" for n in m.group(1, 2)]
        if count == 2 and (m := _SEVERAL_PLACES.match(phrase)) and m[3]:
            return [m[1] + m[3], m[2] + m[3]]
        if count == 2 and (m := _URBAN_RURAL.match(phrase)) and m[1] and not _JOINT.search(m[1]):
            return [("城市" if "低保" in m[1] else "城镇") + m[1], "农村" + m[1]]
        if count == len(_TRADES) and (m := _TRADE.match(phrase)):
            return [m[1] + trade + m[2] for trade in _TRADES]
        if count == len(_LEVELS) and (m := _OF_LEVELS.match(phrase)):
            return [level + m[1] for level in _LEVELS]
        if count == len(_MEAT) and (m := _MEAT_EGGS_MILK.match(phrase)):
            return [kind + m[1] for kind in _MEAT]
        if (m := _HERDS.match(phrase)) and len(m[1]) == count:
            return [animal + m[2] for animal in m[1]]
        if count == 2 and (m := _ON_AIR.match(phrase)):
            return ["广播" + m[1], "电视" + m[1]]
        if count == 2 and (m := _SAVE_LEND.match(phrase)):
            return [f"{m[1]}存款{m[2]}", f"{m[1]}贷款{m[2]}"]
        parts = [p for p in phrase.split("、") if p]
        if len(parts) == count - 1 and (m := _LAST_JOINT.match(parts[-1])):
            parts[-1:] = [m[1], m[2]]
        if len(parts) == count and not _URBAN_RURAL.match(parts[0]) and not _SO_MANY_BRANCHES.search(parts[-1]):
            return self._complete(parts)
        parts = [p for p in _JOINT.split(phrase) if p]
        if len(parts) == count - 1 and (m := _URBAN_RURAL.match(parts[0])):
            parts[:1] = ["城市" + m[1], "农村" + m[1]]
        if len(parts) != count:
            return []
        if m := _SO_MANY_BRANCHES.search(parts[-1]):  # 皮革、毛纺两大产业产值
            parts[-1] = parts[-1][: m.start()]
            return [p.removesuffix("产业") + "产业" + m[1] for p in parts]
        return self._complete(parts)

    def share(self, phrase: str) -> list[str]:
        """Names that have one figure in common: 旅游总收入和总人次增长10%, 陶瓷、花炮出口额均提升20%."""
        phrase = _SUCH_INDICATORS.sub("", phrase)
        if _SO_MANY_BRANCHES.search(phrase):
            return [phrase]  # 电子、纺织、食品三大产业增加值: the sum of them
        parts = [p for p in _JOINT.split(self._close(phrase)) if p]
        if not 2 <= len(parts) <= 4 or any(len(p) > 14 for p in parts):
            return [phrase]
        return [self._open(p) for p in self._complete(parts)]

    def full(self, phrase: str) -> bool:
        """Whether each of the joined names is long enough to stand alone: no 粮食、蔬菜产业占比, which is one share."""
        return all(len(p) > 4 for p in _JOINT.split(self._close(phrase)))

    def each_headed(self, phrase: str) -> bool:
        """Whether no rate is said of all of several things at once: 人大代表建议、政协提案办结率."""
        *others, last = (p for p in _JOINT.split(self._close(phrase)) if p)
        return not last.endswith("率") or all(p.endswith("率") for p in others)

    def _with_front(self, parts: list[str]) -> list[str]:
        """Give every part the front that only the first one has: 专利申请量、授权量."""
        first = parts[0]
        if not self.known(first) or all(self.known(p) for p in parts):
            return parts
        whole = [first]
        for part in parts[1:]:
            fronts = (first[:cut] + part for cut in range(2, len(first) - 1))
            whole.append(part if self.known(part) else next((n for n in fronts if self.known(n)), part))
        return whole

    def _complete(self, parts: list[str]) -> list[str]:
        """Give every part the head that only the last one has: 风电、光电技术可开发量."""
        parts = self._with_front(parts)
        if m := _SIZED.match(parts[0]):  # 规上工业、服务业; 限额以上批发业、零售业
            parts = [parts[0], *(p if not _TRADE_NAME.match(p) else m[0] + p for p in parts[1:])]
        if _WITH.match(parts[0]) and parts[-1].endswith(("进出口", "出口", "进口")):
            parts = [parts[0], *("对" + p for p in parts[1:])]  # 对东盟、欧盟进出口
        last = parts[-1]
        if (m := _CONCENTRATION.search(last)) and m.start() > 0 and all(_POLLUTANT.match(p) for p in parts[:-1]):
            return [p + m[0] for p in parts[:-1]] + [last]  # PM2.5、PM10平均浓度
        if self.known(last) and not any(self.known(p) for p in parts[:-1]):
            for cut in range(1, len(last) - 1):
                if all(self.known(p + last[cut:]) for p in parts[:-1]):
                    return [p + last[cut:] for p in parts[:-1]] + [last]
        headless = not any(self._heads.search(p) for p in parts[:-1])
        if headless and (m := _INSURANCE.search(last)) and m.start() > 0:  # 城乡居民养老、医疗保险参保率
            who = w[0] if (w := _INSURED_PEOPLE.match(parts[0])) is not None else ""
            return [p + m[0] for p in parts[:-1]] + [last if last.startswith(who) else who + last]
        width = len(parts[0])
        if (
            all(len(p) <= 2 for p in parts[:-1])
            and len(last) > 3
            and (parts[0][-1] == last[width - 1] or last[:width] in _DOINGS)
        ):  # 风电、光电技术可开发量; 引进、开工制造业项目
            return [p + last[width:] for p in parts[:-1]] + [last]
        whole = any(self.known(p) or self._heads.search(p) for p in parts[:-1])
        if (m := self._heads.search(last)) and (
            m[0] in _OF_GOODS or m[0].endswith("面积")
        ):  # 新能源汽车、太阳能电池产量
            whole = any(_MEASURED.search(p) for p in parts[:-1])
        elif m is not None and m[0] in _OF_WORK and all(p.endswith("项目") for p in parts[:-1]):
            whole = False  # “5521”项目和市级重点项目投资
        if (m := _SHARED_END.search(last)) and m.start() > 0 and not any(_SHARE.match(p) for p in parts[:-1]):
            return [p + m[0] for p in parts[:-1]] + [last]  # 装备制造业、高新技术产业增加值占规上工业比重
        if not whole and (m := _RATE_OF.search(last)) and m.start() > 0:
            return [p + m[0] for p in parts[:-1]] + [last]
        if (m := self._heads.search(last)) and m.start() > 0 and len(m[0]) > 1 and not whole:
            return [with_head(p, m[0]) for p in parts[:-1]] + [last]
        if all(len(p) <= 2 for p in parts[:-1]) and len(last) > 3:
            return [p + last[width:] for p in parts[:-1]] + [last]
        return parts
