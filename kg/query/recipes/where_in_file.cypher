// 事实写在文件的哪一页、哪个表的哪一行
// The page, or the row of a table, that states a fact
// $title 标题中的词, for example "醴陵"
MATCH (d:Document)<-[:FROM]-(e:Evidence), (e)-[:HEAD]->(a:Entity), (e)-[:TAIL]->(b:Entity)
WHERE d.title CONTAINS $title AND e.place IS NOT NULL
RETURN d.source AS file, e.place AS place, a.name AS head, e.type AS relation, b.name AS tail, e.text AS words
ORDER BY file, e.page, e.sheet, e.row, e.column, head, relation, tail, words
