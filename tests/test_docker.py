"""docker-compose.yml as docker-compose itself reads it, its Neo4j settings against graph/settings.py, and the Dockerfile by reading."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from app.setup.compiled import BEGIN_COMPILING
from app.setup.machine import find_compose
from app.setup.password import CONTAINER_USER, write_password
from app.setup.steps import GOALS, RUN
from app.setup.store import JAVA, NEO4J
from graph.connection import endpoint_from_environment
from graph.errors import StoreUnavailableError
from graph.settings import SERVER, problems
from tests.settings_told import read_environment

ROOT = Path(__file__).parent.parent
Compose = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as an office would have it: the compose file and a password of its own."""
    made = tmp_path_factory.mktemp("office")
    (made / "docker-compose.yml").write_bytes((ROOT / "docker-compose.yml").read_bytes())
    (made / "samples").mkdir()
    assert write_password(made)
    return made


@pytest.fixture(scope="module")
def compose(folder: Path) -> Compose:
    return read_compose(folder)


def read_compose(folder: Path, **environment: str) -> Compose:
    """`docker-compose config`: the file checked against its schema, variables filled in."""
    tool = find_compose()
    assert tool, (
        "docker-compose is not there: run `make test`, which installs it as root or in CI, or `govgraph doctor --tests`"
    )
    env = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), **environment}
    done = subprocess.run([*tool, "config"], cwd=folder, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    found: Compose = yaml.safe_load(done.stdout)
    return found


def secret_names(service: Compose) -> list[str]:
    return [one["source"] if isinstance(one, dict) else one for one in service["secrets"]]


def published(service: Compose) -> list[str]:
    """Ports as `address:outside:inside`, whichever form this docker-compose writes."""
    return [
        f"{one.get('host_ip', '')}:{one['published']}:{one['target']}"
        if isinstance(one, dict)
        else one.removesuffix("/tcp")
        for one in service.get("ports", [])
    ]


def test_two_services_the_app_waits_for_a_healthy_neo4j(compose: Compose) -> None:
    assert set(compose["services"]) == {"neo4j", "app"}
    assert compose["services"]["app"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert all(
        one["healthcheck"]["test"] and one["restart"] == "unless-stopped" for one in compose["services"].values()
    )


def test_neo4j_is_of_the_line_of_the_locked_jars(compose: Compose) -> None:
    jars = tomllib.loads((ROOT / "jgo.lock.toml").read_text(encoding="utf-8"))["dependencies"]
    version = next(one["version"] for one in jars if (one["groupId"], one["artifactId"]) == ("org.neo4j", "neo4j"))
    line = ".".join(version.split(".")[:2])
    assert compose["services"]["neo4j"]["image"] == f"neo4j:{line}-community"


def test_settings_are_those_of_the_embedded_server(compose: Compose) -> None:
    settings = read_environment(compose["services"]["neo4j"]["environment"])
    assert len(settings) > 10
    assert problems(settings, scope=SERVER) == []


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("NEO4J_server_http_enabled", "true", "server.http.enabled is true, it has to be false"),
        ("NEO4J_dbms_security_procedures_allowlist", "*", "dbms.security.procedures.allowlist is *"),
        ("NEO4J_server_memory_pagecache__size", "1g", "server.memory.pagecache_size is not in graph/settings.py"),
    ],
)
def test_a_setting_that_drifts_is_told(compose: Compose, variable: str, value: str, told: str) -> None:
    environment = {**compose["services"]["neo4j"]["environment"], variable: value}
    assert any(one.startswith(told) for one in problems(read_environment(environment), scope=SERVER))


def test_nobody_is_root_and_nobody_becomes_it(compose: Compose) -> None:
    for service in compose["services"].values():
        user, group = str(service["user"]).split(":")
        assert int(user) > 0 and int(group) > 0
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert not service.get("privileged") and "cap_add" not in service and service.get("network_mode") is None


def test_only_the_app_is_published_and_only_here(compose: Compose) -> None:
    assert published(compose["services"]["app"]) == ["127.0.0.1:8501:8501"]
    assert published(compose["services"]["neo4j"]) == []
    assert compose["networks"]["store"]["internal"] is True
    assert list(compose["services"]["neo4j"]["networks"]) == ["store"]


