"""How often one client may ask."""

from __future__ import annotations

from rights.web.limits import CLIENTS, Rate, network_of


def test_a_client_gets_its_burst_and_then_so_many_a_minute() -> None:
    now = [0.0]
    rate = Rate(per_minute=6, burst=3, clock=lambda: now[0])
    assert [rate.allows("192.0.2.1") for _ in range(5)] == [True, True, True, False, False]
    assert rate.allows("192.0.2.2")
    now[0] = 10.0
    assert [rate.allows("192.0.2.1") for _ in range(2)] == [True, False]


def test_one_subscriber_is_one_client() -> None:
    assert network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::9") != network_of("2001:db8:1:3::1")
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1")
    assert network_of("testclient") == "testclient"


def test_the_memory_of_clients_is_bounded() -> None:
    rate = Rate(per_minute=1, burst=1)
    for number in range(CLIENTS + 50):
        rate.allows(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert len(rate._buckets) == CLIENTS
