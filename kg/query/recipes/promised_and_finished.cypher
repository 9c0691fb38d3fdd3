// 在一份文档中承诺、后来建成的项目
// Projects promised in one document and finished in a later one
MATCH (p:Project)-[:HAS_STATUS]->(before:Status)-[:FROM]->(d1:Document),
      (p)-[:HAS_STATUS]->(after:Status)-[:FROM]->(d2:Document)
WHERE after.status IN ['completed', 'operating'] AND after.modality = 'done'
  AND (before.status IN ['planned', 'signed', 'started', 'building'] OR before.modality = 'planned')
  AND before.year <= after.year AND d1.year < d2.year
RETURN p.name AS project, before.status AS promised, before.year AS from_year, d1.title AS promised_in,
       after.status AS reached, after.year AS to_year, d2.title AS reported_in
ORDER BY project, from_year, to_year, promised_in, reported_in, promised, reached
