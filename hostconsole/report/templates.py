"""The page templates of resources/report."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from hostconsole.bundled import bundled


def template(name: str) -> Template:
    """The template `name`, with every text in it escaped. Raises jinja2.TemplateNotFound if the program
    was installed without it."""
    environment = Environment(
        loader=FileSystemLoader(bundled("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
