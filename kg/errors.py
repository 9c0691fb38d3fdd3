"""The errors a user can meet.

KgError
├── InputError       a file or folder that cannot be read
├── BuildError       a build directory that cannot be written or opened
├── NotFoundError    a name, recipe or id that the build does not know
├── QueryError       a Cypher or SPARQL query that is refused or wrong
├── ServerError      a database server that cannot be reached, or refuses
├── GraphNameError   a name that a graph in a database cannot have
├── SchemaError      a fault in schema/
├── MissingExtraError  an optional package that is not installed
└── MissingProgramError  a program of the system that is not installed

Each says in one sentence what is wrong, where, and what to do.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that the command line prints without a stack trace."""


class InputError(KgError):
    """A file or folder that cannot be read.

    Args:
        path: the input as the user gave it.
        problem: what is wrong, without a final stop.
        remedy: what the user can do about it, without a final stop.
    """

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}.")
        self.path = path
        self.problem = problem
        self.remedy = remedy


class BuildError(KgError):
    """A build directory that cannot be written or opened."""


class NotFoundError(KgError):
    """A name, recipe or id that the build does not know."""


class QueryError(KgError):
    """A Cypher or SPARQL query that is refused or wrong."""


class ServerError(KgError):
    """A database server that cannot be reached, or refuses."""


class GraphNameError(KgError):
    """A name that a graph in a database cannot have."""


class SchemaError(KgError):
    """A fault in the ontology or the lexicon."""


class MissingExtraError(KgError):
    """An optional package that is not installed.

    Args:
        package: the distribution that is missing.
        extra: the extra of this project that brings it.
        use: what the user wanted to do.
    """

    def __init__(self, package: str, extra: str, use: str) -> None:
        super().__init__(f"{use} needs the package {package}; install it with: pip install 'quyu-kg[{extra}]'.")


class MissingProgramError(KgError):
    """A program of the system that is not installed.

    Args:
        program: its name.
        use: what the user wanted to do.
        otherwise: what the user can do without it.
    """

    def __init__(self, program: str, use: str, otherwise: str) -> None:
        super().__init__(f"{use} needs the program {program}; install it, or {otherwise}.")
