# `make demo` and `make test` need nothing but Python 3.11 or later (with venv), make and git.
# What is installed goes into .venv; a stamp in it says for which pyproject.toml and constraints.txt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WHEEL := build/wheel-test
WORKERS ?= 2
WHEEL_TESTS ?= tests/cli
MINUTES ?= 60

export PIP_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Without compiled bytecode every start takes several times as long.
unexport PYTHONDONTWRITEBYTECODE
# What the shell of a developer says must not change what is tested.
unexport CPSTATS_DATA CPSTATS_LANG CPSTATS_UNDER_TEST PYTHONPATH

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-all rest wheel-test parquet-test spark-test browser-test slow-test fuzz kills mutants check fix golden docs gallery wheel clean

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: $(VENV)/stamp-base ## install, and compare Changping with Beijing
	$(BIN)/cpstats compare gdp --vs beijing --format table

test: wheel-test parquet-test ## all that needs Python packages only; says what it leaves to test-all
	$(BIN)/python -m pytest -n $(WORKERS)

# The wheel's own environment sees the installed libraries, but neither src/ nor the editable
# install: a .pth file that is reached through another one is not read.
wheel-test: $(VENV)/stamp-test ## the command-line tests against the built wheel, src/ out of the way
	rm -rf $(WHEEL)
	$(BIN)/python -m build --wheel --no-isolation --outdir $(WHEEL) . > $(VENV)/build.log 2>&1 \
		|| { cat $(VENV)/build.log; exit 1; }
	$(BIN)/python -m venv --without-pip $(WHEEL)/venv
	$(BIN)/python -m pip --python $(WHEEL)/venv/bin/python install --quiet --no-deps --no-index $(WHEEL)/*.whl
	$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' \
		> "$$($(WHEEL)/venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/libraries.pth"
	CPSTATS_UNDER_TEST="$(CURDIR)/$(WHEEL)/venv/bin/cpstats" \
		$(WHEEL)/venv/bin/python -m pytest -n $(WORKERS) $(WHEEL_TESTS)

# pyarrow is imported by pandas as soon as it is there: only these tests see it.
parquet-test: $(VENV)/stamp-parquet ## the tests that need pyarrow
	PYTHONPATH=$(VENV)/parquet $(BIN)/python -m pytest -m parquet

# As root on Debian and its kind the browser is the system's, with Chinese letters; where none can be had,
# these tests are left out and say so.
browser-test: $(VENV)/stamp-test ## the tests that need a Chromium, which is installed where it may be
	$(BIN)/python -m pip install --quiet --editable '.[browser]'
	command -v chromium > /dev/null || test "$$(id -u)" != 0 || ! command -v apt-get > /dev/null \
		|| (apt-get update -q && apt-get install -q -y --no-install-recommends chromium fonts-noto-cjk) || true
	command -v chromium > /dev/null || $(BIN)/python -m playwright install chromium || true
	$(BIN)/python -m pytest -m browser tests/browser

# As root on Debian and its kind Java is installed; where it or pyspark cannot be had, these tests are left out and say so.
spark-test: $(VENV)/stamp-test ## the tests that need Spark, on a cluster of three processes
	command -v java > /dev/null || test "$$(id -u)" != 0 || ! command -v apt-get > /dev/null \
		|| (apt-get update -q && apt-get install -q -y --no-install-recommends default-jre-headless) || true
	$(MAKE) $(VENV)/stamp-spark || true
	PYTHONPATH=$(VENV)/spark $(BIN)/python -m pytest -m spark tests/panels

slow-test: $(VENV)/stamp-test ## the tests that take long
	$(BIN)/python -m pytest -m slow

fuzz: $(VENV)/stamp-test ## mutated inputs for an hour (MINUTES=60); goes on where the last run ended
	nice $(BIN)/python -m tests.fuzz --minutes $(MINUTES)

kills: $(VENV)/stamp-test ## 1,000 random kills and 200 adds at once: nothing may be lost
	nice $(BIN)/python -m tests.fuzz.kills

mutants: $(VENV)/stamp-test ## faults put into the calculations, one at a time: the tests must see them
	nice $(BIN)/python -m tests.mutants

rest: slow-test spark-test browser-test ## what `make test` leaves out

test-all: test rest ## the whole test suite, with Spark and a browser where the system has or gets them

check: $(VENV)/stamp-dev ## lint, format, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

fix: $(VENV)/stamp-dev ## mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: $(VENV)/stamp-test ## rewrite tests/golden and the manual; read the diff before you commit it
	$(BIN)/python -m pytest -n $(WORKERS) --rewrite-golden tests
	git --no-pager diff --stat -- tests/golden README.md README.zh.md docs

docs: $(VENV)/stamp-test ## rewrite what the manual shows, and docs/reference.md; read the diff
	$(BIN)/python -m pytest -n $(WORKERS) --rewrite-golden tests/test_docs.py tests/docs
	git --no-pager diff --stat -- README.md README.zh.md docs

gallery: $(VENV)/stamp-test ## draw the pictures of docs/gallery.md anew; look at them
	$(BIN)/python docs/make_gallery.py

wheel: $(VENV)/stamp-test ## the wheel and the source distribution, in dist/
	$(BIN)/python -m build --no-isolation

clean: ## remove what was made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("cpstats needs Python 3.11 or later, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12 " + "$(MAKECMDGOALS)")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/stamp-base: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/stamp-test: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/stamp-base

$(VENV)/stamp-parquet: $(VENV)/stamp-test
	$(BIN)/python -m pip install --quiet --target $(VENV)/parquet --upgrade pyarrow
	@touch $@

# pyspark brings 400 MB, and a folder of its own keeps it out of the other tests.
$(VENV)/stamp-spark: $(VENV)/stamp-test
	$(BIN)/python -m pip install --quiet --target $(VENV)/spark --upgrade pyspark
	@touch $@

$(VENV)/stamp-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/stamp-test $(VENV)/stamp-base
