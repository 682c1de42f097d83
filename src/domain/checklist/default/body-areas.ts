import type { ValueSet } from './fhir.ts';
import { areas } from './questions.ts';

/** Names of the places by their codes. */
export const displays = {
  head: 'Head or face',
  neck: 'Neck',
  'left-shoulder': 'Left shoulder',
  'right-shoulder': 'Right shoulder',
  'left-arm': 'Left arm or hand',
  'right-arm': 'Right arm or hand',
  chest: 'Chest',
  belly: 'Belly',
  'upper-back': 'Upper back',
  'lower-back': 'Lower back',
  'left-hip': 'Left hip',
  'right-hip': 'Right hip',
  'left-knee': 'Left knee',
  'right-knee': 'Right knee',
  'left-leg': 'Left leg or foot',
  'right-leg': 'Right leg or foot',
  'all-over': 'All over',
};

/** Places on the body, from head to foot. */
export const bodyAreas: ValueSet = {
  resourceType: 'ValueSet',
  id: 'body-areas',
  status: 'draft',
  compose: {
    include: [{ system: areas, concept: Object.entries(displays).map(([code, display]) => ({ code, display })) }],
  },
};
