"""The gallery is what its maker lists: each kind of picture in both languages, with its command."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def maker() -> Any:
    spec = importlib.util.spec_from_file_location("make_gallery", ROOT / "docs/make_gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("lang", "file"), [("en", "gallery.md"), ("zh", "gallery.zh.md")])
def test_the_pages_of_the_gallery_are_made(maker: Any, lang: str, file: str) -> None:
    assert (ROOT / "docs" / file).read_text("utf-8") == maker.page(lang)
    drawn = {p.name for p in (ROOT / "docs/pictures").glob(f"*.{lang}.svg")}
    assert drawn == {f"{p.name}.{lang}.svg" for p in maker.PICTURES}
