// 某指标在各地的数值
// An indicator in all places
// $indicator 指标名称, for example "地区生产总值"
// $year 年份, for example 2021
MATCH (r:Entity)<-[:OF_REGION]-(o:Observation {kind: 'actual'})-[:OF_INDICATOR]->(i:Indicator)
WHERE i.name = $indicator AND o.year = $year
RETURN r.name AS place, o.measure AS measure, o.value AS value, o.unit AS unit
ORDER BY measure, value DESC, place
