// 一个区域及其下辖获得或争创的荣誉
// Honors that a region and its parts hold or seek
// $region 区域名称, for example "株洲市"
MATCH (x:Entity)-[:PART_OF|LOCATED_IN*0..3]->(r:Region)
WHERE r.name = $region OR $region IN r.aliases
WITH DISTINCT x
MATCH (x)-[h:RECEIVES]->(honor:Honor)
RETURN honor.name AS honor, x.name AS holder, h.status AS status, h.first_year AS first_year, h.last_year AS last_year
ORDER BY honor, holder
