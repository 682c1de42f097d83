/** Rules that need nothing but their arguments: an endpoint enforces them, the widget only repeats them. */
export * from './checklist/index.ts';
export * from './day.ts';
export * from './details.ts';
export * from './money.ts';
export * from './services.ts';
