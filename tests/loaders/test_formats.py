"""Each format keeps title, date, paragraphs and tables, and leaves out what is no part of the article."""

from __future__ import annotations

import gzip
import io
import json
import quopri
import re
import tarfile
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.errors import MissingExtraError, MissingProgramError
from kg.loaders import find, load
from kg.types import Article
from tests.loaders.producers import by_libreoffice, numbered, page, portal, to_pdf

TITLE = "甲县举行重点项目集中签约仪式"
BODY = "8月2日，甲县举行重点项目集中签约仪式，现场签约项目十二个，总投资三十亿元，涉及新材料、装备制造等产业。"
MORE = "签约仪式上，县长介绍了园区规划和招商政策，企业代表作了发言，双方就项目用地和开工时间达成一致。"


def one(path: Path, data: bytes | str) -> Article:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (article,) = load(path)
    return article


def test_a_page_of_a_portal(tmp_path: Path) -> None:
    article = one(tmp_path / "a.html", portal([TITLE, BODY, MORE]))
    assert article.text == f"{TITLE}\n\n{BODY}\n\n{MORE}"
    assert article.hints == {"title": TITLE, "published": "2022-04-11", "issuer": "某某日报"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "big5"])
def test_encodings_of_pages(tmp_path: Path, encoding: str) -> None:
    text = (
        f"{BODY}{MORE}"
        if encoding != "big5"
        else "臺北市政府工作報告，全市工業發展計畫有大型項目，建設資金三百億元，公司在區內發展。"
    )
    meta = "gb2312" if encoding == "gb18030" else encoding
    article = one(tmp_path / "a.htm", f"<html><meta charset={meta}><body><p>{text}</p></body></html>".encode(encoding))
    assert article.text == text


def test_a_page_without_any_known_name(tmp_path: Path) -> None:
    links = "".join(f"<li><a href=/{n}>某某单位召开年度工作会议部署任务{n}</a></li>" for n in range(30))
    data = f"<title>{TITLE} - 某县新闻网</title><ul>{links}</ul><table><tr><td>{BODY}<br><br>{MORE}</td></tr></table>"
    article = one(tmp_path / "a.html", data)
    assert article.text == f"{TITLE}\n\n{BODY}\n\n{MORE}"


def test_a_table_in_a_page(tmp_path: Path) -> None:
    rows = "<tr><th rowspan=2>项目名称<th colspan=2>投资（亿元）<tr><th>总投资<th>年度计划<tr><td>甲厂房<td>3.5<td>1"
    article = one(tmp_path / "a.html", f"<h1>{TITLE}</h1><p>{BODY}</p><table>{rows}</table><p>{MORE}</p>")
    (grid,) = article.tables
    texts = [[article.text[c.start : c.end] if c else None for c in row] for row in grid.rows]
    assert texts == [
        ["项目名称", "投资（亿元）", "投资（亿元）"],
        ["项目名称", "总投资", "年度计划"],
        ["甲厂房", "3.5", "1"],
    ]
    assert [cell.own for cell in grid.rows[1] if cell] == [False, True, True]
    assert "甲厂房 | 3.5 | 1" in article.text


def test_pages_of_one_article_are_joined(tmp_path: Path) -> None:
    (tmp_path / "t1.html").write_text(f"<h1>{TITLE}</h1><p>{BODY}</p><a href='t1_1.html'>下一页</a>", "utf-8")
    (tmp_path / "t1_1.html").write_text(f"<p>{MORE}</p>", "utf-8")
    (tmp_path / "t2_1.html").write_text(f"<p>{MORE}</p>", "utf-8")
    loaded = {path.name: [a.text for a in load(path)] for path in find([str(tmp_path)])}
    assert loaded["t1_1.html"] == []
    assert MORE in loaded["t1.html"][0] and BODY in loaded["t1.html"][0]
    assert loaded["t2_1.html"] == [MORE]


def test_mhtml(tmp_path: Path) -> None:
    inner = quopri.encodestring(f"<html><body><h1>{TITLE}</h1><p>{BODY}</p></body></html>".encode("gb18030"))
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    head += b"Content-Type: text/html; charset=gb2312\r\n"
    head += b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/a\r\n\r\n"
    article = one(tmp_path / "a.mht", head + inner + b"\r\n--b--\r\n")
    assert article.text == f"{TITLE}\n\n{BODY}"
    assert article.hints["url"] == "https://example.org/a"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio's writer leaves files open
