"""Literals that every match of a pattern holds: a form that is not asked for want of them would not have matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.extract.credit_forms import Form
from rights.extract.credit_triggers import LANGUAGES
from rights.needles import may_match, needles

_FORMS = [form for language in LANGUAGES for form in language.forms]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("republished from", (("republished from",),)),
        (r"re-?published\sfrom", (("published",), ("from",), ("re",))),
        (r"(?:first|originally) (?:posted|ran)", (("first", "originally"), ("posted", "ran"))),
        (r"(?:first )?posted", (("posted",),)),
        (r"posted(?! by)(?=.{2,9} here)", (("posted",), (" here",))),
        (r"publi[sc]hed", (("publi",), ("hed",))),
        (r"(?:via){1,3}\.", (("via",),)),
        (r"colou*rs", (("colo",), ("rs",))),
        (r"(?:one two|two one)", (("one two", "two one"),)),
        (r"first (?:\w+ )?seen|last heard", (("first ", "last heard"),)),
        (r"\d+|x", ()),
        ("", ()),
    ],
)
def test_literals_of_a_pattern(source: str, found: tuple[tuple[str, ...], ...]) -> None:
    assert needles(source) == found


def test_a_text_without_one_of_each_group_is_not_searched() -> None:
    source = r"(?:first|originally) (?:posted|ran)"
    assert may_match(source, "it was first posted there")
    assert not may_match(source, "it was first seen there")
    assert not may_match(source, "it was posted there")


def test_letters_that_change_with_their_case_shut_no_pattern_out() -> None:
    assert needles("yazı HERE", ignore_case=True) == ()
    assert may_match("Sayfa HERE", "sayfa here", ignore_case=True)


@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_no_form_is_shut_out_by_its_own_match(data: st.DataObject) -> None:
    form: Form = data.draw(st.sampled_from(_FORMS))
    text = data.draw(st.from_regex(re.compile(form.core.pattern, re.DOTALL)))
    assert may_match(form.core.pattern, text)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_must_stand_before_shuts_none_out_either(data: st.DataObject) -> None:
    form: Form = data.draw(st.sampled_from([form for form in _FORMS if form.before is not None]))
    assert form.before is not None
    before = data.draw(st.from_regex(re.compile(form.before.pattern, re.IGNORECASE | re.DOTALL)))
    assert may_match(form.before.pattern, before.lower(), ignore_case=True)
