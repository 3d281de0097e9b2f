import type { Change } from '../../../changes/change';
import type { FieldValue, NodeField } from '../../../changes/nodes/nodeFields';
import { derivationsOf } from '../../../figures/follow/derivations';
import { columnName, rowName } from '../../../figures/printed';
import { CHANGE_TEXTS } from '../../../i18n/changeTexts';
import { FORMATS } from '../../../i18n/formats';
import { PANE_TEXTS } from '../../../i18n/pane/paneTexts';
import { directionText, kindText, phaseText } from '../../../i18n/terms';
import type { PlanDocument } from '../../../plan/document';
import type { Language } from '../../../plan/finding';
import { statusByCode, type StatusVocabulary } from '../../../plan/status';
import { planIndex } from '../../model/planIndex';

/** A change in words: what of the thing it is about, from what, to what. */
export interface ToldChange {
  /** What it is about, when that is no node. */
  readonly about: string | null;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** Both are prose, of which words changed. */
  readonly isProse: boolean;
}

export interface Vocabulary {
  readonly imported: PlanDocument;
  readonly document: PlanDocument;
  readonly statuses: StatusVocabulary;
  readonly language: Language;
}

/** A value of a field of a node as a person reads it. */
export function fieldText(
  field: NodeField,
  value: FieldValue,
  { document, imported, statuses, language }: Vocabulary,
): string {
  const { empty, yes, no } = CHANGE_TEXTS[language];
  if (value === null || value === '') return empty;
  if (typeof value === 'boolean') return value ? yes : no;
  if (field === 'from' || field === 'to') return FORMATS[language].date(value);
  if (field === 'status') return statusByCode(statuses, value)?.label ?? value;
  if (field !== 'parent') return value;
  const [now, then] = [document, imported].map((each) => planIndex(each).rollup.tree.byId.get(value));
  return (now ?? then)?.code ?? value;
}

export function tellChange(change: Change, words: Vocabulary): ToldChange {
  const { language, imported } = words;
  const t = PANE_TEXTS[language].changes.list;
  const money = (cents: number | null): string =>
    cents === null ? PANE_TEXTS[language].common.notPrinted : FORMATS[language].euro(cents);
  switch (change.of) {
    case 'node': {
      const { field, from, to } = change;
      const isProse = (field === 'title' || field === 'text') && Boolean(from) && Boolean(to);
      return {
        about: null,
        field: CHANGE_TEXTS[language].fields[field],
        from: fieldText(field, from, words),
        to: fieldText(field, to, words),
        isProse,
      };
    }
    case 'added':
      return { about: null, field: t.added, from: '', to: '', isProse: false };
    case 'removed':
      return { about: null, field: t.removed, from: '', to: '', isProse: false };
    case 'amount': {
      const { kind, direction, phase, year } = change.cell;
      const field = `${kindText(kind, language)}, ${directionText(direction, language)}, ${phaseText(phase, language)} ${year}`;
      return { about: null, field, from: money(change.from), to: money(change.to), isProse: false };
    }
    case 'transfer':
      return {
        about: change.transfer.description,
        field: t.transfer(change.transfer.id),
        from: money(change.from),
        to: money(change.to),
        isProse: false,
      };
    case 'figure': {
      const { at, schema, row } = change;
      const statement = derivationsOf(imported).statements[at.statement];
      return {
        about: statement ? `${schema} ${rowName(statement, at.row)}` : `${schema} ${row}`,
        field: statement ? columnName(statement, at.column) : '',
        from: money(change.from),
        to: money(change.to),
        isProse: false,
      };
    }
  }
}
