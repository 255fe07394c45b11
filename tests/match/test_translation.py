"""Translations, by what survives them."""

from __future__ import annotations

from rights.match.compare import compare
from rights.match.translation import likeness, signature
from rights.model import Article, Image, Link, Work

ENGLISH = """The ferry between Rostock and Gedser stopped on 14 March after a fire that cost 12,450,000 euros, its owner Scandlines said.

Some 318 people were on board, among them the mayor of Nykøbing, John Brædder, and two engineers of the yard in Stralsund.

"We saw smoke at 17:45," Mette Lorentzen, who works in the kitchen, told reporters in Gedser.

The ship was built in 1995 by Aalborg Werft and rebuilt in 2016 at the Fayard yard near Odense for 38.5 million euros."""
GERMAN = """Die Fähre zwischen Rostock und Gedser liegt seit dem 14. März nach einem Feuer still, das laut der Reederei Scandlines 12.450.000 Euro gekostet hat.

An Bord waren 318 Menschen, darunter der Bürgermeister von Nykøbing, John Brædder, sowie zwei Ingenieure der Werft in Stralsund.

„Um 17:45 Uhr sahen wir Rauch“, sagte die in der Küche beschäftigte Mette Lorentzen vor Journalisten in Gedser.

Gebaut wurde das Schiff im Jahr 1995 von der Aalborg Werft und 2016 auf der Werft Fayard bei Odense für 38,5 Millionen Euro umgebaut."""
RUSSIAN = """Паром между Росток и Гедсер остановлен после пожара: 14 марта убыток составил 12 450 000 евро, сообщил владелец Scandlines.

На борту было 318 человек, среди них мэр города Nykøbing John Brædder и два инженера верфи в городе Stralsund.

«В 17:45 мы увидели дым», — сказала журналистам Mette Lorentzen, она работает на кухне.

Судно построено в 1995 году на верфи Aalborg Werft, перестроено в 2016 году на верфи Fayard рядом с Odense за 38,5 миллиона евро."""
OTHER = """Der Stadtrat von Rostock hat am 2. April über den Haushalt beraten, der 912 Millionen Euro umfasst und ein Loch von 44 Millionen hat.

Kämmerer Paul Wendt und die Fraktionen von Linken, Grünen und der Partei Aufbruch stritten bis 23:10 Uhr über die Schwimmhalle in Lichtenhagen.

Im Jahr 2016 war zuletzt so lange verhandelt worden, damals ging es um das Theater und um Warnemünde."""


def test_a_translation_is_a_match_without_words() -> None:
    match = compare(Work(id="w", text=ENGLISH, language="en"), Article(text=GERMAN, language="de"))
    assert match.language_independent
    assert (match.words, match.containment, match.passages, match.changes) == (0, 0.0, (), ())


def test_languages_need_not_be_declared_nor_share_an_alphabet() -> None:
    for text in (GERMAN, RUSSIAN):
        assert compare(Work(id="w", text=ENGLISH), Article(text=text)).language_independent


def test_another_report_from_the_same_town_is_none() -> None:
    assert not compare(
        Work(id="w", text=ENGLISH, language="en"), Article(text=OTHER, language="de")
    ).language_independent


def test_the_same_facts_in_the_same_language_are_no_translation() -> None:
    retold = (
        "Scandlines reported a fire on its Rostock line. Gedser port closed on 14 March; the damage is put at 12,450,000 euros by the firm. With the mayor of "
        "Nykøbing, John Brædder, there were 318 on the ship and so were two from Stralsund. It was at 17:45 that the smoke was seen, as was said by Mette "
        "Lorentzen of the kitchen. Built by Aalborg Werft in 1995, the ship was at the Fayard yard, which is near Odense, in 2016, and it cost 38.5 million."
    )
    assert not compare(Work(id="w", text=ENGLISH), Article(text=retold)).language_independent


def test_links_and_pictures_speak_where_names_are_few() -> None:
    few = "Die Fähre liegt still. Laut Scandlines kostete das Feuer vom 14. März viel. Bürgermeister John Brædder aus Nykøbing war an Bord, dazu Leute der Werft in Stralsund."
    link, image = (
        Link(href="https://port.example/fire-report", paragraph=0),
        Image(src="https://a.example/i/ferry-fire-rostock-1200x800.jpg"),
    )
    ours = signature(ENGLISH, Article(url="https://a.example/x", links=(link,), images=(image,)))
    smaller = Image(src="https://b.example/cache/ferry-fire-rostock-640w.jpg")
    theirs = signature(few, Article(url="https://b.example/y", links=(link,), images=(smaller,)))
    found = likeness(ours, theirs)
    assert found.marks == ("i:ferry-fire-rostock", "l:port.example/fire-report")
    assert found.convincing
