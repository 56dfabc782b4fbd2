"""Scripts to phones, weighted alignment, a lexicon with neighbours, and words for why two names match."""
