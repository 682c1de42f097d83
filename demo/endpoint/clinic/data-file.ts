import { readFileSync } from 'node:fs';
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';

/** A data file: what it says, and where it says it. */
export interface DataFile {
  readonly file: string;
  readonly json: unknown;
  /** `cedar.json:12`: the line of what a pointer (RFC 6901) names, or of the nearest part around what is missing. */
  placeOf(pointer: string): string;
}

/** Reads JSON, in which comments are welcome. All that makes it unreadable is in one error, each with its line. */
export function readDataFile(file: string): DataFile {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const at = (offset: number) => `${file}:${text.slice(0, offset).split('\n').length}`;
  const problems = [
    ...errors.map(({ error, offset }) => `${at(offset)}: ${words[printParseErrorCode(error)] ?? 'this is no JSON'}`),
    ...(root ? twice(root).map(({ offset, value }) => `${at(offset)}: "${value}" is there twice`) : []),
  ];
  if (!root || problems.length > 0)
    throw new Error(
      `${file} cannot be read:\n${(root ? problems : ['it is empty']).map((one) => `  ${one}`).join('\n')}`,
    );
  return { file, json: getNodeValue(root), placeOf: (pointer) => at(nearest(root, pathOf(pointer)).offset) };
}

const words: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  ValueExpected: 'a value is missing here',
  PropertyNameExpected: 'a name in double quotes is missing here',
  CloseBraceExpected: 'a "}" is missing',
  CloseBracketExpected: 'a "]" is missing',
  EndOfFileExpected: 'there is something after the end',
  UnexpectedEndOfString: 'a text lacks its closing quote',
};

const pathOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

function nearest(root: Node, path: readonly string[]): Node {
  const [key, ...rest] = path;
  if (key === undefined) return root;
  const next = findNodeAtLocation(root, [root.type === 'array' ? Number(key) : key]);
  return next ? nearest(next, rest) : root;
}

/** Names that one object has more than once: only the last of them would count. */
function twice(node: Node): readonly Node[] {
  const names = node.type === 'object' ? (node.children ?? []).flatMap(({ children }) => children?.[0] ?? []) : [];
  const again = names.filter(({ value }, index) => names.findIndex((other) => other.value === value) < index);
  return [...again, ...(node.children ?? []).flatMap(twice)];
}
