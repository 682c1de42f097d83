import fc from 'fast-check';
import * as v from 'valibot';

/** One text for each kind of text in the contract; a schema is served those that it takes. */
const samples = [
  's2',
  'token:hold',
  'token:waiting',
  'token:wish',
  't1',
  'a1',
  'l1',
  '2026-12-01',
  '2027-01-10',
  '09:00',
  '17:30',
  'maria@example.org',
  '+1 303 555 0100',
  's2~t1~2026-12-01T16:00Z',
  's1~t1~2026-12-02T16:00Z',
  's2~t4~2026-12-02T17:00Z',
  'treatment',
  '1957-04-02',
  'Günter Ō’Neill-Łukasz 🙂',
  '٣٤٥ עברית',
  'https://cedar.example/Questionnaire/short|3',
  '',
  ' ',
];

interface Entries {
  readonly entries: Record<string, v.GenericSchema>;
}
interface Wrapped {
  readonly wrapped: v.GenericSchema;
}
const DEEPEST = 4;

/** Values that a schema of the contract takes, of every shape that it allows. */
export function fromSchema(schema: v.GenericSchema, depth = 0): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'object':
    case 'loose_object':
      return objectOf((schema as unknown as Entries).entries, depth);
    case 'optional':
    case 'nullable': {
      const inner = (schema as unknown as Wrapped).wrapped;
      const none = fc.constant(schema.type === 'nullable' ? null : undefined);
      return depth > DEEPEST ? none : fc.oneof(none, fromSchema(inner, depth));
    }
    case 'array': {
      const { item } = schema as unknown as { readonly item: v.GenericSchema };
      return fc.array(fromSchema(item, depth + 1), { maxLength: depth > DEEPEST ? 0 : 3 });
    }
    case 'lazy':
      return fromSchema((schema as unknown as { getter(input: unknown): v.GenericSchema }).getter(undefined), depth);
    case 'union': {
      const { options } = schema as unknown as { readonly options: readonly v.GenericSchema[] };
      return fc.oneof(...options.map((option) => fromSchema(option, depth)));
    }
    case 'record': {
      const { key, value } = schema as unknown as { readonly key: v.GenericSchema; readonly value: v.GenericSchema };
      return fc.dictionary(fromSchema(key) as fc.Arbitrary<string>, fromSchema(value, depth + 1), { maxKeys: 3 });
    }
    case 'literal':
      return fc.constant((schema as unknown as { readonly literal: unknown }).literal);
    case 'picklist':
      return fc.constantFrom(...(schema as unknown as { readonly options: readonly unknown[] }).options);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(fc.nat(100), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'string': {
      const fitting = samples.filter((sample) => v.is(schema, sample));
      if (fitting.length === 0) throw new Error('no sample of a text that the contract wants');
      return fc.constantFrom(...fitting);
    }
    default:
      throw new Error(`the contract has a new kind of schema: ${schema.type}`);
  }
}

function objectOf(entries: Entries['entries'], depth: number) {
  const fields = Object.entries(entries).map(([name, entry]) => [name, fromSchema(entry, depth + 1)] as const);
  return fc.record(Object.fromEntries(fields));
}
