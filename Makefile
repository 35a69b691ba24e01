# Everything a newcomer or a maintainer runs. Each target sets up what it needs, once.

PYTHON ?= python3
WORKERS ?= 2
PYTEST_ARGS ?=
BENCH_ARGS ?=
LOOK_ARGS ?=
LIGHTHOUSE_ARGS ?=
GOAL ?=

export PYTHON

BIN := .venv/bin
RUNTIME := .venv/.installed-requirements.lock
DEV := .venv/.installed-requirements-dev.lock
DJANGO := benchmarks/.venv/.installed
LIGHTHOUSE := build/programs/lighthouse/.installed-12.8.2

.DEFAULT_GOAL := help
.PHONY: help demo test check lint format coverage sabotage bench look lighthouse lock programs

help: ## Say what can be done here
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: $(RUNTIME) ## Open a portal filled with a demo syndicate
	@$(BIN)/siegvo demo

test: $(DEV) programs ## Run every test, on SQLite, PostgreSQL and Chromium
	@$(BIN)/pytest --numprocesses $(WORKERS) --dist loadgroup $(PYTEST_ARGS)

check: lint test ## What must pass before a commit: lint, then test

lint: $(DEV) ## Check format, style, dependencies between layers, types
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports
	$(BIN)/mypy

format: $(DEV) ## Put the code in its format
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

coverage: $(DEV) programs ## Run every test and show the lines none of them reached
	@$(BIN)/pytest --numprocesses $(WORKERS) --dist loadgroup --cov --cov-report term-missing:skip-covered

sabotage: $(DEV) ## Switch each guard off in a copy: a test must turn red (GOAL=C3 for one goal)
	@$(BIN)/python -m tests.sabotage --workers $(WORKERS) --goal "$(GOAL)"

bench: $(DEV) $(DJANGO) ## Compare the portal's speed with a Flask constant and a Django page
	@$(BIN)/python -m benchmarks.run $(BENCH_ARGS)

look: $(DEV) programs ## Take a picture of every page on three screens, into build/look
	@$(BIN)/python -m tests.look $(LOOK_ARGS)

lighthouse: $(DEV) programs $(LIGHTHOUSE) ## Have Lighthouse judge four pages, on a phone and a desktop
	@$(BIN)/python -m tests.lighthouse $(LIGHTHOUSE_ARGS)

EXPORT := --quiet --frozen --no-emit-project --format requirements-txt

# The lock files carry hashes and no registry's name: uv.lock, which does, is not committed.
lock: $(DEV) ## Pin the newest versions that pyproject.toml allows
	$(BIN)/uv lock --upgrade
	$(BIN)/uv export $(EXPORT) --all-extras --no-default-groups --group build --output-file requirements.lock
	$(BIN)/uv export $(EXPORT) --all-extras --no-default-groups --group build --group dev --output-file requirements-dev.lock
	$(BIN)/uv export $(EXPORT) --only-group uv --output-file requirements-uv.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes benchmarks/requirements.in --output-file benchmarks/requirements.txt

programs:
	@setup/programs

.venv/.installed-%: % pyproject.toml setup/install requirements-uv.lock
	@setup/install $<
	@touch $@

# Django is no dependency of ours: the page we are compared with lives in its own environment.
$(DJANGO): benchmarks/requirements.txt | $(DEV)
	@$(BIN)/python -m venv --clear --without-pip benchmarks/.venv
	@$(BIN)/uv pip install --quiet --python benchmarks/.venv/bin/python --require-hashes --requirement $<
	@touch $@

# Its packages come from npm; none of their own scripts is run.
$(LIGHTHOUSE):
	@npm install --silent --ignore-scripts --no-save --prefix $(@D) lighthouse@$(subst .installed-,,$(@F))
	@touch $@
