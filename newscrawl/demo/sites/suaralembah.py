"""Suara Lembah, a paper of the hills. Its articles are empty without a browser; all else is plain."""

from newscrawl.sites.base import Archive, Section, Site

SITE = Site(
    name="suaralembah",
    title="Suara Lembah",
    domains=("suaralembah.test",),
    deny_hosts=("static.suaralembah.test",),
    language="id",
    brands=("Suaralembah.test",),
    article_url=r"^http://(?:\w+\.)?suaralembah\.test/\w+/\d{10}/",
    needs_javascript=True,
    editor=(".read__editor",),
    archive=Archive("http://www.suaralembah.test/indeks/{date:%Y/%m/%d}?page={page}"),
    sections=(
        Section(
            "daerah",
            sitemaps=("http://www.suaralembah.test/daerah/sitemap.xml",),
            listings=("http://www.suaralembah.test/kanal/daerah",),
        ),
        Section(
            "ekonomi",
            sitemaps=("http://www.suaralembah.test/ekonomi/sitemap.xml",),
            listings=("http://www.suaralembah.test/kanal/ekonomi",),
        ),
        Section(
            "lingkungan",
            sitemaps=("http://www.suaralembah.test/lingkungan/sitemap.xml",),
            listings=("http://www.suaralembah.test/kanal/lingkungan",),
        ),
        Section(
            "pendidikan",
            sitemaps=("http://www.suaralembah.test/pendidikan/sitemap.xml",),
            listings=("http://www.suaralembah.test/kanal/pendidikan",),
        ),
        Section(
            "olahraga",
            sitemaps=("http://www.suaralembah.test/olahraga/sitemap.xml",),
            listings=("http://www.suaralembah.test/kanal/olahraga",),
        ),
        Section(
            "nasional",
            sitemaps=("http://www.suaralembah.test/nasional/sitemap.xml",),
            listings=("http://www.suaralembah.test/kanal/nasional",),
        ),
    ),
)
