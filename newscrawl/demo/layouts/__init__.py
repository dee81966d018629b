"""The designs of the papers: how their pages are addressed and marked up, each in the manner of a kind of real site."""
