"""Where in its file a piece of evidence stands: the page of a PDF, the sheet, row and columns of a table."""

from __future__ import annotations

from kg.tables import Build, Row


def places(build: Build, doc_id: str, start: int, end: int) -> str:
    """The place of a span in words, "" for plain text.

    Example: `page 12`, `sheet 重点项目, row 7, columns 2-5`.
    """
    found = [o for o in build.by_document("origins", doc_id) if o["start"] < end and o["end"] > start]
    parts = []
    if pages := sorted({o["page"] for o in found if o["page"] is not None}):
        parts.append(_range("page", pages))
    if cells := [o for o in found if o["sheet"] is not None]:
        parts.append(f"sheet {cells[0]['sheet']}")
        parts.append(_range("row", sorted({o["row"] for o in cells})))
        parts.append(_range("column", sorted({o["column"] for o in cells})))
    return ", ".join(parts)


def with_place(build: Build, row: Row) -> dict[str, str]:
    """What is known of the place of a row with doc_id, start and end.

    `where` in its file (not for plain text); `also`: the other inputs that hold the document or nearly the same one,
    which count once with it.
    """
    out = {}
    if where := places(build, row["doc_id"], row["start"], row["end"]):
        out["where"] = where
    if copies := build.copies(row["doc_id"]):
        out["also"] = ", ".join(f"{source} ({similarity:.0%} the same)" for source, similarity in copies)
    return out


def _range(name: str, numbers: list[int]) -> str:
    return f"{name} {numbers[0]}" if len(numbers) == 1 else f"{name}s {numbers[0]}-{numbers[-1]}"
