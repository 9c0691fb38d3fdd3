"""What is cut off, completed or refused after arbitration."""

from __future__ import annotations

import pytest

from kg.resolve.tidy import tidy
from kg.types import Mention


def test_a_firm_of_a_rank_without_a_name_is_not_taken_apart() -> None:
    left = tidy("世界500强企业前来。", [Mention(0, 8, "Enterprise", "世界500强企业", "tagger", 0.6)])[0]
    assert [m for m in left if m.type == "Honor" or m.key == "企业"] == []


def test_a_committee_and_its_government_are_two() -> None:
    clean = "中共青山县委青山县人民政府关于发展茶业的意见"
    left = tidy(clean, [Mention(0, 13, "Organization", "中共青山县委青山县人民政府", "tagger", 0.6)])[0]
    assert [m.key for m in left] == ["中共青山县委", "青山县人民政府"]


def found(sentence: str, type_: str, *surfaces: str, rule: str = "tagger") -> list[tuple[str, str]]:
    """The surfaces and keys that are left."""
    mentions = [
        Mention(sentence.index(s), sentence.index(s) + len(s), type_, s.replace("“", "").replace("”", ""), rule, 0.6)
        for s in surfaces
    ]
    return [(sentence[m.start : m.end], m.key) for m in tidy(sentence, mentions)[0]]


