// 举办的活动会展
// Events and their hosts
MATCH (host:Entity)-[h:HOSTS]->(e:Event)
WITH e, host ORDER BY host.name
RETURN e.name AS event, e.year AS year, collect(DISTINCT host.name) AS hosts
ORDER BY year, event
