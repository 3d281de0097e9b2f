import { isAnswerable, type Answer } from '../../changes/merge/answer';
import type { Conflict, ConflictValue } from '../../changes/merge/conflict';
import { formatAmount } from '../../plan/amountText';
import type { PlanDocument, PlanNode } from '../../plan/document';
import { describeFinding, placeAt, type Finding, type FindingKind, type Language } from '../../plan/finding';
import { documentKey } from '../../plan/link';
import { excerpt } from '../narrative';
import { findingIn } from './together';

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
    nl: 'Het blad houdt wat van u is. Klopt dat, zet dan de toestand op aanvaard. {choice}',
    en: 'The sheet holds yours. If that is right, set the state to accepted. {choice}',
  },
};

/** How a conflict is decided otherwise than by keeping what is mine. */
const CHOICES: Readonly<Record<'answer' | 'type', Readonly<Record<Language, string>>>> = {
  answer: {
    nl: 'Typ anders bij Verklaring "nieuwe versie", of bij een tekst "allebei": dat wordt overgenomen als u het werkboek opnieuw maakt.',
    en: 'Else type "nieuwe versie" under Verklaring, or "allebei" for both texts: it is taken over when you make the workbook again.',
  },
  type: {
    nl: 'Typ anders in de cel wat er moet staan, en zet de toestand op aanvaard.',
    en: 'Else type in the cell what it should be, and set the state to accepted.',
  },
};

/** The answer in words, as it is typed on Controle; null when it is an explanation like any other. */
export function answerOf(explanation: string): Answer | null {
  const word = explanation.trim().toLowerCase().replace(/[."]/g, '');
  return ANSWER_WORDS[word] ?? null;
}

const ANSWER_WORDS: Readonly<Record<string, Answer>> = {
  'van mij': 'mine',
  'nieuwe versie': 'theirs',
  allebei: 'both',
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
  main: PlanDocument,
  others: readonly PlanDocument[],
  conflicts: readonly Conflict[],
  language: Language,
): readonly Finding[] {
  return [
    ...findingsIn(
      main,
      conflicts.filter((conflict) => conflict.document === undefined),
      language,
    ),
    ...others.flatMap((other) => {
      const key = documentKey(other.document);
      const own = conflicts.filter((conflict) => conflict.document === key);
      return findingsIn(other, own, language).map((finding) => findingIn(other, finding));
    }),
  ];
}

/** A conflict in words: what it is about, and all three values. */
export interface ToldConflict {
  readonly what: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** `nodes`: those of the document it is in, by id. */
export function tellConflict(
  conflict: Conflict,
  nodes: ReadonlyMap<string, PlanNode>,
  language: Language,
): ToldConflict {
  const { node, item, place, field, base, mine, theirs } = conflict;
  const nl = language === 'nl';
  const found = node === null ? undefined : nodes.get(node);
  const name = found ? [found.code ?? found.id, excerpt(found.title, 60)].join(' ') : (node ?? place?.schema ?? item);
  const where = place
    ? `, ${place.row}`
    : conflict.of === 'node' || item === ''
      ? ''
      : `, ${item.split('|').join(' ')}`;
  const [dutch, english] = FIELD_NAMES[field] ?? [field, field];
  const told = (value: ConflictValue, side: 'base' | 'mine' | 'theirs'): string => {
    const parent = field === 'parent' && typeof value === 'string' ? nodes.get(value) : undefined;
    return valueText(conflict, parent?.code ?? value, side, nl);
  };
  return {
    what: `${name}${where}, ${nl ? dutch : english}`,
    base: told(base, 'base'),
    mine: told(mine, 'mine'),
    theirs: told(theirs, 'theirs'),
  };
}

function findingsIn({ nodes }: PlanDocument, conflicts: readonly Conflict[], language: Language): readonly Finding[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return conflicts.map((conflict): Finding => {
    const { node, place } = conflict;
    return describeFinding(
      MERGE_CONFLICT,
      {
        check: MERGE_CONFLICT.id,
        place: placeAt({
          node,
          ...(place ? { schema: place.schema, row: place.row, column: place.column } : {}),
          line: (node === null ? undefined : byId.get(node))?.source.line ?? null,
        }),
        figures: {
          ...tellConflict(conflict, byId, language),
          choice: CHOICES[isAnswerable(conflict) ? 'answer' : 'type'][language],
        },
        subject: conflict.key,
      },
      language,
    );
  });
}
