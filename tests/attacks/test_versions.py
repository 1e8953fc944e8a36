"""Versions that were not theirs to make: forged, replayed, re-ordered, rewritten."""

import pygit2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coauthor.history.files import digest_of
from coauthor.history.trust.signatures import HEADER, split_commit
from coauthor.history.trust.verifying import verify
from coauthor.review.memo.frozen import FREEZE
from tests.attacks.making import CLAUSE, DOCUMENT, START, event, new_line, people_text
from tests.workspace.sharing import TEXT

EDITED = TEXT.replace("één biljet", "twee biljetten")
WORSE = TEXT.replace("binnen 4 uur", "binnen 4 dagen")


# -- what is allowed, is ------------------------------------------------------------


def test_what_everybody_may_do_is_good(line):
    text = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    said = line.version(line.vendor, event(line.vendor), text)
    answer = line.version(line.vendor, event(line.vendor, 1, "response", verdict="meets"), said)
    both = line.version(line.steward, {"documents/b.md": "# B\n\nNieuw.\n"}, answer)
    verdict = line.check(both)
    assert verdict.is_good
    assert (verdict.versions, verdict.findings) == (4, ())


def test_a_line_is_also_good_from_its_first_version(line):
    tip = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    assert line.check(tip, "").is_good


def test_where_nobody_is_listed_no_signature_is_asked(line):
    tip = line.version(None, {DOCUMENT: EDITED}, line.first)
    assert verify(line.git, tip).is_good


def test_what_was_said_apart_comes_together_by_anybody(line):
    text = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    said = line.version(line.vendor, event(line.vendor), line.start)
    merged = line.version(line.vendor, {DOCUMENT: EDITED}, said, text)
    assert line.check(merged).is_good


# -- forged -------------------------------------------------------------------------


def test_a_version_without_a_signature_is_found(line):
    tip = line.version(None, {DOCUMENT: EDITED}, line.start, organisation="Gemeente Waterrijk")
    assert line.rules(tip) == {"unsigned"}


def test_a_version_signed_by_somebody_who_is_not_listed_is_found(line):
    tip = line.version(line.stranger, {DOCUMENT: EDITED}, line.start)
    assert line.rules(tip) == {"unknown-key"}


def test_a_version_in_the_name_of_another_organisation_is_found(line):
    tip = line.version(
        line.vendor, event(line.vendor), line.start, organisation="Gemeente Waterrijk"
    )
    assert line.rules(tip) == {"organisation"}


def test_a_signature_that_was_cut_from_another_version_is_found(line):
    honest = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    _, signature = split_commit(line.git[honest].read_raw())
    forged = line.version(None, {DOCUMENT: WORSE}, line.start, organisation="Gemeente Waterrijk")
    content = line.git[forged].read_raw().decode()
    tip = line.git.create_commit_with_signature(content, signature, HEADER.decode())
    assert line.rules(str(tip)) == {"bad-signature"}


def test_a_second_signature_beside_the_real_one_is_found(line):
    honest = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    content, signature = split_commit(line.git[honest].read_raw())
    lines = signature.replace("\n", "\n ")
    head, _, message = content.decode().partition("\n\n")
    raw = f"{head}\ngpgsig {lines}\ngpgsig {lines}\n\n{message}"
    tip = line.git.odb.write(pygit2.enums.ObjectType.COMMIT, raw.encode())
    assert line.rules(str(tip)) == {"bad-signature"}


def test_words_put_into_the_mouth_of_another_are_found(line):
    tip = line.version(line.vendor, event(line.expert), line.start)
    assert line.rules(tip) == {"event-voice"}


def test_words_in_a_role_or_by_a_key_that_one_has_not_are_found(line):
    ((path, text),) = event(line.vendor).items()
    for old, new in (("role: analyst", "role: steward"), ("party: vendor", "party: municipality")):
        assert old in text
        tip = line.version(line.vendor, {path: text.replace(old, new)}, line.start)
        assert line.rules(tip) == {"event-voice"}
    other = text.replace(line.vendor.key.fingerprint, line.expert.key.fingerprint)
    assert line.rules(line.version(line.vendor, {path: other}, line.start)) == {"event-voice"}


