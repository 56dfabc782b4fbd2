"""Places are read as units of the gazetteer: what was computed before is forgotten, and computed
again before the next link."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def _forget(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("registry", "PlacePart").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0004_what_leaves_triggers"),
    ]

    operations = [
        migrations.RunPython(_forget, migrations.RunPython.noop),
    ]
