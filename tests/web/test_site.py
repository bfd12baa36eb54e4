"""The pages give the answers of the command line, in both languages, and read nothing else."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests.web.conftest import Browser

from cpstats.forms import questions
from cpstats.store.package import open_package
from cpstats.web.pages import DOCUMENTS, DOWNLOADS
from cpstats.web.site import application

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

GDP = "indicators=gdp&place=changping&period=2020..2022"


def told(text: str) -> str:
    """What a page says is wrong."""
    return unescape("".join(re.findall(r'role="alert">(.*?)</p>', text)))


def test_a_page_shows_the_figures_their_notes_and_the_addresses_of_their_sources(
    browser: Browser,
) -> None:
    got = browser.get(f"/show?{GDP}")
    assert got.status == 200
    # sources.csv, table2022: 1147.5, 1287.0 and 1340.8 亿元 in 2020 to 2022
    assert re.findall(r'<td class="number"[^>]*>([\d,]+\.\d)</td>', got.text)[:3] == [
        "1,147.5", "1,287.0", "1,340.8",
    ]  # fmt: skip
    assert 'rel="noreferrer">http' in got.text
    assert "<script" not in got.text
    assert "style=" not in got.text  # the policy forbids it


@pytest.mark.parametrize("suffix", ["csv", "json", "md"])
def test_a_download_has_the_bytes_of_the_command(
    suffix: str, browser: Browser, cpstats: Run
) -> None:
    got = browser.get(f"/show.{suffix}?{GDP}")
    words = ("show", "gdp", "-p", "changping", "--period", "2020..2022")
    assert got.text == cpstats(*words, "--format", suffix).stdout
    assert got.headers["content-disposition"] == f'attachment; filename="show.{suffix}"'


@pytest.mark.parametrize("question", questions())
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_question_has_a_form_in_both_languages(
    question: str, lang: str, browser: Browser
) -> None:
    got = browser.get(f"/{question}?lang={lang}")
    assert got.status == 200
    assert f'<html lang="{lang}">' in got.text
    assert f'<form action="/{question}">' in got.text
    assert 'name="data"' not in got.text


def test_the_language_is_that_of_the_address_else_of_the_browser(browser: Browser) -> None:
    assert 'lang="zh"' in browser.get("/", accept_language="zh-CN,zh;q=0.9").text
    page = browser.get(f"/show?{GDP}&lang=en", accept_language="zh-CN").text
    assert '<html lang="en">' in page
    assert (
        '<a href="/show?indicators=gdp&amp;place=changping&amp;period=2020..2022&amp;lang=zh"'
        in page
    )


def test_a_form_is_filled_as_it_was_asked(browser: Browser) -> None:
    page = browser.get("/growth?indicators=gdp&place=beijing&start=2020&end=2024&method=geometric")
    assert 'name="start" value="2020"' in page.text
    assert "<option selected>geometric</option>" in page.text
    assert page.status == 200


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/show?indicators=gdq", 400, "no indicator is called “gdq”"),
        ("/show?indicators=gdp&place=changping&period=1901", 404, "no figure answers this"),
        ("/rank?indicators=gdp&among=beijing&top=three", 400, "--top: “three” is no number"),
        ("/show?indicators=gdp&data=/etc/passwd", 400, "the address says “data”"),
        ("/inequality?indicators=gdp&neighbours=/etc/passwd", 400, "the address says “neighbours”"),
        ("/rank?indicators=gdp&among=@/etc/passwd", 400, "--among: files are not read here"),
        ("/shows", 404, "there is no page “/shows”"),
        ("/show.exe?indicators=gdp", 404, "there is no page"),
        ("/../../etc/passwd", 404, "there is no page"),
        ("/show.csv?indicators=gdq", 400, "no indicator is called “gdq”"),
        ("/search?q=qqqq", 404, "nothing is called “qqqq”"),
        ("/show?indicators=<b>x</b>", 400, "no indicator is called “<b>x</b>”"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_command_line(
    address: str, status: int, words: str, browser: Browser
) -> None:
    got = browser.get(f"{address}{'&' if '?' in address else '?'}lang=en")
    assert got.status == status
    assert words in told(got.text)
    assert "<b>x" not in got.text


def test_a_text_is_checked_with_its_marks(browser: Browser) -> None:
    text = "2024年，昌平地区生产总值1811.9亿元。"
    sent = browser.post("/check", text=text, lang="zh")
    assert sent.status == 200
    assert 'class="confirmed"' in sent.text
    assert browser.get(f"/check?text={text}&lang=zh").text.count("<mark") == sent.text.count(
        "<mark"
    )


def test_a_text_is_checked_as_of_the_day_and_the_place_that_are_said(browser: Browser) -> None:
    text = "去年，地区生产总值1340.8亿元。"
    said = browser.post("/check", text=text, published="2023-02-01", place="昌平区", lang="zh").text
    assert "2023-02-01发布（给定），地区昌平区（给定）" in said
    assert '<mark class="confirmed"' in said
    assert 'value="2023-02-01"' in said
    wrong = browser.post("/check", text=text, published="February", lang="en")
    assert wrong.status == 400
    assert "“February” is no day. Write --published 2025-12-22." in told(wrong.text)


def test_a_text_that_is_too_long_is_not_read(browser: Browser) -> None:
    got = browser.ask("POST", "/check", b"text=" + b"x" * 1_000_000, {"host": "localhost"})
    assert (got.status, told(got.text)[:38]) == (400, "the text is longer than 1000000 bytes.")
    many = browser.ask("POST", "/check", b"&".join([b"a=1"] * 21), {"host": "localhost"})
    assert "more than 20 fields were sent" in told(many.text)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_read_only(method: str, browser: Browser) -> None:
    assert browser.ask(method, "/show", b"", {"host": "localhost"}).status == 405


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200), ("127.0.0.1", 200), ("[::1]:8000", 200),
        ("evil.example", 421), ("evil.example:8000", 421), ("localhost.evil.example", 421), ("", 421),
    ],
)  # fmt: skip
def test_another_name_of_this_machine_is_refused(host: str, status: int, browser: Browser) -> None:
    got = browser.get("/", host=host)
    assert got.status == status
    assert "default-src 'none'" in got.headers["content-security-policy"]


def test_a_search_leads_to_figures(browser: Browser) -> None:
    page = browser.get("/search?q=gdp&lang=en").text
    assert '<a href="/show?indicators=gdp&amp;lang=en">' in page
    assert browser.get("/show?indicators=gdp&lang=en").status == 200


@pytest.mark.parametrize(
    ("text", "href"),
    [("changping", "/compare?place=110114"), ("china", "/show?indicators=all&amp;place=100000")],
)
def test_a_place_that_was_found_leads_to_all_its_figures(
    text: str, href: str, browser: Browser
) -> None:
    page = browser.get(f"/search?q={text}&lang=en").text
    assert f'<a href="{href}&amp;lang=en">' in page
    assert browser.get(f"{href.replace('&amp;', '&')}&lang=en").status == 200


@pytest.mark.parametrize("question", questions())
def test_a_form_names_no_command_in_either_language(question: str, browser: Browser) -> None:
    for lang in ("en", "zh"):
        page = browser.get(f"/{question}?lang={lang}").text
        said = "".join(re.findall(r"<(?:legend|label[^>]*|p)>(.*?)</", page))
        assert len(said) > 50
        assert not re.search(r"cpstats|`|@|--format|[Rr]epeat|重复", said)


def test_every_download_has_a_kind() -> None:
    from cpstats.web.site import KINDS

    assert set(KINDS) == {*DOWNLOADS, *DOCUMENTS}


def test_a_report_is_read_in_the_page_and_taken_away_as_a_document(browser: Browser) -> None:
    words = "about=changping&vs=beijing&indicators=gdp&period=2022&lang=zh"
    page = browser.get(f"/report?{words}")
    assert "昌平区与北京市对比报告" in page.text
    assert "按不变价格计算，比上年增长1.5%" in page.text
    assert re.findall(r'href="/report\.(\w+)\?', page.text) == [
        "html", "docx", "md", "csv", "xlsx", "json",
    ]  # fmt: skip
    taken = browser.get(f"/report.md?{words}")
    assert taken.status == 200
    assert taken.text.startswith("# 昌平区与北京市对比报告")
    assert browser.get(f"/show.html?{GDP}").status == 404  # a page of its own


def test_own_data_are_asked_and_their_faults_said_in_both_languages(tmp_path: Path) -> None:
    file = tmp_path / "catch.csv"
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    file.write_text(f"{head}Catch,Aby,2021,100,t\nCatch,Aby,2022,120,t\n", "utf-8")
    pages = Browser(application(open_package([str(file)], builtin=False)))
    got = pages.get("/show?indicators=Catch&place=Aby")
    assert got.status == 200
    assert 'value="Aby"' in got.text  # the form proposes it
    assert "120" in got.text
    file.write_text(f"{head}Catch,Aby,2021,1x0,t\n", "utf-8")
    pages = Browser(application(open_package([str(file)], builtin=False)))
    for lang, said in (("en", "“1x0” is not a number"), ("zh", "“1x0”不是数字")):
        got = pages.get(f"/show?indicators=Catch&place=Aby&lang={lang}")
        assert got.status == 422
        assert "catch.csv:2:16" in told(got.text)
        assert said in told(got.text)


UNSEEN = "\x1b[31m\u202e\u200b\x07\u2066"


@pytest.mark.parametrize(
    "path", ["/", "/show", "/show?indicators=all", "/compare?place=all", "/report"]
)
def test_no_sign_of_a_name_turns_the_words_of_a_page(path: str, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    rows = "".join(f"Ca{UNSEEN}tch,A{UNSEEN}by,{year},5,t\n" for year in (2021, 2022))
    file.write_text(head + rows, "utf-8")
    text = Browser(application(open_package([str(file)], builtin=False))).get(path).text
    assert "by" in text
    assert {*UNSEEN[:1], *UNSEEN[5:]}.isdisjoint(text)


def test_what_only_own_data_have_is_shown_of_their_places_where_none_is_named(
    tmp_path: Path,
) -> None:
    file = tmp_path / "catch.csv"
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    file.write_text(f"{head}Catch,Aby,2021,100,t\nCatch,Aby,2022,120,t\n", "utf-8")
    pages = Browser(application(open_package([str(file)])))
    got = pages.get("/show?indicators=Catch&lang=en")  # where a search leads
    assert got.status == 200
    assert "Catch · Aby" in got.text
    assert "Changping" in pages.get("/show?indicators=gdp&lang=en").text


def test_a_report_reads_no_file_of_this_machine(browser: Browser) -> None:
    got = browser.get("/report?about=changping&vs=beijing&template=/etc/hostname")
    assert got.status == 400


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("compare.xlsx?indicators=gdp&place=changping&vs=beijing", "compare gdp -p changping --vs beijing"),
        ("growth.csv?indicators=gdp&place=beijing&start=2020&end=2024", "growth gdp -p beijing --from 2020 --to 2024"),
        ("rank.json?indicators=gdp&among=beijing&period=2022", "rank gdp --among beijing --period 2022"),
        ("share.svg?indicators=gdp_tertiary&of=gdp&place=beijing", "share gdp_tertiary --of gdp -p beijing"),
        ("index.xlsx?indicators=gdp&place=beijing&base=2020", "index gdp -p beijing --base 2020"),
        ("revisions.csv?indicators=gdp&place=beijing", "revisions gdp -p beijing"),
        ("inequality.json?indicators=gdp&among=beijing&period=2022", "inequality gdp --among beijing --period 2022"),
        ("target.svg?indicators=gdp&place=beijing&times=2&start=2020&by=2035", "target gdp -p beijing --times 2 --from 2020 --by 2035"),
        ("contribution.csv?indicators=gdp_primary&indicators=gdp_tertiary&of=gdp&place=beijing", "contribution gdp_primary gdp_tertiary --of gdp -p beijing"),
        ("derive.xlsx?name=per_head&indicators=gdp&of=resident_population&place=beijing", "derive per_head gdp --of resident_population -p beijing"),
        ("report.docx?about=changping&vs=beijing&indicators=land_area", "report changping --vs beijing -i land_area"),
        ("narrate.md?indicators=gdp&place=changping", "narrate gdp -p changping"),
    ],
)  # fmt: skip
def test_a_download_of_any_question_is_what_the_command_writes(
    address: str, command: str, browser: Browser, cpstats: Run, tmp_path: Path
) -> None:
    suffix = address.partition("?")[0].partition(".")[2]
    if suffix == "svg":
        pytest.importorskip("vl_convert")
    got = browser.get(f"/{address}")
    assert got.status == 200
    file = tmp_path / f"answer.{suffix}"
    drawn = ["--plot"] if suffix == "svg" else []
    assert cpstats(*command.split(), *drawn, "-o", file).returncode == 0
    assert got.content == file.read_bytes()


def test_an_answer_is_kept_for_its_picture_and_downloads_in_either_language(
    browser: Browser,
) -> None:
    english, chinese = (browser.get(f"/show?{GDP}&lang={lang}").text for lang in ("en", "zh"))
    assert "Changping" in english
    assert "昌平区" in chinese
    assert browser.get(f"/show?{GDP}&freq=&lang=en").text.count("1,340.8") == english.count(
        "1,340.8"
    )
    other = browser.get("/show?indicators=gdp&place=beijing&period=2020..2022&lang=en").text
    assert "1,340.8" not in other
