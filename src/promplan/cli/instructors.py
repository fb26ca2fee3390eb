"""The commands of those who lead a workshop."""

from promplan.cli.base import HERE, Lang, app
from promplan.cli.words import speak, tell


@app.command()
def minutes(lang: Lang = HERE) -> None:
    """Print the minutes that every unit promises and asks (for whoever leads a workshop)."""
    from promplan.units.minutes import table

    speak(lang)
    for line in repr(table()).splitlines():
        tell(line)
