"""More pages that are not what was asked for, in the words of many servers, and short news that only speak of such things."""

from __future__ import annotations

import pytest

from rights.model import PageState
from tests.extract.test_page_state import FOOTER, MENU, read
from tests.extract.walls_today import C, K, L, P, S, X

PAGES = (
    (S, "We can't find that page | The Example", MENU + "<h1>We can't find that page</h1><p>It may have moved. Try searching.</p>" + FOOTER),
    (S, "Example", MENU + "<main><h1>Sorry, this page isn't available</h1><p>The link you followed may be broken, or the page may have been removed.</p></main>"),
    (S, "Error 404 (Not Found)", "<p>The requested URL /story was not found on this server.</p>"),
    (S, "Nothing found for story", MENU + "<main><h1>Nothing Found</h1><p>It seems we can’t find what you’re looking for. Perhaps searching can help.</p></main>" + FOOTER),
    (S, "Example", MENU + "<main><h1>Whoops! Page not found</h1><p>Go back to the home page.</p></main>"),
    (S, "Fehler 404", "<main><h1>Hoppla!</h1><p>Diese Seite gibt es nicht mehr.</p></main>"),
    (S, "Beispiel", MENU + "<main><h1>Die Seite wurde nicht gefunden</h1><p>Der Artikel ist leider nicht mehr verfügbar.</p></main>"),
    (S, "Exemple", MENU + "<main><h1>Oups ! Cette page n'existe pas</h1><p>Retour à l'accueil</p></main>"),
    (S, "Ejemplo", MENU + "<main><h1>Error 404</h1><p>La página que buscas no existe o ha sido eliminada.</p></main>"),
    (S, "Esempio", MENU + "<main><h1>Pagina non trovata</h1><p>La pagina che cerchi non esiste.</p></main>"),
    (S, "Exemplo", MENU + "<main><h1>Página não encontrada</h1><p>O conteúdo que você procura não existe mais.</p></main>"),
    (S, "Voorbeeld", MENU + "<main><h1>Pagina niet gevonden</h1><p>De pagina die je zoekt bestaat niet.</p></main>"),
    (S, "Örnek", MENU + "<main><h1>Sayfa bulunamadı</h1><p>Aradığınız sayfa kaldırılmış olabilir.</p></main>"),
    (S, "示例", MENU + "<main><h1>页面不存在</h1><p>您访问的页面不存在或已被删除。</p></main>"),
    (S, "例", MENU + "<main><h1>ページが見つかりません</h1><p>お探しのページは見つかりませんでした。</p></main>"),
    (S, "예시", MENU + "<main><h1>페이지를 찾을 수 없습니다</h1><p>요청하신 페이지가 없습니다.</p></main>"),
    (C, "Just a moment...", "<h1>site.example</h1><p>Verify you are human by completing the action below.</p><p>site.example needs to review the security of your connection before proceeding.</p>"),
    (C, "DDoS-Guard", "<p>Checking your browser before accessing site.example</p><script src='/.well-known/ddos-guard/js-challenge/index.js'></script>"),
    (C, "Access denied", "<h1>Access denied</h1><p>Error code 1020</p><p>You do not have access to site.example. The site owner may have set restrictions.</p><p>Cloudflare Ray ID: 8f2</p>"),
    (C, "Pardon Our Interruption", "<p>As you were browsing something about your browser made us think you were a bot.</p>"),
    (C, "Vercel Security Checkpoint", "<p>We're verifying your browser</p>"),
    (C, "Human Verification", "<script src='https://token.awswaf.com/challenge.js'></script><noscript>JavaScript is required. Please enable it to verify you are not a robot.</noscript><div id=captcha></div>"),
    (C, "Making sure you're not a bot!", "<h1>Making sure you're not a bot!</h1><p>Loading...</p><p>Protected by Anubis.</p>"),
    (C, "Sicherheitsüberprüfung", "<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p><div class=g-recaptcha></div>"),
    (K, "Ihre Privatsphäre", "<p>Wir und unsere Partner speichern Informationen auf Ihrem Gerät.</p><p>Alle akzeptieren</p><p>Einstellungen verwalten: Cookies und Tracking</p>"),
    (K, "Your privacy choices", "<p>We value your privacy. We and our 842 partners store and access information on a device, such as cookies.</p><p>Manage consent preferences</p><p>Accept all</p>"),
    (L, "Sign in to continue", "<form><input type=email><input type=password><button>Sign in</button></form><p>New here? Create an account.</p>"),
    (L, "Connexion", "<form><input name=mail><input type=password></form><p>Mot de passe oublié ?</p>"),
    (L, "Iniciar sesión", "<form><input name=mail><input type=password></form><p>¿Has olvidado tu contraseña?</p>"),
    (L, "Protected: The story", "<h1>Protected: The story</h1><p>This content is password protected. To view it please enter your password below:</p><form><input type=password></form>"),
    (P, "site.example is for sale", "<h1>site.example</h1><p>The domain site.example is for sale. Buy now for $2,995 or make an offer.</p>"),
    (P, "site.example", "<p>This domain has expired. If you are the owner, renew it at your registrar.</p>"),
    (P, "site.example", "<p>This domain is parked free, courtesy of the registrar.</p>"),
    (P, "Coming soon", "<p>This domain has been registered. The web site is under construction.</p>"),
    (P, "Apache2 Debian Default Page: It works", "<h1>It works!</h1><p>This is the default welcome page used to test the correct operation of the Apache2 server.</p>"),
    (X, "Example", "<noscript>This site requires JavaScript.</noscript><div id=__next></div><script src=/_next/x.js></script>"),
    (X, "Example", "<div id=app>Loading…</div><script src=/bundle.js></script>"),
    (X, "Exemple", "<noscript>Veuillez activer JavaScript pour afficher cette page.</noscript><div id=root></div><script src=/a.js></script>"),
)  # fmt: skip


