"""What each loader keeps and costs, how much of a body is found beside other programs, how hostile files end.

    pip install trafilatura pypdf pdfminer.six      # for the comparison; left out where they are missing
    python -m tests.benchmarks.loaders [PARAGRAPHS]

All files are generated: a report of PARAGRAPHS paragraphs (600), a list of 200 projects in each format, pages of four
kinds of web sites, PDF files of five kinds of setting. Seconds are those of the processor, so that ratios of one run
hold on a busy machine; memory is the peak of a fresh process above what it has after the imports. Recall and precision
are of runs of five characters, blanks left out, so that order counts; the true text is known. Radicals that stand for
characters (⽩⽯ for 白石, as Chromium's PDF files say) are put right for all programs, though kg alone does so itself.
"""

from __future__ import annotations

import html
import importlib
import json
import logging
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.errors import KgError
from kg.loaders import load
from tests.loaders.copied import projects
from tests.loaders.producers import by_libreoffice, page, portal, to_docx, to_pdf
from tests.loaders.test_copied_tables import ALL, sheet
from tests.loaders.test_hostile import FILES

PARAGRAPHS = 600
ROWS = 200
TITLE = "白石县2024年政府工作报告"
DATE = "2024-01-15"
_SENTENCES = (
    "地区生产总值完成{a}.6亿元，增长{b}.3%，地方一般公共预算收入增长{b}.8%，城乡居民收入稳步提高。",
    "白石镇新材料产业园{b}期项目建成投产，总投资{b}.5亿元，新入驻企业{a}家，标准厂房交付使用{a}万平方米。",
    "深入开展“产业项目建设年”活动，实施重点项目{a}个，完成投资{a}亿元，开工率达到9{b}%。",
    "新建农村公路{a}公里，改造老旧小区{b}个，第{b}自来水厂通水，城乡环境持续改善。",
)
Runs = Counter[str]
_RADICALS = str.maketrans(
    "⻓⺠⻔⻛⻋⻅⻚⻢⻥⻩⻬⻰⻄⻝⻆⻘⻉⻮⺟", "长民门风车见页马鱼黄齐龙西食角青贝齿母"
)  # of no normal form


def report(paragraphs: int) -> list[str]:
    """A title, paragraphs and the date line."""
    out = [TITLE]
    for n in range(paragraphs):
        picked = [_SENTENCES[(n + k * (n % 3 + 1)) % 4].format(a=n * 7 % 900 + 10, b=n % 9 + 1) for k in range(3)]
        out.append(f"{n + 1}.工作{n + 1}。" + "".join(picked))
    return [*out, DATE]


def runs(text: str) -> Runs:
    """The runs of five characters of a text."""
    bare = re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(_RADICALS)))
    return Counter(bare[i : i + 5] for i in range(len(bare) - 4))


def found(text: str, wanted: str) -> tuple[float, float]:
    """Recall and precision of a text."""
    one, other = runs(text), runs(wanted)
    both = (one & other).total()
    return both / max(other.total(), 1), both / max(one.total(), 1)


# ---- formats --------------------------------------------------------------------------------------------------------


