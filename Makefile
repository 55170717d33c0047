# One door: every command a developer needs, and the words that CI says too. A bare `make` lists them.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
COMPILE := --quiet --universal --generate-hashes --no-header
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run test test-long mutate check generated format bench lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: export INNSYN_PROFILE ?= development
run: .venv/run.stamp ## start all that is needed, with the demo data, and say what to try (PORT=8000); Ctrl-C ends it
	@exec $(BIN)/innsyn serve --demo --port $(PORT)

test: .venv/dev.stamp ## every test but the long ones, on both databases (ARGS="-k name": some of them)
	@$(BIN)/pytest -n 2 --dist loadgroup -m "not long" $(ARGS)

test-long: export INNSYN_TEST_TIMES ?= 5
test-long: .venv/dev.stamp ## every test, the long ones too, and five times as many graphs made by chance (INNSYN_TEST_TIMES=5)
	@$(BIN)/pytest -n 2 --dist loadgroup $(ARGS)

mutate: .venv/dev.stamp ## change auth's decisions one place at a time, and list the changes that no test notices
	@$(BIN)/mutmut run
	@$(BIN)/mutmut results

check: .venv/dev.stamp ## lint, format, types, layers, made files, and what breaks clients of the last release
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.made --check
	@$(BIN)/python -m tools.released

generated: .venv/dev.stamp ## write the files that are made from code
	@$(BIN)/python -m tools.made

format: .venv/dev.stamp ## put code in the shape that `make check` wants, where a tool can
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: .venv/dev.stamp ## measure the ratios and write docs/speed.md (ARGS=--large: who can see among 200,000 too)
	@$(BIN)/python -m bench $(ARGS)

lock: .venv/dev.stamp ## write both lock files anew from pyproject.toml (ARGS=--upgrade for newer parts of parts)
	@$(BIN)/uv pip compile pyproject.toml --group build $(COMPILE) --output-file requirements.lock $(ARGS)
	@$(BIN)/uv pip compile pyproject.toml --group dev --constraint requirements.lock $(COMPILE) --output-file requirements-dev.lock $(ARGS)

clean: ## remove what the commands above made, but no data
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: made when missing or broken, renewed when its lock file or pyproject.toml is newer than the stamp.
$(shell $(BIN)/python -c '' 2>/dev/null || rm -f .venv/run.stamp .venv/dev.stamp)

.venv/run.stamp: requirements.lock pyproject.toml
	@$(MAKE) install LOCK=requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml
	@$(MAKE) install LOCK=requirements-dev.lock
	@touch $@ .venv/run.stamp

.PHONY: install
install:
	@$(BIN)/python -c '' 2>/dev/null || { \
		$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
			|| { echo 'innsyn needs Python 3.11 or later: say which with `make PYTHON=/path/to/python3`' >&2; exit 1; }; \
		echo 'making .venv …'; \
		$(PYTHON) -m venv --clear .venv \
			|| { echo 'this Python cannot make environments: install its venv module (Debian: apt-get install python3-venv)' >&2; exit 1; }; }
	@echo 'installing $(LOCK) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --root-user-action=ignore --require-hashes -r $(LOCK)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --root-user-action=ignore --no-deps --no-build-isolation --no-index -e .
