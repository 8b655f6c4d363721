// title: {zh: 一项任务的全部依据, en: "Evidence of one obligation"}
// group: document
// params:
//   obligation: {type: obligation, zh: 任务, en: Obligation, help: {zh: 编号或任务里的几个字, en: id or some of its words}}
// columns: {关系: "Relation", 对象: "Thing", 原文: "Quote", 规则: "Rule", 起: "Start", 止: "End", 文件: "Document"}
MATCH (o:Obligation {id: $obligation})-[r]-(x)
WHERE r.quote IS NOT NULL
MATCH (d:Document {id: r.document})
RETURN type(r) AS 关系, coalesce(x.name, x.title, x.text, x.heading, x.summary) AS 对象, r.quote AS 原文, r.rule AS 规则, r.start AS 起, r.end AS 止, d.title AS 文件
ORDER BY 关系, 起, 止, 对象
