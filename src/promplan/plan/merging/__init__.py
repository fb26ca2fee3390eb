"""Joining copies of a plan: matching their records, a three-way merge, the differences in words, files in and out."""

from promplan.plan.merging.three_way import Choice, Clash, Merged, merge, settle

__all__ = ["Choice", "Clash", "Merged", "merge", "settle"]
