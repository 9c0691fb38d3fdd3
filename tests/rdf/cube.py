"""Well-formed cubes by the W3C's note (The RDF Data Cube Vocabulary): its section 10, normalisation, and section 11,
the integrity constraints IC-1 to IC-21, each an ASK that is true when the cube breaks it."""

from __future__ import annotations

import pyoxigraph as ox

PREFIXES = {
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "kg": "https://w3id.org/quyu-kg/",
}

NORMALISE = (
    "INSERT { ?o a qb:Observation } WHERE { ?s qb:observation ?o }",
    "INSERT { ?o a qb:Observation . ?d a qb:DataSet } WHERE { ?o qb:dataSet ?d }",
    "INSERT { ?s a qb:Slice } WHERE { ?d qb:slice ?s }",
    "INSERT { ?c qb:componentProperty ?p . ?p a qb:DimensionProperty } WHERE { ?c qb:dimension ?p }",
    "INSERT { ?c qb:componentProperty ?p . ?p a qb:MeasureProperty } WHERE { ?c qb:measure ?p }",
    "INSERT { ?c qb:componentProperty ?p . ?p a qb:AttributeProperty } WHERE { ?c qb:attribute ?p }",
    """INSERT { ?o ?p ?v } WHERE { ?c qb:componentProperty ?p ; qb:componentAttachment qb:DataSet .
       ?d qb:structure [ qb:component ?c ] ; ?p ?v . ?o qb:dataSet ?d }""",
    """INSERT { ?o ?p ?v } WHERE { ?c qb:componentProperty ?p ; qb:componentAttachment qb:Slice .
       ?d qb:structure [ qb:component ?c ] ; qb:slice ?s . ?s ?p ?v ; qb:observation ?o }""",
    """INSERT { ?o ?p ?v } WHERE { ?c qb:componentProperty ?p . ?p a qb:DimensionProperty .
       ?d qb:structure [ qb:component ?c ] ; qb:slice ?s . ?s ?p ?v ; qb:observation ?o }""",
)

_DIMENSION = "?o qb:dataSet/qb:structure/qb:component/qb:componentProperty ?x . ?x a qb:DimensionProperty "
_CODED = _DIMENSION + "; qb:codeList ?list . ?list a {kind} . ?o ?x ?v . FILTER NOT EXISTS {{ {member} }}"
_TYPED = "?o qb:dataSet/qb:structure ?s ; qb:measureType ?m . ?s qb:component/qb:componentProperty qb:measureType . "

