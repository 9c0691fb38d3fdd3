// 一个区域的下辖区域与园区
// Parts and parks of a region
// $region 区域名称, for example "株洲市"
MATCH (x:Entity)-[:PART_OF|LOCATED_IN*1..4]->(r:Region)
WHERE (r.name = $region OR $region IN r.aliases) AND (x:Region OR x:Zone)
RETURN DISTINCT x.name AS name, CASE WHEN x:Region THEN 'Region' ELSE 'Zone' END AS type, x.level AS level,
       x.mention_count AS mentions
ORDER BY type, mentions DESC, name
