"""Integrity constraints of the W3C's Data Cube note, section 11, as ASK queries: true when the cube breaks one.

Those on slices, code lists and measure dimensions have nothing to look at here.
"""

from __future__ import annotations

_P = (
    "PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)

CONSTRAINTS = {
    name: _P + query
    for name, query in {
        "IC-1": """ASK { { ?o a qb:Observation . FILTER NOT EXISTS { ?o qb:dataSet ?d . ?d a qb:DataSet } }
            UNION { ?o a qb:Observation ; qb:dataSet ?d, ?e . FILTER(?d != ?e) } }""",
        "IC-2": """ASK { { ?d a qb:DataSet .
            FILTER NOT EXISTS { ?d qb:structure ?s . ?s a qb:DataStructureDefinition } }
            UNION { ?d a qb:DataSet ; qb:structure ?s, ?t . FILTER(?s != ?t) } }""",
        "IC-3": """ASK { ?s a qb:DataStructureDefinition .
            FILTER NOT EXISTS { ?s qb:component/qb:measure ?m . ?m a qb:MeasureProperty } }""",
        "IC-4": "ASK { ?x a qb:DimensionProperty . FILTER NOT EXISTS { ?x rdfs:range ?r } }",
        "IC-5": """ASK { ?x a qb:DimensionProperty ; rdfs:range skos:Concept .
            FILTER NOT EXISTS { ?x qb:codeList ?l } }""",
        "IC-6": """ASK { ?s qb:component ?c . ?c qb:componentRequired false ; qb:componentProperty ?p .
            FILTER NOT EXISTS { ?p a qb:AttributeProperty } }""",
        "IC-11": """ASK { ?o qb:dataSet/qb:structure/qb:component/qb:dimension ?x .
            FILTER NOT EXISTS { ?o ?x ?value } }""",
        "IC-12": """ASK { FILTER(?all = true) { SELECT (MIN(?same) AS ?all) WHERE {
            ?o qb:dataSet ?d . ?p qb:dataSet ?d . FILTER(?o != ?p)
            ?d qb:structure/qb:component/qb:dimension ?x . OPTIONAL { ?o ?x ?v } OPTIONAL { ?p ?x ?w }
            BIND((?v = ?w) || (!BOUND(?v) && !BOUND(?w)) AS ?same) } GROUP BY ?o ?p } }""",
        "IC-13": """ASK { ?o qb:dataSet/qb:structure/qb:component ?c . ?c qb:componentRequired true ; qb:attribute ?a .
            FILTER NOT EXISTS { ?o ?a ?value } }""",
        "IC-14": """ASK { ?o qb:dataSet/qb:structure/qb:component/qb:measure ?m .
            FILTER NOT EXISTS { ?o ?m ?value } }""",
    }.items()
}
