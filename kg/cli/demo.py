"""kg demo."""

from __future__ import annotations

from pathlib import Path

import click

from kg.api import build
from kg.cli.build import report
from kg.cli.output import print_rows

SAMPLE = Path(__file__).resolve().parent.parent / "sample" / "texts"

CYPHER = """
MATCH (e:Enterprise)-[:UNDERTAKES]->(p:Project)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(z)
RETURN e.name AS 企业, p.name AS 项目, p.investment / 100000000.0 AS 投资亿元, p.status AS 状态,
       p.status_year AS 年份, collect(DISTINCT z.name) AS 地点
ORDER BY coalesce(投资亿元, 0) DESC, 企业, 项目 LIMIT 8
"""

SPARQL = """
SELECT ?region ?programme (MIN(?year) AS ?first) WHERE {
  ?s a kg:Implements ; kg:head/rdfs:label ?region ; kg:tail/rdfs:label ?programme ; kg:first_year ?year .
  FILTER(CONTAINS(?programme, "年"))
} GROUP BY ?region ?programme ORDER BY ?programme ?region
"""


@click.command("demo")
@click.option("-o", "--output", default="kg-demo", show_default=True, help="The folder to write into.")
def command(output: str) -> None:
    """Build a graph from the sample texts, ask it in Cypher and SPARQL, and write the page.

    Example: kg demo
    """
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    graph = build([SAMPLE], folder / "build", force=True)
    if graph.summary:
        report(graph.summary, str(folder / "build"))
    for title, query, rows in (
        ("Who builds what, where, for how much (Cypher):", CYPHER, graph.cypher(CYPHER)),
        ("Which place carried out which theme year (SPARQL):", SPARQL, graph.sparql(SPARQL)),
    ):
        click.secho(f"\n{title}", bold=True)
        click.echo(query.strip())
        print_rows(rows)
    page = graph.view(folder / "view.html")
    click.secho(f"\nThe network: open {page} in a browser.", bold=True)
    click.echo(f"Ask on: kg explain {folder / 'build'} 旗滨玻璃")
