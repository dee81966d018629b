"""The benchmarks of ``make bench``: every figure beside one that anybody can judge it by, measured in the same run."""
