from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import Evidence, gather
from kg.extract.known import Known, learn, recall
from tests.builders import mention, text_of

ONE = "深入推进厕所革命，公布权力清单。"
TWO = "继续推进厕所革命，完善权力清单，开展蓝天行动。"


def candidates(clean: str, *names: str) -> tuple[list[str], Evidence]:
    e = gather(text_of(clean), [mention(clean, name, "Program", 0.6) for name in names], [[], []])
    return [clean[a:b] for a, b in zip(e.start.tolist(), e.end.tolist(), strict=True)], e


def learnt() -> Known:
    first, second = candidates(ONE, "厕所革命", "权力清单"), candidates(TWO, "厕所革命", "权力清单", "蓝天行动")
    return learn([(*first, np.array([1.0, 0.0])), (*second, np.array([1.0, 0.0, 0.0]))])


def test_what_was_a_name_before_is_likelier_than_what_was_none() -> None:
    surfaces, e = candidates("全面推进“厕所革命”，落实权力清单，启动净水行动。", "厕所革命", "权力清单", "净水行动")
    share, often, other = recall(surfaces, e, learnt()).T
    assert surfaces == ["厕所革命", "权力清单", "净水行动"]
    assert share[0] > share[2] > share[1]
    assert often.tolist() == pytest.approx([np.log(3), np.log(3), 0.0])
    assert other.tolist() == [0.0, 0.0, 0.0]


def test_another_type_of_the_same_surface_is_told() -> None:
    clean = "厕所革命"
    e = gather(text_of(clean), [mention(clean, clean, "Slogan", 0.6)], [[], []])
    assert recall([clean], e, learnt())[0].tolist() == pytest.approx([np.log(0.5), 0.0, 2 / 3])


def test_a_document_does_not_count_itself() -> None:
    surfaces, e = candidates(TWO, "厕所革命", "权力清单", "蓝天行动")
    only_one = learn([(*candidates(ONE, "厕所革命", "权力清单"), np.array([1.0, 0.0]))])
    own = recall(surfaces, e, learnt(), np.array([1.0, 0.0, 0.0]))
    assert own.tolist() == recall(surfaces, e, only_one).tolist()
