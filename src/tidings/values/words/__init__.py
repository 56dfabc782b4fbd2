"""The words of dates and figures, one module a language, as tables that a speaker can correct.

A line of a table is `kind value: form, form, ...`. A form may be several words. `ENDINGS` may
follow any form that has two letters or more. Kinds are listed in `tidings.values.lexer`.
"""
