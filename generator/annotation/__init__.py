"""What a sentence is about: topics, dates, quotations, names, quantities."""
