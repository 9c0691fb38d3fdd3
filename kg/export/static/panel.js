// The panel: what a node, a line or a community is, and the sentences that say so.
const FIRST = 8; // rows of a group that show at once

function money(n) {
  if (language === 'en') return n >= 1e9 ? `CNY ${+(n / 1e9).toFixed(3)} billion` : `CNY ${count(+(n / 1e6).toFixed(2))} million`;
  if (n >= 1e8) return `${+(n / 1e8).toFixed(2)} 亿元`;
  return n >= 1e4 ? `${count(+(n / 1e4).toFixed(2))} 万元` : `${count(n)} 元`;
}
function shown(property, value, number, unit) {
  if (number !== null && unit === 'CNY') return money(number);
  if (number !== null && unit === 'm²') return number >= 1e6 ? `${+(number / 1e6).toFixed(2)} km²` : `${count(+number.toFixed(1))} m²`;
  return valueName(String(value));
}

// The sentence with its marked words; marks are start, end, start, end …
function sentence(text, marks, ends = ['head', 'tail']) {
  const cuts = [];
  for (let i = 0; i + 1 < marks.length; i += 2) if (marks[i + 1] > marks[i]) cuts.push([marks[i], marks[i + 1], ends[i / 2]]);
  cuts.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const chars = [...text].length === text.length ? text : Array.from(text);
  const slice = (a, b) => (typeof chars === 'string' ? chars.slice(a, b) : chars.slice(a, b).join(''));
  const out = el('q', {dir: 'auto'});
  let at = 0;
  for (const [a, b, role] of cuts) {
    if (a < at) continue;
    out.append(slice(at, a), el('mark', {class: role}, slice(a, b)));
    at = b;
  }
  out.append(slice(at));
  return out;
}

function citation(documents, number, year, extra = [], title_ = null) {
  const [title, own, link] = documents[number];
  const name = el('cite', {dir: 'auto'}, title || '—');
  return el('p', {class: 'from', title: title_}, link ? el('a', {href: link, target: '_blank', rel: 'noopener noreferrer'}, name) : name,
    ...[year || own, ...extra].filter(Boolean).map((x) => el('span', {}, ` · ${x}`)));
}

function evidenceList(documents, found) {
  return found.map(([text, marks, doc, year, planned, rule, confidence]) => el('blockquote', {},
    sentence(text, marks), citation(documents, doc, year, [planned ? say('planned') : ''], `${say('rule')} ${rule} · ${say('confidence')} ${confidence}`)));
}

// Rows of which the first few show at once and the others on demand.
function listed(rows, make) {
  const list = el('ul', {class: 'rows'});
  let at = 0;
  const more = el('button', {type: 'button', class: 'more', click: () => grow(50)});
  const grow = (n) => {
    for (const end = Math.min(rows.length, at + n); at < end; at++) list.append(make(rows[at]));
    more.hidden = at >= rows.length;
    more.textContent = say('more', {n: rows.length - at});
  };
  grow(FIRST);
  return [list, more];
}

function typeBadge(i) {
  return el('span', {class: 'badge'}, swatch(typeOf(i)), termOf(typeOf(i)));
}
function swatch(type) {
  const canvas = el('canvas', {width: 28, height: 28, class: 'swatch', 'aria-hidden': 'true'});
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = type.colour;
  trace(ctx, type.shape, 14, 14, type.shape === 'square' ? 9 : 12);
  ctx.fill();
  return canvas;
}

function nodeButton(i) {
  return el('button', {type: 'button', class: 'link', dir: 'auto', click: () => { goTo(i); }}, NODES.name[i]);
}

function placeOf(i) {
  const places = [];
  for (let k = AT[i]; k < AT[i + 1]; k++) {
    const r = INCIDENT[k], kind = CORE.kinds[REL.kind[r]].id;
    if (REL.head[r] === i && sureEnough(REL.sure[r]) && (kind === 'located_in' || kind === 'part_of')) places.push(REL.tail[r]);
  }
  return [...new Set(places)].slice(0, 4);
}

