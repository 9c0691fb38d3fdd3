// The drawing: vis-network keeps the nodes and the view; lines, labels and highlights are painted here, in few strokes.
const FONT = '"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';
const colours = {};
function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['back', 'ink', 'line', 'faint', 'disc']) colours[name] = style.getPropertyValue(`--${name}`).trim();
}
let network, dataset;
const body = () => network.body.nodes;
const place = (i) => { const n = body()[i]; return n ? n : {x: NODES.x[i], y: NODES.y[i]}; };
const widths = new Map();
let measuring;
function widthOf(text, font) {
  const key = font + text;
  if (!widths.has(key)) { measuring.font = font; widths.set(key, measuring.measureText(text).width); }
  return widths.get(key);
}
const short = (name, most) => { const c = [...name]; return c.length > most ? c.slice(0, most - 1).join('') + '…' : name; };

function visNode(i) {
  return {id: i, x: NODES.x[i], y: NODES.y[i], size: NODES.r[i], shape: typeOf(i).shape, group: typeOf(i).id};
}
const communityNodes = () => CORE.communities.map((c, i) => ({id: `c${i}`, x: c.x, y: c.y, size: c.reach, shape: 'dot', group: 'community'}));

// Make vis-network hold exactly what is visible.
function sync() {
  recompute();
  const wanted = atOverview() ? communityNodes() : [...visible.keys()].filter((i) => visible[i]).map(visNode);
  const ids = new Set(wanted.map((n) => n.id));
  const gone = dataset.getIds().filter((id) => !ids.has(id));
  const fresh = wanted.filter((n) => !dataset.get(n.id));
  if (gone.length) dataset.remove(gone);
  if (fresh.length) dataset.add(fresh);
  if (physics) springs();
  network.redraw();
}

let dust = null; // every node that no filter hides as a dot, painted once, behind the communities of an overview
function paintDust() {
  const low = [Infinity, Infinity], high = [-Infinity, -Infinity];
  for (let i = 0; i < N; i++) {
    low[0] = Math.min(low[0], NODES.x[i]); high[0] = Math.max(high[0], NODES.x[i]);
    low[1] = Math.min(low[1], NODES.y[i]); high[1] = Math.max(high[1], NODES.y[i]);
  }
  const side = Math.max(high[0] - low[0], high[1] - low[1]) + 200;
  const pixels = 3000, scale = pixels / side;
  const canvas = el('canvas', {width: pixels, height: pixels});
  const ctx = canvas.getContext('2d');
  ctx.globalAlpha = 0.16; ctx.strokeStyle = '#8b93a7'; ctx.lineWidth = 0.6;
  const at = (i) => [(NODES.x[i] - low[0] + 100) * scale, (NODES.y[i] - low[1] + 100) * scale];
  if (E < 120000) {
    ctx.beginPath();
    for (let r = 0; r < E; r++) {
      const h = REL.head[r], t = REL.tail[r];
      if (NODES.group[h] !== NODES.group[t] || !overview.shown[h] || !overview.shown[t] || !relationPasses(r)) continue;
      ctx.moveTo(...at(h)); ctx.lineTo(...at(t));
    }
    ctx.stroke();
  }
  ctx.globalAlpha = N > 40000 ? 0.75 : 0.9;
  const least = Math.max(3, Math.min(9, 600 / Math.sqrt(N)));
  for (let t = 0; t < CORE.types.length; t++) {
    ctx.fillStyle = CORE.types[t].colour;
    for (let i = 0; i < N; i++) {
      if (NODES.type[i] !== t || !overview.shown[i]) continue;
      const [x, y] = at(i), s = Math.max(least, NODES.r[i] * scale * 1.7);
      if (s > 7) { ctx.beginPath(); ctx.arc(x, y, s / 2, 0, 7); ctx.fill(); } else ctx.fillRect(x - s / 2, y - s / 2, s, s);
    }
  }
  dust = {canvas, x: low[0] - 100, y: low[1] - 100, side, filters: overview.filters};
}

