// 一个园区的企业和项目，及其建设状态与投资额
// Enterprises and projects of a park with stage and money
// $zone 园区名称, for example "东富工业园"
MATCH (x:Entity)-[:LOCATED_IN]->(z:Zone)
WHERE (z.name = $zone OR $zone IN z.aliases) AND (x:Enterprise OR x:Project)
OPTIONAL MATCH (owner:Entity)-[:UNDERTAKES]->(x)
WITH x, owner ORDER BY owner.name
WITH x, collect(DISTINCT owner.name) AS owners
RETURN x.name AS name, CASE WHEN x:Project THEN 'Project' ELSE 'Enterprise' END AS type, x.status AS status,
       x.status_year AS year, x.investment AS investment, x.investment_text AS words, owners
ORDER BY type, name
