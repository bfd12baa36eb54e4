"""What the tables for the eye are made of: folded lines, and columns laid out in a width."""