@pytest.mark.parametrize(
    ("type_", "taken", "surface", "key"),
    [
        ("Project", "28所农村中小学食堂改造", "农村中小学食堂改造", "农村中小学食堂改造"),
        ("Program", "73所中小学校舍安全工程", "中小学校舍安全工程", "中小学校舍安全工程"),
        ("Project", "改造提升建设路", "建设路", "建设路"),
        ("Project", "建材厂二期", "建材厂二期", "建材厂二期"),
        ("Project", "国内首个冰雪训练基地（青山）", "冰雪训练基地（青山）", "冰雪训练基地（青山）"),
        ("Project", "首创水务白鹭水厂", "首创水务白鹭水厂", "首创水务白鹭水厂"),
        ("Project", "研究青山至白鹭高速", "青山至白鹭高速", "青山至白鹭高速"),
        ("Project", "研究院二期", "研究院二期", "研究院二期"),
        ("Project", "青山科学考察站", "青山科学考察站", "青山科学考察站"),
        ("Project", "云溪区长安路就业服务中心", "云溪区长安路就业服务中心", "云溪区长安路就业服务中心"),
        ("Project", "石桥县长江大桥对接线工程", "石桥县长江大桥对接线工程", "石桥县长江大桥对接线工程"),
        ("Project", "白鹭湿地科学考察步道建设", "白鹭湿地科学考察步道建设", "白鹭湿地科学考察步道建设"),
        ("Project", "政府信息集中发布平台建设", "政府信息集中发布平台建设", "政府信息集中发布平台建设"),
        ("Enterprise", "国企改革发展基金公司", "国企改革发展基金公司", "国企改革发展基金公司"),
        ("Enterprise", "名企汇网络科技公司", "名企汇网络科技公司", "名企汇网络科技公司"),
        ("Organization", "青山市人大常委会主任会议", "青山市人大常委会主任会议", "青山市人大常委会主任会议"),
        (
            "Organization",
            "青山市中级人民法院院长办公会",
            "青山市中级人民法院院长办公会",
            "青山市中级人民法院院长办公会",
        ),
        ("Project", "央企产业合作园", "央企产业合作园", "央企产业合作园"),
        ("Project", "青禾电池生产项目（高新区）", "青禾电池生产项目", "青禾电池生产项目"),
        ("Zone", "石桥县（白鹭经开区）", "白鹭经开区", "白鹭经开区"),
        ("Project", "石桥等3座垃圾中转站", "石桥等3座垃圾中转站", "石桥垃圾中转站"),
        ("Project", "白鹭集团投资大厦", "白鹭集团投资大厦", "白鹭集团投资大厦"),
        ("Project", "县档案馆三馆", "县档案馆", "县档案馆"),
        ("Project", "市体育馆“三馆”", "市体育馆", "市体育馆"),
        ("Event", "茶博会等重点经贸活动", "茶博会", "茶博会"),
        ("Program", "环保督察等反馈问题整改", "环保督察等反馈问题整改", "环保督察反馈问题整改"),
        ("Honor", "全国首批45个生态文明建设试点", "全国首批45个生态文明建设试点", "全国首批生态文明建设试点"),
        ("Honor", "我县全省民营经济考核先进单位", "全省民营经济考核先进单位", "全省民营经济考核先进单位"),
        ("Honor", "新列创新创业百强县", "创新创业百强县", "创新创业百强县"),
        ("Project", "包含白鹭智能产业园", "白鹭智能产业园", "白鹭智能产业园"),
        ("Event", "白鹭市招商项目集中签约暨", "白鹭市招商项目集中签约", "白鹭市招商项目集中签约"),
        ("Project", "白鹭等五大生态修复工程", "白鹭等五大生态修复工程", "白鹭生态修复工程"),
        ("Project", "白鹭河综合治理等四大生态廊道", "白鹭河综合治理", "白鹭河综合治理"),
        ("Project", "云中等口岸设施", "云中等口岸设施", "云中口岸设施"),
        ("Program", "26个行政村农家书屋提升工程", "农家书屋提升工程", "农家书屋提升工程"),
        ("Program", "建设项目“一枚印章管审批”", "“一枚印章管审批”", "一枚印章管审批"),
        ("Program", "20户以上村组通电工程", "20户以上村组通电工程", "20户以上村组通电工程"),
        ("Project", "流域黑臭水体整治（东河", "流域黑臭水体整治", "流域黑臭水体整治"),
        ("Project", "白鹭）变电站", "白鹭）变电站", "白鹭变电站"),
        ("Project", "30万亩优质稻生产基地", "30万亩优质稻生产基地", "优质稻生产基地"),
        ("Project", "白鹭小学食堂暑假完工", "白鹭小学食堂暑假完工", "白鹭小学食堂暑假完工"),
        ("Honor", "全市唯一2019年湖北省节水灌溉先进县", "2019年湖北省节水灌溉先进县", "2019年湖北省节水灌溉先进县"),
        ("Honor", "国家现代农业产业园创建名单", "国家现代农业产业园", "国家现代农业产业园"),
        ("Honor", "全国文明创建单位", "全国文明创建单位", "全国文明创建单位"),
        ("Project", "2025.3白鹭基地二期", "白鹭基地二期", "白鹭基地二期"),
        # nothing to cut
        ("Project", "2025.3公里环湖路", "2025.3公里环湖路", "2025.3公里环湖路"),
        ("Organization", "青山县人民政府", "青山县人民政府", "青山县人民政府"),
        ("Honor", "全市首批先进单位", "全市首批先进单位", "全市首批先进单位"),
        ("Program", "2.0版营商环境方案", "2.0版营商环境方案", "2.0版营商环境方案"),
        ("Project", "白鹭中等职业学校", "白鹭中等职业学校", "白鹭中等职业学校"),
        ("Project", "电子玻璃（一期）", "电子玻璃（一期）", "电子玻璃（一期）"),
        ("Program", "百家企业倍增计划", "百家企业倍增计划", "百家企业倍增计划"),
        ("Project", "启动区市政工程", "启动区市政工程", "启动区市政工程"),
        ("Project", "云岭高等专科学校", "云岭高等专科学校", "云岭高等专科学校"),
        ("Program", "八条措施", "八条措施", "八条措施"),
    ],
)
def test_cuts_counts_verbs_and_ends_of_lists(type_: str, taken: str, surface: str, key: str) -> None:
    assert found(f"今年{taken}。", type_, taken) == [(surface, key)]


def test_part_of_a_row_is_no_slogan_beside_the_row() -> None:
    clean = "坚持稳增长、促转型、惠民生。"
    assert found(clean, "Slogan", "稳增长、促转型、惠民生", "促转型、惠民生") == [
        ("稳增长、促转型、惠民生", "稳增长、促转型、惠民生")
    ]
    assert found(clean, "Slogan", "促转型、惠民生") != []


def test_a_campaign_of_a_slogan_s_name_is_one_thing() -> None:
    clean = "开展“快办实干”提升行动，构建“快办实干”机制。"
    campaign = Mention(2, 12, "Program", "快办实干", "tagger", 0.8)
    slogan = Mention(3, 7, "Slogan", "快办实干", "slogan:quoted", 0.7)
    assert [m.type for m in tidy(clean, [campaign, slogan])[0]] == ["Program"]
    order = Mention(15, 23, "Program", "快办实干", "tagger", 0.8)
    again = Mention(16, 20, "Slogan", "快办实干", "slogan:quoted", 0.7)
    assert [m.type for m in tidy(clean, [order, again])[0]] == ["Program", "Slogan"]


