// 某年首次提到的事物
// What is spoken of for the first time in a year
// $year 年份, for example 2022
MATCH (x:Entity)
WHERE x.first_year = $year
RETURN [l IN labels(x) WHERE l <> 'Entity'][0] AS type, x.name AS name, x.mention_count AS mentions
ORDER BY type, mentions DESC, name
