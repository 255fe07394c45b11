"""Which works a page copies: the right one first, all of them, and none where only a little is shared."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rights.match.copied import Answer, Matcher
from rights.match.growing import add, remove
from rights.match.index import Index
from rights.model import Article, Image, Link, Work
from tests.match.texts import text, words, work, works


@pytest.fixture
def matcher(tmp_path: Path) -> Matcher:
    """A matcher over 60 works."""
    index = Index.create(tmp_path / "index", common=10)
    add(index, works(0, 60, 400))
    return Matcher(index)


def refs(answer: Answer) -> list[str]:
    return [one.work.id for one in answer.copied]


def page(*parts: str) -> str:
    """A page with other text around the parts."""
    return "\n\n".join([text("head", 40), *parts, text("foot", 60)])


def part(number: int, start: int, count: int) -> str:
    return " ".join(text(number, 400).split()[start : start + count])


@pytest.mark.parametrize("count", [400, 200, 80, 25])
def test_the_work_is_first_however_little_of_it_is_there(matcher: Matcher, count: int) -> None:
    answer = matcher.match(page(part(7, 100 if count < 300 else 0, count)))
    assert refs(answer) == ["w7"]
    match = answer.copied[0].match
    assert match.words == count
    assert match.containment == pytest.approx(count / 400, abs=0.005)


def test_fewer_words_than_asked_for_are_no_copy(matcher: Matcher) -> None:
    assert refs(matcher.match(page(part(7, 100, 20)))) == []
    assert refs(Matcher(matcher.index, min_words=15).match(page(part(7, 100, 20)))) == ["w7"]
    assert refs(matcher.match(page(part(7, 0, 12), part(8, 50, 12), part(9, 90, 12)))) == []
    assert matcher.match("") == Answer()


@pytest.mark.parametrize("share", [0.05, 0.2])
def test_edits_do_not_hide_it(matcher: Matcher, share: float) -> None:
    source = random.Random(3)
    kept = [word if source.random() > share else source.choice(words("other", 50)) for word in text(12, 400).split()]
    answer = matcher.match(page(" ".join(kept)))
    assert refs(answer) == ["w12"]
    assert answer.copied[0].match.containment == pytest.approx(1 - share, abs=0.04)


def test_paragraphs_in_another_order_and_two_sources(matcher: Matcher) -> None:
    paragraphs = text(20, 400).split("\n\n")
    random.Random(1).shuffle(paragraphs)
    answer = matcher.match(page(part(30, 0, 200), *paragraphs, part(31, 100, 60)))
    assert refs(answer) == ["w20", "w30", "w31"]
    assert answer.copied[0].match.words == 400


def test_versions_of_one_work_are_named_together_and_do_not_crowd_out_another(matcher: Matcher) -> None:
    story = text("story", 300)
    versions = [work(n, 400, text=f"{story}\n\n{text(n, 20)}") for n in range(100, 109)]
    add(matcher.index, versions)
    answer = Matcher(matcher.index, limit=6).match(page(story, part(5, 0, 60)))
    assert "w5" in refs(answer)
    first = answer.copied[0]
    assert first.work.id in {one.id for one in versions}
    assert set(first.near) == set(refs(answer)) - {"w5", first.work.id}
    article = Article(text=page(story, part(5, 0, 60)))
    assert [one.id for one, _ in matcher.copied_by(article)] == [refs(matcher.match(article.text))[0], "w5"]


@pytest.mark.parametrize(
    "says",
    [
        {"links": (Link(href="https://paper.example/104"),)},
        {"title": "Title 104"},
        {"visible_text": "By Vera Lind. First in The Paper."},
    ],
)
def test_of_several_versions_the_one_is_judged_that_the_page_names(matcher: Matcher, says: dict[str, Any]) -> None:
    story = text("story", 300)
    add(
        matcher.index,
        [
            replace(work(n, text=f"{story}\n\n{text(n, 10)}"), authors=("Vera Lind" if n == 104 else "Max Orme",))
            for n in range(100, 109)
        ],
    )
    ((found, match),) = matcher.copied_by(Article(text=page(story), **says))
    assert found.id == "w104"
    assert match.words == 300


def test_what_many_works_share_is_boilerplate_and_accuses_nobody(matcher: Matcher) -> None:
    notice = text("notice", 40)
    add(matcher.index, [work(n, 400, text=f"{text(n, 400)}\n\n{notice}") for n in range(200, 230)])
    answer = matcher.match(page(notice))
    assert refs(answer) == []
    assert [(one.works, notice in one.text or one.text in notice) for one in answer.boilerplate] == [(30, True)]
    answer = matcher.match(page(text(210, 400), notice))
    assert refs(answer) == ["w210"]
    assert 30 <= answer.copied[0].match.boilerplate_words <= 40


@pytest.mark.parametrize(
    "row",
    [
        "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
        "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
        "Mon Tue Wed Thu Fri Sat Sun " + " ".join(map(str, range(1, 32))),
        " ".join(map(str, range(1, 60))),
        "1:0 0:2 1:1 3:0 2:2 0:0 4:1 1:2 0:1 2:0 3:3 1:0 0:2 5:1",
        "Read more. " * 20,
    ],
)
def test_rows_of_letters_numbers_and_one_phrase_are_no_copy(matcher: Matcher, row: str) -> None:
    add(matcher.index, [work(300, text=f"{text(300, 200)}\n\n{row}\n\n{text(301, 200)}")])
    assert refs(matcher.match(page(row))) == []
    assert refs(matcher.match(page(part(7, 50, 25), row))) == ["w7"]


@pytest.mark.parametrize("works", [3, 8])
def test_what_a_few_different_works_share_names_none_of_them(tmp_path: Path, works: int) -> None:
    """A small archive, each work of which ends with one notice or line about its author: no work is named by that alone."""
    notice = text("notice", 45)
    index = Index.create(tmp_path / "small")
    add(index, [work(n, 400, text=f"{text(n, 400)}\n\n{notice}") for n in range(works)])
    add(index, [work(100, 400)])
    matcher = Matcher(index)
    answer = matcher.match(page(notice))
    assert refs(answer) == []
    assert [(one.works, notice in one.text) for one in answer.boilerplate] == [(works, True)]
    assert refs(matcher.match(page(text(1, 400), notice))) == ["w1"]
    assert refs(matcher.match(page(" ".join(text(1, 400).split()[200:230]), notice))) == ["w1"]


def test_versions_of_one_text_do_not_make_it_boilerplate(matcher: Matcher) -> None:
    """Nor does a work that quotes it."""
    versions = [work(300 + n, text=f"{text(900, 300)} {text(f'version {n}', 60)}") for n in range(6)]
    quoting = work(400, text=f"{text('quoting', 300)} {' '.join(text(900, 300).split()[30:110])}")
    add(matcher.index, [*versions, quoting])
    excerpt = " ".join(text(900, 300).split()[40:90])
    assert set(refs(matcher.match(page(excerpt)))) >= {f"w{300 + n}" for n in range(6)}


@pytest.mark.parametrize("sign", [" | ", " – ", "/"])
def test_signs_between_the_words_of_boilerplate_are_boilerplate(matcher: Matcher, sign: str) -> None:
    """As in the row of links at a page's foot: with its signs it counts more words than a copy needs."""
    row = sign.join(words("row", 24))
    add(matcher.index, [work(n, 400, text=f"{text(n, 400)}\n\n{row}") for n in range(200, 230)])
    assert refs(matcher.match(page(row))) == []
    answer = matcher.match(page(text(210, 400), row))
    assert refs(answer) == ["w210"]
    match = answer.copied[0].match
    assert match.words - match.boilerplate_words == pytest.approx(400, abs=3)