def test_phrases_side_by_side_are_not_one() -> None:
    clean = "开展“护苗”“净网”专项行动。"
    assert found(clean, "Program", "“护苗”“净网”专项行动", "护苗", "净网") == [("护苗", "护苗"), ("净网", "净网")]
    assert found(clean, "Program", "“护苗”“净网”专项行动") != []


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("白鹭合作区执行委员会（执委会）", ["白鹭合作区执行委员会", "白鹭合作区执行委员会"]),
        ("中央和省委巡视组", ["中央巡视组", "省委巡视组"]),
        ("中央、省环保督察组", ["中央环保督察组", "省环保督察组"]),
        ("白鹭地质大学（青山）", ["白鹭地质大学（青山）"]),
        ("白鹭自然博物馆（青山古生物馆）", ["白鹭自然博物馆（青山古生物馆）"]),
        ("青山职校四校", ["青山职校"]),
        ("白鹭和谐发展基金", ["白鹭和谐发展基金"]),
    ],
)
def test_two_bodies_in_one_mention_are_two(surface: str, expected: list[str]) -> None:
    assert [key for _, key in found(surface + "，", "Organization", surface)] == expected


@pytest.mark.parametrize(
    ("type_", "clean", "taken", "surface"),
    [
        ("Enterprise", "青禾乳业石桥工厂，", "青禾", "青禾乳业"),
        ("Enterprise", "青禾乳业产业园，", "青禾", "青禾"),
        ("Enterprise", "培育出白鹭实业，", "出白鹭实业", "白鹭实业"),
        ("Enterprise", "石桥农牧场公司，", "石桥农牧场公司", "石桥农牧场公司"),
        ("Enterprise", "白鹭石膏（建材）等，", "白鹭石膏", "白鹭石膏"),
        ("Project", "石桥水库导流洞设计，", "石桥水库导流洞", "石桥水库导流洞"),
        ("Project", "三期涂装线安装，", "三期涂装线", "三期涂装线"),
        ("Project", "一期年产电池盒90万套，", "一期年产电池盒90万", "一期"),
        ("Project", "青禾颗粒硅沿白鹭大道排开，", "青禾颗粒硅沿白鹭大道", "青禾颗粒硅"),
        ("Project", "新修石桥路，", "新修石桥路", "石桥路"),
        ("Project", "企业在石桥镇白鹭村建铝电池盒工厂。", "石桥镇白鹭村建铝电池盒工厂", "铝电池盒工厂"),
        ("Project", "企业在福建白鹭建材园投产。", "福建白鹭建材园", "福建白鹭建材园"),
        ("Enterprise", "白鹭电子（鹤山）收购，", "白鹭电子", "白鹭电子（鹤山）"),
        ("Enterprise", "白鹭电子（鹤山）有限公司，", "白鹭电子", "白鹭电子"),
        ("Enterprise", "白鹭电子（下称公司）收购，", "白鹭电子", "白鹭电子"),
    ],
)
def test_what_a_sentence_tells_of_a_thing_is_no_part_of_its_name(
    type_: str, clean: str, taken: str, surface: str
) -> None:
    assert found(clean, type_, taken) == [(surface, surface)]


def test_when_a_thing_was_done_is_no_part_of_its_name() -> None:
    assert found("白鹭小学食堂暑假完工", "Project", "白鹭小学食堂暑假") == [("白鹭小学食堂", "白鹭小学食堂")]


def test_how_many_a_row_has_is_no_part_of_the_last_name() -> None:
    clean = "做强白鹭科技城、石桥体验区两大平台。"
    assert found(clean, "Zone", "白鹭科技城", "石桥体验区两大平台")[-1] == ("石桥体验区", "石桥体验区")
    clean = "推进白鹭路改造、石桥医院二期两大民生工程。"
    assert found(clean, "Project", "白鹭路改造", "石桥医院二期两大民生工程")[-1] == ("石桥医院二期", "石桥医院二期")


def test_what_a_zone_was_is_named_without_saying_so() -> None:
    assert found("白鹭高新区（原石桥工业园区）升级。", "Zone", "原石桥工业园区") == [("石桥工业园区", "石桥工业园区")]
    assert found("原平工业园区升级。", "Zone", "原平工业园区") == [("原平工业园区", "原平工业园区")]


def test_counted_things_are_no_project() -> None:
    assert found("建成3个观景平台。", "Project", "3个观景平台") == []


