"""AUD: is it an audience, how many are they, may they be asked that?"""
