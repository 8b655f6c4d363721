"""Write the samples that are not plain UTF-8 text: Word files with automatic numbering and merged cells, a workbook, a GB18030 file.

python samples/make.py          # rewrites them beside this file; the same input gives the same words
"""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent

# columns: 序号, 领域, 工作任务, 目标值, 牵头单位, 配合单位, 完成时限; None = merged with the cell above
TASKS_2023 = [
    (
        "1",
        "项目建设",
        "开工建设青禾大道改扩建工程",
        "完成投资1.2亿元",
        "县交通运输局",
        "城关镇、沙口镇、县自然资源局",
        "6月底前",
    ),
    ("2", None, "加快县人民医院迁建项目前期工作", "力争年内开工", "县卫健局", "县发改局、县城投公司", "12月底前"),
    ("3", None, "完成白石水库除险加固工程扫尾", "通过市级验收", "县水利局", "白石镇", "11月30日前"),
    ("4", "产业发展", "新增规上工业企业", "8家", "县工信局", "县统计局、县税务局", "2023年12月31日"),
    ("5", None, "建设青禾茶产业园一期", "投产", "县茶产业发展中心", "青禾茶业集团、县国网供电公司", "年底前"),
    ("6", None, "新建标准化茶园", "1.2万亩", None, "各产茶乡镇", "10月底前"),
    ("7", "乡村振兴", "建设高标准农田", "3万亩", "县农业农村局", "县自然资源局、各乡镇", "12月底前"),
    ("8", None, "农村户厕改造", "4000户", None, "县卫健局、各乡镇", "10月底前"),
    ("9", "民生实事", "新增公办幼儿园学位", "900个", "县教育局", "县住建局", "8月底前"),
    ("10", None, "改造乡镇敬老院", "3所", "县民政局", "桐坪乡、柳河镇、东岭乡", "年底前"),
    ("11", None, "开展职业技能培训", "5000人次", "县人社局", "各乡镇", "每季度通报进度，年底前完成"),
]
TASK_HEADS = ("序号", "领域", "工作任务", "目标值", "牵头单位", "配合单位", "完成时限")

RIVERS = [
    ("1", "青禾河", "周明远（县长）", "林志（副县长）", "清理河道垃圾，拆除违建12处", "县水利局", "2023年9月底前"),
    ("2", None, None, None, "排查整治入河排污口31个", "县生态环境局", "2023年10月底前"),
    (
        "3",
        "柳河",
        "罗建平（县委书记）",
        "何秋萍（副县长）",
        "完成柳河镇段堤防加固4.6公里",
        "柳河镇人民政府",
        "2023年12月底前",
    ),
    (
        "4",
        "白石湖",
        "罗建平（县委书记）",
        "林志（副县长）",
        "全面取缔网箱养殖，实现清零",
        "县农业农村局",
        "2023年8月底前",
    ),
    ("5", None, None, None, "每月开展一次联合巡湖执法", "县公安局、县水利局", "每月"),
]
RIVER_HEADS = ("序号", "河湖名称", "县级河长", "县级副河长", "工作任务", "责任单位", "完成时限")

LEDGER_2024 = [
    (
        "项目建设",
        "青禾大道改扩建工程",
        "全线通车",
        "县交通运输局",
        "城关镇、沙口镇",
        "2024-12-31",
        "路基完成，路面施工",
    ),
    (
        "项目建设",
        "县人民医院迁建项目",
        "5月底前开工",
        "县卫健局",
        "县发改局、县自然资源局、县城投公司",
        "2024-05-31",
        "5月28日开工",
    ),
    ("项目建设", "白石水库除险加固工程", "完成竣工验收", "县水利局", "白石镇", "2024-06-30", ""),
    ("产业发展", "青禾茶产业园二期", "冷链物流中心建成", "县茶产业发展中心", "县国网供电公司", "2024-11-30", ""),
    ("产业发展", "新增规上工业企业10家", "10家", "县工信局", "县统计局", "2024-12-31", "已入库4家"),
    ("生态环境", "新建污水管网35公里", "35公里", "县住建局", "县水务公司", "2024-10-31", ""),
    ("民生实事", "改造老旧小区18个", "惠及2100户", "县住建局", "县财政局、城关镇", "2024-11-30", "11个已开工"),
    ("民生实事", "桐坪乡敬老院改造", "投入使用", "县民政局", "桐坪乡", "2024-06-30", "主体完工"),
]
LEDGER_HEADS = ("类别", "工作任务", "年度目标", "牵头单位", "配合单位", "完成时限", "进展情况")

