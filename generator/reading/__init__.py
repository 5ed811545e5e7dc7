"""The bytes of a seed -> an article of sentences with offsets."""
