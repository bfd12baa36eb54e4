"""The application: addresses to questions, answers to pages and files."""

from __future__ import annotations

import importlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from cpstats.errors import CpstatsError, ExitStatus, NoAnswerError, UsageError
from cpstats.export.parts.page import sheet
from cpstats.forms import form_of, questions
from cpstats.message import Message
from cpstats.model.report import Style
from cpstats.store.at_once import read_once
from cpstats.web.address import SHOWN, answered, is_asked
from cpstats.web.guard import Guard
from cpstats.web.pages import DOCUMENTS, DOWNLOADS, Frame, Page

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from cpstats.forms.form import Form
    from cpstats.model.report import Report
    from cpstats.model.text import Lang
    from cpstats.store.package import Package

ICON = Path(__file__).with_name("icon.svg")
SHEETS = f"{sheet()}{Path(__file__).with_name('forms.css').read_text('utf-8')}".encode()
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ONLY_OF_REPORTS = {*DOCUMENTS} - {*DOWNLOADS}
STATUS = {ExitStatus.USAGE: 400, ExitStatus.DATA: 422, ExitStatus.NO_ANSWER: 404}
LARGEST = 1_000_000  # bytes of a text to be checked
KEPT = 8  # answers: a page, its picture and its downloads are one question
FIELDS = 20  # more than any form of these pages has


def application(package: Package, lang: Lang | None = None, names: Collection[str] = ()) -> ASGIApp:
    """Return the pages over some data.

    Parameters
    ----------
    package : Package
        The data, opened once; nothing else is read.
    lang : str, optional
        The language of pages that do not say one; by default the browser's.
    names : collection of str
        Names of this machine beside `localhost` by which it may be asked.
    """
    door = Door(package, lang)
    routes = [
        Route("/", door.start),
        Route("/search", door.search),
        Route("/check", door.check, methods=["GET", "POST"]),
        Route("/style.css", _file(SHEETS, "text/css; charset=utf-8")),
        Route("/icon.svg", _file(ICON.read_bytes(), "image/svg+xml")),
        Route("/{name}.{suffix}", door.file),
        Route("/{name}", door.question),
    ]
    app = Starlette(routes=routes, exception_handlers={404: door.lost})
    return Guard(app, names)


