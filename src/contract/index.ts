export * from './availability.ts';
export * from './booking.ts';
export * from './calls.ts';
export * from './catalog.ts';
export * from './checklist.ts';
export * from './problem.ts';
export * from './requests.ts';
export * from './values.ts';
