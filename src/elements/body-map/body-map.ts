import type { AnswerValue, Item, Option } from '../../domain/checklist/questionnaire.ts';
import type { IntakeChecklist } from '../intake-checklist/intake-checklist.ts';
import { back, front, height, width, type Area, type Figure } from './figures.ts';
import { sheet } from './body-map.styles.ts';
import { wordsFor } from './words.ts';

type IsPicked = (checklist: IntakeChecklist, item: Item, value: AnswerValue) => boolean;
type Pick = (option: Option, on: boolean) => void;

/** Which code means every area at once. */
const everywhere = 'all-over';

/**
 * Two figures beside the check boxes of a question about the body, in step with them. The check boxes stay what is
 * answered by: they have the names, the keyboard and the screen reader's ear, so the figures are for the eye and the
 * finger alone, out of the tab order and of the accessibility tree.
 */
export function bodyMap(checklist: IntakeChecklist, item: Item, isPicked: IsPicked, pick: Pick): Element {
  const { adoptedStyleSheets } = checklist.shadowRoot!;
  if (!adoptedStyleSheets.includes(sheet())) adoptedStyleSheets.push(sheet());
  const maps = mapsOf.get(checklist) ?? new Map<string, BodyMap>();
  mapsOf.set(checklist, maps);
  const { tag } = checklist.text;
  const key = `${tag} ${item.linkId}`;
  const map = maps.get(key) ?? new BodyMap(tag);
  maps.set(key, map);
  map.show(item.options, (value) => isPicked(checklist, item, value), pick);
  return map.element;
}

/** Each question keeps its figures from one rendering to the next, in each language. */
const mapsOf = new WeakMap<IntakeChecklist, Map<string, BodyMap>>();

class BodyMap {
  readonly element = made('div', { class: 'map', part: 'map', 'aria-hidden': 'true' });
  readonly #names = made('span', { class: 'names', part: 'place' });
  readonly #hint: string;
  #options: ReadonlyMap<string, Option> = new Map();
  #isPicked: (value: AnswerValue) => boolean = () => false;
  #pick: Pick = () => {};

  constructor(language: string) {
    const words = wordsFor(language);
    this.#hint = words.hint;
    this.element.append(
      drawn(front, words.front, [words.right, words.left]),
      drawn(back, words.back, [words.left, words.right]),
      this.#names,
    );
    this.element.addEventListener('click', this.#press);
    this.element.addEventListener('pointerover', this.#point);
    this.element.addEventListener('pointerleave', this.#point);
  }

  /** Shows which areas are picked; an area that the question does not offer cannot be pressed. */
  show(options: readonly Option[], isPicked: (value: AnswerValue) => boolean, pick: Pick) {
    this.#isPicked = isPicked;
    this.#pick = pick;
    this.#options = new Map(options.map((option) => [codeOf(option), option]));
    const isOn = (code: string) => {
      const option = this.#options.get(code);
      return !!option && isPicked(option.value);
    };
    for (const { dataset, classList, part } of this.element.querySelectorAll<SVGElement>('path')) {
      const { area, tick } = dataset;
      const on = isOn(area ?? tick ?? '');
      classList.toggle('picked', on);
      if (area) part.toggle('selected', on);
      classList.toggle('still', !!area && !this.#options.has(area));
    }
    for (const figure of this.element.querySelectorAll('svg')) figure.classList.toggle('everywhere', isOn(everywhere));
    if (!this.#names.textContent) this.#names.textContent = this.#hint;
  }

  #press = ({ target }: Event) => {
    const option = this.#optionAt(target);
    if (option) this.#pick(option, !this.#isPicked(option.value));
  };

  /** Names the area below the pointer; both figures show where it is. */
  #point = ({ type, target }: Event) => {
    const option = type === 'pointerover' ? this.#optionAt(target) : undefined;
    this.#names.textContent = option?.label ?? this.#hint;
    for (const { dataset, classList } of this.element.querySelectorAll<SVGElement>('[data-area]'))
      classList.toggle('pointed', !!option && dataset['area'] === codeOf(option));
  };

  #optionAt(target: EventTarget | null) {
    const code = target instanceof Element ? target.getAttribute('data-area') : null;
    return this.#options.get(code ?? '');
  }
}

const codeOf = ({ value }: Option) => (typeof value === 'object' ? (value.code ?? '') : `${value}`);

/** A figure with its name below, and whose side is whose beside its head: left and right are the patient's own. */
function drawn({ areas, lines }: Figure, name: string, sides: readonly [string, string]): Element {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, focusable: 'false' });
  svg.append(...areas.map(areaOf), shape('path', { class: 'lines', part: 'outline', d: lines }), ...areas.map(tickOf));
  const figure = made('figure', { part: 'figure' });
  const caption = made('figcaption', { part: 'figure-name' });
  caption.textContent = name;
  figure.append(svg, ...sides.map(sideOf), caption);
  return figure;
}

function sideOf(words: string) {
  const side = made('span', { class: 'side', part: 'figure-side', dir: 'auto' });
  side.textContent = words;
  return side;
}

const areaOf = ({ code, path, mirrored }: Area) =>
  shape('path', {
    'data-area': code,
    part: 'area',
    d: path,
    ...(mirrored && { transform: `matrix(-1 0 0 1 ${width} 0)` }),
  });

function tickOf({ code, tick: [x, y], mirrored }: Area) {
  const start = (mirrored ? width - x : x) - 5;
  return shape('path', { 'data-tick': code, class: 'tick', d: `M${start} ${y}l3.5 4l6.5-8` });
}

type Attributes = Readonly<Record<string, string>>;
const made = (tag: string, attributes: Attributes = {}) => dressed(document.createElement(tag), attributes);
const shape = (tag: string, attributes: Attributes) =>
  dressed(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes);

function dressed<E extends Element>(element: E, attributes: Attributes): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
