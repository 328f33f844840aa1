"""Run-sheets and shop exports, read into a plan."""
