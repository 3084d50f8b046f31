# `make` prints what there is.

.DEFAULT_GOAL := help
.PHONY: help verify test format rooms demo lint
M ?= core

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' $(MAKEFILE_LIST) | expand -t 20

verify: ## everything: format, rules, Error Prone, all tests
	mvn --batch-mode verify

test: ## one module and what it needs, or one class: make test M=tables T=BronzeTableTest
	mvn --batch-mode -Dquick=true test -pl $(M) -am $(if $(T),-Dtest='$(T)' -Dsurefire.failIfNoSpecifiedTests=false)

format: ## formats the Java files and sorts the POMs
	mvn --batch-mode --quiet validate -N -Dformat=write
	mvn --batch-mode --quiet sortpom:sort

rooms: ## the modules, what each imports, and how long it is
	@java build/Rooms.java

demo: ## the whole system on made-up posts
	./lake demo

lint: ## workflows, shell scripts, state machine (needs Node and shellcheck)
	.github/lint/check
