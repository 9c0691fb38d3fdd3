// 承诺后再无下文的项目：其区域后来有报告，却不再提及
// Projects never heard of again although their region reported later
MATCH (p:Project)-[:HAS_STATUS]->(s:Status)-[:FROM]->(d:Document)-[:ABOUT_REGION]->(r:Entity)
WHERE s.status IN ['planned', 'signed', 'started', 'building']
WITH p, r, max(d.year) AS last_heard
WHERE NOT EXISTS { MATCH (p)-[:HAS_STATUS]->(t:Status) WHERE t.status IN ['completed', 'operating'] AND t.modality = 'done' }
MATCH (later:Document {kind: 'report'})-[:ABOUT_REGION]->(r)
WHERE later.year > last_heard AND NOT EXISTS { MATCH (m:Document)-[:MENTIONS]->(p) WHERE m.year > last_heard }
RETURN p.name AS project, r.name AS region, last_heard, p.status AS status, max(later.year) AS reported_until
ORDER BY region, project
