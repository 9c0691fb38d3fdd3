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
        ("2020年余杭区崇贤街道政府工作报告\n各位代表：沿山村拆迁清零。", "浙江省杭州市临平区崇贤街道"),
        ("河池·环江：桑蚕产业迎来春天\n环江毛南族自治县推进桑蚕产业。", "广西壮族自治区河池市环江毛南族自治县"),
        ("【长丰新闻】下塘镇、双凤开发区项目加快推进\n近日，长丰县领导赴下塘镇调研。", "安徽省合肥市长丰县"),
        ("我省经贸合作对接会在广州举行\n江西与大湾区合作对接会在广州举行。江西签约50个项目。", "江西省"),
        ("两岸峰会在南京举行 淮安签约6个项目\n淮安市洪泽区签约玻璃项目。", "江苏省淮安市"),
        ("仙桃市、潜江市同日开工一批项目\n仙桃市开工项目9个。", "湖北省"),
        (
            "某某网8月10日电 重庆市涪陵区近日与某集团签署投资协议，该集团将在涪陵白涛工业园区建设新材料等项目。\n",
            "重庆市涪陵区",
        ),
        ("总投资21亿元！新材料项目落户阜宁高新区\n近日，新材料项目签约。\n", "Zone 阜宁高新区"),
    ],
)
def test_finds_the_place(text: str, expected: str | None) -> None:
    assert _home(text) == expected


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
