"""Chinese regional texts into a knowledge graph in which every fact shows its sentence.

>>> import kg
>>> graph = kg.build(["folder"])  # doctest: +SKIP
>>> graph.cypher("MATCH (e:Enterprise)-[:LOCATED_IN]->(z:Zone) RETURN e.name, z.name")  # doctest: +SKIP
"""

from kg.api import Graph, build, from_rdf
from kg.api import open_ as open
from kg.errors import KgError
from kg.version import __version__

__all__ = ["Graph", "KgError", "__version__", "build", "from_rdf", "open"]