def test_a_steward_brings_in_what_outsiders_said_in_another_room_but_speaks_for_nobody_here(line):
    ((path, text),) = event(line.vendor).items()
    outside = text.replace("Bouwsoft", "Plansoft")
    assert line.check(line.version(line.steward, {path: outside}, line.start)).is_good
    assert line.rules(line.version(line.expert, {path: outside}, line.start)) == {"event-voice"}
    assert line.rules(line.version(line.steward, {path: text}, line.start)) == {"event-voice"}


# -- replayed and re-ordered --------------------------------------------------------


def test_versions_in_another_order_are_found(line):
    first = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    second = line.version(line.expert, {DOCUMENT: WORSE}, first)

    def moved(version: str, parent: str) -> str:
        raw = line.git[version].read_raw()
        old = b"parent " + str(line.git[version].parent_ids[0]).encode()
        changed = raw.replace(old, b"parent " + parent.encode())
        return str(line.git.odb.write(pygit2.enums.ObjectType.COMMIT, changed))

    tip = moved(first, moved(second, line.start))
    assert line.rules(tip) == {"bad-signature"}


def test_a_version_of_another_room_is_found(line, tmp_path):
    (tmp_path / "elders").mkdir()
    other = new_line(tmp_path / "elders")
    foreign = other.version(other.steward, {DOCUMENT: WORSE}, other.start)
    odb = str(tmp_path / "elders/kamer/objects")
    line.git.odb.add_disk_alternate(odb)
    tip = line.version(line.expert, {DOCUMENT: WORSE}, line.start, foreign)
    assert line.rules(tip) == {"foreign"}


def test_a_second_beginning_is_found_whichever_side_it_is_on(line):
    again = line.version(line.stranger, {**START, "documents/b.md": "Anders."})
    for parents in ((line.start, again), (again, line.start)):
        tip = line.version(line.expert, {}, *parents)
        assert line.rules(tip) == {"foreign"}
        assert line.rules(tip, "") == {"foreign"}


def test_the_same_words_said_again_elsewhere_are_found(line):
    said = line.version(line.vendor, event(line.vendor), line.start)
    again = line.version(line.vendor, event(line.vendor, clause="bbbbbbbbbb"), said)
    assert line.rules(again) == {"event-twice"}
    assert line.rules(again, said) == {"event-twice"}


def test_somebody_who_copies_words_first_does_not_take_them_from_who_said_them(line):
    ((path, text),) = event(line.expert).items()
    stolen = line.version(line.vendor, {path.replace(CLAUSE, "bbbbbbbbbb"): text}, line.start)
    tip = line.version(line.expert, {path: text}, stolen)
    found = line.check(tip)
    assert [each.breach.rule for each in found.open] == ["event-voice"]
    assert path not in found.stains


def test_words_that_were_said_cannot_be_changed_or_taken_away(line):
    said = line.version(line.vendor, event(line.vendor), line.start)
    ((path, text),) = event(line.vendor).items()
    for by in (line.vendor, line.steward):
        for content in (text.replace("Mooi.", "Lelijk."), None):
            assert line.rules(line.version(by, {path: content}, said)) == {"event-changed"}


def test_a_merge_cannot_leave_out_what_others_said(line):
    said = line.version(line.vendor, event(line.vendor), line.start)
    other = line.version(line.expert, event(line.expert, 1), line.start)
    tip = line.version(line.steward, {}, other, said)
    assert line.rules(tip) == {"event-changed"}


def test_a_version_with_more_than_two_before_it_is_found(line):
    three = [line.version(line.expert, event(line.expert, n), line.start) for n in range(3)]
    assert line.rules(line.version(line.expert, {}, *three)) == {"shape"}
    assert line.rules(line.version(line.expert, {}, three[0], three[0])) == {"shape"}


# -- history that was changed -------------------------------------------------------


def test_an_old_version_that_was_changed_is_found_in_all_that_follow(line):
    old = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    newer = line.version(line.expert, event(line.expert), old)
    changed = line.version(None, {DOCUMENT: WORSE}, line.start, organisation="Gemeente Waterrijk")
    raw = line.git[newer].read_raw().replace(old.encode(), changed.encode())
    tip = str(line.git.odb.write(pygit2.enums.ObjectType.COMMIT, raw))
    assert line.rules(tip, "") == {"unsigned", "bad-signature"}


