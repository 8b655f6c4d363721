// title: {zh: 全文检索, en: "Full-text search"}
// group: document
// params:
//   words: {type: text, zh: 检索词, en: Words}
//   limit: {type: int, zh: 最多行数, en: At most, default: 20}
// columns: {种类: "Kind", 名称: "What", 相关度: "Score", 编号: "Id"}
CALL db.index.fulltext.queryNodes('search', $words) YIELD node, score
RETURN labels(node)[0] AS 种类, coalesce(node.name, node.title, node.text) AS 名称, round(score, 2) AS 相关度, node.id AS 编号
ORDER BY score DESC, 编号
LIMIT $limit
