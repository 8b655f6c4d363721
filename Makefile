# make run: everything installed, the samples read, the app opened.   make test: lint, types and every test.
# Needs Python 3.11 or newer and make; the rest is installed into .venv of this folder (see README.md).

PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
SETUP = command -v "$(PYTHON)" >/dev/null || { echo "Python 3.11 or newer is needed, or name one: make PYTHON=/path/to/python3 …（需要 Python 3.11 或更新版本）"; exit 1; }; \
	"$(PYTHON)" -m app.setup
BIN = .venv/bin
NODE = cd app/components && PATH="$(CURDIR)/$(BIN):$$PATH" npm --silent
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run setup lint test corpus bench screenshots lock password clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: setup ## install what is missing, read the samples, open the app
	$(BIN)/govgraph demo

setup: ## only install what is missing
	@$(SETUP) run

lint: ## ruff, mypy --strict, tsc
	@$(SETUP) lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NODE) run check

test: ## lint, then every test, with a real Neo4j and a real browser
	@$(SETUP) test
	@$(MAKE) --no-print-directory lint
	$(NODE) test
	$(BIN)/python -m pytest $(PYTEST_ARGS)

corpus: setup ## figures of the annotated corpus, where ../shared has it
	@if [ -f ../shared/gold/run.py ]; then PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python ../shared/gold/run.py ../shared/corpus; \
	else echo "no annotated corpus here: ../shared/gold/run.py is not there, nothing to measure"; fi

screenshots: ## pictures of every page into docs/images, from the samples
	@$(SETUP) test
	$(BIN)/python -m tests.screenshots

bench: ## speed and memory of the extraction (ARGS="speed components" for parts of it), how fast the app answers (SIZES="200 2000")
	@$(SETUP) bench
	$(BIN)/python -W ignore -m bench.extraction $(ARGS)
	@$(SETUP) test
	$(BIN)/python -W ignore -m bench.app $(SIZES)

lock: ## make the Python lock files anew (ARGS=--upgrade for the newest versions)
	@$(SETUP) lint
	$(BIN)/python -m app.setup.lock $(ARGS)

password: ## a random password for docker-compose.yml, in secrets/
	@$(SETUP).password

clean: ## remove what was installed and built here; data folders stay
	rm -rf .venv build dist app/components/node_modules app/components/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
