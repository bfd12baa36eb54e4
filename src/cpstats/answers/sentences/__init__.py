"""The sentences of `narrate`, in both languages."""
