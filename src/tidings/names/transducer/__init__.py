"""From Chinese characters to letters: each character, or pinyin syllable, stands for a chunk of
none to several letters.

The score of a pair is a log-likelihood ratio, summed over all ways to cut the letters into one
chunk for each character:

    ln sum over cuts of  product over characters of  P(chunk | character) / P(chunk)  x  P(cuts)

This is a joint-sequence model without memory (Bisani and Ney, Speech Communication 50, 2008) with
a model of its own for where letters are cut. A character that was seldom seen falls back on its
syllable, a syllable on its initial and final. `tidings.names.training` learns the tables.
"""

from tidings.names.transducer.chunks import Chunks
from tidings.names.transducer.letters import LONGEST_CHUNK, numbered
from tidings.names.transducer.model import Transducer, transducer

__all__ = ["LONGEST_CHUNK", "Chunks", "Transducer", "numbered", "transducer"]
