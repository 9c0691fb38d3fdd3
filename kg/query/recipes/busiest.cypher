// 提及最多的企业
// The enterprises that most documents speak of
// $count 多少个, for example 10
MATCH (d:Document)-[m:MENTIONS]->(e:Enterprise)
WITH e, count(DISTINCT d) AS documents, sum(m.count) AS mentions
RETURN e.name AS enterprise, documents, mentions, e.aliases AS aliases
ORDER BY documents DESC, mentions DESC, enterprise LIMIT toInteger($count)
