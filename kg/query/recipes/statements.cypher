// 一份文档说了哪些关系
// What a document states
// $title 标题中的词, for example "醴陵"
MATCH (d:Document)<-[:FROM]-(e:Evidence), (e)-[:HEAD]->(a:Entity), (e)-[:TAIL]->(b:Entity)
WHERE d.title CONTAINS $title
RETURN d.title AS document, a.name AS head, e.type AS relation, b.name AS tail, e.modality AS modality, e.text AS sentence
ORDER BY document, e.start, e.end, relation, head, tail, sentence
