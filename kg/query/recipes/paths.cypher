// 两个实体之间最短的联系
// Shortest ties between two things
// $one 名称, for example "株洲时代新材料科技股份有限公司"
// $other 名称, for example "湖南省"
MATCH (a:Entity), (b:Entity)
WHERE (a.name = $one OR $one IN a.aliases) AND (b.name = $other OR $other IN b.aliases) AND a <> b
MATCH path = allShortestPaths((a)-[:LOCATED_IN|PART_OF|UNDERTAKES|DEVELOPS|IN_INDUSTRY|IMPLEMENTS|UNDER_PROGRAM|INCLUDES*..8]-(b))
RETURN length(path) AS steps, [n IN nodes(path) | n.name] AS names, [r IN relationships(path) | type(r)] AS relations
ORDER BY steps, names, relations
