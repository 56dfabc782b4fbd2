"""The desk as a Django app; it has no tables of its own."""

from django.apps import AppConfig
from django.conf import settings


class DeskConfig(AppConfig):
    name = "tidings.desk"
    label = "desk"

    def ready(self) -> None:
        if settings.PSEUDO_LOCALE:
            from tidings.desk import pseudo

            pseudo.install()
