# Two commands do all the set-up on a fresh machine: make handouts, make test.
# Written for GNU make 3.81, the one macOS has, and for nothing newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# pip is told to be brief; what goes wrong is still printed.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := all
.PHONY: all help handouts test check fuzz lab lock clean

all: check test ## check and test: what every change must pass

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s%s\n", $$1, $$2 }' Makefile

handouts: $(INSTALLED) ## render every handout of briefings.toml into build/handouts/
	$(BIN)/sourcebook render --out build/handouts

test: $(INSTALLED) ## run all tests, and say which lines of lib/ they miss
	$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=90

check: $(INSTALLED) ## lint, layout, types, then the corpus, the notebooks and the plan
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sourcebook check

# A folder of its own, as for lock; the annotators need the standard library only.
fuzz: ## let a guided fuzzer look for a text that the annotators fail on (Linux)
	$(PYTHON) -m venv build/fuzz
	build/fuzz/bin/python -m pip --quiet --disable-pip-version-check install 'atheris>=3.0'
	PYTHONPATH=lib build/fuzz/bin/python tests/fuzz_annotate.py -runs=20000 -max_len=2048

lab: $(INSTALLED) ## open JupyterLab on the first notebook
	$(BIN)/jupyter lab notebooks/00_start_here.ipynb

# uv has a folder of its own: .venv holds what the lock names and nothing else. Pins stay where they
# are unless pyproject.toml moves them; make lock UPGRADE=--upgrade moves all to the newest allowed.
# The fewest versions, so that one lock gives every Python the same numpy.
lock: ## write requirements.lock anew from pyproject.toml
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip --quiet --disable-pip-version-check install 'uv>=0.9'
	build/lock/bin/uv pip compile pyproject.toml --extra dev --extra intake --extra parquet --extra pdf --output-file requirements.lock \
		--universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
		--no-annotate --no-config --quiet $(UPGRADE) --custom-compile-command 'make lock'

clean: ## remove what was built; .venv stays
	rm -rf build .pytest_cache .ruff_cache .mypy_cache .hypothesis .coverage htmlcov

# Made anew, not patched, when the lock or pyproject.toml changes: a package that left the lock
# would otherwise stay and hide that something still needs it. The stamp comes last, so an install
# that broke off is begun again.
$(INSTALLED): pyproject.toml requirements.lock
	@command -v $(PYTHON) >/dev/null || { \
		echo "No $(PYTHON) here. Install Python 3.11 or newer, or name one: make PYTHON=python3.12" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Sourcebook needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." >&2; \
		echo "Name a newer one: make PYTHON=python3.12" >&2; \
		exit 1; }
	@echo "Making $(VENV): a minute or two, once."
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $(INSTALLED)