def test_all_figures_count_words_as_korean_writes_them(matcher: Matcher) -> None:
    """Compared by the letter, told by the word: a work's own words are no more than it has."""
    signs = random.Random("hangul")
    letters = ["".join(chr(signs.randrange(0xAC00, 0xD7A3)) for _ in range(signs.randint(1, 4))) for _ in range(260)]
    first, second, notice = " ".join(letters[:120]), " ".join(letters[120:220]), " ".join(letters[220:])
    add(matcher.index, [Work(id="one", text=f"{first} {notice}"), Work(id="two", text=f"{second} {notice}")])
    add(matcher.index, [work(n, 400, text=f"{text(n, 400)}\n\n{notice}") for n in range(200, 230)])
    answer = matcher.match(page(first, second, notice))
    figures = {one.work.id: (one.match.words, one.own, one.match.boilerplate_words) for one in answer.copied[:2]}
    assert figures["one"] == (160, 160, pytest.approx(40, abs=5))
    assert figures["two"] == (140, 100, pytest.approx(40, abs=5))
    assert refs(matcher.match(page(notice))) == []


def test_what_is_removed_or_added_meanwhile_counts_at_once(matcher: Matcher) -> None:
    copy = page(part(7, 0, 200))
    assert refs(matcher.match(copy)) == ["w7"]
    remove(matcher.index, ["w7"])
    assert refs(matcher.match(copy)) == []
    with Index(matcher.index.folder) as writer:
        add(writer, [Work(id="again", text=text(7, 400))])
    assert refs(matcher.match(copy)) == ["again"]


