"""What we know of each publisher: one frozen value a file, a catalogue of them, and a site made from a URL alone."""

from newscrawl.sites.base import Archive, Section, Site
from newscrawl.sites.generic import generic_site, registered_domain
from newscrawl.sites.loader import Catalogue, load, load_file

__all__ = ["Archive", "Catalogue", "Section", "Site", "generic_site", "load", "load_file", "registered_domain"]
