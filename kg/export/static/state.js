// What is chosen and filtered, and what follows from it: which nodes and lines are visible.
const allYears = [...new Set(CORE.yearSets.flat())].sort((a, b) => a - b);
const state = {
  typesOff: new Set(), kindsOff: new Set(), years: null, support: 1, sure: 0, loose: false, // sure: tenths of confidence that a fact has at least
  node: -1, line: null, community: -1, // selected
  open: -1, // the community that is open, of an overview
  present: new Uint8Array(N), // on the canvas when no filter hides it
};
const visible = new Uint8Array(N);
let lines = []; // {a, b, relations, kind}: visible pairs; the kind is that of the relation with most evidence

const atOverview = () => CORE.overview && state.open < 0;
function inYears(set) {
  if (!state.years) return true;
  const [from, to] = state.years;
  return CORE.yearSets[set].some((y) => from <= y && y <= to);
}
const sureEnough = (tenths) => +tenths >= state.sure;
const relationPasses = (r) => !state.kindsOff.has(REL.kind[r]) && REL.support[r] >= state.support && sureEnough(REL.sure[r]) && inYears(CORE.relationYears[r]);
const onCanvas = (r) => atOverview() || (state.present[REL.head[r]] && state.present[REL.tail[r]]);

function recompute() {
  visible.fill(0);
  lines = [];
  if (atOverview()) { recomputeOverview(); return; }
  const tied = new Uint8Array(N);
  const passing = [];
  for (let i = 0; i < N; i++) {
    if (!state.present[i]) continue;
    for (let k = AT[i]; k < AT[i + 1]; k++) {
      const r = INCIDENT[k];
      if (REL.head[r] !== i || !state.present[REL.tail[r]]) continue;
      if (relationPasses(r)) { passing.push(r); tied[i] = tied[REL.tail[r]] = 1; }
    }
  }
  for (let i = 0; i < N; i++) {
    if (!state.present[i] || state.typesOff.has(NODES.type[i]) || !inYears(CORE.nodeYears[i])) continue;
    visible[i] = tied[i] || state.loose || i === state.node || NODES.focus.includes(i) || expandedAlone.has(i) ? 1 : 0;
  }
  const pairs = new Map();
  for (const r of passing) {
    const h = REL.head[r], t = REL.tail[r];
    if (h === t || !visible[h] || !visible[t]) continue;
    const key = h < t ? h * N + t : t * N + h;
    const line = pairs.get(key);
    if (line) line.relations.push(r);
    else pairs.set(key, {a: Math.min(h, t), b: Math.max(h, t), relations: [r]});
  }
  lines = [...pairs.values()];
  for (const line of lines) line.kind = REL.kind[line.relations.reduce((most, r) => (REL.support[r] > REL.support[most] ? r : most))];
}

// Of an overview: the nodes that no filter hides, how many of each community, the relations and the ties that are left.
const overview = {shown: new Uint8Array(N), sizes: [], relations: 0, ties: [], filters: ''};
function recomputeOverview() {
  const tied = new Uint8Array(N), groups = CORE.communities.length, weights = new Map();
  const passes = (i) => !state.typesOff.has(NODES.type[i]) && inYears(CORE.nodeYears[i]);
  overview.relations = 0;
  for (let r = 0; r < E; r++) {
    const h = REL.head[r], t = REL.tail[r], a = NODES.group[h], b = NODES.group[t];
    if (!relationPasses(r) || !passes(h) || !passes(t)) continue;
    overview.relations++;
    tied[h] = tied[t] = 1;
    const key = Math.min(a, b) * groups + Math.max(a, b);
    if (a !== b) weights.set(key, (weights.get(key) || 0) + 1);
  }
  const all = !state.kindsOff.size && !state.years && state.support === 1 && !state.sure; // no relation is hidden
  overview.sizes = new Array(groups).fill(0);
  for (let i = 0; i < N; i++) {
    overview.shown[i] = passes(i) && (all || tied[i]) ? 1 : 0;
    overview.sizes[NODES.group[i]] += overview.shown[i];
  }
  overview.ties = CORE.links.map(([a, b]) => [a, b, weights.get(a * groups + b) || 0]).filter(([,, weight]) => weight);
  overview.filters = JSON.stringify([[...state.typesOff], [...state.kindsOff], state.years, state.support, state.sure]);
}
const expandedAlone = new Set(); // nodes that were asked for by name, shown though nothing ties them
const showNode = (i) => { state.present[i] = 1; expandedAlone.add(i); };

function neighbours(i) {
  const found = new Set();
  for (let k = AT[i]; k < AT[i + 1]; k++) if (relationPasses(INCIDENT[k])) found.add(otherEnd(INCIDENT[k], i));
  found.delete(i);
  return found;
}