let asked = 0; // the newest request for a panel; older ones that arrive late are dropped
function openPanel(...children) {
  const panel = $('panel');
  fill(panel, el('button', {type: 'button', class: 'close', 'aria-label': say('close'), title: say('close'), click: () => { clearSelection(); $('canvas').focus({preventScroll: true}); }}, '×'), ...children);
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add('with-panel');
}
function closePanel() {
  $('panel').hidden = true;
  document.body.classList.remove('with-panel');
}

async function showNodePanel(i) {
  const mine = ++asked;
  const [details, documents] = await Promise.all([nodeDetails(i), part('documents')]);
  if (mine !== asked) return;
  const alias = NODES.alias[i] || [], places = placeOf(i), years = yearSpan(CORE.nodeYears[i]);
  const facts = el('dl', {},
    alias.length ? [el('dt', {}, say('alias')), el('dd', {dir: 'auto'}, alias.join('、'))] : null,
    places.length ? [el('dt', {}, say('place')), el('dd', {}, places.flatMap((p, k) => (k ? ['、', nodeButton(p)] : [nodeButton(p)])))] : null,
    years ? [el('dt', {}, say('year')), el('dd', {}, years)] : null,
    details.d ? [el('dt', {}, say('seen')), el('dd', {}, `${details.d} ${say('docs')}`)] : null,
    Object.entries(details.p || {}).map(([k, v]) => [el('dt', {}, propertyName(k)), el('dd', {dir: 'auto'}, typeof v === 'number' && k === 'investment' ? money(v) : valueName(String(v)))]));
  const hidden = [...neighbours(i)].filter((n) => !state.present[n]).length;
  openPanel(
    el('p', {class: 'kind'}, typeBadge(i)),
    el('h2', {dir: 'auto', tabindex: '-1'}, NODES.name[i]),
    facts,
    el('p', {class: 'actions'},
      el('button', {type: 'button', id: 'expand', disabled: hidden === 0, click: () => expand(i)}, hidden ? `${say('expand')} +${hidden}` : say('expanded')),
      el('button', {type: 'button', click: () => centre(i)}, say('focus'))),
    attributeSection(details.a || [], documents),
    figureSection(details.o || [], documents),
    relationSections(i, documents),
    mentionSection(details.m || [], documents));
}

function fold(title, n, open, ...children) {
  return el('details', {open}, el('summary', {}, title, el('span', {class: 'n'}, count(n))), ...children);
}

function attributeSection(all, documents) {
  const rows = all.filter((row) => sureEnough(row.at(-1)));
  if (!rows.length) return null;
  const telling = rows.some(([property]) => property !== 'year');
  return fold(say('attributes'), rows.length, telling, ...listed(rows, ([property, value, number, unit, year, text, marks, doc]) => el('li', {},
    el('div', {class: 'fact'}, el('b', {}, propertyName(property)), ' ', el('span', {dir: 'auto'}, shown(property, value, number, unit)), year && property !== 'year' ? el('span', {class: 'when'}, String(year)) : null),
    el('blockquote', {}, sentence(text, marks, ['tail']), citation(documents, doc, null)))));
}

function figureSection(all, documents) {
  const rows = all.filter((row) => sureEnough(row.at(-1)));
  if (!rows.length) return null;
  return fold(say('figures'), rows.length, false, ...listed(rows, ([indicator, year, value, unit, measure, kind, text, marks, doc]) => el('li', {},
    el('div', {class: 'fact'}, el('b', {dir: 'auto'}, indicator + (measure === 'growth' ? ` ${say('growth')}` : '')), ' ', `${value}${unit}`,
      kind === 'target' ? el('span', {class: 'tag'}, say('target')) : null, el('span', {class: 'when'}, String(year))),
    el('blockquote', {}, sentence(text, marks, ['tail']), citation(documents, doc, null)))));
}

