# ruff: noqa: E501 - markup is written as pages write it
"""Links between the paragraphs of a story that point to other pages, and links that belong to it."""

import pytest

from newscrawl.extract.body.pointers import pointers
from newscrawl.extract.page.blocks import read_blocks


@pytest.fixture
def kept(a_document):
    def make(html):
        blocks = read_blocks(a_document(f"<html><body>{html}</body></html>").root.find("body"))
        return [block.text for block, points in zip(blocks, pointers(blocks), strict=True) if not points]

    return make


@pytest.mark.parametrize(
    "pointer",
    [
        "<p>Must see: <a href='/x'>The bridge that the river took away</a></p>",
        "<p>REQUIRED READING: <b><a href='/x'>The bridge that the river took away</a></b></p>",
        "<p>Im Video: <a href='/x'>Warum die Brücke vom Fluss verschluckt wurde!</a></p>",
        "<p>&gt;&gt; <a href='/x'>The bridge that the river took away</a></p>",
        "<p>Baca juga <a href='/x'>Jembatan itu hanyut diterjang banjir.</a></p>",
        "<p>BACA JUGA : <a href='/x'>Siapa yang membangun jembatan itu?</a></p>",
        "<p><strong>Ringkasan Berita:</strong></p><ul><li>Jembatan itu kembali.</li><li>Warga senang.</li></ul>",
        "<h3>Key points</h3><ul><li>The bridge is back.</li></ul>",
        "<h3>Related post: <a href='/x'>How to build with bamboo</a></h3>",
        "<p><a href='/1'>Scores</a> | <a href='/2'>Tables</a> | <a href='/3'>Fixtures</a></p>",
        "<p><a href='/x'>The bridge that the river took away</a> [<b>VIDEO]<br></b><a href='/y'>Bamboo grows fast</a> <b>[INSIGHT]</b></p>",
        "<ul><li>Fluss: <a href='/x'>Die Brücke ist wieder da</a></li><li>Wald: <a href='/y'>Bambus wächst schnell nach.</a></li></ul>",
        "<h3>More from the valley</h3><ul><li><a href='/x'>The bridge is back</a></li><li><a href='/y'>Bamboo grows fast</a></li></ul>",
        "<p>Our reports so far:</p><ol><li><a href='/x'>The bridge is back</a></li><li><a href='/y'>Bamboo grows fast</a></li></ol>",
    ],
)
def test_what_only_points_elsewhere_goes(kept, pointer):
    rest = (
        "The village rejoices, and the mayor opens the bridge with a bowl of rice before all the elders of the valley."
    )
    assert kept(f"<p>The bridge is back.</p>{pointer}<p>{rest}</p>") == ["The bridge is back.", rest]


@pytest.mark.parametrize(
    "story",
    [
        "<p>The mayor said: <a href='/x'>the bridge will be built again before the rains come</a>.</p>",
        "<p><a href='/x'>The mayor</a>, who lives by the river, said so</p>",
        "<p>Highlights</p><p>The bridge is back.</p><ul><li>thirty poles</li><li>two rolls of rope</li></ul>",
        "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>Highlights</p><ul><li>thirty poles</li><li>rope</li></ul>",
        "<p>Key points</p><ul><li>thirty poles of bamboo from the upper valley</li><li>two rolls of rope</li></ul><p>Rope.</p>",
        "<p>The mayor asks: <a href='/x'>who will build the bridge again?</a> Nobody knows.</p>",
        "<p>Warga membaca juga <a href='/x'>buku tentang jembatan bambu.</a></p>",
        "<p>Account: <a href='/x'>@bambu</a></p>",
        "<p>Source: <a href='/x'>dpa</a></p>",
        "<p><a href='/x'>The mayor promised a new bridge</a> [and kept his word] before the rains came</p>",
        "<ul><li>Thirty poles of <a href='/x'>bamboo</a></li><li>Two rolls of <a href='/y'>rope</a></li></ul>",
        (
            "<ul><li><a href='/x'>The mayor promised a new bridge</a> before the rains come, and told the villagers that thirty poles of bamboo would be bought from the upper valley.</li>"
            "<li><a href='/y'>The school stays closed</a> until the bridge is safe again, so that the children cross the river by boat, which takes them half an hour each way.</li></ul>"
        ),
        "<h2>Thirty poles</h2><ul><li>bought in the upper valley</li><li>carried by the villagers</li></ul>",
    ],
)
def test_links_that_tell_the_story_stay(kept, story, a_document):
    blocks = read_blocks(a_document(f"<html><body>{story}</body></html>").root.find("body"))
    assert kept(story) == [block.text for block in blocks]
