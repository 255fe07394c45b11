"""Evidence from a site that is served by https: a real sweep, a local authority, and the certificate that was shown."""

from __future__ import annotations

import hashlib
import ssl
from pathlib import Path

import pytest
import trustme

from rights.fetch import session
from tests.evidence.reader import opened
from tests.scenes import Scene


def test_the_bundle_names_the_certificate_and_how_the_connection_was_secured(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    monkeypatch.setattr(session.certifi, "where", lambda: str(trusted))
    issued = authority.issue_cert("127.0.3.4")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issued.configure_cert(context)
    site = scene.press.site("127.0.3.4", context)
    address = scene.press.copy(site, "/copy", 1, "home")
    assert address.startswith("https://")
    scene.watch(address)
    scene.sweep()
    path = tmp_path / "out.wacz"
    scene.said("violations", "show", "1", "--bundle", str(path))
    bundle = opened(path.read_bytes())
    (facts,) = (one for one in bundle.records if one.kind == "metadata")
    told = dict(line.split(": ", 1) for line in facts.block.decode().splitlines() if ": " in line)
    shown = ssl.PEM_cert_to_DER_cert(issued.cert_chain_pems[0].bytes().decode())
    assert told["tlsCertificateSha256"] == hashlib.sha256(shown).hexdigest()
    assert told["tlsVersion"].startswith("TLSv1.")
    assert told["tlsCipher"]
    (response,) = bundle.find(address)
    assert response.headers["warc-ip-address"] == "127.0.3.4"


def test_a_site_whose_certificate_nobody_vouches_for_opens_nothing(scene: Scene) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.3.5").configure_cert(context)
    scene.watch(scene.press.copy(scene.press.site("127.0.3.5", context), "/copy", 1, "home"))
    scene.sweep()
    with scene.store() as store:
        assert store.violations.count() == 0
