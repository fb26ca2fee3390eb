"""The commands of the badges: a key for whoever issues, badges for a team, and whether a badge holds."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, Spoken, app
from promplan.cli.plans import PlanFile
from promplan.cli.words import complain, speak, tell
from promplan.language import Problem, say

PUBLIC = "{name}-public.jwk"
On = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="the day; today if not said")]

badges = typer.Typer(
    cls=Spoken,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Open Badges 3.0 for what a plan shows: key, issue, verify; all of it offline.",
)
app.add_typer(badges, name="badges")


def _read(file: Path, most: int) -> bytes:
    """What stands in a file; of one that is too large as much as shows that it is no such thing."""
    from promplan.plan import reading

    try:
        return reading.asked(file, most)
    except reading.TooLarge:
        return b""


@badges.command("key")
def key(
    out: Annotated[Path, typer.Option("--out", "-o", help="the private file, such as issuer.jwk; not beside a plan")],
    name: Annotated[str, typer.Option("--name", help="who issues: the school, the course, the organiser")],
    kind: Annotated[str, typer.Option("--kind", help="rs256, or ed25519, which is shorter")] = "rs256",
    lang: Lang = HERE,
) -> None:
    """Make a key: a private file for whoever issues, and a public one to hand out."""
    from promplan.export.badge_keys import is_public, keep, new_key, public_file
    from promplan.plan.exporting import export, may_hold
    from promplan.plan.store import NAME

    speak(lang)
    if (out.absolute().parent / NAME).exists():
        raise Problem(
            say("A team's plan lies in this folder, and a key does not belong beside it. Choose a folder of your own.")
        )
    public = out.with_name(PUBLIC.format(name=out.stem))
    issuer = new_key(name, kind)
    may_hold(public, is_public)
    keep(out, issuer)
    export(public, public_file(issuer), is_public)
    tell(str(out))
    tell(str(public))
    tell(str(say("The key's fingerprint: {fingerprint}", fingerprint=issuer.fingerprint)))
    tell(
        str(
            say(
                "Keep {private} to yourself and out of every plan. Hand out {public}, and read its fingerprint aloud.",
                private=out.name,
                public=public.name,
            )
        )
    )


@badges.command("issue")
def issue(
    plan: PlanFile,
    key: Annotated[Path, typer.Option("--key", help="the issuer's private file")],
    out: Annotated[Path, typer.Option("--out", "-o", help="the folder for the badges")],
    marks: Annotated[
        Path | None, typer.Option("--marks", help="the instructor's marks, .json; the team's own if not said")
    ] = None,
    on: On = None,
    force: Force = False,
    lang: Lang = HERE,
) -> None:
    """Sign a badge for every member who agreed, for what the rubric shows."""
    from promplan.export.badge_keys import is_public, public_file, read_key
    from promplan.export.badge_proof import is_badge, signed
    from promplan.export.badges import credentials, criteria, of_file, of_plan
    from promplan.plan.exporting import export
    from promplan.plan.merging.copies import plan_in

    speak(lang)
    document = plan_in(plan)
    issuer = read_key(key, private=True)
    given = of_plan(document) if marks is None else of_file(_read(marks, 200_000), criteria())
    made, left = credentials(document, given, issuer, on.date() if on else date.today())
    for one in left:
        tell(str(say("No badge: {what}: {why}.", what=one.what, why=one.why)))
    if not made:
        raise typer.Exit(1)
    out.mkdir(parents=True, exist_ok=True)
    for id_, credential in made.items():
        target = out / f"badge-{id_}.jwt"
        export(target, signed(credential, issuer).encode(), is_badge, reads=[plan, key], force=force)
        tell(str(target))
    public = out / PUBLIC.format(name="issuer")
    export(public, public_file(issuer), is_public, reads=[plan, key], force=force)
    tell(str(public))
    if given.own:
        tell(str(say("These badges say that the team has assessed itself. With --marks they carry yours.")))


@badges.command("verify")
def verify(
    file: Annotated[Path, typer.Argument(help="the badge, .jwt")],
    issuer: Annotated[Path, typer.Option("--issuer", help="the issuer's public file, as the issuer handed it out")],
    name: Annotated[str, typer.Option("--name", help="whose badge it should be, written as in the team")] = "",
    on: On = None,
    lang: Lang = HERE,
) -> None:
    """Say whether a badge holds: unaltered, of this issuer, in term; without any network."""
    from promplan.export.badge_keys import read_key
    from promplan.export.badge_proof import MOST, Refused, is_of, told, verified

    speak(lang)
    known = read_key(issuer, private=False)
    try:
        found = verified(_read(file, MOST), known, on.date() if on else date.today())
    except Refused as refused:
        complain(refused.what)
        raise typer.Exit(1) from None
    if name and not is_of(found.credential, name):
        complain(say("This badge holds, and it is not the badge of {name}.", name=name))
        raise typer.Exit(1)
    for line in told(found):
        tell(str(line))
