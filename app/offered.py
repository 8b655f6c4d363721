"""What 查询 offers before anything is asked: the library with its forms, names to choose from, words to complete."""

from __future__ import annotations

from functools import cache
from typing import Any

from app.held import Part, part
from graph.schema import schema
from queries.library import GROUPS, MISSING, Parameter, library

_NAMES = """MATCH (n:Body) RETURN 'body' AS kind, n.name AS name, COUNT { (n)--() } AS weight
UNION ALL MATCH (n:Project) RETURN 'project' AS kind, n.name AS name, COUNT { (n)--() } AS weight
UNION ALL MATCH (n:Document) RETURN 'document' AS kind, n.title AS name, n.obligations AS weight"""
_NAMES_AT_MOST = 400


def choice_caption(choice: str, language: str) -> str:
    """A closed value in the user's language: relations and kinds of waiting have captions in the schema."""
    known = schema()
    if choice in known.relations:
        return known.relations[choice].caption(language)
    kinds = known.relations["DEPENDS_ON"].properties["kind"].values
    return kinds[choice].caption(language) if choice in kinds else choice


def _field(one: Parameter, language: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "label": one.title[language],
        "help": one.help[language],
        "type": one.type,
        "required": one.required,
        "value": "" if one.default in (MISSING, None) else str(one.default),
        "choices": [{"value": choice, "label": choice_caption(choice, language)} for choice in one.choices],
    }


@cache
def groups(language: str) -> Part:
    """The library as the component lists it."""
    listed = [
        {
            "title": title[language],
            "questions": [
                {
                    "name": one.name,
                    "title": one.title[language],
                    "text": one.text,
                    "fields": [_field(each, language) for each in one.parameters],
                }
                for one in library().values()
                if one.group == key
            ],
        }
        for key, title in GROUPS.items()
    ]
    return part(listed)


def names(opened: Any) -> dict[str, list[str]]:
    """What a form offers to choose from: names of bodies, projects and documents, the best connected first."""
    found: dict[str, list[tuple[int, str]]] = {"body": [], "project": [], "document": []}
    for kind, name, weight in opened.read(_NAMES).rows:
        found[kind].append((-weight, name))
    return {kind: [name for _, name in sorted(rows)][:_NAMES_AT_MOST] for kind, rows in found.items()}


def completion() -> dict[str, list[str]]:
    """Labels, types and properties that the editor offers."""
    known = schema()
    properties = {name for label in known.nodes for name in known.properties[label]}
    properties |= {name for kind in known.relations for name in known.relation_properties(kind)}
    sublabels = [name for names in known.sublabels.values() for name in names]
    return {
        "labels": sorted({name for name, node in known.nodes.items() if not node.internal} | set(sublabels)),
        "relationshipTypes": sorted(name for name, one in known.relations.items() if not one.internal),
        "propertyKeys": sorted(properties),
    }
