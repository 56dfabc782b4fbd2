"""The registry's own signature: an Ed25519 key derived from the master key, so that it is backed
up with it and whoever has a release can check that this registry gave it out."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.registry import key


def public_key() -> bytes:
    """The 32 bytes by which others check a signature. Raises Locked."""
    return _private().public_key().public_bytes_raw()


def sign(data: bytes) -> bytes:
    """The 64 bytes of the signature over `data`. Raises Locked."""
    return _private().sign(data)


def _private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key.derived("release signing"))
