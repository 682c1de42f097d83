import { expect } from '@open-wc/testing';
import { newKey, serialise } from '../../src/endpoint/wire.ts';

describe('what goes over the wire', () => {
  it('is the same JSON as the platform makes', () => {
    const value = { a: [1, null, 'x"\u2028', { b: true }], c: undefined, d: '', e: [undefined] };
    expect(serialise(value)).to.equal(JSON.stringify(value));
  });

  it('is the same where a page gave arrays a toJSON', () => {
    const patched = Array.prototype as unknown as { toJSON?: () => string };
    patched.toJSON = () => 'spoiled';
    try {
      expect(serialise({ a: [1, ['b']] })).to.equal('{"a":[1,["b"]]}');
    } finally {
      delete patched.toJSON;
    }
  });

  it('has a new version 4 UUID as its key each time', () => {
    const keys = Array.from({ length: 100 }, newKey);
    for (const key of keys) expect(key).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(keys).size).to.equal(100);
  });
});