function mentionSection(rows, documents) {
  if (!rows.length) return null;
  return fold(say('mentions'), rows.length, !rows.length, ...rows.map(([text, marks, doc]) => el('blockquote', {}, sentence(text, marks, ['head']), citation(documents, doc, null))));
}

function relationSections(i, documents) {
  const groups = new Map();
  let hidden = 0;
  for (let k = AT[i]; k < AT[i + 1]; k++) {
    const r = INCIDENT[k];
    if (!relationPasses(r)) { hidden++; continue; }
    const key = REL.kind[r] * 2 + (REL.head[r] === i ? 0 : 1);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(r);
  }
  const sections = [...groups.keys()].sort((a, b) => (a % 2) - (b % 2) || a - b).map((key) => {
    const found = groups.get(key).sort((a, b) => REL.support[b] - REL.support[a] || NODES.r[otherEnd(b, i)] - NODES.r[otherEnd(a, i)]);
    const kind = CORE.kinds[key >> 1], inward = key % 2;
    const title = el('span', {}, inward ? '← ' : '', termOf(kind), inward ? '' : ' →');
    return fold(title, found.length, groups.size < 5 || found.length < 6, ...listed(found, (r) => relationRow(r, i, documents)));
  });
  return hidden ? [...sections, el('p', {class: 'from'}, say('filtered', {n: count(hidden)}))] : sections;
}

function relationRow(r, i, documents) {
  const other = otherEnd(r, i), row = el('li', {}), years = yearSpan(CORE.relationYears[r]);
  row.append(el('div', {class: 'fact'}, swatch(typeOf(other)), nodeButton(other), state.typesOff.has(NODES.type[other]) ? el('span', {class: 'when'}, say('hidden')) : null, el('span', {class: 'when'}, years)));
  const quotes = el('div', {});
  row.append(quotes);
  relationDetails(r).then((found) => fill(quotes, evidenceList(documents, found.slice(0, 1)),
    found.length > 1 ? el('button', {type: 'button', class: 'more', click: () => fill(quotes, evidenceList(documents, found))}, say('more', {n: found.length - 1})) : null));
  return row;
}

async function showLinePanel(line) {
  const mine = ++asked;
  const [documents, ...found] = await Promise.all([part('documents'), ...line.relations.map(relationDetails)]);
  if (mine !== asked) return;
  openPanel(
    el('p', {class: 'kind'}, say('relations')),
    el('h2', {tabindex: '-1', class: 'pair'}, nodeButton(line.a), el('span', {}, ' — '), nodeButton(line.b)),
    ...line.relations.map((r, k) => fold(el('span', {dir: 'auto'}, `${NODES.name[REL.head[r]]} — ${termOf(CORE.kinds[REL.kind[r]])} → ${NODES.name[REL.tail[r]]}`), REL.support[r], true,
      el('p', {class: 'from'}, `${REL.support[r]} ${say('evidence')} · ${REL.documents[r]} ${say('docs')} · ${yearSpan(CORE.relationYears[r]) || '—'}${found[k].length ? ` · ${say('confidence')} ${found[k][0][6]}` : ''}`), ...evidenceList(documents, found[k]))));
}

function showCommunityPanel(c) {
  ++asked;
  openPanel(
    el('p', {class: 'kind'}, say('community')),
    el('h2', {tabindex: '-1'}, communityName(c, 3)),
    el('p', {}, say('members', {n: count(overview.sizes[c])})),
    el('p', {class: 'actions'}, el('button', {type: 'button', click: () => openCommunity(c)}, say('open'))),
    el('h3', {}, say('top')),
    el('ul', {class: 'rows'}, Array.from(IMPORTANCE.filter((i) => NODES.group[i] === c && overview.shown[i]).slice(0, 30), (i) => el('li', {}, el('div', {class: 'fact'}, swatch(typeOf(i)), nodeButton(i))))));
}
