// 列入专项行动的项目和企业
// Projects and enterprises under programs
MATCH (x:Entity)-[u:UNDER_PROGRAM]->(p:Program)
WITH p, x ORDER BY x.name
WITH p, collect(DISTINCT x.name) AS members, count(DISTINCT x) AS count
RETURN p.name AS program, members, count
ORDER BY count DESC, program
