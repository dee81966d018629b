"""Imported by the fork server, and by nobody else: what every worker needs, and a session apart from the crawl's.

A signal to the crawl's whole process group (Ctrl-C, ``timeout``, systemd) is for the crawl to decide about. Were it to
end the fork server, all its workers would count as dead and the pages they work on as crashed.
"""

import gc
import os

if os.getpid() != os.getpgrp():
    os.setsid()  # before anything that takes its time

import newscrawl.process.pipeline  # noqa: F401 - so that a worker begins with it
from newscrawl.extract.fields.language import load_model

# Half a second and 40 MB, spent once instead of by every worker and every worker's successor.
load_model()
gc.freeze()
