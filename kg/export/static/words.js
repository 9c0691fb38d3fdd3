// Words of the interface, in both languages. Names, sentences and types of documents stay as they are.
const WORDS = {
  zh: {
    search: '搜索名称、别名、拼音（/）', menu: '筛选与图例', types: '实体类型', kinds: '关系类型', years: '年份',
    only: '只看', from: '从', to: '到', loose: '显示无关系的节点', support: '证据至少', pieces: '条', zoomin: '放大', zoomout: '缩小', fit: '看全图',
    physics: '力学布局', theme: '明暗', language: 'EN', languageTitle: 'Switch to English', help: '视图工具', close: '关闭', back: '‹ 总览',
    keys: '方向键移动，加减键缩放，0 看全图，/ 搜索，N 和 P 依次选中节点，Esc 取消选中。', nothing: '没有找到', alias: '又称', place: '所在', year: '年份',
    seen: '提及', docs: '篇文档', attributes: '属性', figures: '指标', relations: '关系', mentions: '原文', expand: '展开邻居', expanded: '邻居已全部显示',
    open: '打开这个社群', more: '再看 {n} 条', planned: '计划', rule: '规则', confidence: '置信度', target: '目标',
    status: '{n} 个节点 · {e} 条关系', of: '共 {n} 个', focus: '移到这里', community: '社群', members: '{n} 个节点', top: '主要成员', old: '浏览器版本过旧，请换用 2023 年以后的版本。',
    sure: '只看较可靠的', sureAll: '不限', sureLeft: '余 {n}%', filtered: '另有 {n} 条关系被筛选隐藏',
    sureTitle: '置信度是一条事实属实的可能性：其规则的正确率乘以其中名称的可靠程度，有多条证据时取最可靠的一条。',
    evidence: '条证据', growth: '增速', empty: '没有可显示的内容：放宽筛选条件。', hidden: '（被筛选隐藏）', physicsOn: '停止',
    help_click: '单击节点看它的来历和句子，单击连线看全部证据，双击展开邻居。', reset: '全部年份', others: '零散',
  },
  en: {
    search: 'Search names, aliases, pinyin (/)', menu: 'Filter and legend', types: 'Entity types', kinds: 'Relations', years: 'Years',
    only: 'only', from: 'From', to: 'to', loose: 'Show nodes without relations', support: 'Evidence at least', pieces: '', zoomin: 'Zoom in', zoomout: 'Zoom out', fit: 'Show everything',
    physics: 'Physics', theme: 'Light or dark', language: '中文', languageTitle: '切换到中文', help: 'View tools', close: 'Close', back: '‹ Overview',
    keys: 'Arrow keys move, plus and minus zoom, 0 shows everything, / searches, N and P select nodes in turn, Esc clears the selection.', nothing: 'Nothing found', alias: 'also', place: 'Place', year: 'Years',
    seen: 'Mentioned in', docs: 'documents', attributes: 'Attributes', figures: 'Figures', relations: 'Relations', mentions: 'In the texts', expand: 'Expand neighbours', expanded: 'All neighbours are shown',
    open: 'Open this community', more: '{n} more', planned: 'planned', rule: 'rule', confidence: 'confidence', target: 'target',
    status: '{n} nodes · {e} relations', of: 'of {n}', focus: 'Go there', community: 'Community', members: '{n} nodes', top: 'Main members', old: 'This browser is too old; take one from 2023 or later.',
    sure: 'Surer only', sureAll: 'off', sureLeft: '{n}% left', filtered: 'Relations hidden by filters: {n}',
    sureTitle: 'Confidence is how likely a fact is to be right: the share of right facts of its rule, times how sure its names are, by its surest evidence.',
    evidence: 'pieces of evidence', growth: 'growth', empty: 'Nothing to show: relax the filters.', hidden: '(hidden by a filter)', physicsOn: 'Stop',
    help_click: 'Click a node for its facts and sentences, a line for all its evidence; double-click expands neighbours.', reset: 'All years', others: 'Scattered',
  },
};
let language = document.documentElement.dataset.language in WORDS ? document.documentElement.dataset.language : 'zh';
const say = (key, with_ = {}) => WORDS[language][key].replace(/\{(\w+)\}/g, (_, k) => with_[k]);
const spaced = (id) => id.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
const termOf = (thing) => (language === 'zh' ? thing.zh : spaced(thing.id));
const propertyName = (id) => (language === 'zh' ? CORE.properties[id] || id : spaced(id));
const valueName = (v) => (language === 'zh' && CORE.values[v]) || v;
const count = (n) => n.toLocaleString('en-US');

// A DOM element; what comes from documents only ever arrives here, as text.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes)) {
    if (k === 'click') node.addEventListener('click', v);
    else if (v !== null && v !== undefined && v !== false) node.setAttribute(k, v === true ? '' : v);
  }
  node.append(...solid(children));
  return node;
}
const solid = (children) => children.flat(Infinity).filter((c) => c !== null && c !== undefined);
const fill = (node, ...children) => node.replaceChildren(...solid(children));
const $ = (id) => document.getElementById(id);
