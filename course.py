#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""The course in two commands, with nothing but Python 3.11 or newer:

    python3 course.py lab      lays your course folder and opens it in JupyterLab   (--lang ru for Russian)
    python3 course.py test     runs every test of the project

Standard library only. It makes `.venv` beside itself when the lock file changed, when the folder was moved or when
something of it is missing, and works offline from then on. It deletes nothing but `.venv`.
"""
# An old Python must be able to read this file, to be told that it is too old: no f-strings, no annotations.

from __future__ import print_function, unicode_literals

import hashlib
import io
import os
import shutil
import stat
import subprocess
import sys

OLDEST = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = "promplan-stamp"  # in the environment; written last, so that half of one never looks whole
LOCKS = {"lab": "requirements.lock", "test": "requirements-dev.lock"}
# what an environment has from its first moment on, before `pyvenv.cfg` says that it is one
BONES = {"bin", "lib", "lib64", "include", "Scripts", "Lib", "Include", ".gitignore", "CACHEDIR.TAG", ".lock"}
LOOK = "import sysconfig, promplan; print(promplan.__file__); print(sysconfig.get_path('purelib'))"
PATIENCE = 60  # seconds that an interpreter may take to say where it finds the course


def too_old(version):
    """What to say to an old Python, or None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return (
        "This is Python {0}.{1}; the course needs 3.11 or newer. Install one from python.org and run it with that.\n"
        "Это Python {0}.{1}, а курсу нужен 3.11 или новее. Установите его с python.org и запустите курс с ним."
    ).format(version[0], version[1])


def python_in(venv):
    """The interpreter of a virtual environment, on this system."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(venv, *parts)


def wanted(kind):
    """What the stamp says when the environment fits: the kind and a digest of its lock and the project's own file."""
    digest = hashlib.sha256()
    for name in (LOCKS[kind], "pyproject.toml"):
        with open(os.path.join(HERE, name), "rb") as stream:
            digest.update(stream.read().replace(b"\r\n", b"\n"))
    return kind + " " + digest.hexdigest()


def stamped():
    """The stamp's lines: the course's folder, what was installed, the names in the package folder; [] without one."""
    try:
        with io.open(os.path.join(VENV, STAMP), encoding="utf-8") as stream:
            return stream.read().split("\n")
    except (OSError, ValueError):
        return []


def look(python):
    """Where the environment's interpreter finds the course, and its package folder; None where it is dead or finds none.

    `-I`: what a user's own settings add to the path says nothing about the environment.
    """
    try:
        done = subprocess.run(
            [python, "-I", "-c", LOOK],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            env=dict(os.environ, PYTHONUTF8="1", PYTHONIOENCODING="utf-8"),
        )
        found = done.stdout.decode("utf-8").splitlines()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return found if done.returncode == 0 and len(found) == 2 else None


def same(one, other):
    """Are these two paths the same place?"""
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def packages(folder):
    """What can be imported from a package folder; versions may differ, a developer may have tried a newer one."""
    return sorted(name for name in os.listdir(folder) if name != "__pycache__" and not name.endswith(".dist-info"))


NONE, OLD, BROKEN, MOVED = "none", "old", "broken", "moved"


def state(kind):
    """What is wrong with the environment: nothing (None), or NONE, OLD, BROKEN, MOVED.

    An environment that was made for the tests serves a learner too.
    """
    if not os.path.lexists(VENV):
        return NONE
    lines = stamped()
    if not lines[0:1]:
        return BROKEN  # an installation that did not come to its end
    if not same(lines[0], HERE):
        return MOVED
    found = look(python_in(VENV))
    if found is None:
        return BROKEN
    if not same(os.path.dirname(found[0]), os.path.join(HERE, "src", "promplan")):
        return MOVED
    there = set(packages(found[1]))
    if not all(name in there for name in lines[lines.index("packages") + 1 :] if "packages" in lines):
        return BROKEN
    return None if wanted(kind) in lines else OLD


