"""Neo4j's settings: the embedded file comes from the table, and any other server's are held against it."""

from __future__ import annotations

import re

import pytest

from graph.home import Home
from graph.java import conf_folder
from graph.settings import (
    EMBEDDED,
    FORMS,
    SERVER,
    SETTINGS,
    problems,
    render,
)
from tests.settings_told import environment_name, read_conf, read_environment


def test_the_running_server_has_the_tables_settings(home: Home) -> None:
    text = (conf_folder(home) / "neo4j.conf").read_text()
    found = read_conf(text)
    assert problems(found, scope=EMBEDDED) == []
    assert found["server.default_listen_address"] == "127.0.0.1"


@pytest.mark.parametrize("setting", SETTINGS, ids=[one.name for one in SETTINGS])
def test_each_setting_has_a_value_of_its_form_and_a_reason(setting) -> None:
    assert re.fullmatch(FORMS[setting.form], setting.value.format(port=7687))
    assert len(setting.why) > 10
    assert read_environment({environment_name(setting.name): setting.value}) == {setting.name: setting.value}


def test_other_servers_are_held_against_the_table() -> None:
    settings = {one.name: one.value for one in SETTINGS if one.scope != EMBEDDED}
    assert problems(settings, scope=SERVER) == []
    settings["db.transaction.timeout"] = "soon"
    settings["dbms.security.allow_csv_import_from_file_urls"] = "true"
    settings["db.transaktion.max"] = "1"
    del settings["server.memory.heap.max_size"]
    found = problems(settings, scope=SERVER)
    assert len(found) == 4
    for name in ("db.transaktion.max", "heap.max_size", "'soon'", "it has to be false"):
        assert any(name in one for one in found)


def test_a_container_environment_is_read() -> None:
    environment = {
        "NEO4J_AUTH": "neo4j/x",
        "NEO4J_PASSWORD": "x",
        "NEO4J_server_memory_pagecache_size": "512m",
        "NEO4J_db_tx__log_rotation_retention__policy": "2 files",
        "NEO4J_dbms_usage__report_enabled": False,
        "PATH": "/bin",
    }
    assert read_environment(environment) == {
        "server.memory.pagecache.size": "512m",
        "db.tx_log.rotation.retention_policy": "2 files",
        "dbms.usage_report.enabled": "false",
    }


def test_a_conf_that_is_none() -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_conf("# fine\nthis is no setting\n")
    assert read_conf(render(7687))["server.bolt.listen_address"] == "127.0.0.1:7687"
