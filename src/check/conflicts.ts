import type { Conflict, ConflictValue } from '../changes/merge/conflict';
import { formatAmount } from '../plan/amountText';
import type { PlanDocument } from '../plan/document';
import { describeFinding, placeAt, type Finding, type FindingKind, type Language } from '../plan/finding';
import { excerpt } from './narrative';

/** Two sides changed one thing when a new version, or the part of a colleague, was merged in. */
export const MERGE_CONFLICT: FindingKind = {
  id: 'merge.conflict',
  family: 'merge',
  severity: 'attention',
  text: {
    nl: '{what}: u en de nieuwe versie wijzigden dit allebei. Bij het inlezen: {base}. Van u: {mine}. Nieuwe versie: {theirs}.',
    en: '{what}: you and the new version both changed this. As it was read: {base}. Yours: {mine}. New version: {theirs}.',
  },
  remedy: {
    nl: 'Het blad houdt wat van u is. Klopt dat, zet dan de toestand op aanvaard; typ anders in de cel wat er moet staan.',
    en: 'The sheet holds yours. If that is right, set the state to accepted; else type in the cell what it should be.',
  },
};

const FIELD_NAMES: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  title: ['titel', 'title'],
  parent: ['hoort onder', 'belongs under'],
  code: ['code', 'code'],
  level: ['niveau', 'level'],
  status: ['status', 'status'],
  text: ['evaluatie', 'evaluation'],
  priority: ['prioritair', 'priority'],
  period: ['periode', 'period'],
  parts: ['onderdelen', 'labelled parts'],
  node: ['de rij zelf', 'the row itself'],
  cents: ['bedrag', 'amount'],
  label: ['omschrijving van de rij', 'label of the row'],
  amountCents: ['bedrag van de overdracht', 'amount of the transfer'],
  transactionCreditCents: ['transactiekrediet', 'transaction credit'],
  description: ['omschrijving', 'description'],
};

/** Enough of a text to know it by; the whole of what is not on the sheet stands in the finding. */
const SHOWN = 400;

function valueText(
  { field, deletedBy }: Conflict,
  value: ConflictValue,
  side: 'base' | 'mine' | 'theirs',
  nl: boolean,
): string {
  if (deletedBy === side) return nl ? 'verwijderd' : 'deleted';
  if (value === null || value === '') return nl ? 'leeg' : 'empty';
  if (typeof value === 'boolean') return nl ? (value ? 'ja' : 'nee') : value ? 'yes' : 'no';
  if (typeof value === 'number') return /cents$/i.test(field) ? formatAmount(value) : String(value);
  // What is theirs stands nowhere else: it is told whole.
  return `"${side === 'theirs' ? value : excerpt(value, SHOWN)}"`;
}

/** What is said on Controle of what could not be decided.. */
export function conflictFindings(
  { nodes }: PlanDocument,
  conflicts: readonly Conflict[],
  language: Language,
): readonly Finding[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nl = language === 'nl';
  return conflicts.map((conflict): Finding => {
    const { node, item, place, field, base, mine, theirs } = conflict;
    const found = node === null ? undefined : byId.get(node);
    const name = found ? [found.code ?? found.id, excerpt(found.title, 60)].join(' ') : (node ?? place?.schema ?? item);
    const where = place
      ? `, ${place.row}`
      : conflict.of === 'node' || item === ''
        ? ''
        : `, ${item.split('|').join(' ')}`;
    const [dutch, english] = FIELD_NAMES[field] ?? [field, field];
    const told = (value: ConflictValue, side: 'base' | 'mine' | 'theirs'): string => {
      const parent = field === 'parent' && typeof value === 'string' ? byId.get(value) : undefined;
      return valueText(conflict, parent?.code ?? value, side, nl);
    };
    return describeFinding(
      MERGE_CONFLICT,
      {
        check: MERGE_CONFLICT.id,
        place: placeAt({
          node,
          ...(place ? { schema: place.schema, row: place.row, column: place.column } : {}),
          line: found?.source.line ?? null,
        }),
        figures: {
          what: `${name}${where}, ${nl ? dutch : english}`,
          base: told(base, 'base'),
          mine: told(mine, 'mine'),
          theirs: told(theirs, 'theirs'),
        },
        subject: conflict.key,
      },
      language,
    );
  });
}
