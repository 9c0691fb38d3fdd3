"""Names of companies in one document: those with one core, short forms, and projects named after their owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from kg.resolve.groups import Groups, Name
from kg.resolve.names import StripRegion, company_core, comparable, is_short_form

_OWNER = 2  # characters of a company's name in front of a project's, and of what stands behind it, at least
_LONGEST_OWNER = 30
_COMPANY = ("集团", "公司", "集团公司")  # how a text ends the core of a company's name


def join_same_core(names: Sequence[str], groups: Groups[Name], strip_region: StripRegion) -> None:
    """明澈, 明澈公司, 云岭明澈有限公司 are one, unless two places have a company of that name."""
    cores: dict[str, list[str]] = defaultdict(list)
    for name in names:
        cores[strip_region(company_core(name))].append(name)
    for core, same in sorted(cores.items()):
        placed = {company_core(name) for name in same} - {core}
        kept = same if len(placed) <= 1 else [name for name in same if company_core(name) == core]
        for name in kept[1:]:
            groups.join(("Enterprise", name), ("Enterprise", kept[0]))


def join_owned(names: Sequence[str], companies: Sequence[str], groups: Groups[Name], strip_region: StripRegion) -> None:
    """A project named by two names of one company is one: 明澈集团光伏基地 and 明澈集团股份有限公司光伏基地.

    What stands behind the company's name must be the same; a company is known by its names in the document, and by its
    core with 集团 or 公司 where no other company has that core.
    """
    owners: dict[str, Name] = {}
    shared: dict[str, Name | None] = {}
    for company in companies:
        owner = owners[company.upper()] = groups.root(("Enterprise", company))
        core = strip_region(company_core(company)).upper()
        for form in (core, *(core + kind for kind in _COMPANY)):
            shared[form] = owner if shared.get(form, owner) == owner else None
    owners = {f: o for f, o in shared.items() if o and len(f) >= _OWNER} | owners
    owned: dict[tuple[Name, str], str] = {}
    for name in names if owners else ():
        form = comparable("Project", name)
        for written in dict.fromkeys((form, strip_region(form))):
            ends = range(min(len(written) - _OWNER, _LONGEST_OWNER), _OWNER - 1, -1)
            if end := next((end for end in ends if written[:end] in owners), 0):
                first = owned.setdefault((owners[written[:end]], written[end:]), name)
                groups.join(("Project", name), ("Project", first))
                break


def company_forms(names: Sequence[str], strip_region: StripRegion) -> Callable[[str], list[str]]:
    """The companies that a short name may mean; 华能 beside 华能集团 does not mean 华能青川电厂."""
    cores = {name: strip_region(company_core(name)) for name in names}
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
            and (cores[full] == core or is_short_form(core, cores[full]))
        ]

    return fits
