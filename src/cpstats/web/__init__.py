"""The door of the browser: the same questions and answers as pages (extra `web`)."""
