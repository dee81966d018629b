"""Bodies that are small on the wire and large when they are unpacked."""

import gzip
import io
import zlib
from functools import cache

import brotli

MEGABYTE = 1024 * 1024
SIZE = 200 * MEGABYTE


@cache
def gzip_bomb(size=SIZE):
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as stream:
        for _ in range(size // MEGABYTE):
            stream.write(bytes(MEGABYTE))
    return packed.getvalue()


@cache
def deflate_bomb():
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(SIZE // MEGABYTE)) + packer.flush()


@cache
def brotli_bomb():
    packer = brotli.Compressor(quality=5)
    return b"".join(packer.process(bytes(MEGABYTE)) for _ in range(SIZE // MEGABYTE)) + packer.finish()


@cache
def zstd_bomb():
    from backports import zstd

    packer = zstd.ZstdCompressor(level=5)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(SIZE // MEGABYTE)) + packer.flush()


def members(count, body):
    """A gzip file of that many members, each of which is the whole body."""
    return gzip.compress(body, mtime=0) * count


def layers(count, body=b"<h1>Halo</h1>"):
    """A body packed again and again."""
    for _ in range(count):
        body = gzip.compress(body, mtime=0)
    return body


def sitemap_bomb():
    """A sitemap that is 200 MB of one URL after the other."""
    entry = b"<url><loc>http://koran.test/berita/1</loc></url>"
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as stream:
        stream.write(b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>")
        for _ in range(200):
            stream.write(entry * (MEGABYTE // len(entry)))
        stream.write(b"</urlset>")
    return packed.getvalue()
