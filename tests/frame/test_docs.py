"""What a user reads of the program itself: help, errors, the first import."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

import kg.errors
from kg.cli import COMMANDS as COMMAND_MODULES
from kg.cli import main

COMMANDS = list(COMMAND_MODULES)


def leaves(name: str) -> list[tuple[str, click.Command]]:
    """A command, or the commands of a group, each with its full name."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    if isinstance(command, click.Group):
        return [(f"{name} {word}", leaf) for word, leaf in command.commands.items()]
    return [(name, command)]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_with_an_example(name: str) -> None:
    for path, _ in leaves(name):
        result = CliRunner().invoke(main, [*path.split(), "--help"])
        assert result.exit_code == 0, result.output
        assert f"Example: kg {path}" in " ".join(result.output.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_says_what_it_does(name: str) -> None:
    for _, command in leaves(name):
        options = [p for p in command.params if isinstance(p, click.Option)]
        assert [p.name for p in options if not p.help and not p.hidden] == []


def test_the_errors_are_those_of_the_drawn_tree() -> None:
    tree = str(kg.errors.__doc__)
    names = {name for name, value in vars(kg.errors).items() if isinstance(value, type)}
    assert {word for word in tree.replace("─", " ").split() if word.endswith("Error")} == names
    assert all(issubclass(getattr(kg.errors, name), kg.errors.KgError) for name in names)


def test_the_public_names_of_the_library() -> None:
    import kg as library

    assert library.__all__ == ["Graph", "KgError", "__version__", "build", "from_rdf", "open"]


def test_import_kg_is_light() -> None:
    heavy = ("arcadedb_embedded", "duckdb", "jieba", "neo4j", "networkx", "pyoxigraph", "pyvis", "rdflib")
    program = f"import kg, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