def test_a_title_of_which_there_are_several_is_none_that_somebody_holds() -> None:
    assert found("新增省级园林镇3个。", "Honor", "省级园林镇", rule="honor:title") == []
    assert found("世界自然遗产总数居各省之首。", "Honor", "世界自然遗产") == []
    assert found("获评省级园林镇，新增2个社区。", "Honor", "省级园林镇") == [("省级园林镇", "省级园林镇")]


@pytest.mark.parametrize("name", ["县域工业集中区", "主城区4大夜经济示范区", "新城新区"])
def test_zones_of_which_nobody_says_which_are_none(name: str) -> None:
    assert found(f"建设{name}。", "Zone", name) == []
    assert found("建设青山工业集中区。", "Zone", "青山工业集中区") == [("青山工业集中区", "青山工业集中区")]


def test_two_names_joined_go_where_one_of_them_is_told() -> None:
    both, one = "城区消防规划和排水防涝规划", "排水防涝规划"
    assert found(f"编制{both}。", "Program", both, one) == [(one, one)]
    family, last = "产业培育四大工程", "产业培育"
    assert found(f"推进企业提质和{family}。", "Program", family, last) == [(last, last)]
    assert found(f"推进{family}。", "Program", family) == [(family, family)]
    shared = "大气、水污染防治攻坚战"
    assert found(f"打好{shared}。", "Program", shared, "水污染防治攻坚战")[0][0] == shared


def test_what_is_famous_for_its_name_is_no_industry() -> None:
    assert found("巩固芦柑、老醋四大品牌。", "Industry", "芦柑", "老醋") == []
    assert found("做强芦柑、老醋四大产业。", "Industry", "芦柑") == [("芦柑", "芦柑")]
    assert found("桃仁、核桃油三个“省名牌产品”，", "Industry", "核桃油") == []
    assert found("推进干法水泥、工艺品等12个项目，", "Industry", "工艺品") == []
    assert found("签约新材料、电子信息等领域项目，", "Industry", "电子信息") == [("电子信息", "电子信息")]


def test_a_branch_is_none_without_its_company() -> None:
    assert found("白鹭保险青山分公司增信。", "Enterprise", "青山分公司") == []
    assert found("，青山分公司增信。", "Enterprise", "青山分公司") == [("青山分公司", "青山分公司")]


def test_names_out_of_tables_stay() -> None:
    assert found("新建3座水厂工程。", "Project", "3座水厂工程", rule="table:name") == [("3座水厂工程", "3座水厂工程")]


@pytest.mark.parametrize(
    ("surface", "key", "expected"),
    [
        ("云海创新中心", "云海创新中心创新园区", "云海创新中心"),
        ("临港", "临港专业园区", "临港园区"),
        ("东大园", "东大园片区", "东大园片区"),
        ("白鹭新城", "白鹭新城片区", "白鹭新城"),
    ],
)
def test_a_word_for_the_kind_is_no_part_of_a_zone_s_name(surface: str, key: str, expected: str) -> None:
    made, _ = tidy(surface, [Mention(0, len(surface), "Zone", key, "zone:list", 0.6)])
    assert [m.key for m in made] == [expected]


def test_who_agrees_about_a_project_is_no_part_of_it() -> None:
    signed = found("明澈科技就光伏玻璃项目签署协议。", "Project", "明澈科技就光伏玻璃")
    assert [surface for surface, _ in signed] == ["光伏玻璃"]
    jobs = found("白鹭就业服务中心项目签署协议。", "Project", "白鹭就业服务中心")
    assert [surface for surface, _ in jobs] == ["白鹭就业服务中心"]


