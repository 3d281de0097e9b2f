import type { Change } from '../../changes/change';
import { changesOf } from '../../changes/changesOf';
import { moneyMoved, moneyOf } from '../../changes/moneyMoved';
import type { FieldValue, NodeField } from '../../changes/nodes/nodeFields';
import { markedWords } from '../../changes/wordDifferences';
import { derivationsOf } from '../../figures/follow/derivations';
import { columnName, rowName } from '../../figures/printed';
import type { PlanDocument, PlanNode } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { statusByCode, type StatusVocabulary } from '../../plan/status';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../../schema/rows/labels';
import { euro, euroOrBlank } from '../amounts';
import { FIELD_LABELS } from '../comparison/labels';
import { dayOfDate } from '../dates';
import { formulaCell, here, linkTo } from '../formulas';
import { SHEETS } from '../names';
import { planRow } from '../planSheet';
import type { PlanView } from '../planView';
import type { CellSpec } from '../spec';
import type { TableModel } from '../table';

export const CHANGE_TABLE = 'tblWijzigingen';

export const CHANGE_COLUMNS = {
  place: 'Plaats',
  what: 'Wat',
  field: 'Veld',
  from: 'Van',
  to: 'Naar',
  words: 'Woorden',
  difference: 'Verschil',
  kind: 'Soort',
  direction: 'Richting',
  since: 'Sinds',
} as const;

const C = CHANGE_COLUMNS;
const DIFFERENCE = `IF(${here(CHANGE_TABLE, C.direction)}="","",N(${here(CHANGE_TABLE, C.to)})-N(${here(CHANGE_TABLE, C.from)}))`;

/** What a change is about, in the columns of the list. */
interface Told {
  readonly place: CellSpec;
  readonly what: string;
  readonly field: string;
  readonly from: CellSpec;
  readonly to: CellSpec;
  readonly words: string | null;
}

const amountCell = (cents: Cents | null): CellSpec => ({ value: euro(cents), style: 'cent' });

class ChangeTeller {
  private readonly rows: ReadonlyMap<string, number>;

  constructor(
    private readonly base: PlanDocument,
    private readonly view: PlanView,
    private readonly statuses: StatusVocabulary,
  ) {
    this.rows = new Map(view.nodes.map(({ id }, index) => [id, index]));
  }

  private place(node: string): CellSpec {
    const row = this.rows.get(node);
    const name = this.view.linkOf(node) ?? node;
    return row === undefined ? name : linkTo(SHEETS.plan, planRow(row), 0, name);
  }

  private title(node: string): string {
    const found = this.view.rollup.tree.byId.get(node) ?? this.base.nodes.find(({ id }) => id === node);
    return found?.title ?? node;
  }

  private fieldCell(field: NodeField, value: FieldValue): CellSpec {
    if (value === null || value === '') return null;
    if (typeof value === 'boolean') return value ? 'ja' : 'nee';
    if (field === 'from' || field === 'to') return { value: dayOfDate(value), style: 'date' };
    if (field === 'parent') return this.view.linkOf(value) ?? value;
    return field === 'status' ? (statusByCode(this.statuses, value)?.label ?? value) : value;
  }

  private node({ node, field, from, to }: Extract<Change, { of: 'node' }>): Told {
    const isProse = (field === 'title' || field === 'text') && typeof from === 'string' && typeof to === 'string';
    return {
      place: this.place(node.id),
      what: this.title(node.id),
      field: FIELD_LABELS[field],
      from: this.fieldCell(field, from),
      to: this.fieldCell(field, to),
      words: isProse && from !== '' && to !== '' ? markedWords(from, to) : null,
    };
  }

  private row(node: PlanNode, field: string): Told {
    const isThere = this.rows.has(node.id);
    return {
      place: this.place(node.id),
      what: node.title,
      field,
      from: isThere ? null : node.title,
      to: isThere ? node.title : null,
      words: null,
    };
  }

  tell(change: Change): Told {
    switch (change.of) {
      case 'node':
        return this.node(change);
      case 'added':
        return this.row(change.node, 'rij toegevoegd');
      case 'removed':
        return this.row(change.node, 'rij verwijderd');
      case 'amount': {
        const { node, cell, from, to } = change;
        return {
          ...this.amounts(from, to, `${labelOfPhase(cell.phase)} ${cell.year}`),
          place: this.place(node),
          what: this.title(node),
        };
      }
      case 'transfer': {
        const { transfer, from, to } = change;
        return {
          ...this.amounts(from, to, 'overdracht'),
          place: transfer.id,
          what: transfer.description,
        };
      }
      case 'figure': {
        const { at, schema, from, to } = change;
        const statement = derivationsOf(this.base).statements[at.statement];
        return {
          ...this.amounts(from, to, statement ? columnName(statement, at.column) : ''),
          place: schema,
          what: statement ? rowName(statement, at.row) : change.row,
        };
      }
    }
  }

  private amounts(from: Cents | null, to: Cents | null, field: string): Pick<Told, 'field' | 'from' | 'to' | 'words'> {
    return { field, from: amountCell(from), to: amountCell(to), words: null };
  }
}

/** What was changed since a version was read: the list that explains consequences in the checks, as a table. */
export interface ChangeList {
  readonly model: TableModel;
  /** Kinds and directions in which money was moved, as the lists name them. */
  readonly flows: readonly { readonly kind: string; readonly direction: string; readonly cents: Cents }[];
}

export function changeList(base: PlanDocument, view: PlanView, statuses: StatusVocabulary, since: string): ChangeList {
  const teller = new ChangeTeller(base, view, statuses);
  const changes = changesOf(base, view.document);
  const told = changes.map((change) => ({ ...teller.tell(change), money: moneyOf(change) }));
  return {
    model: {
      name: CHANGE_TABLE,
      columns: [
        { name: C.place, width: 13, style: 'text' },
        { name: C.what, width: 46, style: 'textWrapped' },
        { name: C.field, width: 22, style: 'text' },
        { name: C.from, width: 32, style: 'textWrapped' },
        { name: C.to, width: 32, style: 'textWrapped' },
        { name: C.words, width: 44, style: 'textWrapped' },
        { name: C.difference, width: 16, style: 'difference', alignRight: true, formula: DIFFERENCE },
        { name: C.kind, width: 14, style: 'textCentered' },
        { name: C.direction, width: 13, style: 'text' },
        { name: C.since, width: 30, style: 'textWrapped' },
      ],
      rows: told.map(({ place, what, field, from, to, words, money }): readonly CellSpec[] => [
        place,
        what,
        field,
        from,
        to,
        words,
        formulaCell(DIFFERENCE, money ? euroOrBlank(money.cents) : ''),
        money ? labelOfKind(money.kind) : null,
        money ? labelOfDirection(money.direction) : null,
        since,
      ]),
      totals: false,
    },
    flows: moneyMoved(changes).map(({ kind, direction, cents }) => ({
      kind: labelOfKind(kind),
      direction: labelOfDirection(direction),
      cents,
    })),
  };
}
