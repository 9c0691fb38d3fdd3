"""How fast texts are read, beside jieba.cut on the same text in the same run.

    python -m tests.benchmarks.extraction TEXTS [--times N]

TEXTS is a folder of documents, read N times over (default 10). One process: megabytes of UTF-8 text in a second for
jieba.cut, for the rule layers with the text analysis they need, for all layers with the tagger; the peak memory; the
seconds to the first line of `kg --version`.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import jieba

from kg.cycles import seldom_sought
from kg.extract import extract, propose
from kg.loaders import load
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article


def seconds(work: Callable[[Article], object], articles: Iterable[Article]) -> float:
    """Processor time of this process; the machine may have other work."""
    begin = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - begin


@seldom_sought()
def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.extraction")
    parser.add_argument("texts", type=Path)
    parser.add_argument("--times", type=int, default=10)
    chosen = parser.parse_args()
    lexicon = load_lexicon()
    articles = [a for path in sorted(chosen.texts.glob("*.txt")) for a in load(path)] * chosen.times
    size = sum(len(a.text.encode()) for a in articles) / 1e6
    jieba.initialize()
    works: dict[str, Callable[[Article], object]] = {
        "jieba.cut": lambda a: list(jieba.cut(a.text)),
        "rules": lambda a: propose(analyse(a, lexicon), lexicon),
        "rules, tagger, arbitration": lambda a: extract(analyse(a, lexicon), lexicon),
    }
    print(f"{size:.2f} MB in {len(articles)} documents")
    base = 0.0
    for name, work in works.items():
        work(articles[0])  # what is loaded at the first use is not counted
        speed = size / seconds(work, articles)
        base = base or speed
        print(f"{name}: {speed:.3f} MB/s, {speed / base:.2f} times jieba.cut")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    begin = time.perf_counter()
    subprocess.run([str(Path(sys.executable).with_name("kg")), "--version"], check=True, capture_output=True)
    print(f"kg --version: {time.perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    main()
