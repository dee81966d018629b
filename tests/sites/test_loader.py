import importlib.util
import sys

import pytest

from newscrawl.model.errors import SiteError, UnknownSite
from newscrawl.sites import load

GOOD = """
from newscrawl.sites.base import Section, Site

SITE = Site(
    name="{name}",
    title="Kabar",
    domains=("{domain}",),
    {more}
)
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("NEWSCRAWL_SITES", raising=False)
    return tmp_path


def write(folder, file="kabar.py", *, name="kabar", domain="kabar.test", more="", text=None):
    (folder / file).write_text(GOOD.format(name=name, domain=domain, more=more) if text is None else text, "utf-8")


def refusal(folder):
    with pytest.raises(SiteError) as refused:
        load(folder)
    message = str(refused.value)
    assert "\n" not in message
    assert "Traceback" not in message
    return message


def test_a_users_site_stands_among_the_shipped_ones(folder):
    write(folder)
    sites = load(folder)
    assert sites.get("kabar").domains == ("kabar.test",)
    assert "republika" in sites.names


def test_the_environment_names_the_folder(folder, monkeypatch):
    write(folder)
    assert "kabar" not in load()
    monkeypatch.setenv("NEWSCRAWL_SITES", str(folder))
    assert "kabar" in load()


def test_a_users_site_replaces_the_shipped_one_of_its_name(folder):
    write(folder, name="republika", domain="republika.co.id")
    assert load(folder).get("republika").title == "Kabar"
    assert len(load(folder)) == len(load())


def test_a_users_file_does_not_become_importable(folder):
    write(folder, "json.py")
    before = set(sys.modules)
    load(folder)
    assert set(sys.modules) == before
    assert importlib.util.find_spec("json").origin != str(folder / "json.py")


def test_a_function_in_the_file_can_be_an_override(folder):
    write(
        folder,
        text="def title(page):\n    return SUFFIX\n\nSUFFIX = 'x'\n"
        + GOOD.format(name="kabar", domain="kabar.test", more="overrides={'title': title},"),
    )
    assert load(folder).get("kabar").overrides["title"](None) == "x"


def test_files_beginning_with_an_underscore_are_left_alone(folder):
    write(folder, "_draft.py", text="this is not Python")
    assert len(load(folder)) == len(load())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "defines no SITE"),
        ("SITE = 'kabar'", "its SITE is a str, not a Site"),
        ("SITE = Site(", "is not valid Python, line 1"),
        ("\0", "is not valid Python"),
        ("x = " + "(" * 5000 + ")" * 5000, ""),
        ("import no_such_module_here", "imports what is not there: No module named 'no_such_module_here'"),
        ("SITE = Site(name='kabar')", "name 'Site' is not defined"),
        ("1 / 0", "division by zero"),
        ("raise SystemExit(3)", "site '?'"),
        ("raise RecursionError", "RecursionError"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_sentence(folder, text, says):
    write(folder, text=text)
    message = refusal(folder)
    assert message.startswith(str(folder / "kabar.py"))
    assert says in message


def test_a_wrong_field_is_told_with_file_line_site_and_the_right_one(folder):
    write(folder, more='artcle_url="/berita/",')
    message = refusal(folder)
    assert message.startswith(f"{folder / 'kabar.py'}, line 4: ")
    assert message.endswith("site 'kabar': Site has no field 'artcle_url'; did you mean 'article_url'?")


def test_a_wrong_field_of_a_section_is_told_too(folder):
    write(folder, more='sections=(Section("kota", feed=("https://kabar.test/rss",)),),')
    assert refusal(folder).endswith("site 'kabar': Section has no field 'feed'; did you mean 'feeds'?")


def test_a_missing_field_is_told(folder):
    write(folder, text='from newscrawl.sites.base import Site\nSITE = Site(name="kabar", title="Kabar")')
    assert "missing 1 required positional argument: 'domains'" in refusal(folder)


def test_a_value_that_is_refused_is_told_with_file_site_and_field(folder):
    write(folder, more='timezone="WIB",')
    assert refusal(folder).startswith(f"{folder / 'kabar.py'}, line 4: site 'kabar': timezone is 'WIB'")


def test_a_refused_section_is_told_with_its_site(folder):
    write(folder, more='sections=(Section("kota"),),')
    assert "site 'kabar': section 'kota': feeds has no feed" in refusal(folder)


def test_two_files_with_one_site_are_refused(folder):
    write(folder, "a.py")
    write(folder, "b.py")
    assert refusal(folder) == f"{folder / 'b.py'}: its site 'kabar' has the same name as the one in a.py"


def test_a_file_that_is_a_folder_is_told(folder):
    (folder / "kabar.py").mkdir()
    assert "cannot be read: Is a directory" in refusal(folder)


def test_a_folder_that_is_not_there_is_told(folder):
    assert "which is not a folder" in refusal(folder / "none")


def test_an_unknown_name_is_told_with_the_nearest_and_all_there_are():
    with pytest.raises(UnknownSite) as refused:
        load().get("Republik")
    message = str(refused.value)
    assert message.startswith("no site named 'Republik'; did you mean 'republika'? there are: ")
    assert all(name in message for name in load().names)


def test_a_url_finds_its_site():
    sites = load()
    assert sites.for_url("https://bali.tribunnews.com/2024/10/23/a-b").name == "tribunnews"
    assert sites.for_url("https://tidak-dikenal.test/") is None
    assert sites.for_url("bukan url") is None


def test_of_two_owners_the_nearer_one_is_found(folder):
    write(folder, "bali.py", name="bali", domain="bali.tribunnews.com")
    assert load(folder).for_url("https://bali.tribunnews.com/x").name == "bali"
    assert load(folder).for_url("https://www.tribunnews.com/x").name == "tribunnews"


def test_sites_come_in_the_order_of_their_names():
    assert list(load().names) == sorted(load().names)
    assert [site.name for site in load()] == list(load().names)
