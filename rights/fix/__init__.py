"""A page and the findings on it -> the page with what can be put right put right (``rights check --fix``)."""
