"""Key slots: the registry's one random key, sealed once for each secret that opens it.

Each slot is a small age file. A passphrase is stretched by age's scrypt (about a second a try,
calibrated when the slot is written); the recovery key is an X25519 identity that is shown once
and kept nowhere.
"""

from __future__ import annotations

import secrets
import time
import unicodedata
from pathlib import Path

import pyrage

from tidings.values import Locked, WrongUse
from tidings.vault import files

KEY_BYTES = 32
PASSPHRASE, RECOVERY = "passphrase.age", "recovery.age"
_IDENTITY = "AGE-SECRET-KEY-1"
#: How age's refusal to stretch a passphrase for too long begins.
_TOO_SLOW = "Excessive work"
_TRIES, _PAUSE = 10, 0.2  # seconds


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


class Slots:
    """The slots in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add_passphrase(self, key: bytes, passphrase: str) -> None:
        """Let the passphrase open the registry, in place of the one before."""
        if not passphrase.strip():
            raise WrongUse("The passphrase is empty.", "Choose several words that you remember.")
        self._write(PASSPHRASE, pyrage.passphrase.encrypt(key, _typed(passphrase)))

    def add_recovery(self, key: bytes) -> str:
        """Make a recovery key, in place of the one before. It is returned here and kept nowhere."""
        identity = pyrage.x25519.Identity.generate()
        self._write(RECOVERY, pyrage.encrypt(key, [identity.to_public()]))
        return str(identity)

    def open(self, secret: str) -> bytes:
        """The key, by passphrase or recovery key. Raises Locked."""
        return open_sealed(self.sealed(), secret)

    def sealed(self) -> dict[str, bytes]:
        """The slots as they lie on disk, by file name."""
        return {
            name: (self.folder / name).read_bytes()
            for name in (PASSPHRASE, RECOVERY)
            if (self.folder / name).is_file()
        }

    def _write(self, name: str, sealed: bytes) -> None:
        files.make_folder(self.folder)
        files.replace(self.folder / name, sealed)


def open_sealed(slots: dict[str, bytes], secret: str) -> bytes:
    """The key out of sealed slots, by passphrase or recovery key. Raises Locked."""
    typed = "".join(secret.split()).upper()
    is_recovery = typed.startswith(_IDENTITY)
    sealed = slots.get(RECOVERY if is_recovery else PASSPHRASE)
    if sealed is None:
        raise Locked("There is no key slot for this kind of secret.", "`tidings doctor` says more.")
    key: bytes
    try:
        if is_recovery:
            key = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(typed)])
        else:
            key = _stretched(sealed, _typed(secret))
    except (pyrage.DecryptError, pyrage.IdentityError):
        raise _wrong(is_recovery) from None
    if len(key) != KEY_BYTES:
        raise _wrong(is_recovery)
    return key


def _stretched(sealed: bytes, passphrase: str) -> bytes:
    """What the passphrase opens. age measures this computer first and refuses what would take
    it long; one that is busy for a moment measures too little, so it is asked again. Raises
    DecryptError, or Locked if it stays too slow."""
    for _ in range(_TRIES):
        try:
            opened: bytes = pyrage.passphrase.decrypt(sealed, passphrase)
            return opened
        except pyrage.DecryptError as error:
            if not str(error).startswith(_TOO_SLOW):
                raise
        time.sleep(_PAUSE)
    raise Locked(
        "This computer is too busy or too slow to open the registry by its passphrase.",
        "Close other programs and try again; the recovery key opens it at once.",
    )


def _typed(passphrase: str) -> str:
    """Keyboards write ё and й in two ways: one form for all (NFC), no line end."""
    return unicodedata.normalize("NFC", passphrase.rstrip("\r\n"))


def _wrong(is_recovery: bool) -> Locked:
    if is_recovery:
        return Locked("This recovery key does not open the registry.", "Check each character.")
    return Locked(
        "This passphrase does not open the registry.",
        "Check the keyboard layout and capital letters; the recovery key opens it too.",
    )
