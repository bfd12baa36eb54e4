"""`check` at the command line: inputs, outputs, exit statuses, what is said where."""

from __future__ import annotations

import csv
import io
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run
    from tests.cli.conftest import Invoke

TRUE = "2024年，昌平区地区生产总值1811.9亿元。"
FALSE = "2024年，昌平区地区生产总值1911.9亿元。"
OPEN = "2024年，昌平区软件业收入300亿元。"
WHEN = ("--published", "2025-04-10", "--place", "changping")


def verdicts(stdout: str) -> list[str]:
    return [row["verdict"] for row in csv.DictReader(StringIO(stdout))]


@pytest.mark.parametrize(
    ("text", "status", "verdict"),
    [(TRUE, 0, "confirmed"), (FALSE, 1, "contradicted"), (OPEN, 0, "unverifiable")],
)
def test_the_exit_status_is_1_where_something_is_wrong(
    text: str, status: int, verdict: str, invoke: Invoke
) -> None:
    done = invoke("check", text, *WHEN)
    assert (done.status, verdicts(done.stdout)) == (status, [verdict])


def test_a_text_that_contradicts_itself_is_wrong_too(invoke: Invoke) -> None:
    done = invoke(
        "check", "2023年，南昌市地区生产总值突破8000亿元、达到7203.5亿元。", "--place", "360100"
    )
    assert (done.status, verdicts(done.stdout)) == (1, ["inconsistent"] * 2)


def test_only_shows_some_verdicts_and_counts_all(invoke: Invoke) -> None:
    done = invoke("check", TRUE + FALSE + OPEN, *WHEN, "--only", "contradicted,inconsistent")
    assert (done.status, verdicts(done.stdout)) == (1, ["contradicted"])
    assert done.stderr == "3 claims: 1 confirmed, 1 contradicted, 1 unverifiable.\n"
    done = invoke("check", TRUE + FALSE, *WHEN, "--only", "confirmed")
    assert (done.status, verdicts(done.stdout)) == (1, ["confirmed"])


def test_words_without_quotes_are_one_sentence(invoke: Invoke) -> None:
    done = invoke("check", "Beijing", "GDP", "grew", "by", "5.2", "percent", "in", "2024")
    assert (done.status, verdicts(done.stdout)) == (0, ["confirmed"])


def test_no_claim_is_no_fault(invoke: Invoke) -> None:
    done = invoke("check", "昌平很美。", "--format", "table")
    assert (done.status, done.stderr) == (0, "")
    assert done.stdout.endswith("No quantitative claim was found.\n")
    for name in ("csv", "json", "md", "html", "sarif", "github", "ndjson", "tsv"):
        assert invoke("check", "昌平很美。", "--format", name).status == 0


def test_files_standard_input_and_encodings(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TRUE, "utf-8")
    (tmp_path / "b.txt").write_bytes(FALSE.encode("gb18030"))
    (tmp_path / "c.md").write_text("**2024年**，昌平区地区生产总值**1811.9亿元**。", "utf-8")
    (tmp_path / "d.html").write_text(f"<html><p>{TRUE}</p></html>", "utf-8")
    done = invoke("check", "a.txt", "b.txt", "c.md", "d.html", "-", *WHEN, stdin=TRUE.encode())
    rows = list(csv.DictReader(StringIO(done.stdout)))
    assert [(r["file"], r["line"], r["column"], r["verdict"]) for r in rows] == [
        ("a.txt", "1", "16", "confirmed"),
        ("b.txt", "1", "16", "contradicted"),
        ("c.md", "1", "22", "confirmed"),
        ("d.html", "1", "16", "confirmed"),
        ("standard input", "1", "16", "confirmed"),
    ]
    assert done.status == 1


