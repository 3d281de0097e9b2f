import { counts, type Link } from '../plan/link';
import { carriesMoney } from '../figures/links/weights';
import { formulaCell, here, literal, whole } from './formulas';
import { LINK_KIND_LABELS, LINK_STATE_LABELS } from './linkLabels';
import { KEY_COLUMN } from './names';
import type { CellSpec } from './spec';
import type { ColumnModel, TableModel } from './table';

export const LINK_TABLE = 'tblKoppelingen';

/** Names of the columns of the table of links. */
export const LINK_COLUMNS = {
  fromDocument: 'Van document',
  from: 'Van',
  fromTitle: 'Van titel',
  kind: 'Soort',
  toDocument: 'Naar document',
  to: 'Naar',
  toTitle: 'Naar titel',
  state: 'Toestand',
  weight: 'Gewicht',
  said: 'Som gewichten',
  reason: 'Reden',
  evidence: 'Bewijs',
  source: 'Bron',
  fromKey: 'Sleutel van',
  toKey: 'Sleutel naar',
  pair: 'Paar',
  counts: 'Telt',
  share: 'Aandeel',
} as const;

const L = LINK_COLUMNS;
const own = (column: string): string => here(LINK_TABLE, column);
const all = (column: string): string => whole(LINK_TABLE, column);

/** What stands between the name of a document and a code: no code begins with it. */
export const KEY_SIGN = '#';
/** Between the key of a node and the document it is linked to. */
const PAIR_SIGN = '>';

/** One link with everything its row shows. Documents by the names users see. */
export interface LinkRow {
  readonly link: Link;
  /** Tells it apart from the links of the other documents. */
  readonly key: string;
  readonly fromDocument: string;
  readonly toDocument: string;
  /** Code of the ends on their plan sheets. */
  readonly from: string;
  readonly to: string;
  readonly fromTitle: string;
  readonly toTitle: string;
  /** Leads to the line it rests on. */
  readonly sourceCell: CellSpec;
}

export const keyOf = (document: string, code: string): string => `${document}${KEY_SIGN}${code}`;

const countsNow = ({ link }: LinkRow): boolean => counts(link) && carriesMoney(link);

const pairOf = ({ fromDocument, from, toDocument }: LinkRow): string =>
  `${keyOf(fromDocument, from)}${PAIR_SIGN}${toDocument}`;

const FULL = 100;

export interface LinkWeights {
  /** Sum of the weights that were said of the node for the document it is linked to, in percent. */
  readonly said: (row: LinkRow) => number;
  /**
   * The share of the node that goes along the link, as a fraction: what was said, and of what is left the same for each link
   * without a weight. Weights of more than the whole are brought down in proportion.
   */
  readonly share: (row: LinkRow) => number;
}

export function linkWeights(rows: readonly LinkRow[]): LinkWeights {
  const pairs = new Map<string, { readonly said: number; readonly open: number }>();
  for (const row of rows.filter(countsNow)) {
    const { said, open } = pairs.get(pairOf(row)) ?? { said: 0, open: 0 };
    pairs.set(pairOf(row), { said: said + (row.link.weight ?? 0), open: open + (row.link.weight === null ? 1 : 0) });
  }
  const of = (row: LinkRow): { readonly said: number; readonly open: number } =>
    pairs.get(pairOf(row)) ?? { said: 0, open: 0 };
  return {
    said: (row) => of(row).said,
    share: (row) => {
      if (!countsNow(row)) return 0;
      const { said, open } = of(row);
      if (row.link.weight === null) return Math.max(0, FULL - said) / open / FULL;
      return (row.link.weight * (said > FULL ? FULL / said : 1)) / FULL;
    },
  };
}

const ofPair = `${all(L.pair)},${own(L.pair)},${all(L.counts)},1`;
const fromKeyFormula = `${own(L.fromDocument)}&${literal(KEY_SIGN)}&${own(L.from)}`;
const toKeyFormula = `${own(L.toDocument)}&${literal(KEY_SIGN)}&${own(L.to)}`;
const pairFormula = `${own(L.fromKey)}&${literal(PAIR_SIGN)}&${own(L.toDocument)}`;
const oneOf = (column: string, labels: readonly string[]): string =>
  `OR(${labels.map((label) => `${own(column)}=${literal(label)}`).join(',')})`;
