// Choosing, moving, opening: what clicks and keys do; and the start of the page.
const SLOW = matchMedia('(prefers-reduced-motion: reduce)').matches;
const motion = (moving) => (moving && !SLOW && lines.length < 3000 ? {duration: 350, easingFunction: 'easeInOutQuad'} : false);

function clearSelection() {
  state.node = -1; state.line = null; state.community = -1; ++asked;
  closePanel();
  network.redraw();
}
function choose(i) {
  state.node = i; state.line = null; state.community = -1;
  network.redraw();
  return showNodePanel(i);
}
function chooseLine(line) {
  state.line = line; state.node = -1; state.community = -1;
  network.redraw();
  return showLinePanel(line);
}
// What was clicked comes out from under the panel that it opened.
function uncover({x, y}) {
  if ($('panel').hidden) return;
  const panel = $('panel').getBoundingClientRect(), at = network.canvasToDOM({x, y}), wide = $('canvas').clientWidth > 760;
  const under = wide ? at.x - panel.left + 80 : at.y - panel.top + 60;
  if (under <= 0) return;
  const middle = network.getViewPosition(), scale = network.getScale();
  network.moveTo({position: {x: middle.x + (wide ? under / scale : 0), y: middle.y + (wide ? 0 : under / scale)}, scale, animation: motion(true)});
}
// The panel anew, for other filters or another language; a line that is no longer there is not chosen either.
function renewPanel() {
  if ($('panel').hidden) return;
  if (state.line) {
    const {a, b} = state.line, line = lines.find((l) => l.a === a && l.b === b);
    if (line) chooseLine(line); else clearSelection();
  } else if (state.node >= 0) showNodePanel(state.node);
  else if (state.community >= 0) showCommunityPanel(state.community);
}
function chooseCommunity(c) {
  state.community = c; state.node = -1; state.line = null;
  showCommunityPanel(c);
  network.redraw();
}

// Select a node by name: bring it onto the canvas when it is not there, and into view.
function goTo(i, moved = false) {
  if (CORE.overview && state.open !== NODES.group[i] && !(state.open >= 0 && state.present[i])) openCommunity(NODES.group[i], false);
  if (!visible[i]) {
    showNode(i);
    state.typesOff.delete(NODES.type[i]);
    if (!inYears(CORE.nodeYears[i])) state.years = null;
    refilter();
  }
  choose(i);
  centre(i);
  if (moved) $('panel').focus({preventScroll: true});
}
function centre(i) {
  const p = place(i), wide = $('canvas').clientWidth > 760;
  const scale = Math.min(1.6, Math.max(network.getScale(), 0.9));
  network.moveTo({position: {x: p.x + (wide ? 150 / scale : 0), y: p.y + (wide ? 0 : 120 / scale)}, scale, animation: motion(true)});
}

// Put the neighbours that are not drawn yet around a node.
function expand(i) {
  const fresh = [...neighbours(i)].filter((n) => !state.present[n]).sort((a, b) => NODES.r[b] - NODES.r[a] || a - b).slice(0, 200);
  const p = place(i);
  fresh.forEach((n, k) => {
    const ring = Math.floor(Math.sqrt(k / 6)), angle = k * 2.399963;
    const distance = NODES.r[i] + 50 + ring * 40;
    NODES.x[n] = Math.round(p.x + distance * Math.cos(angle));
    NODES.y[n] = Math.round(p.y + distance * Math.sin(angle));
    state.present[n] = 1;
  });
  refilter();
  choose(i);
}

function openCommunity(c, moving = true) {
  state.open = c;
  state.community = -1;
  state.present.fill(0);
  expandedAlone.clear();
  const members = Array.from(IMPORTANCE.filter((i) => NODES.group[i] === c));
  for (const i of members.slice(0, CORE.most)) state.present[i] = 1;
  if (CORE.communities[c].scattered) state.loose = true;
  $('back').hidden = false;
  closePanel();
  refilter();
  fit(false);
  if (moving) $('canvas').focus({preventScroll: true});
}
function backToOverview() {
  state.open = -1; state.node = -1; state.line = null; state.loose = false;
  state.present.fill(0);
  $('back').hidden = true;
  closePanel();
  refilter();
  fit(false);
}