@pytest.mark.parametrize(
    ("sentence", "type_", "surface"),
    [
        ("投运110千伏变电站4座，停电更少。", "Project", "110千伏变电站"),
        ("建有省专业技术创新中心32家、市级8家。", "Organization", "省专业技术创新中心"),
        ("寿险公司26家。", "Enterprise", "寿险公司"),
        ("新增一批城镇养老服务中心。", "Project", "城镇养老服务中心"),
        ("新建一批标准化粮库、配送中心和晾晒场。", "Project", "配送中心"),
        ("完成游园、花园、城市绿廊等绿化工程36个。", "Project", "城市绿廊"),
        ("推进白鹭国家级和青山省级电商示范。", "Project", "白鹭国家级"),
        ("修建农村公路、城市广场、社区游园120余处。", "Project", "城市广场"),
        ("与沿海科研院所签约。", "Organization", "沿海科研院所"),
        ("打造千亩示范田。", "Project", "千亩示范田"),
        ("许多仓储物流园区开工。", "Project", "许多仓储物流园"),
        ("我县继续打造文旅优质项目。", "Project", "我县继续打造文旅优质"),
        ("推动服务由“行动”变为日常。", "Program", "行动"),
        ("落实党中央、国务院和省委部署。", "Organization", "国务院"),
        ("观测站被列为国家野外科学观测研究站。", "Organization", "国家野外科学观测研究站"),
        ("成为东岭省首个基金联盟。", "Organization", "东岭省首个基金联盟"),
        ("融入白鹭保全局。", "Organization", "白鹭保全局"),
        ("打造与青山一体化发展先行区。", "Zone", "青山一体化发展先行区"),
        ("科技学院转设为独立本科学院。", "Organization", "独立本科学院"),
        ("加快白鹭县国家全域旅游示范区创建。", "Zone", "白鹭县国家全域旅游示范区"),
        ("建成石桥、河口等5个现代农业产业园。", "Zone", "现代农业产业园"),
        ("单项冠军企业数居全国首位。", "Honor", "单项冠军企业数居全国首位"),
        ("在全省高新区评价中进位。", "Zone", "高新区"),
        ("吞吐量802万标箱，增长14%，位列全国第8位。", "Honor", "全国第8位"),
        ("建成后年产铝合金压铸件600万件。", "Project", "后年产铝合金压铸件"),
        ("王某详细询问项目建设进度。", "Project", "王某详细询问"),
        ("县（市）区污水处理厂陆续完工。", "Project", "县（市）区污水处理厂"),
        ("推动集镇污水处理设施投用。", "Project", "集镇污水处理设施"),
        ("垃圾污水处理等项目加快推进。", "Project", "垃圾污水处理"),
        ("建成石桥码头及配套航道。", "Project", "配套航道"),
        ("在课程开发、品牌孵化、仓储运营等方面达成合作。", "Project", "品牌孵化"),
        ("30余项国家级、省级现场会在我县召开。", "Event", "省级现场会"),
    ],
)
def test_kinds_of_which_nobody_says_which_one(sentence: str, type_: str, surface: str) -> None:
    assert found(sentence, type_, surface) == []


@pytest.mark.parametrize(
    ("sentence", "type_", "surface"),
    [
        ("扶持明澈牛业3户。", "Enterprise", "明澈牛业"),
        ("建成白鹭水库1座，新修渠道。", "Project", "白鹭水库"),
        ("国务院督查组到我市。", "Organization", "国务院"),
        ("推进白鹭一体化发展先行区建设。", "Zone", "白鹭一体化发展先行区"),
        ("白鹭产业基金联盟揭牌。", "Organization", "白鹭产业基金联盟"),
        ("加快白鹭国家自主创新示范区建设。", "Zone", "白鹭国家自主创新示范区"),
        ("完成一批青山水利设施维修", "Program", "青山水利设施维修"),
        ("绩效评价复核位居全国第二位。", "Honor", "全国第二位"),
        ("石桥镇污水处理厂陆续完工。", "Project", "石桥镇污水处理厂"),
        ("建成石桥码头、配套航道。", "Project", "配套航道"),
        ("在白鹭大桥、青山公路等方面取得突破。", "Project", "白鹭大桥"),
    ],
)
def test_names_with_a_count_behind_them_stay(sentence: str, type_: str, surface: str) -> None:
    assert found(sentence, type_, surface) == [(surface, surface)]


def test_how_it_went_is_no_part_of_a_name() -> None:
    assert found("青白高速试验通车。", "Project", "青白高速试验") == [("青白高速", "青白高速")]
    assert found("白鹭中学主体完工。", "Project", "白鹭中学主体") == [("白鹭中学", "白鹭中学")]
    assert found("白鹭抗风试验完成。", "Project", "白鹭抗风试验") == [("白鹭抗风试验", "白鹭抗风试验")]


def test_names_go_on_and_end_where_the_words_do() -> None:
    canal = "白鹭灌区续建配套与现代化改造"
    assert found(f"完成{canal}。", "Project", "白鹭灌区续建配套") == [(canal, canal)]
    whole = "白鹭影视文化综合项目"
    assert found(f"{whole}开工。", "Project", "白鹭影视文化综合") == [(whole, whole)]
    assert found("建成一条跨区输电线路。", "Project", "一条跨区输电线路") == [("跨区输电线路", "跨区输电线路")]


