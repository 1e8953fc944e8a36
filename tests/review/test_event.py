"""Events: what is written is what is read, and a hostile file is no event."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from coauthor.review.event import Event, Voice, read_event, write_event

ID = "01JDN3ZQ8K5T7WV9X2Y4Z6A8BC"
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
values = st.dictionaries(st.sampled_from(["anchor-quote", "stand", "after"]), words.filter(bool))


@given(words, words, words, values)
def test_what_is_written_is_what_is_read(organisation, body, about, more):
    body = body.replace("\r", "").strip("\n")
    said = Event(
        ID, "comment", "pve", "7k2m9qxf4t", Voice(organisation), "2026-01-01", about, body, more
    )
    assert read_event(said.path, write_event(said)) == said


def test_words_with_a_colon_are_yaml():
    more = {"quote": "binnen {{termijn: 5 dagen}}", "text": "Let op:"}
    said = Event(ID, "comment", "pve", "", Voice("A"), "2026-01-01", values=more)
    front = yaml.safe_load(write_event(said).split("---\n")[1])
    assert {key: front[key] for key in more} == more


def test_what_is_said_of_the_document_has_a_folder_of_its_own():
    said = Event(ID, "comment", "pve", "", Voice("A"), "2026-01-01", body="Mooi.")
    assert said.path == f"discussion/pve/document/{ID}.md"
    assert read_event(said.path, write_event(said)) == said


def test_a_file_elsewhere_or_without_a_kind_is_no_event():
    text = "---\nkind: comment\n---\n\nHallo\n"
    assert read_event(f"discussion/pve/7k2m9qxf4t/{ID}.md", text)
    assert read_event(f"discussion/../7k2m9qxf4t/{ID}.md", text) is None
    assert read_event(f"documents/pve/7k2m9qxf4t/{ID}.md", text) is None
    assert read_event(f"discussion/pve/7k2m9qxf4t/{ID}.md", "kind: comment") is None
    assert read_event(f"discussion/pve/7k2m9qxf4t/{ID}.md", "---\nbody: x\n---\n") is None
