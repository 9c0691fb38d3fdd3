"""What is wrong with a SPARQL query, in one sentence and at most one more line, out of the parser's long message."""

from __future__ import annotations

import re

LINE = 100  # characters of the line that tells what was expected

_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
# the parser's tokens: texts in quotation marks, classes of characters in brackets, and words
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\[[^\]]*\](?:\s*\|\s*\[[^\]]*\])*|[^,"\[\]]+')
# texts, IRIs and comments, in which no keyword and no bracket counts
QUIET = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'|<[^<>\"{}|^`\\\x00-\x20]*>|#[^\n\r]*",
    re.DOTALL,
)
_END = "where it ends"
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_OPENING = re.compile(r"\s*(?:#[^\n]*\n\s*|PREFIX\s+\S*\s*<[^>]*>\s*|BASE\s*<[^>]*>\s*)*", re.IGNORECASE)
_SENTENCES = {
    "Prefix not found": "a prefix is not declared",
    "IRI parsing failed": "what stands between < and > is no IRI",
    "The SELECT contains a variable that is unbound": "SELECT names a variable that the pattern or GROUP BY lacks",
}


def wrong(query: str, message: str) -> str:
    """The parser's message on a query, for people.

    Example:
        >>> wrong("SELECT ?x { ?x a", 'error at 1:17: expected one of "(", [_]')
        'the SPARQL query is wrong in line 1, column 17, where it ends.\\nexpected: "("'
    """
    found = _PLACE.search(message)
    if found is None:
        return f"the SPARQL query is wrong: {' '.join(message.split()).rstrip('.')}."
    line, column, expected = int(found[1]), int(found[2]), [t.strip() for t in _TOKEN.findall(found[3])]
    start = _OPENING.match(query)
    begins = re.compile(r"\w+").match(query, start.end() if start else 0)
    if begins and begins[0].upper() not in (*_FORMS, "PREFIX", "BASE"):
        line, column = query.count("\n", 0, begins.start()) + 1, begins.start() - query.rfind("\n", 0, begins.start())
        return (
            f"the SPARQL query is wrong in line {line}, column {column}: it begins with “{begins[0]}”.\n"
            f"expected: {', '.join(_FORMS)}"
        )
    here = f"in line {line}, column {column}, {_where(query, line, column)}"
    if sentence := _sentence(query, line, column, expected):
        return f"the SPARQL query is wrong {here}: {sentence}."
    shown = _shown([t for t in dict.fromkeys(expected) if t and not t.startswith("[")])
    return f"the SPARQL query is wrong {here}.{shown}"


def _sentence(query: str, line: int, column: int, expected: list[str]) -> str | None:
    """What is wrong in words, where that can be told."""
    if not query.strip():
        return "it is empty"
    if '"\\""' in expected:
        return "a text has no quotation mark at its end"
    if "Prefix not found" in expected and (prefix := _prefix(query, line, column)):
        return f"the prefix {prefix} is not declared"
    if sentences := [_SENTENCES[t] for t in expected if t in _SENTENCES]:
        return sentences[0]
    bare = QUIET.sub(" ", query)
    for left, right in ("{}", "()"):
        if bare.count(left) > bare.count(right) and _where(query, line, column) == _END:
            return f"a {left} has no {right}"
    return None


def _where(query: str, line: int, column: int) -> str:
    """The word or sign at a place."""
    lines = query.split("\n")
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    found = re.match(r"\s*([?$:\w-]+|\S)", rest)
    if found is None:
        behind = "".join(lines[line:]).strip()
        return "at the end of the line" if behind else _END
    return f"at “{found[1][:30]}”"


def _prefix(query: str, line: int, column: int) -> str | None:
    found = re.search(r"([\w-]*:)[\w.-]*\s*$", query.split("\n")[line - 1][: column - 1])
    return found[1] if found else None


def _shown(expected: list[str]) -> str:
    """The line that tells what was expected, cut to its length."""
    if not expected:
        return ""
    text, left = "expected: ", len(expected)
    for token in expected:
        more = f"{token}, "
        if len(text) + len(more) + 10 > LINE:
            break
        text, left = text + more, left - 1
    return "\n" + text.removesuffix(", ") + (f", and {left} more" if left else "")
