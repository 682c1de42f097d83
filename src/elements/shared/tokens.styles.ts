import { css } from 'lit';

/**
 * Few tokens, everything else derived. The ink is the page's own colour; an accent that nobody set takes its lightness
 * from that ink, so a dark page needs nothing. A custom property keeps the word `currentcolor` until it is used, so
 * whatever stands on the accent sets `-webkit-text-fill-color` and leaves `color` alone.
 */
export const tokens = css`
  :host {
    --_accent: var(--myo-accent-color, #0b6b63);
    --_on-accent: var(--myo-accent-contrast-color, #fff);
    --_surface: var(--myo-surface-color, transparent);
    --_danger: var(--myo-danger-color, #a3271f);
    --_caution: var(--myo-caution-color, #b26a00);
    --_soft: var(--myo-soft-color, color-mix(in srgb, var(--_accent) 9%, var(--_surface)));
    --_line: var(--myo-border-color, color-mix(in srgb, currentcolor 18%, transparent));
    --_control-line: var(--myo-control-border-color, color-mix(in srgb, currentcolor 55%, transparent));
    --_quiet: var(--myo-quiet-color, color-mix(in srgb, currentcolor 74%, transparent));
    --_radius: var(--myo-control-border-radius, 0.75em);
    --_gap: calc(var(--myo-gap, 0.75em) * var(--myo-density, 1));
    --_padding: calc(var(--myo-padding, clamp(0.5em, 4cqi, 2em)) * var(--myo-density, 1));
    --_target: var(--myo-target-size, calc(max(2.75em, 44px) * var(--myo-density, 1)));
    --_motion: var(--myo-motion-duration, 150ms);
  }
  @supports (color: oklch(from currentcolor l c h)) {
    :host {
      --_accent: var(--myo-accent-color, oklch(from currentcolor clamp(0.47, (l - 0.55) * 100, 0.8) 0.09 185));
      --_on-accent: var(--myo-accent-contrast-color, oklch(from var(--_accent) clamp(0.16, (0.63 - l) * 100, 1) 0 0));
      --_danger: var(--myo-danger-color, oklch(from currentcolor clamp(0.47, (l - 0.55) * 100, 0.8) 0.16 27));
      --_caution: var(--myo-caution-color, oklch(from currentcolor clamp(0.53, (l - 0.55) * 100, 0.84) 0.13 70));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;
