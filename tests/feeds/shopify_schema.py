"""Compares what the console asks of Shopify with the schema that Shopify publishes.

The schema is in the npm package @shopify/dev-mcp and is not kept here:

    npm pack @shopify/dev-mcp && tar xzf shopify-dev-mcp-*.tgz
    python -m tests.feeds.shopify_schema package/dist/data/admin_2026-07.json.gz
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from graphql import GraphQLSchema, build_client_schema, build_schema, parse, validate

from hostconsole.feeds.shopify import FIND, ORDERS, STOCK

EXCERPT = Path(__file__).with_name("shopify_excerpt.graphql")


def excerpt() -> GraphQLSchema:
    return build_schema(EXCERPT.read_text("utf-8"))


def faults(schema: GraphQLSchema) -> list[str]:
    """What is wrong with the console's documents under a schema."""
    return [
        fault.message for document in (FIND, STOCK, ORDERS) for fault in validate(schema, parse(document))
    ]


def differences(published: GraphQLSchema) -> list[str]:
    """Where the excerpt says something else than the published schema."""
    found: list[str] = []
    for name, own in excerpt().type_map.items():
        other = published.type_map.get(name)
        if other is None:
            found.append(f"there is no {name}")
            continue
        for field, what in getattr(own, "fields", {}).items():
            theirs = getattr(other, "fields", {}).get(field)
            if theirs is None or str(theirs.type) != str(what.type):
                found.append(f"{name}.{field} is {theirs and theirs.type}, not {what.type}")
            elif any(str(theirs.args[key].type) != str(arg.type) for key, arg in what.args.items()):
                found.append(f"{name}.{field} takes other arguments")
    return [line for line in found if not line.startswith(("there is no __", "__"))]


def main(path: str) -> int:
    with gzip.open(path) as file:
        # Shopify's schema breaks rules of GraphQL's about deprecated fields; that is its own affair.
        published = build_client_schema(json.load(file)["data"], assume_valid=True)
    wrong = faults(published) + differences(published)
    print("\n".join(wrong) or "all of it is in the published schema")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
