"""Every case of the test list that Google publishes with its robots.txt parser, said again in our words.

Left out: what tests that parser's own doors (which agent names it takes, how it counts lines), and addresses that are not
percent-encoded, which are never asked for: requests encodes them first.
"""

from __future__ import annotations

import pytest

from rights.fetch.robots_txt import parse

_GROUPS = """allow: /foo/bar/

user-agent: FooBot
disallow: /
allow: /x/
user-agent: BarBot
disallow: /
allow: /y/


allow: /w/
user-agent: BazBot

user-agent: FooBot
allow: /z/
disallow: /
"""
_ONLY = "user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\nuser-agent: BazBot\ndisallow: /\n"
_ALL_BUT = "user-agent: FooBot\ndisallow: /\nallow: "
_FISH = ["/fish", "/fish.html", "/fish/salmon.html", "/fishheads", "/fishheads/yummy.html", "/fish.html?id=anything"]

#: Length at which that parser cuts a line.
_CUT = 2083 * 8 - 1
_LONG_NO = "/x/" + "a" * (_CUT - len("disallow: /x//"))
_LONG_A, _LONG_B = ("/x/" + letter * (_CUT - len("allow: /x//")) for letter in "ab")

#: robots.txt, agent, what it may ask for, what it may not.
CASES: list[tuple[str, str, list[str], list[str]]] = [
    ("", "FooBot", ["/", "/x"], []),
    ("user-agent: FooBot\ndisallow: /\n", "FooBot", [], ["", "/", "/x/y"]),
    ("user-agent: FooBot\ndisallow: /\n", "", ["/"], []),
    ("foo: FooBot\nbar: /\n", "FooBot", ["/x/y"], []),
    ("user-agent FooBot\ndisallow /\n", "FooBot", [], ["/x/y"]),
    (_GROUPS, "FooBot", ["/x/b", "/z/d"], ["/y/c", "/foo/bar/"]),
    (_GROUPS, "BarBot", ["/y/c", "/w/a"], ["/z/d", "/foo/bar/"]),
    (_GROUPS, "BazBot", ["/z/d"], ["/foo/bar/"]),
    *(
        (f"User-agent: {agent}\n{line}\nUser-agent: *\nDisallow: /\n", asking, [], ["/"])
        for agent, line in (("BarBot", "Sitemap: https://foo.bar/sitemap"), ("FooBot", "Invalid-Unknown-Line: unknown"))
        for asking in ("FooBot", "BarBot")
    ),
    *(
        (f"{agent}: FooBot\n{allow}: /x/\n{disallow}: /\n", "FooBot", ["/x/y"], ["/a/b"])
        for agent, allow, disallow in (
            ("USER-AGENT", "ALLOW", "DISALLOW"), ("user-agent", "allow", "disallow"), ("uSeR-aGeNt", "AlLoW", "dIsAlLoW"),
        )
    ),
    *(
        (f"User-Agent: {name}\nAllow: /x/\nDisallow: /\n", asking, ["/x/y"], ["/a/b"])
        for name in ("FOO BAR", "foo bar", "FoO bAr")
        for asking in ("Foo", "foo")
    ),
    ("User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n", "Foo", ["/x/y"], []),
    ("User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n", "Foo Bar", [], ["/x/y"]),
    ("user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "FooBot", [], ["/x/y"]),
    ("user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "BarBot", ["/x/y"], []),
    (_ONLY, "QuxBot", ["/x/y"], []),
    ("user-agent: FooBot\ndisallow: /x/\n", "FooBot", [], ["/x/y"]),
    ("user-agent: FooBot\ndisallow: /X/\n", "FooBot", ["/x/y"], []),
    ("user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/\n", "FooBot", [], ["/x/page.html"]),
    ("user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n", "FooBot", ["/x/page.html"], ["/x/"]),
    ("user-agent: FooBot\ndisallow: \nallow: \n", "FooBot", ["/x/page.html"], []),
    ("user-agent: FooBot\ndisallow: /\nallow: /\n", "FooBot", ["/x/page.html"], []),
    ("user-agent: FooBot\ndisallow: /x\nallow: /x/\n", "FooBot", ["/x/"], ["/x"]),
    ("user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/page.html\n", "FooBot", ["/x/page.html"], []),
    ("user-agent: FooBot\nallow: /page\ndisallow: /*.html\n", "FooBot", ["/page"], ["/page.html"]),
    ("user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n", "FooBot", ["/x/page.html"], ["/x/y.html"]),
    ("User-agent: *\nDisallow: /x/\nUser-agent: FooBot\nDisallow: /y/\n", "FooBot", ["/x/page"], ["/y/page"]),
    *((_ALL_BUT + path, "FooBot", [path], []) for path in ("/foo/bar?qux=taz&baz=http://foo.bar?tar&par",)),
    *((_ALL_BUT + path, "FooBot", ["/foo/bar/%E3%83%84"], []) for path in ("/foo/bar/ツ", "/foo/bar/%E3%83%84")),
    (_ALL_BUT + "/foo/bar/%62%61%7A", "FooBot", [], ["/foo/bar/baz"]),
    (
        "User-agent: FooBot\nDisallow: /foo/bar/quz\nAllow: /foo/*/qux\n",
        "FooBot", ["/foo/quz", "/foo//quz", "/foo/bax/quz"], ["/foo/bar/quz"],
    ),
    (
        "User-agent: FooBot\nDisallow: /foo/bar$\nAllow: /foo/bar/qux\n",
        "FooBot", ["/foo/bar/qux", "/foo/bar/", "/foo/bar/baz"], ["/foo/bar"],
    ),
    ("User-agent: FooBot\n# Disallow: /\nDisallow: /foo/quz#qux\nAllow: /\n", "FooBot", ["/foo/bar"], ["/foo/quz"]),
    (
        "User-Agent: *\nAllow: /allowed-slash/index.html\nDisallow: /\n",
        "foobot", ["/allowed-slash/", "/allowed-slash/index.html"], ["/allowed-slash/index.htm", "/anyother-url"],
    ),
    (f"user-agent: FooBot\ndisallow: {_LONG_NO}/qux\n", "FooBot", ["/fux"], [f"{_LONG_NO}/fux"]),
    (
        f"user-agent: FooBot\ndisallow: /\nallow: {_LONG_A}/qux\nallow: {_LONG_B}/qux\n",
        "FooBot", [f"{_LONG_A}/qux", f"{_LONG_B}/fux"], ["/"],
    ),
    *((_ALL_BUT + path, "FooBot", _FISH, ["/bar", "/Fish.asp", "/catfish", "/?id=fish"]) for path in ("/fish", "/fish*")),
    (
        _ALL_BUT + "/fish/",
        "FooBot",
        ["/fish/", "/fish/salmon", "/fish/?salmon", "/fish/salmon.html", "/fish/?id=anything"],
        ["/bar", "/fish", "/fish.html", "/Fish/Salmon.html"],
    ),
    (
        _ALL_BUT + "/*.php",
        "FooBot",
        ["/filename.php", "/folder/filename.php", "/folder/filename.php?parameters", "//folder/any.php.file.html",
         "/filename.php/", "/index?f=filename.php/"],
        ["/bar", "/php/", "/index?php", "/windows.PHP"],
    ),
    (
        _ALL_BUT + "/*.php$",
        "FooBot",
        ["/filename.php", "/folder/filename.php"],
        ["/bar", "/filename.php?parameters", "/filename.php/", "/filename.php5", "/php/", "/filename?php", "/aaaphpaaa",
         "//windows.PHP"],
    ),
    (_ALL_BUT + "/fish*.php", "FooBot", ["/fish.php", "/fishheads/catfish.php?parameters"], ["/bar", "/Fish.PHP"]),
    ("user-agent: FooBot\nallow: /p\ndisallow: /\n", "FooBot", ["/page"], []),
    ("user-agent: FooBot\nallow: /folder\ndisallow: /folder\n", "FooBot", ["/folder/page"], []),
    ("user-agent: FooBot\nallow: /page\ndisallow: /*.htm\n", "FooBot", [], ["/page.htm"]),
    ("user-agent: FooBot\nallow: /$\ndisallow: /\n", "FooBot", ["/"], ["/page.html"]),
    *(
        ("\n".join(["User-Agent: foo", "Allow: /some/path", "User-Agent: bar", "", "", "Disallow: /"]).replace("\n", end), "bar", [], ["/x"])
        for end in ("\n", "\r\n", "\r")
    ),
    ("User-Agent: foo\nAllow: /some/path\r\nUser-Agent: bar\n\r\n\nDisallow: /", "bar", [], ["/x"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "agent", "may", "may_not"), CASES, ids=[str(n) for n in range(len(CASES))])
def test_a_case_of_the_list(text: str, agent: str, may: list[str], may_not: list[str]) -> None:
    rules = parse(text.encode(), agent)
    found = {path: rules.allowed("http://foo.bar" + path) for path in [*may, *may_not]}
    assert found == dict.fromkeys(may, True) | dict.fromkeys(may_not, False)


@pytest.mark.parametrize(
    ("start", "read"), [(b"\xef\xbb\xbf", True), (b"\xef\xbb", True), (b"\xef", True), (b"\xef\x11\xbf", False)]
)
def test_marks_of_byte_order(start: bytes, read: bool) -> None:
    assert parse(start + b"User-Agent: foo\nDisallow: /AnyValue\n", "foo").allowed("http://h/AnyValue") is not read


def test_a_mark_within_the_file_spoils_its_line() -> None:
    assert parse(b"User-Agent: foo\n\xef\xbb\xbfDisallow: /AnyValue\n", "foo").allowed("http://h/AnyValue")


def test_sitemaps_belong_to_no_group() -> None:
    end = "Sitemap: http://foo.bar/sitemap.xml\n"
    for text in (
        "User-Agent: foo\nAllow: /some/path\nUser-Agent: bar\n\n\n" + end,
        end + "User-Agent: foo\nAllow: /\n",
    ):
        assert parse(text.encode(), "foo").sitemaps == ("http://foo.bar/sitemap.xml",)