def test_docx_is_read(invoke: Invoke, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph(TRUE)
    document.save(str(tmp_path / "a.docx"))
    assert verdicts(invoke("check", "a.docx", *WHEN).stdout) == ["confirmed"]


def test_json_is_one_object_a_text_and_one_a_line_for_several(
    invoke: Invoke, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TRUE, "utf-8")
    one = json.loads(invoke("check", "a.txt", *WHEN, "--json").stdout)
    assert list(one) == ["schema", "document", "published", "place", "claims"]
    assert (one["schema"], one["document"]) == ("cpstats/check/1", "a.txt")
    lines = invoke("check", "a.txt", "b.txt", *WHEN, "--json").stdout.splitlines()
    assert [json.loads(line)["document"] for line in lines] == ["a.txt", "b.txt"]


def test_the_context_is_read_from_the_text_and_said(invoke: Invoke) -> None:
    text = f"昌平区发展综述\n2025年12月22日\n{TRUE}"
    told = invoke("check", text, "--format", "plain").stdout.splitlines()
    assert told[1] == (
        "text: published 2025-12-22 (from the text), place Changping (from the text)"
    )
    given = invoke("check", text, *WHEN, "--format", "plain", "--lang", "zh").stdout.splitlines()
    assert given[1] == "text: 2025-04-10发布（给定），地区昌平区（给定）"
    bare = invoke("check", "增长5%。", "--format", "plain").stdout.splitlines()
    assert bare[1] == (
        "text: day of publication not known (--published), place not known (--place)"
    )


def test_any_official_place_may_be_the_context(invoke: Invoke) -> None:
    shown = invoke("check", "全市增长5%。", "--place", "南昌市", "--format", "plain").stdout
    assert "place 南昌市 (given)" in shown


def test_a_text_is_not_confirmed_by_itself(invoke: Invoke) -> None:
    text = "2025年上半年，昌平区出口125.3亿元。"
    day = ("--published", "2025-12-22", "--place", "changping")
    perhaps = invoke("check", text, *day)  # nothing in it shows that it is the review of that day
    assert verdicts(perhaps.stdout) == ["confirmed"]
    assert "from cp_review_2025 of the same day, which may be this text" in perhaps.stdout
    for said in (
        (text, *day, "--exclude-source", "cp_review_2025"),
        (f"“十四五”昌平成就综述\n{text}", *day),
    ):
        done = invoke("check", *said)
        assert verdicts(done.stdout) == ["unverifiable"]
        assert "only this text gives it (cp_review_2025)" in done.stdout
        assert done.stderr.startswith(
            "left out, for a text is never confirmed by itself: cp_review_2025 ("
        )
    other = invoke("check", text, "--published", "2025-12-30", "--place", "changping")
    assert verdicts(other.stdout) == ["confirmed"]
    again = invoke("check", text, "--published", "2025-12-30", "--exclude-source", "cp_review_2025")
    assert verdicts(again.stdout) == ["unverifiable"]


def test_explain_shows_intervals_formulas_and_sources(invoke: Invoke) -> None:
    shown = invoke("check", f"{TRUE}占全市的3.6%。", *WHEN, "--explain", "--format", "plain").stdout
    for part in ("Evidence", "[1811.85, 1811.95]", "1811.9 / 49843.1 × 100", "meets", "cp_jp"):
        assert part in shown


def test_own_data_are_held_against_a_text(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "indicator,ref_area,time_period,measure,obs_value,unit\n"
        "gdp,青云镇,2024,level,12.5,亿元\ngdp,青云镇,2024,growth,6.1,%\n",
        "utf-8",
    )
    text = "2024年，青云镇地区生产总值{}亿元，增长6.1%。"
    right = invoke("check", text.format("12.5"), "--data", "own.csv")
    assert (right.status, verdicts(right.stdout)) == (0, ["confirmed", "confirmed"])
    wrong = invoke("check", text.format("15.2"), "--data", "own.csv")
    assert (wrong.status, verdicts(wrong.stdout)) == (1, ["contradicted", "confirmed"])


def test_annotations_of_a_code_host(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TRUE}\n{FALSE}", "utf-8")
    done = invoke("check", "a.txt", *WHEN, "--format", "github")
    assert done.stdout == (
        "::error file=a.txt,line=2,col=16,endColumn=24,title=cpstats contradicted::"
        "昌平区地区生产总值【1911.9亿元】: contradicted, the data say 181.19 billion yuan in 2024 (first)\n"
    )


def test_sarif_has_rules_regions_and_kinds(invoke: Invoke) -> None:
    from sarif_pydantic import Sarif

    done = invoke("check", TRUE + FALSE + OPEN, *WHEN, "--format", "sarif")
    Sarif.model_validate_json(done.stdout)
    run = json.loads(done.stdout)["runs"][0]
    assert [(r["ruleId"], r.get("kind"), r["level"]) for r in run["results"]] == [
        ("confirmed", "pass", "none"),
        ("contradicted", None, "error"),
        ("unverifiable", "open", "none"),
    ]
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 40, "endColumn": 48}


