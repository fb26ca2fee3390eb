"""OBJ: is it an objective, can it be reached, and what happens next?"""
