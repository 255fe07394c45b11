"""A real WordPress over loopback: Debian's package, a MariaDB and PHP's own server, all in one folder.

python -m tests.editor.wordpress      tries the plugin in it, in Chromium (make try-wordpress)
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "integrations/wordpress/rights-check"
SHARED = Path("/usr/share/wordpress")
NAME, PASSWORD = "editor", "lantern-quay-7"
_CONFIG = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT'] as $n) define($n, hash('sha256', $n . '{socket}'));
define('WP_DEBUG', true); define('WP_DEBUG_LOG', '{log}'); define('WP_DEBUG_DISPLAY', false);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_ACCESSIBLE_HOSTS', '127.0.0.1'); define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
_INSTALL = """
define('WP_INSTALLING', true);
$_SERVER += ['HTTP_HOST' => '127.0.0.1:{port}', 'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'SERVER_NAME' => '127.0.0.1'];
require '{folder}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail_stub() { return true; }
add_filter('pre_wp_mail', 'wp_mail_stub');
wp_install('Valley Notes', '{name}', 'editor@valley.example', false, '', '{password}');
update_option('siteurl', 'http://127.0.0.1:{port}'); update_option('home', 'http://127.0.0.1:{port}');
require_once ABSPATH . 'wp-admin/includes/plugin.php';
echo is_wp_error($e = activate_plugin('rights-check/rights-check.php')) ? $e->get_error_message() : 'active';
"""
#: The classic editor for posts whose address asks for it.
_CLASSIC = (
    "<?php add_filter('use_block_editor_for_post', function ($use) { return !isset($_GET['classic']) && $use; });\n"
)


@dataclass(frozen=True, slots=True)
class WordPress:
    """Where it answers, without the last slash, and its folder."""

    address: str
    folder: Path

    def php(self, code: str) -> str:
        """What a piece of PHP prints with WordPress loaded."""
        host = self.address.removeprefix("http://")
        head = f"$_SERVER += ['HTTP_HOST' => '{host}', 'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1'];"
        return _php(f"{head} require '{self.folder}/wp-load.php'; {code}")

    @property
    def log(self) -> str:
        """What PHP complained about."""
        file = self.folder.parent / "php.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""


def missing() -> str:
    """What is not installed, by name; empty where all is."""
    there = {"wordpress": SHARED.is_dir(), "mariadb-server": bool(shutil.which("mariadbd"))}
    there |= {"php-cli": bool(shutil.which("php"))}
    return ", ".join(name for name, found in there.items() if not found)


@contextmanager
def wordpress(folder: Path) -> Iterator[WordPress]:
    """An installed WordPress with the plugin active."""
    site, database, sock = folder / "site", folder / "database", folder / "db.sock"
    shutil.copytree(SHARED, site, ignore=shutil.ignore_patterns("wp-config.php"), dirs_exist_ok=True)
    (site / "wp-content/mu-plugins").mkdir(parents=True)
    (site / "wp-content/mu-plugins/classic.php").write_text(_CLASSIC, encoding="utf-8")
    shutil.copytree(PLUGIN, site / "wp-content/plugins/rights-check")
    config = _CONFIG.replace("{socket}", str(sock)).replace("{log}", str(folder / "php.log"))
    (site / "wp-config.php").write_text(config, encoding="utf-8")
    common = ["--no-defaults", f"--datadir={database}"]
    if os.geteuid() == 0:
        common.append("--user=root")
    setup = ["mariadb-install-db", *common, "--auth-root-authentication-method=normal", "--skip-test-db"]
    subprocess.run(setup, check=True, capture_output=True)
    server = subprocess.Popen(
        [shutil.which("mariadbd") or "mariadbd", *common, "--skip-networking", f"--socket={sock}", "--innodb-flush-log-at-trx-commit=0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _until(lambda: sock.exists(), "MariaDB")
        _php(f"$db = new mysqli('localhost', 'root', '', '', 0, '{sock}'); $db->query('create database wp');")
        port = _free_port()
        words = {"port": str(port), "folder": str(site), "name": NAME, "password": PASSWORD}
        code = _INSTALL
        for name, value in words.items():
            code = code.replace("{" + name + "}", value)
        told = _php(code)
        assert told.endswith("active"), told
        web = subprocess.Popen(
            ["php", "-S", f"127.0.0.1:{port}", "-t", str(site)], env=os.environ | {"PHP_CLI_SERVER_WORKERS": "4"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            _until(lambda: bool(urlopen(f"http://127.0.0.1:{port}/wp-login.php", timeout=10)), "PHP")
            yield WordPress(f"http://127.0.0.1:{port}", site)
        finally:
            os.killpg(web.pid, 15)
            web.wait(20)
    finally:
        server.terminate()
        server.wait(30)


def _php(code: str) -> str:
    done = subprocess.run(
        ["php", "-d", "display_errors=stderr", "-r", code], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _until(there: Any, what: str) -> None:
    for _ in range(600):
        try:
            if there():
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"{what} did not come up within a minute")


if __name__ == "__main__":
    if missing():
        sys.exit(f"not installed: {missing()}")
    from tests.editor.wordpress_trial import tried

    with tempfile.TemporaryDirectory() as made:
        tried(Path(made))
