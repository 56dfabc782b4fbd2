"""Learn the shipped tables again: `python -m tidings.names.training DATA`.

DATA is a tab-separated file, gzipped or not, with a header and the columns id, latn, cyrl, arab,
han: one name an entity bears, each column its spellings separated by "|". The lists of Uyghur and
Kazakh names and of Xinjiang habits that ship with the package are added to it. `data/ORIGIN.md`
says which data the shipped tables were learned from.
"""
