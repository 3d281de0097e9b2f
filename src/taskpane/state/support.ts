import type { PaneState } from '../state/state';

/** What the help desk asks for, as text: versions and counts, no title, no name and no figure of the document. */
export function supportText(
  version: string,
  kind: 'excel' | 'browser',
  { facts, language, book, run }: PaneState,
): string {
  const lines: readonly (readonly [name: string, value: string | number | null])[] = [
    ['Planboek', version],
    ['host', facts.application ?? kind],
    ['platform', facts.platform],
    ['version', facts.version],
    ['locale', facts.locale],
    ['language', language],
    ['requirements', facts.requirementSets.join(', ')],
    ['document', book ? `${book.document.document.kind} ${book.document.document.schemaSet ?? ''}`.trim() : 'none'],
    ['nodes', book?.document.nodes.length ?? null],
    ['amounts', book?.document.amounts.length ?? null],
    ['statements', book?.document.statements.map(({ schema }) => schema).join(' ') ?? null],
    ['lines', book ? `${book.document.lines.total}, ${book.document.lines.unrecognised.length} unrecognised` : null],
    ['findings', run?.findings.length ?? null],
  ];
  return lines
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${value ?? ''}`)
    .join('\n');
}
