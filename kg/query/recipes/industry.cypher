// 某产业在哪里发展，有哪些企业和项目
// Who develops an industry, and who belongs to it
// $industry 产业名称, for example "轨道交通"
MATCH (x:Entity)-[r:DEVELOPS|IN_INDUSTRY]->(i:Industry)
WHERE i.name CONTAINS $industry OR $industry IN i.aliases
RETURN i.name AS industry, type(r) AS relation, x.name AS name, r.support AS support, r.first_year AS since
ORDER BY industry, relation, support DESC, name
