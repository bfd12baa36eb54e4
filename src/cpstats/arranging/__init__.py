"""An answer arranged: its rows chosen, sorted, cut, summed up and turned; no number of it is changed."""
