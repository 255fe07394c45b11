"""The application: its routes, its guards, and what runs while it does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from rights import __version__
from rights.web.answer import answer_routes
from rights.web.answer_links import AnswerLinks
from rights.web.api import make_api
from rights.web.catalogue import catalogue_routes
from rights.web.checking import checking_routes
from rights.web.context import Web
from rights.web.failures import add_failures
from rights.web.headers import Guard
from rights.web.inbox import inbox_routes
from rights.web.letter import letter_routes
from rights.web.mentions import Mentions, mention_routes
from rights.web.metrics import Metrics
from rights.web.network import Network
from rights.web.one_off import OneOffs
from rights.web.origin import OwnOrigin
from rights.web.overview import overview_routes
from rights.web.pages import STATIC
from rights.web.pixel import PixelLeads
from rights.web.policies import policy_routes
from rights.web.public import public_routes
from rights.web.reports import report_routes
from rights.web.running import running_routes
from rights.web.signing_in import Gate, signing_in_routes
from rights.web.violation import violation_routes

#: Bytes of one request's body: a pasted page with all its markup.
MOST = 10 * 1024 * 1024


class _Kept(StaticFiles):
    """Static files, which browsers keep: their addresses change with their content."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """One file."""
        answer: Response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def make_app(web: Web) -> FastAPI:
    """The whole web part over one store."""
    pixel, network = PixelLeads(web), Network(web)
    checks, mentioned = OneOffs(web, network), Mentions(web, network)
    metrics = Metrics(web, lambda: pixel.taken)

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        pixel.start()
        mentioned.start()
        yield
        await run_in_threadpool(mentioned.stop)
        await run_in_threadpool(checks.stop)
        await run_in_threadpool(network.stop)
        await run_in_threadpool(pixel.stop)

    app = FastAPI(
        title="rights", version=__version__, lifespan=running, docs_url=None, redoc_url=None, openapi_url=None
    )
    gate, links = Gate(web), AnswerLinks(web.store)
    app.include_router(public_routes(web, pixel, metrics))
    app.include_router(mention_routes(web, mentioned))
    app.include_router(signing_in_routes(web, gate))
    app.include_router(overview_routes(web, gate))
    app.include_router(inbox_routes(web, gate))
    app.include_router(violation_routes(web, gate, links))
    app.include_router(catalogue_routes(web, gate))
    app.include_router(policy_routes(web, gate))
    app.include_router(running_routes(web, gate))
    app.include_router(report_routes(web, gate))
    app.include_router(answer_routes(web, links, network))
    app.include_router(letter_routes(web, gate, links, network))
    app.include_router(checking_routes(web, gate, checks))
    app.mount("/api/v1", make_api(web, links, checks, network))
    app.mount("/static", _Kept(directory=STATIC), name="static")
    app.add_middleware(OwnOrigin, base_url=web.settings.base_url, free=("/api/", "/webmention", "/pingback"))

    @app.middleware("http")
    async def counted(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
        answer = await call(request)
        metrics.requests.labels(request.method if request.method in _METHODS else "other", answer.status_code).inc()
        return answer

    app.add_middleware(Guard, most=MOST)
    add_failures(app)
    return app


_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
