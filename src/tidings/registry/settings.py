"""The least Django needs for the registry. The database has no name until a folder is opened.

The desk's settings build on these.
"""

from __future__ import annotations

from typing import Any

from tidings.registry.key import database_key

# Nothing here is signed that outlives the process; the desk makes its own key at each start.
SECRET_KEY = "no sessions, no cookies, nothing signed"  # noqa: S105
INSTALLED_APPS = ["tidings.registry"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "tidings.registry.sqlcipher",
        "NAME": "",
        "OPTIONS": {
            "cipher_key": database_key,
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,  # seconds to wait for another writer
        },
    }
}
