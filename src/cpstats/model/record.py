"""Frozen dataclasses that are made by the thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen, **given):
        """Return `dataclass(frozen=True, …)` that is made in a third of the time.

        The type checker refuses every assignment; a guard at run time would look at each field of
        each one that is made.
        """
        assert frozen, "what is changed is a plain dataclass"
        return dataclass(unsafe_hash=True, **given)


__all__ = ["record"]
