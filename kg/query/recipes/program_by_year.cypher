// 开展某专项行动的区域，按年份
// Regions that carried out a program, by year
// $program 专项行动名称, for example "产业项目建设年"
MATCH (place:Entity)-[i:IMPLEMENTS]->(p:Program)
WHERE p.name CONTAINS $program OR $program IN p.aliases
MATCH (e:Evidence) WHERE e.relation = i.id
WITH e.year AS year, e.modality AS modality, place.name AS name ORDER BY name
RETURN year, modality, collect(DISTINCT name) AS places
ORDER BY year, modality
