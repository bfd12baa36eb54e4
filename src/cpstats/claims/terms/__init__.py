"""What both languages share: claims, numerals, units, names, periods."""
