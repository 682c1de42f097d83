/** Sixty-four clients for a good minute on each database, and for two at several servers. */
process.env['LOAD_ROUNDS'] ??= '150';
process.env['LOAD_SECONDS'] ??= '120';
await import('../demo/endpoint/load/load.test.ts');
