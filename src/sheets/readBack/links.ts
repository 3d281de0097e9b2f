import { FULL_WEIGHT, linkId, LINK_KINDS, LINK_STATES, documentKey, type Link } from '../../plan/link';
import { LINK_KIND_LABELS, LINK_STATE_LABELS } from '../linkLabels';
import { LINK_COLUMNS } from '../linkTable';
import { keyIn, type NamedDocuments } from '../ends';
import { editedChoice, editedText } from './cells';
import { SHEET_KINDS } from './kinds';
import { folded } from './others';
import type { ReadCell, ReadRow, ReadTable, SheetFindings } from './tableReader';

const L = LINK_COLUMNS;

/** Columns of the links that users fill in. */
export const LINK_INPUTS = [
  L.fromDocument,
  L.from,
  L.kind,
  L.toDocument,
  L.to,
  L.state,
  L.weight,
  L.reason,
  L.evidence,
] as const;

/** Ids of nodes by the code that stands on the sheets now, per document. */
export type CodesOf = readonly ((code: string) => string | undefined)[];

/** One end of a link: the place of its document among those of the workbook (null: it is not there), the key of that document, and the node. */
interface End {
  readonly document: number | null;
  readonly key: string | null;
  readonly node: string;
}

interface Placed {
  readonly home: number;
  readonly link: Link;
}

const labelled =
  <T extends string>(choices: readonly T[], labels: Readonly<Record<T, string>>) =>
  (text: string): T | null =>
    choices.find((choice) => labels[choice] === folded(text) || choice === text) ?? null;

const kindOf = labelled(LINK_KINDS, LINK_KIND_LABELS);
const stateOf = labelled(LINK_STATES, LINK_STATE_LABELS);

/** Links as the sheet Koppelingen has them now, per document they stand in: those that were there in their former order, new ones after them. */
export function readLinks(
  table: ReadTable,
  documents: NamedDocuments,
  codes: CodesOf,
  findings: SheetFindings,
): readonly (readonly Link[])[] {
  const former = new Map<string, Placed>(
    documents.flatMap((of, home) => of.document.links.map((link) => [keyIn(of, link.id), { home, link }] as const)),
  );
  const reader = new LinkReader(documents, codes, findings);
  const kept = new Map<string, Placed>();
  const added: Placed[] = [];
  for (const row of table.rows) {
    const before = row.key === null ? undefined : former.get(row.key);
    if (before && row.key !== null) kept.set(row.key, reader.edited(row, before));
    else {
      const placed = reader.added(row);
      if (placed) added.push(placed);
    }
  }
  const all = [...[...former.keys()].flatMap((key) => kept.get(key) ?? []), ...added];
  const seen = new Set<string>();
  return documents.map((_, home) =>
    all
      .filter((placed) => placed.home === home)
      .map(({ link }) => link)
      .filter(({ id }) => !seen.has(`${home} ${id}`) && seen.add(`${home} ${id}`)),
  );
}

class LinkReader {
  constructor(
    private readonly documents: NamedDocuments,
    private readonly codes: CodesOf,
    private readonly findings: SheetFindings,
  ) {}

  edited(row: ReadRow, { home, link }: Placed): Placed {
    const from = this.end(row, L.fromDocument, L.from, this.formerEnd(link.fromDocument, link.from, home));
    const to = this.end(row, L.toDocument, L.to, this.formerEnd(link.toDocument, link.to, home));
    const kind = editedChoice(row.cell(L.kind), kindOf, this.findings, {}) ?? link.kind;
    const state = editedChoice(row.cell(L.state), stateOf, this.findings, {}) ?? link.state;
    const weight = this.weight(row.cell(L.weight), link.weight);
    const reason = this.words(row.cell(L.reason), link.reason);
    const evidence = this.words(row.cell(L.evidence), link.evidence);
    return this.placed(
      { ...link, kind, state, weight, reason, evidence },
      from,
      to,
      link.fromDocument === null ? null : home,
    );
  }