function zoom(factor) {
  network.moveTo({scale: Math.max(0.005, Math.min(6, network.getScale() * factor)), animation: motion(true)});
}
function fit(moving) {
  const box = $('canvas'), low = [Infinity, Infinity], high = [-Infinity, -Infinity];
  const take = (x, y, r) => { low[0] = Math.min(low[0], x - r); high[0] = Math.max(high[0], x + r); low[1] = Math.min(low[1], y - r); high[1] = Math.max(high[1], y + r); };
  if (atOverview()) for (const c of CORE.communities) take(c.x, c.y, c.reach);
  else for (let i = 0; i < N; i++) if (visible[i]) { const p = place(i); take(p.x, p.y, NODES.r[i] + 14); }
  if (low[0] > high[0]) return;
  const wide = box.clientWidth > 760, left = wide ? 276 : 30, right = wide && !$('panel').hidden ? 440 : wide ? 70 : 30, top = 64, bottom = wide ? 40 : 90;
  const scale = Math.min((box.clientWidth - left - right) / (high[0] - low[0]), (box.clientHeight - top - bottom) / (high[1] - low[1]), 1.3);
  const x = (low[0] + high[0]) / 2 - (left - right) / 2 / scale, y = (low[1] + high[1]) / 2 - (top - bottom) / 2 / scale;
  network.moveTo({position: {x, y}, scale, animation: motion(moving)});
}

function setUpPointer() {
  const at = (event) => network.DOMtoCanvas({x: event.offsetX, y: event.offsetY});
  network.on('click', ({pointer, event}) => {
    if (event.tapCount === 2) return;
    const node = nodeAt(pointer.canvas);
    if (node >= 0) return choose(node).then(() => uncover(place(node)));
    const community = communityAt(pointer.canvas);
    if (community >= 0) return state.community === community ? openCommunity(community) : chooseCommunity(community);
    const line = lineAt(pointer.canvas);
    return line ? chooseLine(line).then(() => uncover(pointer.canvas)) : clearSelection();
  });
  network.on('doubleClick', ({pointer}) => {
    const node = nodeAt(pointer.canvas), community = communityAt(pointer.canvas);
    if (community >= 0) openCommunity(community);
    else if (node >= 0) expand(node);
  });
  const tip = $('tip'), box = $('canvas');
  let waiting = null;
  box.addEventListener('mousemove', (event) => {
    if (event.buttons) { tip.hidden = true; return; }
    if (!waiting) requestAnimationFrame(() => { const e = waiting; waiting = null; hover(e); });
    waiting = event;
  });
  box.addEventListener('mouseleave', () => { tip.hidden = true; waiting = null; });
  function hover(event) {
    if (!event) { tip.hidden = true; return; }
    const point = at(event), node = nodeAt(point), community = node < 0 ? communityAt(point) : -1, line = node < 0 && community < 0 ? lineAt(point) : null;
    box.style.cursor = node >= 0 || line || community >= 0 ? 'pointer' : 'grab';
    tip.hidden = node < 0 && !line && community < 0;
    if (node >= 0) fill(tip, el('b', {dir: 'auto'}, NODES.name[node]), el('span', {}, [termOf(typeOf(node)), yearSpan(CORE.nodeYears[node])].filter(Boolean).join(' · ')));
    else if (community >= 0) fill(tip, el('b', {}, communityName(community, 3)), el('span', {}, say('members', {n: count(overview.sizes[community])})));
    else if (line) fill(tip, ...line.relations.slice(0, 4).map((r) => el('span', {dir: 'auto'}, `${short(NODES.name[REL.head[r]], 14)} — ${termOf(CORE.kinds[REL.kind[r]])} → ${short(NODES.name[REL.tail[r]], 14)}`)));
    if (!tip.hidden) {
      tip.style.left = `${Math.min(event.offsetX + 14, box.clientWidth - tip.offsetWidth - 8)}px`;
      tip.style.top = `${Math.min(event.offsetY + 14, box.clientHeight - tip.offsetHeight - 8)}px`;
    }
  }
}

