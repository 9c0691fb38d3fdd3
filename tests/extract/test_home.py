"""The document's own place, from the title, the issuer, the opening or what the text names most."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.extract.home import find_home
from kg.loaders import load
from kg.ontology import load_gazetteer, load_lexicon
from kg.ontology.gazetteer import short_names
from kg.text import analyse
from kg.types import Article

HELD_OUT = {"qingdao-2018", "gaoyang-2018", "huju-2020", "news-weihai", "news-guangqing"}
DEPUTIES = "各位代表：\n现在，我代表人民政府向大会作工作报告，请予审议。\n"


def _home(text: str) -> str | None:
    """The full path of a document's region, or the name of its zone."""
    gazetteer = load_gazetteer()
    home = find_home(analyse(Article("test", text), load_lexicon()), gazetteer)
    if home is None:
        return None
    return gazetteer.full_path(home.key) if home.type == "Region" else f"{home.type} {home.key}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"2020年岳阳市政府工作报告\n{DEPUTIES}", "湖南省岳阳市"),
        (f"2021年长沙市岳麓区政府工作报告\n{DEPUTIES}", "湖南省长沙市岳麓区"),
        (f"【宁乡市招商】2020年花明楼镇政府工作报告\n{DEPUTIES}", "湖南省长沙市宁乡市花明楼镇"),
        (f"2016年恩施州政府工作报告\n{DEPUTIES}", "湖北省恩施土家族苗族自治州"),
        (f"2015年株洲县政府工作报告\n{DEPUTIES}", "湖南省株洲市渌口区"),
        (f"政府工作报告\n——2019年1月8日在宜宾市翠屏区第六届人民代表大会第四次会议上\n{DEPUTIES}", "四川省宜宾市翠屏区"),
        ("阳光下的答卷\n——甘南藏族自治州2011年发展侧记\n全州产值增长8%。江西省、江西省援建。", "甘肃省甘南藏族自治州"),
        (f"标题：政府工作报告\n发文单位：东营市人民政府\n正文：\n{DEPUTIES}", "山东省东营市"),
        (
            f"{DEPUTIES}过去一年，全县上下团结奋斗。桃江县获评先进，桃江县城扩容提质，益阳市支持我县。",
            "湖南省益阳市桃江县",
        ),
        ("海城西柳镇与五家企业签约\n西柳镇举行签约仪式。", "辽宁省鞍山市海城市西柳镇"),
        ("衡阳市珠晖区产业项目开工\n5月6日，珠晖区项目开工。", "湖南省衡阳市珠晖区"),
        ("南昌经开区产业发展\n5月6日，记者从经开区获悉。", "Zone 南昌经开区"),
        ("【岳阳招商】岳阳经开区六个项目开工\n岳阳经开区项目开工。", "湖南省岳阳市"),
        ("浦东新区一批项目开工\n5月6日，项目开工。", "上海市浦东新区"),
        ("产业周报\n今天天气很好。", None),
        # what is done for a county is none, nor is its head
        (f"2009年政府工作报告\n{DEPUTIES}全县实施农业稳县、科技兴县战略，科技兴县、人才兴县初见成效。", None),
        (f"政府工作报告\n{DEPUTIES}山西省兴县工业园建成，兴县人民政府加大投入，全县收入增长。", "山西省吕梁市兴县"),
        ("园区工作汇报\n我县与香港明澈、香港云岭达成意向，香港客商看好我县。", None),
        ("县长在县委团拜会上的致辞\n县长在县委会议上讲话，全县收入增长。", None),
        (
            "招商快讯\n5月8日，乌海市签约1个项目。贵溪市开工1个项目。贺州市举行推介会。金昌市传来捷报。德阳市举办活动。"
            "衢州市引进1个项目。",
            None,
        ),
        (
            "产业链项目集中签约\n5月6日，昌吉州专场举行。昌吉市引进2个项目，玛纳斯县签约1个，奇台县签约3个，阜康市签约2个，"
            "吉木萨尔县签约1个。昌吉市还与企业洽谈。昌吉州将加快建设。",
            "新疆维吾尔自治区昌吉回族自治州",
        ),
        (
            "产业链项目集中签约\n5月6日，昌吉市引进2个项目，玛纳斯县也有代表参加。昌吉市还与企业洽谈。昌吉州将加快建设。",
            "新疆维吾尔自治区昌吉回族自治州昌吉市",
        ),
        ("产业周报\n年产值突破30亿元大关，税收突破3亿元大关，出口突破亿元大关。", None),
        ("30亿元岳阳高新区项目开工\n5月6日，项目开工。", "Zone 岳阳高新区"),
        ("三年攻坚岳阳高新区再出发\n5月6日，项目开工。", "Zone 岳阳高新区"),
        ("千亿园区再出发\n今天天气很好。", None),
        ("2020年余杭区崇贤街道政府工作报告\n各位代表：沿山村拆迁清零。", "浙江省杭州市临平区崇贤街道"),
        ("河池·环江：桑蚕产业迎来春天\n环江毛南族自治县推进桑蚕产业。", "广西壮族自治区河池市环江毛南族自治县"),
        ("【长丰新闻】下塘镇、双凤开发区项目加快推进\n近日，长丰县领导赴下塘镇调研。", "安徽省合肥市长丰县"),
        ("我省经贸合作对接会在广州举行\n江西与大湾区合作对接会在广州举行。江西签约50个项目。", "江西省"),
        ("两岸峰会在南京举行 淮安签约6个项目\n淮安市洪泽区签约玻璃项目。", "江苏省淮安市"),
        (
            "陕西省重点项目集中开工 我市分会场29个项目启动\n3月1日，铜川分会场设在新区。铜川市王益区项目开工。",
            "陕西省铜川市",
        ),
        ("我省在西安举行推介会 铜川签约\n5月6日，铜川市签约项目。", "陕西省铜川市"),
        ("本溪：药都再出发\n本溪市地处辽宁东部。全市医药企业四十家。", "辽宁省本溪市"),
        ("仙桃市、潜江市同日开工一批项目\n仙桃市开工项目9个。", "湖北省"),
        (
            "某某网8月10日电 重庆市涪陵区近日与某集团签署投资协议，该集团将在涪陵白涛工业园区建设新材料等项目。\n",
            "重庆市涪陵区",
        ),
        ("总投资21亿元！新材料项目落户阜宁高新区\n近日，新材料项目签约。\n", "Zone 阜宁高新区"),
        # what is won is no place
        ("蚌埠高新区跻身国家级绿色工业园区\n近日，名单公布。", "Zone 蚌埠高新区"),
        ("宁乡高新区被认定为国家级双创示范区\n近日，名单公布。", "Zone 宁乡高新区"),
        ("入选国家级绿色园区的宁乡高新区再签大单\n近日，项目签约。", "Zone 宁乡高新区"),
        ("滁州苏滁现代产业园升级为省级经济开发区\n近日，名单公布。", "Zone 滁州苏滁现代产业园"),
        ("关于认定醴陵经济开发区为省级绿色园区的公示\n现予公示。", "Zone 醴陵经济开发区"),
        ("获批国家级经开区！桃江迎来新机遇\n桃江县抢抓机遇。", "湖南省益阳市桃江县"),
        ("喜获湖南省绿色园区！桃江再添名片\n桃江县抢抓机遇。", "湖南省益阳市桃江县"),
        ("项目获批落户阜宁高新区\n近日，项目获批。", "Zone 阜宁高新区"),
        ("省领导调研岳阳经开区\n近日，省领导到园区调研。", "Zone 岳阳经开区"),
        # guests come from elsewhere
        ("福建客商走进宿松\n近日，福建客商一行走进宿松县，福建客商表示看好。", "安徽省安庆市宿松县"),
        ("浙江、江苏企业家来宿松考察\n近日，企业家一行来到宿松县。", "安徽省安庆市宿松县"),
        ("深圳市湖南商会考察团到岳阳经开区考察\n近日，考察团参观园区。", "Zone 岳阳经开区"),
        ("江苏省党政代表团来湘潭考察\n江苏省与湘潭市座谈。", "湖南省湘潭市"),
        ("常德市党政考察团到郴州考察\n考察团到郴州市考察。", "湖南省郴州市"),
        ("县领导会见福建客商\n福建客商一行到我县考察，福建客商座谈。\n来源：宿松县融媒体中心", "安徽省安庆市宿松县"),
        ("广东客商到我县考察\n广东客商一行到宿松县考察，参观企业。\n", "安徽省安庆市宿松县"),
        # those who go out are at home in their own place
        ("宿松县党政代表团赴深圳招商\n代表团拜访企业。", "安徽省安庆市宿松县"),
        ("宿松县企业家赴深圳考察学习\n企业家走访企业。", "安徽省安庆市宿松县"),
        ("宿松县党政代表团赴桐城考察\n代表团看园区。\n来源：宿松县融媒体中心", "安徽省安庆市宿松县"),
        # nor is the place home that the own leaders only visit
        (
            "省委书记率团赴浙江学习考察\n我省代表团来到浙江省杭州市，参观浙江企业。江西省将深化与浙江省的合作。",
            "江西省",
        ),
        ("市领导赴深圳招商推介\n深圳市企业家参加，深圳市协会座谈。益阳市委书记介绍益阳市。", "湖南省益阳市"),
        ("省领导赴岳阳调研\n省领导到岳阳市看企业。", "湖南省岳阳市"),
        ("中国（武汉）光电博览会上，随州签约三个项目\n随州市代表团签约。", "湖北省随州市"),
        (
            "江苏援疆：南京市对口支援伊宁市\n伊宁市融媒体中心讯 近日，南京市与伊宁市签约。南京市企业参加。",
            "新疆维吾尔自治区伊犁哈萨克自治州伊宁市",
        ),
        # neither a village nor one of several of a short name tells of a district
        ("一座桥的变迁\n红旗村修建红旗桥，红旗村村民出行方便，红旗村旧貌换新颜。", None),
        ("三个项目集中开工\n江北新材料产业园开工三个项目，江北产业园投资5亿元。", None),
        # firms that are called after their own city tell nothing of what the text is about
        (
            "三个项目集中签约\n浙江明澈集团、深圳天工股份有限公司参加，浙江明澈集团投资5亿元。广安市领导出席。",
            "四川省广安市",
        ),
        # a place in the name of a company, school or paper is no home while another place stands
        ("宁德时代宜宾基地再添产线\n近日，宁德时代宜宾基地新产线投产。", "四川省宜宾市"),
        ("重庆长安汽车合肥工厂下线新车\n近日，新车下线。", "安徽省合肥市"),
        ("株洲中车成都基地投产\n近日，基地投产。", "四川省成都市"),
        ("上海电气与盐城签约风电项目\n近日，双方签约。", "江苏省盐城市"),
        ("北京城建承建的长沙机场航站楼封顶\n近日，航站楼封顶。", "湖南省长沙市"),
        ("武汉明澈光电股份有限公司泰州项目开工\n近日，项目开工。", "江苏省泰州市"),
        ("武汉明澈泰州项目开工\n近日，武汉明澈材料有限公司在泰州开工建设项目。", "江苏省泰州市"),
        ("长沙明澈定州工厂奠基\n近日，工厂奠基。", "河北省保定市定州市"),
        ("长治医学院与上党区签约\n近日，双方签约。", "山西省长治市上党区"),
        ("宁德时代二期厂房封顶\n近日，宁德时代二期厂房封顶，宁德市出台政策。", "福建省宁德市"),
        # words of a sentence before a head word are no zone
        ("岑巩：高速路口建起一座新城\n岑巩县新城建设提速。", "贵州省黔东南苗族侗族自治州岑巩县"),
        ("80平方公里新园区在常熟动工\n近日，新园区在常熟市动工。", "江苏省苏州市常熟市"),
        ("宜兴市2020年重点项目和园区建设情况\n宜兴市推进项目。", "江苏省无锡市宜兴市"),
        ("大兴与开发区合并办公\n大兴区与开发区合并办公。", "北京市大兴区"),
        ("西咸新区秦汉新城签约12个项目\n近日，秦汉新城签约项目。", "Zone 秦汉新城"),
        ("戈壁滩上的石河子经开区\n石河子经开区招商。", "Zone 石河子经开区"),
        # neither a kind of division nor a name within other words is a place
        ("五角场：商圈里的街道党建\n杨浦区五角场街道推进党建。", "上海市杨浦区五角场街道"),
        ("大丰区2021年财政和重点项目工作总结\n大丰区一般公共预算收入增长。", "江苏省盐城市大丰区"),
        ("北海港跨入亿吨大港\n北海港货物吞吐量过亿吨。", "广西壮族自治区北海市"),
        ("长兴岛上看石化\n大连市长兴岛石化项目投产，大连市推进项目。", "辽宁省大连市"),
        ("周口港：内陆省份的“出海口”\n周口市依托周口港发展物流。", "河南省周口市"),
        ("湖南省企业家协会成立\n近日，湖南省企业家协会成立。", "湖南省"),
        ("一季度签约项目情况\n签约三江生物、国瑞制药等项目9个，三江生物投资2亿元。", None),
        ("抢时间拼全力 合心合力\n2020-04-09 宿松日报\n我县召开推进会，县长要求抢时间。", "安徽省安庆市宿松县"),
        ("岳阳经开区与宁乡高新区签订合作协议\n近日，双方签订协议。", "Zone 岳阳经开区"),
        ("江皖产业示范园区签约仪式举行\n宿松县领导出席，宿松县委书记致辞。", "安徽省安庆市宿松县"),
        ("带队赴山东江苏开展招商\n宿松县长带队赴山东省、江苏省。宿松县将跟进。在江苏省看企业。", "安徽省安庆市宿松县"),
        (
            "合肥市蜀山区经贸考察团赴我县考察\n蜀山区考察团来看项目。宿松县委书记介绍情况，蜀山区一行参观宿松县产业园。",
            "安徽省安庆市宿松县",
        ),
        ("副市长带队赴长三角、深圳考察招商\n一行到深圳看企业。\n来源：桐城市融媒体中心", "安徽省安庆市桐城市"),
        ("安徽再添国家级经济技术开发区\n安徽省新增一家开发区。", "安徽省"),
        # the name of an activity, of a kind of zone, of a brand and what is heard of it are no place of the news
        ("林局长亮相“江西—粤港经贸交流月”活动\n宿松县代表团参加交流月。宿松县签约2个项目。", "安徽省安庆市宿松县"),
        ("名单公布：8个园区成了省里的示范园区\n今天天气很好。", None),
        ("产业新城里看宿松\n宿松县建设产业新城。", "安徽省安庆市宿松县"),
        ("管委会一班人在外奔忙\n今天天气很好。", None),
        ("桃江竹器等6个产业集群获评\n记者从省厅获悉，名单公布。", None),
        (
            "云海间的新产业\n记者从宿松县发改委获悉，北京市企业来投资。北京市企业、北京市院校都来。",
            "安徽省安庆市宿松县",
        ),
        ("借二十大东风江西再扬帆\n江西省推进项目。", "江西省"),
        ("宿松站改造工程开工\n江西省推进铁路。江西省在建项目多。", "江西省"),
        (
            "5月8日，产业转移对接大会在合肥召开。宿松县长介绍宿松县的投资环境，企业家们纷纷表示看好这片热土。",
            "安徽省安庆市宿松县",
        ),
        # where leaders go and where a ceremony is held
        ("县领导到孚玉镇调研\n近日，县领导到孚玉镇看项目。孚玉镇汇报。\n宿松县融媒体中心", "安徽省安庆市宿松县"),
        ("省委书记到六安、池州和宣城看春耕\n近日，省领导看企业。", "安徽省"),
        (
            "5月8日，安庆市春季集中开工活动在宿松产业园区电机厂现场举行，全市共有31个项目动工建设。",
            "安徽省安庆市",
        ),
        ("项目观摩\n我县观摩项目，全县11个项目评比。孚玉镇项目、孚玉镇园区推进。", None),
        ("河北产业转移\n河北承接产业，河北建设平台，北京、天津企业来河北。", "河北省"),
        ("产业园发言材料\n安吉纳、锦鑫泰等5个项目建成，安吉纳试生产。", None),
    ],
)
def test_finds_the_place(text: str, expected: str | None) -> None:
    assert _home(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"沅岭县2024年政府工作报告\n{DEPUTIES}沅岭经济开发区新增企业20家。", "沅岭县"),
        (f"沅岭县人民政府工作报告\n{DEPUTIES}", "沅岭县"),
        (f"湖南省沅岭县2024年政府工作报告\n{DEPUTIES}", "沅岭县"),
        (f"2024年青禾市政府工作报告\n{DEPUTIES}", "青禾市"),
        (f"政府工作报告\n——2024年1月8日在沅岭县第六届人民代表大会第四次会议上\n{DEPUTIES}", "沅岭县"),
        ("沅岭县举办招商推介会\n沅岭县政府负责人介绍情况，湖南省有关部门参加。", "沅岭县"),
        (f"全县政府工作报告\n{DEPUTIES}桃江县获评先进，桃江县城扩容提质。", "430922"),
        ("贫困县脱贫取得进展\n湖南省推进脱贫，湖南省加大投入。", "430000"),
    ],
)
def test_a_county_without_a_code_goes_by_its_name(text: str, expected: str) -> None:
    home = find_home(analyse(Article("test", text), load_lexicon()), load_gazetteer())
    assert home is not None and (home.type, home.key) == ("Region", expected)


def test_is_right_on_real_documents(shared: Path) -> None:
    """The labels' region, for at least nine documents of ten that were read."""
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    wanted = {}
    for path in sorted((shared / "gold").glob("*.json")):
        if path.stem not in HELD_OUT:
            data = json.loads(path.read_text("utf-8"))
            wanted[re.sub(r"\s", "", data["title"])] = data["region"]
    right = seen = 0
    for path in sorted((shared / "corpus").glob("*.txt")):
        for article in load(path):
            text = analyse(article, lexicon)
            region = wanted.get(re.sub(r"\s", "", text.document.title))
            if region is None:
                continue
            home = find_home(text, gazetteer)
            seen += 1
            if home is not None:
                name = gazetteer.display(home.key) if home.type == "Region" else home.key
                right += region.endswith((name, *short_names(name))) or name.endswith(region)
    assert seen > 30
    assert right >= 0.9 * seen
