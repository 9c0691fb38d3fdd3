"""Names of companies in one document: those with one core, short forms, and projects named after their owner."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.ontology import load_lexicon
from kg.resolve.groups import Groups, Name
from kg.resolve.names import COMPANY_SUFFIX, StripRegion, company_core, comparable, is_short_form

_KINDS = re.compile("(?<=[一-龥]{2})(?:[省市县区旗盟]|[一-龥]{2,6}?自治[州县区])")
_OWNER = 2  # characters of a company's name in front of a project's, and of what stands behind it, at least
_LONGEST_OWNER = 30
_COMPANY = ("集团", "公司", "集团公司")  # how a text ends the core of a company's name


def one_place(a: str, b: str, strip_region: StripRegion) -> bool:
    """Whether two names do not begin with places that are different: 云岭明澈 and 临江明澈 are two companies.

    云岭明澈 and 江东云岭明澈, 云岭市明澈 or 明澈 may be one.
    """
    return _agree(_place(a, strip_region), _place(b, strip_region))


def _agree(one: str, other: str) -> bool:
    return not (one and other) or one.endswith(other) or other.endswith(one)


def _place(name: str, strip_region: StripRegion) -> str:
    return _KINDS.sub("", name.removesuffix(strip_region(name)))


def join_same_core(names: Sequence[str], groups: Groups[Name], strip_region: StripRegion) -> None:
    """明澈, 明澈公司, 云岭明澈有限公司 are one, unless two places have a company of that name."""
    cores: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        core = company_core(name)
        cores[strip_region(core)][_place(core, strip_region)].append(name)
    for _, by_place in sorted(cores.items()):
        longest = max(by_place, key=len)
        one = all(longest.endswith(place) for place in by_place)
        together = [[name for same in by_place.values() for name in same]] if one else by_place.values()
        for same in together:
            for name in same[1:]:
                groups.join(("Enterprise", name), ("Enterprise", same[0]))


def join_owned(names: Sequence[str], companies: Sequence[str], groups: Groups[Name], strip_region: StripRegion) -> None:
    """A project named by two names of one company is one: 明澈集团光伏基地 and 明澈集团股份有限公司光伏基地.

    What stands behind the company's name must be the same, and the place before it where several have one:
    云岭明澈光伏基地 and 松泉明澈光伏基地 are two. A company is known by its names in the document, and by its core with
    集团 or 公司 where no other company has that core.
    """
    owners: dict[str, Name] = {}
    shared: dict[str, Name | None] = {}
    for company in companies:
        owner = owners[company.upper()] = groups.root(("Enterprise", company))
        core = strip_region(company_core(company)).upper()
        for form in (core, *(core + kind for kind in _COMPANY)):
            shared[form] = owner if shared.get(form, owner) == owner else None
    owners = {f: o for f, o in shared.items() if o and len(f) >= _OWNER} | owners
    owned: dict[tuple[Name, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names if owners else ():
        form = comparable("Project", name)
        for written in dict.fromkeys((form, strip_region(form))):
            ends = range(min(len(written) - _OWNER, _LONGEST_OWNER), _OWNER - 1, -1)
            if end := next((end for end in ends if written[:end] in owners), 0):
                owned[owners[written[:end]], written[end:]][form.removesuffix(written)].append(name)
                break
    for places in owned.values():
        apart = len(places) - ("" in places) > 1
        for alike in places.values() if apart else ([n for found in places.values() for n in found],):
            for name in alike:
                groups.join(("Project", name), ("Project", alike[0]))


def _is_legal_form(end: str) -> bool:
    """Whether what a longer name has more is no name: 白鹭控股|集团."""
    return COMPANY_SUFFIX.fullmatch(end) is not None


class Seats:
    """The places that names of companies begin with, of which several with one core make branches.

    云岭明澈 and 临江明澈 are neither one nor 明澈集团; 云岭明澈 alone may be 明澈.
    """

    def __init__(self, names: Iterable[str], strip_region: StripRegion) -> None:
        self.cores = {name: strip_region(company_core(name)) for name in names}
        self.places = {name: _place(company_core(name), strip_region) for name in self.cores}
        of: dict[str, set[str]] = defaultdict(set)
        for name, core in self.cores.items():
            of[core].add(self.places[name])
        self._several = {c for c, seats in of.items() if not all(max(seats, key=len).endswith(seat) for seat in seats)}

    def may_be_one(self, a: str, b: str) -> bool:
        """Whether two names begin with one place, or their cores have no branches."""
        return self.places[a] == self.places[b] or self._several.isdisjoint((self.cores[a], self.cores[b]))


def company_forms(names: Sequence[str], strip_region: StripRegion) -> Callable[[str], list[str]]:
    """The companies that a short name may mean; 华能 beside 华能集团 does not mean 华能青川电厂.

    Nor does a known company with a place in its name mean one without it: 宁德时代 is no 时代长安.
    """
    known = load_lexicon().names("enterprises")
    seats = Seats(names, strip_region)
    cores = seats.cores
    begins: dict[str, list[str]] = defaultdict(list)
    for name in names:
        begins[cores[name][:2]].append(name)
    parents = {cores[name] for name in names if "集团" in name[len(cores[name]) :]}

    def fits(short: str) -> list[str]:
        core = cores[short]
        return [
            full
            for full in begins[core[:2]]
            if full != short
            and (core not in parents or "集团" in full)
            and _agree(seats.places[short], seats.places[full])
            and (short not in known or full.startswith(seats.places[short]))
            and seats.may_be_one(short, full)
            and (is_short_form(core, cores[full]) or _is_legal_form(full.removeprefix(short)))
        ]

    return fits
