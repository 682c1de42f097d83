/** A hundred thousand moments for each property of times, days and labels, and as many months of other calendars. */
process.env['SCALE'] ??= '350';
await import('../oracle/zones.test.ts');
await import('../oracle/almanac.test.ts');
