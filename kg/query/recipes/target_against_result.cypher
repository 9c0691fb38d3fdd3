// 目标与结果：同一区域、指标、年份
// Target against result: same place, indicator and year
MATCH (i:Indicator)<-[:OF_INDICATOR]-(goal:Observation {kind: 'target'})-[:OF_REGION]->(r:Entity)
      <-[:OF_REGION]-(real:Observation {kind: 'actual'})-[:OF_INDICATOR]->(i)
WHERE goal.year = real.year AND goal.measure = real.measure AND goal.unit = real.unit
RETURN r.name AS place, i.name AS indicator, goal.year AS year, goal.value AS target, real.value AS result,
       goal.unit AS unit, real.value >= goal.value AS reached
ORDER BY place, indicator, year, target, result
