"""Page -> Article: main text, byline, credit lines, links, licence markup, commercial signals."""
