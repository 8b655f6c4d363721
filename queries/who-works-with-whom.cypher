// title: {zh: 谁和谁一起干, en: "Who works with whom"}
// group: body
// params:
//   at_least: {type: int, zh: 至少共同几项, en: At least, default: 2}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {单位甲: "Body A", 单位乙: "Body B", 共同任务: "Shared"}
MATCH (a:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)<-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]-(b:Body)
WHERE a.id < b.id
WITH a, b, count(DISTINCT o) AS shared
WHERE shared >= $at_least
RETURN a.name AS 单位甲, b.name AS 单位乙, shared AS 共同任务
ORDER BY 共同任务 DESC, 单位甲, 单位乙
LIMIT $limit