OPINION = [
    (None, "青禾县人民政府关于加快茶产业高质量发展的实施意见"),
    (None, "青政发〔2023〕11号"),
    (None, "各乡镇人民政府，县政府各部门、各直属机构："),
    (
        None,
        "茶产业是我县富民强县的主导产业。近年来，全县茶园面积达到18万亩，综合产值15亿元，但仍存在标准化程度不高、龙头企业不强等问题。为加快推动茶产业高质量发展，结合我县实际，提出如下实施意见。",
    ),
    (0, "目标任务"),
    (
        None,
        "到2025年，全县标准化茶园面积达到10万亩，茶产业综合产值突破25亿元，培育省级以上龙头企业5家，“青禾云雾”区域公用品牌价值进入全省前十。",
    ),
    (0, "重点工作"),
    (1, "建设标准化生产基地"),
    (
        2,
        "实施低产茶园改造工程。每年改造低产茶园8000亩以上，对验收合格的每亩补助300元。（县茶产业发展中心牵头，县财政局、各产茶乡镇配合）",
    ),
    (2, "推广绿色防控。2024年底前实现规模茶园绿色防控全覆盖，化学农药使用量减少20%。（县农业农村局负责）"),
    (1, "培育壮大经营主体"),
    (2, "支持青禾茶业集团上市融资。县金融服务中心要加强辅导，力争2025年完成股份制改造。"),
    (
        2,
        "建设青禾茶产业园。一期2023年底前投产，二期2024年启动，总投资5.8亿元。在完成环评批复的前提下，县自然资源局优先保障项目用地。（县茶产业发展中心、县自然资源局按职责分工负责）",
    ),
    (1, "打造区域公用品牌"),
    (2, "举办青禾云雾茶文化节。县文旅局会同县融媒体中心每年举办一届茶文化节，在省级以上媒体开展专题宣传不少于10次。"),
    (2, "加强质量监管。县市场监管局建立茶叶质量追溯系统，2024年6月底前上线运行，抽检合格率保持在98%以上。"),
    (0, "保障措施"),
    (
        1,
        "加强组织领导。县茶产业发展领导小组统筹全县茶产业工作，办公室设在县茶产业发展中心。各产茶乡镇要明确1名分管负责同志，配备专职人员。",
    ),
    (1, "加大财政投入。县财政每年安排茶产业发展专项资金2000万元。县审计局对资金使用情况进行监督检查。"),
    (1, "强化考核激励。将茶产业发展纳入乡镇年度目标考核。对工作突出的单位和个人，按照有关规定给予表彰。"),
    (None, "本意见自印发之日起施行。"),
    (None, "青禾县人民政府"),
    (None, "2023年5月10日"),
]

GROUP = [
    (None, "青禾县人民政府办公室关于成立县人民医院迁建项目指挥部的通知"),
    (None, "青政办〔2024〕15号"),
    (None, "各乡镇人民政府，县政府各部门："),
    (None, "为加快推进县人民医院迁建项目建设，经县政府同意，决定成立县人民医院迁建项目指挥部。现将有关事项通知如下："),
    (0, "组成人员"),
    (
        None,
        "指挥长由县长周明远担任，副指挥长由副县长何秋萍担任，成员由县发改局、县财政局、县自然资源局、县住建局、县卫健局、县审计局、县城投公司和城关镇主要负责人组成。指挥部办公室设在县卫健局。",
    ),
    (0, "工作职责"),
    (1, "指挥部统筹项目规划、建设、资金等重大事项，每月召开一次调度会。"),
    (1, "指挥部办公室负责日常协调，每周向指挥长报告项目进展。"),
    (1, "县城投公司作为项目法人，负责项目建设管理，确保2026年6月底前竣工交付，总投资控制在4.6亿元以内。"),
    (1, "城关镇负责征地拆迁，4月底前完成剩余18户房屋征收；征收完成后10日内，县自然资源局完成土地移交。"),
    (1, "县财政局待专项债券发行后，及时拨付建设资金；县审计局开展全过程跟踪审计。"),
    (0, "工作要求"),
    (None, "各成员单位要密切配合、各司其职，不得推诿扯皮。"),
    (None, "青禾县人民政府办公室"),
    (None, "2024年4月2日"),
]

