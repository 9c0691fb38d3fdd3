// 最不可靠的关系，供核对
// The least sure relations, to be checked
// $count 多少个, for example 10
MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.name AS head, type(r) AS relation, b.name AS tail, r.confidence AS confidence, r.quotes[0] AS sentence
ORDER BY confidence, head, relation, tail LIMIT toInteger($count)
