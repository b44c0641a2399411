import csv

import pytest

from sourcebook.layers import LAYERS, POSITION, PROVENANCE

OWN = {
    "zones": "zone",
    "people": "key role",
    "organisations": "key role",
    "places": "key sense",
    "dates": "earliest latest basis anchor event",
    "events": "event outlook",
    "figures": "figure value low high unit hedge quantifies period source missing",
    "quotations": "speaker speaker_start speaker_end cue form named relayed_by closed",
    "attributions": "source named relayed_by cue",
    "terms": "concept variant framing",
    "hedges": "kind",
    "differences": "difference position",
    "provenance": "field infers",
}


def test_layers_and_their_own_columns():
    assert {name: [c.name for c in layer.columns] for name, layer in LAYERS.items()} == {
        name: columns.split() for name, columns in OWN.items()
    }


@pytest.mark.parametrize("name", OWN)
def test_a_layers_file_has_position_own_columns_and_provenance(name, root):
    with (root / "corpus" / "annotations" / f"{name}.csv").open(encoding="utf-8", newline="") as f:
        header = next(csv.reader(f))
    assert header == [*POSITION, *OWN[name].split(), *PROVENANCE]
    assert tuple(header) == LAYERS[name].header


def test_every_layer_is_described_in_the_datasheet(root):
    sheet = (root / "corpus" / "README.md").read_text(encoding="utf-8")
    assert [name for name in LAYERS if f"**{name}**" not in sheet] == []
    columns = {column.name for layer in LAYERS.values() for column in layer.columns}
    assert [name for name in columns if f"`{name}`" not in sheet] == []


def test_the_registry_of_layers_cannot_be_changed():
    with pytest.raises(TypeError):
        LAYERS["gossip"] = LAYERS["zones"]
