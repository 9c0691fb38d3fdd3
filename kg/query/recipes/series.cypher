// 一个区域某指标的逐年数值
// An indicator of a region as a series
// $region 区域名称, for example "株洲市"
// $indicator 指标名称, for example "地区生产总值"
MATCH (r:Entity)<-[:OF_REGION]-(o:Observation)-[:OF_INDICATOR]->(i:Indicator)
WHERE (r.name = $region OR $region IN r.aliases) AND i.name = $indicator
MATCH (o)-[:FROM]->(d:Document)
RETURN o.year AS year, o.measure AS measure, o.kind AS kind, o.value AS value, o.unit AS unit,
       d.title AS document
ORDER BY year, measure, kind, value, document
