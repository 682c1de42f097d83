/** What a link chooses ahead: ids that mean something to the endpoint alone, or the token of a time that is kept. */
export interface Link {
  readonly service?: string;
  readonly addOns?: readonly string[];
  readonly therapist?: string;
  readonly location?: string;
  /** Token of a hold, as a letter of the waiting list brings it. */
  readonly hold?: string;
}

/** Whether a fragment is for us. */
export const isLink = (fragment: string): boolean =>
  /^#?(myo-(service|therapist|location|open)\b|hold=)/.test(fragment);

/**
 * Reads `#myo-service=s2&therapist=t1&location=l1&add-on=a1`; the first name bears the prefix, any may be first. Names that
 * nobody knows are passed over.
 */
export function readLink(fragment: string): Link {
  const pairs = new URLSearchParams(fragment.replace(/^#?(myo-)?/, ''));
  const one = (name: string) => pairs.get(name)?.slice(0, 500) || undefined;
  const [service, therapist, location, hold] = ['service', 'therapist', 'location', 'hold'].map(one);
  const addOns = pairs.getAll('add-on');
  return {
    ...(service && { service }),
    ...(therapist && { therapist }),
    ...(location && { location }),
    ...(hold && { hold }),
    ...(addOns.length && { addOns }),
  };
}

/** Takes the fragment out of the address, once read; a page that may not do that keeps it. */
export function forgetLink(): void {
  try {
    history.replaceState(history.state, '', location.href.replace(/#.*/, '')); // Whole: a page may have another base.
  } catch {
    /* A sandboxed page has no history. */
  }
}