  /** A new row must say which two parts belong together; who types it means it. */
  added(row: ReadRow): Placed | null {
    const missing = [L.from, L.to].filter((column) => (row.cell(column).value ?? '') === '');
    if (missing.length > 0) {
      this.findings.add(
        SHEET_KINDS.newRowIncomplete,
        {},
        { sheet: row.sheet, cell: row.address, text: missing.join(', ') },
        `${row.sheet}!${row.address}`,
      );
      return null;
    }
    const from = this.end(row, L.fromDocument, L.from, null);
    const to = this.end(row, L.toDocument, L.to, null);
    if (!from || !to) return null;
    const kind =
      (row.cell(L.kind).value ?? '') === '' ? 'worksOut' : editedChoice(row.cell(L.kind), kindOf, this.findings, {});
    const state =
      (row.cell(L.state).value ?? '') === ''
        ? 'confirmed'
        : editedChoice(row.cell(L.state), stateOf, this.findings, {});
    if (kind === undefined || state === undefined) return null;
    const source = this.documents[from.document ?? 0]?.tree.byId.get(from.node)?.source ?? { line: 1, page: null };
    const link: Link = {
      id: '',
      from: '',
      to: '',
      fromDocument: null,
      toDocument: null,
      kind,
      state,
      weight: this.weight(row.cell(L.weight), null),
      reason: this.words(row.cell(L.reason), null),
      evidence: this.words(row.cell(L.evidence), null),
      source,
    };
    return this.placed(link, from, to, null);
  }

  /** A link stands in the document it comes from, unless it stood elsewhere before (`home`). */
  private placed(link: Link, from: End | null, to: End | null, home: number | null): Placed {
    const at = home ?? from?.document ?? 0;
    const keyOf = (end: End | null): string | null => (end === null || end.document === at ? null : end.key);
    const ends = {
      from: from?.node ?? link.from,
      to: to?.node ?? link.to,
      fromDocument: keyOf(from),
      toDocument: keyOf(to),
      kind: link.kind,
    };
    return { home: at, link: { ...link, ...ends, id: linkId(ends) } };
  }

  private formerEnd(key: string | null, node: string, home: number): End {
    const document = key === null ? home : this.documents.findIndex((of) => documentKey(of.document.document) === key);
    return { document: document < 0 ? null : document, key: key ?? this.keyOf(home), node };
  }

  private keyOf(document: number): string | null {
    const of = this.documents[document];
    return of ? documentKey(of.document.document) : null;
  }

  /** The end a row names; the former one (null for a new row) when nothing was typed, or when it is not to be found. */
  private end(row: ReadRow, documentColumn: string, codeColumn: string, former: End | null): End | null {
    const [document, code] = [row.cell(documentColumn), row.cell(codeColumn)];
    if (former && !document.changed && !code.changed) return former;
    const name = folded(document.value);
    const at = name === '' ? 0 : this.documents.findIndex((of) => of.name.toLowerCase() === name);
    if (at < 0) {
      this.findings.badCell(SHEET_KINDS.badDocument, document);
      return former;
    }
    const node = this.codes[at]?.(String(code.value ?? ''));
    if (node === undefined) {
      this.findings.badCell(SHEET_KINDS.unknownPart, code);
      return former;
    }
    return { document: at, key: this.keyOf(at), node };
  }

  private weight(cell: ReadCell, former: number | null): number | null {
    if (!cell.changed) return former;
    if (cell.value === null || cell.value === '') return null;
    const weight = Number(cell.value);
    if (Number.isFinite(weight) && weight >= 0 && weight <= FULL_WEIGHT)
      return Math.round(weight * HUNDREDTHS) / HUNDREDTHS;
    this.findings.badCell(SHEET_KINDS.badWeight, cell);
    return former;
  }

  private words(cell: ReadCell, former: string | null): string | null {
    const text = editedText(cell);
    return text === undefined ? former : text.trim() || null;
  }
}

/** Weights have two decimals at most. */
const HUNDREDTHS = 100;
