// 在多地落户的企业
// Enterprises in more than one place
MATCH (e:Enterprise)-[:LOCATED_IN]->(place:Entity)
WITH e, place ORDER BY place.name
WITH e, collect(DISTINCT place.name) AS places
WHERE size(places) > 1
RETURN e.name AS enterprise, places
ORDER BY size(places) DESC, enterprise