def test_the_check_gets_whole_matches(matcher: Matcher) -> None:
    copy = Article(url="https://copy.example/a", text=page(part(7, 0, 200), "An added sentence.", part(7, 200, 200)))
    ((found, match),) = matcher.copied_by(copy)
    assert found.id == "w7"
    assert match.containment == pytest.approx(1.0, abs=0.01)
    assert match.changes
    assert matcher.by_url("https://paper.example/7") == work(7, 400)
    assert matcher.by_url("https://paper.example/none") is None


def test_a_text_that_very_many_carry_is_found_all_the_same(matcher: Matcher) -> None:
    agency = text("agency", 300)
    add(matcher.index, [work(n, 400, text=agency) for n in range(300, 330)])
    answer = matcher.match(page(agency))
    assert len(answer.copied) == 10
    assert {one.match.containment for one in answer.copied} == {1.0}
    assert set(refs(answer)) <= {f"w{n}" for n in range(300, 330)}
    assert answer.boilerplate[0].works == 30
    assert len(matcher.copied_by(Article(text=page(agency)))) == 1
    assert len(matcher.match(page(" ".join(agency.split()[:90]))).copied) == 10
    short = " ".join(agency.split()[100:125])
    quoted = matcher.match(page(short))
    assert refs(quoted) == []
    assert [short in one.text for one in quoted.boilerplate] == [True]


def test_a_long_notice_that_differing_works_carry_is_boilerplate_however_long(matcher: Matcher) -> None:
    notice = text("notice", 90)
    add(matcher.index, [work(n, 400, text=f"{text(n, 300)}\n\n{notice}") for n in range(500, 530)])
    answer = matcher.match(page(notice))
    assert refs(answer) == []
    assert [notice in one.text for one in answer.boilerplate] == [True]


def test_one_passage_outranks_a_few_words_and_a_teaser(matcher: Matcher) -> None:
    both = f"{part(5, 100, 14)} {text('else', 300)} {part(7, 50, 16)}"
    add(matcher.index, [work(600, text=both)])
    answer = matcher.match(page(part(7, 50, 27), text("between", 80), part(5, 100, 14)))
    assert refs(answer)[0] == "w7"


def test_who_only_quotes_the_work_is_not_accused_of_by_its_copies(matcher: Matcher) -> None:
    quoting = f"{text('review', 300)} {part(7, 100, 60)} {text('more', 100)}"
    add(matcher.index, [work(400, text=quoting)])
    answer = matcher.match(page(text(7, 400)))
    assert refs(answer) == ["w7", "w400"]
    assert answer.copied[1].own == 0
    assert [one.id for one, _ in matcher.copied_by(Article(text=page(text(7, 400))))] == ["w7"]


