"""The campaign as a game: the team's own plan, played week by week on simulated people.

It needs numpy, so nothing of the core imports it. Nobody in it is real: every number comes from the plan or from
`assets/game.toml`, and the game says which.
"""
