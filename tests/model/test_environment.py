from pathlib import Path

import pytest

from newscrawl import __version__
from newscrawl.model.environment import VARIABLES, Environment
from newscrawl.model.errors import UsageError


def read(**variables):
    return Environment.from_mapping(variables)


def test_an_empty_environment_gives_the_documented_defaults():
    environment = read()
    assert environment == Environment()
    assert environment.store == "embedded:./data"
    assert environment.data == Path("./data")
    assert environment.sites is None
    assert environment.allow_hosts == ()
    assert environment.project == "development"


def test_an_empty_value_counts_as_unset():
    assert read(NEWSCRAWL_STORE="", NEWSCRAWL_SITES=" ", SCRAPY_PROJECT="") == Environment()


def test_every_variable_of_the_table_is_told_with_its_meaning():
    assert [variable.name for variable in VARIABLES if not variable.meaning] == []
    assert len({variable.name for variable in VARIABLES}) == len(VARIABLES)


def test_without_a_contact_the_user_agent_is_product_and_version():
    assert read().user_agent == f"newscrawl/{__version__}"


@pytest.mark.parametrize("contact", ["https://example.org/bot", "redaksi@example.org", "mailto:redaksi@example.org"])
def test_the_contact_goes_into_the_user_agent(contact):
    assert read(NEWSCRAWL_CONTACT=contact).user_agent == f"newscrawl/{__version__} (+{contact})"


@pytest.mark.parametrize(
    ("user_agent", "token"),
    [
        ("kliping/2.0 (+https://example.org)", "kliping"),
        ("kliping", "kliping"),
        ("arsip-daerah_2/1 kliping/2.0", "arsip-daerah_2"),
    ],
)
def test_the_robots_identity_is_the_product_name_of_the_first_token(user_agent, token):
    environment = read(NEWSCRAWL_USER_AGENT=user_agent, NEWSCRAWL_CONTACT="https://example.org")
    assert environment.user_agent == user_agent
    assert environment.robots_token == token


def test_allowed_hosts_are_read_in_lower_case_without_the_spaces():
    environment = read(NEWSCRAWL_ALLOW_HOSTS="Intranet.test, 10.0.0.7:8080,, [::1]:80")
    assert environment.allow_hosts == ("intranet.test", "10.0.0.7:8080", "[::1]:80")


def test_scrapys_default_project_is_development():
    assert read(SCRAPY_PROJECT="default").project == "development"


def test_the_stores_address_is_taken_as_it_is():
    uri = "mongodb://user:secret@a.test:27017,b.test:27018/newscrawl?replicaSet=rs0"
    assert read(NEWSCRAWL_STORE=uri).store == uri


def test_a_password_does_not_show_when_the_environment_is_printed():
    assert "secret" not in repr(read(NEWSCRAWL_STORE="mongodb://user:secret@a.test/newscrawl"))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("NEWSCRAWL_CONTACT", "call me", "neither a URL nor a mail address"),
        ("NEWSCRAWL_CONTACT", "https://example.org/a)b", "neither a URL nor a mail address"),
        ("NEWSCRAWL_CONTACT", "https://example.org/\r\nX-Evil: 1", "neither a URL nor a mail address"),
        ("NEWSCRAWL_USER_AGENT", "kliping/1.0\r\nX-Evil: 1", "more than one line"),
        ("NEWSCRAWL_USER_AGENT", "* anything", "product name"),
        ("NEWSCRAWL_USER_AGENT", "(+https://example.org)", "product name"),
        ("NEWSCRAWL_ALLOW_HOSTS", "http://intranet.test/", "a host is written like"),
        ("NEWSCRAWL_ALLOW_HOSTS", "intranet.test:http", "a host is written like"),
        ("SCRAPY_PROJECT", "prod", "there are: development, production, testing"),
    ],
)
def test_a_value_that_cannot_be_meant_is_one_sentence_naming_its_variable(name, value, words):
    with pytest.raises(UsageError) as caught:
        read(**{name: value})
    message = str(caught.value)
    assert message.startswith(name)
    assert words in message
    assert "\n" not in message
