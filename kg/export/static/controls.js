// The legend that filters, the years, the buttons.
function countsByType() {
  const n = new Array(CORE.types.length).fill(0);
  const [present, shown] = atOverview() ? [null, overview.shown] : [state.present, visible];
  for (let i = 0; i < N; i++) if ((!present || present[i]) && (shown[i] || state.typesOff.has(NODES.type[i]))) n[NODES.type[i]]++;
  return n;
}
function countsByKind() {
  const n = new Array(CORE.kinds.length).fill(0);
  for (let r = 0; r < E; r++) if (onCanvas(r) && sureEnough(REL.sure[r])) n[REL.kind[r]]++;
  return n;
}

function toggleList(things, off, totals, mark, changed) {
  return el('ul', {class: 'legend'}, things.map((thing, k) => {
    if (!totals[k]) return null;
    const button = el('button', {type: 'button', class: 'toggle', 'aria-pressed': String(!off.has(k)), 'data-id': thing.id, click: () => {
      if (off.has(k)) off.delete(k); else off.add(k);
      changed();
    }}, mark(thing), el('span', {class: 'name'}, termOf(thing)), el('span', {class: 'n'}, count(totals[k])));
    const only = el('button', {type: 'button', class: 'only', 'aria-label': `${say('only')} ${termOf(thing)}`, click: () => {
      const others = things.map((_, j) => j).filter((j) => j !== k && totals[j]);
      if (!off.has(k) && others.every((j) => off.has(j))) off.clear();
      else { off.clear(); others.forEach((j) => off.add(j)); }
      changed();
    }}, say('only'));
    return el('li', {}, button, only);
  }));
}

function refilter() {
  sync();
  drawSide();
  showStatus();
}
function filtered() {
  refilter();
  renewPanel();
}

function drawSide() {
  const side = $('side'), focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : null;
  const line = (kind) => {
    const dash = el('span', {class: 'dash', 'aria-hidden': 'true'});
    dash.style.background = kind.colour;
    return dash;
  };
  const lonely = Array.from({length: N}, (_, i) => i).filter((i) => state.present[i] && !DEGREE[i]).length;
  fill(side,
    el('h2', {}, say('types')), toggleList(CORE.types, state.typesOff, countsByType(), swatch, filtered),
    el('h2', {}, say('kinds')), toggleList(CORE.kinds, state.kindsOff, countsByKind(), line, filtered),
    yearControl(), sureControl(), supportControl(),
    lonely && E ? el('label', {class: 'check'}, checkbox('loose', state.loose, (on) => { state.loose = on; filtered(); }), `${say('loose')} (${count(lonely)})`) : null);
  if (focus) { const again = side.querySelector(`[data-id="${focus}"]`); if (again) again.focus({preventScroll: true}); }
}

function checkbox(id, on, changed) {
  const box = el('input', {type: 'checkbox', 'data-id': id, checked: on});
  box.addEventListener('change', () => changed(box.checked));
  return box;
}

function supportControl() {
  let most = 1;
  for (let r = 0; r < E; r++) most = Math.max(most, REL.support[r]);
  if (most < 2) return null;
  const input = el('input', {type: 'range', min: 1, max: Math.min(10, most), step: 1, value: state.support, 'data-id': 'support', 'aria-label': say('support')});
  const shownValue = el('output', {}, String(state.support));
  input.addEventListener('input', () => { state.support = +input.value; shownValue.textContent = input.value; sync(); showStatus(); });
  input.addEventListener('change', filtered);
  return el('div', {class: 'range'}, el('h2', {}, say('support'), ' ', shownValue, ` ${say('pieces')}`), input);
}

// How sure a fact is at least, and the share of the relations that is left.
const SURE = [0, 5, 6, 7, 8]; // tenths
const LESS_SURE = new RegExp(`[0-${SURE[SURE.length - 1] - 1}]`).test(REL.sure);
function sureControl() {
  if (!LESS_SURE) return null;
  const amount = () => {
    let all = 0, left = 0;
    for (let r = 0; r < E; r++) if (onCanvas(r)) { all++; left += sureEnough(REL.sure[r]); }
    return state.sure ? `≥ ${state.sure / 10} · ${say('sureLeft', {n: Math.round((100 * left) / Math.max(1, all))})}` : say('sureAll');
  };
  const title = say('sureTitle'), text = amount();
  const input = el('input', {type: 'range', min: 0, max: SURE.length - 1, step: 1, value: SURE.indexOf(state.sure), 'data-id': 'sure', title, 'aria-label': say('sure'), 'aria-valuetext': text});
  const shownValue = el('output', {}, text);
  input.addEventListener('input', () => {
    state.sure = SURE[+input.value];
    shownValue.textContent = amount();
    input.setAttribute('aria-valuetext', shownValue.textContent);
    sync(); showStatus();
  });
  input.addEventListener('change', filtered);
  return el('div', {class: 'range', title}, el('h2', {}, say('sure'), ' ', shownValue), input);
}