const countsFormula = `IF(AND(${oneOf(L.kind, [LINK_KIND_LABELS.worksOut, LINK_KIND_LABELS.contributesTo])},${oneOf(L.state, [LINK_STATE_LABELS.explicit, LINK_STATE_LABELS.confirmed])}),1,0)`;
const saidFormula = `SUMIFS(${all(L.weight)},${ofPair})`;
const shareFormula =
  `IF(${own(L.counts)}=0,0,IF(${own(L.weight)}="",MAX(0,${FULL}-${own(L.said)})/COUNTIFS(${ofPair},${all(L.weight)},""),` +
  `${own(L.weight)}*IF(${own(L.said)}>${FULL},${FULL}/${own(L.said)},1))/${FULL})`;

interface LinkColumn extends ColumnModel {
  readonly cell: (row: LinkRow) => CellSpec;
}

/** Columns that a workbook of several documents adds: what comes along the links. */
export type ExtraColumn = LinkColumn;

/** The links as a table. Weights are percentages; what nobody said is divided evenly. */
export function linkTable(rows: readonly LinkRow[], extra: readonly ExtraColumn[] = []): TableModel {
  const weights = linkWeights(rows);
  const hidden = { width: 30, style: 'textMuted', hidden: true } as const;
  const computed = (
    column: Omit<LinkColumn, 'cell'> & { readonly formula: string },
    value: (row: LinkRow) => string | number,
  ): LinkColumn => ({ ...column, cell: (row) => formulaCell(column.formula, value(row)) });
  const columns: readonly LinkColumn[] = [
    { name: L.fromDocument, width: 16, style: 'textWrapped', cell: ({ fromDocument }) => fromDocument },
    { name: L.from, width: 14, style: 'textWrapped', cell: ({ from }) => from },
    { name: L.fromTitle, width: 38, style: 'textWrapped', cell: ({ fromTitle }) => fromTitle },
    { name: L.kind, width: 13, style: 'text', cell: ({ link }) => LINK_KIND_LABELS[link.kind] },
    { name: L.toDocument, width: 16, style: 'textWrapped', cell: ({ toDocument }) => toDocument },
    { name: L.to, width: 20, style: 'textWrapped', cell: ({ to }) => to },
    { name: L.toTitle, width: 38, style: 'textWrapped', cell: ({ toTitle }) => toTitle },
    { name: L.state, width: 13, style: 'text', cell: ({ link }) => LINK_STATE_LABELS[link.state] },
    { name: L.weight, width: 9, style: 'cent', alignRight: true, cell: ({ link }) => link.weight },
    computed({ name: L.said, width: 9, style: 'cent', alignRight: true, formula: saidFormula }, weights.said),
    ...extra,
    { name: L.reason, width: 28, style: 'textIndented', cell: ({ link }) => link.reason },
    { name: L.evidence, width: 44, style: 'textWrapped', cell: ({ link }) => link.evidence },
    { name: L.source, width: 10, style: 'textCentered', cell: ({ sourceCell }) => sourceCell },
    computed({ ...hidden, name: L.fromKey, formula: fromKeyFormula }, ({ fromDocument, from }) =>
      keyOf(fromDocument, from),
    ),
    computed({ ...hidden, name: L.toKey, formula: toKeyFormula }, ({ toDocument, to }) => keyOf(toDocument, to)),
    computed({ ...hidden, name: L.pair, formula: pairFormula }, pairOf),
    computed({ name: L.counts, width: 8, style: 'whole', hidden: true, formula: countsFormula }, (row) =>
      countsNow(row) ? 1 : 0,
    ),
    computed({ name: L.share, width: 10, style: 'percent', hidden: true, formula: shareFormula }, weights.share),
    { name: KEY_COLUMN, width: 30, style: 'text', hidden: true, cell: ({ key }) => key },
  ];
  return {
    name: LINK_TABLE,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    totals: false,
  };
}
