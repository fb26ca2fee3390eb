"""MSG: does the house stand on cleared facts, and do its words do any work?"""