// Bars of relations per year over two sliders, from and to.
function yearControl() {
  if (allYears.length < 2) return null;
  const last = allYears.length - 1, bars = new Array(allYears.length).fill(0), slot = new Map(allYears.map((y, k) => [y, k]));
  for (let r = 0; r < E; r++) if (onCanvas(r) && sureEnough(REL.sure[r])) for (const y of CORE.yearSets[CORE.relationYears[r]]) bars[slot.get(y)]++;
  const most = Math.max(...bars, 1);
  const from = state.years ? slot.get(state.years[0]) : 0, to = state.years ? slot.get(state.years[1]) : last;
  const histogram = el('div', {class: 'bars', 'aria-hidden': 'true'}, bars.map((n, k) => {
    const bar = el('i', {class: k >= from && k <= to ? 'on' : ''});
    bar.style.height = `${Math.max(n ? 6 : 2, (Math.sqrt(n) / Math.sqrt(most)) * 100)}%`;
    bar.title = `${allYears[k]}: ${n}`;
    return bar;
  }));
  const label = el('output', {}, state.years ? (state.years[0] === state.years[1] ? String(state.years[0]) : `${state.years[0]}–${state.years[1]}`) : `${allYears[0]}–${allYears[last]}`);
  const slider = (value, name, id) => el('input', {type: 'range', min: 0, max: last, step: 1, value, 'aria-label': `${say('years')} ${name}`, 'aria-valuetext': String(allYears[value]), 'data-id': id});
  const low = slider(from, say('from'), 'year-from'), high = slider(to, say('to'), 'year-to');
  const moved = (which) => {
    let a = +low.value, b = +high.value;
    if (a > b) { if (which === low) { b = a; high.value = b; } else { a = b; low.value = a; } }
    state.years = a === 0 && b === last ? null : [allYears[a], allYears[b]];
    label.textContent = allYears[a] === allYears[b] ? String(allYears[a]) : `${allYears[a]}–${allYears[b]}`;
    low.setAttribute('aria-valuetext', String(allYears[a]));
    high.setAttribute('aria-valuetext', String(allYears[b]));
    [...histogram.children].forEach((bar, k) => { bar.className = k >= a && k <= b ? 'on' : ''; });
    sync(); showStatus();
  };
  for (const input of [low, high]) { input.addEventListener('input', () => moved(input)); input.addEventListener('change', filtered); }
  return el('div', {class: 'years'}, el('h2', {}, say('years'), ' ', label,
    state.years ? el('button', {type: 'button', class: 'only shown', click: () => { state.years = null; filtered(); }}, say('reset')) : null), histogram, el('div', {class: 'double'}, low, high));
}

function showStatus() {
  const box = $('status');
  const shown = atOverview() ? overview.shown : visible;
  let n = 0, e = atOverview() ? overview.relations : 0;
  for (let i = 0; i < N; i++) n += shown[i];
  for (const l of lines) e += l.relations.length;
  box.textContent = n ? say('status', {n: count(n), e: count(e)}) + (n < N ? ` (${say('of', {n: count(N)})})` : '') : say('empty');
}

function drawTools() {
  const tool = (id, sign, title, click) => el('button', {type: 'button', id, title, 'aria-label': title, click}, el('span', {'aria-hidden': 'true'}, sign));
  const tools = [
    tool('in', '＋', say('zoomin'), () => zoom(1.4)), tool('out', '－', say('zoomout'), () => zoom(1 / 1.4)),
    tool('fit', '⤢', say('fit'), () => fit(true)), tool('physics', physics ? '■' : '❖', physics ? `${say('physics')}: ${say('physicsOn')}` : say('physics'), () => { togglePhysics(); drawTools(); }),
    tool('theme', '◐', say('theme'), switchTheme),
    el('button', {type: 'button', id: 'language', title: say('languageTitle'), lang: language === 'zh' ? 'en' : 'zh-CN', click: switchLanguage}, say('language')),
  ];
  $('tools').replaceChildren(...tools);
  $('physics').setAttribute('aria-pressed', String(physics));
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  readColours();
  network.redraw();
}

function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  speak();
  renewPanel();
  network.redraw();
  $('language').focus();
}

// Everything whose words depend on the language.
function speak() {
  $('query').placeholder = say('search');
  $('query').setAttribute('aria-label', say('search'));
  $('found').setAttribute('aria-label', say('search'));
  $('menu').setAttribute('aria-label', say('menu'));
  $('menu').title = say('menu');
  $('side').setAttribute('aria-label', say('menu'));
  $('canvas').setAttribute('aria-label', document.title);
  $('panel').setAttribute('aria-label', say('relations'));
  $('tools').setAttribute('aria-label', say('help'));
  $('keys').textContent = say('keys') + say('help_click');
  $('back').textContent = say('back');
  drawTools();
  drawSide();
  showStatus();
}
