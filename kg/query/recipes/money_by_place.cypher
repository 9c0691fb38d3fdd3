// 各地项目投资合计
// Money of the projects of each place
MATCH (p:Project)-[:LOCATED_IN]->(place:Entity)
WHERE p.investment IS NOT NULL
WITH DISTINCT p, place
WITH place, count(p) AS projects, sum(p.investment) AS cny
RETURN place.name AS place, projects, cny
ORDER BY cny DESC, place
