"""The attacks that are tried, numbered, and the tests that show each of them with its harmless end.

What does not apply here is said in SECURITY.md, in the words that stand after ``SECURITY.md:``.
"""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parents[2]


class Attack(NamedTuple):
    what: str
    shown_by: tuple[str, ...]


ATTACKS = {
    1: Attack(
        "Start URLs, feeds, sitemaps, listings, canonical, next-page and image links on addresses that are not public",
        (
            "tests/attacks/test_roads.py::test_what_feeds_sitemaps_and_listings_announce_never_leads_to_this_machine",
            "tests/attacks/test_roads.py::test_a_source_on_this_machine_is_not_read_and_not_tried_again",
            "tests/crawl/test_guard.py::test_a_literal_address_that_is_not_public_is_refused_in_any_spelling",
            "tests/crawl/test_misbehaviour.py::test_links_to_this_machine_and_private_networks_are_never_followed",
            "tests/crawl/test_misbehaviour.py::test_a_seed_on_this_machine_is_refused_and_the_exception_is_named",
            "tests/crawl/manners/test_robots.py::test_a_sitemap_that_robots_txt_names_passes_the_guard_like_any_address",
        ),
    ),
    2: Attack(
        "Redirects by status, meta refresh and script to such addresses, to file:, data: and ftp:",
        (
            "tests/attacks/test_roads.py::test_redirects_by_status_and_by_page_never_lead_to_this_machine_or_its_files",
            "tests/crawl/test_browser_egress.py::test_a_page_cannot_lead_the_browser_to_this_machine",
            "tests/crawl/test_browser_egress.py::test_a_redirect_inside_the_browser_never_reaches_this_machine",
        ),
    ),
    3: Attack(
        "Names that turn private after they were judged, or lead to public and private addresses at once",
        (
            "tests/attacks/test_roads.py::test_a_name_that_turns_private_after_the_first_look_up_is_refused",
            "tests/attacks/test_roads.py::test_one_private_address_among_a_names_answers_is_enough_to_refuse",
            "tests/attacks/test_roads.py::test_a_response_from_a_private_address_is_refused_whoever_resolved_it",
            "tests/crawl/test_egress.py::test_each_connection_looks_its_name_up_once_and_goes_to_that_very_address",
            "tests/crawl/test_browser_egress.py::test_a_name_that_turns_private_between_two_requests_is_refused",
        ),
    ),
    4: Attack(
        "The same through the browser and through an HTTP proxy",
        (
            (
                "tests/crawl/test_browser_egress.py::"
                "test_what_a_page_loads_and_fetches_never_comes_from_this_machine_however_it_is_spelt"
            ),
            "tests/crawl/test_browser_egress.py::test_a_websocket_never_reaches_this_machine",
            "tests/crawl/test_browser_egress.py::test_a_pop_up_never_reaches_this_machine",
            "tests/crawl/test_browser_egress.py::test_a_service_worker_is_not_installed_and_a_worker_reaches_nothing",
            "tests/crawl/test_browser_egress.py::test_webrtc_sends_nothing_to_this_machine",
            "tests/crawl/test_browser_crawl.py::test_a_redirect_inside_the_browser_to_this_machine_is_refused_by_that_name",
            "tests/crawl/test_browser_crawl.py::test_a_redirect_inside_the_browser_obeys_robots_txt",
            "tests/crawl/test_egress.py::test_behind_a_proxy_it_hands_over_and_looks_nothing_up",
            "tests/attacks/test_roads.py::test_behind_a_proxy_the_guard_says_what_it_cannot_see",
            "SECURITY.md:only addresses that are written in URLs can be judged",
        ),
    ),
    5: Attack(
        "Redirect chains and loops, other ports, robots.txt that leads away",
        (
            "tests/attacks/test_roads.py::test_redirects_without_end_are_left_after_a_few",
            "tests/attacks/test_roads.py::test_a_redirect_to_another_port_of_an_allowed_host_is_refused",
            "tests/attacks/test_roads.py::test_a_robots_txt_that_leads_to_this_machine_is_not_followed_there",
            "tests/crawl/manners/test_robots.py::test_a_redirect_to_a_private_address_is_not_followed",
            "tests/crawl/test_browser_crawl.py::test_redirects_without_end_are_left",
        ),
    ),
    6: Attack(
        "Ports that take orders: telnet console and remote control",
        (
            "tests/attacks/test_roads.py::test_a_crawl_listens_to_nobody",
            "tests/crawl/test_addon.py::test_the_baseline_is_polite_bounded_and_closed",
        ),
    ),
    7: Attack(
        "Bombs in gzip, br, zstd, deflate, in compressed sitemaps, of many members or many layers",
        (
            "tests/attacks/test_bodies.py::test_no_body_grows_beyond_the_limit_however_it_is_packed",
            "tests/attacks/test_bodies.py::test_a_body_packed_a_hundred_times_is_not_unpacked",
            "tests/attacks/test_bodies.py::test_gzip_bytes_inside_a_source_are_bounded",
            "tests/attacks/test_bodies.py::test_a_compressed_sitemap_that_explodes_is_read_to_its_limit_only",
            "tests/attacks/test_parsers.py::test_bytes_that_are_no_text_give_nothing",
        ),
    ),
    8: Attack(
        "Endless and dripping bodies and heads, wrong lengths",
        (
            "tests/attacks/test_bodies.py::test_what_comes_by_drops_is_given_up_when_its_whole_time_is_up",
            "tests/attacks/test_bodies.py::test_heads_without_end_are_cut_off",
            "tests/attacks/test_bodies.py::test_lengths_that_are_wrong_or_missing_lose_nothing_but_the_page",
            "tests/crawl/test_browser_crawl.py::test_what_a_page_is_loads_or_becomes_without_end_is_cut_off",
            "tests/crawl/test_browser_crawl.py::test_a_body_that_never_ends_by_drops_is_timed_out",
            "tests/crawl/test_egress.py::test_a_connection_ends_when_its_time_is_up",
        ),
    ),
    9: Attack(
        "XML entities, DTDs, wrong encodings, NUL bytes, documents that are too deep, wide or long",
        (
            "tests/attacks/test_parsers.py::test_no_entity_is_expanded_and_nothing_is_fetched_for_one",
            "tests/attacks/test_parsers.py::test_a_heavy_source_is_read_in_bounded_time",
            "tests/attacks/test_parsers.py::test_a_heavy_page_ends_in_an_article_or_a_refusal_in_bounded_time",
            "tests/attacks/test_parsers.py::test_a_wrong_encoding_costs_characters_and_nothing_else",
            "tests/attacks/test_parsers.py::test_nul_bytes_inside_a_page_do_not_hide_the_rest_of_it",
        ),
    ),
    10: Attack(
        "Sitemap indexes that list themselves, are too deep or too long, or sell adverts",
        (
            "tests/crawl/test_misbehaviour.py::test_an_endless_source_ends",
            "tests/attacks/test_sitemaps.py::test_an_index_of_a_thousand_sitemaps_is_read_to_its_bound",
            "tests/discover/test_sitemap.py::test_no_more_than_so_many_links_are_read",
            "tests/discover/test_sitemap.py::test_adverts_sold_inside_are_left_out_and_counted",
            "tests/discover/test_sitemap.py::test_foreign_sitemaps_of_an_index_are_left_out_too",
        ),
    ),
    11: Attack(
        "Calendars without end, session ids, facets, a last page that repeats itself, soft 404",
        (
            "tests/crawl/test_misbehaviour.py::test_an_endless_source_ends",
            "tests/crawl/test_misbehaviour.py::test_a_listing_that_repeats_itself_is_left",
            "tests/crawl/test_misbehaviour.py::test_no_more_pages_of_a_site_are_queued_than_the_bound_and_the_report_says_so",
            "tests/model/test_urls.py::test_the_same_page_has_one_form",
            "tests/crawl/test_misbehaviour.py::test_a_seed_that_holds_nothing_is_unhealthy",
        ),
    ),
    12: Attack(
        "JSON-LD of brackets, megabytes, numbers and dates that are none",
        ("tests/attacks/test_parsers.py::test_an_article_with_hostile_json_ld_is_still_the_article",),
    ),
    13: Attack(
        "Regular expressions in site definitions that never come back",
        (
            "tests/sites/test_patterns.py::test_a_pattern_without_end_is_refused_when_the_definition_is_read",
            "tests/sites/test_patterns.py::test_a_treacherous_pattern_is_refused_or_searched_in_bounded_time",
            "tests/sites/test_patterns.py::test_a_pattern_that_slipped_through_costs_a_moment_and_is_not_tried_for_ever",
            "tests/sites/test_patterns.py::test_a_url_longer_than_any_browser_takes_is_nobodys",
        ),
    ),
    14: Attack(
        "robots.txt that is broken, huge, hostile, redirected or out of date",
        (
            "tests/crawl/manners/test_robots.py::test_a_file_that_cannot_be_had_forbids_everything_for_a_while",
            "tests/crawl/manners/test_robots.py::test_of_ten_megabytes_the_first_500_kib_are_read_and_no_more_fetched",
            "tests/crawl/manners/test_robots.py::test_what_another_host_answers_counts_for_the_one_that_was_asked_only",
            "tests/crawl/manners/test_robots.py::test_every_port_has_a_file_of_its_own",
            "tests/crawl/manners/test_pace.py::test_a_crawl_delay_is_kept_within_bounds",
            "tests/crawl/test_robots_rules.py::test_any_bytes_are_read_without_complaint",
            "tests/crawl/test_origin_files.py::test_a_file_is_read_again_within_a_day_or_sooner_when_it_says_so",
        ),
    ),
    15: Attack(
        "Operators and expressions typed as filters; keys of a page that a database would obey",
        (
            "tests/attacks/test_keeping.py::test_what_is_typed_into_a_query_is_only_a_value",
            "tests/store/test_contract.py::test_a_hostile_value_is_only_a_value",
            "tests/query/test_filters.py::test_what_cannot_be_meant_is_a_usage_error_in_a_sentence",
        ),
    ),
    16: Attack(
        "Documents that no database takes: too large, half characters, NUL, dates before and after all years",
        (
            "tests/attacks/test_keeping.py::test_no_page_keeps_the_others_out_of_the_store",
            "tests/store/test_contract.py::test_a_document_that_is_too_large_is_refused_and_the_rest_is_stored",
            "tests/store/test_contract.py::test_surrogates_and_nuls_do_not_keep_an_article_out",
            "tests/store/test_contract.py::test_what_no_document_can_hold_is_refused_in_a_sentence",
        ),
    ),
    17: Attack(
        "Terminal escapes and turned text in tables and logs, forged log lines, formulas, file names",
        (
            "tests/crawl/test_log_records.py::test_no_line_is_forged_and_no_terminal_obeys",
            "tests/model/test_plain_text.py::test_nothing_that_commands_a_terminal_is_left",
            "tests/cli/test_output.py::test_text_for_a_terminal_is_plain_and_on_one_line",
            "tests/query/test_export.py::test_no_cell_begins_like_a_formula",
            "tests/query/test_export.py::test_json_lines_hold_no_command_to_a_terminal",
            "SECURITY.md:named after anything that a page says",
        ),
    ),
    18: Attack(
        "Passwords in logs, statistics, errors and printed settings",
        (
            "tests/attacks/test_secrets.py::test_a_crawl_at_its_most_talkative_tells_no_password",
            "tests/attacks/test_secrets.py::test_a_store_that_cannot_be_reached_is_named_without_its_password",
            "tests/attacks/test_secrets.py::test_an_address_that_cannot_be_read_is_refused_without_its_password",
            "tests/attacks/test_secrets.py::test_scrapy_prints_no_password_among_its_settings",
            "tests/attacks/test_secrets.py::test_a_proxys_password_is_not_told",
        ),
    ),
    19: Attack(
        "Pickles in job folders and caches",
        ("tests/attacks/test_keeping.py::test_nothing_of_ours_reads_or_writes_pickles", "SECURITY.md:no pickles"),
    ),
    20: Attack(
        "Configuration that explodes, runs, or holds what nobody reads",
        (
            "tests/attacks/test_keeping.py::test_a_definition_that_cannot_be_meant_is_told_with_file_and_line",
            "tests/model/test_environment.py::test_a_value_that_cannot_be_meant_is_one_sentence_naming_its_variable",
            "SECURITY.md:no YAML is",
        ),
    ),
    21: Attack(
        "kill -9 at any moment",
        (
            "tests/crawl/test_misbehaviour.py::test_a_crawler_killed_in_mid_crawl_loses_no_acknowledged_article",
            "tests/store/frontier/test_crashes.py::test_nothing_is_lost_claimed_twice_or_stuck_when_workers_are_killed",
            (
                "tests/crawl/test_killed.py::"
                "test_a_crawl_killed_twenty_times_and_its_server_five_times_loses_and_repeats_nothing"
            ),
        ),
    ),
    22: Attack(
        "Ctrl-C once and twice, SIGTERM, a full disk, two processes on one store",
        (
            (
                "tests/crawl/test_misbehaviour.py::"
                "test_ctrl_c_in_mid_crawl_keeps_what_was_stored_and_the_next_crawl_brings_the_rest"
            ),
            "tests/crawl/test_misbehaviour.py::test_a_signal_to_the_whole_group_ends_it_like_ctrl_c",
            "tests/crawl/test_disk.py::test_too_little_room_is_one_sentence_with_both_numbers",
            "tests/store/frontier/test_claiming.py::test_of_many_workers_that_want_one_host_at_once_one_gets_it",
        ),
    ),
    23: Attack(
        "A store that is not there, goes away, or is written to by two at once",
        (
            (
                "tests/crawl/test_misbehaviour.py::"
                "test_an_embedded_server_that_is_killed_or_stands_still_in_mid_crawl_costs_nothing"
            ),
            (
                "tests/crawl/test_misbehaviour.py::"
                "test_a_store_that_is_lost_in_mid_crawl_ends_it_with_status_3_and_one_sentence"
            ),
            "tests/store/test_contract.py::test_two_workers_saving_the_same_articles_make_none_twice",
            (
                "tests/crawl/test_killed.py::"
                "test_two_workers_on_one_store_either_of_which_is_killed_lose_and_repeat_nothing"
            ),
        ),
    ),
    24: Attack(
        "Pages that hang or kill their extraction",
        (
            (
                "tests/crawl/test_misbehaviour.py::"
                "test_a_page_that_hangs_its_extraction_is_quarantined_and_the_crawl_goes_on"
            ),
            "tests/process/test_workers.py::test_the_pool_goes_on_after_every_kind_of_failure",
        ),
    ),
    25: Attack(
        "Captchas, consent walls and errors that answer 200",
        ("tests/attacks/test_keeping.py::test_a_wall_that_answers_200_does_not_take_an_articles_place",),
    ),
    26: Attack(
        "A layout that changes between two crawls",
        (
            "tests/crawl/test_report.py::test_a_changed_layout_that_gives_no_article_is_complained_of",
            "SECURITY.md:a single field that a new layout hides is not",
        ),
    ),
    27: Attack(
        "Encodings of other scripts, declared and not",
        (
            "tests/attacks/test_parsers.py::test_a_declared_encoding_of_another_script_is_read",
            "tests/attacks/test_parsers.py::test_an_undeclared_encoding_ends_in_text_or_a_refusal",
            "tests/attacks/test_parsers.py::test_a_wrong_encoding_costs_characters_and_nothing_else",
        ),
    ),
    28: Attack(
        "Exit statuses that say well where it was not; readers that go away",
        (
            "tests/crawl/test_misbehaviour.py::test_a_seed_that_cannot_be_read_is_unhealthy_and_says_why",
            "tests/crawl/test_misbehaviour.py::test_a_seed_that_holds_nothing_is_unhealthy",
            "tests/attacks/test_keeping.py::test_a_wall_that_answers_200_does_not_take_an_articles_place",
            "tests/cli/test_asking.py::test_a_reader_that_has_enough_ends_an_export_quietly",
            "tests/cli/test_asking.py::test_an_export_that_fails_leaves_the_old_file",
        ),
    ),
}


@cache
def names_in(path):
    """The names of the tests that a file holds."""
    tree = ast.parse((PROJECT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("number", ATTACKS)
def test_every_attack_is_shown_by_tests_that_exist(number):
    assert ATTACKS[number].shown_by
    for shown in ATTACKS[number].shown_by:
        path, words = shown.split("::") if "::" in shown else shown.split(":")
        if path == "SECURITY.md":
            assert words in " ".join((PROJECT / path).read_text("utf-8").split())
        else:
            assert words in names_in(path), shown


def test_no_attack_is_left_out():
    assert set(ATTACKS) == set(range(1, 29))


def test_every_attack_test_is_in_the_index():
    named = {shown for attack in ATTACKS.values() for shown in attack.shown_by}
    for path in (PROJECT / "tests" / "attacks").glob("test_*.py"):
        if path.name != Path(__file__).name:
            assert any(shown.startswith(f"tests/attacks/{path.name}::") for shown in named), path.name
