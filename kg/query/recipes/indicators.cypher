// 一个区域的全部指标与年份
// All indicators of a region with their years
// $region 区域名称, for example "株洲市"
MATCH (r:Entity)<-[:OF_REGION]-(o:Observation)-[:OF_INDICATOR]->(i:Indicator)
WHERE r.name = $region OR $region IN r.aliases
WITH i, o.year AS year ORDER BY year
RETURN i.name AS indicator, collect(DISTINCT year) AS years, count(*) AS figures
ORDER BY figures DESC, indicator