// Lines between communities, wider for more relations.
function paintTies(ctx, scale) {
  ctx.strokeStyle = colours.line;
  const most = Math.max(1, ...overview.ties.map((l) => l[2]));
  for (let level = 1; level <= 4; level++) {
    ctx.lineWidth = (0.5 + level * 0.4) / scale;
    ctx.beginPath();
    for (const [a, b, w] of overview.ties) {
      if (Math.max(1, Math.ceil((w / most) * 4)) !== level) continue;
      const p = CORE.communities[a], q = CORE.communities[b], d = Math.hypot(q.x - p.x, q.y - p.y) || 1;
      const ux = (q.x - p.x) / d, uy = (q.y - p.y) / d;
      if (d <= p.reach + q.reach) continue;
      ctx.moveTo(p.x + ux * p.reach, p.y + uy * p.reach); ctx.lineTo(q.x - ux * q.reach, q.y - uy * q.reach);
    }
    ctx.stroke();
  }
}

function beforeDrawing(ctx) {
  const scale = network.getScale();
  ctx.save();
  const view = viewport();
  ctx.fillStyle = colours.back;
  ctx.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  if (atOverview()) {
    if (!dust || dust.filters !== overview.filters) paintDust();
    paintTies(ctx, scale);
    ctx.fillStyle = colours.disc;
    ctx.beginPath();
    for (const c of CORE.communities) { ctx.moveTo(c.x + c.reach, c.y); ctx.arc(c.x, c.y, c.reach, 0, 2 * Math.PI); }
    ctx.fill();
    ctx.drawImage(dust.canvas, dust.x, dust.y, dust.side, dust.side);
  } else {
    ctx.globalAlpha = 0.55;
    ctx.lineWidth = Math.max(0.7 / scale, Math.min(1.2, 1.6 / scale));
    eachKind(lines, (some, colour) => { ctx.strokeStyle = colour; strokeLines(ctx, some, view); });
  }
  ctx.restore();
}

function viewport() {
  const box = $('canvas'), scale = network.getScale(), middle = network.getViewPosition();
  const w = box.clientWidth / 2 / scale, h = box.clientHeight / 2 / scale;
  return {left: middle.x - w, right: middle.x + w, top: middle.y - h, bottom: middle.y + h};
}
const outside = (p, q, v) => (p.x < v.left && q.x < v.left) || (p.x > v.right && q.x > v.right) || (p.y < v.top && q.y < v.top) || (p.y > v.bottom && q.y > v.bottom);

// Lines of a kind have its colour, that of the legend; a kind is painted in one stroke.
function eachKind(some, paint) {
  const groups = CORE.kinds.map(() => []);
  for (const line of some) groups[line.kind].push(line);
  groups.forEach((group, k) => { if (group.length) paint(group, CORE.kinds[k].colour); });
}

function strokeLines(ctx, some, view) {
  ctx.beginPath();
  for (const line of some) {
    const p = place(line.a), q = place(line.b);
    if (outside(p, q, view)) continue;
    ctx.moveTo(p.x, p.y); ctx.lineTo(q.x, q.y);
  }
  ctx.stroke();
}

// The outlines of vis-network's shapes, to the pixel, so that what is painted over a node covers it.
function trace(ctx, shape, x, y, r) {
  ctx.beginPath();
  outline(ctx, shape, x, y, r);
}
function outline(ctx, shape, x, y, r) {
  const corners = (points) => { points.forEach(([dx, dy], k) => (k ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy))); ctx.closePath(); };
  if (shape === 'square') ctx.rect(x - r, y - r, 2 * r, 2 * r);
  else if (shape === 'diamond') corners([[0, r], [r, 0], [0, -r], [-r, 0]]);
  else if (shape === 'hexagon') corners([0, 1, 2, 3, 4, 5].map((i) => [r * Math.cos((i * Math.PI) / 3), r * Math.sin((i * Math.PI) / 3)]));
  else if (shape === 'triangle' || shape === 'triangleDown') {
    const s = r * 1.15, up = shape === 'triangle' ? 1 : -1, inner = (Math.sqrt(3) / 3) * s, high = Math.sqrt(3) * s, shift = 0.275 * s;
    corners([[0, up * (shift - (high - inner))], [s, up * (shift + inner)], [-s, up * (shift + inner)]]);
  } else if (shape === 'star') {
    const s = r * 0.82;
    corners([...Array(10).keys()].map((i) => [(i % 2 ? 0.5 : 1.3) * s * Math.sin((i * Math.PI) / 5), 0.1 * s - (i % 2 ? 0.5 : 1.3) * s * Math.cos((i * Math.PI) / 5)]));
  } else { ctx.moveTo(x + r, y); ctx.arc(x, y, r, 0, 2 * Math.PI); }
}

