import { counts, type Link } from '../plan/link';
import { carriesMoney } from '../figures/links/weights';
import { alignedRight, calculated, column, hidden, keyColumn, tableOf, type Column } from './columns';
import { here, literal, whole } from './formulas';
import { LINK_KIND_LABELS, LINK_STATE_LABELS } from './linkLabels';
import type { CellSpec } from './spec';
import type { TableModel } from './table';

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

/** The links as a table. Weights are percentages; what nobody said is divided evenly. `extra`: what comes along them, in a workbook of several documents. */
export function linkTable(rows: readonly LinkRow[], extra: readonly Column<LinkRow>[] = []): TableModel {
  const weights = linkWeights(rows);
  return tableOf<LinkRow>(
    LINK_TABLE,
    [
      column(L.fromDocument, 16, 'textWrapped', ({ fromDocument }) => fromDocument),
      column(L.from, 14, 'textWrapped', ({ from }) => from),
      column(L.fromTitle, 38, 'textWrapped', ({ fromTitle }) => fromTitle),
      column(L.kind, 13, 'text', ({ link }) => LINK_KIND_LABELS[link.kind]),
      column(L.toDocument, 16, 'textWrapped', ({ toDocument }) => toDocument),
      column(L.to, 20, 'textWrapped', ({ to }) => to),
      column(L.toTitle, 38, 'textWrapped', ({ toTitle }) => toTitle),
      column(L.state, 13, 'text', ({ link }) => LINK_STATE_LABELS[link.state]),
      alignedRight(column(L.weight, 9, 'cent', ({ link }) => link.weight)),
      alignedRight(calculated(L.said, 9, 'cent', saidFormula, weights.said)),
      ...extra,
      column(L.reason, 28, 'textIndented', ({ link }) => link.reason),
      column(L.evidence, 44, 'textWrapped', ({ link }) => link.evidence),
      column(L.source, 10, 'textCentered', ({ sourceCell }) => sourceCell),
      hidden(calculated(L.fromKey, 30, 'textMuted', fromKeyFormula, (row) => keyOf(row.fromDocument, row.from))),
      hidden(calculated(L.toKey, 30, 'textMuted', toKeyFormula, (row) => keyOf(row.toDocument, row.to))),
      hidden(calculated(L.pair, 30, 'textMuted', pairFormula, pairOf)),
      hidden(calculated(L.counts, 8, 'whole', countsFormula, (row) => (countsNow(row) ? 1 : 0))),
      hidden(calculated(L.share, 10, 'percent', shareFormula, weights.share)),
      keyColumn(30, ({ key }) => key),
    ],
    rows,
  );
}