function setUpKeys() {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.matches('input:not([type=range], [type=checkbox])');
    if (event.key === 'Escape' && !typing) {
      if (document.body.classList.contains('with-side')) toggleSide();
      if (state.node >= 0 || state.line || state.community >= 0) { clearSelection(); $('canvas').focus({preventScroll: true}); }
      else if (CORE.overview && state.open >= 0) backToOverview();
    } else if (event.key === '/' && !typing) { event.preventDefault(); $('query').focus(); $('query').select(); }
  });
  let turn = -1;
  $('canvas').addEventListener('keydown', (event) => {
    const steps = {ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80]};
    if (steps[event.key]) {
      event.preventDefault();
      const {x, y} = network.getViewPosition(), scale = network.getScale(), [dx, dy] = steps[event.key];
      network.moveTo({position: {x: x + dx / scale, y: y + dy / scale}});
    } else if (event.key === '+' || event.key === '=') zoom(1.4);
    else if (event.key === '-') zoom(1 / 1.4);
    else if (event.key === '0') fit(true);
    else if (event.key === 'n' || event.key === 'p') {
      const shownNodes = atOverview() ? CORE.communities.map((_, i) => i) : Array.from(IMPORTANCE.filter((i) => visible[i]));
      if (!shownNodes.length) return;
      turn = (turn + (event.key === 'n' ? 1 : shownNodes.length - 1)) % shownNodes.length;
      if (atOverview()) chooseCommunity(shownNodes[turn]);
      else { choose(shownNodes[turn]); centre(shownNodes[turn]); }
    } else if (event.key === 'Enter' && state.community >= 0) openCommunity(state.community);
    else if (event.key === 'Enter' && state.node >= 0) $('panel').focus();
  });
}

function toggleSide() {
  const on = document.body.classList.toggle('with-side');
  $('menu').setAttribute('aria-expanded', String(on));
}

function start() {
  if (typeof DecompressionStream === 'undefined') { $('wait').textContent = say('old'); return; }
  measuring = el('canvas').getContext('2d');
  readColours();
  if (!CORE.overview) {
    if (NODES.drawn) for (const i of NODES.drawn) state.present[i] = 1;
    else state.present.fill(1);
    if (!E) state.loose = true;
  }
  dataset = new vis.DataSet(JSON.parse($('pyvis-nodes').textContent));
  const options = JSON.parse($('pyvis-options').textContent);
  network = new vis.Network($('canvas'), {nodes: dataset, edges: new vis.DataSet([])}, {...options, autoResize: true});
  network.on('beforeDrawing', beforeDrawing);
  network.on('afterDrawing', afterDrawing);
  paintFast();
  sync();
  fit(false);
  setUpPointer();
  setUpKeys();
  setUpSearch();
  speak();
  $('menu').addEventListener('click', toggleSide);
  $('back').addEventListener('click', backToOverview);
  network.once('afterDrawing', () => {
    $('wait').remove();
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColours(); network.redraw(); });
  if (NODES.focus.length) { state.node = NODES.focus[0]; if ($('canvas').clientWidth > 760) showNodePanel(state.node); }
}
start();
// For tests and for people at the console.
window.kgView = {CORE, state, visible, overview, lines: () => lines, network, find, goTo, place, expand, openCommunity, labelsDrawn: () => labelsDrawn,
  still: () => { document.body.classList.add('still'); closePanel(); state.node = NODES.focus.length ? state.node : -1; fit(false); }};