// While the view moves, all nodes of a type are painted in one stroke; vis-network, which paints them one by one, does
// so again when the view stands still (it then also learns where they are, to be dragged).
let moving = false, stopped = null;
const MANY = 700;
function paintFast() {
  const renderer = network.renderer;
  if (!renderer || typeof renderer._drawNodes !== 'function') return; // another version: it stays as it is
  const slow = renderer._drawNodes.bind(renderer);
  renderer._drawNodes = (ctx, all) => (moving && !physics && !atOverview() && dataset.length > MANY ? paintNodes(ctx) : slow(ctx, all));
  const stop = (after) => { clearTimeout(stopped); stopped = setTimeout(() => { moving = false; network.redraw(); }, after); };
  network.on('dragStart', ({nodes}) => { clearTimeout(stopped); moving = !nodes.length; });
  network.on('dragEnd', () => stop(60));
  network.on('zoom', () => { moving = true; stop(220); });
}
function paintNodes(ctx) {
  const view = viewport(), groups = CORE.types.map(() => []);
  for (let i = 0; i < N; i++) if (visible[i]) { const p = place(i); if (!outside(p, p, view)) groups[NODES.type[i]].push(i); }
  const options = network.groups.groups;
  groups.forEach((some, t) => {
    if (!some.length) return;
    const {id, shape, colour} = CORE.types[t];
    ctx.beginPath();
    for (const i of some) { const p = place(i); outline(ctx, shape, p.x, p.y, NODES.r[i]); }
    ctx.fillStyle = colour;
    ctx.fill();
    ctx.strokeStyle = (options && options[id] && options[id].color.border) || colour;
    ctx.lineWidth = 1;
    ctx.stroke();
  });
  return {drawExternalLabels() {}};
}

function arrow(ctx, from, to, gap, size) {
  const dx = to.x - from.x, dy = to.y - from.y, d = Math.hypot(dx, dy) || 1;
  if (d < gap + size) return;
  const x = to.x - (dx / d) * gap, y = to.y - (dy / d) * gap, ux = dx / d, uy = dy / d;
  ctx.moveTo(x, y);
  ctx.lineTo(x - ux * size - uy * size * 0.45, y - uy * size + ux * size * 0.45);
  ctx.lineTo(x - ux * size + uy * size * 0.45, y - uy * size - ux * size * 0.45);
  ctx.closePath();
}

function arrows(ctx, some, scale) {
  ctx.beginPath();
  for (const line of some) {
    const p = place(line.a), q = place(line.b);
    const forth = line.relations.some((r) => REL.tail[r] === line.b), backward = line.relations.some((r) => REL.tail[r] === line.a);
    if (forth) arrow(ctx, p, q, NODES.r[line.b] + 2 / scale, Math.min(9 / scale, 9));
    if (backward) arrow(ctx, q, p, NODES.r[line.a] + 2 / scale, Math.min(9 / scale, 9));
  }
  ctx.fill();
}

const lineName = (line) => [...new Set(line.relations.map((r) => termOf(CORE.kinds[REL.kind[r]])))].join('·');

