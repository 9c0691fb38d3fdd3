"""Tables without drawn cells, copied as text or on pages of a PDF: each row whole again, prose left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.loaders import load, read
from kg.loaders.file import File
from kg.loaders.text_tables import with_tables
from kg.types import Article
from tests.loaders.copied import Look, copied, layout, projects
from tests.loaders.producers import to_pdf

ALL = ("序号", "项目名称", "建设单位", "建设地点", "总投资（万元）", "年度计划投资（万元）", "开工时间")
LOOKS = {
    "three columns": Look(("项目名称", "总投资（万元）", "开工时间")),
    "two amounts": Look(("项目名称", "总投资（万元）", "年度计划投资（万元）")),
    "running numbers": Look(("序号", "项目名称", "总投资（万元）", "开工时间")),
    "all": Look(ALL),
    "all, one blank": Look(ALL, sign=" "),
    "all, tabs": Look(ALL, sign="\t"),
    "figures beside the first line": Look(ALL, centred=False),
    "the same, one blank": Look(ALL, sign=" ", centred=False),
    "name last": Look(("序号", "总投资（万元）", "开工时间", "项目名称")),
    "name between": Look(("总投资（万元）", "项目名称", "开工时间"), sign=" "),
    "heading once, bare page numbers": Look(ALL, number="{}", header_again=False),
    "one page": Look(ALL, number="", header_again=False, per_page=1000),
    "two columns": Look(("项目名称", "总投资（万元）")),
    "two columns, one blank": Look(("项目名称", "总投资（万元）"), sign=" "),
    "no figures": Look(("项目名称", "建设单位", "建设地点")),
    "第 n 页": Look(ALL, number="第 {} 页 共 9 页"),
    "narrow names": Look(ALL, wide=(("项目名称", 9),)),
}


def cells(article: Article) -> list[tuple[str, ...]]:
    return [
        tuple(article.text[c.start : c.end] if c else "" for c in row) for grid in article.tables for row in grid.rows
    ]


def expected(rows: list[dict[str, str]], columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [columns, *(tuple(row[name] for name in columns) for row in rows)]


@pytest.mark.parametrize("name", LOOKS)
def test_a_list_copied_as_text(name: str) -> None:
    rows, look = projects(50), LOOKS[name]
    text = copied(rows, look)
    (article,) = read(File("a.txt", text.encode()))
    assert cells(article) == expected(rows, look.columns)
    assert article.text.startswith(f"{look.title}\n单位：万元\n\n{' | '.join(look.columns)}")
    lines = text.splitlines()
    cell = article.tables[0].rows[9][look.columns.index("项目名称")]
    assert cell is not None
    (origin,) = [o for o in article.origins if o.start == cell.start]
    first = lines[(origin.row or 0) - 1].split()[0]
    assert any(value.startswith(first) for value in rows[8].values())


def test_cells_that_stand_below_each_other() -> None:
    """As `pdftotext -layout` writes it: two columns broken over lines, places kept."""
    rows = projects(30)
    wide = (("项目名称", 13), ("建设单位", 8))
    (article,) = read(File("a.txt", layout(rows, Look(ALL, wide=wide)).encode()))
    assert cells(article) == expected(rows, ALL)


def test_what_cannot_be_told_apart_is_said() -> None:
    """Two broken columns without places: which line goes on in which is a guess, so the text stays as it is."""
    text = copied(projects(50), Look(ALL, wide=(("项目名称", 13), ("建设单位", 8))))
    (article,) = read(File("a.txt", text.encode()))
    assert article.tables == () and article.text == text.strip()
    assert "look like a table" in article.notes[0] and article.notes[0].startswith("lines 3-")


def test_prose_around_a_list_stays() -> None:
    prose = "各乡镇人民政府：\n现将重点建设项目印发给你们，请认真组织实施。\n"
    after = "以上项目由县发展和改革局负责调度，每月通报进度。\n某县人民政府办公室\n2024年3月1日"
    text = copied(projects(20), Look(ALL))
    (article,) = read(File("a.txt", f"{prose}{text}{after}".encode()))
    assert article.text.startswith(prose) and article.text.endswith(after)
    assert len(cells(article)) == 21 and article.hints["published"] == "2024-03-01"


@pytest.mark.parametrize(
    "text",
    [
        "某县工作报告\n一、项目\n今年实施项目 126个，完成投资 318亿元。\n二、地区\n投资 增长8%。",
        "项目名称\n白石大桥\n投资\n3亿元\n地点\n白石镇",
        "项目 投资 地点\n会议指出，项目建设要加快。\n会议强调，投资要稳。\n会议要求，地点要选好。",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    (article,) = read(File("a.txt", text.encode()))
    assert article.text == text and article.tables == ()


def test_a_copied_list_becomes_facts(tmp_path: Path) -> None:
    rows = projects(40)
    (tmp_path / "list.txt").write_text(copied(rows, LOOKS["all"]).replace("某县", "株洲市"), "utf-8")
    build = kg.build([tmp_path], tmp_path / "build").tables
    names = {e["entity_id"]: e["name"] for e in build.rows("entities")}
    found = {(names[r["head_id"]], names[r["tail_id"]]) for r in build.rows("relations") if r["type"] == "undertakes"}
    wanted = {(r["建设单位"], r["项目名称"]) for r in rows if "公司" in r["建设单位"]}
    assert found >= wanted
    money = {(names[a["entity_id"]], a["value"]) for a in build.rows("attributes") if a["property"] == "investment"}
    assert money >= {(r["项目名称"], f"{r['总投资（万元）']}0000") for r in rows if len(r["项目名称"]) > 6}


def test_a_list_of_names_and_grants(tmp_path: Path) -> None:
    """A heading broken over three lines, the name beside the middle one; no column states a fact but the name."""
    head = "发行  发行  债券  债券期\n项目名称\n金额  日期  利率  限(年)\n"
    body = "".join(
        f"{r['项目名称']}  {r['总投资（万元）']}  {n % 12 + 1}月10日  2.2{n % 9}%  30\n"
        for n, r in enumerate(projects(12))
    )
    (tmp_path / "a.txt").write_text(
        f"株洲市2025年专项债券使用情况表\n单位：万元\n{head}市级合计  99\n{body}—  205—\n", "utf-8"
    )
    (article,) = load(tmp_path / "a.txt")
    assert cells(article)[0] == ("项目名称", "发行金额", "发行日期", "债券利率", "债券期限(年)")
    assert {o.page for o in article.origins} == {205}
    build = kg.build([tmp_path / "a.txt"], tmp_path / "build").tables
    assert {e["name"] for e in build.rows("entities") if e["type"] == "Project"} == {
        r["项目名称"] for r in projects(12)
    }


def test_the_real_list(shared: Path) -> None:
    """Copied from a PDF of ten pages; counted by hand: a total and 220 rows, none without all of its cells."""
    (article,) = load(shared / "corpus" / "more" / "list-shandong-jinan-bond-projects-2025.txt")
    found = cells(article)
    assert len(found) == 222
    assert sum(1 for row in found if not all(row)) == 1
    assert all(row[0].count("（") == row[0].count("）") for row in found)


STYLES = {
    "no rules": "",
    "rules between rows": "td,th{border-bottom:1px solid}",
    "three rules": "thead{border-top:2px solid;border-bottom:1px solid}tbody{border-bottom:2px solid}",
    "set to the top": "td{vertical-align:top}",
    "narrow rows": "td{padding:1px 6px}",
    "all rules": "td,th{border:1px solid}",
    "headings left": "th{text-align:left}",
    "centred": "td,th{text-align:center}",
}
GROUPS = (
    "<tr><th rowspan=2>序号<th rowspan=2>项目名称<th rowspan=2>建设单位<th rowspan=2>建设地点<th colspan=2>投资（万元）"
    "<th rowspan=2>开工时间</tr><tr><th>总投资<th>年度计划投资</tr>"
)
_NOTICE = "根据工作安排，现将今年重点建设项目予以公布，请各单位抓好落实，确保项目按期开工建设。"
_LAST = "以上项目由县发展和改革局负责解释，各单位要按照职责分工加快推进，按月报送进展情况。"


def sheet(css: str, head: str, rows: list[dict[str, str]], part: str = "thead") -> str:
    body = "".join("<tr>" + "".join(f"<td>{row[name]}" for name in ALL) + "</tr>" for row in rows)
    return (
        "<meta charset=utf-8><style>@page{size:A4;margin:2cm;@bottom-center{content:'— ' counter(page) ' —'}}"
        "body{font:11pt/1.4 'Noto Serif CJK SC'}table{border-collapse:collapse;width:100%}"
        f"td,th{{padding:3px 4px;font-size:10pt}}{css}</style><h2>白石县2024年重点建设项目表</h2><p>{_NOTICE}</p>"
        f"<table><{part}>{head}</{part}><tbody>{body}</tbody></table><p>{_LAST}</p>"
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    folder = tmp_path_factory.mktemp("pages")
    head = "<tr>" + "".join(f"<th>{name}" for name in ALL) + "</tr>"
    sheets = {name: sheet(css, head, projects(60)) for name, css in STYLES.items()}
    sheets["heading once"] = sheet(STYLES["all rules"], head, projects(60), "tbody")
    sheets["names above names"] = sheet("", GROUPS, projects(60))
    sheets["squeezed"] = sheet("table{width:62%}", head, projects(60))
    made = []
    for n, text in enumerate(sheets.values()):
        made.append(folder / f"{n}.html")
        made[-1].write_text(text, "utf-8")
    return {name: load(path)[0] for name, path in zip(sheets, to_pdf(made), strict=True)}


@pytest.mark.parametrize("name", [*STYLES, "heading once", "names above names"])
def test_a_table_over_pages_of_a_pdf(name: str, pages: dict[str, Article]) -> None:
    article = pages[name]
    found = cells(article)
    rows = expected(projects(60), ALL)
    if name == "names above names":
        assert found[0][4:6] == ("投资（万元）", "投资（万元）") and found[1][4:6] == ("总投资", "年度计划投资")
        assert found[2:] == rows[1:]
    else:
        assert found == rows
    assert len(article.tables) == 1 and article.notes == ()
    assert article.text.startswith(f"白石县2024年重点建设项目表\n\n{_NOTICE}\n\n") and article.text.endswith(_LAST)
    last = article.tables[0].rows[-1][1]
    assert last is not None
    (origin,) = [o for o in article.origins if o.start == last.start]
    assert origin.page == max(o.page or 0 for o in article.origins) and origin.column == 2


def test_rows_that_lack_nothing_need_no_guess() -> None:
    text = (
        "白石县重点项目表\n序号 项目名称 建设单位 总投资(万元) 建设性质 进展情况\n"
        "1 白石供热三期工程 县住建局 12600 续建 铺设管网\n"
        "2 石桥公园南延工程 县水务局 8500 新建 已开工\n3 白石一中迁建工程 县教育局 31000 续建 主体完工\n"
    )
    article = with_tables(Article("plan.txt", text))
    assert article.notes == () and cells(article)[3] == (
        "3",
        "白石一中迁建工程",
        "县教育局",
        "31000",
        "续建",
        "主体完工",
    )


def test_cells_that_touch_are_no_guess(pages: dict[str, Article]) -> None:
    """Columns so narrow that figures of two cells touch: the page is prose, and a note says so."""
    article = pages["squeezed"]
    if article.tables:
        assert cells(article) == expected(projects(60), ALL)
    else:
        assert "its cells cannot be told apart" in article.notes[0]