def test_a_plan_is_named_with_its_aims() -> None:
    plan, aims = "青山市国民经济和社会发展第十四个五年规划", "二〇三五年远景目标"
    whole = f"{plan}和{aims}纲要"
    assert found(f"制定{whole}。", "Program", plan, aims) == [(whole, whole)]
    assert found(f"落实{plan}和年度计划。", "Program", plan) == [(plan, plan)]


def test_what_a_formula_is_called_is_no_part_of_it() -> None:
    assert found("落实“1420”总体部署。", "Slogan", "“1420”总体部署") == [("1420", "1420")]
    assert found("落实“四水同治”战略。", "Slogan", "“四水同治”战略") == [("“四水同治”战略", "四水同治战略")]


def test_a_bare_title_takes_what_it_was_given_for() -> None:
    surface = "全省先进"
    assert found("统计工作获评全省先进，普法宣传有声有色。", "Honor", surface) == [(surface, "统计工作全省先进")]
    assert found("我县获评全省先进。", "Honor", surface) == [(surface, surface)]


def test_a_title_has_the_level_of_the_one_before_it() -> None:
    clean, first, second = "获评全省平安建设示范县、乡村治理先进县。", "全省平安建设示范县", "乡村治理先进县"
    assert found(clean, "Honor", first, second)[1] == (second, "全省乡村治理先进县")
    clean = clean.replace("全省平安建设示范县", "平安建设示范县")
    assert found(clean, "Honor", "平安建设示范县", second)[1] == (second, second)


def test_the_last_of_a_row_is_no_more_than_a_part_of_it() -> None:
    last = "水土保持三大工程"
    assert found(f"实施造林绿化、湿地保护、{last}。", "Program", last) == [(last, "水土保持工程")]
    quoted = "水土保持“三大工程”"
    assert found(f"实施造林绿化、湿地保护、{quoted}。", "Program", quoted) == [("水土保持", "水土保持工程")]
    assert found(f"实施造林绿化和{last}。", "Program", last) == [(last, last)]
    year = "“服务提升年”三个年活动"
    assert found(f"开展“招商突破年”“作风提升年”{year}。", "Program", year) == [("“服务提升年”", "服务提升年")]
    row = "“招商突破”“服务提升”两大行动"
    assert found(f"开展{row}。", "Program", row) == [("“招商突破”", "招商突破")]
    coast = "沿海公路“三大工程”"
    assert found(f"实施江北通道、江南大桥、{coast}。", "Program", coast) == [("沿海公路", "沿海公路")]
    assert found(f"开展{year}。", "Program", year) == [(year, "服务提升年三个年活动")]


def test_what_is_left_behind_is_no_slogan() -> None:
    clean = "实现“总体粗放”到“集约集聚”的过渡。"
    assert found(clean, "Slogan", "总体粗放", "集约集聚") == [("集约集聚", "集约集聚")]


def test_plain_words_are_no_programme() -> None:
    assert found("提升基层公共卫生服务。", "Program", "基层公共卫生服务") == []
    assert found("推进全民国防教育。", "Program", "全民国防教育", rule="program:lexicon") != []


def test_what_follows_a_list_is_no_head_word_of_its_parts() -> None:
    clean = "白鹭市场、茶叶城、建材城等市场发展良好。"
    city = Mention(5, 8, "Project", "茶叶城市场发展良好", "project:shared_head", 0.6)
    assert [m.key for m in tidy(clean, [city])[0]] == ["茶叶城"]


def test_a_campaign_between_two_ends_what_they_share() -> None:
    clean = "品牌发展、河道采砂整治、农村金融综合改革成效明显。"
    first = Mention(0, 4, "Program", "品牌发展改革", "program:shared", 0.6)
    between = Mention(5, 11, "Program", "河道采砂整治", "tagger", 0.6)
    assert [m.key for m in tidy(clean, [first, between])[0]] == ["河道采砂整治"]
    assert [m.key for m in tidy(clean, [first])[0]] == ["品牌发展改革"]


def test_a_system_in_a_row_of_reforms_is_its_reform() -> None:
    assert found("深化投融资体制、户籍制度等改革。", "Program", "投融资体制") == [("投融资体制", "投融资体制改革")]
    assert found("理顺投融资体制，推进改革。", "Program", "投融资体制") == [("投融资体制", "投融资体制")]


def test_an_area_is_named_with_and_without_its_head_word() -> None:
    clean = "赴白鹭滩地区招商，"
    area = Mention(1, 6, "Region", "白鹭滩", "region:area", 0.9)
    assert [(clean[m.start : m.end], m.key) for m in tidy(clean, [area])[0]] == [
        ("白鹭滩地区", "白鹭滩"),
        ("白鹭滩", "白鹭滩"),
    ]