CONSTRAINTS = {
    "IC-1 unique data set": """{ ?o a qb:Observation . FILTER NOT EXISTS { ?o qb:dataSet ?d } }
        UNION { ?o a qb:Observation ; qb:dataSet ?d, ?e . FILTER(?d != ?e) }""",
    "IC-2 unique structure": """{ ?d a qb:DataSet . FILTER NOT EXISTS { ?d qb:structure ?s } }
        UNION { ?d a qb:DataSet ; qb:structure ?s, ?t . FILTER(?s != ?t) }""",
    "IC-3 a structure has a measure": """?s a qb:DataStructureDefinition .
        FILTER NOT EXISTS { ?s qb:component [ qb:componentProperty [ a qb:MeasureProperty ] ] }""",
    "IC-4 dimensions have a range": "?x a qb:DimensionProperty . FILTER NOT EXISTS { ?x rdfs:range [] }",
    "IC-5 dimensions of concepts have a code list": """?x a qb:DimensionProperty ; rdfs:range skos:Concept .
        FILTER NOT EXISTS { ?x qb:codeList [] }""",
    "IC-6 only attributes may be missing": """?s qb:component ?c .
        ?c qb:componentRequired "false"^^xsd:boolean ; qb:componentProperty ?p .
        FILTER NOT EXISTS { ?p a qb:AttributeProperty }""",
    "IC-7 slice keys are declared": """?k a qb:SliceKey .
        FILTER NOT EXISTS { [ a qb:DataStructureDefinition ] qb:sliceKey ?k }""",
    "IC-8 slice keys fit the structure": """?k a qb:SliceKey ; qb:componentProperty ?p . ?s qb:sliceKey ?k .
        FILTER NOT EXISTS { ?s qb:component [ qb:componentProperty ?p ] }""",
    "IC-9 a slice has one key": """{ ?s a qb:Slice . FILTER NOT EXISTS { ?s qb:sliceStructure ?k } }
        UNION { ?s a qb:Slice ; qb:sliceStructure ?k, ?l . FILTER(?k != ?l) }""",
    "IC-10 a slice has its dimensions": """?s qb:sliceStructure [ qb:componentProperty ?x ] .
        FILTER NOT EXISTS { ?s ?x [] }""",
    "IC-11 all dimensions are there": f"{_DIMENSION} FILTER NOT EXISTS {{ ?o ?x [] }}",
    "IC-12 no observation twice": """FILTER(?all = true) { SELECT (MIN(?same) AS ?all) WHERE {
        ?o qb:dataSet ?d . ?p qb:dataSet ?d . FILTER(?o != ?p)
        ?d qb:structure/qb:component/qb:componentProperty ?x . ?x a qb:DimensionProperty .
        ?o ?x ?v . ?p ?x ?w . BIND(?v = ?w AS ?same) } GROUP BY ?o ?p }""",
    "IC-13 required attributes are there": """?o qb:dataSet/qb:structure/qb:component ?c .
        ?c qb:componentRequired "true"^^xsd:boolean ; qb:componentProperty ?a . FILTER NOT EXISTS { ?o ?a [] }""",
    "IC-14 all measures are there": """?o qb:dataSet/qb:structure ?s .
        FILTER NOT EXISTS { ?s qb:component/qb:componentProperty qb:measureType }
        ?s qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty . FILTER NOT EXISTS { ?o ?m [] }""",
    "IC-15 the measure of its type is there": f"{_TYPED} FILTER NOT EXISTS {{ ?o ?m [] }}",
    "IC-16 no other measure than that of its type": f"""{_TYPED} ?o ?n [] .
        ?s qb:component/qb:componentProperty ?n . ?n a qb:MeasureProperty . FILTER(?n != ?m)""",
    "IC-17 each measure at each point": """{ SELECT ?o ?all WHERE {
        { SELECT ?s (COUNT(?m) AS ?all) WHERE {
            ?s qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty } GROUP BY ?s }
        ?o qb:dataSet/qb:structure ?s ; qb:dataSet ?d ; qb:measureType ?a . ?p qb:dataSet ?d ; qb:measureType ?b .
        FILTER NOT EXISTS { ?s qb:component/qb:componentProperty ?x . FILTER(?x != qb:measureType)
            ?x a qb:DimensionProperty . ?o ?x ?v . ?p ?x ?w . FILTER(?v != ?w) }
        } GROUP BY ?o ?all HAVING(COUNT(?p) != ?all) }""",
    "IC-18 slices and their observations are of one data set": """?d qb:slice ?s . ?s qb:observation ?o .
        FILTER NOT EXISTS { ?o qb:dataSet ?d }""",
    "IC-19a codes are of their scheme": _CODED.format(
        kind="skos:ConceptScheme", member="?v a skos:Concept ; skos:inScheme ?list"
    ),
    "IC-19b codes are of their collection": _CODED.format(
        kind="skos:Collection", member="?v a skos:Concept . ?list skos:member+ ?v"
    ),
    # $p is each property that leads down (or, inversely, up) a hierarchical code list
    "IC-20 codes are of their hierarchy": _CODED.format(
        kind="qb:HierarchicalCodeList", member="?list qb:hierarchyRoot/<$p>* ?v"
    ),
    "IC-21 codes are of their inverse hierarchy": _CODED.format(
        kind="qb:HierarchicalCodeList", member="?list qb:hierarchyRoot/(^<$p>)* ?v"
    ),
}

_DOWN = "SELECT DISTINCT ?p { ?h a qb:HierarchicalCodeList ; qb:parentChildProperty ?p FILTER(isIRI(?p)) }"
_UP = "SELECT DISTINCT ?p { ?h a qb:HierarchicalCodeList ; qb:parentChildProperty [ owl:inverseOf ?p ] }"
_PATHS = {"IC-20 codes are of their hierarchy": _DOWN, "IC-21 codes are of their inverse hierarchy": _UP}

_SLICE = "?d qb:slice <x:slice> . <x:slice> a qb:Slice ; qb:sliceStructure <x:key> . "
_KEY = "?s qb:sliceKey <x:key> . <x:key> a qb:SliceKey ; qb:componentProperty kg:year . "
_CUBE = "?d a qb:DataSet ; qb:structure ?s . { SELECT ?d ?o { ?o qb:dataSet ?d } ORDER BY ?o LIMIT 1 }"
_MEASURES = "?s qb:component <x:c> . <x:c> qb:dimension qb:measureType . qb:measureType rdfs:range rdf:Property . "
_LIST = "kg:measure qb:codeList <x:list> . <x:list> a qb:HierarchicalCodeList ; qb:hierarchyRoot <x:root> ; "

