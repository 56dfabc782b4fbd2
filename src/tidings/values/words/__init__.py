"""The words of dates and figures, one module a language, as tables that a speaker can correct.

A line of a table is `kind value: form, form, ...`. A form may be several words. The endings may
follow any form of that table that has three letters or more. `tidings.values.lexer.KINDS` lists
the kinds. The second value of `year`, `monthword` and `unit` is 1 for forms that only a number
makes a time ("weeks ago" is none); of `vague` it is the upper bound.
"""