def test_a_page_that_shows_the_article_as_a_picture_copies_it(matcher: Matcher) -> None:
    shown = Article(text=text("caption", 30), images=(Image(src="scan.png", alt=part(9, 0, 200)),))
    assert refs(matcher.match_article(shown)) == ["w9"]
    assert [one.id for one, _ in matcher.copied_by(shown)] == ["w9"]


@pytest.mark.parametrize(
    ("alphabet", "phrase", "quote"),
    [
        ("กขคงจฉชซญดตถทธนบปผฝพ", 50, 100),
        ("ကခဂဃငစဆဇညဋဌဍဎဏတထဒဓနပ", 50, 100),
        ("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ", 40, 60),
        ("".join(map(chr, range(0x4E00, 0x5200))), 40, 60),
    ],
    ids=["thai", "burmese", "kana", "han"],
)
def test_letters_of_scripts_without_spaces_are_no_words(
    matcher: Matcher, alphabet: str, phrase: int, quote: int
) -> None:
    rng = random.Random(4)
    ours, theirs = ("".join(rng.choices(alphabet, k=300)) for _ in range(2))
    add(matcher.index, [Work(id="unspaced", text=ours)])
    for count, found in ((phrase, []), (quote, ["unspaced"])):
        assert refs(matcher.match(theirs[:100] + ours[100 : 100 + count] + theirs[100:])) == found, (
            "a stock phrase is no copy"
        )


@pytest.mark.parametrize(
    ("work", "page"),
    [
        (
            "国立研究開発法人新エネルギー・産業技術総合開発機構（NEDO）は十二日、洋上風力発電の実証試験を秋田県沖で始めると発表した。試験には地元の"
            "漁業協同組合も参加し、三年かけて魚の群れへの影響を調べる。新型コロナウイルスの感染拡大を防ぐため、説明会はオンラインで開かれる。",
            "名古屋市の中小企業が開発した搬送ロボットが、来春から市内の病院で使われることになった。開発費の一部は国立研究開発法人新エネルギー・産業技術"
            "総合開発機構（NEDO）の助成でまかなった。同社では新型コロナウイルスの感染拡大を防ぐため、社員の半数が自宅で働いている。",
        ),
        (
            "中国共产党中央委员会总书记、国家主席、中央军委主席习近平十日在北京会见了来访的外国客人。双方就农业合作交换了意见，同意扩大水果贸易。会见后，"
            "客人参观了一座位于郊区的温室，了解了节水灌溉的办法。",
            "昨天上午，一所新建的乡村小学举行了开学典礼。校长在讲话中引用了中国共产党中央委员会总书记、国家主席、中央军委主席习近平关于教育的一段话，鼓励"
            "孩子们多读书。学校的操场由村民自愿修建。",
        ),
        (
            "คณะกรรมการกิจการกระจายเสียง กิจการโทรทัศน์ และกิจการโทรคมนาคมแห่งชาติ (กสทช.) เปิดเผยว่า จะเปิดประมูลคลื่นความถี่ใหม่ในปีหน้า",
            "ตัวแทนชาวบ้านได้ยื่นหนังสือต่อคณะกรรมการกิจการกระจายเสียง กิจการโทรทัศน์ และกิจการโทรคมนาคมแห่งชาติ (กสทช.) เมื่อวานนี้",
        ),
    ],
    ids=["japanese", "chinese", "thai"],
)
def test_reports_that_name_one_office_by_its_full_name_are_no_copies(matcher: Matcher, work: str, page: str) -> None:
    add(matcher.index, [Work(id="work", text=work)])
    assert refs(matcher.match(page)) == []
    assert refs(matcher.match(f"{page}\n\n{work}")) == ["work"]