FLOOD = """青禾县防汛抗旱指挥部
关于做好2024年防汛备汛工作的紧急通知

各乡镇防汛抗旱指挥部，县防汛抗旱指挥部各成员单位：
据县气象局预测，5月下旬至7月上旬我县将有4至5次强降雨过程，防汛形势严峻。现就有关事项紧急通知如下：
一、立即开展隐患排查。县水利局组织对全县23座小型水库、6处山洪灾害易发区开展再排查，5月20日前完成。各乡镇要对低洼易涝点、危旧房屋逐一登记造册。
二、做好物资队伍准备。县应急管理局牵头，县发改局（粮食和物资储备局）配合，5月底前储备冲锋舟12艘、编织袋10万条；各乡镇组建不少于30人的抢险队伍。
三、严格值班值守。自5月15日起，全县进入汛期24小时值班。县气象局每日发布一次预报，遇强降雨过程每3小时滚动更新。
四、果断转移避险。凡是收到暴雨红色预警的，危险区群众必须在2小时内全部转移。县交通运输局、县公安局要保障转移道路畅通。
五、落实防汛责任。对工作不力、造成人员伤亡的，依法依规严肃追责。

青禾县防汛抗旱指挥部
2024年5月10日
"""

_FORMATS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))


def _numbering(document: docx.document.Document) -> str:
    """Add a three-level list (一、（一）1.) to the document's numbering part and return its id."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(_FORMATS)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return "90"


def prose(name: str, paragraphs: list[tuple[int | None, str]]) -> None:
    """A Word file whose numbers are Word's own, so that no reader that only takes text sees them."""
    document = docx.Document()
    number = _numbering(document)
    for level, text in paragraphs:
        paragraph = document.add_paragraph(text)
        if level is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
            )
    document.save(str(HERE / name))


def table(name: str, title: str, notes: list[str], heads: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> None:
    """A Word file with one table in which None is a cell merged with the one above."""
    document = docx.Document()
    document.add_paragraph(title)
    for note in notes:
        document.add_paragraph(note)
    grid = document.add_table(rows=1 + len(rows), cols=len(heads))
    for column, head in enumerate(heads):
        grid.cell(0, column).text = head
        top = 1
        for row, cells in enumerate(rows, 1):
            text = cells[column]
            if text is None:
                grid.cell(top, column).merge(grid.cell(row, column))
            else:
                top = row
                grid.cell(row, column).text = text
    document.save(str(HERE / name))


def workbook(name: str, title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """The office's ledger: a merged title row, a head row, then a row a task; equal neighbours in the first column are merged."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "台账"
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment(horizontal="center")
    sheet.append(list(heads))
    top = 3
    for number, row in enumerate(rows, 3):
        sheet.append(list(row))
        if number > 3 and row[0] == rows[number - 4][0]:
            sheet.cell(number, 1).value = None
        else:
            top = number
        if number == len(rows) + 2 or rows[number - 2][0] != row[0]:
            sheet.merge_cells(start_row=top, start_column=1, end_row=number, end_column=1)
    book.save(str(HERE / name))


def main() -> None:
    table(
        "2023-02-重点任务分解表.docx",
        "2023年《政府工作报告》重点任务分解表",
        ["青禾县人民政府办公室  2023年2月6日", "牵头单位列第一位者负总责，每月25日前向县政府督查室报送进展。"],
        TASK_HEADS,
        TASKS_2023,
    )
    table(
        "2023-04-河湖长制工作任务表.docx",
        "青禾县2023年河湖长制工作任务表",
        ["青禾县河长制办公室  2023年4月20日"],
        RIVER_HEADS,
        RIVERS,
    )
    prose("2023-05-茶产业高质量发展实施意见.docx", OPINION)
    prose("2024-04-成立项目指挥部的通知.docx", GROUP)
    workbook("2024-02-重点工作台账.xlsx", "青禾县2024年重点工作台账（2024年2月制）", LEDGER_HEADS, LEDGER_2024)
    (HERE / "2024-05-防汛备汛紧急通知.txt").write_bytes(FLOOD.replace("\n", "\r\n").encode("gb18030"))


if __name__ == "__main__":
    main()
