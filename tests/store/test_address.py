import pytest

from newscrawl.model.errors import UsageError
from newscrawl.store import parse_address


def test_a_folder_is_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    address = parse_address("embedded:./data")
    assert (address.folder, address.uri, str(address)) == (tmp_path / "data", None, "embedded:./data")


@pytest.mark.parametrize(
    ("address", "database", "redacted"),
    [
        ("mongodb://localhost/news", "news", "mongodb://localhost/news"),
        ("mongodb://a:1,b:2/news?replicaSet=x", "news", "mongodb://a:1,b:2/news"),
        ("mongodb+srv://me:s3cret@db.test/news?authSource=s3cret", "news", "mongodb+srv://me@db.test/news"),
        ("mongodb://me:s3%40cret@[::1]:27017/news", "news", "mongodb://me@[::1]:27017/news"),
        (" mongodb://me:s3:cret@localhost/news ", "news", "mongodb://me@localhost/news"),
    ],
)
def test_a_server_is_named_without_its_password(address, database, redacted):
    parsed = parse_address(address)
    assert (parsed.database, str(parsed), parsed.uri) == (database, redacted, address.strip())
    assert "cret" not in repr(parsed)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "must be embedded:FOLDER or mongodb://HOST/DATABASE"),
        ("./data", "must be embedded:FOLDER"),
        ("sqlite:s3cret", "must be embedded:FOLDER"),
        ("s3cret", "must be embedded:FOLDER"),
        ("mongodb:localhost/s3cret", "must be embedded:FOLDER"),
        ("embedded:", "names no folder"),
        ("embedded:  ", "names no folder"),
        ("embedded:a\0s3cret", "names no folder"),
        ("mongodb://me:s3cret@localhost", "names no database"),
        ("mongodb://me:s3cret@localhost/", "names no database"),
        ("mongodb:///news", "names no host"),
        ("mongodb://me:s3cret@/news", "names no host"),
        ("mongodb://me:s3cret@localhost/a.b", "does not allow"),
        ("mongodb://localhost/" + "x" * 64, "does not allow"),
        ("mongodb://[::1/news", "is not a URI"),
    ],
)
def test_any_other_address_is_refused_in_a_sentence_without_its_password(address, says):
    with pytest.raises(UsageError, match=says) as refused:
        parse_address(address)
    assert "s3cret" not in str(refused.value)
    assert "\n" not in str(refused.value)
