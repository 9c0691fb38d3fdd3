// The data of the page: columns of numbers, and parts that are unpacked when they are asked for.
const CORE = JSON.parse($('core').textContent);
const NODES = CORE.nodes;
const REL = CORE.relations;
const N = NODES.name.length;
const E = REL.head.length;
const DEGREE = new Int32Array(N);
const AT = new Int32Array(N + 1); // relations of node i: INCIDENT[AT[i]] to INCIDENT[AT[i + 1] - 1]
const INCIDENT = new Int32Array(2 * E);
{
  for (let r = 0; r < E; r++) { AT[REL.head[r] + 1]++; if (REL.tail[r] !== REL.head[r]) AT[REL.tail[r] + 1]++; }
  for (let i = 0; i < N; i++) { DEGREE[i] = AT[i + 1]; AT[i + 1] += AT[i]; }
  const next = AT.slice();
  for (let r = 0; r < E; r++) { INCIDENT[next[REL.head[r]]++] = r; if (REL.tail[r] !== REL.head[r]) INCIDENT[next[REL.tail[r]]++] = r; }
}
const IMPORTANCE = Int32Array.from({length: N}, (_, i) => i).sort((a, b) => NODES.r[b] - NODES.r[a] || DEGREE[b] - DEGREE[a] || a - b);
const otherEnd = (r, i) => (REL.head[r] === i ? REL.tail[r] : REL.head[r]);
const typeOf = (i) => CORE.types[NODES.type[i]];
const yearsOf = (set) => CORE.yearSets[set];
const yearSpan = (set) => { const y = yearsOf(set); return !y.length ? '' : y[0] === y[y.length - 1] ? `${y[0]}` : `${y[0]}–${y[y.length - 1]}`; };

const opened = new Map();
function part(name) {
  if (!opened.has(name)) opened.set(name, unpack(name));
  return opened.get(name);
}
async function unpack(name) {
  const element = $(`part-${name}`);
  const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
  element.remove();
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return JSON.parse(await new Response(stream).text());
}
const nodeDetails = async (i) => (await part(`nodes-${Math.floor(i / CORE.part)}`))[i % CORE.part];
const relationDetails = async (r) => (await part(`relations-${Math.floor(r / CORE.part)}`))[r % CORE.part];
