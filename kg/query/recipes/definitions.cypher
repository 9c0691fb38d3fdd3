// 专项行动与政策提法的定义
// Definitions of programs and slogans
MATCH (x:Entity)-[:HAS_VALUE]->(v:Value {property: 'definition'})-[:FROM]->(d:Document)
RETURN x.name AS name, v.value AS definition, d.title AS document
ORDER BY name, document, definition