@pytest.mark.parametrize(("state", "title", "body"), PAGES, ids=[f"{p[0].value}-{n}" for n, p in enumerate(PAGES)])
def test_servers_have_many_words_for_it(state: PageState, title: str, body: str) -> None:
    found, why = read(body, title)
    assert found is state, why


def news(headline: str, *lines: str) -> tuple[str, str]:
    """A short news item between a menu and a footer."""
    return (
        f"{headline} | Example",
        f"{MENU}<main><article><h1>{headline}</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article></main>{FOOTER}",
    )


ARTICLES = (
    news("Missing hiker not found after nine days", "The search for a hiker who went missing on the ridge was called off on Monday, the mountain rescue said. Helicopters and dogs had looked for him for nine days; he was not found. His family thanked the volunteers, who will meet again in spring when the snow has gone."),
    news("Domain for sale: village offers its web address", "The village of Ash has put its domain up for sale, the council decided on Tuesday. The address had been registered in 1998 by a clerk. Anyone may make an offer until June; the money goes to the new roof of the school, said the mayor."),
    news("Site asks readers to log in", "The regional newspaper will ask its readers to log in before they comment, its editor said on Friday. You must be logged in to comment was already the rule at two sister papers, where the number of insults fell by half within a year."),
    news("Court rules on cookie banners", "A court has ruled that cookie banners must offer a button to reject all cookies next to the one that accepts them. The company had argued that its partners needed consent to process personal data; the judges did not agree. It may appeal within a month."),
    news("Captchas are getting harder, study says", "People need longer to prove that they are human, according to a study by the university. Verify you are human, the boxes say, and then show nine pictures of buses. The bots, the study found, solve them faster than anybody else."),
    news("The page that is no longer available", "When the ministry took its report offline in May, readers found a short line: this page is no longer available. An archive kept a copy, which our reporters have read. It speaks of nine bridges, four of them in a state that the authors call critical."),
    news("Internetseite der Stadt nicht erreichbar", "Die Internetseite der Stadt ist seit Montag nicht erreichbar. Wer sie aufruft, liest nur: Seite nicht gefunden. Ein Sprecher sagte, man arbeite daran; Ursache sei ein Fehler bei der Umstellung auf einen neuen Server am Wochenende gewesen."),
    news("Passwort vergessen? So hilft die Bücherei", "Die Bücherei hilft älteren Menschen, die ihr Passwort vergessen haben: Jeden Dienstag um drei Uhr sitzt dort eine Helferin und richtet mit ihnen ihre Konten neu ein. Die Anmeldung ist nicht nötig, der Kurs kostet nichts, sagte die Leiterin."),
    news("Le site du musée est en panne", "Le site du musée est en panne depuis lundi : les visiteurs y lisent « page introuvable » et ne peuvent plus réserver. La direction promet un retour à la normale avant la fin de la semaine et accepte les réservations par téléphone, de neuf heures à midi."),
    news("JavaScript turns thirty", "The programming language that makes pages move turns thirty this year. Please enable JavaScript, sites used to say to those who had switched it off; today nearly nobody does. Its inventor wrote the first version in ten days in May, a fact he has had to explain ever since."),
    news("Account suspended: mayor loses channel", "The account of the mayor has been suspended by the platform, which gave no reason. This account has been suspended, visitors read since Sunday. Her office has asked for an explanation and for the videos of the last four years, of which it has no copies."),
    news("Access denied: reporters kept out of council", "Reporters were kept out of the council on Tuesday when it spoke about the sale of the harbour. Access denied, said a sheet of paper on the door. The press association has complained to the district, which has the power to declare the vote void."),
    news("Blog is moving", "This site is moving to a new home next week. Nothing will change for readers: old addresses will lead to the new ones, and the letter will come on Fridays as before. If something does not work, please write to us, and we will look at it on the same day."),
    news("ページが見つからない理由", "市の古い記録がインターネットから消えている。多くのリンクが切れ、「ページが見つかりません」と表示されるだけだ。図書館は五年前から写しを集めており、すでに九千ページを保存した。担当者は、来年までに全ての部署の記録をそろえたいと話している。予算は年間で二百万円ほどだという。"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "body"), ARTICLES, ids=[f"{n}" for n in range(len(ARTICLES))])
def test_short_news_about_such_pages_are_articles(title: str, body: str) -> None:
    state, why = read(body, title)
    assert state in (PageState.ARTICLE, PageState.OTHER), why
    assert state.judgeable