def test_a_change_in_what_was_written_before_people_were_listed_is_found(line):
    changed = line.version(None, {**START, DOCUMENT: WORSE})
    raw = line.git[line.start].read_raw().replace(line.first.encode(), changed.encode())
    listed = str(line.git.odb.write(pygit2.enums.ObjectType.COMMIT, raw))
    tip = line.version(line.vendor, event(line.vendor), listed)
    assert line.rules(tip) == {"foreign"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_bit_that_is_changed_in_any_version_is_found(line, data):
    versions = [line.start]
    for number in range(3):
        versions.append(line.version(line.expert, event(line.expert, number), versions[-1]))
    chosen = data.draw(st.integers(1, 3))
    raw = bytearray(line.git[versions[chosen]].read_raw())
    place = data.draw(st.integers(0, 2**20)) % (len(raw) * 8)
    raw[place // 8] ^= 1 << place % 8
    try:
        tip = str(line.git.odb.write(pygit2.enums.ObjectType.COMMIT, bytes(raw)))
        line.git[tip].peel(pygit2.Tree)
    except (pygit2.GitError, KeyError, ValueError):
        return  # not even git takes it
    for version in versions[chosen + 1 :]:
        before = str(line.git[version].parent_ids[0])
        again = line.git[version].read_raw().replace(before.encode(), tip.encode())
        tip = str(line.git.odb.write(pygit2.enums.ObjectType.COMMIT, again))
    try:
        verdict = line.check(tip)
    except (pygit2.GitError, KeyError):
        return  # a version before it is not there
    assert verdict.findings or verdict.broken


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)))
def test_any_other_order_of_versions_is_found(line, order):
    versions = [line.start]
    for number in range(4):
        versions.append(line.version(line.expert, event(line.expert, number), versions[-1]))
    tip = line.start
    for number in order:
        before = str(line.git[versions[number + 1]].parent_ids[0])
        raw = line.git[versions[number + 1]].read_raw().replace(before.encode(), tip.encode())
        tip = str(line.git.odb.write(pygit2.enums.ObjectType.COMMIT, raw))
    found = line.check(tip)
    assert (not found.findings) == (list(order) == [0, 1, 2, 3])


# -- rights -------------------------------------------------------------------------


def test_a_vendor_who_edits_a_clause_is_found_and_the_text_of_before_is_known(line):
    tip = line.version(line.vendor, {DOCUMENT: EDITED, **event(line.vendor)}, line.start)
    verdict = line.check(tip)
    assert [(e.breach.rule, e.breach.act, e.organisation) for e in verdict.open] == [
        ("not-allowed", "edit", "Bouwsoft")
    ]
    good = verdict.stains[DOCUMENT].good
    assert line.git[good.id].data.decode() == TEXT
    assert list(verdict.stains) == [DOCUMENT]  # what was said with it is fine


@pytest.mark.parametrize(
    ("who", "path", "text", "act"),
    [
        ("vendor", "people.toml", "", "change-people"),
        ("expert", "people.toml", "", "change-people"),
        ("expert", "standards/x/documents/a.md", "x", "upgrade"),
        ("executive", DOCUMENT, EDITED, "edit"),
        ("expert", "decisions/x.toml", 'kind = "waiver"', "waive"),
        ("steward", "decisions/x.toml", 'kind = "sign-off"', "sign"),
        ("executive", "decisions/x.toml", 'kind = "waiver-advice"', "advise"),
        ("vendor", "decisions/x.toml", 'kind = "waiver-request"', "edit"),
        ("vendor", "bijlage.txt", "x", "edit"),
    ],
)
def test_who_may_not_does_not(line, who, path, text, act):
    by = getattr(line, who)
    if path == "people.toml":
        text = people_text(*line.members, line.stranger)
    verdict = line.check(line.version(by, {path: text}, line.start))
    assert [(each.breach.rule, each.breach.act) for each in verdict.open] == [("not-allowed", act)]


@pytest.mark.parametrize(
    ("who", "path", "text"),
    [
        ("steward", "standards/x/documents/a.md", "x"),
        ("executive", "decisions/x.toml", 'kind = "waiver"'),
        ("executive", "decisions/x.toml", 'kind = "sign-off"'),
        ("expert", "decisions/x.toml", 'kind = "waiver-request"'),
        ("expert", "coauthor.toml", START["coauthor.toml"].replace('"Proef"', '"Anders"')),
    ],
)
def test_who_may_does(line, who, path, text):
    assert line.check(line.version(getattr(line, who), {path: text}, line.start)).is_good


