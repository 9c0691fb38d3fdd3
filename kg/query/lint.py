"""What the embedded engine lacks, said before a query runs, with what to write instead.

Found by running the openCypher suite and the recipes on both engines. All of it works on a Neo4j as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<name>`(?:``|[^`])*`|[^\W\d]\w*(?:\.[^\W\d]\w*)*)
      | (?P<parameter>\$(?:`(?:``|[^`])*`|\w+))
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    depth: int  # of parentheses, brackets and braces around it


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the engine lacks: a pattern over the query without texts and comments, and what to write."""

    pattern: re.Pattern[str]
    lacks: str
    instead: str


def _gap(pattern: str, lacks: str, instead: str) -> Gap:
    return Gap(re.compile(pattern, re.IGNORECASE), lacks, instead)


GAPS = (
    _gap(r"\bdb\.index\.fulltext\.", "has no full-text index", "write WHERE n.name CONTAINS $text"),
    _gap(
        r"\b(?:ALL\s+)?SHORTEST\s+(?:\d|\(|PATH|GROUP)|\bALL\s+SHORTEST\b|\b(?:MATCH|=)\s*ANY\s*(?:\d+\s*)?(?:PATHS?\s*)?\(",
        "knows no path selectors such as SHORTEST",
        "write shortestPath((a)-[*..8]-(b)) or allShortestPaths(…)",
    ),
    _gap(r"\bgds\.", "has no Graph Data Science", "use kg.open(…).to_networkx() for measures"),
    _gap(r"\bapoc\.", "has only a few of the APOC procedures", "write the step in plain Cypher"),
    _gap(
        r"\bdb\.(?:schema\.|propertyKeys\b|indexes\b|constraints\b)|\bdbms\.|\bSHOW\s+\w+",
        "does not describe itself",
        "see the graph model in the README, or MATCH (n) RETURN DISTINCT labels(n), keys(n)",
    ),
    _gap(r"\bLOAD\s+CSV\b", "reads no files", "pass the values as parameters"),
    _gap(r"^\s*USE\b", "holds one graph", "name the build instead"),
)


def lint(query: str) -> None:
    """Refuse what the embedded engine lacks.

    Raises:
        QueryError: what is lacking, and what to write instead.
    """
    plain = bare(query)
    for gap in GAPS:
        if found := gap.pattern.search(plain):
            words = " ".join(found[0].split()).rstrip("( ")
            raise QueryError(
                f"the embedded engine {gap.lacks} ({words}): {gap.instead}, or ask a Neo4j with --uri, where it works."
            )
    if name := _map_of_relationship(query):
        raise QueryError(
            f"the embedded engine finds nothing when {name} of an earlier relationship stands in the braces of a later "
            f"MATCH: write MATCH (e) WHERE e.property = {name}, which every engine answers."
        )


def bare(query: str) -> str:
    """A query without the texts and comments in it."""
    return "".join(t.text if t.kind != "text" else "''" for t in _tokens(query, skip=False))


def _map_of_relationship(query: str) -> str | None:
    """The first name in a map of a MATCH that means a relationship of an earlier MATCH, such as `r.id`.

    `MATCH (a)-[r]->(b) MATCH (e {relation: r.id})` silently finds nothing on the engine.
    """
    relationships: set[str] = set()
    here: set[str] = set()  # those of the MATCH that is being read
    tokens = list(_tokens(query, skip=True))
    maps = 0  # depth of maps around the token
    in_match = False
    for i, token in enumerate(tokens):
        word = token.text.upper()
        if token.kind == "name" and word in _CLAUSES and not maps:
            in_match = word == "MATCH"
            relationships |= here
            here = set()
            if word in ("WITH", "UNION"):  # names stand for values after it: the engine reads them right
                relationships.clear()
        if token.text == "{" and in_match and (maps or tokens[i - 1].kind == "name" or tokens[i - 1].text in "()["):
            maps += 1
        elif token.text == "}" and maps:
            maps -= 1
        elif token.text == "[" and i + 1 < len(tokens) and tokens[i - 1].text == "-" and tokens[i + 1].kind == "name":
            here.add(tokens[i + 1].text)
        elif maps and token.kind == "name" and tokens[i + 1].text != ":" and token.text.split(".")[0] in relationships:
            return token.text
    return None


_CLAUSES = {"MATCH", "WITH", "UNWIND", "WHERE", "RETURN", "CALL", "UNION"}


def _tokens(query: str, *, skip: bool) -> Iterator[_Token]:
    depth = 0
    for found in _TOKEN.finditer(query):
        kind, text = str(found.lastgroup), found[0]
        if text in ")]}" and kind == "other":
            depth -= 1
        if kind == "skip":
            if not skip:
                yield _Token(kind, " ", found.start(), depth)
        else:
            yield _Token(kind, text, found.start(), depth)
        if text in "([{" and kind == "other":
            depth += 1
