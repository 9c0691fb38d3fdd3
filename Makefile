# make demo   a first graph, from nothing
# make test   every check that a change must pass
# Both set up what they need (Python packages, a browser, Java libraries) and skip what is there already.
# The parts: setup lint types imports generated reference unit notebooks gold wheel. To write anew: format lock files.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
CACHE := .cache
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONDONTWRITEBYTECODE :=

# A stamp carries the hash of what it was made from: a changed lock or pom has another stamp, so that it is made again.
hash = $(firstword $(shell cat $(1) | sha256sum))
DEV := .venv/.made-from-$(call hash,requirements/build.txt requirements/dev.txt pyproject.toml)
CORE := $(CACHE)/core/.made-from-$(call hash,requirements/build.txt requirements/core.txt)
LINKML := $(CACHE)/linkml/.made-from-$(call hash,requirements/ontology.txt)
AXE := $(CACHE)/npm/.made-from-$(call hash,tests/view/package-lock.json)
JAVA := $(foreach name,neo4j jena robot,$(CACHE)/java/$(name)/.made-from-$(call hash,tests/$(name)/pom.xml))

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
apt = $(SUDO) apt-get -qq update && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $(1) >/dev/null

.PHONY: help demo test setup java chromium office openmp axe format lint types imports generated reference unit notebooks gold wheel fuzz lock files clean

help:
	@sed -n '1,/^$$/s/^# //p' Makefile

demo: $(DEV)
	$(BIN)/kg demo

# All of pytest is one run here, so that its closing line counts everything.
test: setup lint types imports generated reference
	@echo '== tests'
	KG_NEED_TOOLS=1 $(BIN)/pytest
	@$(MAKE) --no-print-directory wheel

# ---- set-up -----------------------------------------------------------------------------------------------------------

setup: $(DEV) chromium office openmp java axe

# $(call environment,FOLDER): an empty virtual environment.
define environment
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed; install it, or name it: make PYTHON=/path/to/python'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(call apt,python3-venv); }
	$(PYTHON) -m venv --clear $(1)
endef

# jieba has no wheel: setuptools (locked, in build.txt) makes one, without an environment for each build.
pip-install = $(1)/bin/pip install -q --require-hashes --no-build-isolation

.venv/bin/python:
	$(call environment,.venv)

$(DEV): .venv/bin/python
	@echo '== Python packages'
	$(call pip-install,.venv) -r requirements/build.txt
	$(call pip-install,.venv) -r requirements/dev.txt
	$(BIN)/pip install -q --no-build-isolation --no-deps -e .
	@rm -f .venv/.made-from-* && touch $@

$(CORE):
	@echo '== the environment of a user'
	$(call environment,$(CACHE)/core)
	$(call pip-install,$(CACHE)/core) -r requirements/build.txt
	$(call pip-install,$(CACHE)/core) -r requirements/core.txt
	$(CACHE)/core/bin/pip uninstall -q -y $$(sed -n 's/==.*//p' requirements/build.txt | grep -vxFf <(sed -n 's/==.*//p' requirements/core.txt))
	@touch $@

$(LINKML):
	@echo '== LinkML'
	$(call environment,$(CACHE)/linkml)
	$(call pip-install,$(CACHE)/linkml) -r requirements/build.txt
	$(call pip-install,$(CACHE)/linkml) -r requirements/ontology.txt
	@touch $@

java: $(JAVA)

COPY := org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies

# The jars that tests/NAME/pom.xml names, and theirs.
$(JAVA): name = $(notdir $(@D))
$(JAVA):
	@echo '== the jars of $(name)'
	@command -v javac >/dev/null || { $(call apt,default-jdk-headless); }
	@command -v mvn >/dev/null || { $(call apt,maven); }
	@rm -rf $(@D)
	mvn -B -q -f tests/$(name)/pom.xml $(COPY) -DoutputDirectory=$(CURDIR)/$(@D)
	@touch $@

chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null || { echo '== Chromium'; $(call apt,chromium); }
	@[ -n "$$(fc-list :lang=zh 2>/dev/null | head -1)" ] || { echo '== Chinese fonts'; $(call apt,fontconfig fonts-noto-cjk); }

axe: $(AXE)

# The accessibility checks of tests/view run in the browser; npm only fetches them.
$(AXE):
	@echo '== axe-core'
	@command -v npm >/dev/null || { $(call apt,npm); }
	@rm -rf $(@D) && mkdir -p $(@D) && cp tests/view/package.json tests/view/package-lock.json $(@D)
	cd $(@D) && npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

office:
	@command -v soffice >/dev/null || { echo '== LibreOffice'; $(call apt,libreoffice-writer-nogui libreoffice-calc-nogui); }

# LightGBM, which kg train learns with, needs it.
openmp: $(DEV)
	@$(BIN)/python -c 'import ctypes; ctypes.CDLL("libgomp.so.1")' 2>/dev/null || { $(call apt,libgomp1); }

# ---- checks -----------------------------------------------------------------------------------------------------------

lint: $(DEV)
	@echo '== format and lint'
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEV)
	@echo '== types'
	$(BIN)/mypy kg tests

imports: $(DEV)
	@echo '== layers'
	$(BIN)/lint-imports --no-logo

generated: $(DEV)
	@echo '== generated files'
	$(BIN)/python -m tests.frame.generated

reference: $(LINKML)
	@echo '== ontology: lint, JSON Schema, reference pages'
	$(CACHE)/linkml/bin/python -m tests.frame.reference

unit: setup
	KG_NEED_TOOLS=1 $(BIN)/pytest --ignore=tests/gold --ignore=tests/notebooks

notebooks: $(DEV)
	$(BIN)/pytest tests/notebooks

gold: $(DEV)
	$(BIN)/pytest tests/gold

wheel: $(DEV) $(CORE)
	@echo '== the built wheel, in the environment of a user'
	$(BIN)/python -m tests.frame.wheel dist
	$(CACHE)/core/bin/pip install -q --force-reinstall --no-deps dist/*.whl
	$(CACHE)/core/bin/pip check
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && cd "$$folder" && unset PYTHONPATH && \
	kg=$(CURDIR)/$(CACHE)/core/bin/kg && $$kg --help && $$kg demo

FUZZ_SECONDS ?= 20

# Each loader for FUZZ_SECONDS; what crashes one is left in .cache/fuzz.
fuzz: $(DEV)
	$(BIN)/python -c 'import atheris' 2>/dev/null || $(BIN)/pip install -q 'atheris>=3'
	for kind in text html mhtml warc pdf docx pptx odt rtf workbook delimited json jsonl archive; do \
		echo "== $$kind"; $(BIN)/python -m tests.fuzz.loaders $$kind $(FUZZ_SECONDS) >$(CACHE)/fuzz.log 2>&1 \
			|| { tail -30 $(CACHE)/fuzz.log; exit 1; }; done

# ---- to write anew ----------------------------------------------------------------------------------------------------

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

files: $(DEV) $(LINKML)
	$(BIN)/python -m tests.frame.generated --write
	$(CACHE)/linkml/bin/python -m tests.frame.reference --write

LOCK = $(CACHE)/uv/bin/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock:
	test -x $(CACHE)/uv/bin/uv || { $(PYTHON) -m venv $(CACHE)/uv && $(CACHE)/uv/bin/pip install -q uv; }
	$(LOCK) pyproject.toml -o requirements/core.txt
	$(LOCK) pyproject.toml --group dev -c requirements/core.txt -o requirements/dev.txt
	$(LOCK) --group build -o requirements/build.txt
	$(LOCK) --group ontology -o requirements/ontology.txt

clean:
	rm -rf .venv $(CACHE) dist kg-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