@pytest.mark.parametrize(
    ("sentence", "taken", "left"),
    [
        ("这是白鹭汽车控股的云岭公司。", "白鹭汽车控股", "白鹭汽车"),
        ("这是白鹭控股公司。", "白鹭控股", "白鹭控股"),
        ("建设青禾电子级多晶硅项目。", "青禾电子", "青禾"),
        ("走进青禾食品厂区，机器轰鸣。", "青禾食品厂", "青禾食品"),
        ("园区有两家，其中国潮食品投产。", "中国潮食品", "国潮食品"),
        ("走进青禾食品厂，机器轰鸣。", "青禾食品厂", "青禾食品厂"),
        ("走访青禾电子，座谈。", "青禾电子", "青禾电子"),
        ("引进白鹭动力锂离子电池。", "白鹭动力", "白鹭"),
        ("由中国五环设计、青禾承建。", "中国五环设计", "中国五环设计"),
        ("由中国中铁设计、青禾承建。", "中国中铁设计", "中国中铁"),
        ("考察武胜四川青禾机械。", "武胜四川青禾机械", "四川青禾机械"),
        ("考察四川青禾机械。", "四川青禾机械", "四川青禾机械"),
    ],
)
def test_a_firm_without_what_stands_around_it(sentence: str, taken: str, left: str) -> None:
    assert [surface for surface, _ in found(sentence, "Enterprise", taken)] == [left]


@pytest.mark.parametrize(
    ("sentence", "industry", "kept"),
    [
        ("白鹭酒业的白酒出口。", "白酒", False),
        ("全县的白酒增势好。", "白酒", True),
        ("碳酸锂用于新能源汽车。", "新能源汽车", False),
        ("发展新能源汽车。", "新能源汽车", True),
        ("纯碱、复合肥四大类产品畅销。", "纯碱", False),
    ],
)
def test_what_a_firm_makes_is_no_industry(sentence: str, industry: str, kept: bool) -> None:
    at = sentence.find("白鹭酒业")
    firms = [Mention(at, at + 4, "Enterprise", "白鹭酒业", "tagger", 0.9)] if at >= 0 else []
    at = sentence.index(industry, 4 if firms else 0)
    mention = Mention(at, at + len(industry), "Industry", industry, "industry:lexicon_alone", 0.9)
    assert any(m.type == "Industry" for m in tidy(sentence, [*firms, mention])[0]) is kept


def test_a_place_keeps_its_first_character_though_it_is_a_joining_word() -> None:
    assert found("建成且末玉文化产业园。", "Project", "末玉文化产业园") == [("且末玉文化产业园", "且末玉文化产业园")]
    assert found("位于都江堰白鹭水厂。", "Project", "都江堰白鹭水厂") == [("都江堰白鹭水厂", "都江堰白鹭水厂")]


def test_what_is_not_far_off_begins_behind_the_word_that_says_so() -> None:
    assert found("离白鹭储能项目不远，正在施工。", "Project", "离白鹭储能") == [("白鹭储能", "白鹭储能")]
    assert found("离岸数据中心项目开工。", "Project", "离岸数据中心") == [("离岸数据中心", "离岸数据中心")]


def test_what_bounds_a_site_is_no_work() -> None:
    assert found("四至为：东至学府路，西至云溪桥。", "Project", "东至学府路", "西至云溪桥") == []
    assert found("东至大道建成通车。", "Project", "东至大道") == [("东至大道", "东至大道")]
    of_dongzhi = ("东至县人民医院", "东至二中")
    assert found("建成东至县人民医院、东至二中。", "Project", *of_dongzhi) == [(name, name) for name in of_dongzhi]


def test_what_a_place_can_make_is_no_work() -> None:
    can = "全县形成10万吨铝箔、5万吨铜杆等产能。"
    assert found(can, "Project", "10万吨铝箔", "5万吨铜杆") == []
    other = "形成特色，开工建设10万吨铝箔、5万吨铜杆等项目，新增产能显著。"
    assert len(found(other, "Project", "10万吨铝箔", "5万吨铜杆")) == 2
    built = "开工建设10万吨铝箔、5万吨铜杆等项目。"
    assert len(found(built, "Project", "10万吨铝箔", "5万吨铜杆")) == 2


