from rosterctl.domain.crew import Slot, accompanied
from rosterctl.intake.load import read_bureau
from tests.support.folders import change, flawless

ANYBODY, SWORN, AUXILIARY, LEADER = Slot("any"), Slot("sworn"), Slot("auxiliary"), Slot("leader")
DRIVER, SWORN_DRIVER = Slot("any", ("driver",)), Slot("sworn", ("driver",))


def test_of_two_of_any_kind_one_is_sworn():
    assert accompanied((ANYBODY, ANYBODY)) == ((ANYBODY, SWORN),)


def test_whichever_of_two_unlike_places_may_be_the_sworn_one():
    assert accompanied((ANYBODY, DRIVER)) == ((DRIVER, SWORN), (ANYBODY, SWORN_DRIVER))


def test_a_crew_with_a_sworn_officer_or_a_leader_stays_as_it_is():
    assert accompanied((ANYBODY, SWORN)) == ((ANYBODY, SWORN),)
    assert accompanied((ANYBODY, LEADER)) == ((ANYBODY, LEADER),)


def test_a_crew_of_auxiliaries_has_no_place_for_one():
    assert accompanied((AUXILIARY,)) == ((AUXILIARY,),)  # the intake refuses it


def test_the_files_may_ask_for_anybody(tmp_path):
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "{sworn: 2}", "{any: 2}")
    assert (ANYBODY, SWORN) in read_bureau(folder).crews["pair"].alternatives
