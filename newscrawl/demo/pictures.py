"""The papers' photographs: small landscapes painted by arithmetic, as PNG."""

from __future__ import annotations

import struct
import zlib
from math import sin
from random import Random

_WIDTH, _HEIGHT = 320, 180


def png(name: str) -> bytes:
    """A landscape of 320 by 180 pixels in nine colours, the same for the same name."""
    rng = Random(name)
    hue = rng.randrange(3)
    palette = b"".join(_colour(rng, hue, shade) for shade in range(9))
    ridges = [_ridge(rng, 70 + 34 * depth) for depth in range(3)]
    sun_x, sun_y, radius = rng.randrange(40, 280), rng.randrange(24, 60), rng.randrange(9, 17)
    rows = []
    for y in range(_HEIGHT):
        row = bytearray(bytes((min(4, y * 5 // 100),)) * _WIDTH)
        half = int(max(0, radius * radius - (y - sun_y) ** 2) ** 0.5)
        row[sun_x - half : sun_x + half] = b"\x05" * (2 * half)
        for depth, ridge in enumerate(ridges):
            _paint(row, ridge, y, 6 + depth)
        rows.append(b"\x00" + bytes(row))
    return _file(palette, b"".join(rows))


def _paint(row: bytearray, ridge: list[int], y: int, colour: int) -> None:
    """Colour what lies under the ridge at this height."""
    if y >= ridge[0]:
        row[:] = bytes((colour,)) * _WIDTH
    elif y >= ridge[1]:
        row[:] = bytes(colour if y >= height else sky for height, sky in zip(ridge[2:], row, strict=True))


def _ridge(rng: Random, base: int) -> list[int]:
    """The lowest and highest row of a ridge, then its row at every column."""
    swing, step, phase = rng.uniform(6, 16), rng.uniform(0.01, 0.04), rng.uniform(0, 6)
    rows = [int(base + swing * sin(phase + x * step) + swing / 3 * sin(x * step * 3.7)) for x in range(_WIDTH)]
    return [max(rows), min(rows), *rows]


def _colour(rng: Random, hue: int, shade: int) -> bytes:
    """Sky in five shades, the sun, and three ridges, nearer ones darker."""
    if shade == 5:
        return bytes((255, 236, 179))
    light = 225 - 14 * shade if shade < 5 else 150 - 45 * (shade - 6)
    channels = [max(0, light - rng.randrange(30)) for _ in range(3)]
    channels[hue] = min(255, channels[hue] + 30)
    return bytes(channels)


def _file(palette: bytes, rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
