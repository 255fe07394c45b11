"""Snapshots in an object store: a real server of the S3 protocol on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.pool import QueuePool

from rights.bundling import proof_of
from rights.errors import InputError, StoreError
from rights.evidence.wacz import write_wacz
from rights.settings import Settings
from rights.store import Store, open_store, upkeep
from rights.store.forgetting import forget_person, forget_site
from rights.store.objects import Objects
from rights.store.tables import snapshot
from tests.evidence.reader import opened
from tests.servers.s3 import BadDay, serving
from tests.store.samples import COPY, START, WORK, look, page, violated

pytest.importorskip("obstore", reason="needs the extra 's3'")
moto_server: Any = pytest.importorskip("moto.server", reason="needs moto, not installed")
BUCKET = "evidence"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = moto_server.ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server: str) -> Any:
    """An empty bucket, seen by another library."""
    import boto3

    keys = {"aws_access_key_id": "tests", "aws_secret_access_key": "secret", "region_name": "us-east-1"}
    made = boto3.resource("s3", endpoint_url=server, **keys).Bucket(BUCKET)
    made.create()
    made.objects.all().delete()
    return made


@pytest.fixture
def away(settings: Settings, server: str) -> Settings:
    """The settings with snapshots in the bucket."""
    s3 = {"s3_endpoint": server, "s3_access_key": "tests", "s3_secret_key": "secret"}
    return settings.model_copy(update={"snapshots": f"s3://{BUCKET}/press", **s3})


def names(bucket: Any) -> list[str]:
    return sorted(one.key for one in bucket.objects.all())


def test_machines_share_bodies_that_the_database_only_names(away: Settings, bucket: Any) -> None:
    with open_store(away) as store:
        look(store, violated())
        row = store.due.find(COPY)
        assert row
        assert row.sha256
        assert names(bucket) == [f"press/{row.sha256[:2]}/{row.sha256}.zst"]
        with store.database.read() as connection:
            assert connection.execute(select(func.sum(func.length(snapshot.c.body)))).scalar() == 0
    with open_store(away) as other:
        [seen] = other.checks.of([row.number])
        page = other.checks.page(seen.number)
        assert page
        assert b"<" in page.body
        assert list(upkeep.verify(other.database)) == []


def test_a_bundle_of_evidence_holds_the_body_out_of_the_bucket(away: Settings, bucket: Any) -> None:
    with open_store(away) as store:
        [change] = look(store, violated(), page=page(body="<p>The page as it was.</p>")).changes
        proof = proof_of(store, change.violation)
        bundle = opened(write_wacz(proof, START))
        assert b"<p>The page as it was.</p>" in {one.block for one in bundle.records}
        for one in bucket.objects.all():
            one.delete()
        with pytest.raises(StoreError, match="missing from the object store"):
            proof_of(store, change.violation)


def test_what_is_not_what_its_name_says_is_never_shown(away: Settings, bucket: Any) -> None:
    with open_store(away) as store:
        look(store, violated())
        look(store, violated(), address="https://other.example/x", page=page("https://other.example/x", "<p>Other</p>"))
        one, other = store.due.find(COPY), store.due.find("https://other.example/x")
        assert one
        assert other
        assert one.sha256
        assert other.sha256
        wrong, missing = (f"press/{name[:2]}/{name}.zst" for name in (one.sha256, other.sha256))
        bucket.put_object(Key=wrong, Body=bucket.Object(missing).get()["Body"].read())
        bucket.Object(missing).delete()
        with pytest.raises(StoreError, match="another sha256"):
            store.snapshots.get(one.sha256)
        with pytest.raises(StoreError, match="missing from the object store"):
            store.snapshots.get(other.sha256)
        assert len(list(upkeep.verify(store.database))) == 2


def test_what_is_dropped_or_forgotten_leaves_the_bucket_too(away: Settings, bucket: Any) -> None:
    with open_store(away) as store:
        look(store, violated())
        look(store, address="https://plain.example/x")
        with store.database.write() as connection:
            connection.execute(update(snapshot).values(last_at=START - timedelta(days=100)))
        kept = store.due.find(COPY)
        assert kept
        dropped, size = store.snapshots.drop(START - timedelta(days=90))
        assert (dropped, size) == (0, 0), "each page's last body is needed for its next request"
        forget_site(store.database, "plain.example", START)
        assert names(bucket) == [f"press/{(kept.sha256 or '')[:2]}/{kept.sha256}.zst"]


def test_a_body_that_comes_back_while_it_is_old_is_written_again(away: Settings, bucket: Any) -> None:
    with open_store(away) as store:
        look(store, violated())
        bucket.objects.all().delete()
        look(store, violated(), at=START + timedelta(days=30))
        assert len(names(bucket)) == 1
        assert list(upkeep.verify(store.database)) == []


class Watched:
    """An object store that notes how many connections to the database are out whenever it is asked."""

    def __init__(self, store: Store) -> None:
        assert store.database.objects
        self._objects, self._pool = store.database.objects, store.database.engine.pool
        self.out: list[tuple[str, int]] = []
        store.database.objects = self  # type: ignore[assignment]  # it answers for all that is asked of it

    def __getattr__(self, name: str) -> Any:
        def asked(*arguments: object) -> object:
            assert isinstance(self._pool, QueuePool)
            self.out.append((name, self._pool.checkedout()))
            return getattr(self._objects, name)(*arguments)

        return asked


def test_no_connection_waits_for_the_object_store(away: Settings, bucket: Any) -> None:
    """A bucket that takes its time must hold neither one of a few connections nor a lock."""
    with open_store(away) as store:
        watched = Watched(store)
        original = page("https://press.example/one", "<p>By Ann Reader</p>")
        store.works.add_page(WORK, original, START)
        [change] = look(store, violated(), page=page(body="<p>By Ann Reader, too</p>")).changes
        look(store, address="https://plain.example/x", page=page("https://plain.example/x", "<p>Plain</p>"))
        assert store.works.page(WORK.id)
        assert store.checks.page(1)
        assert proof_of(store, change.violation)
        assert list(upkeep.verify(store.database)) == []
        assert sum(store.snapshots.take_back()) == 3
        assert sum(store.snapshots.send_away()) == 3
        forget_person(store.database, store.snapshots, "Ann Reader")
        forget_site(store.database, "plain.example", START)
        store.snapshots.drop(START + timedelta(days=400))
        assert {name for name, _ in watched.out} == {"put", "get", "delete"}
        assert [one for one in watched.out if one[1]] == []


def test_moving_up_and_back_by_the_command(settings: Settings, away: Settings, bucket: Any) -> None:
    with open_store(settings) as store:
        look(store, violated())
        row = store.due.find(COPY)
        assert row
        assert row.sha256
        body = store.snapshots.get(row.sha256)
        with pytest.raises(InputError, match="RIGHTS_SNAPSHOTS"):
            list(store.snapshots.send_away())
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RIGHTS_", "AWS_"))}
    plain = kept | {"RIGHTS_HOME": str(settings.home), "RIGHTS_DATABASE_URL": settings.database_url}
    far = plain | {
        "RIGHTS_SNAPSHOTS": away.snapshots,
        "RIGHTS_S3_ENDPOINT": away.s3_endpoint,
        "RIGHTS_S3_ACCESS_KEY": "tests",
        "RIGHTS_S3_SECRET_KEY": "secret",
    }
    rights = [sys.executable, "-m", "rights", "db", "snapshots"]
    done = subprocess.run(rights, env=far, capture_output=True, text=True, check=True)
    assert "1 bodies moved" in done.stderr
    assert len(names(bucket)) == 1
    with open_store(settings) as store, pytest.raises(StoreError, match="RIGHTS_SNAPSHOTS"):
        store.snapshots.get(row.sha256)
    with open_store(away) as store:
        assert store.snapshots.get(row.sha256) == body
        assert sum(store.snapshots.take_back()) == 1
    with open_store(settings) as store:
        assert store.snapshots.get(row.sha256) == body


def test_a_server_that_is_away_is_waited_for_and_a_wrong_address_is_not(away: Settings, tmp_path: Path) -> None:
    gone = away.model_copy(update={"s3_endpoint": "http://127.0.0.1:9", "home": tmp_path, "database_url": ""})
    with open_store(gone) as store, pytest.raises(StoreError) as told:
        look(store, violated())
    assert told.value.passing
    with pytest.raises(InputError, match="expected s3://bucket/prefix"):
        Objects("https://bucket.example/x")


@pytest.mark.parametrize("status", [401, 403])
def test_a_server_that_refuses_us_is_not_asked_again(away: Settings, status: int) -> None:
    """A wrong key does not come right by waiting: a sweep that is given one ends at once and says why."""
    with serving(BadDay(b"", [status] * 9)) as day:
        with open_store(away.model_copy(update={"s3_endpoint": day.address})) as store:
            with pytest.raises(StoreError, match="refuses us, see RIGHTS_S3_ACCESS_KEY") as told:
                look(store, violated())
            assert store.due.find(COPY)
            assert store.checks.page(1) is None
        assert not told.value.passing
        assert day.asked == 1


def test_a_server_with_a_bad_minute_is_asked_again(away: Settings) -> None:
    with serving(BadDay(b"", [503, 500, 503])) as day:
        with open_store(away.model_copy(update={"s3_endpoint": day.address})) as store:
            assert look(store, violated()).changes
        assert day.asked == 4


def test_a_bucket_that_is_not_there_is_said(away: Settings, bucket: Any) -> None:
    elsewhere = away.model_copy(update={"snapshots": "s3://other/press"})
    with open_store(elsewhere) as store, pytest.raises(StoreError, match="the bucket is not there"):
        look(store, violated())
