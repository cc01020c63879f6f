"""The data behind loading: every rule finds its examples and leaves its counter-examples; publishers are sound."""

from __future__ import annotations

import re

import pycountry
import pytest

from memcon.loading.knowledge import Rule, load_documents, load_press

RULES = [(name, rule) for name, rules in load_documents().rules.items() for rule in rules]
NAMES = [f"{name}-{rule.kind or rule.pattern[:30]}" for name, rule in RULES]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=NAMES)
def test_a_rule_finds_its_examples_and_nothing_of_its_counter_examples(name: str, rule: Rule) -> None:
    pattern = re.compile(rule.pattern)
    assert [line for line in rule.finds if not pattern.search(line)] == []
    assert [line for line in rule.leaves if pattern.search(line)] == []
    assert name == "masthead_kinds" or (rule.finds and rule.leaves)


def test_every_country_is_an_alpha_3_code() -> None:
    press = load_press()
    codes = {entry.country for entry in press.entries if entry.country} | set(press.calling_codes.values())
    assert sorted(code for code in codes if pycountry.countries.get(alpha_3=code) is None) == []


def test_no_two_publishers_share_an_address_or_a_byline() -> None:
    entries = load_press().entries
    domains = [domain for entry in entries for domain in entry.domains]
    bylines = [byline.casefold() for entry in entries for byline in entry.bylines]
    assert len(domains) == len(set(domains))
    assert len(bylines) == len(set(bylines))


def test_publishers_of_sixty_states_and_more_are_known() -> None:
    entries = load_press().entries
    assert len({entry.country for entry in entries if entry.country}) >= 60
    assert len(entries) >= 120


def test_the_examples_of_the_publishers_file_hold() -> None:
    press = load_press()
    assert press.names["xinhua"].name == "Xinhua News Agency"
    assert press.domains["mofa.go.jp"].name == "Ministry of Foreign Affairs of Japan"


def test_a_press_that_is_independent_has_no_side() -> None:
    press = load_press()
    assert press.bylines["reuters"].side is None
    assert press.bylines["xinhua"].side == "CHN"
