// title: {zh: 一个地方的任务和项目, en: "Items of one place"}
// group: project
// params:
//   words: {type: text, zh: 地名, en: Place, default: null}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {地点: "Place", 种类: "Kind", 名称: "Item", 编号: "Id"}
MATCH (x:Project|Obligation)-[:LOCATED_IN]->(p:Place)
WHERE $words IS NULL OR p.name CONTAINS $words
RETURN DISTINCT p.name AS 地点, CASE WHEN x:Project THEN '项目' ELSE '任务' END AS 种类, coalesce(x.name, x.text) AS 名称, x.id AS 编号
ORDER BY 地点, 种类 DESC, 名称
LIMIT $limit
