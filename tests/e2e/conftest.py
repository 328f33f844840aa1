"""One OBS with the scenes of one mutated sheet, a window manager, and a console that is always ended."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.mutated import Mutated, mutated
from tests.e2e.program import Program
from tests.obs_rig import ObsRig


@pytest.fixture(scope="session")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Mutated:
    seed = random.SystemRandom().randrange(1_000_000)
    print(f"\nthe e2e sheet is made by seed {seed}")
    return mutated(tmp_path_factory.mktemp("sheet"), seed=seed)


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory, sheet: Mutated) -> Iterator[ObsRig]:
    folder = tmp_path_factory.mktemp("studio")
    with ObsRig(folder, scenes=(*sheet.scenes, "Safe BRB"), openbox=True) as rig:
        yield rig


@pytest.fixture
def program(studio: ObsRig, tmp_path: Path) -> Iterator[Program]:
    studio.fresh()
    running = Program(studio, tmp_path / "data")
    yield running
    running.stop()
