"""Which processes there are, as the kernel's table has them."""

from pathlib import Path

PROC = Path("/proc")


def children_of(pid):
    found = []
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            fields = state_of(entry.name)
            if fields and int(fields[1]) == pid:
                found.append(int(entry.name))
    return found


def offspring_of(pid):
    found = children_of(pid)
    for child in found:
        found.extend(children_of(child))
    return found


def workers_of(pid):
    """The worker processes are children of the fork server, which is a child of this process."""
    return [grandchild for child in children_of(pid) for grandchild in children_of(child)]


def is_alive(pid):
    fields = state_of(pid)
    return bool(fields) and fields[0] != "Z"


def state_of(pid):
    """The fields of the process table after the name: state, parent, ...; none when it has ended."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
