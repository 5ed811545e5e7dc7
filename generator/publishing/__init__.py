"""What a reader gets: pages, charts, data."""
