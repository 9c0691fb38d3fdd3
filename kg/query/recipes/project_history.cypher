// 一个项目的状态变化及出处
// The dated history of a project, with sources
// $project 项目名称, for example "时代新材新能源材料基地"
MATCH (p:Project)-[:HAS_STATUS]->(s:Status)
WHERE p.name = $project OR $project IN p.aliases
MATCH (s)-[f:FROM]->(d:Document)
RETURN s.year AS year, s.status AS status, s.modality AS modality, f.quote AS sentence, d.title AS document
ORDER BY year, status, document
