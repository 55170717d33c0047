"""Which values are always there, so that a `null` can only mean that the viewer may not read it: as the model says, no list by hand."""

from graph.model import LABELS, properties_of
from graph.views.view import Field, Many, Part, Related, Value, View


def always_there(view: View, field: Field) -> bool:
    """A list is there when it is empty, and so is another side of the same node; a value, where the model requires what it reads."""
    match field:
        case Related(many=Many.LIST | Many.CONNECTION) | Part():
            return True
        case Value(reads=reads, made=None, otherwise=None) if view.label:
            return all(_required(view.label, each) for each in reads)
        case _:
            return False


def _required(label: str, read: str) -> bool:
    what, _, name = read.partition(".")
    return what == "node" and properties_of(LABELS[label])[name].required
