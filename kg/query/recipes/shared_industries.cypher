// 两地共有的产业
// Industries that two places share
// $one 区域名称, for example "株洲市"
// $other 区域名称, for example "天元区"
MATCH (a:Entity)-[x:DEVELOPS]->(i:Industry)<-[y:DEVELOPS]-(b:Entity)
WHERE (a.name = $one OR $one IN a.aliases) AND (b.name = $other OR $other IN b.aliases)
RETURN i.name AS industry, x.support + y.support AS support, x.first_year AS since_one, y.first_year AS since_other
ORDER BY support DESC, industry
