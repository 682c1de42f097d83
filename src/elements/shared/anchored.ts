import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Pixels between what is anchored and its anchor, and between it and the edge of the screen. */
const GAP = 8;

/**
 * Keeps something beside its anchor, whatever scrolls, clips or transforms it, until the answer is called. `lost` is told
 * once the anchor is no longer on the page.
 */
export function anchored(what: HTMLElement, anchor: Element, lost: () => void): () => void {
  const middleware = [
    offset(GAP),
    flip({ padding: GAP }),
    shift({ padding: GAP }),
    size({
      padding: GAP,
      apply: ({ availableHeight, elements }) => {
        elements.floating.style.maxBlockSize = `${Math.max(0, availableHeight)}px`;
      },
    }),
  ];
  const place = async () => {
    if (!anchor.isConnected) return lost();
    const options = { strategy: 'fixed', placement: 'bottom-start', middleware } as const;
    const { x, y } = await computePosition(anchor, what, options);
    what.style.left = `${x}px`;
    what.style.top = `${y}px`;
  };
  return autoUpdate(anchor, what, () => void place());
}
