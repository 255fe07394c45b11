"""The plugin as its users meet it: settings, the block editor, the classic one, a server that is gone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.editor.wordpress import NAME, PASSWORD, ROOT, WordPress, _free_port, _until, wordpress
from tests.stories import PARAGRAPHS
from tests.web.chromium import Tab, chromium
from tests.web.conftest import PRESS

TEXTS = [re.sub(r"<[^>]+>", "", text) for text in PARAGRAPHS]
CREDIT = "Originally published by The Loopback Press."


def tried(folder: Path) -> None:
    """The whole trial; raises at what does not hold, and says what does."""
    home = folder / "home"
    (folder / "policies").mkdir()
    (folder / "policies/press.yaml").write_text(PRESS, encoding="utf-8")
    port = _free_port()
    environment = os.environ | {
        "RIGHTS_HOME": str(home),
        "RIGHTS_POLICIES": str(folder / "policies"),
        "PYTHONPATH": str(ROOT),
    }
    rights = [sys.executable, "-m", "rights"]
    subprocess.run(
        [*rights, "settings", "account", "add", "ann", "-q"],
        env=environment,
        input="lantern-quay-77\n",
        text=True,
        check=True,
    )
    made = subprocess.run(
        [*rights, "settings", "token", "add", "ann", "--scope", "read", "-q"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    key = re.search(r"rk_\S+", made.stdout)
    assert key, made.stdout
    server = subprocess.Popen([*rights, "serve", "--port", str(port), "-q"], env=environment)
    try:
        from urllib.request import urlopen

        _until(lambda: bool(urlopen(f"http://127.0.0.1:{port}/health", timeout=5)), "rights serve")
        with wordpress(folder) as site, chromium() as browser:
            tab = Tab(browser)
            _sign_in(tab, site)
            _set(tab, site, f"http://127.0.0.1:{port}/", key[0])
            post = _write(tab, site)
            _shows(tab, "done", "link.original", "Not in order", "link the words to the original")
            notice = tab.page.locator(".components-notice.is-error").inner_text()
            assert "Rights check" in notice, notice
            print("block editor: a saved draft shows its findings in the box and in a notice")
            _classic(tab, site, post)
            _shows(tab, "done", "link.original")
            print("classic editor: the box shows the findings")
            _kept_from_others(site, post, key[0])
            server.terminate()
            server.wait(60)
            _save_again(tab, site, post)
            _shows(tab, "failed", "was saved, and could not be checked")
            saved = site.php(f"echo get_post({post})->post_content;")
            assert "One more sentence." in saved
            print("server gone: the post is saved, the box says that it could not be checked")
            assert "rights-check" not in site.log, site.log
            print("PHP's log names the plugin nowhere")
    finally:
        if server.poll() is None:
            server.terminate()
            server.wait(60)


def _sign_in(tab: Tab, site: WordPress) -> None:
    tab.page.goto(f"{site.address}/wp-login.php")
    tab.page.fill("#user_login", NAME)
    tab.page.fill("#user_pass", PASSWORD)
    tab.page.click("#wp-submit")
    tab.page.wait_for_selector("#wpadminbar", timeout=60_000)


def _set(tab: Tab, site: WordPress, address: str, key: str) -> None:
    tab.page.goto(f"{site.address}/wp-admin/options-general.php?page=rights-check")
    tab.page.fill("#rights_check_server", address)
    tab.page.fill("#rights_check_key", key)
    tab.page.click("#submit")
    tab.page.wait_for_selector(".notice-success", timeout=60_000)
    assert key not in tab.page.content()
    told = json.loads(
        site.php(
            "global $wpdb; echo json_encode([get_option('rights_check_server'), get_option('rights_check_key'),"
            " $wpdb->get_col(\"select autoload from wp_options where option_name like 'rights\\_check\\_%'\")]);"
        )
    )
    assert told == [address.rstrip("/"), key, ["no", "no"]], told
    print("settings: kept, not loaded with every page, the key shown nowhere")


def _write(tab: Tab, site: WordPress) -> int:
    tab.page.goto(f"{site.address}/wp-admin/post-new.php")
    tab.page.wait_for_function(
        "window.wp && wp.data && wp.data.select('core/editor').getCurrentPostId()", timeout=60_000
    )
    blocks = "".join(f"<!-- wp:paragraph --><p>{text}</p><!-- /wp:paragraph -->" for text in [*TEXTS, CREDIT])
    tab.page.evaluate(
        "([title, content]) => { wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide');"
        " wp.data.dispatch('core/editor').editPost({title}); wp.data.dispatch('core/block-editor').resetBlocks(wp.blocks.parse(content)); }",
        ["River towns <b>plan</b>", blocks],
    )
    tab.page.evaluate("() => wp.data.dispatch('core/editor').savePost()")
    number: Any = tab.page.evaluate("() => wp.data.select('core/editor').getCurrentPostId()")
    return int(number)


def _shows(tab: Tab, state: str, *words: str) -> None:
    tab.page.wait_for_selector(f"#rights-check-box[data-state={state}]", state="attached", timeout=90_000)
    told = tab.page.locator("#rights-check-box").text_content() or ""
    for word in words:
        assert word in told, (word, told)


def _classic(tab: Tab, site: WordPress, post: int) -> None:
    tab.page.goto(f"{site.address}/wp-admin/post.php?post={post}&action=edit&classic=1")
    tab.page.wait_for_selector("#titlewrap", timeout=60_000)


def _save_again(tab: Tab, site: WordPress, post: int) -> None:
    tab.page.goto(f"{site.address}/wp-admin/post.php?post={post}&action=edit")
    tab.page.wait_for_function(
        "window.wp && wp.data && wp.data.select('core/editor').getCurrentPostId()", timeout=60_000
    )
    _shows(tab, "done")
    tab.page.evaluate(
        "() => wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('core/paragraph', {content: 'One more sentence.'}))"
    )
    tab.page.evaluate("() => wp.data.dispatch('core/editor').savePost()")


def _kept_from_others(site: WordPress, post: int, key: str) -> None:
    """Neither a stranger nor a subscriber gets the findings; the post's public data holds none of it."""
    import requests

    answer = requests.get(f"{site.address}/?rest_route=/rights-check/v1/posts/{post}", timeout=30)
    assert answer.status_code == 401, answer.text
    site.php("wp_create_user('sue', 'lantern-quay-8', 'sue@valley.example');")
    with requests.Session() as session:
        session.get(f"{site.address}/wp-login.php", timeout=30)
        session.post(
            f"{site.address}/wp-login.php", {"log": "sue", "pwd": "lantern-quay-8", "testcookie": 1}, timeout=30
        )
        page = session.get(f"{site.address}/wp-admin/profile.php", timeout=30).text
        nonce = re.search(r'createNonceMiddleware\(\s*"([0-9a-f]+)"', page) or re.search(r'"nonce":"([0-9a-f]+)"', page)
        headers = {"X-WP-Nonce": nonce[1]} if nonce else {}
        told = session.get(f"{site.address}/?rest_route=/rights-check/v1/posts/{post}", headers=headers, timeout=30)
        assert told.status_code in (401, 403), told.text
        refused = session.get(f"{site.address}/wp-admin/options-general.php?page=rights-check", timeout=30)
        assert refused.status_code == 403, refused.status_code
    assert key not in requests.get(f"{site.address}/?rest_route=/wp/v2/settings", timeout=30).text
    print("strangers and subscribers see neither findings nor settings")