def produce(folder: Path, lines: Sequence[str]) -> dict[str, Path]:
    """The report (and the list, for spreadsheets) in every format."""
    text = "\n".join(lines)
    out = {
        "TXT": folder / "a.txt",
        "TXT GB18030": folder / "b.txt",
        "HTML": folder / "a.html",
        "JSON": folder / "a.json",
    }
    out["TXT"].write_text(text, "utf-8")
    out["TXT GB18030"].write_bytes(text.encode("gb18030"))
    body = portal(lines).replace("2022-04-11", DATE)
    out["HTML"].write_text(body, "utf-8")
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    out["MHTML"] = folder / "a.mht"
    out["MHTML"].write_bytes(head.encode() + body.encode())
    record = {"title": TITLE, "content": text, "pub_date": DATE}
    out["JSON"].write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    out["DOCX"] = to_docx(lines, folder / "a.docx")
    for kind in ("odt", "rtf", "doc"):
        (out[kind.upper()],) = by_libreoffice(kind, [out["DOCX"]])
    (folder / "p.html").write_text(page(lines), "utf-8")
    (out["PDF"],) = to_pdf([folder / "p.html"])
    rows = [list(ALL), *([row[name] for name in ALL] for row in projects(ROWS))]
    out["CSV"] = folder / "list.csv"
    out["CSV"].write_text("\n".join(",".join(row) for row in rows), "utf-8")
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    out["XLSX"] = folder / "list.xlsx"
    book.save(out["XLSX"])
    for kind in ("ods", "xls"):
        (out[kind.upper()],) = by_libreoffice(kind, [out["XLSX"]])
    (folder / "t.html").write_text(sheet("td,th{border:1px solid}", _head(), projects(ROWS)), "utf-8")
    (folder / "u.html").write_text(sheet("", _head(), projects(ROWS)), "utf-8")
    out["PDF, ruled table"], out["PDF, table without rules"] = to_pdf([folder / "t.html", folder / "u.html"])
    return out


def _head() -> str:
    return "<tr>" + "".join(f"<th>{name}" for name in ALL) + "</tr>"


def measure(path: Path) -> None:
    """Load a file and print what it cost and kept; run in a process of its own."""
    kept = json.loads(path.with_suffix(path.suffix + ".expected").read_text("utf-8"))
    before = _memory(fresh=True)
    began = time.process_time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    articles = load(path)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - began + after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    peak = _memory() - before + after.ru_maxrss
    (article,) = articles
    have = {re.sub(r"\s", "", part) for part in article.text.split("\n")}
    cells = {
        tuple(article.text[c.start : c.end] if c else "" for c in row) for grid in article.tables for row in grid.rows
    }
    print(
        json.dumps(
            {
                "seconds": seconds,
                "mb": path.stat().st_size / 1e6,
                "chars": len(article.text),
                "peak": peak / 1024,
                "title": article.hints.get("title") == kept["title"],
                "date": article.hints.get("published") == DATE,
                "paragraphs": sum(1 for line in kept["lines"] if line in have) / max(len(kept["lines"]), 1),
                "rows": sum(1 for row in kept["rows"] if tuple(row) in cells) / max(len(kept["rows"]), 1),
                "pages": max((origin.page or 0 for origin in article.origins), default=0),
                "places": any(origin.row for origin in article.origins),
            }
        )
    )


def _memory(*, fresh: bool = False) -> int:
    """The peak of this process in kB; `fresh` forgets the peak so far and gives what it takes now (Linux)."""
    if fresh:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    match = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text("ascii"))
    return int(match[1]) if match else 0


