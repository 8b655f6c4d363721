// title: {zh: 文件清单, en: "All documents"}
// group: document
// columns: {日期: "Date", 标题: "Title", 种类: "Kind", 发文机关: "Issuer", 文号: "Number", 任务数: "Obligations", 编号: "Id"}
MATCH (d:Document)
RETURN d.date AS 日期, d.title AS 标题, d.kind AS 种类, d.issuer AS 发文机关, d.number AS 文号,
  COUNT { MATCH (d)-[:CONTAINS*1..12]->(:Obligation) } AS 任务数, d.id AS 编号
ORDER BY 日期, 标题, 编号