def test_the_page_shows_the_text_with_its_claims_marked(invoke: Invoke) -> None:
    page = invoke("check", f"<b>&{FALSE}", *WHEN, "--format", "html").stdout
    assert (
        '&lt;b&gt;&amp;2024年，昌平区地区生产总值<mark class="contradicted" '
        'title="contradicted: the data say 181.19 billion yuan in 2024 (first)">1911.9亿元'
        "<sup>contradicted</sup></mark>。"
    ) in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ((), 2, "no text was named. For example: `cpstats check \"2024年，昌平地区生产总值1811.9亿元。\"`."),
        (("text", "--published", "soon"), 2, "“soon” is no day. Write --published 2025-12-22."),
        (
            ("text", "--only", "wrong"),
            2,
            ("--only does not know “wrong”. Known: confirmed, contradicted, depends, inconsistent, "
            "unverifiable, not_checked."),
        ),
        (("text", "-p", "beijing", "-p", "changping"), 2, "a text speaks from one place. Name one: --place PLACE."),
        (("absent.txt",), 3, "absent.txt: there is no such file. Check the name and the folder."),
        (("absent.docx",), 3, "absent.docx: there is no such file. Check the name and the folder."),
        (("-",), 3, "standard input: there is nothing in it. Name a text with claims."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_question_is_said(
    arguments: tuple[str, ...], status: int, message: str, invoke: Invoke
) -> None:
    done = invoke("check", *arguments)
    assert (done.status, done.stdout, done.stderr) == (status, "", f"cpstats: {message}\n")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "a.txt: 没有内容。请指定有数量表述的文章。"),
        ("a.txt", b"a\0", "a.txt:1:1: 文本中有 NUL 字符。这不是文本，或文件已损坏。"),
        ("a.pdf", b"%PDF-1.7", "a.pdf: 这是 PDF。请先另存为文本：pdftotext FILE.pdf"),
        (
            "a.doc",
            bytes.fromhex("d0cf11e0a1b11ae1"),
            "a.doc: 这是旧版 .doc，或带密码的 docx。请另存为不带密码的 docx，或存为文本。",
        ),
        (
            "a.docx",
            b"PK\3\4",
            "a.docx: 文档无法读取（已损坏或不完整）。请另存为不带密码的 docx，或存为文本。",
        ),
        (
            "a.html",
            b"<html>" + b"<div>" * 6000 + b"5%",
            "a.html: 嵌套的元素超过5000层。请将网页另存为文本。",
        ),
    ],
)
def test_files_that_cannot_be_read_are_refused_in_chinese(
    name: str, content: bytes, message: str, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    done = invoke("check", name, "--lang", "zh")
    assert (done.status, done.stdout, done.stderr) == (3, "", f"cpstats: {message}\n")


@pytest.mark.parametrize(
    "text",
    [
        "“““（（（2024年，昌平区GDP增长5.2%。”））“",
        "2024年，昌平区\x07GDP\x1b[31m增长5.2%\x1b[0m。\x0b\x0c",
        "\u202e2024年，昌平区\u200fGDP\u2067增长5.2%\u2069。",
        f"2024年，昌平区GDP增长1e400%，达到{'9' * 500}亿元，增长３．５％，0/0，占1/0。",
        "2024年，昌平区GDP增长5.2%、" * 300,
    ],
)
def test_odd_texts_are_checked_without_a_fault(text: str, invoke: Invoke) -> None:
    for name in ("table", "json", "sarif", "html", "github", "md"):
        done = invoke("check", text, *WHEN, "--format", name)
        assert done.status in (0, 1)
        assert "Traceback" not in done.stderr


def test_no_control_sign_reaches_a_terminal(invoke: Invoke) -> None:
    text = "2024年，昌平区\x1b[31mGDP增长5.2%\x1b[0m\u202e。"
    for name in ("table", "plain"):
        shown = invoke("check", text, *WHEN, "--format", name).stdout
        assert not {"\x1b", "\u202e"} & set(shown)


def test_thousands_of_claims_are_counted(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "many.txt").write_text("2024年，昌平区GDP增长5.2%。\n" * 2_000, "utf-8")
    done = invoke("check", "many.txt", *WHEN, "--only", "contradicted")
    assert (done.status, done.stdout.count("\n")) == (0, 1)
    assert done.stderr == "2000 claims: 2000 unverifiable.\n"


def test_it_is_a_program_of_its_own(cpstats: Run) -> None:
    done = cpstats("check", "-", *WHEN, "--format", "github", input=f"{TRUE}\n{FALSE}\n")
    assert (done.returncode, done.stdout.count("::error")) == (1, 1)
    assert done.stderr == "2 claims: 1 confirmed, 1 contradicted.\n"


def test_a_workbook_of_claims_can_be_written(invoke: Invoke, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    assert invoke("check", TRUE, *WHEN, "-o", "a.xlsx").status == 0
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "a.xlsx").read_bytes()))
    assert any("1811.9亿元" in str(c.value) for sheet in book for row in sheet for c in row)
