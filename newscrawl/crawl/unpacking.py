"""Compressed bodies, unpacked as Scrapy does; one that cannot be is one kind of error, not another with each coding."""

from __future__ import annotations

import struct
import sys
import zlib
from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

try:  # whichever Scrapy took
    import brotli
except ImportError:
    import brotlicffi as brotli
if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_BROKEN = (brotli.error, zstd.ZstdError, zlib.error, struct.error, EOFError, OSError)


class Unpacking(HttpCompressionMiddleware):
    """Scrapy's middleware, which knows the bounds; a body that is not what its header says is a broken download."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:  # noqa: ARG002 - Scrapy's signature
        """The response, unpacked; raises ResponseDataLossError if it cannot be, IgnoreRequest if it is too large."""
        try:
            return super().process_response(request, response)
        except _BROKEN as error:
            message = f"{response.url} cannot be unpacked: {error}"
            raise ResponseDataLossError(message) from error
