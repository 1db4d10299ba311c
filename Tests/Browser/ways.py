"""For a journey that is played once, because nothing much is typed in it."""

import pytest

at_a_desk = pytest.mark.parametrize("comes", ["desk"], indirect=True)
