"""Checks on words in both languages: readability, idle words, jargon, the glossary. Knows no plan."""
