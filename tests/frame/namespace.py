"""The page of the vocabulary, by pyLODE, from the committed OWL; in the environment that has LinkML and pyLODE.

pyLODE sets the texts of both languages side by side without order, loses unions and shows no enumerations. So it gets
a graph in which each name and definition is one text (Chinese, then English), unions are schema:domainIncludes and
rangeIncludes, values stand in the definition of their list, and terms of other vocabularies are only linked.
"""

from __future__ import annotations

import re
from pathlib import Path

from pylode import OntPub
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SDO, SKOS
from rdflib.term import Node

OWN = "https://w3id.org/quyu-kg"
TEXTS = {RDFS.label: " ", DCTERMS.title: " · ", SKOS.definition: "\n\n", DCTERMS.description: "\n\n"}
INCLUDES = {RDFS.domain: SDO.domainIncludes, RDFS.range: SDO.rangeIncludes}
HEADINGS = {
    "Table of Contents": "目录 Contents",
    "Metadata": "元数据 Metadata",
    "Classes": "类 Classes",
    "Object Properties": "对象属性 Object properties",
    "Datatype Properties": "数据属性 Datatype properties",
    "Namespaces": "命名空间 Namespaces",
    "Legend": "图例 Legend",
    "Title": "标题 Title",
    "License": "许可 Licence",
    "Version Info": "版本 Version",
    "Description": "定义 Definition",
    "Sub Class Of": "上位类 Subclass of",
    "Super Class Of": "下位类 Superclass of",
    "Sub Property Of": "上位属性 Subproperty of",
    "Super Property Of": "下位属性 Superproperty of",
    "Domain": "主体 Domain",
    "Domainincludes": "主体之一 Domain: one of",
    "Range": "取值 Range",
    "Rangeincludes": "取值之一 Range: one of",
    "In Domain Of": "属性 Its properties",
    "In Domain Includes Of": "共有属性 Properties it shares",
    "In Range Of": "取值于 Value of",
    "In Range Includes Of": "可取值于 May be value of",
}
STYLE = """
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>
      body { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
      .property.entity, #metadata { overflow-wrap: anywhere; }
      h1 { margin-right: 1em; }
      @media (max-width: 800px) {
        body { margin: 1em; }
        body, #content { width: auto; padding: 0; }
        #toc, #pylode { position: static; transform: none; width: auto; height: auto; }
        #content table, #content tr, #content th, #content td { display: block; width: auto; }
      }
    </style>
  </head>"""


def page(owl: Path) -> str:
    """The page as HTML: one file that asks no other host for anything."""
    html: str = OntPub(ontology=_for_pylode(Graph().parse(str(owl)))).make_html()
    for english, both in HEADINGS.items():
        html = re.sub(rf"(<(?:h2|h3|a)\b[^>]*>){english}(</)", rf"\g<1>{both}\g<2>", html)
    html = html.replace(">schema1:", ">schema:")  # pyLODE takes the prefix for the https: form
    html = html.replace("<html>", '<html lang="zh">', 1).replace("</head>", STYLE.strip(), 1)
    return "\n".join(line.rstrip() for line in html.splitlines()) + "\n"


def _for_pylode(owl: Graph) -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, iri in owl.namespaces():
        graph.bind(prefix, iri)
    names = sorted(s for s in set(owl.subjects()) if isinstance(s, URIRef) and s.startswith(OWN))
    for name in names:
        for predicate, between in TEXTS.items():
            texts = _texts(owl, name, predicate)
            if texts:
                graph.add((name, predicate, Literal(between.join(texts))))
        for role, value in sorted(owl.predicate_objects(name)):
            predicate = URIRef(str(role))
            if isinstance(value, BNode):
                for member in _list(owl, value, OWL.unionOf) if predicate in INCLUDES else ():
                    graph.add((name, INCLUDES[predicate], member))
            elif predicate not in TEXTS and value != OWL.FunctionalProperty:
                graph.add((name, predicate, value))
        if values := _list(owl, name, OWL.oneOf):
            lines = [
                f"- {' '.join(_texts(owl, value, RDFS.label))} `{str(value).removeprefix(OWN)}`" for value in values
            ]
            words = [*_texts(owl, name, SKOS.definition), "\n".join(lines)]
            graph.set((name, SKOS.definition, Literal("\n\n".join(words))))
    for name in names:
        if (name, RDF.type, OWL.NamedIndividual) in graph:  # shown with their list
            graph.remove((name, None, None))
    return graph


def _texts(owl: Graph, subject: Node, predicate: URIRef) -> list[str]:
    found = {o.language: str(o) for o in owl.objects(subject, predicate) if isinstance(o, Literal)}
    return [found[language] for language in ("zh", "en") if language in found]


def _list(owl: Graph, subject: Node, predicate: URIRef) -> list[Node]:
    head = owl.value(subject, predicate)
    return [] if head is None else list(Collection(owl, head))
