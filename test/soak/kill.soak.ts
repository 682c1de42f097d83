/** Two hundred kills on each database, instead of a few. */
process.env['KILLS'] ??= '200';
await import('../demo/endpoint/crash/kill.test.ts');
