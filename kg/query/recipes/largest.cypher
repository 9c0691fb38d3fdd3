// 投资额最大的项目
// The projects with most money
// $count 多少个, for example 10
MATCH (p:Project)
WHERE p.investment IS NOT NULL
OPTIONAL MATCH (p)-[:LOCATED_IN]->(place:Entity)
WITH p, place ORDER BY place.name
WITH p, collect(DISTINCT place.name) AS places
RETURN p.name AS project, p.investment AS cny, p.investment_text AS words, places, p.status AS status
ORDER BY cny DESC, project LIMIT toInteger($count)
