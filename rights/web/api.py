"""The API: everything that the desk does, under /api/v1, for programs that hold a key."""

from fastapi import APIRouter, FastAPI

from rights import __version__
from rights.web.answer_links import AnswerLinks
from rights.web.api_catalogue import catalogue_api
from rights.web.api_checks import checks_api
from rights.web.api_keys import Keys
from rights.web.api_letters import letters_api
from rights.web.api_violations import violations_api
from rights.web.context import Web
from rights.web.extensions import admit_extensions
from rights.web.failures import add_failures
from rights.web.network import Network
from rights.web.one_off import OneOffs

_ERRORS: dict[int | str, dict[str, object]] = {
    400: {"description": "What was given cannot be used"},
    401: {"description": "No key, or one that is unknown, revoked or has ended"},
    403: {"description": "The key's scopes, or its account's role, do not allow it"},
    404: {"description": "There is no such thing, or it is not this account's"},
    422: {"description": "A parameter is missing or of another form"},
}


def make_api(web: Web, links: AnswerLinks, checks: OneOffs, network: Network) -> FastAPI:
    """The API as an application of its own, to be mounted."""
    api = FastAPI(
        title="rights",
        version=__version__,
        description="Send a key as `Authorization: Bearer rk_…`; the desk's account page makes them. Times are RFC 3339, days ISO 8601.",
        docs_url=None,
        redoc_url=None,
    )
    keys = Keys(web)
    routes = APIRouter(responses=_ERRORS)
    routes.include_router(violations_api(web, keys, links))
    routes.include_router(letters_api(web, keys, links, network))
    routes.include_router(catalogue_api(web, keys))
    routes.include_router(checks_api(web, keys, checks))
    api.include_router(routes)
    add_failures(api)
    admit_extensions(api)
    return api
