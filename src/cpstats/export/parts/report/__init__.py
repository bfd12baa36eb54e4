"""A report of many parts, laid out as HTML, Markdown or docx."""
