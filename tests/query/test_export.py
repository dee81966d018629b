import csv
import io
import json
from itertools import islice

import pytest

from newscrawl.model import to_json
from newscrawl.query import find, write_csv, write_jsonl
from newscrawl.query.export import COLUMNS
from newscrawl.store import Query


def rows_of(articles):
    stream = io.StringIO(newline="")
    assert write_csv(articles, stream) == len(articles)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_json_lines_are_the_articles_as_the_interface_has_them(reader):
    articles = list(find(reader, Query()))
    stream = io.StringIO()
    assert write_jsonl(iter(articles), stream) == 3
    lines = stream.getvalue().splitlines()
    assert [json.loads(line) for line in lines] == [json.loads(json.dumps(to_json(article))) for article in articles]


@pytest.mark.parametrize("evil", ["\x9b31m", "\u202e", "\u2028", "\x1b[2J", "\ud800", "\x7f"])
def test_json_lines_hold_no_command_to_a_terminal(an_article, evil):
    stream = io.StringIO()
    write_jsonl([an_article(title=f"a{evil}b")], stream)
    assert evil not in stream.getvalue()
    assert json.loads(stream.getvalue())["title"] == f"a{evil}b"
    stream.getvalue().encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_begins_like_a_formula(an_article, start):
    article = an_article(title=f"{start}cmd|' /C calc'!A0", tags=(f"{start}x", "y"), authors=(f"{start}SUM(1)",))
    (row,) = rows_of([article])
    assert row["title"] == f"'{article.title}"
    assert row["tags"] == f"'{start}x; y"
    assert not any(cell[:1] in {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"} for cell in row.values())


def test_csv_cells_survive_quotes_commas_and_line_ends(an_article):
    article = an_article(title='a "b", c', paragraphs=("satu\r\ndua", "tiga"), subtitle="x\0y")
    (row,) = rows_of([article])
    assert (row["title"], row["text"], row["subtitle"]) == ('a "b", c', "satu\r\ndua\n\ntiga", "xy")


def test_csv_has_every_column_and_joins_lists(reader):
    (row,) = rows_of(list(find(reader, Query(site="suara"))))
    assert tuple(row) == COLUMNS
    assert (row["authors"], row["dateline_place"]) == ("Sari Dewi; Budi", "Kota Baru")
    assert row["images"] == "https://suara.test/a.jpg; https://suara.test/b.jpg"
    assert (row["published_at"], row["revisions"], row["subtitle"]) == ("2024-10-23T17:03:00+07:00", "1", "")
    assert row["is_accessible_for_free"] == "true"


@pytest.mark.parametrize("write", [write_csv, write_jsonl])
def test_articles_are_written_as_they_come(an_article, write):
    written = []

    class Stream(io.StringIO):
        def write(self, text):
            written.append(text)
            return len(text)

    def articles():
        for number in range(3):
            yield an_article(number)
            assert any(f"berita/{number}" in text for text in written)

    assert write(islice(articles(), 3), Stream()) == 3