def test_address_and_port_are_the_offices_to_choose(folder: Path) -> None:
    chosen = read_compose(folder, GOVGRAPH_ADDRESS="10.1.2.3", GOVGRAPH_PORT="80")
    assert published(chosen["services"]["app"]) == ["10.1.2.3:80:8501"]


def test_the_password_is_a_secret_and_nowhere_else(folder: Path, compose: Compose) -> None:
    password = (folder / "secrets" / "neo4j_password").read_text(encoding="utf-8").strip()
    assert len(password) >= 24
    assert (folder / "secrets" / "neo4j_auth").read_text(encoding="utf-8") == f"neo4j/{password}\n"
    assert password not in yaml.safe_dump(compose)
    neo4j, app = compose["services"]["neo4j"], compose["services"]["app"]
    assert (
        secret_names(neo4j) == ["neo4j_auth"] and neo4j["environment"]["NEO4J_AUTH_FILE"] == "/run/secrets/neo4j_auth"
    )
    assert secret_names(app) == ["neo4j_password"]
    assert app["environment"]["NEO4J_PASSWORD_FILE"] == "/run/secrets/neo4j_password"
    assert {one["file"] for one in compose["secrets"].values()} == {
        str(folder / "secrets" / one) for one in compose["secrets"]
    }


def test_the_app_reads_the_password_from_the_secret(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    monkeypatch.setenv("NEO4J_URI", "bolt://neo4j:7687")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(folder / "secrets" / "neo4j_password"))
    endpoint = endpoint_from_environment()
    assert endpoint is not None
    assert endpoint.password == (folder / "secrets" / "neo4j_password").read_text(encoding="utf-8").strip()
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(folder / "none"))
    with pytest.raises(StoreUnavailableError, match=r"NEO4J_PASSWORD_FILE names .* cannot be read"):
        endpoint_from_environment()


def test_what_is_kept_lies_in_volumes_and_the_app_writes_nowhere_else(compose: Compose) -> None:
    assert set(compose["volumes"]) == {"graph", "graph-logs", "app-data"}
    assert compose["services"]["app"]["read_only"] is True
    assert all(one.get("mem_limit") and one.get("pids_limit") for one in compose["services"].values())


# The Dockerfile: no engine builds it here, so what can be read is read.


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines)]


def test_what_the_dockerfile_copies_is_there() -> None:
    copied = [shlex.split(rest) for word, rest in instructions() if word == "COPY" and "--from" not in rest]
    names = [name for words in copied for name in words[:-1]]
    assert len(names) > 5
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_the_image_is_built_by_the_same_steps_as_a_clone() -> None:
    assert any(word == "RUN" and "python3 -m app.setup image" in rest for word, rest in instructions())
    # what the compose file's Neo4j brings, and a compiler, are not in the image: there the rules run as Python
    assert GOALS["image"] == tuple(step for step in RUN if step not in (JAVA, NEO4J, BEGIN_COMPILING))


def test_the_image_runs_as_the_user_of_compose_on_a_tested_python() -> None:
    found = instructions()
    users = [rest for word, rest in found if word == "USER"]
    bases = {rest.split()[0] for word, rest in found if word == "FROM"}
    assert users == [f"{CONTAINER_USER}:{CONTAINER_USER}"]
    assert len(bases) == 1 and re.fullmatch(r"python:3\.1[123]-slim-\w+", bases.pop())


def test_the_image_starts_a_command_that_exists() -> None:
    from app.command import main

    words = {word: yaml.safe_load(rest) for word, rest in instructions() if word in ("ENTRYPOINT", "CMD")}
    assert words["ENTRYPOINT"] == ["govgraph"]
    command = main.get_command(click.Context(main), words["CMD"][0])
    assert command is not None, f"govgraph has no command {words['CMD'][0]}"
    options = {name for one in command.params for name in one.opts}
    assert {one for one in words["CMD"] if one.startswith("--")} <= options


def test_secrets_stay_out_of_the_image() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {"secrets", ".env", ".git", ".venv"} <= set(ignored)
