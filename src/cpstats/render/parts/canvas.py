"""A grid of dots drawn with Braille signs, eight dots a sign; with plain dots where that is asked."""

from __future__ import annotations

BASE = 0x2800
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # by row and column in one sign
ACROSS, DOWN = 2, 4  # dots of a sign


class Canvas:
    """Dots, and letters that stand over them."""

    def __init__(self, columns: int, rows: int, *, ascii_: bool = False) -> None:
        self.columns, self.rows, self._ascii = columns, rows, ascii_
        self._dots = [[0] * columns for _ in range(rows)]
        self._letters: dict[tuple[int, int], str] = {}

    def point(self, x: float, y: float) -> tuple[int, int]:
        """Return the dot at a part of the width and, from below, of the height."""
        across, down = self.columns * ACROSS - 1, self.rows * DOWN - 1
        return round(x * across), round((1 - y) * down)

    def line(self, one: tuple[int, int], two: tuple[int, int]) -> None:
        """Draw a line between two dots."""
        steps = max(abs(two[0] - one[0]), abs(two[1] - one[1]), 1)
        for n in range(steps + 1):
            self._dot(
                round(one[0] + (two[0] - one[0]) * n / steps),
                round(one[1] + (two[1] - one[1]) * n / steps),
            )

    def letter(self, at: tuple[int, int], text: str) -> None:
        """Put a letter over a dot; where one stands already, a plus says that several meet."""
        cell = (at[1] // DOWN, at[0] // ACROSS)
        other = self._letters.get(cell, text)
        self._letters[cell] = text if other == text else "+"

    def _dot(self, x: int, y: int) -> None:
        self._dots[y // DOWN][x // ACROSS] |= DOTS[y % DOWN][x % ACROSS]

    def lines(self) -> list[str]:
        """Return the rows as text."""
        return [
            "".join(self._sign(r, c, dots) for c, dots in enumerate(row)).rstrip()
            for r, row in enumerate(self._dots)
        ]

    def _sign(self, row: int, column: int, dots: int) -> str:
        if letter := self._letters.get((row, column)):
            return letter
        if not dots:
            return " "
        return "." if self._ascii else chr(BASE + dots)
