// 哪些企业与某企业在同一文档中出现
// Who appears with whom: enterprises in the same documents
// $enterprise 企业名称, for example "株洲时代新材料科技股份有限公司"
MATCH (a:Enterprise)<-[:MENTIONS]-(d:Document)-[:MENTIONS]->(b:Enterprise)
WHERE (a.name = $enterprise OR $enterprise IN a.aliases) AND a <> b
WITH b, d ORDER BY d.title
WITH b, count(DISTINCT d) AS documents, collect(DISTINCT d.title)[..3] AS titles
RETURN b.name AS enterprise, documents, titles
ORDER BY documents DESC, enterprise
