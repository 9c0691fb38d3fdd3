// 一个政策提法逐年出现在哪些区域
// Where one slogan spreads, year by year
// $slogan 政策提法, for example "三高四新战略"
MATCH (d:Document)-[m:MENTIONS]->(s:Slogan)
WHERE s.name = $slogan OR $slogan IN s.aliases
MATCH (d)-[:ABOUT_REGION]->(r:Entity)
WITH d.year AS year, r.name AS region, sum(m.count) AS mentions ORDER BY region
RETURN year, collect(region) AS regions, sum(mentions) AS mentions
ORDER BY year