WHY = {
    MOVED: (
        "The course's folder was moved or renamed: its environment is made anew, a minute or two, with internet.",
        "Папку курса перенесли или переименовали: готовим окружение заново — минута-другая, нужен интернет.",
    ),
    BROKEN: (
        "The course's environment is not whole (an interrupted installation, a renewed Python, a missing package): "
        "it is made anew, a minute or two, with internet.",
        "Окружение курса не целое (прерванная установка, обновлённый Python, пропавший пакет): готовим его заново — "
        "минута-другая, нужен интернет.",
    ),
    OLD: (
        "The course was renewed: fetching what is new, with internet.",
        "Курс обновился: докачиваем новое, нужен интернет.",
    ),
    NONE: (
        "Preparing the course, once: a minute or two.",
        "Готовим курс — один раз, минута-другая.",
    ),
}


def both(english, russian):
    """The same in both languages: nobody has said yet which one is read."""
    return english + "\n" + russian


def say(words):
    """Print, whatever signs the console has."""
    stream = sys.stdout
    encoding = getattr(stream, "encoding", None) or "ascii"
    print(words.encode(encoding, "replace").decode(encoding))
    stream.flush()


def stop(words):
    """End with words on the error stream and exit code 1."""
    encoding = getattr(sys.stderr, "encoding", None) or "ascii"
    sys.exit(words.encode(encoding, "replace").decode(encoding))


def explain(output):
    """Why an installation failed, in words, from what the installer printed."""
    text = output.lower()
    if "no space left" in text or "errno 28" in text or "os error 28" in text:
        return both(
            "The disk is full: the course needs about 1.5 GB. Free some room and run the same command again.",
            "Диск заполнен: курсу нужно около 1,5 ГБ. Освободите место и повторите ту же команду.",
        )
    if offline(text):
        return both(
            "The packages could not be fetched: is there internet? It is needed once; afterwards the course works "
            "offline.",
            "Не удалось скачать пакеты: есть ли интернет? Он нужен один раз, дальше курс работает без сети.",
        )
    return both(
        "The installation failed; the lines above say why. Run the same command again; if it fails again, show these "
        "lines to whoever gave you the course.",
        "Установка не удалась, причина — в строках выше. Повторите ту же команду; если не поможет, покажите эти строки "
        "тем, кто дал вам курс.",
    )


def offline(text):
    """Does an installer's complaint speak of the network?"""
    network = (
        "from versions: none",
        "name resolution",
        "connection",
        "timed out",
        "getaddrinfo",
        "network",
        "dns",
        "retries",
        "proxy",
    )
    return any(word in text for word in network)


class Failed(Exception):
    """An installer that failed; its argument is what it said."""


