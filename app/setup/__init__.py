"""Set-up: the steps from a fresh clone to a running govgraph. Plain Python only: it runs before any package is installed.

python3 -m app.setup [run|lint|test] → steps.py (which steps) → step.py (one after the other, each once) → .venv/
"""