def formats(folder: Path, paragraphs: int) -> None:
    """Print the table of formats."""
    lines = report(paragraphs)
    print(f"\nFormats: a report of {paragraphs} paragraphs, a list of {ROWS} projects\n")
    print(
        "| format | MB | pages (a second) | characters/s | MB/s | peak MB | title | date | paragraphs | rows | place |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, path in produce(folder, lines).items():
        table = path.stem in ("list", "t", "u")
        expected = {
            "title": "list" if path.stem == "list" else "白石县2024年重点建设项目表" if table else TITLE,
            "lines": [] if table else [re.sub(r"\s", "", line) for line in lines[1:-1]],
            "rows": [[row[column] for column in ALL] for row in projects(ROWS)] if table else [],
        }
        path.with_suffix(path.suffix + ".expected").write_text(json.dumps(expected), "utf-8")
        command = [sys.executable, "-m", "tests.benchmarks.loaders", "--measure", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"| {name} | {done.stderr.strip().splitlines()[-1]} |")
            continue
        m = json.loads(done.stdout.splitlines()[-1])
        pages = f"{m['pages']} ({m['pages'] / m['seconds']:.0f}/s)" if m["pages"] else "–"
        place = "page" * bool(m["pages"]) + " " + "row, column" * bool(m["places"])
        print(
            f"| {name} | {m['mb']:.2f} | {pages} | {m['chars'] / m['seconds']:,.0f} "
            f"| {m['mb'] / m['seconds']:.2f} | {m['peak']:.0f} | {'yes' if m['title'] else 'no'} "
            f"| {'–' if table else 'yes' if m['date'] else 'no'} | {'–' if table else format(m['paragraphs'], '.1%')} "
            f"| {format(m['rows'], '.1%') if table else '–'} | {place.strip() or '–'} |"
        )


# ---- bodies of web pages and PDF files ------------------------------------------------------------------------------


def web_pages(lines: Sequence[str]) -> dict[str, str]:
    """Pages of four kinds of sites around one article."""
    links = "".join(f"<li><a href=/{n}>某某单位召开年度工作会议部署任务{n}</a></li>" for n in range(30))
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines[1:])
    breaks = "<br><br>".join(html.escape(line) for line in lines[1:])
    rows = "".join("<tr>" + "".join(f"<td>{row[name]}" for name in ALL) + "</tr>" for row in projects(20))
    foot = "<div>版权所有：某县人民政府　地址：某路1号　电话：0000-0000000　网站标识码：0000000000</div>"
    head = f"<html><head><title>{lines[0]}-某县新闻网</title></head><body>"
    comment = "<div class=comment><p>网友评论：写得好，支持一下家乡的发展！</p></div>"
    aside = f"<aside><h3>热门</h3><ul>{links}</ul></aside>"
    table = f"<table>{_head()}{rows}</table>"
    cell = f"<table><tr><td>{lines[0]}</td></tr><tr><td>{breaks}</td></tr></table>"
    article = f"<article><h1>{lines[0]}</h1>{paragraphs}</article>"
    return {
        "portal": portal(lines),
        "old site of tables": f"{head}<ul>{links}</ul>{cell}{foot}",
        "news site": f"{head}<div id=nav><ul>{links}</ul></div>{article}{aside}{comment}{foot}",
        "page with a list": f"{head}<ul>{links}</ul><h1>{lines[0]}</h1>{paragraphs}{table}{foot}",
    }


def bodies(folder: Path) -> None:
    """Print recall and precision of the body of web pages and PDF files beside other programs."""
    lines = report(25)[:-1]
    wanted = "".join(lines)
    listed = "".join("".join(row[name] for name in ALL) for row in projects(20))
    print("\nBodies of web pages: recall / precision\n\n| page | kg | trafilatura |\n|---|---|---|")
    for name, text in web_pages(lines).items():
        (folder / "page.html").write_text(text, "utf-8")
        true = wanted + ("".join(ALL) + listed if "list" in name else "")
        mine = load(folder / "page.html")[0].text.replace(" | ", "")
        print(f"| {name} | {_both(mine, true)} | {_both(_trafilatura(text), true)} |")
    running = "@page{@top-center{content:'白石县人民政府公报'}@bottom-center{content:'— ' counter(page) ' —'}}"
    settings = {
        "one column": page(lines),
        "two columns": page(lines, ".b{column-count:2;column-gap:1cm}"),
        "running heads and page numbers": page(lines * 3, running),
        "columns from right to left": page(lines[:12], ".b{writing-mode:vertical-rl;height:22cm}"),
        "list without rules": sheet("", _head(), projects(60)),
    }
    paths = []
    for n, text in enumerate(settings.values()):
        paths.append(folder / f"body{n}.html")
        paths[-1].write_text(text, "utf-8")
    print("\nText of PDF files: recall / precision\n\n| setting | kg | pypdf | pdfminer |\n|---|---|---|---|")
    for name, path in zip(settings, to_pdf(paths), strict=True):
        true = wanted * 3 if "running" in name else "".join(lines[:12]) if "right" in name else wanted
        if "list" in name:
            plain = re.sub(r"<style>.*?</style>", "", sheet("", _head(), projects(60)))
            true = re.sub(r"<[^>]+>", "", plain)
        mine = load(path)[0].text.replace(" | ", "")
        print(f"| {name} | {_both(mine, true)} | {_both(_pypdf(path), true)} | {_both(_pdfminer(path), true)} |")
    _speeds(folder, paths[1].with_suffix(".pdf"))


