# `make` alone prints the targets.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
READY := .venv/.ready

# A file's tests stay together: they share servers that take seconds to start. The longest file is the first (tests/conftest.py).
# Three for two cores: half of the time a crawl waits.
PYTEST = $(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

.PHONY: help setup demo test check bench lock format clean

help:
	@echo "make setup   the environment in .venv, and a Chromium"
	@echo "make demo    crawl four invented papers on this machine, print what was stored and one search"
	@echo "make test    every test"
	@echo "make check   what CI runs: tests, ruff, mypy, import-linter, scrapy-lint"
	@echo "make bench   the benchmarks, as a table"
	@echo "make lock    pin the requirements anew"

$(READY): requirements.lock pyproject.toml tools/setup
	@sh tools/setup --environment-only
	@touch $(READY)

setup: $(READY)
	@sh tools/setup --browser-only

demo: setup
	@$(BIN)/newscrawl demo

test: setup
	@$(PYTEST)

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/scrapy-lint
	$(PYTEST)

bench: setup
	@$(BIN)/python -m bench

# Needs uv. The lock names no index, so that it installs from whichever one pip is set up for.
lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --quiet --no-emit-index-url --no-header \
		--output-file requirements.lock

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build *.egg-info
