"""What anybody may ask for: health, metrics, the crawler's own page, the pixel."""

from __future__ import annotations

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import JSONResponse, PlainTextResponse, Response

from rights import __version__
from rights.discover.pixel import GIF
from rights.errors import StoreError
from rights.fetch.identity import Identity
from rights.web.context import Web
from rights.web.limits import Rate
from rights.web.metrics import Metrics
from rights.web.pages import render
from rights.web.pixel import PixelLeads

#: Hits that one client's readers may cause in a minute, and at once: an office behind one address is one client.
HITS, HITS_AT_ONCE = 60, 60


def client_of(request: Request) -> str:
    """The address that a request came from; a believed proxy's client where the server was told of one."""
    return request.client.host if request.client else ""


def public_routes(web: Web, pixel: PixelLeads, metrics: Metrics) -> APIRouter:
    """The routes that need no account."""
    routes = APIRouter(include_in_schema=False)
    hits = Rate(HITS, HITS_AT_ONCE)

    @routes.get("/health")
    def health() -> Response:
        """200 while the database answers and the scheduler is well, else 503 and which is not."""
        told = {"version": __version__, "database": "ok", "scheduler": "ok" if web.sweeping() else "not well"}
        try:
            web.store.sweeps.last(1)
        except StoreError:
            told["database"] = "does not answer"
        well = told["database"] == told["scheduler"] == "ok"
        return JSONResponse({"status": "ok" if well else "failing", **told}, 200 if well else 503)

    @routes.get("/metrics")
    def figures() -> Response:
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    @routes.get("/bot")
    def bot() -> Response:
        settings = web.settings
        identity = Identity(contact=settings.contact or None, page=settings.bot_page or None)
        return render("bot.html", identity=identity, settings=settings)

    @routes.api_route("/pixel.gif", methods=["GET", "HEAD"])
    def pixel_gif(request: Request) -> Response:
        if request.method == "GET" and hits.allows(client_of(request)):
            pixel.take(request.query_params, request.headers, web.clock())
        headers = {"Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "cross-origin"}
        return Response(GIF, media_type="image/gif", headers=headers)

    @routes.get("/robots.txt")
    def robots() -> Response:
        return PlainTextResponse("User-agent: *\nAllow: /bot\nDisallow: /\n")

    return routes
