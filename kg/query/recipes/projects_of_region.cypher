// 一个区域（含下辖区域与园区）的项目
// Projects of a region, its parts and its parks
// $region 区域名称, for example "株洲市"
MATCH (p:Project)-[:LOCATED_IN]->(place:Entity)-[:LOCATED_IN|PART_OF*0..4]->(r:Region)
WHERE r.name = $region OR $region IN r.aliases
WITH DISTINCT p, place ORDER BY place.name
WITH p, collect(DISTINCT place.name) AS places
RETURN p.name AS project, places, p.status AS status, p.status_year AS year,
       p.investment AS investment
ORDER BY investment IS NULL, investment DESC, project
