"""Models learnt from texts: the tagger from gold labels, the encoder's classes from unlabelled texts."""

from kg.train.tagger import Settings, main, read, train

__all__ = ["Settings", "main", "read", "train"]
