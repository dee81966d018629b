"""Whether the page is an article at all, and if not what else."""
