"""The questions of the answers, for what selects their figures."""

from tests.answers.conftest import answer, ask, figures, own, package

__all__ = ["answer", "ask", "figures", "own", "package"]
