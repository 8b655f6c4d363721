// title: {zh: 数字被隐去的目标, en: "Targets whose number is masked"}
// group: gap
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {目标: "Target", 指标: "Indicator", 任务: "Obligation", 文件: "Document", 编号: "Id"}
MATCH (o:Obligation)-[r:HAS_TARGET]->(t:Target)
WHERE t.masked
MATCH (d:Document {id: r.document})
RETURN t.text AS 目标, t.indicator AS 指标, o.text AS 任务, d.title AS 文件, o.id AS 编号
ORDER BY d.date, d.id, o.order, 目标
LIMIT $limit
