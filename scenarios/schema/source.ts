import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Complaint, Finding, Path } from './complaint.ts';

/** A YAML text that knows where its values are. */
export interface Source {
  readonly data: unknown;
  /** Syntax errors and doubled keys. */
  readonly complaints: readonly Complaint[];
  locate(finding: Finding): Complaint;
  /** The text of a value on one line, as it was written. */
  excerpt(path: Path): string;
}

const ALIASES_MAX = 100;

/** YAML 1.2 core, unique keys: no `yes` that means true, no key that is silently overwritten, no alias bombs. */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter: lines, prettyErrors: false });

  const complaint = (offset: number, words: string): Complaint => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), text: words };
  };

  function keyNode(path: Path): Node | undefined {
    const parent = document.getIn(path.slice(0, -1), true);
    if (!isMap(parent)) return undefined;
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
    return isNode(pair?.key) ? pair.key : undefined;
  }

  /** The node of a path, or of the nearest ancestor that exists: a missing key is shown where it should be. */
  function nodeOf(path: Path): Node | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node)) return node;
    }
    return document.contents ?? undefined;
  }

  const complaints = document.errors.map((error) => complaint(error.pos[0], syntaxText(error.code, error.message)));
  let data: unknown;
  try {
    if (complaints.length === 0) data = document.toJS({ maxAliasCount: ALIASES_MAX });
  } catch (error) {
    complaints.push(complaint(0, `not YAML: ${(error as Error).message}`)); // an alias to nowhere, or a bomb of aliases
  }

  return {
    data,
    complaints,
    locate({ path, onKey, text: words }) {
      const node = (onKey ? keyNode(path) : undefined) ?? nodeOf(path);
      return complaint(node?.range?.[0] ?? 0, words);
    },
    excerpt(path) {
      const range = nodeOf(path)?.range;
      const raw = range ? text.slice(range[0], range[1]) : '';
      return raw
        .replaceAll(/\s+/g, ' ')
        .replace(/^\{ ?(.*?) ?\}\s*$/, '$1')
        .trim();
    },
  };
}

function syntaxText(code: string, message: string): string {
  const plain = message.split('\n')[0] ?? message;
  if (code === 'DUPLICATE_KEY') return 'this key is there twice: keep one of them';
  if (code === 'TAB_AS_INDENT') return 'a tab indents this line: YAML wants spaces';
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here: write one scenario a file';
  return `not YAML: ${plain}`;
}
