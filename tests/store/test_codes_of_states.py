"""Two letters that are the code of a country and of a state: of which, the others beside them and the header say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def places(folder: Path, head: str, codes: str) -> set[str]:
    rows = "".join(f"{code},2021,{n}.5\n" for n, code in enumerate(codes.split(), 3))
    path = folder / "t.csv"
    path.write_text(f"{head},year,kilns (kt)\n{rows}", "utf-8")
    package = open_package([str(path)], builtin=False)
    called = package.catalogue.spelled
    return {called[str(path), code] for code in codes.split()}


@pytest.mark.parametrize(
    ("head", "codes", "own"),
    [
        ("uf", "PE AL RJ SP", {"PE (uf)", "AL (uf)", "RJ", "SP"}),  # Pernambuco is not Peru
        ("region", "PE AL RJ SP", {"PE (region)", "AL (region)", "RJ", "SP"}),
        ("canton", "BE GE FR", {"BE (canton)", "GE (canton)", "FR (canton)"}),
        ("state", "MO AL OH", {"MO (state)", "AL (state)", "OH"}),  # nor Missouri Macau
        ("country", "PE AL RJ SP", {"PE", "AL", "RJ", "SP"}),
        ("geo", "BE FR EA UK", {"BE", "FR", "EA", "GB"}),
    ],
)
def test_codes_are_of_countries_only_together(
    tmp_path: Path, head: str, codes: str, own: set[str]
) -> None:
    assert places(tmp_path, head, codes) == own


def test_codes_of_a_standard_are_of_countries_beside_those_that_nobody_knows(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(
        "freq,unit,na_item,geo\\TIME_PERIOD\t2021 \nA,MIO_EUR,B1X,PE\t5.5 \nA,MIO_EUR,B1X,RJ\t6.5 \n",
        "utf-8",
    )
    package = open_package([str(path)], builtin=False)
    assert package.catalogue.spelled[str(path), "PE"] == "PE"


def test_codes_in_columns_of_this_program_keep_their_meaning(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "indicator,ref_area,time_period,obs_value,unit\nhuts,ND,2023,1,\nhuts,US,2023,2,\n", "utf-8"
    )
    package = open_package([str(path)], builtin=False)
    assert package.catalogue.spelled[str(path), "US"] == "US"


def test_codes_of_states_beside_those_of_countries_in_another_file_are_apart(
    tmp_path: Path,
) -> None:
    """Germany and Delaware have one code; each keeps its own figure."""
    for name, head, codes in (("a", "country", "DE FR"), ("b", "state", "DE OH")):
        rows = "".join(f"{code},2021,{n}.5\n" for n, code in enumerate(codes.split()))
        (tmp_path / f"{name}.csv").write_text(f"{head},year,kilns (kt)\n{rows}", "utf-8")
    package = open_package([str(tmp_path / "a.csv"), str(tmp_path / "b.csv")], builtin=False)
    called = package.catalogue.spelled
    assert called[str(tmp_path / "a.csv"), "DE"] == "DE"
    assert called[str(tmp_path / "b.csv"), "DE"] == "DE (state)"
