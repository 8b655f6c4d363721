"""`python3 -m app.setup`: the part that any Python can read, so that whoever has an old one gets a clear answer."""

import os
import shutil
import sys

OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11")

if sys.version_info < OLDEST:
    found = next((path for path in map(shutil.which, NEWER) if path), None)
    if found is None:
        sys.exit(
            "govgraph needs Python 3.11 or newer, this is %d.%d. Install one and run again with PYTHON=python3.12\n"  # noqa: UP031
            "govgraph 需要 Python 3.11 或更新版本，现为 %d.%d。请安装后用 PYTHON=python3.12 重新运行"
            % (sys.version_info[:2] * 2)
        )
    os.execv(found, [found, "-m", "app.setup", *sys.argv[1:]])

from app.setup.main import main  # noqa: E402 - an old Python could not read what it imports

sys.exit(main(sys.argv[1:]))
