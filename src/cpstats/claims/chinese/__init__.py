"""The Chinese language: its words, and the steps that read a sentence."""
