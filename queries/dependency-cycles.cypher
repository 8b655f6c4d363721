// title: {zh: 互为前置的任务, en: "Obligations that wait for each other"}
// group: dependency
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {环长: "Length", 任务: "Obligations", 编号: "Ids"}
MATCH path = (o:Obligation)-[:DEPENDS_ON*1..8]->(o)
WITH [n IN nodes(path)[..-1] | n] AS ring
WITH ring, reduce(m = head(ring).id, n IN ring | CASE WHEN n.id < m THEN n.id ELSE m END) AS first
WHERE head(ring).id = first
RETURN DISTINCT size(ring) AS 环长, [n IN ring | n.text] AS 任务, [n IN ring | n.id] AS 编号
ORDER BY 环长, 任务
LIMIT $limit
