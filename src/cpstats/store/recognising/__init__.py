"""From a sheet to a reading: what each row, column and title means."""