def _both(text: str | None, wanted: str) -> str:
    return "–" if text is None else "{:.3f} / {:.3f}".format(*found(text, wanted))


def _trafilatura(text: str) -> str | None:
    try:
        module = importlib.import_module("trafilatura")
    except ImportError:
        return None
    return str(module.extract(text, include_tables=True, include_comments=False) or "")


def _pypdf(path: Path) -> str | None:
    try:
        module = importlib.import_module("pypdf")
    except ImportError:
        return None
    return "\n".join(one.extract_text() for one in module.PdfReader(path).pages)


def _pdfminer(path: Path) -> str | None:
    try:
        module = importlib.import_module("pdfminer.high_level")
    except ImportError:
        return None
    return str(module.extract_text(str(path)))


def _speeds(folder: Path, path: Path) -> None:
    ways: dict[str, Callable[[], object]] = {
        "kg, PDF": lambda: load(path),
        "pypdf": lambda: _pypdf(path),
        "pdfminer": lambda: _pdfminer(path),
        "kg, HTML": lambda: load(folder / "page.html"),
        "trafilatura": lambda: _trafilatura((folder / "page.html").read_text("utf-8")),
    }
    print("\nSeconds of the processor for one file, best of three\n")
    for name, way in ways.items():
        best = min(_seconds(way) for _ in range(3))
        print(f"{name}: {best:.3f}")


def _seconds(way: Callable[[], object]) -> float:
    began = time.process_time()
    way()
    return time.process_time() - began


# ---- hostile files --------------------------------------------------------------------------------------------------


def hostile(folder: Path) -> None:
    """Print how many hostile files were tried and how each ended."""
    ends: Counter[str] = Counter()
    slowest = (0.0, "")
    for name, (make, _) in FILES.items():
        path = folder / name
        path.write_bytes(make())
        began = time.process_time()
        ends[_end(path)] += 1
        slowest = max(slowest, (time.process_time() - began, name))
    print(f"\nHostile files: {len(FILES)} tried; slowest {slowest[0]:.1f} s ({slowest[1]})\n")
    for end, n in sorted(ends.items(), key=lambda item: (-item[1], item[0])):
        print(f"{n:3} {end}")


def _end(path: Path) -> str:
    try:
        load(path)
    except KgError as error:
        words = str(error).removeprefix(f"{path}: ")
        for sign in (
            "bomb",
            "encrypted",
            "damaged",
            "entities",
            "too many",
            "no text",
            "no JSON",
            "no record",
            "no file",
        ):
            if sign in words:
                return f"refused: {sign}"
        return f"refused: {words.split(';')[0]}"
    return "read"


def main(arguments: Sequence[str]) -> None:
    """Run all parts, or measure one file."""
    if arguments[:1] == ["--measure"]:
        measure(Path(arguments[1]))
        return
    logging.disable()  # of the other programs
    with tempfile.TemporaryDirectory(prefix="kg-benchmark-") as name:
        for part in _parts(int(arguments[0]) if arguments else PARAGRAPHS):
            folder = Path(name) / part.__name__
            folder.mkdir()
            part(folder)
            sys.stdout.flush()


def _parts(paragraphs: int) -> Iterator[Callable[[Path], None]]:
    def all_formats(folder: Path) -> None:
        formats(folder, paragraphs)

    yield from (all_formats, bodies, hostile)


if __name__ == "__main__":
    main(sys.argv[1:])
