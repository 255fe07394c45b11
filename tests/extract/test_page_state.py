"""Pages that are not what was asked for, known for what they are; and articles that only talk about such pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.extract.article import extract
from rights.model import Page, PageState

STORY = "".join(
    f"<p>Paragraph {n} of a story about the river, its banks, its bridges and the people who live there with it.</p>"
    for n in range(14)
)
MENU = "<nav><ul>" + "".join(f"<li><a href='/s{n}'>Section number {n}</a></li>" for n in range(25)) + "</ul></nav>"
FOOTER = "<footer>© 2024 Example · <a href=/imprint>Imprint</a> · <a href=/privacy>Privacy</a></footer>"


def read(
    body: str,
    title: str = "",
    status: int = 200,
    url: str = "https://site.example/2024/story",
    final_url: str | None = None,
    attributes: str = "",
) -> tuple[PageState, str | None]:
    html = f"<!DOCTYPE html><html><head><title>{title}</title></head><body {attributes}>{body}</body></html>"
    article = extract(
        Page(
            body=html.encode(),
            url=url,
            final_url=final_url or url,
            status=status,
            headers={"content-type": "text/html; charset=utf-8"},
        )
    )
    return article.state, article.state_reason


PAGES = (
    (PageState.SOFT_404, "Page not found | Example", MENU + "<h1>Page not found</h1><p>The page you are looking for doesn't exist.</p>" + FOOTER),
    (PageState.SOFT_404, "404", "<h1>404</h1><p>Oops!</p>"),
    (PageState.SOFT_404, "Example", MENU + "<main><h1>Seite nicht gefunden</h1><p>Die von Ihnen gesuchte Seite existiert nicht mehr.</p></main>" + FOOTER),
    (PageState.SOFT_404, "Erreur 404 - Page introuvable", "<p>La page que vous recherchez n'existe plus.</p>"),
    (PageState.SOFT_404, "Página no encontrada – Ejemplo", MENU + "<p>Lo sentimos.</p>"),
    (PageState.SOFT_404, "Nie znaleziono strony", "<p>Strona, której szukasz, nie istnieje.</p>"),
    (PageState.SOFT_404, "Страница не найдена", "<p>Вернитесь на главную.</p>"),
    (PageState.SOFT_404, "Example", "<main><p>Sorry, we could not find the page you asked for.</p><form><input name=s></form></main>"),
    (PageState.SOFT_404, "Example", "<main><p>This article is no longer available.</p></main>"),
    (PageState.CHALLENGE, "Just a moment...", "<div>Checking if the site connection is secure</div><script>window._cf_chl_opt={};</script>"),
    (PageState.CHALLENGE, "Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1><p>Cloudflare Ray ID: 1</p>"),
    (PageState.CHALLENGE, "site.example", "<p>Please enable JS and disable any ad blocker</p><script src='https://ct.captcha-delivery.com/c.js'></script>"),
    (PageState.CHALLENGE, "Access to this page has been denied", "<div id=px-captcha></div><p>Press &amp; Hold to confirm you are a human (and not a bot).</p>"),
    (PageState.CHALLENGE, "Nur einen Moment…", "<p>Bestätigen Sie, dass Sie ein Mensch sind.</p>"),
    (PageState.CHALLENGE, "Robot or human?", "<p>Confirm that you’re human.</p>"),
    (PageState.CHALLENGE, "", "<iframe src='/_Incapsula_Resource?x=1'>Request unsuccessful. Incapsula incident ID: 1</iframe><p>Incapsula incident ID: 1</p>"),
    (PageState.CONSENT_WALL, "Before you continue", "<p>We and our partners use cookies to process personal data.</p><button>Accept all</button><p>Reject all cookies</p>"),
    (PageState.CONSENT_WALL, "Zustimmung erforderlich", "<p>Mit Werbung weiterlesen: Wir und unsere 180 Partner verarbeiten personenbezogene Daten.</p><p>Im Pur-Abo ohne Werbung und Tracking lesen.</p><p>Cookies, Gerätekennungen, Zustimmung widerrufen.</p>"),
    (PageState.CONSENT_WALL, "Exemple", "<div><p>Nous utilisons des cookies et traitons vos données personnelles.</p><p>Nos 80 partenaires : vie privée.</p><p>Tout accepter</p></div>"),
    (PageState.LOGIN_WALL, "Log in", "<form action=/login><input name=user><input type=password name=p><button>Log in</button></form><a href=#>Forgot password?</a>"),
    (PageState.LOGIN_WALL, "Anmelden – Beispiel", "<form><input name=u><input type=password></form><p>Passwort vergessen?</p>"),
    (PageState.LOGIN_WALL, "Group", "<p>You must log in to view this group.</p>"),
    (PageState.LOGIN_WALL, "Protected blog › Log in", "<p>This blog is private.</p><form><input type=password></form>"),
    (PageState.PARKED, "site.example", "<p>This domain is for sale! Make an offer.</p><a href='https://sedo.com/'>Buy</a>"),
    (PageState.PARKED, "site.example", "<p>Diese Domain steht zum Verkauf.</p>"),
    (PageState.PARKED, "site.example", "<p>Ce nom de domaine est à vendre.</p>"),
    (PageState.PARKED, "site.example", "<div data-adblockkey='x'></div><p>Related searches</p><script src='//www.bodis.com/p.js'></script>"),
    (PageState.PARKED, "Account suspended", "<h1>This Account has been suspended.</h1><p>Contact your hosting provider.</p>"),
    (PageState.PARKED, "Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the web server is successfully installed.</p>"),
    (PageState.SCRIPT_SHELL, "Example", "<div id=root></div><script src=/static/main.js></script>"),
    (PageState.SCRIPT_SHELL, "Example", "<noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div><script src=/a.js></script>"),
    (PageState.SCRIPT_SHELL, "Beispiel", "<p>Bitte aktivieren Sie JavaScript in Ihrem Browser.</p><script src=/a.js></script>"),
    (PageState.SCRIPT_SHELL, "Example", "<app-root></app-root><script src=/runtime.js></script>"),
    (PageState.ERROR, "", ""),
)  # fmt: skip


@pytest.mark.parametrize(("state", "title", "body"), PAGES, ids=[f"{p[0].value}-{n}" for n, p in enumerate(PAGES)])
def test_pages_that_are_not_what_was_asked_for(state: PageState, title: str, body: str) -> None:
    found, why = read(body, title)
    assert found is state
    assert why
    assert not found.judgeable


ARTICLES = (
    ("Page not found: how links rot", f"<article><h1>Page not found: how links rot</h1>{STORY}</article>"),
    ("404", f"<article><h1>404</h1>{STORY}</article>"),
    ("Just a moment: the life of a river", f"<article><h1>Just a moment</h1>{STORY}</article>"),
    ("Log in to the forest", f"<article><h1>Log in to the forest</h1>{STORY}</article><form><input type=password></form>"),
    ("A story", f"<div class=cookie-banner><p>We use cookies. Accept all or reject all.</p><p>Our partners process personal data.</p><p>Consent</p></div><article>{STORY}</article>"),
    ("A story", f"<article>{STORY}</article><p>This domain is for sale, said the sign.</p>"),
    ("A story", f"<article>{STORY}</article><script>window._cf_chl_opt={{}};</script><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script><div class=g-recaptcha data-sitekey=1></div>"),
    ("A story", f"<noscript>Please enable JavaScript to comment.</noscript><div id=root><article>{STORY}</article></div>"),
    ("Datenschutz: was das neue Gesetz ändert", f"<article><h1>Datenschutz</h1>{STORY}<p>Cookies und Tracking brauchen eine Einwilligung, sagt das Gericht.</p></article>"),
    ("Short news", "<article><h1>Bridge closed</h1><p>The old bridge over the river will be closed from Monday until the end of May, the city said. Drivers are asked to use the new bridge in the north; pedestrians may cross by the ferry, which will run every ten minutes at no charge to anybody.</p></article>"),
    ("Short news", MENU + "<article><h1>Seite an Seite</h1><p>Die beiden Vereine gehen im nächsten Jahr Seite an Seite in die neue Saison; das haben die Mitglieder am Montag in der Stadthalle beschlossen. Der Vertrag gilt zunächst für zwei Jahre und kann danach verlängert werden, sagte der Vorsitzende.</p></article>" + FOOTER),
)  # fmt: skip


@pytest.mark.parametrize(("title", "body"), ARTICLES, ids=[f"{n}-{a[0]}" for n, a in enumerate(ARTICLES)])
def test_an_article_is_an_article_whatever_it_talks_about(title: str, body: str) -> None:
    assert read(body, title) == (PageState.ARTICLE, None)


def test_status_and_redirects() -> None:
    assert read("<p>Gone</p>", status=404)[0] is PageState.GONE
    assert read("<p>Gone</p>", status=410)[0] is PageState.GONE
    assert read("<p>Broken</p>", status=500)[0] is PageState.ERROR
    assert read("<p>Who are you?</p>", status=401)[0] is PageState.LOGIN_WALL
    assert read("<p>Cloudflare Ray ID: 1</p>", "Just a moment...", status=403)[0] is PageState.CHALLENGE
    assert read(MENU + STORY, "Example", final_url="https://site.example/") == (
        PageState.SOFT_404,
        "redirected to the front page",
    )
    assert (
        read(MENU + STORY, "Example", url="https://site.example/", final_url="https://site.example/")[0]
        is PageState.OTHER
    )


def test_a_wordpress_error_page_with_a_long_list_of_stories() -> None:
    stories = "".join(f"<li><a href='/p{n}'>A story about the river, number {n}</a></li>" for n in range(60))
    assert (
        read(
            f"<h1>Oops! That page can’t be found.</h1><ul>{stories}</ul>", "Example", attributes="class='error404 wp'"
        )[0]
        is PageState.SOFT_404
    )


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.sampled_from((200, 204, 302, 403, 404, 503)))
def test_any_page_gets_a_state(text: str, status: int) -> None:
    article = extract(
        Page(
            body=f"<title>{text[:80]}</title><body>{text}".encode(),
            status=status,
            headers={"content-type": "text/html"},
        )
    )
    assert isinstance(article.state, PageState)
