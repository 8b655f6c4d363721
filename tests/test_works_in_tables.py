"""What the cells of a table name: works, several in one cell, and the money of a row."""

from __future__ import annotations

import pytest

from extract.dependencies import dependencies
from extract.draft import Draft
from extract.outline import outline
from extract.programmes import programmes
from extract.projects import projects
from extract.source import Context, Source


def read(text: str) -> Draft:
    draft = Draft(Source(text), Context())
    for component in (outline, programmes, projects, dependencies):
        component(draft)
    return draft


TABLE = """序号\t{head}\t建设内容\t总投资（万元）\t责任单位
1\t青柳科创基金\t设立基金，重点投资青石县产业项目。\t10000\t县财政局
2\t华松集团青石分院\t新建业务楼一栋。\t3000\t县住建局
"""


@pytest.mark.parametrize(("head", "results"), [("项目名称", ["青柳科创基金", "华松集团青石分院"]), ("考核事项", [])])
def test_a_column_of_names_names_works(head, results):
    draft = read(TABLE.format(head=head))
    assert [one.text for one in draft.projects if one.rule == "project-cell"] == results


@pytest.mark.parametrize(
    ("head", "cell", "results"),
    [
        ("重点项目", "青石中线高铁、柳林至白水铁路", ["青石中线高铁", "柳林至白水铁路"]),
        ("项目名称", "县城供水、排水管网改造", ["县城供水、排水管网改造"]),
        ("重点项目", "县城管网（供水、排水）改造", ["县城管网（供水、排水）改造"]),
    ],
)
def test_several_works_in_a_cell(head, cell, results):
    text = f"青石市规划\n类别\t{head}\t建设目标\n铁路\t{cell}\t新增里程150公里\n机场\t柳林机场二期\t达到3个\n"
    draft = read(text)
    found = [one.text for one in draft.projects if one.rule == "project-cell"]
    assert found == [*results, "柳林机场二期"]


PURSES = """序号\t工作任务\t{head}
1\t完成青石水厂改造。\t省级水利发展资金
2\t建成柳塘泵站。\t500
"""


@pytest.mark.parametrize(("head", "results"), [("资金来源", ["省级水利发展资金"]), ("建设内容", [])])
def test_a_cell_names_the_money_of_its_row(head, results):
    draft = read(PURSES.format(head=head))
    assert [one.text for one in draft.dependencies if one.rule == "dependency-cell"] == results
