"""Figures for Prometheus, read from the database when they are asked for, at most every few seconds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from prometheus_client import CollectorRegistry, Counter
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from rights.store.records import State
from rights.store.sweeps import Totals
from rights.web.context import Web

#: How old figures may be: a scrape costs the database a few queries.
FRESH = timedelta(seconds=5)


class Metrics:
    """The registry of one application."""

    def __init__(self, web: Web, pixel_hits: Callable[[], int]) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "rights_http_requests", "Answers of the web part.", ("method", "status"), registry=self.registry
        )
        self.registry.register(_Figures(web, pixel_hits))


class _Figures(Collector):
    def __init__(self, web: Web, pixel_hits: Callable[[], int]) -> None:
        self._web = web
        self._pixel_hits = pixel_hits
        self._lock = threading.Lock()
        self._read: tuple[datetime, Totals, int, dict[State, int]] | None = None

    def describe(self) -> Iterator[Metric]:
        """Nothing: registering must not ask the database."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """The figures as they stand."""
        _, totals, due, states = self._figures()
        yield CounterMetricFamily("rights_sweeps", "Sweeps begun.", value=totals.sweeps)
        yield CounterMetricFamily("rights_pages", "Pages looked at.", value=totals.checked)
        yield CounterMetricFamily("rights_page_errors", "Looks that could not judge their page.", value=totals.failed)
        yield CounterMetricFamily("rights_pixel_hits", "Hits on the pixel since the start.", value=self._pixel_hits())
        yield GaugeMetricFamily("rights_due", "Addresses whose time to be looked at has come.", value=due)
        yield GaugeMetricFamily(
            "rights_scheduler_up", "Whether the scheduler of this process is well.", value=float(self._web.sweeping())
        )
        if totals.last_finished:
            yield GaugeMetricFamily(
                "rights_last_sweep_timestamp_seconds",
                "When the last sweep was finished.",
                value=totals.last_finished.timestamp(),
            )
        violations = GaugeMetricFamily("rights_violations", "Violations by state.", labels=("state",))
        for state in State:
            violations.add_metric((state.value,), states.get(state, 0))
        yield violations

    def _figures(self) -> tuple[datetime, Totals, int, dict[State, int]]:
        now = self._web.clock()
        with self._lock:
            if self._read is None or not timedelta() <= now - self._read[0] < FRESH:
                store = self._web.store
                self._read = (now, store.sweeps.totals(), store.due.count(now), store.violations.by_state())
            return self._read
