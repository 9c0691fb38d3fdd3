// 项目从一个状态到下一个状态
// Projects that moved from one stage to the next
MATCH (p:Project)-[:HAS_STATUS]->(s:Status)-[:NEXT]->(t:Status)
RETURN p.name AS project, s.status AS stage, s.year AS year, t.status AS next_stage, t.year AS next_year
ORDER BY project, year, next_year, stage
