"""Guard the recorded tables of consents, letters, releases and announcements."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tidings.registry.triggers import Table, all_statements

RECORDED = [
    "Organisation", "Consent", "Correspondence", "Answer", "Released", "AnnouncementTie",
    "Coverage",
]  # fmt: skip


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    tables = []
    for name in RECORDED:
        meta = apps.get_model("registry", name)._meta
        tables.append(Table(meta.db_table, [field.column for field in meta.concrete_fields]))
    for sql in all_statements(tables):
        schema_editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_what_leaves")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