def test_a_waiver_that_was_given_cannot_be_changed_not_even_by_who_gave_it(line):
    path = "decisions/x.toml"
    given = line.version(line.executive, {path: 'kind = "waiver"\n'}, line.start)
    for content in ('kind = "waiver"\nuntil = "2099"\n', None):
        tip = line.version(line.executive, {path: content}, given)
        assert line.rules(tip) == {"record-changed"}


def test_what_the_workspace_is_and_whose_is_changed_by_the_steward_only(line):
    text = START["coauthor.toml"].replace("Gemeente Waterrijk", "Gemeente Elders")
    assert line.rules(line.version(line.expert, {"coauthor.toml": text}, line.start)) == {
        "not-allowed"
    }
    assert line.check(line.version(line.steward, {"coauthor.toml": text}, line.start)).is_good


# -- the policy itself --------------------------------------------------------------


def test_who_gives_himself_a_role_has_not_got_it(line):
    line.vendor.roles = ("steward",)
    mine = line.version(line.vendor, {"people.toml": people_text(*line.members)}, line.start)
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, mine)
    verdict = line.check(tip)
    assert set(verdict.stains) == {"people.toml", DOCUMENT}
    assert {each.breach.rule for each in verdict.open} == {"not-allowed"}


def test_a_list_with_which_nobody_can_go_on_is_found_whoever_made_it(line):
    keyless = people_text(line.steward).replace(line.steward.key.public, "ssh-ed25519 geen!")
    broken = ("geen toml [", None, '[[organisations]]\nname = "A"\n', 'people = "wij"\n')
    for text in (*broken, people_text(line.expert), keyless):
        tip = line.version(line.steward, {"people.toml": text}, line.start)
        assert line.rules(tip) == {"people-unfit"}


def test_who_was_taken_off_the_list_cannot_go_on_from_an_earlier_version(line):
    left = [each for each in line.members if each is not line.expert]
    now = line.version(line.steward, {"people.toml": people_text(*left)}, line.start)
    late = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    assert set(line.check(late, now).stains) == {DOCUMENT}
    for parents in ((now, late), (late, now)):
        merged = line.version(
            line.expert,
            {DOCUMENT: EDITED, "people.toml": people_text(*left)},
            *parents,
        )
        for trusted in (now, line.start, ""):
            assert DOCUMENT in line.check(merged, trusted).stains, (parents, trusted)


def test_a_merge_cannot_put_back_who_was_taken_off(line):
    left = [each for each in line.members if each is not line.vendor]
    now = line.version(line.steward, {"people.toml": people_text(*left)}, line.start)
    side = line.version(line.expert, event(line.expert), line.start)
    tip = line.version(line.expert, event(line.expert), now, side, tree_of=line.start)
    assert set(line.check(tip).stains) == {"people.toml"}


def test_before_people_were_listed_is_no_place_to_begin_afterwards(line):
    evil = line.version(line.vendor, {DOCUMENT: EDITED}, line.first)
    people = {"people.toml": people_text(*line.members)}
    for parents in ((line.start, evil), (evil, line.start)):
        tip = line.version(line.vendor, {DOCUMENT: EDITED, **people}, *parents)
        for trusted in (line.start, ""):
            assert set(line.check(tip, trusted).stains) == {DOCUMENT}, (parents, trusted)


def test_a_list_of_ones_own_beside_that_of_the_room_does_not_count(line):
    line.vendor.roles = ("steward",)
    line.vendor.organisation = "Gemeente Waterrijk"
    mine = line.version(line.vendor, {"people.toml": people_text(line.vendor)}, line.first)
    evil = line.version(line.vendor, {DOCUMENT: EDITED}, mine)
    for parents in ((line.start, evil), (evil, line.start)):
        tip = line.version(line.vendor, {DOCUMENT: EDITED}, *parents, tree_of=parents[1])
        for trusted in (line.start, ""):
            assert not line.check(tip, trusted).is_good, (parents, trusted)


# -- merges -------------------------------------------------------------------------


def test_what_a_merge_makes_up_is_found(line):
    text = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    said = line.version(line.vendor, event(line.vendor), line.start)
    for content in (WORSE, TEXT, None):
        tip = line.version(line.vendor, {DOCUMENT: content}, said, text)
        assert line.rules(tip) == {"merge"}


