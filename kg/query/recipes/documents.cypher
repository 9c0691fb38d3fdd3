// 关于一个区域的文档
// Documents about a region
// $region 区域名称, for example "株洲市"
MATCH (d:Document)-[:ABOUT_REGION]->(r:Entity)
WHERE r.name = $region OR $region IN r.aliases
RETURN d.year AS year, d.kind AS kind, d.title AS title, d.published AS published, d.chars AS chars
ORDER BY year, title, published