def run(command):
    """Run an installer; raises `Failed` with what it says."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        complaint = done.stdout.decode("utf-8", "replace") if done.returncode else None
    except OSError as error:
        complaint = str(error)
    if complaint is not None:
        raise Failed(complaint)


def clear():
    """Delete `.venv`, which is ours; stop where something else is called so."""
    if not os.path.lexists(VENV):
        return
    if os.path.islink(VENV) or not os.path.isdir(VENV):
        stop(
            both(
                ".venv beside course.py is a link or a file, not the course's environment. Move it away and run the "
                "same command again.",
                ".venv рядом с course.py — ссылка или файл, а не окружение курса. Уберите его и повторите ту же команду.",
            )
        )
    inside = set(os.listdir(VENV))
    if "pyvenv.cfg" not in inside and not inside <= BONES | {STAMP}:
        stop(
            both(
                "The folder .venv beside course.py holds something else than a Python environment. Move it away and "
                "run the same command again.",
                "В папке .venv рядом с course.py лежит не окружение Python. Уберите её и повторите ту же команду.",
            )
        )
    try:
        for name in inside - {"pyvenv.cfg"}:  # last, so that what an interrupt leaves is still known as ours
            path = os.path.join(VENV, name)
            if os.path.isdir(path) and not os.path.islink(path):
                _delete(path)
            else:
                os.remove(path)
        _delete(VENV)
    except OSError as error:
        stop(
            both(
                "The folder .venv cannot be deleted ({0}). Close JupyterLab and every program that uses it, then run "
                "the same command again.",
                "Папку .venv не удалить ({0}). Закройте JupyterLab и всё, что её использует, и повторите ту же команду.",
            ).format(error.strerror or type(error).__name__)
        )


def _delete(folder):
    """Delete a folder of `.venv`; what is write-protected in it too."""

    def insist(function, path, _):
        if path != VENV:
            os.chmod(os.path.dirname(path), stat.S_IRWXU)
        function(path)

    shutil.rmtree(folder, **{"onexc" if sys.version_info >= (3, 12) else "onerror": insist})


def create(uv):
    """An empty environment."""
    if uv:
        run([uv, "venv", "-q", "--python", sys.executable, VENV])
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop(
            both(
                "This Python lacks venv. On Debian or Ubuntu: sudo apt install python3-venv; then run this again.",
                "В этом Python нет venv. В Debian и Ubuntu: sudo apt install python3-venv, затем повторите.",
            )
        )
    run([sys.executable, "-m", "venv", VENV])


def install(kind, uv):
    """Everything of the lock, and the course itself as a mere path."""
    python = python_in(VENV)
    lock = os.path.join(HERE, LOCKS[kind])
    command = [uv, "pip", "install", "-q", "--python", python] if uv else [python, "-m", "pip", "install", "-q"]
    run(command + ["--require-hashes", "-r", lock] + (["--compile-bytecode"] if uv else []))
    run(command + ["--no-deps", "--no-build-isolation", "-e", HERE])


def usable(uv):
    """Can an installation go on in the environment that is there? Its interpreter must run, with pip or with uv."""
    try:
        ask = [python_in(VENV), "-I", "-c", "import sys" if uv else "import pip"]
        return subprocess.call(ask, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make(kind, why):
    """Make the environment from the lock, going on with the one that is there where that is sound."""
    say(both(*WHY[why]))
    uv = shutil.which("uv")
    goes_on = why == OLD or (why == BROKEN and not stamped() and usable(uv))  # what an interrupt left, pip goes on with
    try:
        if goes_on:
            if os.path.exists(os.path.join(VENV, STAMP)):
                os.remove(os.path.join(VENV, STAMP))
            try:
                install(kind, uv)
            except Failed as failed:
                if offline(failed.args[0].lower()):
                    raise
                goes_on = False
        if not goes_on:
            clear()
            create(uv)
            install(kind, uv)
    except Failed as failed:
        say(failed.args[0][-4000:])
        stop(explain(failed.args[0]))
    if not stamp(kind):
        stop(explain(""))


def stamp(kind):
    """Write down what the environment is now; False where its interpreter does not find the course."""
    found = look(python_in(VENV))
    if found is None:
        return False
    lines = [HERE, wanted(kind)] + ([wanted("lab")] if kind == "test" else []) + ["packages"] + packages(found[1])
    with io.open(os.path.join(VENV, STAMP), "w", encoding="utf-8") as stream:
        stream.write("\n".join(lines))
    return True


def test(arguments):
    """Everything that must hold, in the order in which a failure is cheapest to find."""
    python = python_in(VENV)
    steps = [
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [python, "-m", "promplan", "build", "--check", "--strict"],
        [python, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope", "--nbval", "--nbval-cell-timeout", "60"]
        + ["--nbval-sanitize-with", "tests/nbval.cfg"]
        + (arguments or ["tests", "notebooks", "solutions"]),
    ]
    environment = dict(os.environ, PROMPLAN_STORE="memory")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # two and a half seconds of compiling for every process
    for step in steps:
        print("· " + " ".join(step[2:]), flush=True)
        code = subprocess.call(step, cwd=HERE, env=environment)
        if code:
            return code
    return 0


def main(arguments):
    """Choose the command; returns the exit code."""
    complaint = too_old(sys.version_info)
    if complaint:
        stop(complaint)
    command = arguments[0] if arguments else ""
    if command not in LOCKS:
        say(__doc__)
        return 0 if command in ("-h", "--help") else 2
    lacking = [
        name for name in list(LOCKS.values()) + ["pyproject.toml"] if not os.path.exists(os.path.join(HERE, name))
    ]
    if lacking:
        stop(
            both(
                "The course's folder is not whole, {0} is missing: download it again.",
                "Папка курса не целая, нет {0}: скачайте её заново.",
            ).format(", ".join(lacking))
        )
    why = state(command)
    if why:
        make(command, why)
    if command == "test":
        return test(arguments[1:])
    return subprocess.call([python_in(VENV), "-m", "promplan", "lab"] + arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
