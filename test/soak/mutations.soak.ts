/** Ten thousand Questionnaires and ten thousand responses that went wrong, other ones each time; `SEED` repeats a run. */
process.env['SCALE'] ??= '10';
process.env['SEED'] ??= `${Math.floor(Math.random() * 1e9)}`;
console.log(`SEED=${process.env['SEED']}`);
await import('../oracle/mutations.test.ts');
await import('../oracle/enable-when.test.ts');
