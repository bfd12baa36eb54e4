"""The flat CSV of GENESIS: four columns for each dimension; figures and places are made up."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import reader_of
from cpstats.store.recognising.foreign import foreign

OLD = (
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;"
    "1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;  TEE1__Ernte_von_Tee__1000_t;"
    "CH1__Zum_Vorjahr__in_(%)\n"
    "99111;Tee;JAHR;Jahr;2020;DLAND;Bundesländer;21;Nordau;SRT;Sorten;S1;Grün;5,5;-1,2\n"
    "99111;Tee;JAHR;Jahr;2021;DLAND;Bundesländer;21;Nordau;SRT;Sorten;S1;Grün;6,5;...\n"
    "99111;Tee;JAHR;Jahr;2020;DLAND;Bundesländer;22;Südau;SRT;Sorten;S1;Grün;7,25;3,1\n"
)
NEW = (
    "\ufeffstatistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;"
    "2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q\n"
    "99111;Tee;JAHR;Jahr;2023;DLAND;Bundesländer;21;Nordau;MONAT;Monate;MONAT01;Januar;114,3;2020=100;P1;Preise für Tee;e\n"
    "99111;Tee;JAHR;Jahr;2023;DLAND;Bundesländer;21;Nordau;MONAT;Monate;MONAT02;Februar;115,2;2020=100;P1;Preise für Tee;p\n"
    "99111;Tee;JAHR;Jahr;2023;DLAND;Bundesländer;21;Nordau;MONAT;Monate;MONAT03;März;0;2020=100;P1;Preise für Tee;.\n"
)


def test_each_column_of_figures_has_its_name_and_unit() -> None:
    assert reader_of("t.csv", OLD.encode("latin-1")) == "genesis_flat"
    (found,) = foreign("t.csv", OLD.encode("latin-1"))
    assert [(r[0], r[1], r[2], r[4], r[5]) for r in found.rows if r[5] != "%"] == [
        ("Ernte von Tee, Grün", "Nordau", "2020", "5.5", "1000 t"),
        ("Ernte von Tee, Grün", "Nordau", "2021", "6.5", "1000 t"),
        ("Ernte von Tee, Grün", "Südau", "2020", "7.25", "1000 t"),
    ]
    assert [r[4] for r in found.rows if r[5] == "%"] == ["-1.2", "3.1"]
    assert found.codes == {"Nordau": "21", "Südau": "22"}


def test_months_stand_behind_their_year_and_a_quality_is_a_flag_or_no_figure() -> None:
    (found,) = foreign("t.csv", NEW.encode())
    assert [(r[1], r[2], r[4], r[6]) for r in found.rows] == [
        ("Nordau", "2023-01", "114.3", ""),
        ("Nordau", "2023-02", "115.2", "provisional"),
    ]


def test_a_line_of_another_width_and_a_file_without_time_are_faults() -> None:
    with pytest.raises(DataError, match="the line has 17 cells, the header 18"):
        foreign("t.csv", NEW.replace(";Preise für Tee;p", ";p").encode())
    with pytest.raises(DataError, match="there is no column time"):
        foreign("t.csv", NEW.replace(";time;", ";when;").encode(), Hints())
