"""Neo4j's errors in Chinese, as the app and the command line say them."""

from __future__ import annotations

import re

import pytest

from graph.query_words import chinese, hint

SAID = [
    ("Unknown function 'foo'", "没有“foo”这个函数"),
    ("Variable `住建局` not defined", "“住建局”没有定义：变量要先在 MATCH、WITH 或 UNWIND 中写出，文字要放在引号里"),
    (
        "Type mismatch: expected Float, Integer, String or List<T> but was Boolean",
        "类型不符：应为小数、整数、文字、列表，实为真假值",
    ),
    (
        "Type mismatch: b defined with conflicting type Node (expected Relationship)",
        "类型不符：“b”已经另有所指，这里应为关系",
    ),
    ('Type mismatch: expected a map but was String("甲局")', "类型不符：应为映射，实为文字"),
    (
        "Invalid input 'RETRN': expected a graph pattern, ',', 'ORDER BY' or 'RETURN' …",
        "看不懂“RETRN”，这里可以写：图的模式（如 (n)）、逗号、ORDER BY、RETURN",
    ),
    ("Invalid input '': expected a parameter, ')' or '{'", "还没有写完，这里可以写：参数、)、{"),
    (
        "Query cannot conclude with MATCH (must be a RETURN clause, …)",
        "查询不能以 MATCH 结尾，最后要用 RETURN 写明返回什么",
    ),
    ("/ by zero", "除数为零"),
]


@pytest.mark.parametrize(("said", "zh"), SAID)
def test_the_common_errors_are_said_in_chinese(said: str, zh: str) -> None:
    assert chinese(said) == zh
    assert not re.search("[a-z]{3}", re.sub("“[^”]*”", "", zh))


def test_what_is_not_known_stays_as_the_server_said_it() -> None:
    assert chinese("A flux capacitor is missing") == "A flux capacitor is missing"


@pytest.mark.parametrize(
    ("said", "before", "zh"),
    [
        ("Invalid input 'RETRN': expected …", "", "是不是 RETURN？"),
        (
            "Invalid input 'LIKE': expected …",
            "WHERE a.name ",
            "含有某字写 CONTAINS，开头写 STARTS WITH，结尾写 ENDS WITH",
        ),
        ("Invalid input '=': expected an expression", "WHERE a.name =", "相等写一个“=”"),
        ("Invalid input 'x': expected …", "", ""),
        ("Unknown function 'foo'", "", ""),
    ],
)
def test_what_was_meant_is_offered(said: str, before: str, zh: str) -> None:
    assert hint(said, before) == zh