# constraint → an update that breaks it in any cube of ours
FAULTS = {
    "IC-1 unique data set": f"DELETE {{ ?o qb:dataSet ?d }} WHERE {{ {_CUBE} }}",
    "IC-2 unique structure": f"INSERT {{ ?d qb:structure <x:other> }} WHERE {{ {_CUBE} }}",
    "IC-3 a structure has a measure": "DELETE { ?c qb:measure ?m . ?m a ?t } WHERE { ?c qb:measure ?m . ?m a ?t }",
    "IC-4 dimensions have a range": "DELETE { kg:year rdfs:range ?r } WHERE { kg:year rdfs:range ?r }",
    "IC-5 dimensions of concepts have a code list": "INSERT DATA { kg:measure rdfs:range skos:Concept }",
    "IC-6 only attributes may be missing": """INSERT { ?c qb:componentRequired false }
        WHERE { ?c qb:dimension kg:year }""",
    "IC-7 slice keys are declared": "INSERT DATA { <x:key> a qb:SliceKey ; qb:componentProperty kg:year }",
    "IC-8 slice keys fit the structure": f"""INSERT {{ {_KEY} <x:key> qb:componentProperty kg:level }}
        WHERE {{ {_CUBE} }}""",
    "IC-9 a slice has one key": "INSERT DATA { <x:slice> a qb:Slice }",
    "IC-10 a slice has its dimensions": f"INSERT {{ {_KEY} {_SLICE} }} WHERE {{ {_CUBE} }}",
    "IC-11 all dimensions are there": f"DELETE {{ ?o kg:year ?y }} WHERE {{ {_CUBE} ?o kg:year ?y }}",
    "IC-12 no observation twice": f"INSERT {{ <x:copy> ?p ?v }} WHERE {{ {_CUBE} ?o ?p ?v }}",
    "IC-13 required attributes are there": f"""INSERT {{ ?s qb:component <x:c> .
        <x:c> qb:attribute <x:note> ; qb:componentRequired true }} WHERE {{ {_CUBE} }}""",
    "IC-14 all measures are there": f"DELETE {{ ?o kg:value ?v }} WHERE {{ {_CUBE} ?o kg:value ?v }}",
    "IC-15 the measure of its type is there": f"""INSERT {{ {_MEASURES} ?o qb:measureType kg:share }}
        WHERE {{ {_CUBE} }}""",
    "IC-16 no other measure than that of its type": f"""INSERT {{ {_MEASURES} ?s qb:component <x:e> .
        <x:e> qb:measure kg:share . ?o qb:measureType kg:share ; kg:share 1 }} WHERE {{ {_CUBE} }}""",
    "IC-17 each measure at each point": f"""INSERT {{ {_MEASURES} ?s qb:component <x:e> .
        <x:e> qb:measure kg:share . ?o qb:measureType kg:value }} WHERE {{ {_CUBE} }}""",
    "IC-18 slices and their observations are of one data set": f"""INSERT {{ {_KEY} {_SLICE}
        <x:slice> kg:year 2020 ; qb:observation <x:o> . <x:o> qb:dataSet <x:d> }} WHERE {{ {_CUBE} }}""",
    "IC-19a codes are of their scheme": """INSERT DATA { kg:measure qb:codeList <x:list> .
        <x:list> a skos:ConceptScheme }""",
    "IC-19b codes are of their collection": """INSERT DATA { kg:measure qb:codeList <x:list> .
        <x:list> a skos:Collection ; skos:member <x:other> }""",
    "IC-20 codes are of their hierarchy": f"INSERT DATA {{ {_LIST} qb:parentChildProperty skos:narrower }}",
    "IC-21 codes are of their inverse hierarchy": f"""INSERT DATA {{ {_LIST} qb:parentChildProperty _:up .
        _:up owl:inverseOf skos:broader }}""",
}


def broken(cube: ox.Store) -> set[str]:
    """The constraints that a cube breaks. It is normalised first."""
    for update in NORMALISE:
        cube.update(update, prefixes=PREFIXES)
    found = set()
    for name, pattern in CONSTRAINTS.items():
        paths = [""]
        if name in _PATHS:
            paths = [row["p"].value for row in cube.query(_PATHS[name], prefixes=PREFIXES)]  # type: ignore[union-attr]
        if any(cube.query(f"ASK {{ {pattern.replace('$p', path)} }}", prefixes=PREFIXES) for path in paths):
            found.add(name)
    return found
