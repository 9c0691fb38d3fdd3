// 一个实体的所有关系
// Everything around one thing
// $name 名称, for example "株洲醴陵旗滨玻璃有限公司"
MATCH (x:Entity)-[r]-(y:Entity)
WHERE x.name = $name OR $name IN x.aliases
RETURN type(r) AS relation, CASE WHEN startNode(r) = x THEN '→' ELSE '←' END AS direction, y.name AS other,
       r.first_year AS first_year, r.last_year AS last_year, r.support AS support, r.quotes[0] AS sentence
ORDER BY relation, direction, other
