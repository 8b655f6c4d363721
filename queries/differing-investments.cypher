// title: {zh: 同一项目总投资不一致, en: "Differing investments for one project"}
// group: gap
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {项目: "Project", 总投资: "Investments", 出处: "Documents"}
MATCH (p:Project)<-[r:CONCERNS|ABOUT]-()
WHERE r.investment IS NOT NULL
MATCH (d:Document {id: r.document})
WITH p, r, d ORDER BY d.date, d.id
WITH p, collect(DISTINCT r.investment) AS sums, collect(DISTINCT d.title + coalesce('（' + toString(d.date) + '）', '')) AS documents
WHERE size(sums) > 1
RETURN p.name AS 项目,
  [s IN sums | CASE WHEN s >= 1e8 THEN replace(toString(round(s / 1e8, 4)), '.0', '') + '亿元'
    ELSE replace(toString(round(s / 1e4, 4)), '.0', '') + '万元' END] AS 总投资,
  documents AS 出处
ORDER BY 项目
LIMIT $limit
