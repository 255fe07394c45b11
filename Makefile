# Two commands do everything on a fresh machine with Python 3.11+ and make:
#   make demo   sets up and runs the main job on loopback servers
#   make test   sets up and passes lint and tests
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/data
# What the container holds beside the base: a desk over PostgreSQL, with evidence and notifications.
CONTAINER := postgresql web evidence notify warc
# For the oldest Python we run on: a library may ask for a later patch of it.
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --python-version 3.11.0 --no-emit-index-url --no-header --extra build
EXTRAS := postgresql worker s3 pdf browser duckdb adblock warc spark evidence notify web docs

.PHONY: demo test lint bench soak lock wheel docs try-wordpress clean setup setup-dev

demo: setup
	$(BIN)/rights demo

test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict rights
	$(BIN)/lint-imports
	$(BIN)/rights policy validate policies

setup: $(VENV)/.base
setup-dev: $(VENV)/.dev

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("rights needs Python 3.11 or newer; name one with  make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q rights
	$(BIN)/python -m rights.compiled
	touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements-dev.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q rights
	$(BIN)/python -m rights.compiled
	touch $@ $(VENV)/.base

# Figures for README and notes; needs the labelled data (make bench DATA=…).
bench: setup-dev
	$(BIN)/python -m benchmarks.all --data $(DATA)

soak: setup-dev
	$(BIN)/python -m benchmarks.soak

lock: $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(LOCK) --extra dev $(foreach extra,$(EXTRAS),--extra $(extra)) -o requirements-dev.lock pyproject.toml
	$(LOCK) -c requirements-dev.lock -o requirements.lock pyproject.toml
	$(LOCK) -c requirements-dev.lock $(foreach extra,$(CONTAINER),--extra $(extra)) -o requirements-container.lock pyproject.toml

wheel: setup-dev
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation -w dist .

# The WordPress plugin in a real WordPress and a browser: needs wordpress, mariadb-server, php-cli and chromium (apt).
try-wordpress: setup-dev
	$(BIN)/python -m tests.editor.wordpress

# The documentation as a site with search, in site/.
docs: setup-dev
	$(BIN)/mkdocs build --quiet

clean:
	rm -rf $(VENV) dist build site .mypy_cache .ruff_cache .pytest_cache .hypothesis
