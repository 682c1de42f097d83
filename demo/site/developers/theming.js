/** The clickable picture of every part and token: point at a thing, see what it is called, copy the rule. */
import { code, copies, make, readElements, table, words } from './dom.js';

const booking = document.querySelector('myo-booking') ?? (await appears('myo-booking'));
const root = document.documentElement;
const [pick, rule, copy, says, theme, page] = ['pick', 'rule', 'copy', 'says', 'theme', 'page'].map((id) =>
  document.getElementById(id),
);
const elements = await readElements();
const flow = elements.find(({ tagName }) => tagName === 'myo-booking');
const described = new Map(flow.cssParts.map(({ name, description }) => [name, description]));
const tokens = flow.cssProperties;
const frame = make('div', { class: 'outline', hidden: true });
document.body.append(frame);

/** An odd value of each kind of token: what changes by it is made of it. */
const odd = { color: 'rgb(250, 1, 200)', radius: '77px', space: '77px', density: '2', motion: '7s' };
const oddOf = ({ name, type }) =>
  name.endsWith('-family')
    ? 'monospace'
    : name.endsWith('-weight')
      ? '123'
      : name.endsWith('-target-size')
        ? '177px'
        : (odd[type?.text] ?? '77px');
const looks = (element) => {
  const style = getComputedStyle(element);
  return [...style].map((name) => style.getPropertyValue(name)).join();
};

/** The tokens that this very thing is made of, found by trying each. */
function tokensOf(element) {
  const before = looks(element);
  return tokens.filter((token) => {
    const set = booking.style.getPropertyValue(token.name);
    booking.style.setProperty(token.name, oddOf(token));
    const changed = looks(element) !== before;
    booking.style.setProperty(token.name, set);
    return changed;
  });
}

/** What a part and its tokens look like in a style sheet. */
function show(element) {
  const names = [...element.part];
  const own = tokensOf(element);
  const lines = own.map(({ name, default: value = '…', description }) => `  ${name}: ${value}; /* ${description} */`);
  rule.textContent = [
    `/* ${described.get(names[0]) ?? ''} */`,
    `myo-booking::part(${names.join(' ')}) {\n  \n}`,
    ...(lines.length ? [`myo-booking {\n${lines.join('\n')}\n}`] : []),
  ].join('\n');
  says.replaceChildren(
    'Part ',
    ...names.flatMap((name) => [code(name), ' ']),
    own.length ? `made of ${own.length} ${own.length === 1 ? 'token' : 'tokens'}` : 'of no token of its own',
  );
  copy.hidden = false;
}

function mark(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  frame.hidden = !width;
  for (const [name, value] of Object.entries({ left: left + scrollX, top: top + scrollY, width, height }))
    frame.style.setProperty(name, `${value}px`);
}

/** Everything with a part that is on screen, in any shadow root. */
const partsIn = (within) =>
  [...within.querySelectorAll('*')].flatMap((one) => [
    ...(one.part.length && one.checkVisibility() ? [one] : []),
    ...(one.shadowRoot ? partsIn(one.shadowRoot) : []),
  ]);

/** The smallest thing that is pointed at: the label of a treatment lies over all of its card. */
function partAt({ clientX: x, clientY: y }) {
  const boxes = partsIn(booking.shadowRoot).map((one) => ({ one, box: one.getBoundingClientRect() }));
  const under = boxes.filter(({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
  return under.sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0]?.one;
}
const isPicking = () => pick.getAttribute('aria-pressed') === 'true';

pick.addEventListener('click', () => {
  pick.setAttribute('aria-pressed', String(!isPicking()));
  frame.hidden = true;
});
booking.addEventListener('pointermove', (event) => {
  const part = isPicking() && partAt(event);
  if (part) mark(part);
});
for (const type of ['click', 'pointerdown', 'mousedown'])
  booking.addEventListener(
    type,
    (event) => {
      const part = isPicking() && partAt(event);
      if (!part) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (type === 'click') show(part);
    },
    { capture: true },
  );
copies(copy, rule);

function findPart(name) {
  const element = partsIn(booking.shadowRoot).find(({ part }) => part.contains(name));
  if (!element) {
    says.replaceChildren('Part ', code(name), 'is not on screen at this step.');
    rule.textContent = `/* ${described.get(name)} */\nmyo-booking::part(${name}) {\n  \n}`;
    copy.hidden = false;
    frame.hidden = true;
    return;
  }
  element.scrollIntoView({ block: 'center' });
  mark(element);
  show(element);
}

document.getElementById('tokens').append(
  table(
    ['Token', 'Kind', 'Where nobody sets it', 'What it is'],
    tokens.map(({ name, type, default: value, description }) => [
      code(name),
      type?.text,
      value ? code(value) : 'derived',
      words(description),
    ]),
  ),
);
document.getElementById('parts').append(
  table(
    ['Part', 'In', 'What it is'],
    flow.cssParts.map(({ name, description, inside }) => [
      make('button', { class: 'tool', type: 'button', onclick: () => findPart(name) }, code(name)),
      code(inside ?? 'myo-booking'),
      words(description),
    ]),
  ),
);
document.getElementById('slots').append(
  table(
    ['Slot', 'Of', 'What it is'],
    elements.flatMap(({ tagName, slots = [] }) =>
      slots.map(({ name, description }) => [code(name || '(default)'), code(tagName), words(description)]),
    ),
  ),
);
document.getElementById('count').textContent = `${flow.cssParts.length} parts, ${tokens.length} tokens`;

/** `theming.html#calm-spa,dark` opens a theme on a page. */
const sheet = document.getElementById('theme-sheet');
function dress() {
  sheet.disabled = !theme.value;
  if (theme.value) sheet.href = `themes/${theme.value}.css`;
  root.dataset.page = page.value;
  history.replaceState(null, '', `#${theme.value},${page.value}`);
}
[theme.value, page.value] = [...location.hash.slice(1).split(','), '', ''].slice(0, 2);
page.value ||= 'light';
for (const select of [theme, page]) select.addEventListener('change', dress);
dress();

function appears(selector) {
  return new Promise((done) => {
    const watch = new MutationObserver(() => {
      const found = document.querySelector(selector);
      if (!found) return;
      watch.disconnect();
      done(found);
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
}
