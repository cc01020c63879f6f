"""Who is who among bodies, states, places and initiatives."""

from __future__ import annotations

import pytest

from memcon.model import Profile
from memcon.resolution.bodies import compare_things, is_short, things_apart, thing_keys

from tests.resolution.profiles import body, thing

SAME = [
    (body("State Duma", "RUS"), body("Russian State Duma", "RUS")),
    (body("Ministry of Foreign Affairs", "PER", type_="ministry"),
     body("Foreign Ministry of Peru", "PER", type_="ministry")),
    (body("Organisation for Lake Defence", type_="forum"), body("Organization for Lake Defense", type_="forum")),
    (body("United Nations"), body("UN")),
    (body("League of Lake States", None, "LLS"), body("LLS")),
    (body("League of Lake States", type_="forum"), body("LLS", type_="forum")),
    (body("Peru-Chile Committee on Border Rivers", "CHL+PER", type_="committee"),
     body("Chilean-Peruvian Border Rivers Committee", "CHL+PER", type_="committee")),
    (body("Intergovernmental Commission", "CHL+PER", type_="committee"),
     body("Intergovernmental Commission on Trade", "CHL+PER", type_="committee")),
    (body("Joint Committee on Trade", "CHL+PER", type_="committee"),
     body("Joint Commission on Trade", "CHL+PER", type_="committee")),
    (body("Inter-Parliamentary Commission", "CHL+PER", type_="committee"),
     body("Joint Committee for Parliamentary Cooperation", "CHL+PER", type_="committee")),
    (body("Lake Security Council", type_="mechanism"), body("Lake Security Council", "CHL+PER", type_="mechanism")),
    (thing("place", "Washington, D.C.", "USA"), thing("place", "WASHINGTON", "USA")),
    (thing("place", "Kharkiv region", "UKR"), thing("place", "Kharkov", "UKR")),
    (thing("initiative", "Lake Corridor Programme"), thing("initiative", "Lake Corridor Program")),
    (thing("state", "Türkiye", "TUR"), thing("state", "Türkiye", "TUR")),
]

DIFFERENT = [
    (body("Ministry of Transport", "PER", type_="ministry"), body("Ministry of Transport", "CHL", type_="ministry")),
    (body("Ministry of Trade", "PER", type_="ministry"), body("Ministry of Transport", "PER", type_="ministry")),
    (body("State Duma", "RUS"), body("Federation Council", "RUS")),
    (body("Joint Committee", "CHL+PER", type_="committee"), body("Joint Committee", "CHL+BOL", type_="committee")),
    (body("Joint Committee on Trade", "CHL+PER", type_="committee"),
     body("Joint Committee on Fisheries", "CHL+PER", type_="committee")),
    (body("League of Lake States", type_="forum"), body("LLS", type_="company")),
    (thing("place", "Santiago", "CHL"), thing("place", "Santiago", "DOM")),
    (thing("initiative", "Lake Corridor"), thing("initiative", "Sea Corridor")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_is_known_again(one: Profile, other: Profile) -> None:
    for left, right in ((one, other), (other, one)):
        weighed = compare_things(left, right)
        assert weighed is not None
        assert weighed.score >= 0.5
        assert weighed.reasons
    assert set(thing_keys(one)) & set(thing_keys(other))
    assert not things_apart(one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_things_are_kept_apart(one: Profile, other: Profile) -> None:
    assert compare_things(one, other) is None
    assert compare_things(other, one) is None


def test_bodies_of_two_states_are_never_one() -> None:
    assert things_apart(body("Senate", "PER"), body("Senate", "CHL"))
    assert not things_apart(body("Senate", "PER"), body("Senate"))


def test_a_short_name_may_mean_several_bodies_of_the_same_states() -> None:
    assert is_short(body("Intergovernmental Commission", "CHL+PER"))
    assert not is_short(body("Intergovernmental Commission on Border Rivers", "CHL+PER"))
    assert not is_short(body("Senate", "PER"))
