"""Steps that build the app's own components: Node where the machine has none, npm's locked packages, the bundle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from app.setup.errors import SetupError
from app.setup.machine import COMPONENTS, LOGS, ROOT, find_node, node_version, search_path, tool_version
from app.setup.packages import install, python_key
from app.setup.step import Progress, Step, run_tool
from app.setup.words import Text

NODE_LOCK = ROOT / "requirements-node.lock"
SOURCES = ("*.ts", "*.tsx", "*.css", "*.mjs", "*.json")
NOT_SOURCES = {"node_modules", "dist"}

MACHINE = Text("本机的 Node {version}", "the machine's Node {version}")
PACKAGED = Text(
    "本机没有可用的 Node，已装入 .venv：{version}",
    "the machine has no Node that will do, installed into .venv: {version}",
)
NO_NODE = Text("装入 Node 后仍找不到 node 与 npm", "node and npm are not there though Node was installed")
NO_NODE_MEND = Text("请删除 .venv 后重试", "Remove .venv and run again")
MODULES_DONE = Text("{count} 个包", "{count} packages")
BUILT = Text("{count} 个文件，{size:.0f} KB", "{count} files, {size:.0f} KB")


def make_node(progress: Progress) -> str:
    found = find_node()
    if found:
        return MACHINE.say(progress.language, version=tool_version(found[0]))
    install(NODE_LOCK, progress)
    return PACKAGED.say(progress.language, version=tool_version(tools(progress)[0]))


def tools(progress: Progress) -> tuple[Path, Path]:
    found = find_node()
    if found is None:
        raise SetupError(NO_NODE.say(progress.language), NO_NODE_MEND.say(progress.language))
    return found


def npm(progress: Progress, name: str, *words: str) -> None:
    def read(line: str) -> None:
        if line.strip():
            progress.tell(line.strip())

    command: list[str | Path] = [tools(progress)[1], *words]
    run_tool(
        command, log=LOGS / f"{name}.log", progress=progress, on_line=read, cwd=COMPONENTS, env={"PATH": search_path()}
    )


def make_modules(progress: Progress) -> str:
    # scripts of packages stay off: nothing that is fetched here runs before the bundler does
    npm(progress, "npm-ci", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=warn")
    installed = json.loads((COMPONENTS / "node_modules" / ".package-lock.json").read_text(encoding="utf-8"))
    return MODULES_DONE.say(progress.language, count=len(installed["packages"]))


def make_bundle(progress: Progress) -> str:
    npm(progress, "bundle", "run", "--silent", "build")
    made = [one for one in (COMPONENTS / "dist").rglob("*") if one.is_file()]
    return BUILT.say(progress.language, count=len(made), size=sum(one.stat().st_size for one in made) / 1000)


def sources() -> Iterator[Path]:
    """What the bundle is made from, in a fixed order."""
    for folder in sorted(one for one in COMPONENTS.iterdir() if one.name not in NOT_SOURCES):
        if folder.is_file():
            if any(folder.match(pattern) for pattern in SOURCES):
                yield folder
        else:
            yield from sorted(one for pattern in SOURCES for one in folder.rglob(pattern))


def source_names() -> list[str | Path]:
    """Names and contents: a component that was renamed or removed changes the bundle too."""
    found = list(sources())
    return [" ".join(str(one.relative_to(COMPONENTS)) for one in found), *found]


def node_key() -> str:
    found = find_node()
    return str(node_version(found[0])) if found else ""


NODE = Step(
    "node",
    Text("Node", "Node"),
    lambda: [python_key(), NODE_LOCK],
    lambda: find_node() is not None,
    make_node,
)
MODULES = Step(
    "modules",
    Text("图谱与编辑器组件的 npm 包", "npm packages of the app's components"),
    lambda: [COMPONENTS / "package.json", COMPONENTS / "package-lock.json", node_key()],
    (COMPONENTS / "node_modules").is_dir,
    make_modules,
)
BUNDLE = Step(
    "bundle",
    Text("打包组件", "bundle of the components"),
    lambda: [COMPONENTS / "package-lock.json", *source_names()],
    (COMPONENTS / "dist").is_dir,
    make_bundle,
)
