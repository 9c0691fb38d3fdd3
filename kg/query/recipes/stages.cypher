// 各地项目按建设状态计数
// Projects of each place by stage
MATCH (p:Project)-[:LOCATED_IN]->(place:Entity)
WHERE p.status IS NOT NULL
WITH place, p.status AS status, count(DISTINCT p) AS projects
RETURN place.name AS place, status, projects
ORDER BY place, status
