"""What a tdmrep.json reserves."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.crawl.tdmrep import parse_tdmrep, reservation_for

RULES = [
    {"location": "/gratis/*", "tdm-reservation": 0},
    {"location": "/foto/*.jpg$", "tdm-reservation": 1, "tdm-policy": "https://kabar.test/terms.json"},
    {"location": "/gratis/arsip", "tdm-reservation": 1},
    {"location": "/berita", "tdm-reservation": "1"},
]


@pytest.mark.parametrize(
    ("path", "tdm"),
    [
        ("/berita/1", "1"),
        ("/gratis/1", "0"),
        ("/gratis/arsip", "0"),  # the first rule that matches
        ("/foto/a/b.jpg", "1"),
        ("/foto/b.jpg?x", None),
        ("/lain", None),
    ],
)
def test_the_first_rule_whose_location_matches_counts(path, tdm):
    found = reservation_for(f"https://kabar.test{path}", parse_tdmrep(json.dumps(RULES).encode()))
    assert (found.tdm if found else None) == tdm


def test_the_terms_are_named():
    found = reservation_for("https://kabar.test/foto/1.jpg", parse_tdmrep(json.dumps(RULES).encode()))
    assert found.policy == "https://kabar.test/terms.json"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b"[" * 200_000,
        b'[{"location": "/"}]',
        b'[{"location": 5, "tdm-reservation": 1}]',
        b'[{"location": "", "tdm-reservation": 1}]',
        b'[{"location": "/", "tdm-reservation": 2}]',
        b'[{"location": "/", "tdm-reservation": [1]}]',
        b'["/", 1, null]',
        b"17",
    ],
)
def test_what_is_no_rule_reserves_nothing(body):
    assert parse_tdmrep(body) == ()


def test_no_more_than_a_thousand_rules_are_kept():
    assert len(parse_tdmrep(json.dumps(RULES * 1000).encode())) == 1000


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["location", "tdm-reservation", "tdm-policy"]), inner)
        ),
    )
)
def test_any_json_is_read_without_complaint(value):
    reservation_for("https://kabar.test/a", parse_tdmrep(json.dumps(value).encode()))
