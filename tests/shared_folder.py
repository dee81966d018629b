"""Where labelled pages, saved sites and lists of forms lie beside the checkout, on machines that have them."""

import os
from pathlib import Path

SHARED = Path(os.environ.get("NEWSCRAWL_SHARED") or Path(__file__).parents[2] / "shared")
