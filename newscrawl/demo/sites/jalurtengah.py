"""Jalur Tengah, a portal of the highlands, with a host for every section and bodies without paragraphs."""

from newscrawl.sites.base import Archive, Section, Site

SITE = Site(
    name="jalurtengah",
    title="Jalur Tengah",
    domains=("jalurtengah.test",),
    deny_hosts=("static.jalurtengah.test",),
    language="id",
    timezone="Asia/Makassar",
    brands=("JalurTengah.test",),
    article_url=r"^http://(?:\w+\.)?jalurtengah\.test/(read|premium)/\d+/",
    whole_article="showpage=all",
    container=("#detail-desc",),
    author=(".detail-nama-redaksi a[rel=author]",),
    editor=(".redaktur",),
    archive=Archive("http://www.jalurtengah.test/indeks/{date:%Y/%m/%d}?page={page}"),
    sections=(
        Section(
            "daerah", feeds=("http://daerah.jalurtengah.test/feed",), listings=("http://daerah.jalurtengah.test/",)
        ),
        Section("ekbis", feeds=("http://ekbis.jalurtengah.test/feed",), listings=("http://ekbis.jalurtengah.test/",)),
        Section(
            "edukasi", feeds=("http://edukasi.jalurtengah.test/feed",), listings=("http://edukasi.jalurtengah.test/",)
        ),
        Section(
            "sports", feeds=("http://sports.jalurtengah.test/feed",), listings=("http://sports.jalurtengah.test/",)
        ),
        Section("nasional", feeds=("http://nasional.jalurtengah.test/feed",)),
    ),
)
