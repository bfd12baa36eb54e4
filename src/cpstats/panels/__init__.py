"""Calculations over whole panels: any file of `calc/`, over files of any size, on an engine."""
