"""Coverage-guided fuzzing of the loaders by atheris: `make fuzz`, or `python -m tests.fuzz.loaders FORMAT SECONDS`.

Any outcome but articles or one of the project's own errors is a finding; what crashed is written to
`.cache/fuzz/FORMAT/crash-…`. A finding that was mended becomes a case of tests/loaders/test_hostile.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

SUFFIX = {"html": ".html", "mhtml": ".mht", "warc": ".warc", "pdf": ".pdf", "docx": ".docx", "pptx": ".pptx"} | {
    "odt": ".odt", "rtf": ".rtf", "workbook": ".xlsx", "delimited": ".csv", "json": ".json", "jsonl": ".jsonl"
} | {"archive": ".zip", "text": ".txt"}  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]


def main(kind: str, seconds: int) -> None:
    """Fuzz the loader of one format for some seconds, starting from the small files of tests/fuzz/seeds."""
    import atheris

    with atheris.instrument_imports(include=["kg.loaders"]):
        import importlib

        from kg.errors import KgError
        from kg.loaders import LOADERS
        from kg.loaders.file import File

        module, _, function = LOADERS[kind].partition(".")
        loader = getattr(importlib.import_module(f"kg.loaders.{module}"), function)

    def run(data: bytes) -> None:
        try:
            for article in loader(File(f"fuzz{SUFFIX[kind]}", data)):
                for origin in article.origins:
                    assert 0 <= origin.start <= origin.end <= len(article.text)
                article.text.encode("utf-8")
        except KgError as error:
            assert str(error).endswith(".")

    corpus = ROOT / ".cache" / "fuzz" / kind
    corpus.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", "-rss_limit_mb=4000", "-timeout=20", "-max_len=100000", "-verbosity=0"]
    seeds = ROOT / "tests" / "fuzz" / "seeds" / kind
    folders = [str(corpus), *([str(seeds)] if seeds.is_dir() else [])]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={corpus}/", *folders], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
