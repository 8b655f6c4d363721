// title: {zh: 一项任务在等什么, en: "What an obligation waits for"}
// group: dependency
// params:
//   obligation: {type: obligation, zh: 任务, en: Obligation, help: {zh: 编号或任务里的几个字, en: id or some of its words}}
// columns: {层级: "Depth", 等待: "Waits for", 种类: "Kind", 是什么: "What it is", 编号: "Id"}
MATCH path = (:Obligation {id: $obligation})-[:DEPENDS_ON*1..10]->(x)
WITH x, length(path) AS depth, last(relationships(path)) AS r
RETURN min(depth) AS 层级, coalesce(x.summary, x.name, x.title, x.text) AS 等待, r.kind AS 种类,
  [l IN labels(x) WHERE l <> 'Body'][0] AS 是什么, x.id AS 编号
ORDER BY 层级, 等待, 种类
