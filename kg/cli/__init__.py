"""The command `kg`: one file a command, each a thin wrapper around a plain function."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from kg.errors import KgError
from kg.version import __version__

# command → the module of this package that holds it; a module is imported when its command runs
COMMANDS = {
    "build": "build",
    "view": "view",
    "report": "report",
    "cypher": "cypher",
    "push": "push",
    "sparql": "sparql",
    "serve-sparql": "serve_sparql",
    "validate": "validate",
    "export": "export",
    "explain": "explain",
    "stats": "stats",
    "inspect": "inspect",
    "map": "map",
    "evaluate": "evaluate",
    "train": "train",
    "schema": "schema",
    "demo": "demo",
}


class _Lazy(click.Group):
    """A group that imports a command when it is used and turns our errors into one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{COMMANDS[name]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with its whole first sentence."""
        commands = ((name, self.get_command(ctx, name)) for name in COMMANDS)
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.get_short_help_str(200)) for name, command in commands if command])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {error}", err=True)
            sys.exit(1)
        except BrokenPipeError:  # the reader of a pipe had enough
            sys.stderr.close()
            sys.exit(0)
        except OSError as error:  # of a file or folder that no command spoke of
            if error.filename is None:
                raise
            click.echo(
                f"kg: {os.fsdecode(error.filename)}: {error.strerror}; check the path and its permissions.", err=True
            )
            sys.exit(1)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="quyu-kg")
def main() -> None:
    """Turn Chinese regional texts into a knowledge graph in which every fact shows its sentence."""
