"""Write the migration for what changed in the registry's models.

Run: `.venv/bin/python tools/make_migrations.py [NAME]`. A migration that alters a recorded
table must end by installing the triggers again (see 0002).
"""

import sys

from django.conf import settings
from django.core.management import call_command

from tidings.registry import folder, key

folder.configure()
key.hold(bytes(32))
settings.DATABASES["default"]["NAME"] = ":memory:"
call_command("makemigrations", "registry", name=sys.argv[1] if sys.argv[1:] else None)
