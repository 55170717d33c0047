"""Examples made by chance: the same at every run, however slow the machine is; `make test-long` asks for more of them."""

import os
from typing import Final

from hypothesis import HealthCheck, Phase, settings

TIMES: Final = int(os.environ.get("INNSYN_TEST_TIMES", "1"))
_SUPPRESSED: Final = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


def examples(count: int) -> settings:
    """So many, and as many times as many as `INNSYN_TEST_TIMES` says; one that fails is not made smaller, for each run costs much."""
    return settings(
        max_examples=count * TIMES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=_SUPPRESSED,
        phases=[Phase.explicit, Phase.generate],
    )
