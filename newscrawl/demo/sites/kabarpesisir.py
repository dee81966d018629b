"""Kabar Pesisir, a daily of the coast.

Its metadata names the editor as author; the writer stands after "Rep:" in the byline. Ekonomi has a host of its own.
"""

from newscrawl.sites.base import Archive, Section, Site

SITE = Site(
    name="kabarpesisir",
    title="Kabar Pesisir",
    domains=("kabarpesisir.test",),
    deny_hosts=("static.kabarpesisir.test",),
    language="id",
    article_url=r"^http://(?:\w+\.)?kabarpesisir\.test/(berita|advertorial)/s\w{8}/",
    author_in_metadata_is_editor=True,
    archive=Archive("http://www.kabarpesisir.test/indeks/{date:%Y/%m/%d}?page={page}"),
    sections=(
        Section(
            "daerah",
            sitemaps=("http://www.kabarpesisir.test/daerah/sitemap.xml",),
            listings=("http://www.kabarpesisir.test/kanal/daerah",),
        ),
        Section(
            "ekonomi",
            sitemaps=("http://www.kabarpesisir.test/ekonomi/sitemap.xml",),
            listings=("http://www.kabarpesisir.test/kanal/ekonomi",),
        ),
        Section(
            "lingkungan",
            sitemaps=("http://www.kabarpesisir.test/lingkungan/sitemap.xml",),
            listings=("http://www.kabarpesisir.test/kanal/lingkungan",),
        ),
        Section(
            "budaya",
            sitemaps=("http://www.kabarpesisir.test/budaya/sitemap.xml",),
            listings=("http://www.kabarpesisir.test/kanal/budaya",),
        ),
        Section(
            "olahraga",
            sitemaps=("http://www.kabarpesisir.test/olahraga/sitemap.xml",),
            listings=("http://www.kabarpesisir.test/kanal/olahraga",),
        ),
        Section(
            "nasional",
            sitemaps=("http://www.kabarpesisir.test/nasional/sitemap.xml",),
            listings=("http://www.kabarpesisir.test/kanal/nasional",),
        ),
    ),
)
