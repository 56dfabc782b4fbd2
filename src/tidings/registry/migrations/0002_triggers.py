"""Guard every recorded table: no update, no delete, no row for a closed act."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tidings.registry.triggers import Table, all_statements

RECORDED = [
    "Act", "Reversal", "Testifier", "Source", "Evidence", "Mention", "MentionName",
    "MentionNumber", "Draft", "DraftVerdict", "Statement", "Decision", "ColumnMapping",
]  # fmt: skip
CHANGING = {"Draft": frozenset({"state"})}


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    tables = []
    for name in RECORDED:
        meta = apps.get_model("registry", name)._meta
        columns = [field.column for field in meta.concrete_fields]
        tables.append(Table(meta.db_table, columns, CHANGING.get(name, frozenset())))
    for sql in all_statements(tables):
        schema_editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_tables")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
