"""`newscrawl extract --explain`: tables on a terminal, lines in a pipe, JSON when asked for."""

import pytest

TITLE = "Warga Sukamaju Resmikan Jembatan Gantung"


def test_in_a_pipe_every_candidate_and_block_is_a_line(newscrawl, page):
    ended = newscrawl("extract", page, "--explain")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:2] == ["https://kabar-elok.test/berita/1  (kabar-elok.test)", "article"]
    assert any(line.startswith("title") and f"* {TITLE}  [h1 element]" in line for line in lines)
    assert any(line.startswith("published_at") and "* 2024-10-23T17:11:00+07:00" in line for line in lines)
    assert any(line.startswith("+ body") and "Warga Sukamaju akhirnya" in line for line in lines)
    assert any(line.startswith("- ") and line.endswith("date]") for line in lines)


def test_on_a_terminal_it_is_tables(terminal, page):
    ended = terminal("extract", page, "--explain")
    assert ended.status == 0
    assert all(heading in ended.out for heading in ("field", "value", "source", "element", "why"))
    assert "Warga Sukamaju" in ended.out


def test_as_json_it_is_one_object(newscrawl, page):
    ended = newscrawl("extract", page, "--explain", "--json")
    [explanation] = ended.records
    assert explanation["outcome"] == "article"
    assert explanation["container"]["source"].endswith("container")
    assert [choice["source"] for choice in explanation["candidates"]["title"] if choice["won"]] == ["h1 element"]
    assert {"part", "kind", "element", "text", "kept", "why", "paragraphs"} == set(explanation["blocks"][0])


def test_a_refused_page_is_explained_as_well(newscrawl):
    shell = b"<html><title>Kabar</title><body><p>Halaman pendek.</p><div id=root></div><script>1</script></body></html>"
    ended = newscrawl("extract", "-", "--explain", stdin=shell)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[0] == "-  (none)"
    assert ended.out.splitlines()[1].startswith("NeedsJavaScript: -: ")


def test_what_is_no_page_cannot_be_explained(newscrawl):
    ended = newscrawl("extract", "-", "--explain", stdin=b"")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("Error: -: ")
    assert ended.err.count("\n") == 1


def test_what_a_page_says_cannot_move_the_cursor(newscrawl, page):
    hostile = page.read_text().replace("Pasar di seberang", "\x1b[2JPasar\r di \u202eseberang")
    ended = newscrawl("extract", "-", "--explain", stdin=hostile.encode())
    assert ended.status == 0
    assert not {"\x1b", "\r", "\u202e"} & set(ended.out)


@pytest.mark.parametrize("arguments", [["--batch", "-", "--explain"], ["page.html", "--explain", "--site", "republik"]])
def test_what_cannot_be_meant_is_wrong_usage(inside, page, arguments):
    assert inside("extract", *arguments).status == 2