def test_who_may_write_answers_for_a_merge(line):
    first = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    second = line.version(line.steward, {DOCUMENT: WORSE}, line.start)
    both = EDITED.replace("binnen 4 uur", "binnen 4 dagen")
    assert line.check(line.version(line.steward, {DOCUMENT: both}, second, first)).is_good


def test_what_was_forbidden_does_not_become_allowed_by_a_merge(line):
    evil = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    side = line.version(line.expert, event(line.expert), line.start)
    tip = line.version(line.expert, {DOCUMENT: EDITED}, side, evil)
    assert set(line.check(tip).stains) == {DOCUMENT}


def test_a_merge_that_leaves_out_what_was_forbidden_is_good_whoever_makes_it(line):
    evil = line.version(line.vendor, {DOCUMENT: EDITED, **event(line.vendor)}, line.start)
    side = line.version(line.executive, event(line.executive, 1), line.start)
    tip = line.version(line.executive, event(line.vendor), side, evil)
    verdict = line.check(tip)
    assert verdict.is_good
    assert [each.breach.rule for each in verdict.settled] == ["not-allowed"]


def test_a_criss_cross_cannot_bring_back_a_text_that_was_taken_back(line):
    """Of two versions from which both sides came, the older text is not for the choosing."""
    said = event(line.vendor)
    text = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    other = line.version(line.vendor, said, line.start)
    ours = line.version(line.expert, {**said, DOCUMENT: EDITED}, text, other)
    theirs = line.version(line.vendor, {**said, DOCUMENT: EDITED}, other, text)
    back = line.version(line.expert, {DOCUMENT: TEXT}, ours)
    for parents in ((back, theirs), (theirs, back)):
        forced = line.version(line.vendor, {**said, DOCUMENT: EDITED}, *parents)
        honest = line.version(line.vendor, {**said, DOCUMENT: TEXT}, *parents)
        for trusted in (line.start, "", back):
            assert line.rules(forced, trusted) == {"merge"}, (parents, trusted)
            assert line.check(honest, trusted).is_good, (parents, trusted)


def test_a_merge_cannot_carry_a_change_into_a_text_that_was_published_beside_it(line):
    digest = digest_of(TEXT.encode())
    record = f'kind = "{FREEZE}"\ndocument = "a"\ndigest = "{digest}"\n'
    published = line.version(line.steward, {"decisions/01.toml": record}, line.start)
    written = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    for parents in ((published, written), (written, published)):
        both = {"decisions/01.toml": record, DOCUMENT: EDITED}
        verdict = line.check(line.version(line.expert, both, *parents))
        assert [each.breach.rule for each in verdict.open] == ["frozen"]
        assert line.git[verdict.stains[DOCUMENT].good.id].data.decode() == TEXT
        kept = line.version(line.expert, {**both, DOCUMENT: TEXT}, *parents)
        assert line.check(kept).is_good


def test_what_was_written_on_top_of_what_is_forbidden_waits_with_it(line):
    evil = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    both = EDITED.replace("binnen 4 uur", "binnen 4 dagen")
    tip = line.version(line.expert, {DOCUMENT: both}, evil)
    assert [each.breach.rule for each in line.check(tip).open] == ["not-allowed", "on-top"]
    right = line.version(line.expert, {DOCUMENT: TEXT}, tip)
    assert line.check(right).is_good


def test_a_merge_signed_by_nobody_brings_what_is_allowed_and_is_named(line):
    text = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    said = line.version(line.vendor, event(line.vendor), line.start)
    tip = line.version(line.stranger, {DOCUMENT: EDITED}, said, text)
    verdict = line.check(tip)
    assert verdict.is_good
    assert [each.breach.rule for each in verdict.findings] == ["unknown-key"]


def test_nobody_records_a_decision_in_the_name_of_another(line):
    mine = line.executive.key.fingerprint
    text = f'kind = "waiver"\norganisation = "Gemeente Waterrijk"\nby = "{mine}"\n'
    assert line.check(line.version(line.executive, {"decisions/x.toml": text}, line.start)).is_good
    for lie in (
        text.replace(mine, line.steward.key.fingerprint),
        text.replace("Waterrijk", "Elders"),
    ):
        tip = line.version(line.executive, {"decisions/x.toml": lie}, line.start)
        assert line.rules(tip) == {"record-voice"}