function lineNames(ctx, some, scale, boxes) {
  const size = 11 / scale;
  ctx.font = `11px ${FONT}`;
  for (const line of some) {
    const p = place(line.a), q = place(line.b);
    const length = Math.hypot(q.x - p.x, q.y - p.y) * scale, text = lineName(line), w = widthOf(text, ctx.font);
    if (length < w + 44) continue;
    const t = line.b === state.node ? 0.4 : line.a === state.node ? 0.6 : 0.5, x = p.x + (q.x - p.x) * t, y = p.y + (q.y - p.y) * t;
    if (!boxes.claim(x * scale - w / 2 - 3, y * scale - 8, w + 6, 16)) continue;
    ctx.save();
    ctx.translate(x, y);
    let turn = Math.atan2(q.y - p.y, q.x - p.x);
    if (turn > Math.PI / 2 || turn < -Math.PI / 2) turn += Math.PI;
    ctx.rotate(turn);
    ctx.scale(1 / scale, 1 / scale);
    paintText(ctx, text, -w / 2, 4, colours.faint);
    ctx.restore();
  }
  return size;
}

function paintText(ctx, text, x, y, colour) {
  ctx.lineWidth = 3.5;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colours.back;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

// Places on the screen that are taken, so that labels never cover each other.
class Boxes {
  constructor() { this.tiles = new Map(); }
  keys(x, y, w, h) {
    const keys = [];
    for (let i = Math.floor(x / 80); i <= Math.floor((x + w) / 80); i++) for (let j = Math.floor(y / 40); j <= Math.floor((y + h) / 40); j++) keys.push(i * 100003 + j);
    return keys;
  }
  free(x, y, w, h) {
    for (const k of this.keys(x, y, w, h)) for (const b of this.tiles.get(k) || []) if (x < b[0] + b[2] && b[0] < x + w && y < b[1] + b[3] && b[1] < y + h) return false;
    return true;
  }
  claim(x, y, w, h, force = false) {
    if (!force && !this.free(x, y, w, h)) return false;
    const box = [x, y, w, h];
    for (const k of this.keys(x, y, w, h)) { if (!this.tiles.has(k)) this.tiles.set(k, []); this.tiles.get(k).push(box); }
    return true;
  }
}

let labelsDrawn = 0; // how many the last frame had, for tests
function afterDrawing(ctx) {
  const scale = network.getScale(), view = viewport(), boxes = new Boxes();
  for (const id of ['top', 'side', 'panel', 'tools', 'status']) { // no name half behind the legend or the panel
    const {x, y, width, height} = $(id).getBoundingClientRect();
    if (width && height) boxes.claim(view.left * scale + x, view.top * scale + y, width, height, true);
  }
  ctx.save();
  ctx.textBaseline = 'alphabetic';
  if (atOverview()) communityLabels(ctx, scale, boxes);
  else {
    const chosen = chosenLines();
    if (chosen) veil(ctx, view, scale, chosen, boxes);
    else {
      const near = lines.length < 4000 && scale > 0.45 ? lines.filter((l) => !outside(place(l.a), place(l.b), view)) : [];
      if (near.length < 500) {
        ctx.globalAlpha = 0.55;
        eachKind(near, (some, colour) => { ctx.fillStyle = colour; arrows(ctx, some, scale); });
        ctx.globalAlpha = 1;
      }
      labels(ctx, scale, view, boxes, null);
      if (near.length && near.length < 90 && scale > 0.8) lineNames(ctx, near, scale, boxes);
    }
  }
  ctx.restore();
}

function chosenLines() {
  if (state.line) return {lines: [state.line], nodes: new Set([state.line.a, state.line.b])};
  if (state.node < 0 || !visible[state.node]) return null;
  const touching = lines.filter((l) => l.a === state.node || l.b === state.node);
  return {lines: touching, nodes: new Set([state.node, ...touching.flatMap((l) => [l.a, l.b])])};
}

// Everything steps back behind a veil but the chosen node or line and what it touches.
function veil(ctx, view, scale, chosen, boxes) {
  ctx.globalAlpha = 0.8;
  ctx.fillStyle = colours.back;
  ctx.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  ctx.globalAlpha = 1;
  ctx.lineWidth = Math.max(1.4 / scale, 1);
  eachKind(chosen.lines, (some, colour) => {
    ctx.strokeStyle = ctx.fillStyle = colour;
    strokeLines(ctx, some, view);
    if (chosen.lines.length < 800) arrows(ctx, some, scale);
  });
  for (const i of chosen.nodes) {
    const p = place(i), own = i === state.node;
    ctx.fillStyle = typeOf(i).colour;
    trace(ctx, typeOf(i).shape, p.x, p.y, NODES.r[i]);
    ctx.fill();
    if (own) {
      ctx.strokeStyle = colours.ink;
      ctx.lineWidth = 2.5 / scale;
      trace(ctx, 'dot', p.x, p.y, NODES.r[i] + 5 / scale);
      ctx.stroke();
    }
  }
  labels(ctx, scale, view, boxes, chosen.nodes);
  if (chosen.lines.length < 40) lineNames(ctx, chosen.lines, scale, boxes);
}

// Names under their nodes, the important ones first; more of them as one comes nearer.
function labels(ctx, scale, view, boxes, only) {
  labelsDrawn = 0;
  const few = only ? only.size : 0;
  const order = only && few < 3000 ? [...only].sort((a, b) => (b === state.node) - (a === state.node) || NODES.r[b] - NODES.r[a] || a - b) : IMPORTANCE;
  const candidates = [], nodes = new Boxes();
  for (const i of order) {
    if (!visible[i] || (only && !only.has(i))) continue;
    const p = place(i), reach = NODES.r[i], r = reach * scale;
    if (p.x < view.left - reach || p.x > view.right + reach || p.y < view.top - reach || p.y > view.bottom + reach) continue;
    if (!only && r < 3.6 && candidates.length > 70) break; // smaller ones follow: they wait until one zooms in
    candidates.push(i);
    if (r > 2.4 && candidates.length < 600) nodes.claim(p.x * scale - r, p.y * scale - r, 2 * r, 2 * r, true); // names do not cover nodes
    if (candidates.length > 1500) break;
  }
  for (const [k, i] of candidates.entries()) {
    const p = place(i), r = NODES.r[i] * scale, leading = k < 14 && NODES.r[i] > 13; // these may cover smaller nodes
    const own = i === state.node;
    const size = own ? 15 : Math.round(Math.max(11, Math.min(15, 10 + NODES.r[i] / 6)));
    const font = `${NODES.r[i] > 16 || own ? '600 ' : ''}${size}px ${FONT}`;
    const room = Math.floor(((view.right - view.left) * scale) / size) - 1; // characters from edge to edge
    const text = short(NODES.name[i], Math.min(own ? 30 : 13, room)), w = widthOf(text, font);
    const cx = p.x * scale, cy = p.y * scale, h = size + 3;
    const centred = within(cx - w / 2, w, view, scale); // at the edge of the screen a name moves inwards and stays whole
    const spots = [[centred, cy + r + 2], [cx + r + 5, cy - h / 2], [cx - r - 5 - w, cy - h / 2], [centred, cy - r - 3 - h]]
      .filter(([x, y]) => x >= view.left * scale && x + w <= view.right * scale && y >= view.top * scale && y + h <= view.bottom * scale);
    if (!spots.length) continue;
    const free = ([x, y]) => nodes.free(x - 1, y, w + 2, h - 2);
    const spot = spots.find((s) => free(s) && boxes.free(s[0] - 3, s[1], w + 6, h)) || (leading ? spots.find(([x, y]) => boxes.free(x - 3, y, w + 6, h)) : null) || (own ? spots[0] : null);
    if (!spot) continue;
    boxes.claim(spot[0] - 3, spot[1], w + 6, h, true);
    const [x, y] = spot;
    ctx.save();
    ctx.scale(1 / scale, 1 / scale);
    ctx.font = font;
    paintText(ctx, text, x, y + size, colours.ink);
    ctx.restore();
    if (++labelsDrawn > 260) break;
  }
}

const within = (x, w, view, scale) => Math.max(view.left * scale + 3, Math.min(view.right * scale - w - 3, x));

// Names in the middle of their discs, as long as there is room in the disc.
function communityLabels(ctx, scale, boxes) {
  labelsDrawn = 0;
  for (const [c, {x, y, reach}] of CORE.communities.entries()) {
    const room = 2 * reach * scale - 10, size = overview.sizes[c];
    if (!size || (room < 36 && c !== state.community)) continue;
    const px = room > 150 ? 15 : room > 90 ? 13 : 12, font = `600 ${px}px ${FONT}`;
    let name = communityName(c, room > 260 ? 3 : room > 170 ? 2 : 1);
    while (name.length > 3 && widthOf(name, font) > room) name = short(name.replace(/…$/, ''), [...name.replace(/…$/, '')].length - 1);
    const w = widthOf(name, font), detailed = room > 80, sx = x * scale - w / 2, sy = y * scale + (detailed ? -2 : px / 3);
    if (!boxes.claim(sx - 2, sy - px, w + 4, px + (detailed ? 18 : 4))) continue;
    ctx.save();
    ctx.scale(1 / scale, 1 / scale);
    ctx.font = font;
    paintText(ctx, name, sx, sy, colours.ink);
    if (detailed) {
      ctx.font = `11px ${FONT}`;
      const small = say('members', {n: count(size)});
      paintText(ctx, small, x * scale - widthOf(small, ctx.font) / 2, sy + 15, colours.faint);
    }
    ctx.restore();
    labelsDrawn++;
  }
  if (state.community >= 0) {
    const c = CORE.communities[state.community];
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2 / scale;
    trace(ctx, 'dot', c.x, c.y, c.reach);
    ctx.stroke();
  }
}
const communityName = (c, many) => (CORE.communities[c].scattered ? say('others') : leaders(c, many));
const leaders = (c, many) => CORE.communities[c].top.slice(0, many).map((i) => short(NODES.name[i], 9)).join(' · ');

// The node, or else the line, at a place of the page; distances in pixels.
function nodeAt(point) {
  const scale = network.getScale();
  let best = -1, nearest = Infinity;
  for (let i = 0; i < N; i++) {
    if (!visible[i]) continue;
    const p = place(i), d = Math.hypot(p.x - point.x, p.y - point.y) - NODES.r[i];
    if (d < 4 / scale && d < nearest) { nearest = d; best = i; }
  }
  return best;
}
function communityAt(point) {
  if (!atOverview()) return -1;
  let best = -1;
  CORE.communities.forEach((c, i) => {
    if (Math.hypot(c.x - point.x, c.y - point.y) < c.reach && (best < 0 || c.reach < CORE.communities[best].reach)) best = i;
  });
  return best;
}
function lineAt(point) {
  const limit = 6 / network.getScale();
  let best = null, nearest = limit;
  for (const line of lines) {
    const p = place(line.a), q = place(line.b), dx = q.x - p.x, dy = q.y - p.y;
    const t = Math.max(0, Math.min(1, ((point.x - p.x) * dx + (point.y - p.y) * dy) / (dx * dx + dy * dy || 1)));
    const d = Math.hypot(p.x + t * dx - point.x, p.y + t * dy - point.y);
    if (d < nearest) { nearest = d; best = line; }
  }
  return best;
}

let physics = false;
function springs() {
  const edges = network.body.data.edges;
  edges.clear();
  edges.add(lines.map((l, i) => ({id: i, from: l.a, to: l.b, hidden: true})));
}
function togglePhysics() {
  physics = !physics;
  if (physics) springs();
  network.setOptions({physics: physics ? {enabled: true, solver: 'forceAtlas2Based', forceAtlas2Based: {springLength: 60, avoidOverlap: 0.3}, stabilization: false} : {enabled: false}});
  if (!physics) network.body.data.edges.clear();
}