class Door:
    """The pages over one package."""

    def __init__(self, package: Package, lang: Lang | None) -> None:
        self._package, self._lang = read_once(package), lang
        self._frame = Frame(package.catalogue)
        self._draws = find_spec("vl_convert") is not None
        self._kept = lru_cache(maxsize=KEPT)(self._asked)

    async def start(self, request: Request) -> Response:
        """Show where everything begins."""
        return HTMLResponse(self._page(request).start())

    async def search(self, request: Request) -> Response:
        """Find indicators and places."""
        from cpstats.answers.listing import search

        text = request.query_params.get("q", "").strip()
        report, error = None, None
        try:
            report = search(text, self._package) if text else None
        except CpstatsError as caught:
            error = caught
        return HTMLResponse(self._page(request).found(text, report, error), _status(error))

    async def question(self, request: Request) -> Response:
        """Show the form of a question, and its answer if something is asked."""
        form = self._form(request)
        if form is None:
            return await self.lost(request, None)
        report, error = self._answer(form, request)
        if report and not report.answered:
            error = _nothing()
        drawn = self._draws and _can_be_drawn(report)
        page = self._page(request).question(form, report, error, drawn=drawn)
        return HTMLResponse(page, _status(error))

    async def file(self, request: Request) -> Response:
        """Send the answer as the command line writes it."""
        form, suffix = self._form(request), request.path_params["suffix"]
        if form is None or suffix not in KINDS:
            return await self.lost(request, None)
        report, error = self._answer(form, request, empty=True)
        if report and suffix in ONLY_OF_REPORTS and report.dossier is None:
            return await self.lost(request, None)
        if report is None:
            page = self._page(request).failed(error or _nothing())
            return HTMLResponse(page, _status(error))
        style = Style(lang=self._lang_of(request))
        try:
            content = importlib.import_module(f"cpstats.export.{suffix}").write(report, style)
        except CpstatsError as caught:
            return HTMLResponse(self._page(request).failed(caught), _status(caught))
        headers = {"content-disposition": f'attachment; filename="{form.name}.{suffix}"'}
        return Response(
            content, headers=headers if suffix != "svg" else {}, media_type=KINDS[suffix]
        )

    async def check(self, request: Request) -> Response:
        """Check the figures of a text that was typed or sent."""
        from cpstats.claims.check import Asked, check
        from cpstats.claims.spoken import day_of, place_of
        from cpstats.claims.texts import of_sentence

        words: QueryParams = request.query_params
        error: CpstatsError | None = None
        try:
            words = await _sent(request) if request.method == "POST" else words
        except UsageError as caught:
            error = caught
        text, report = words.get("text", "").strip(), None
        if text and error is None:
            try:
                places = [name for name in words.getlist("place") if name.strip()]
                asked = Asked(
                    published=day_of(words.get("published", "").strip()),
                    place=place_of(places, self._package.catalogue),
                    explain=bool(words.get("explain")),
                )
                report = check([of_sentence(text)], self._package, asked)
            except CpstatsError as caught:
                error = caught
        page = Page("/check", words, self._lang_of(request, words), self._frame)
        return HTMLResponse(page.check(text, report, error), _status(error))

    async def lost(self, request: Request, _: Any) -> Response:
        """Say that there is no such page."""
        error = UsageError(
            Message("there is no page “{}”", "没有页面“{}”", request.url.path),
            mend=Message("The start page has all.", "首页列出全部页面。"),
        )
        return HTMLResponse(self._page(request).failed(error), 404)

    def _form(self, request: Request) -> Form | None:
        name = request.path_params["name"]
        return form_of(name) if name in questions() else None

    def _answer(
        self, form: Form, request: Request, *, empty: bool = False
    ) -> tuple[Report | None, CpstatsError | None]:
        """Return the answer, or why there is none; neither where nothing is asked."""
        if not (empty or is_asked(request.query_params)):
            return None, None
        try:
            words = request.query_params.multi_items()
            asked = tuple((k, v) for k, v in words if k not in SHOWN and v.strip())
            return self._kept(form.name, asked), None
        except CpstatsError as error:
            return None, error

    def _asked(self, name: str, words: tuple[tuple[str, str], ...]) -> Report:
        """Put a question to the data; they are read once, so the answer stays what it is."""
        return answered(form_of(name), self._package, QueryParams([*words]))

    def _page(self, request: Request) -> Page:
        path, words = request.url.path, request.query_params
        return Page(path, words, self._lang_of(request), self._frame)

    def _lang_of(self, request: Request, words: QueryParams | None = None) -> Lang:
        """Return the language of the address, of the door, or of the browser."""
        said = (words or request.query_params).get("lang", "") or self._lang or ""
        said = said or request.headers.get("accept-language", "")
        return "zh" if said.lower().startswith("zh") else "en"


async def _sent(request: Request) -> QueryParams:
    """Return the fields of a form that was sent, as long as they are not too many signs."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise UsageError(
                Message("the text is longer than {} bytes", "文本超过 {} 字节", LARGEST),
                mend=Message(
                    "Check it with `cpstats check FILE`.", "请用 cpstats check FILE 核对。"
                ),
            )
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=FIELDS)
    except ValueError:
        raise UsageError(
            Message("more than {} fields were sent", "提交的字段超过 {} 个", FIELDS),
            mend=Message("Send the text alone.", "请只提交文本。"),
        ) from None
    return QueryParams([(key, value) for key, values in fields.items() for value in values])


def _file(content: bytes, kind: str) -> Any:
    async def send(_: Request) -> Response:
        return Response(content, media_type=kind)

    return send


def _can_be_drawn(report: Report | None) -> bool:
    """Whether there is a picture of the answer; a document has its own."""
    from cpstats.model.charts import can_be_drawn

    return report is not None and not report.dossier and can_be_drawn(report)


def _nothing() -> NoAnswerError:
    return NoAnswerError(
        Message("no figure answers this", "没有可用数据回答该问题"),
        mend=Message("Search shows what there is.", "可用“查找”查看已有数据。"),
    )


def _status(error: CpstatsError | None) -> int:
    return 200 if error is None else STATUS.get(ExitStatus(error.exit_status), 500)
