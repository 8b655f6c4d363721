#!/bin/sh
# Installs govgraph from this folder, without internet. 从本目录安装 govgraph，不需要联网。
#   sh install.sh [FOLDER]        FOLDER: where to (default: ~/govgraph) · 安装目录
#   PYTHON=python3.11 sh install.sh   another Python · 指定 Python
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$HOME/govgraph}
python=${PYTHON:-python3}
wanted=$(cat "$here/PYTHON")

say() { printf '%s\n%s\n' "$1" "$2"; }
fail() { printf '%s\n%s\n' "$1" "$2" >&2; exit 1; }

command -v "$python" >/dev/null 2>&1 || fail "没有找到 $python：请安装 Python $wanted，或用 PYTHON=… 指定" "$python is not there: install Python $wanted, or name one with PYTHON=…"
found=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
[ "$found" = "$wanted" ] || fail "本安装包用于 Python $wanted，这里是 $found：请用 PYTHON=python$wanted sh install.sh" "this bundle is for Python $wanted, found $found: PYTHON=python$wanted sh install.sh"

say "[1/4] 核对文件" "      comparing files"
(cd "$here" && sha256sum --check --quiet SHA256SUMS) || fail "文件已损坏，请重新复制安装包" "files are damaged, copy the bundle again"

say "[2/4] 建立 Python 环境 $target" "      making the Python environment"
mkdir -p "$target"
target=$(cd "$target" && pwd)
"$python" -m venv "$target/.venv" || fail "不能建立虚拟环境：Debian 系统请先安装 python3-venv" "no virtual environment could be made: on Debian install python3-venv"

say "[3/4] 安装 Python 包与 Java" "      installing Python packages and Java"
pip() { "$target/.venv/bin/python" -m pip --no-input --disable-pip-version-check --quiet install --no-index --find-links "$here/wheels" --no-deps "$@"; }
pip --require-hashes -r "$here/requirements.lock"
pip "$here"/wheels/govgraph-*.whl

say "[4/4] 安装 Neo4j" "      installing Neo4j"
GOVGRAPH_JARS="$here/jars" "$target/.venv/bin/govgraph" setup
rm -rf "$target/samples"
cp -r "$here/samples" "$target/samples"

say "安装完成。打开演示：" "Done. To see it with the samples:"
printf '    %s demo %s\n' "$target/.venv/bin/govgraph" "$target/samples"
