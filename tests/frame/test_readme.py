import pytest

from tests.frame import readme
from tests.tools import ROOT

TEXT = (ROOT / "README.md").read_text("utf-8")


def test_the_generated_parts_are_fresh() -> None:
    assert readme.render(TEXT) == TEXT, "make files"


def test_every_part_is_in_readme() -> None:
    assert all(f"<!-- generated: {name} -->" in TEXT for name in readme.PARTS)


def test_rendering_twice_changes_nothing() -> None:
    text = "# x\n\n<!-- generated: relations -->\nstale\n<!-- end -->\n\nrest\n"
    once = readme.render(text)
    assert "| `UNDERTAKES` | 承担 | Enterprise, Organization | Project |" in once
    assert "stale" not in once
    assert once.endswith("<!-- end -->\n\nrest\n")
    assert readme.render(once) == once


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(KeyError, match="nobody"):
        readme.render("<!-- generated: nobody -->\n<!-- end -->")


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    assert readme.table(("a", "b"), [("x|y", "z")]) == "| a | b |\n| --- | --- |\n| x\\|y | z |"


def test_files_that_readme_links_to_are_there() -> None:
    links = [link for link in readme.links(TEXT) if not link.startswith("http")]
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_is_the_last_section() -> None:
    assert [line for line in TEXT.splitlines() if line.startswith("## ")][-1] == "## Changelog"
