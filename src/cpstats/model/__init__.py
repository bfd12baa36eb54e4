"""The words of the field as plain Python: no pandas, no input or output."""
