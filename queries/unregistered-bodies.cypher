// title: {zh: 名录以外的单位, en: "Bodies the registry does not know"}
// group: body
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {单位: "Body", 种类: "Labels", 任务数: "Obligations", 单位编号: "Body id"}
MATCH (b:Body) WHERE NOT b.registered
RETURN b.name AS 单位, [l IN labels(b) WHERE l <> 'Body'] AS 种类, COUNT { (b)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->() } AS 任务数, b.id AS 单位编号
ORDER BY 任务数 DESC, 单位, 单位编号
LIMIT $limit
