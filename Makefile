# `make site` and `make test` need Python 3.11+ and make; they set up everything else themselves.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/dev
LOCK   := constraints.txt
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve test check quality bench golden screenshots lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: $(VENV)/.site  ## set up, generate the pages and build site/
	$(BIN)/python -m mkdocs build --strict

serve: $(VENV)/.site  ## preview on http://127.0.0.1:8000, rebuilt when an article changes
	$(BIN)/python -m mkdocs serve

test: $(VENV)/.dev chromium  ## set up and run every test, browser tests included
	$(BIN)/python -m pytest

check: $(VENV)/.dev  ## lint, formatting, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

quality: $(VENV)/.dev  ## quality figures against their floors; DATA=folder of development data
	$(BIN)/python -m tests.quality $(DATA)

bench: $(VENV)/.dev chromium  ## speed and memory on made corpora, search in a browser among them
	$(BIN)/python -m tests.bench

golden: $(VENV)/.dev  ## rewrite the golden pages, to be read as a diff
	REWRITE_GOLDEN=1 $(BIN)/python -m pytest -q tests/golden

screenshots: $(VENV)/.dev chromium site  ## pictures of every kind of page, into screenshots/
	$(BIN)/python -m tests.browser.screenshots site screenshots

lock:  ## resolve the dependency ranges into constraints.txt
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install -q pip-tools
	build/lock/bin/pip-compile -q --all-extras --strip-extras --no-annotate --no-header \
	  --no-emit-index-url --no-emit-options --no-emit-trusted-host --no-emit-find-links \
	  --output-file $(LOCK) pyproject.toml
	rm -rf build/lock

clean:  ## remove what was built, not what was installed
	rm -rf site build .cache

.PHONY: chromium
chromium:
	@sh tests/find_chromium.sh

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dossier needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: pyproject.toml $(LOCK) | $(VENV)/bin/python
	$(BIN)/pip install -q -c $(LOCK) -e .
	@touch $@

$(VENV)/.dev: pyproject.toml $(LOCK) | $(VENV)/bin/python
	$(BIN)/pip install -q -c $(LOCK) -e '.[dev]'
	@touch $@ $(VENV)/.site
