"""A schedule that is worked out: the plan's pieces as a question for `promplan.media.slots`, and its answer in reasons.

It needs numpy and scipy, so nothing of the core imports it; what is counted of a calendar without them is in `days`.
"""
