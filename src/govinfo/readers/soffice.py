"""LibreOffice as a converter: an external program, found and run within limits."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import regex

from govinfo.errors import SourceError

VARIABLE = "GOVINFO_SOFFICE"
"""Environment variable: the program to use instead of the one on the search path; empty for none."""

SECONDS = 60.0
"""So long may a conversion take; that of a report takes one or two seconds, the first one some more."""

MAX_OUTPUT = 64 * 2**20
"""Largest converted file in bytes."""

_PROGRAMS = ("soffice", "libreoffice")
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nothing (port 9 is discard, RFC 863), so that links in a document lead nowhere."""

_VERSION = regex.compile(r"LibreOffice[ /][0-9][0-9.]*")

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Macros are never run, and links never followed (schema of LibreOffice's registry)."""


def find_soffice() -> Path | None:
    """The program, or None where there is none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        found = shutil.which(named) if named else None
    else:
        found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return Path(found) if found else None


def version_of(program: Path, seconds: float = 20.0) -> str | None:
    """Name and version of the program, or None where it does not tell."""
    with TemporaryDirectory(prefix="govinfo-", ignore_cleanup_errors=True) as folder:
        try:
            said = _run([str(program), "--version"], Path(folder), seconds)
        except (OSError, subprocess.TimeoutExpired):
            return None
    found = _VERSION.search(said.decode("utf-8", "replace"))
    return found[0] if found else None


def convert(data: bytes, suffix: str, target: str, program: Path, seconds: float = SECONDS) -> bytes:
    """Convert a text document in a folder and with a profile of its own, which are removed afterwards.

    Args:
        data: the document.
        suffix: suffix of its format, with the dot.
        target: suffix of the wanted format, without the dot.
        program: LibreOffice.
        seconds: how long it may take; then the program and all that it started are killed.

    Raises:
        SourceError: the program cannot be started, takes too long, gives nothing or too much.
    """
    with TemporaryDirectory(prefix="govinfo-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        source, output = folder / f"source{suffix}", folder / "output"
        source.write_bytes(data)
        command = [str(program), "--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault"]
        command += [f"-env:UserInstallation={profile.as_uri()}", "--convert-to", target, "--outdir", str(output)]
        try:
            _run([*command, str(source)], folder, seconds)
        except subprocess.TimeoutExpired as error:
            raise _failed(f"took longer than {seconds:g} seconds", f"转换超过{seconds:g}秒") from error
        except OSError as error:
            raise _failed(f"cannot be started ({error.strerror})", f"无法启动（{error.strerror}）") from error
        converted = output / f"source.{target}"
        if not converted.is_file():
            raise _failed("could not convert the file", "未能转换文件")
        if converted.stat().st_size > MAX_OUTPUT:
            raise _failed(f"made more than {MAX_OUTPUT // 2**20} MiB of it", "转换结果过大")
        return converted.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> bytes:
    """Run a program in a session of its own, which is killed as a whole when the time is over."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    environment = {**kept, **proxies, "HOME": str(folder), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    with subprocess.Popen(  # noqa: S603 - a fixed command; no part of it comes from a document
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=seconds)[0]
        finally:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it started."""
    if not hasattr(os, "killpg"):
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def _failed(en: str, zh: str) -> SourceError:
    return SourceError(
        f"LibreOffice {en}; save the file as docx with an office program",
        f"LibreOffice{zh}；请用办公软件另存为docx",
    )
