// 每个政策提法最早出现的年份、文档与区域
// When each slogan appears first, and where
MATCH (d:Document)-[:MENTIONS]->(s:Slogan)
WHERE d.year IS NOT NULL
OPTIONAL MATCH (d)-[:ABOUT_REGION]->(r:Entity)
WITH s, d, r ORDER BY d.year, d.published IS NULL, d.published, d.id
WITH s, collect({year: d.year, title: d.title, region: r.name})[0] AS first, count(DISTINCT d) AS documents
RETURN s.name AS slogan, first.year AS year, first.region AS region, first.title AS document, documents
ORDER BY year, slogan
