// 举办的活动会展
// Events and their hosts
MATCH (host:Entity)-[h:HOSTS]->(e:Event)
WITH e, host ORDER BY host.name
WITH e, collect(DISTINCT host.name) AS hosts
RETURN e.name AS event, e.year AS year, hosts
ORDER BY year, event
