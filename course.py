#!/usr/bin/env python3
"""The course in two commands, with nothing but Python 3.11 or newer:

    python3 course.py lab      lays your course folder and opens it in JupyterLab   (--lang ru for Russian)
    python3 course.py test     runs every test of the project

Standard library only. It makes `.venv` beside itself when the lock file changed, and works offline from then on.
"""

from __future__ import print_function

import hashlib
import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = os.path.join(VENV, "promplan-lock")
LOCKS = {"lab": "requirements.lock", "test": "requirements-dev.lock"}


def too_old(version):
    """What to say to an old Python, or None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return (
        f"This is Python {version[0]}.{version[1]}; the course needs 3.11 or newer. Install one from python.org and run it with that.\n"
        f"Это Python {version[0]}.{version[1]}, а курсу нужен 3.11 или новее. Установите его с python.org и запустите курс с ним."
    )


def python_in(venv):
    """The interpreter of a virtual environment, on this system."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(venv, *parts)


def wanted(kind):
    """What the stamp says when the environment fits: the lock's digest, the kind and the project's own file."""
    digest = hashlib.sha256()
    for name in (LOCKS[kind], "pyproject.toml"):
        with open(os.path.join(HERE, name), "rb") as stream:
            digest.update(stream.read())
    return kind + " " + digest.hexdigest()


def fits(kind):
    """Is the environment complete? One made for the tests serves a learner too."""
    try:
        with open(STAMP) as stream:
            lines = stream.read().split("\n")
    except OSError:
        return False
    return os.path.exists(python_in(VENV)) and (wanted(kind) in lines)


def explain(output):
    """Why an installation failed, in words, from what the installer printed."""
    text = output.lower()
    if "no space left" in text or "errno 28" in text or "os error 28" in text:
        return (
            "The disk is full: the course needs about 1.5 GB. Free some room and run the same command again.\n"
            "Диск заполнен: курсу нужно около 1,5 ГБ. Освободите место и повторите ту же команду."
        )
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
    if any(word in text for word in network):
        return (
            "The packages could not be fetched: is there internet? It is needed once; afterwards the course works "
            "offline.\nНе удалось скачать пакеты: есть ли интернет? Он нужен один раз, дальше курс работает без сети."
        )
    return (
        "The installation failed; the lines above say why. Delete the folder .venv and run the same command again.\n"
        "Установка не удалась, причина — в строках выше. Удалите папку .venv и повторите ту же команду."
    )


def run(command, **more):
    """Run an installer, show what it says, and stop with words when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    if done.returncode:
        print(done.stdout[-4000:])
        sys.exit(explain(done.stdout))


def make(kind):
    """Make the environment from the lock; the stamp is written last, so that half of one never looks whole."""
    print("Preparing the course, once: a minute or two. Готовим курс — один раз, минута-другая.", flush=True)
    if os.path.exists(STAMP):
        os.remove(STAMP)
    uv = shutil.which("uv")
    python = python_in(VENV)
    if not os.path.exists(python):
        try:
            import ensurepip  # noqa: F401
            import venv  # noqa: F401
        except ImportError:
            if not uv:
                sys.exit(
                    "This Python lacks venv. On Debian or Ubuntu: sudo apt install python3-venv; then run this again.\n"
                    "В этом Python нет venv. В Debian и Ubuntu: sudo apt install python3-venv, затем повторите."
                )
        run([uv, "venv", "-q", "--python", sys.executable, VENV] if uv else [sys.executable, "-m", "venv", VENV])
    lock = os.path.join(HERE, LOCKS[kind])
    install = [uv, "pip", "install", "-q", "--python", python] if uv else [python, "-m", "pip", "install", "-q"]
    run(install + ["--require-hashes", "-r", lock] + (["--compile-bytecode"] if uv else []))
    run(install + ["--no-deps", "--no-build-isolation", "-e", HERE])
    lines = [wanted(kind)] + ([wanted("lab")] if kind == "test" else [])
    with open(STAMP, "w") as stream:
        stream.write("\n".join(lines))


def test(arguments):
    """Everything that must hold, in the order in which a failure is cheapest to find."""
    python = python_in(VENV)
    steps = [
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [python, "-m", "promplan", "build", "--check"],
        [python, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope"] + arguments,
        [python, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope", "-p", "no:cacheprovider", "--nbval"]
        + ["--nbval-cell-timeout", "60", "--nbval-sanitize-with", "tests/nbval.cfg", "notebooks", "solutions"],
    ]
    for step in steps:
        print("· " + " ".join(step[2:]), flush=True)
        code = subprocess.call(step, cwd=HERE, env=dict(os.environ, PROMPLAN_STORE="memory"))
        if code:
            return code
    return 0


def main(arguments):
    """Choose the command; returns the exit code."""
    complaint = too_old(sys.version_info)
    if complaint:
        sys.exit(complaint)
    command = arguments[0] if arguments else ""
    if command not in LOCKS:
        print(__doc__)
        return 0 if command in ("-h", "--help") else 2
    if not fits(command):
        make(command)
    if command == "test":
        return test(arguments[1:])
    return subprocess.call([python_in(VENV), "-m", "promplan", "lab"] + arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
