"""The link to the lesson that teaches a rule, at the section that does."""

from promplan import assets, language


def link(unit: str, section: str = "") -> str:
    """The lesson as seen from an exercise, a lesson or a solution; empty where it is not written yet."""
    if not unit or not (assets.course() / "notebooks" / "en" / f"{unit}.ipynb").is_file():
        return ""
    at = f"#cell-id={section}" if section else ""  # JupyterLab scrolls to the cell that a fragment names
    return f"../../notebooks/{language.current()}/{unit}.ipynb{at}"
