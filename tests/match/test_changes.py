"""What kind of change each difference is, through `compare`."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.match.compare import compare
from rights.model import Article, Block, BlockKind, Change, ChangeKind, Credit, CreditKind, Image, Link, Work

BEFORE = "The committee met behind closed doors and kept no minutes of what its members had to say about the plan."
AFTER = (
    "Several residents who had waited outside for hours left without an answer to any of the questions they had put."
)


def found(work: str, copy: str, language: str | None = "en", **copy_fields: object) -> tuple[Change, ...]:
    """The changes between two paragraphs between others that stayed."""
    return compare(
        Work(id="w", text=f"{BEFORE}\n\n{work}\n\n{AFTER}", language=language),
        Article(text=f"{BEFORE}\n\n{copy}\n\n{AFTER}", language=language, **copy_fields),  # type: ignore[arg-type]
    ).changes


def kinds(work: str, copy: str, language: str | None = "en") -> list[str]:
    return [change.kind.value for change in found(work, copy, language)]


def test_the_same_text_has_no_changes() -> None:
    assert kinds("The bridge opened to great applause.", "The bridge opened to great applause.") == []


@pytest.mark.parametrize(
    ("work", "copy"),
    [
        ("The colour of the harbour was grey.", "The color of the harbor was gray."),
        ("They organised a meeting to analyse it.", "They organized a meeting to analyze it."),
        ("He travelled to the theatre in the centre.", "He traveled to the theater in the center."),
        ("It cost the town 5 boats and 12 nets.", "It cost the town five boats and twelve nets."),
        ("About 40 percent of them said no.", "About 40% of them said no."),
        ("About 40 per cent of them said no.", "About 40 percent of them said no."),
        ("The loss was $1.5 million in all.", "The loss was 1.5 million dollars in all."),
        ("It drew 12,000 people to the quay.", "It drew 12000 people to the quay."),
        ("The U.S. sent two ships at once.", "The US sent two ships at once."),
        ("The United States sent two ships at once.", "The U.S. sent two ships at once."),
        ("Dr. Reed said they don't know yet.", "Doctor Reed said they do not know yet."),
        ("He sent an e-mail on health care.", "He sent an email on healthcare."),
        ("The mayor Ann Reed said so at once.", "The Mayor, Ann Reed, said so at once."),
        ("In the end Reed said that it was over.", "In the end Mr. Reed said that it was over."),
        ("Police recieved the letter from the clerk.", "Police received the letter from the clerk."),
        ("A third of the café was lost.", "A third of the cafe was lost."),
        ("It was the first time in the twenty-five years.", "It was the 1st time in the 25 years."),
        ("It is 5km from the old mill.", "It is 5 kilometres from the old mill."),
    ],
)
def test_spelling_numerals_abbreviations_and_marks_are_style(work: str, copy: str) -> None:
    assert set(kinds(work, copy)) == {"style"}
    assert set(kinds(copy, work)) == {"style"}


@pytest.mark.parametrize(
    ("work", "copy", "language"),
    [
        ("The vote was held yesterday in the hall.", "The vote was held Monday in the hall.", "en"),
        ("The vote was held yesterday in the hall.", "The vote was held on Monday in the hall.", "en"),
        ("The vote was held on June 3 in the hall.", "The vote was held last week in the hall.", "en"),
        ("The vote was held last month in the hall.", "The vote was held in May in the hall.", "en"),
        ("The vote will be held tomorrow in the hall.", "The vote will be held on Friday, June 7, in the hall.", "en"),
        ("She said this week that it was over.", "She said earlier this month that it was over.", "en"),
        ("She said that it was over.", "She said Tuesday that it was over.", "en"),
        ("The doors open at 5 p.m. today for all.", "The doors open at 17:00 on Thursday for all.", "en"),
        ("It was lost two weeks ago at sea.", "It was lost three weeks ago at sea.", "en"),
        ("The storm came in last year.", "The storm came in 2023.", "en"),
        ("Der Rat hat gestern darüber entschieden.", "Der Rat hat am Montag darüber entschieden.", "de"),
        ("Le conseil a voté hier sur ce projet.", "Le conseil a voté lundi 3 juin sur ce projet.", "fr"),
        ("El consejo votó ayer sobre el plan.", "El consejo votó el lunes sobre el plan.", "es"),
        ("Il consiglio ha votato ieri sul piano.", "Il consiglio ha votato lunedì sul piano.", "it"),
        ("O conselho votou ontem sobre o plano.", "O conselho votou na segunda-feira sobre o plano.", "pt"),
        ("De raad stemde gisteren over het plan.", "De raad stemde maandag over het plan.", "nl"),
        ("Rådet röstade igår om planen.", "Rådet röstade i måndags om planen.", "sv"),
        ("Rådet stemte i går om planen.", "Rådet stemte mandag om planen.", "nb"),
        ("Rådet stemte i går om planen.", "Rådet stemte mandag om planen.", "da"),
        (
            "Valtuusto äänesti eilen uudesta suunnitelmasta.",
            "Valtuusto äänesti maanantaina uudesta suunnitelmasta.",
            "fi",
        ),
        ("Rada głosowała wczoraj nad tym planem.", "Rada głosowała w poniedziałek nad tym planem.", "pl"),
        ("Совет голосовал вчера по этому плану.", "Совет голосовал в понедельник по этому плану.", "ru"),
        ("Рада голосувала вчора за цей план.", "Рада голосувала в понеділок за цей план.", "uk"),
        ("Rada hlasovala včera o tomto plánu.", "Rada hlasovala v pondělí o tomto plánu.", "cs"),
        ("Meclis planı dün oyladı ve kabul etti.", "Meclis planı pazartesi oyladı ve kabul etti.", "tr"),
        ("시의회는 어제 새 다리를 건설하기로 결정했다.", "시의회는 월요일 새 다리를 건설하기로 결정했다.", "ko"),
        ("صوت مجلس المدينة أمس على بناء جسر جديد.", "صوت مجلس المدينة يوم الاثنين على بناء جسر جديد.", "ar"),
        ("Το συμβούλιο ψήφισε χθες για τη γέφυρα.", "Το συμβούλιο ψήφισε τη Δευτέρα για τη γέφυρα.", "el"),
        ("Consiliul a votat ieri noul pod.", "Consiliul a votat luni noul pod.", "ro"),
        ("市議会は昨日新しい橋の建設を決定した。", "市議会は月曜日新しい橋の建設を決定した。", "ja"),
        ("市议会昨天就该计划进行了投票表决。", "市议会星期一就该计划进行了投票表决。", "zh"),
    ],
)
def test_words_that_say_when_are_time(work: str, copy: str, language: str) -> None:
    assert set(kinds(work, copy, language)) == {"time"}
    assert set(kinds(copy, work, language)) == {"time"}


def test_another_languages_time_words_are_none_where_the_language_is_not_declared() -> None:
    assert kinds("It was once the largest mill of the region.", "It was the largest mill of the region.", None) == [
        "substantive"
    ]
    assert kinds("The vote was held yesterday in the hall.", "The vote was held Monday in the hall.", None) == ["time"]


@pytest.mark.parametrize(
    ("work", "copy"),
    [
        ("The mill in Springfield burned down.", "The mill in Springfield, Ohio, burned down."),
        ("The mill burned down at night, he said.", "The mill in Springfield, Ohio, burned down at night, he said."),
        ("He said the mill here burned down.", "He said the mill in Springfield burned down."),
        ("Laws of the state forbid such fires.", "Laws of Ohio forbid such fires."),
        ("The mill in Lyon burned down.", "The mill in the eastern city of Lyon, France, burned down."),
        ("The mayor of Halle said so.", "The mayor of Halle, Germany, said so."),
    ],
)
def test_words_that_say_more_exactly_where_are_place(work: str, copy: str) -> None:
    assert set(kinds(work, copy)) == {"place"}


def test_time_and_place_changed_in_one_breath() -> None:
    assert set(
        kinds(
            "The mill burned down here yesterday, police said.",
            "The mill burned down in Springfield, Ohio, on Monday, police said.",
        )
    ) <= {"time", "place"}


@pytest.mark.parametrize(
    ("work", "copy"),
    [
        ("The mayor said the plan was sound.", "The mayor said the plan was not sound."),
        ("The mayor said the plan was sound.", "The mayor claimed the plan was sound."),
        ("It cost the town $1.5 million.", "It cost the town $1.7 million."),
        ("It cost the town $1.5 million.", "It cost the town $15 million."),
        ("It cost the town $5 million.", "It cost the town €5 million."),
        ("It fell to -5 degrees at night.", "It fell to 5 degrees at night."),
        ("About 40 percent of them said no.", "About 40 of them said no."),
        ("The fire killed three people.", "The fire killed thirty people."),
        ("The mill in Ohio burned down.", "The mill in Iowa burned down."),
        ("He was jailed for two years for it.", "He was jailed for ten years for it."),
        ("The mayor may resign over it.", "The mayor must resign over it."),
        ("The clerk is legally bound to answer.", "The clerk is illegally bound to answer."),
        ("They now agree with the owner.", "They not agree with the owner."),
        ("The million went to the school.", "The billion went to the school."),
        ("The filled form went to the clerk.", "The filed form went to the clerk."),
        ("The council reportedly refused.", "The council refused."),
        ("Der Rat war dafür.", "Der Rat war dagegen."),
    ],
)
def test_changed_words_are_substantive(work: str, copy: str) -> None:
    assert kinds(work, copy) == ["substantive"]


def test_a_change_has_the_words_and_word_offsets_of_both_sides() -> None:
    (change,) = found("The mayor said the plan was sound.", "The mayor claimed the plan was sound.")
    at = len(BEFORE.split()) + 2
    assert (change.work, change.copy) == ("said", "claimed")
    assert (change.work_span, change.copy_span) == ((at, at + 1), (at, at + 1))
    assert change.firm


ONE = "The ferry to the island had been out of service since the storm damaged its engine."
TWO = "Its owner promised to repair it before the season begins, but nobody believed him."
THREE = "The island's only shop has begun to ration bread and milk among its customers."


def test_a_missing_sentence_is_a_cut() -> None:
    (change,) = found(f"{ONE} {TWO} {THREE}", f"{ONE} {THREE}")
    assert (change.kind, change.work, change.copy, change.firm) == (ChangeKind.CUT, TWO, "", True)


def test_a_new_sentence_is_an_addition() -> None:
    (change,) = found(f"{ONE} {THREE}", f"{ONE} {TWO} {THREE}")
    assert (change.kind, change.work, change.copy, change.firm) == (ChangeKind.ADDITION, "", TWO, True)


def test_another_paragraph_order_is_moved_and_nothing_else() -> None:
    work = "\n\n".join([ONE, TWO, THREE])
    changes = found(work, "\n\n".join([THREE, ONE, TWO]))
    assert [change.kind for change in changes] == [ChangeKind.MOVED]
    assert changes[0].work == THREE


def test_a_sentence_written_anew_is_substantive() -> None:
    changes = found(
        f"{ONE} {TWO} {THREE}",
        f"{ONE} The man who owns it has promised that it will be repaired by then, though he was not believed. {THREE}",
    )
    assert {change.kind for change in changes} == {ChangeKind.SUBSTANTIVE}


def test_a_cut_at_the_end_is_firm_and_text_around_the_copy_is_not() -> None:
    match = compare(
        Work(id="w", text=f"{BEFORE}\n\n{ONE} {TWO}\n\n{THREE}"),
        Article(
            text=f"From our partners in the north, a story of the sea.\n\n{BEFORE}\n\n{ONE} {TWO}\n\nWe bring you news of the coast each day, free of charge."
        ),
    )
    assert [(change.kind.value, change.firm) for change in match.changes] == [
        ("addition", False),
        ("cut", True),
        ("addition", False),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Share this story",
        "Advertisement",
        "Read more: The boats that never came back",
        "Photo: Ann Reed/Getty",
        "Sign up for our newsletter and never miss a story.",
        "Related: Ferry owners under fire",
    ],
)
def test_lines_of_the_page_are_never_firm(line: str) -> None:
    for change in [
        *found(f"{ONE}\n\n{THREE}", f"{ONE}\n\n{line}\n\n{THREE}"),
        *found(f"{ONE}\n\n{line}\n\n{THREE}", f"{ONE}\n\n{THREE}"),
    ]:
        assert change.kind in (ChangeKind.CUT, ChangeKind.ADDITION)
        assert not change.firm


def test_buttons_and_bylines_are_no_change_at_all() -> None:
    for line in ("Share this story", "Advertisement", "By Ann Reed", "Read more: The boats that never came back"):
        assert found(f"{ONE}\n\n{THREE}", f"{ONE}\n\n{line}\n\n{THREE}") == ()


@pytest.mark.parametrize("end", [" — Mara Lindqvist", " (Mara Lindqvist, Herald)", ""])
def test_a_pull_quote_may_name_its_author_or_be_cut_within_a_word(end: str) -> None:
    words = AFTER.split()
    quote = " ".join(words[1:14]) + (end or f" {words[14][:-1]}")
    assert found(f"{ONE}\n\n{THREE}", f"{ONE}\n\n{quote}\n\n{THREE}") == ()


def test_a_pull_quote_adds_nothing() -> None:
    quote = f"“{' '.join(AFTER.split()[1:14])}”"
    assert found(f"{ONE}\n\n{THREE}", f"{ONE}\n\n{quote}\n\n{THREE}") == ()
    (change,) = found(f"{ONE}\n\n{THREE}", f"{ONE}\n\n{quote} No doubt.\n\n{THREE}")
    assert change.kind is ChangeKind.ADDITION


@pytest.mark.parametrize("first", ["The", "A", "The ferry"])
def test_a_caption_that_begins_as_the_next_line_does_is_a_line_of_its_own(first: str) -> None:
    caption = f"{first} harbour at dawn. (Photo by Ann Lee/Agency)"
    following = f"{first} boat is to be repaired before the season begins, as its owner has promised them."
    (change,) = found(f"{ONE}\n\n{following}", f"{ONE}\n\n{caption}\n\n{following}")
    assert (change.kind, change.copy, change.firm) == (ChangeKind.ADDITION, caption, False)


def test_a_sentence_put_in_before_one_that_begins_alike_is_shown_whole() -> None:
    new = "The island has no other ship that could take its place, the mayor said on the phone."
    (change,) = found(f"{ONE} {THREE}", f"{ONE} {new} {THREE}")
    assert (change.kind, change.copy) == (ChangeKind.ADDITION, new)
    (change,) = found(f"{ONE} {new} {THREE}", f"{ONE} {THREE}")
    assert (change.kind, change.work) == (ChangeKind.CUT, new)


def test_what_the_page_says_elsewhere_is_no_addition() -> None:
    fields = {
        "title": "Ferry out of service for weeks",
        "authors": ("Ann Reed",),
        "credits": (Credit(kind=CreditKind.ORIGINAL_PUBLICATION, text="This story first ran in the Island Post."),),
        "images": (Image(src="a.jpg", caption="The ferry at its berth on a calm day in May."),),
        "notes": (Block(text="Ann Reed writes on transport for the Post."),),
        "blocks": (Block(text="The engine room after the storm had passed.", kind=BlockKind.CAPTION),),
    }
    for line in (
        "Ferry out of service for weeks",
        "By Ann Reed",
        "This story first ran in the Island Post.",
        "The ferry at its berth on a calm day in May.",
        "Ann Reed writes on transport for the Post.",
        "The engine room after the storm had passed.",
    ):
        changes = found(f"{ONE}\n\n{THREE}", f"{ONE}\n\n{line}\n\n{THREE}", **fields)
        assert not [change for change in changes if change.firm], line


def test_typographic_marks_are_one_change_that_is_not_firm() -> None:
    changes = found('He said "no" and "never" – twice, it\'s true.', "He said “no” and “never” — twice, it’s true.")
    assert [(change.kind.value, change.firm) for change in changes] == [("style", False)]


def test_a_dateline_is_place_and_not_firm() -> None:
    match = compare(Work(id="w", text=f"SPRINGFIELD, Ohio (AP) — {BEFORE} {ONE}"), Article(text=f"{BEFORE} {ONE}"))
    assert [(change.kind.value, change.firm) for change in match.changes] == [("place", False)]


# --- headline ---------------------------------------------------------------------------------------------------


def headline(work: str, copy: str, **fields: object) -> Change | None:
    match = compare(
        Work(id="w", title=work, text=f"{BEFORE} {ONE}"), Article(title=copy, text=f"{BEFORE} {ONE}", **fields)
    )  # type: ignore[arg-type]
    assert len(match.changes) <= 1
    return match.changes[0] if match.changes else None


@pytest.mark.parametrize(
    "copy",
    [
        "Ferry owner says boat won’t sail before spring",
        "FERRY OWNER SAYS BOAT WON'T SAIL BEFORE SPRING",
        "Ferry owner says boat won't sail before spring - The Coast Herald",
        "Ferry owner says boat won't sail before spring | News | Coast",
        "Coast Herald: Ferry owner says boat won't sail before spring",
        "Ferry owner says boat won't sail…",
    ],
)
def test_a_headline_is_kept_whatever_stands_around_it(copy: str) -> None:
    assert headline("Ferry owner says boat won't sail before spring", copy) is None


def test_another_headline_is_a_change() -> None:
    change = headline(
        "Ferry owner says boat won't sail before spring", "Islanders face a winter without bread | Coast Herald"
    )
    assert change
    assert (change.kind, change.firm) == (ChangeKind.HEADLINE, True)


def test_a_headline_that_stands_on_the_copy_elsewhere_is_kept() -> None:
    assert (
        headline(
            "Ferry owner says boat won't sail before spring",
            "No boat till spring",
            visible_text="Home Ferry owner says boat won't sail before spring By Ann",
        )
        is None
    )


# --- links ------------------------------------------------------------------------------------------------------


def linked(*links: tuple[str, str], text: str = f"{BEFORE} {ONE}", **fields: object) -> Article:
    return Article(
        url="https://copy.example/a",
        text=text,
        blocks=(Block(text=text),),
        links=tuple(Link(href=href, text=anchor, paragraph=0) for href, anchor in links),
        **fields,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        ([("https://shop.example/boat?utm_source=x", "damaged its engine")], []),
        ([("https://r.example/go?to=https%3A%2F%2Fshop.example%2Fboat", "damaged its engine")], []),
        ([], [("https://shop.example/boat", "")]),
        (
            [("https://other.example/boat", "damaged its engine")],
            [("https://shop.example/boat", "https://other.example/boat")],
        ),
        ([("#", "damaged its engine")], [("https://shop.example/boat", "#")]),
        (
            [("https://shop.example/boat", "damaged its engine"), ("https://copy.example/tag/ferry", "ferry")],
            [("", "https://copy.example/tag/ferry")],
        ),
    ],
)
def test_links_are_followed_from_the_work_to_the_copy(
    theirs: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    original = linked(("https://shop.example/boat", "damaged its engine"))
    match = compare(Work(id="w", text=original.text, article=original), linked(*theirs))
    assert [(change.work, change.copy) for change in match.changes] == expected
    assert {change.kind for change in match.changes} <= {ChangeKind.LINK}


# --- quotations -------------------------------------------------------------------------------------------------

LONG = (
    " ".join([BEFORE, ONE, TWO, THREE, AFTER])
    + " "
    + " ".join(f"Sentence{n} tells of ferry{n} and harbour{n} in words{n} nobody else has{n}." for n in range(20))
)
ABOUT = " ".join(f"Our own view{n} of this matter{n} differs from theirs{n} in most respects{n}." for n in range(15))


@pytest.mark.parametrize("quote", [f"“{ONE} {TWO}”", f'"{ONE} {TWO}"', f"«{ONE} {TWO}»", f"„{ONE} {TWO}“"])
def test_a_short_quotation_in_marks_is_quoted(quote: str) -> None:
    match = compare(Work(id="w", text=LONG), Article(text=f"{ABOUT} As the Post wrote: {quote} {ABOUT[:200]}"))
    assert match.words >= 25
    assert match.quoted


def test_a_blockquote_is_quoted_and_the_same_words_outside_one_are_not() -> None:
    paragraphs = [Block(text=ABOUT), Block(text=f"{ONE} {TWO}", kind=BlockKind.QUOTE), Block(text=ABOUT[:200])]
    text = "\n\n".join(block.text for block in paragraphs)
    assert compare(Work(id="w", text=LONG), Article(text=text, blocks=tuple(paragraphs))).quoted
    assert not compare(Work(id="w", text=LONG), Article(text=text)).quoted


def test_a_whole_copy_in_quotation_marks_is_not_a_quotation() -> None:
    assert not compare(Work(id="w", text=LONG), Article(text=f"“{LONG}”")).quoted


# --- whatever comes ---------------------------------------------------------------------------------------------

PIECES = ["The mayor", "said", "yesterday", "on Monday", "in Ohio,", "5", "five", "%", "$5", "“", "”", "\n\n", "(AP) —", "LONDON", "not", "colour", "color", "By Ann", "—", "Ünder"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.lists(st.sampled_from(PIECES), max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_two_texts_can_be_compared_and_spans_name_the_words_shown(work: list[str], copy: list[str]) -> None:
    ours, theirs = f"{BEFORE} {' '.join(work)} {AFTER}", f"{BEFORE} {' '.join(copy)} {AFTER}"
    match = compare(Work(id="w", text=ours), Article(text=theirs))
    for change in match.changes:
        assert change.work.split() == ours.split()[slice(*change.work_span)]
        assert change.copy.split() == theirs.split()[slice(*change.copy_span)]
    if ours.split() == theirs.split():
        assert match.changes == ()


def test_a_long_text_in_another_order_is_told_in_bounded_time() -> None:
    work = [f"word{at % 997}x{at}" for at in range(20_000)]
    copy = [word for at in range(0, 20_000, 20) for word in work[(at * 7) % 20_000 :][:20]]
    match = compare(Work(id="w", text=" ".join(work)), Article(text=" ".join(copy)))
    assert match.containment > 0.1


def test_lines_wrapped_at_a_width_are_no_paragraphs() -> None:
    work = f"{BEFORE} {ONE} {TWO} {THREE} {AFTER}"
    copy = work.replace("had been out of service", "was lying idle").replace("before the season begins", "next month")
    lines = textwrap.wrap(copy, 72)
    for wrapped in (
        "\n".join(lines),
        "\n".join([*lines, "", "Another paragraph ends the page and says nothing of boats."]),
    ):
        changes = compare(Work(id="w", text=work), Article(text=wrapped)).changes
        assert [(change.kind.value, change.work) for change in changes if change.firm] == [
            ("substantive", "had been out of service"),
            ("substantive", "before the season begins,"),
        ]


def test_a_line_of_the_page_after_an_excerpt_replaces_nothing() -> None:
    inside = "The council has adopted the plan with one amendment."
    work = Work(id="w", text=f"{BEFORE}\n\n{AFTER}\n\n{inside}", language="en")
    copy = Article(
        text=f"{BEFORE}\n\n{AFTER}\n\nWe are volunteers. This site of the village carries no notices.", language="en"
    )
    assert not [
        change
        for change in compare(work, copy).changes
        if change.kind in (ChangeKind.SUBSTANTIVE, ChangeKind.ADDITION) and change.firm
    ]
