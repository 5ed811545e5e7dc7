"""What a page prints: families, rankings, summaries."""
