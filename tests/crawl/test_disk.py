"""The stop before the disk is full."""

import shutil

import pytest

from newscrawl.crawl.disk import require_room
from newscrawl.model.errors import DiskNearlyFull


def test_enough_room_is_silent(tmp_path):
    require_room(tmp_path, 1)


def test_too_little_room_is_one_sentence_with_both_numbers(tmp_path):
    free = shutil.disk_usage(tmp_path).free // 1024 // 1024
    with pytest.raises(DiskNearlyFull, match=rf"MB free and {free + 100_000} MB are wanted .NEWSCRAWL_MIN_FREE_MB."):
        require_room(tmp_path, free + 100_000)


def test_a_folder_that_is_yet_to_be_made_is_judged_by_the_one_above_it(tmp_path):
    require_room(tmp_path / "data" / "archive", 1)