def test_the_river_of_a_project_is_no_firm() -> None:
    assert not found("推进呼鹭河水电开发。", "Enterprise", "呼鹭河")
    assert found("推进呼鹭水电开发。", "Enterprise", "呼鹭")
    assert not found("推进长安县面粉加工。", "Enterprise", "长安县")
    assert not found("云沅湾飞鹭湖低空基地签约。", "Enterprise", "云沅湾飞鹭湖")
    assert not found("开工荣沅水库。", "Enterprise", "荣沅")
    assert not found("白鹭集团在飞鹭湖东岸投资的度假村。", "Enterprise", "飞鹭湖东岸")
    assert found("与飞鹭湖东岸签约。", "Enterprise", "飞鹭湖东岸")


def test_a_hospital_that_is_built_is_no_title() -> None:
    assert not found("建设人才公寓、国际学校、三甲医院。", "Honor", "三甲医院")
    assert found("区医院创成三级甲等医院。", "Honor", "三级甲等医院")


def test_what_is_to_be_built_begins_behind_the_verb() -> None:
    assert found("小镇将建教玩具博览中心。", "Project", "建教玩具博览中心") == [("教玩具博览中心", "教玩具博览中心")]


def test_houses_are_no_zones_and_ranks_are_cut() -> None:
    assert not found("白鹭国际酒店开业。", "Zone", "白鹭国际酒店")
    assert found("培育千亿级汽车产业。", "Industry", "千亿级汽车产业") == [("汽车产业", "汽车产业")]
    assert found("培育世界级产业。", "Industry", "世界级产业") == [("世界级产业", "世界级产业")]


def test_a_common_noun_is_no_division() -> None:
    assert not found("启动新市区行政中心建设。", "Region", "新市区")
    assert found("启动新市区行政中心建设。", "Region", "新市区", rule="region:full")


@pytest.mark.parametrize(
    ("sentence", "place", "left"),
    [
        ("建成新洲河碧道。", "新洲", False),
        ("分水江桐口段防洪堤完工。", "分水", False),
        ("完成新洲河道整治。", "新洲", True),
        ("新洲镇河湖整治。", "新洲镇", True),
        ("石桥江北区开园。", "石桥", True),
        ("建成苏木卫生院。", "苏木", False),
        ("改造老旧平房区供热管网。", "平房区", False),
        ("哈尔滨市平房区开园。", "平房区", True),
    ],
)
def test_rivers_and_old_houses_are_no_places(sentence: str, place: str, left: bool) -> None:
    assert bool(found(sentence, "Region", place)) == left


def test_a_line_is_no_title_and_so_many_farms_are_no_firm() -> None:
    assert not found("建成国内首条石墨烯生产线。", "Honor", "国内首条石墨烯生产线")
    assert found("获评国家级绿色工厂。", "Honor", "国家级绿色工厂")
    assert not found("扶持红牛合作社20个。", "Enterprise", "红牛合作社")
    assert found("扶持红牛合作社。", "Enterprise", "红牛合作社")


def test_a_site_made_ready_is_no_slogan() -> None:
    assert not found("基地完成“七通一平”。", "Slogan", "七通一平")
    assert found("落实“七抓一促”。", "Slogan", "七抓一促")


def test_so_many_editions_are_no_one_event() -> None:
    clean = "成功举办首届省花博会和3届市花博会，办好第四届市花博会。"
    assert found(clean, "Event", "3届市花博会", "第四届市花博会") == [("第四届市花博会", "第四届市花博会")]
    assert found("成功举办2届市花博会。", "Event", "市花博会") == []


def test_what_is_measured_is_no_programme() -> None:
    assert found("整治园区VOCs排放。", "Program", "VOCs") == []
    assert found("实施“1530”工程。", "Program", "“1530”工程") != []


def test_a_committee_that_leads_is_no_body_of_its_own() -> None:
    assert found("在中共青山县委坚强领导下，", "Organization", "中共青山县委") == []
    assert found("中共青山县委印发意见，", "Organization", "中共青山县委") != []


def test_what_people_travel_by_is_no_industry() -> None:
    assert found("轨道交通从无到有，", "Industry", "轨道交通") == []
    assert found("轨道交通产值过百亿，", "Industry", "轨道交通") != []


def test_a_city_whose_name_holds_a_joining_word_joins_nothing() -> None:
    assert found("建好诸暨经济开发区。", "Zone", "诸暨经济开发区") == [("诸暨经济开发区", "诸暨经济开发区")]
    assert found("建好产业集群暨经济开发区。", "Zone", "产业集群暨经济开发区") == []
