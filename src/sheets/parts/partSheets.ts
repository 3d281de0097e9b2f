import { PART_FIELDS, partValue } from '../../changes/merge/collect';
import type { PlanDocument, PlanNode } from '../../plan/document';
import { documentKey } from '../../plan/link';
import { statusByCode, type StatusVocabulary } from '../../plan/status';
import { nodeCode } from '../../figures/reconciliation/creditLines';
import { cellAddress } from '../address';
import { dayOfDate } from '../dates';
import { formulaCell, here, literal } from '../formulas';
import { KEY_COLUMN, LISTS, SHEETS, TABLES } from '../names';
import { PLAN_COLUMNS } from '../planColumns';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { CellSpec, SheetSpec } from '../spec';
import { COLORS } from '../style';
import { placeTable, type TableModel } from '../table';
import { PART_COLUMNS, PART_FORMAT, PART_STATE_ROW, PART_STATE_SHEET, TODO_COLUMN, type Part } from './part';

const DONE = 'klaar';

/** Words of what is missing in a row; a spreadsheet works them out while the owner types. */
function todoFormula(): string {
  const [status, text] = [here(TABLES.plan, PART_COLUMNS.status), here(TABLES.plan, PART_COLUMNS.text)];
  return `IF(${status}="",IF(${text}="","status en evaluatie","status"),IF(${text}="","evaluatie",${literal(DONE)}))`;
}

function todoText(node: PlanNode): string {
  const [status, text] = [partValue(node, 'status'), partValue(node, 'text')];
  if (status === '') return text === '' ? 'status en evaluatie' : 'status';
  return text === '' ? 'evaluatie' : DONE;
}

/** What a cell of a part holds for a field of a node. */
export function partCell(
  node: PlanNode,
  field: (typeof PART_FIELDS)[number],
  statuses: StatusVocabulary,
): string | null {
  const value = partValue(node, field);
  if (value === '') return null;
  return field === 'status' ? (statusByCode(statuses, value)?.label ?? value) : value;
}

function partTable(nodes: readonly PlanNode[], linkOf: (id: string) => string, statuses: StatusVocabulary): TableModel {
  const date = (iso: string | undefined): CellSpec => (iso === undefined ? null : dayOfDate(iso));
  return {
    name: TABLES.plan,
    columns: [
      { name: PLAN_COLUMNS.code, width: 12, style: 'text' },
      { name: PLAN_COLUMNS.title, width: 48, style: 'textInput' },
      { name: PLAN_COLUMNS.level, width: 8, style: 'textCentered' },
      { name: PLAN_COLUMNS.parent, width: 12, style: 'text' },
      { name: PLAN_COLUMNS.from, width: 11, style: 'date' },
      { name: PLAN_COLUMNS.to, width: 11, style: 'date' },
      { name: PLAN_COLUMNS.status, width: 31, style: 'textInput' },
      { name: PLAN_COLUMNS.evaluation, width: 70, style: 'textInput' },
      { name: TODO_COLUMN, width: 20, style: 'textMuted', formula: todoFormula() },
      { name: KEY_COLUMN, width: 14, style: 'text', hidden: true },
    ],
    rows: nodes.map((node): readonly CellSpec[] => [
      linkOf(node.id),
      partCell(node, 'title', statuses),
      node.level,
      node.parent === null ? null : linkOf(node.parent),
      date(node.period?.from),
      date(node.period?.to),
      partCell(node, 'status', statuses),
      partCell(node, 'text', statuses),
      formulaCell(todoFormula(), todoText(node)),
      node.id,
    ]),
    totals: false,
  };
}

const EXPLANATION: readonly string[] = [
  'Vul op het blad Plan van elk van uw rijen de status en de evaluatie in. De gele cellen zijn van u; ook de titel mag u verbeteren.',
  'De kolom "Nog te doen" zegt wat er nog ontbreekt. Is alles klaar, bewaar het bestand dan en stuur het terug; de naam mag u wijzigen.',
  'Voeg geen rijen toe en verwijder er geen: dat kan alleen in het werkboek zelf. Wat in andere cellen gewijzigd is, wordt niet overgenomen.',
];

