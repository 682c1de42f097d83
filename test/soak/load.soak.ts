/** Sixty-four clients for a good minute on each database, and five hundred after one time. */
process.env['LOAD_ROUNDS'] ??= '150';
process.env['LOAD_CROWD'] ??= '500';
await import('../demo/endpoint/load/load.test.ts');
