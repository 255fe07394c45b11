"""Which addresses may be reached, and which spellings get nobody past the check."""

from __future__ import annotations

import ipaddress
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights.errors import ForbiddenAddress, InputError, Timeout, Unreachable
from rights.fetch import Fetcher, Limits
from rights.fetch.addresses import Addresses, is_public
from rights.fetch.deadline import Deadline
from tests.servers import Web

NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]

PUBLIC = ["93.184.216.34", "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "2606:4700::1", "2a00:1450:4001::8a", "::ffff:8.8.8.8"]  # fmt: skip

HOSTILE = [
    "http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://0/", "http://0.0.0.0/", "http://2130706433/",
    "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://017700000001/", "http://127.0.0.1./",
    "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1]/", "http://[fe80::1%25lo]/",
    "http://[fec0::1]/", "http://[ff02::1]/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/",
    "http://10.1.2.3/", "http://192.168.0.1/", "http://172.16.5.5/", "http://100.64.0.1/", "http://198.18.0.1/",
    "http://192.0.0.192/", "http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/",
    "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://①②⑦.⓪.⓪.①/", "http://１２７.０.０.１/",
    "http://user:secret@93.184.216.34/", "http://93.184.216.34@127.0.0.1/", "http://93.184.216.34:22/", "http://93.184.216.34:0/",
    "http://93.184.216.34:99999/", "http://93.184.216.34\\@127.0.0.1/", "http://127.0.0.1\\.example.com/",
    "http://93.184.216.34/ HTTP/1.1\r\nHost: x", "http://93.184.216.34\t/", "http:///etc/hostname", "http://", "http:93.184.216.34",
    "file:///etc/hostname", "ftp://93.184.216.34/", "gopher://127.0.0.1:70/", "javascript:alert(1)", "data:text/html,x",
    "//93.184.216.34/", "93.184.216.34", "", "http://[::1", "http://]/", "http://exa mple.com/", "http://%31%32%37.0.0.1/",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_not_public(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_public(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@given(st.ip_addresses(v=4))
def test_a_mapped_address_counts_as_what_it_holds(address: ipaddress.IPv4Address) -> None:
    assert is_public(ipaddress.ip_address(f"::ffff:{address}")) == is_public(address)


def _local(host: str) -> list[str]:
    if host.lower().rstrip(".") == "localhost":
        return ["127.0.0.1"]
    raise OSError(f"{host} is not known")


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_url_is_stopped_before_anything_is_sent(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with Fetcher(resolver=_local, obey_robots=False) as fetcher, pytest.raises((ForbiddenAddress, Unreachable)):
        fetcher.fetch(url)


def test_one_bad_answer_among_good_ones_refuses_them_all() -> None:
    addresses = Addresses(resolver=lambda host: ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(ForbiddenAddress):
        addresses.route("http://mixed.test/", "mixed.test", 80, Deadline("", 5))


@pytest.mark.parametrize("answers", [["not an address"], ["fe80::1%eth0"], [""]])
def test_answers_that_are_no_addresses_are_refused(answers: list[str]) -> None:
    addresses = Addresses(resolver=lambda host: answers)
    with pytest.raises(ForbiddenAddress):
        addresses.route("http://odd.test/", "odd.test", 80, Deadline("", 5))


def test_a_name_without_an_address_is_unreachable() -> None:
    addresses = Addresses(resolver=lambda host: [])
    with pytest.raises(Unreachable):
        addresses.route("http://none.test/", "none.test", 80, Deadline("", 5))


def test_ipv4_comes_first_and_web_ports_only() -> None:
    addresses = Addresses(resolver=lambda host: ["2606:4700::1", "1.1.1.1", "2606:4700::1"])
    assert addresses.route("u", "both.test", 8080, Deadline("", 5)).addresses == ("1.1.1.1", "2606:4700::1")
    with pytest.raises(ForbiddenAddress, match="port 25"):
        addresses.route("u", "both.test", 25, Deadline("", 5))


def test_a_network_that_is_allowed_opens_itself_and_nothing_else() -> None:
    addresses = Addresses(["10.1.0.0/16", "::1"], resolver=lambda host: [host])
    assert addresses.route("u", "10.1.2.3", 9200, Deadline("", 5)).addresses == ("10.1.2.3",)
    assert addresses.route("u", "::1", 1, Deadline("", 5)).addresses == ("::1",)
    for other in ("10.2.0.1", "127.0.0.1", "::ffff:10.2.0.1"):
        with pytest.raises(ForbiddenAddress):
            addresses.route("u", other, 80, Deadline("", 5))
    with pytest.raises(InputError, match="RIGHTS_ALLOW_NETWORKS"):
        Addresses(["ten dot one"])


def test_a_name_server_that_stalls_costs_the_deadline_and_no_more() -> None:
    release = threading.Event()

    def stalled(host: str) -> list[str]:
        release.wait(20)
        return ["1.1.1.1"]

    with Fetcher(resolver=stalled, obey_robots=False, limits=Limits(total=0.3)) as fetcher:
        with pytest.raises(Timeout, match="name server"):
            fetcher.fetch("http://stalled.test/")
        release.set()


def test_a_name_that_is_rebound_between_fetches_is_refused_and_asked_once_each() -> None:
    asked: list[str] = []
    with Web() as web:
        web.site("rebind.test", {"/": "hello"}, address="127.77.9.9")

        def flips(host: str) -> list[str]:
            asked.append(host)
            return ["127.77.9.9"] if len(asked) == 1 else ["10.0.0.1"]

        with Fetcher(allow_networks=["127.0.0.0/8"], resolver=flips, obey_robots=False) as fetcher:
            assert fetcher.fetch(web.url("rebind.test")).body == b"hello"
            assert asked == ["rebind.test"]
            with pytest.raises(ForbiddenAddress):
                fetcher.fetch(web.url("rebind.test"))
    assert len(asked) == 2
    assert web.paths("rebind.test") == ["/"]
