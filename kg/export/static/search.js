// Search: names and aliases, by characters, by pinyin and by the first letters of the syllables.
let index = null;
async function searchIndex() {
  if (!index) {
    const {usual, other} = await part('pinyin');
    const spoken = (name) => (other[name] ? other[name].split(' ') : [...name].map((c) => usual[c] || c));
    const entry = (i, name) => {
      const syllables = spoken(name).map((s) => s.toLowerCase());
      const starts = new Set();
      let at = 0;
      for (const s of syllables) { starts.add(at); at += s.length; }
      return {i, name, lower: name.toLowerCase(), sound: syllables.join(''), starts, letters: syllables.map((s) => s[0]).join('')};
    };
    index = [];
    for (let i = 0; i < N; i++) {
      index.push(entry(i, NODES.name[i]));
      for (const a of NODES.alias[i] || []) index.push(entry(i, a));
    }
  }
  return index;
}

function score(e, q) {
  let at = e.lower.indexOf(q);
  if (at >= 0) return at === 0 ? (e.lower === q ? 100 : 80) : 60;
  if (!/^[a-z0-9]+$/.test(q)) return 0;
  at = e.letters.indexOf(q);
  if (at === 0) return 50;
  for (let from = e.sound.indexOf(q); from >= 0; from = e.sound.indexOf(q, from + 1)) if (e.starts.has(from)) return from === 0 ? 55 : 40;
  return at > 0 && q.length > 1 ? 30 : 0;
}

async function find(query) {
  const q = query.trim().toLowerCase().replace(/\s+/g, /[a-z]/i.test(query) && !/[一-鿿]/.test(query) ? '' : ' ');
  if (!q) return [];
  const best = new Map();
  for (const e of await searchIndex()) {
    const s = score(e, q);
    if (s && s > (best.get(e.i) || {s: 0}).s) best.set(e.i, {s, e});
  }
  return [...best.values()].sort((a, b) => b.s - a.s || NODES.r[b.e.i] - NODES.r[a.e.i] || a.e.name.length - b.e.name.length || a.e.i - b.e.i).slice(0, 12).map(({e}) => e);
}

function setUpSearch() {
  const input = $('query'), list = $('found');
  let hits = [], at = -1, turn = 0;
  const show = () => {
    fill(list, hits.map((e, k) => {
      const option = el('li', {role: 'option', id: `hit-${k}`, 'aria-selected': k === at ? 'true' : 'false'},
        swatch(typeOf(e.i)), el('span', {dir: 'auto'}, NODES.name[e.i]), e.name !== NODES.name[e.i] ? el('small', {dir: 'auto'}, e.name) : null);
      option.addEventListener('pointerdown', (event) => { event.preventDefault(); choose(k); });
      return option;
    }), hits.length || !input.value.trim() ? null : el('li', {class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false'}, say('nothing')));
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (at >= 0) input.setAttribute('aria-activedescendant', `hit-${at}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const choose = (k) => {
    const e = hits[k];
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    if (e) goTo(e.i, true);
  };
  input.addEventListener('input', async () => {
    const mine = ++turn, found = await find(input.value);
    if (mine !== turn) return;
    hits = found;
    at = found.length ? 0 : -1;
    show();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (hits.length) at = (at + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length;
      show();
    } else if (event.key === 'Enter') { event.preventDefault(); if (at >= 0 && !list.hidden) choose(at); }
    else if (event.key === 'Escape') { if (list.hidden) $('canvas').focus(); list.hidden = true; input.setAttribute('aria-expanded', 'false'); }
  });
  input.addEventListener('blur', () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); });
  input.addEventListener('focus', () => { if (hits.length && input.value.trim()) show(); });
}
