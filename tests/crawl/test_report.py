"""What a crawl came to, and whether that is healthy."""

from newscrawl.crawl.report import RunReport


def test_that_nothing_was_new_is_healthy():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.sources, section.announced, section.found, section.known = 1, 40, 40, 40
    assert report.complaints == []


def test_a_section_met_before_under_another_name_is_healthy():
    report = RunReport()
    section = report.of("kabar", "terkini")
    section.sources, section.announced = 1, 40
    assert report.complaints == []


def test_a_section_whose_source_is_missing_is_complained_of_with_its_status():
    report = RunReport()
    report.of("kabar", "daerah").source_failures["404"] += 1
    assert report.complaints == ["kabar/daerah: its sources gave no links (1 × 404)"]


def test_a_section_whose_source_is_refused_by_robots_says_so():
    report = RunReport()
    report.of("kabar", "daerah").refused['robots.txt: "Disallow: /x"'] += 1
    assert report.complaints == ['kabar/daerah: its sources gave no links (1 × refused by robots.txt: "Disallow: /x")']


def test_a_source_that_was_read_and_held_nothing_is_complained_of_with_what_was_wrong():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.sources += 1
    section.problems["not-a-feed"] += 1
    assert report.complaints == ["kabar/daerah: its sources gave no links (1 × not-a-feed)"]


def test_pages_that_all_fail_are_complained_of_with_the_reasons():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.sources, section.announced, section.found = 1, 3, 3
    section.refused['robots.txt: "Disallow: /x"'] += 1
    section.failed["403"] += 2
    assert report.complaints == [
        'kabar/daerah: no page could be fetched (2 × 403, 1 × refused by robots.txt: "Disallow: /x")'
    ]


def test_a_page_that_is_refused_on_every_crawl_does_not_make_a_known_section_unhealthy():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.sources, section.announced, section.found, section.known = 1, 12, 12, 10
    section.refused['robots.txt: "Disallow: /x"'] += 2
    assert report.complaints == []


def test_some_failures_among_articles_are_healthy():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.sources, section.announced, section.found = 1, 3, 3
    section.failed["404"] += 2
    section.saved["new"] += 1
    assert report.complaints == []


def test_a_changed_layout_that_gives_no_article_is_complained_of():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.sources, section.announced, section.found = 1, 9, 9
    section.rejected["NotAnArticle"] += 9
    assert report.complaints == ["kabar/daerah: no page gave an article (9 × NotAnArticle)"]


def test_the_days_one_gallery_is_no_reason_to_complain():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.sources, section.announced, section.found = 1, 1, 1
    section.rejected["NotAnArticle"] += 1
    assert report.complaints == []


def test_the_report_as_json_tells_every_count():
    report = RunReport()
    section = report.of("kabar", "daerah")
    section.saved["new"] += 2
    section.rejected["TooShort"] += 1
    as_json = report.as_json()
    assert as_json["complaints"] == []
    assert as_json["sections"][0]["new"] == 2
    assert as_json["sections"][0]["rejected"] == {"TooShort": 1}
