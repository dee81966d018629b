"""The frontier of `newscrawl.store.queue` on MongoDB: rows in lanes, lanes on an agenda, hosts under leases."""
