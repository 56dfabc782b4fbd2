# The project's habits, one word each. CI runs these same lines.
.PHONY: demo test test-all check lint types bench clean

# uv from the machine, or our own copy of it: nothing but python3 and make is needed.
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
READY := .venv/.ready

demo: $(READY)
	.venv/bin/tidings demo

test: $(READY)
	.venv/bin/python -m pytest -m "not slow and not browser and not scale" -q -n 2 --dist loadfile

test-all: $(READY)
	.venv/bin/python -m pytest --cov --cov-report=term:skip-covered -q

check: lint types

lint: $(READY)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports

types: $(READY)
	.venv/bin/mypy

bench: $(READY)
	.venv/bin/python -m benchmarks

clean:
	rm -rf .venv .tools

.tools/bin/uv:
	python3 -m venv .tools
	.tools/bin/python -m pip install --quiet "uv>=0.9"

$(READY): pyproject.toml uv.lock | $(filter .tools/bin/uv,$(UV))
	$(UV) sync --frozen
	touch $(READY)
