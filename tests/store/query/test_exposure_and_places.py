"""Searches for how and where photos were taken, and for who is in them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import Box, PhotoFacts, PhotoReading, Region, Stamp
from tagger.errors import QueryError
from tagger.store import folders, photos
from tagger.store.distance import EARTH_KM, distance_km
from tagger.store.query import Order, parse, photo_ids
from tagger.store.query.values import known_values
from tagger.store.store import Store

FACE = Region("face", "Marie Curie", Box(0.1, 0.2, 0.3, 0.4), "mwg-rs")
CAR = Region("object", "Marie's car", Box(0.5, 0.5, 0.5, 0.25), "iptc")
FACTS = {
    "a": PhotoFacts(exposure_s=1 / 250, f_number=2.8, iso=800, focal_mm=35.0, latitude=52.52, longitude=13.405),
    "b": PhotoFacts(exposure_s=30.0, f_number=11.0, iso=100, focal_mm=200.0, regions=(FACE, CAR)),
    "c": PhotoFacts(exposure_s=10 / 2480, f_number=14 / 5, iso=25600, focal_mm=34.8, regions=(CAR,)),
    "d": PhotoFacts(latitude=-16.5, longitude=179.99, altitude_m=-2.8, title="Fiji"),
    "e": PhotoFacts(latitude=89.99, longitude=-120.0),
    "f": PhotoFacts(),
}
Find = Callable[[str], str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(tmp_path_factory.mktemp("library") / "library.db")
    readings = [PhotoReading(f"/p/{name}.jpg", Stamp(1, 1), facts=facts) for name, facts in FACTS.items()]
    store.write(lambda db: photos.save_readings(db, folders.add_folder(db, "/p"), readings)).result()
    yield store
    store.close()


@pytest.fixture
def find(store: Store) -> Find:
    return lambda text: "".join(
        "abcdef"[photo_id - 1] for photo_id in store.read(lambda db: photo_ids(db, parse(text), Order.ADDED))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iso>800", "c"),
        ("iso>=800", "ac"),
        ("iso:100..800", "ab"),
        ("iso:800", "a"),
        ("f<2.8", ""),
        ("f<=2.8", "ac"),
        ("f:f/2.8", "ac"),
        ("F>8", "b"),
        ("exposure:1/250", "ac"),  # cameras write 10/2480 and mean it, too
        ("exposure>1", "b"),
        ("exposure<1/60", "ac"),
        ("exposure:..0.5s", "ac"),
        ("focal>=200", "b"),
        ("focal:35mm", "ac"),
        ("NOT iso>0", "def"),
        ("iso>100 f<4", "ac"),
        ("has:gps", "ade"),
        ("near:52.5,13.4,10", "a"),
        ("near:52.5,13.4", ""),
        ('near:"52.52, 13.405, 2 km"', "a"),
        ("near:-16.5,-179.99,5", "d"),  # across the line where dates change
        ("near:90,0,5", "e"),
        ("near:89.99,60,5", "e"),
        ("near:0,0,20100", "ade"),
        ("-near:52.5,13.4,10 has:gps", "de"),
        ("has:region", "bc"),
        ('person:"Marie Curie"', "b"),
        ("person:curie", "b"),
        ("person:car", ""),
    ],
)
def test_finds(find: Find, text: str, expected: str) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "iso>many",
        "iso:",
        "f:1/2",
        "exposure:1/0",
        "exposure>1..2",
        "focal:-5",
        "iso:1e3",
        "near:91,0,1",
        "near:0,181",
        "near:Berlin",
        "near>5",
        "near:1,2,3,4",
        "near:5",
        "person:",
        "person>x",
        "f:..",
    ],
)
def test_refuses_with_advice(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text).photos()
    assert caught.value.advice


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180), st.integers(1, 20_000))
def test_nothing_near_is_left_out(
    store: Store, latitude: float, longitude: float, north: float, east: float, km: int
) -> None:
    condition = parse(f"near:{latitude:.6f},{longitude:.6f},{km}").photos()
    inside = condition.sql.partition(" FROM photos WHERE ")[2].removesuffix(")")
    found = store.read(
        lambda db: db.conn.execute(
            f"SELECT count(*) FROM (SELECT ? AS latitude, ? AS longitude) WHERE {inside}",
            (north, east, *condition.params),
        ).fetchone()[0]
    )
    distance = distance_km(north, east, round(latitude, 6), round(longitude, 6))
    if not math.isclose(distance, km, rel_tol=1e-9):
        assert found == (distance < km)


def test_distances_are_those_of_the_earth() -> None:
    assert distance_km(52.52, 13.405, 48.8566, 2.3522) == pytest.approx(877.5, abs=1)  # Berlin to Paris
    assert distance_km(0, 0, 0, 180) == pytest.approx(math.pi * EARTH_KM)
    assert distance_km(10, 20, 10, 20) == 0


def test_people_are_offered_with_the_number_of_their_photos(store: Store) -> None:
    assert store.read(known_values).of("person") == (("Marie Curie", 1),)


def test_facts_come_back_as_they_were_and_go_with_the_file(store: Store) -> None:
    kept = store.read(lambda db: [photo.facts for photo in photos.photos(db, range(1, 7))])
    assert kept == list(FACTS.values())
    again = PhotoReading("/p/b.jpg", Stamp(2, 2), facts=PhotoFacts(regions=(CAR,)))
    folder = store.read(lambda db: db.conn.execute("SELECT id FROM folders").fetchone()[0])

    def reread(reading: PhotoReading) -> tuple[Region, ...]:
        store.write(lambda db: photos.save_readings(db, folder, [reading])).result()
        return store.read(lambda db: next(photos.photos(db, [2]))).facts.regions

    assert reread(again) == (CAR,)
    assert reread(PhotoReading("/p/b.jpg", Stamp(1, 1), facts=FACTS["b"])) == (FACE, CAR)