/** The workbook of one owner: only their rows, what is asked of them, and what was sent out, hidden. Works without the add-in. */
export function partSheets(
  document: PlanDocument,
  part: Part,
  statuses: StatusVocabulary,
  linkOf: (id: string) => string,
): readonly SheetSpec[] {
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const nodes = part.nodes.flatMap((id) => byId.get(id) ?? []);
  const model = partTable(nodes, linkOf, statuses);
  const placed = placeTable(model, CONTENT_ROW, 0);
  const entity = document.document.entity?.name ?? '';
  const todo = cellAddress(placed.body.row, placed.bodyOf(TODO_COLUMN).column);
  const plan = sheetOf({
    name: SHEETS.plan,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: CONTENT_ROW, height: 20 }, ...rowHeights(model, CONTENT_ROW)],
    blocks: [
      headBlock(
        `${document.document.title}: ${part.name}`,
        `${nodes.length} rijen om in te vullen. Uitleg staat op het blad Uitleg.`,
      ),
      placed.block,
    ],
    tables: [placed.table],
    validations: [
      {
        kind: 'list',
        ranges: [placed.bodyOf(PLAN_COLUMNS.status)],
        source: LISTS.statuses,
        reaction: 'stop',
        title: PLAN_COLUMNS.status,
        message: 'Kies een status uit de lijst.',
      },
    ],
    conditionalFormats: [
      {
        ranges: [placed.bodyOf(TODO_COLUMN)],
        formula: `$${todo}<>${literal(DONE)}`,
        look: { fill: COLORS.attentionFill, color: COLORS.ink },
      },
      {
        ranges: [placed.bodyOf(TODO_COLUMN)],
        formula: `$${todo}=${literal(DONE)}`,
        look: { fill: 'C6E7C8', color: COLORS.ink },
      },
    ],
    freeze: { rows: CONTENT_ROW + 1, columns: 1 },
    print: printOf(entity, part.name, { orientation: 'landscape', titleRows: [CONTENT_ROW, CONTENT_ROW] }),
    unlocked: PART_FIELDS.map((field) => placed.bodyOf(PART_COLUMNS[field])),
  });
  return [plan, explanationSheet(document, part, nodes.length, entity), stateOfPart(document, part, nodes, statuses)];
}

function explanationSheet({ document }: PlanDocument, part: Part, rows: number, entity: string): SheetSpec {
  return sheetOf({
    name: 'Uitleg',
    tabColor: TAB_COLORS.guide,
    columns: [{ width: 110 }],
    rows: [TITLE_ROW, ...EXPLANATION.map((_, index) => ({ row: CONTENT_ROW + index, height: 30 }))],
    blocks: [
      headBlock(`Wat er van u gevraagd wordt: ${part.name}`, `${document.title}, ${rows} rijen`),
      { row: CONTENT_ROW, column: 0, cells: EXPLANATION.map((text) => [text]), styles: ['textWrapped'] },
    ],
    print: printOf(entity, 'Uitleg', { orientation: 'landscape' }),
  });
}

/** What was sent out, row by row, and the list of statuses. */
function stateOfPart(
  document: PlanDocument,
  part: Part,
  nodes: readonly PlanNode[],
  statuses: StatusVocabulary,
): SheetSpec {
  const listColumn = 6;
  return sheetOf({
    name: PART_STATE_SHEET,
    visibility: 'veryHidden',
    blocks: [
      { row: 0, column: 0, cells: [[PART_FORMAT], [documentKey(document.document)], [part.name]] },
      ...(nodes.length === 0
        ? []
        : [
            {
              row: PART_STATE_ROW,
              column: 0,
              cells: nodes.map((node) => [
                node.id,
                nodeCode(node),
                ...PART_FIELDS.map((field) => partCell(node, field, statuses)),
              ]),
            },
          ]),
      { row: 0, column: listColumn, cells: statuses.map(({ label }) => [label]) },
    ],
    names: [
      {
        name: LISTS.statuses,
        range: { sheet: PART_STATE_SHEET, row: 0, column: listColumn, rows: Math.max(1, statuses.length), columns: 1 },
      },
    ],
  });
}
