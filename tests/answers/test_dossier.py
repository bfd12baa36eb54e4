"""A report on a place: a score card of the newest figures, and each indicator with all its answers."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.needs import needs_chinese_font

from cpstats.answers.ask import ask
from cpstats.answers.dossier import dossier
from cpstats.answers.group import group_of
from cpstats.cli.given import Options
from cpstats.errors import UsageError
from cpstats.export import docx, html, md
from cpstats.model.report import Style
from cpstats.model.text import Text
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.report import Report

LEVELS = {
    ("Northland", "Catch", "t"): (1000, 1100, 1210),
    ("Aby", "Catch", "t"): (100, 120, 150),
    ("Bex", "Catch", "t"): (300, 290, 280),
    ("Aby", "<b>Boats</b>", "boats"): (7, 8, 9),
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    file: Path = tmp_path_factory.mktemp("own") / "catch.csv"
    rows = [
        f"{indicator},{place},{2021 + n},{value},{unit}"
        for (place, indicator, unit), values in LEVELS.items()
        for n, value in enumerate(values)
    ]
    head = "indicator,ref_area,time_period,obs_value,unit"
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    options = Options(place=["Aby"], vs="Northland", data=[str(file)])
    package = open_package([str(file)], builtin=False)
    question = ask(options, package, ["all"], benchmark=True)
    return dossier(question, package, group=group_of("", options, package))


def test_the_score_card_has_the_newest_of_everything(report: Report) -> None:
    made = report.dossier
    assert made is not None
    catch, boats = made.cards
    assert (catch.level.value, catch.level.time_period) == (150.0, "2023")  # type: ignore[union-attr]
    # 150 / 120 = 1.25; 1210 / 1100 = 1.10: 25 − 10 = 15 points, and 150 / 1210 = 12.4 %
    assert catch.growth.value == pytest.approx(25.0)  # type: ignore[union-attr]
    assert catch.gap.value == pytest.approx(15.0)  # type: ignore[union-attr]
    assert [[f.value for f in run] for run in catch.runs] == [[100.0, 120.0, 150.0]]
    assert catch.good is None  # nothing says which way is better
    assert (boats.level.value, boats.gap) == (9.0, None)  # type: ignore[union-attr]
    assert any("Boats" in gap.en for gap in made.gaps)


def answered(tmp_path: Path, *rows: str) -> Report:
    """Return a report on Aby beside Northland of a table of these rows."""
    file = tmp_path / "own.csv"
    head = "indicator,ref_area,time_period,measure,obs_value,unit"
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    options = Options(place=["Aby"], vs="Northland", data=[str(file)])
    package = open_package([str(file)], builtin=False)
    return dossier(ask(options, package, ["all"], benchmark=True), package)


def test_what_has_one_value_is_a_line_of_a_table_and_no_part_of_its_own(tmp_path: Path) -> None:
    report = answered(
        tmp_path,
        "Catch,Aby,2023,level,5,t", "Trips,Aby,2021/2023,average_growth,4,%", "Catch,Northland,2023,level,9,t",
    )  # fmt: skip
    made = report.dossier
    assert made is not None
    assert [c.name.en for c in made.cards] == ["Catch"]
    assert [s.card.name.en for s in made.sections] == ["Catch"]
    text = md.write(report, Style()).decode()
    assert "| Trips | 2021–2023 | 4 % |" in re.sub(" +", " ", text.partition("Other figures")[2])
    assert not any("Trips" in gap.en for gap in made.gaps)


def test_a_report_of_single_values_only_has_them_as_its_parts(tmp_path: Path) -> None:
    made = answered(tmp_path, "Catch,Aby,2023,level,5,t", "Catch,Northland,2020,level,9,t").dossier
    assert made is not None
    assert [c.name.en for c in made.cards] == ["Catch"]
    assert made.singles == ()


def test_years_and_columns_in_which_nothing_stands_are_left_out(tmp_path: Path) -> None:
    rows = [f"Catch,{place},{year},level,{n},t" for place, year, n in [
        ("Aby", 2018, 5), ("Aby", 2023, 6), ("Northland", 2018, 9),
    ]]  # fmt: skip
    made = answered(tmp_path, *rows).dossier
    assert made is not None
    (table,) = [b for b in made.sections[0].answer.blocks if "average" not in str(b.title)]
    assert [row[0].text.en for row in table.rows if row[0].text] == ["2018", "2023"]
    assert [column.header.en for column in table.columns][:3] == ["period", "Aby", "Northland"]


@pytest.mark.parametrize(
    ("known", "newest"),
    [
        ((("2006", 16), ("2023-H1", 9)), "2023-H1"),  # a year long gone is no news
        ((("2022", 16), ("2023-H1", 9)), "2022"),  # a half is less than the last whole year
        ((("2006", 16), ("2023-01/2023-05", 8), ("2023-05", 2)), "2023-01/2023-05"),
    ],
)
def test_the_score_card_has_a_part_of_a_year_where_the_year_before_is_not_known(
    tmp_path: Path, known: tuple[tuple[str, int], ...], newest: str
) -> None:
    rows = [
        f"Catch,{place},{period},level,{n},t"
        for place in ("Aby", "Northland")
        for period, n in known
    ]
    made = answered(tmp_path, *rows).dossier
    assert made is not None
    (card,) = made.cards
    assert card.level is not None
    assert card.level.time_period == newest


def test_growth_without_a_level_still_says_whose_it_is(tmp_path: Path) -> None:
    rows = [
        f"Catch,{place},{year},growth,{year - 2010},%"
        for place in ("Aby", "Northland")
        for year in (2022, 2023)
    ]
    made = answered(tmp_path, *rows).dossier
    assert made is not None
    heads = [c.header.en for c in made.sections[0].answer.blocks[0].columns]
    assert heads[:5] == ["period", "Aby", "growth", "Northland", "growth"]


def test_a_note_of_a_report_names_no_option(tmp_path: Path) -> None:
    rows = [
        f"Catch,{place},{year},level,{year - 1980 + n},t"
        for n, place in enumerate(("Aby", "Northland"))
        for year in range(2001, 2024)
    ]
    report = answered(tmp_path, *rows)
    for lang, said in (
        ("en", "Aby has earlier years (2001–2013)"),
        ("zh", "Aby另有更早年份（2001—2013年）"),
    ):
        text = md.write(report, Style(lang=lang)).decode()  # type: ignore[arg-type]
        assert f"- {said}\n" in text.replace("\\", "")
        assert "--" not in re.sub(r"\|.*", "", text)


def test_a_quote_is_the_digits_of_the_source_and_its_unit_in_the_words_of_the_reader(
    tmp_path: Path,
) -> None:
    rows = [f"Catch,{place},2023,level,5,万吨" for place in ("Aby", "Northland")]
    text = md.write(answered(tmp_path, *rows), Style()).decode()
    assert "Catch, Aby, 2023: “5” (10,000 tonnes)" in text.replace("\\", "")
    assert "| Catch | 2023 | 0.05 million tonnes |" in re.sub(" +", " ", text)


def test_a_page_is_whole_escaped_and_asks_nobody(report: Report) -> None:
    pytest.importorskip("vl_convert")
    page = html.write(report, Style()).decode()
    assert page.startswith("<!doctype html>")
    assert page.count("<svg") >= 3  # two spark lines, and pictures
    assert "<b>Boats" not in page
    assert "&lt;b&gt;Boats" in page
    assert not re.search(r"<(script|link|iframe|img)\b|@import|url\((?!#)", page)


def test_markdown_has_the_sentences_and_the_tables(report: Report) -> None:
    text = md.write(report, Style()).decode()
    assert text.startswith("# Aby beside Northland\n")
    assert "| Catch" in text
    assert "\\<b\\>Boats" in text
    assert "\n\n\n" not in text


@needs_chinese_font
def test_docx_has_native_tables_captions_and_pictures(report: Report) -> None:
    pytest.importorskip("vl_convert")
    read = pytest.importorskip("docx")
    written = docx.write(report, Style(lang="zh"))
    made = read.Document(io.BytesIO(written))
    assert len(made.tables) >= 3
    assert len(made.inline_shapes) >= 1
    captions = [p for p in made.paragraphs if p.style.name == "Caption"]
    assert len(captions) == len(made.tables) + len(made.inline_shapes)
    described = made.inline_shapes[0]._inline.docPr.get("descr")
    assert "Catch" in described
    fonts = made.styles["Normal"].element.rPr.rFonts
    assert "宋体" in fonts.attrib.values()
    assert (
        'w:eastAsia="zh-CN"' in made.styles.element.xml
    )  # else signs of another country are drawn
    for table in made.tables:  # 16.5 cm between the margins, and no row on two pages
        assert sum(c.width.cm for c in table.columns) == pytest.approx(16.5, abs=0.01)
        assert all("cantSplit" in row._tr.xml for row in table.rows)
        kept = ["keepNext" in row._tr.xml for row in table.rows]
        assert kept == [True] + [False] * (len(kept) - 1)  # a head ends no page
    assert docx.write(report, Style(lang="zh")) == written


def test_a_part_that_has_nothing_to_say_has_no_heading(report: Report) -> None:
    assert report.dossier is not None
    whole = replace(report, dossier=replace(report.dossier, gaps=()))
    assert "What is not known" not in md.write(whole, Style()).decode()
    lacking = replace(report, dossier=replace(report.dossier, gaps=(Text("no hay", "无"),)))
    assert "## What is not known" in md.write(lacking, Style()).decode()


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ no_such_name }}", "'no_such_name' is undefined"),
        ("a\n{% for %}", r"line 2"),
        ("{{ title.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.format.__globals__ }}", "unsafe"),
        ("{{ '{0.__class__}'.format(title) }}", "unsafe"),
        ("{% include '/etc/passwd' %}", "/etc/passwd"),
        ("{% import 'os' as os %}", r"line \?: .*os"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 'a' + 1 }}", "concatenate"),
        ("{{ open('/etc/passwd') }}", "'open' is undefined"),
    ],
)
def test_a_wrong_template_is_said_and_a_sandbox_holds(
    report: Report, template: str, told: str
) -> None:
    assert report.dossier is not None
    own = replace(report, dossier=replace(report.dossier, template=template))
    with pytest.raises(UsageError, match=told):
        md.write(own, Style())


def test_a_template_of_ones_own_lays_out_the_report(report: Report) -> None:
    assert report.dossier is not None
    template = "{{ title }}:{% for card in cards %} {{ card.name }} {{ card.value }};{% endfor %}"
    own = replace(report, dossier=replace(report.dossier, template=template))
    assert md.write(own, Style()).decode().startswith("Aby beside Northland: Catch 150")


UNSEEN = "\x1b[31m\u202e\u200b\x07\u2066"


def test_no_sign_of_a_name_moves_a_cursor_or_turns_words_in_a_report(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    rows = [
        f"Ca{UNSEEN}tch,{place},{year},{year - 1900},t"
        for place in (f"A{UNSEEN}by", "Northland")
        for year in (2021, 2022, 2023)
    ]
    head = "indicator,ref_area,time_period,obs_value,unit"
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    package = open_package([str(file)], builtin=False)
    options = Options(place=[f"A{UNSEEN}by"], vs="Northland", data=[str(file)])
    question = ask(options, package, ["all"], benchmark=True)
    made = dossier(question, package, group=group_of("", options, package))
    pieces = [module.write(made, Style()).decode() for module in (html, md)]
    with zipfile.ZipFile(io.BytesIO(docx.write(made, Style()))) as archive:
        pieces += [
            archive.read(name).decode() for name in ("word/document.xml", "docProps/core.xml")
        ]
    for text in pieces:
        assert {*UNSEEN[:1], *UNSEEN[5:]}.isdisjoint(text)
    assert all("tch" in text for text in pieces[:3])
