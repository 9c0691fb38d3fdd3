// 一条关系背后的句子
// The sentence behind an edge
// $head 起点名称, for example "株洲市"
// $tail 终点名称, for example "产业项目建设年"
MATCH (a:Entity)-[r]->(b:Entity)
WHERE (a.name = $head OR $head IN a.aliases) AND (b.name = $tail OR $tail IN b.aliases)
MATCH (e:Evidence)-[:FROM]->(d:Document) WHERE e.relation = r.id
RETURN type(r) AS relation, e.text AS sentence, d.title AS document, e.year AS year, e.modality AS modality,
       e.rule AS rule, e.confidence AS confidence
ORDER BY relation, confidence DESC, document, e.start, sentence
