/**
 * Runs in the page: how each text, edge and focus ring inside of `<myo-booking>` stands out from what is behind it, as
 * WCAG 2.2 counts it; tints, opacities and the fill of a text are reckoned in.
 */
(() => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** Red, green, blue from 0 to 255, and how much of it there is from 0 to 1. */
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return { rgb: [red, green, blue], alpha: alpha / 255 };
  };
  const over = (top, share, below) => below.map((value, at) => value + (top[at] - value) * share);
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const lineage = (element) => (element ? [...lineage(around(element)), element] : []);

  /** What is behind the content of an element, and how faint the element is. */
  const ground = (element) => {
    let [rgb, opacity] = [[255, 255, 255], 1];
    for (const one of lineage(element)) {
      const { backgroundColor, opacity: own } = getComputedStyle(one);
      opacity *= Number(own);
      const { rgb: top, alpha } = rgba(backgroundColor);
      rgb = over(top, alpha * opacity, rgb);
    }
    return { rgb, opacity };
  };
  const standsOut = (colour, element, outside) => {
    const { rgb: behind } = ground(outside ? around(element) : element);
    const { opacity } = ground(element);
    const { rgb, alpha } = rgba(colour);
    return ratio(over(rgb, alpha * opacity, behind), behind);
  };

  const every = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
  /** On screen, and not there for the ear alone; a slot has no box of its own, what stands in it has. */
  const isSeen = (one) => {
    const contents = document.createRange();
    contents.selectNodeContents(one);
    const { width, height } = (one.matches('slot') ? contents : one).getBoundingClientRect();
    const heard = lineage(one).some((each) => getComputedStyle(each).clipPath !== 'none');
    return one.checkVisibility({ checkOpacity: true }) && width > 1 && height > 1 && !heard;
  };
  const all = every(document.querySelector('myo-booking').shadowRoot).filter(isSeen);
  const named = (one) => `${one.part || one.localName} "${(one.textContent || one.value || '').trim().slice(0, 30)}"`;

  const hasWords = (one) =>
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()) ||
    (one.matches('input:not([type=radio], [type=checkbox]), textarea, select') && one.value);
  /** An arrow that leads nowhere is inactive, which WCAG leaves out; a day without free times tells something. */
  const isInactive = (one) => lineage(one).some((each) => each.matches('[part~=turn][aria-disabled=true]'));
  const words = all
    .filter((one) => hasWords(one) && !isInactive(one))
    .map((one) => ({
      what: `words ${named(one)}`,
      ratio: standsOut(getComputedStyle(one).webkitTextFillColor, one),
    }));

  const bordered = 'input, select, textarea, button, [part~=answer], [part~=service], [part~=frame]';
  const edges = all
    .filter((one) => one.matches(bordered) && parseFloat(getComputedStyle(one).borderTopWidth) > 0)
    .map((one) => ({
      what: `edge ${named(one)}`,
      ratio: standsOut(getComputedStyle(one).borderTopColor, one, true),
    }));
  const strokes = all
    .filter((one) => one.matches('svg[part]'))
    .map((one) => ({ what: `sign ${named(one)}`, ratio: standsOut(getComputedStyle(one).stroke, one) }));

  /** The ring of whatever has the focus, on it or on what stands around it. */
  const rings = all
    .filter((one) => one.matches('a[href], button, input, select, textarea, summary'))
    .map((one) => {
      one.focus({ preventScroll: true });
      const ringed = lineage(one).findLast((each) => getComputedStyle(each).outlineStyle !== 'none');
      const { outlineColor, outlineWidth } = getComputedStyle(ringed ?? one);
      const width = ringed ? parseFloat(outlineWidth) : 0;
      return { what: `ring ${named(one)}`, ratio: width >= 2 ? standsOut(outlineColor, ringed, true) : 1 };
    });
  document.activeElement?.blur();

  return { words, shapes: [...edges, ...strokes, ...rings] };
})();
