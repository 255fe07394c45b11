"""The guard inside requests: it is called, keeps the host's name, and verifies certificates."""

from __future__ import annotations

import datetime
import ssl
from pathlib import Path

import pytest
import requests
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from rights.errors import ForbiddenAddress, Timeout, Unreachable
from rights.fetch import Fetcher, Limits, session
from rights.fetch.addresses import Route
from rights.fetch.deadline import Deadline
from rights.fetch.wire import Exchange
from tests.servers import Reply, Web
from tests.servers.hostile import BEHAVIOURS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


def _context(authority: trustme.CA, *names: str, **facts: object) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, **facts).configure_cert(context)  # type: ignore[arg-type]  # trustme's keyword facts
    return context


def test_the_hook_below_tls_and_http_is_called_for_every_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    genuine = session._Guarded._new_conn

    def counted(self: session._Guarded):
        calls.append(self.exchange.url)
        return genuine(self)

    monkeypatch.setattr(session._Guarded, "_new_conn", counted)
    with Web() as web:
        web.site("hook.test", {"/a": Reply(302, headers={"Location": "/b"}), "/b": "end"})
        with web.fetcher() as fetcher:
            fetcher.fetch(web.url("hook.test", "/a"))
        assert calls == [web.url("hook.test", path) for path in ("/robots.txt", "/a", "/b")]


def test_a_connection_to_another_host_than_the_one_checked_is_refused() -> None:
    request = session.prepare("GET", "http://one.test/", {})
    request.exchange = Exchange("http://one.test/", Deadline("u", 1), Limits())
    request.route = Route("one.test", 80, ("127.0.0.1",))
    pool = session.GuardedAdapter().get_connection_with_tls_context(request, True)
    connection = pool._get_conn()
    connection.host = "two.test"  # type: ignore[union-attr]  # a connection of ours
    with pytest.raises(ForbiddenAddress):
        connection.connect()  # type: ignore[union-attr]


def test_only_requests_with_a_checked_route_are_sent() -> None:
    plain = requests.Request("GET", "http://127.0.0.1/").prepare()
    with pytest.raises(TypeError):
        session.GuardedAdapter().send(plain)


def test_proxies_and_credentials_of_the_environment_are_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine env.test login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with Web() as web:
        web.site("env.test", {"/": "direct"})
        with web.fetcher() as fetcher:
            assert fetcher.fetch(web.url("env.test")).body == b"direct"
        assert all("authorization" not in seen.headers for seen in web.seen)


def test_tls_keeps_the_name_and_tells_its_facts(authority: trustme.CA, ca_file: str) -> None:
    with Web(_context(authority, "secure.test")) as web:
        web.site("secure.test", {"/": "over TLS"})
        with web.fetcher(ca_file=ca_file, obey_robots=False) as fetcher:
            page = fetcher.fetch(web.url("secure.test"))
    assert page.body == b"over TLS"
    assert page.tls is not None
    assert page.tls.version.startswith("TLSv1.")
    assert len(page.tls.certificate) == 64
    assert web.seen[0].headers["host"] == f"secure.test:{web.port}"


def test_a_large_page_over_tls_comes_whole(authority: trustme.CA, ca_file: str) -> None:
    with Web(_context(authority, "secure.test")) as web:
        web.site("secure.test", {"/": Reply(body=b"0123456789" * 100_000)})
        with web.fetcher(ca_file=ca_file, obey_robots=False) as fetcher:
            assert len(fetcher.fetch(web.url("secure.test")).body) == 1_000_000


@pytest.mark.parametrize(
    "fault", ["unknown authority", "signed by itself", "wrong name", "expired", "not yet valid", "TLS 1.0", "TLS 1.1"]
)
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_tls_faults_are_errors_and_nothing_is_sent(
    authority: trustme.CA, ca_file: str, fault: str, tmp_path: Path
) -> None:
    past, future = (datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (2020, 2090))
    issuer = trustme.CA() if fault == "unknown authority" else authority
    name = "other.test" if fault == "wrong name" else "secure.test"
    times = {"expired": {"not_after": past}, "not yet valid": {"not_before": future, "not_after": future}}
    context = _context(issuer, name, **times.get(fault, {}))
    if fault == "signed by itself":
        _sign_itself(context, name, tmp_path)
    if fault.startswith("TLS"):
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1 if fault == "TLS 1.0" else ssl.TLSVersion.TLSv1_1
    with Web(context) as web:
        web.site("secure.test", {"/": "secret"})
        with (
            web.fetcher(ca_file=ca_file, obey_robots=False) as fetcher,
            pytest.raises(Unreachable, match="TLS") as failed,
        ):
            fetcher.fetch(web.url("secure.test"))
    assert failed.value.retryable
    assert web.seen == []


def _sign_itself(context: ssl.SSLContext, name: str, folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder().subject_name(named).issuer_name(named).public_key(key.public_key())
        .serial_number(7).not_valid_before(now - day).not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "pair.pem").write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    context.load_cert_chain(folder / "pair.pem")


def test_a_server_that_speaks_no_tls_or_stalls_in_it_is_an_error() -> None:
    with Web() as web:
        web.site("plain.test", {"/": Reply(play=BEHAVIOURS["silence"].play)})
        secure = web.url("plain.test").replace("http:", "https:")
        with web.fetcher(obey_robots=False, limits=Limits(total=0.5)) as fetcher, pytest.raises((Timeout, Unreachable)):
            fetcher.fetch(secure)


def test_secrets_stay_with_the_origin_they_were_given_for() -> None:
    with Web() as web:
        web.site("api.test", {"/": lambda _: Reply(302, headers={"Location": web.url("else.test")})})
        web.site("else.test", {"/": "there"})
        with web.fetcher(obey_robots=False) as fetcher:
            fetcher.fetch(web.url("api.test"), headers={"Authorization": "Token k", "X-Subscription-Token": "k"})
    first, second = web.seen
    assert first.headers["authorization"] == "Token k"
    assert "authorization" not in second.headers
    assert "x-subscription-token" not in second.headers


def test_with_record_the_hops_hold_all_bytes_as_received() -> None:
    with Web() as web:
        web.site("kept.test", {"/": Reply(body="a body")})
        with web.fetcher(obey_robots=False, record=True) as fetcher:
            [hop] = fetcher.fetch(web.url("kept.test")).chain
    assert hop.response.endswith(b"\r\n\r\na body")
    assert isinstance(fetcher, Fetcher)