def test_warc(tmp_path: Path) -> None:
    with (tmp_path / "a.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for n, kind in enumerate(("text/html; charset=gbk", "image/png", "text/html")):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            text = f"<html><body><h1>{TITLE}{n}</h1><p>{BODY}</p></body></html>" if n < 2 else "<html></html>"
            payload = io.BytesIO(text.encode("gbk"))
            uri = f"https://example.org/{n}"
            writer.write_record(writer.create_warc_record(uri, "response", payload=payload, http_headers=headers))
    (article,) = load(tmp_path / "a.warc.gz")
    assert article.hints["url"] == "https://example.org/0"
    assert article.notes == ("1 pages hold no text",)


def test_docx(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("第一项", style="List Number")
    document.add_paragraph("第二项", style="List Number")
    table = document.add_table(3, 2)
    for i, text in enumerate(["项目名称", "总投资（亿元）", "甲厂房", "3.5", "乙厂房", "3.5"]):
        table.cell(i // 2, i % 2).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    document.save(str(tmp_path / "a.docx"))
    (article,) = load(tmp_path / "a.docx")
    assert article.text.startswith(f"{TITLE}\n\n1.第一项\n\n2.第二项\n\n项目名称 | 总投资（亿元）\n\n甲厂房 | 3.5")
    last = article.tables[0].rows[2]
    found = [(cell.own, article.text[cell.start : cell.end][:3]) for cell in last if cell]
    assert found == [
        (True, "乙厂房"),
        (False, "3.5"),
    ]


def test_numbers_that_the_program_prints(tmp_path: Path) -> None:
    """一、（一）1.① before paragraphs stand in no text of the file; they go on behind a paragraph without one."""
    paragraphs = [(None, TITLE), (0, "工作回顾"), (1, "抓产业"), (2, "新开工项目"), (2, "建成项目"), (3, "扩建项目")]
    paragraphs += [(1, "抓城乡"), (2, "修路"), (None, BODY), (0, "工作安排"), (1, "稳增长"), *[(0, "其他")] * 9]
    numbers = ["", "一、", "（一）", "1.", "2.", "①", "（二）", "1.", "", "二、", "（一）"]
    numbers += ["三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、", "十一、"]
    made = numbered(paragraphs, tmp_path / "a.docx")
    expected = [number + text for number, (_, text) in zip(numbers, paragraphs, strict=True)]
    for path in (made, *by_libreoffice("odt", [made]), *by_libreoffice("rtf", [made])):
        (article,) = load(path)
        assert [re.sub(r"\s", "", line) for line in article.text.split("\n\n")] == expected, path.suffix


def test_slides(tmp_path: Path) -> None:
    show = pptx.Presentation()
    for text in (TITLE, BODY):
        slide = show.slides.add_slide(show.slide_layouts[5])
        assert slide.shapes.title is not None
        slide.shapes.title.text = text
    show.save(str(tmp_path / "a.pptx"))
    (article,) = load(tmp_path / "a.pptx")
    assert article.text == f"{TITLE}\n\n{BODY}"
    assert [origin.page for origin in article.origins] == [1, 2]


def test_pdf_pages_heads_and_tables(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}<td>甲厂房{n}号项目<td>湖南某山新材料有限公司<td>{n}.5</tr>" for n in range(1, 60))
    margins = "@page{@top-center{content:'某县人民政府公报'}@bottom-center{content:'— ' counter(page) ' —'}}"
    text = page([TITLE, BODY + MORE * 20, MORE], margins)
    table = f"<table><tr><th>序号<th>项目名称<th>建设单位<th>总投资（亿元）</tr>{rows}</table>"
    (tmp_path / "a.html").write_text(text + table, "utf-8")
    (made,) = to_pdf([tmp_path / "a.html"])
    (article,) = load(made)
    assert article.text.startswith(f"{TITLE}\n\n{BODY}{MORE * 20}\n\n{MORE}\n\n序号 | 项目名称")
    assert "公报" not in article.text and "—" not in article.text
    assert {origin.page for origin in article.origins} >= {1, 2}
    assert sum(len(grid.rows) for grid in article.tables) >= 60
    where = article.text.index("甲厂房59号")
    (origin,) = [o for o in article.origins if o.start <= where < o.end]
    assert origin.page is not None and origin.page >= 2 and origin.column == 2


def test_json_and_lines(tmp_path: Path) -> None:
    record = {
        "title": TITLE,
        "content": f"<p>{BODY}</p><p>{MORE}</p>",
        "pub_date": "2023-05-06",
        "url": "https://example.org",
    }
    article = one(tmp_path / "a.json", json.dumps({"code": 0, "data": {"list": [record]}}))
    assert article.text == f"{TITLE}\n\n{BODY}\n\n{MORE}"
    assert article.hints == {"title": TITLE, "published": "2023-05-06", "url": "https://example.org"}
    article = one(tmp_path / "b.jsonl", json.dumps({"标题": TITLE, "正文": BODY}, ensure_ascii=False) + "\n{broken\n")
    assert article.text == f"{TITLE}\n\n{BODY}"
    assert "line 2" in article.notes[0]
    (tmp_path / "c.json.map.yaml").write_text("fields: {text: zw, title: bt}\n", "utf-8")
    article = one(tmp_path / "c.json", json.dumps([{"bt": TITLE, "zw": BODY, "note": MORE * 3}]))
    assert article.text == f"{TITLE}\n\n{BODY}"
    article = one(
        tmp_path / "d.json", json.dumps([{"项目名称": "甲厂房", "总投资（亿元）": 3}, {"项目名称": "乙厂房"}])
    )
    assert len(article.tables[0].rows) == 3


def test_front_matter(tmp_path: Path) -> None:
    article = one(tmp_path / "a.md", f"---\ntitle: {TITLE}\ndate: 2024-01-02\n---\n\n{BODY}\n")
    assert (article.text, article.hints) == (f"{BODY}", {"title": TITLE, "published": "2024-01-02"})


def test_archives(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w:gz") as box:
        info = tarfile.TarInfo("乙.txt")
        info.size = len(MORE.encode())
        box.addfile(info, io.BytesIO(MORE.encode()))
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as zipped:
        for name in ("AABB/CC.txt", "../evil.txt", "photo.jpg", "__MACOSX/x.txt"):
            zipped.writestr(name, BODY)
        zipped.writestr("in.tgz", inner.getvalue())
    data = outer.getvalue().replace(b"AABB", "报告".encode("gbk"))
    (tmp_path / "a.zip").write_bytes(data)
    first, second = load(tmp_path / "a.zip")
    assert [Path(a.source).parts[-2:] for a in (first, second)] == [("in.tgz", "乙.txt"), ("报告", "CC.txt")]
    assert set(first.notes) == {
        "../evil.txt: its name leads out of the archive",
        "photo.jpg: the format .jpg is not supported",
    }
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(BODY.encode()))
    assert load(tmp_path / "b.txt.gz")[0].text == BODY


def test_suffixes_that_lie(tmp_path: Path) -> None:
    assert one(tmp_path / "a.xls", f"<html><body><p>{BODY}</p></body></html>").text == BODY
    document = docx.Document()
    document.add_paragraph(BODY)
    document.save(str(tmp_path / "a.doc"))
    assert load(tmp_path / "a.doc")[0].text == BODY


@pytest.mark.parametrize(
    ("package", "name", "extra"),
    [
        ("lxml", "a.html", "html"),
        ("pypdfium2", "a.pdf", "pdf"),
        ("python_calamine", "a.xls", "office"),
        ("striprtf.striprtf", "a.rtf", "office"),
    ],
)
def test_what_a_missing_package_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, name: str, extra: str
) -> None:
    data = {
        "a.html": b"<p>x</p>",
        "a.pdf": b"%PDF-1.4",
        "a.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a.rtf": b"{\\rtf1",
    }
    (tmp_path / name).write_bytes(data[name])
    monkeypatch.setitem(__import__("sys").modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"quyu-kg\[{extra}\]"):
        load(tmp_path / name)


def test_what_a_missing_libreoffice_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(MissingProgramError, match="needs the program LibreOffice"):
        load(tmp_path / "a.doc")
