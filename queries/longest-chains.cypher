// title: {zh: 最长的等待链, en: "Longest chains of waiting"}
// group: dependency
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 20}
// columns: {长度: "Length", 链条: "Chain", 编号: "Ids"}
MATCH path = (o:Obligation)-[:DEPENDS_ON*1..10]->(x)
WHERE NOT EXISTS { (x)-[:DEPENDS_ON]->() } AND NOT EXISTS { (:Obligation)-[:DEPENDS_ON]->(o) }
RETURN length(path) AS 长度, [n IN nodes(path) | coalesce(n.summary, n.name, n.title, n.text)] AS 链条, [n IN nodes(path) | n.id] AS 编号
ORDER BY 长度 DESC, 链条
LIMIT $limit
