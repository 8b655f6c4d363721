// title: {zh: 同一项目数字不一致, en: "Differing numbers for one project"}
// group: gap
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {项目: "Project", 单位: "Unit", 指标: "Indicator", 数字: "Numbers", 出处: "Documents"}
MATCH (p:Project)<-[:CONCERNS|ABOUT]-(f)-[r:HAS_TARGET|ABOUT]->(t:Target)
WHERE t.value IS NOT NULL AND t.unit <> ''
MATCH (d:Document {id: r.document})
WITH p, t.unit AS unit, t.indicator AS indicator, t, d ORDER BY d.date, d.id, t.text
WITH p, unit, indicator, collect(DISTINCT t.value) AS figures, collect(DISTINCT t.text) AS numbers, collect(DISTINCT d.title + coalesce('（' + toString(d.date) + '）', '')) AS documents
WHERE size(figures) > 1
RETURN p.name AS 项目, unit AS 单位, indicator AS 指标, numbers AS 数字, documents AS 出处
ORDER BY 项目, 单位, 指标
LIMIT $limit
