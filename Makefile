# Every action of the project by name; CI runs these and nothing else. Each installs what it needs by itself.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
CORE   := $(VENV)/.core-installed
TOOLS  := $(VENV)/.development-installed
LOCK   := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test lint bench figures docs lock clean
.DEFAULT_GOAL := help

help:  ## list the actions
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 14

demo: $(CORE)  ## install if need be, read examples/ into a ledger and print what it found
	@$(BIN)/memcon demo

test: $(TOOLS)  ## run all tests
	$(BIN)/python -m pytest -n 2 $(TESTS)

lint: $(TOOLS)  ## check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(TOOLS)  ## measure speed and memory, side by side with spaCy (which gets an environment of its own)
	$(BIN)/python -m benchmarks.cold
	$(BIN)/python -m benchmarks.throughput
	$(BIN)/python -m benchmarks.ledger

figures: $(CORE)  ## measure how well it reads, on all gold readings that are here, into docs/accuracy.toml
	$(BIN)/python -m benchmarks.accuracy

docs: $(TOOLS)  ## write the reference pages from the code
	$(BIN)/python -m docs.generate

lock: $(TOOLS)  ## pin all dependencies anew, with their hashes, in requirements/
	$(LOCK) --upgrade --group build --group development --extra postgres --extra export --output-file requirements/development.txt pyproject.toml
	$(LOCK) --constraints requirements/development.txt --output-file requirements/core.txt pyproject.toml
	$(LOCK) --constraints requirements/development.txt --extra postgres --output-file requirements/postgres.txt pyproject.toml
	$(LOCK) --constraints requirements/development.txt --extra export --output-file requirements/export.txt pyproject.toml
	$(LOCK) --constraints requirements/development.txt --group build --output-file requirements/build.txt
	$(LOCK) --upgrade --group benchmark --output-file requirements/benchmark.txt

clean:  ## remove environments, caches and built files
	rm -rf $(VENV) .venv-bench build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] < (3, 14); \
	sys.exit(0 if ok else f"memcon needs Python 3.11 to 3.13, and {sys.executable} is {sys.version.split()[0]}: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(CORE): requirements/core.txt requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing memcon into $(VENV) (once; about a minute) ..."
	@$(PIP) install --require-hashes --requirement requirements/core.txt --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): requirements/development.txt pyproject.toml | $(BIN)/python
	@echo "Installing memcon and the tools to change it into $(VENV) (once; about two minutes) ..."
	@$(PIP) install --require-hashes --requirement requirements/development.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(CORE) $@
