"""The pictures of the gallery in a browser: no words overlap, none leaves its picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cpstats.export.parts.drawing import has_chinese_font

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PICTURES = sorted((ROOT / "docs/pictures").glob("*.svg"))
# Letters may touch the box of their neighbours by a hair without being nearer to the eye.
MEASURED = """() => {
  const hair = 1.5, all = document.querySelector('svg').getBoundingClientRect();
  const seen = [...document.querySelectorAll('text')].filter(t => t.getAttribute('opacity') !== '0');
  const words = seen.flatMap(text => {
    const lines = [...text.querySelectorAll('tspan')];
    return (lines.length ? lines : [text]).map(line => {
      const box = line.getBBox(), at = line.getScreenCTM(), owner = text;
      const r = new DOMRect(at.e + box.x * at.a, at.f + box.y * at.d, box.width * at.a, box.height * at.d);
      const turned = text.getBoundingClientRect();
      return {told: line.textContent.trim(), r: at.b ? turned : r, owner};
    });
  }).filter(w => w.told);
  const out = words.filter(w => w.r.left < all.left || w.r.right > all.right || w.r.top < all.top
    || w.r.bottom > all.bottom).map(w => w.told);
  const over = [];
  words.forEach((a, i) => words.slice(i + 1).forEach(b => {
    const across = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
    const down = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
    if (a.owner !== b.owner && across > hair && down > 3 + hair) over.push([a.told, b.told]);
  }));
  return {words: words.length, out, over};
}"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_words_of_a_picture_overlap_or_leave_it(page: Any, lang: str) -> None:
    if lang == "zh" and not has_chinese_font():
        pytest.skip("no font here has Chinese signs (fonts-noto-cjk)")
    for path in (p for p in PICTURES if p.stem.endswith(lang)):
        page.set_content(path.read_text("utf-8"))
        seen = page.evaluate(MEASURED)
        assert seen["words"] > 5, path.name
        assert (seen["out"], seen["over"]) == ([], []), path.name


def test_there_are_pictures_in_both_languages() -> None:
    stems = {p.stem.partition(".")[0] for p in PICTURES}
    assert len(stems) > 10
    assert {p.stem for p in PICTURES} == {f"{s}.{lang}" for s in stems for lang in ("en", "zh")}


def test_the_page_of_a_picture_draws_itself_without_a_network(
    page: Any, asked: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "picture.html"
    line = ["share", "gdp", "--vs", "beijing", "--plot", "-q", "-o", str(file)]
    subprocess.run([sys.executable, "-m", "cpstats", *line], check=True)
    page.goto(file.as_uri())
    page.wait_for_selector("#picture svg text")
    assert [address for address in asked if not address.startswith("file:")] == []
