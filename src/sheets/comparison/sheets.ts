import { NODE_CHANGES, type ComparedTotal, type Comparison } from '../../changes/comparison';
import type { PlanDocument } from '../../plan/document';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../../schema/rows/labels';
import { cellAddress } from '../address';
import { euro } from '../amounts';
import { formulaCell, literal, whole } from '../formulas';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { BlockSpec, CellSpec, ConditionalFormatSpec, SheetSpec } from '../spec';
import { COLORS } from '../style';
import { placeTable, type TableModel } from '../table';
import { CHANGE_LABELS, COMPARISON_SHEETS, MONEY_COLUMNS, NODE_COLUMNS, TABLES } from './labels';
import { AMOUNT_COLUMNS, amountTable, figureTable } from './moneyTables';
import { nodeTable } from './nodeTable';

/** One side of a comparison: the file it came from. */
export interface ComparedFile {
  readonly name: string;
  readonly document: PlanDocument;
}

interface ListTexts {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly tab: string;
}

function listSheet(model: TableModel, { name, title, subtitle, tab }: ListTexts, entity: string): SheetSpec {
  const placed = placeTable(model, CONTENT_ROW, 0);
  const heads = model.columns.map((column) => column.name);
  const at = heads.indexOf(NODE_COLUMNS.change);
  const isPlan = model.name === TABLES.nodes;
  const look = (label: string, fill: string): ConditionalFormatSpec => ({
    ranges: [placed.bodyOf(NODE_COLUMNS.change)],
    formula: `$${cellAddress(placed.body.row, at)}=${literal(label)}`,
    look: { fill, color: COLORS.ink },
  });
  return sheetOf({
    name,
    tabColor: tab,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: CONTENT_ROW, height: 20 }, ...rowHeights(model, CONTENT_ROW)],
    blocks: [headBlock(title, subtitle), placed.block],
    tables: [placed.table],
    conditionalFormats: isPlan
      ? [
          look(CHANGE_LABELS.added, 'C6E7C8'),
          look(CHANGE_LABELS.removed, COLORS.errorFill),
          look(CHANGE_LABELS.moved, COLORS.infoFill),
          look(CHANGE_LABELS.retitled, COLORS.attentionFill),
        ]
      : [],
    freeze: { rows: CONTENT_ROW + 1, columns: 1 },
    print: printOf(entity, title, { orientation: 'landscape', titleRows: [CONTENT_ROW, CONTENT_ROW] }),
  });
}

/** Sum of one column over the amounts that are no sum of others, of one phase, year, kind and direction. */
function sumFormula(column: string, { cell }: ComparedTotal): string {
  const of = (name: string): string => whole(TABLES.amounts, name);
  const criteria = [
    [AMOUNT_COLUMNS.phase, literal(labelOfPhase(cell.phase))],
    [AMOUNT_COLUMNS.year, String(cell.year)],
    [AMOUNT_COLUMNS.kind, literal(labelOfKind(cell.kind))],
    [AMOUNT_COLUMNS.direction, literal(labelOfDirection(cell.direction))],
    [AMOUNT_COLUMNS.counts, literal('ja')],
  ] as const;
  return `SUMIFS(${of(column)},${criteria.map(([name, value]) => `${of(name)},${value}`).join(',')})`;
}

/** Columns of words stand before those of amounts. */
const FIRST_AMOUNT = 4;

const summaryColumns = [34, 10, 16, 14, 16, 16, 16] as const;

function summaryBlocks(
  comparison: Comparison,
  [old, now]: readonly [ComparedFile, ComparedFile],
): readonly BlockSpec[] {
  const { summary, totals, transfers, indicators, links, proposals } = comparison;
  const counts: readonly (readonly CellSpec[])[] = [
    ...NODE_CHANGES.map((change): readonly CellSpec[] => [CHANGE_LABELS[change], summary[change]]),
    ['gesplitst of samengevoegd?', proposals.length],
    ['overdrachten die verschillen', transfers.length],
    ['indicatoren die verschillen', indicators.length],
    ['koppelingen die verschillen', links.length],
  ];
  const first = CONTENT_ROW + 4;
  const money = first + counts.length + 3;
  return [
    headBlock('Vergelijking', `${old.name} (referentie) met ${now.name} (nieuw)`),
    {
      row: CONTENT_ROW,
      column: 0,
      cells: [
        [
          { value: 'Referentie', style: 'plain' },
          { value: `${old.document.document.title} ${old.name}`, style: 'plain' },
        ],
        [
          { value: 'Nieuw', style: 'plain' },
          { value: `${now.document.document.title} ${now.name}`, style: 'plain' },
        ],
      ],
    },
    {
      row: first - 1,
      column: 0,
      cells: [
        [
          { value: 'Onderdelen van het plan', style: 'heading' },
          { value: null, style: 'heading' },
        ],
      ],
    },
    { row: first, column: 0, cells: counts, styles: ['text', 'count'] },
    {
      row: money - 1,
      column: 0,
      cells: [[{ value: 'Som van de wijzigingen per soort en richting (euro)', style: 'heading' }]],
    },
    {
      row: money,
      column: 0,
      cells: [
        ['Fase', 'Jaar', 'Soort', 'Richting', ...Object.values(MONEY_COLUMNS)].map((value, index): CellSpec => ({
          value,
          style: index < FIRST_AMOUNT ? 'tableHead' : 'tableHeadRight',
        })),
      ],
    },
    ...(totals.length === 0
      ? []
      : [
          {
            row: money + 1,
            column: 0,
            cells: totals.map((total): readonly CellSpec[] => [
              labelOfPhase(total.cell.phase),
              total.cell.year,
              labelOfKind(total.cell.kind),
              labelOfDirection(total.cell.direction),
              formulaCell(sumFormula(MONEY_COLUMNS.reference, total), euro(total.from ?? 0)),
              formulaCell(sumFormula(MONEY_COLUMNS.change, total), euro(total.change)),
              formulaCell(sumFormula(MONEY_COLUMNS.now, total), euro(total.to ?? 0)),
            ]),
            styles: ['text', 'year', 'text', 'text', 'cent', 'difference', 'cent'] as const,
          },
        ]),
    {
      row: money + 2 + totals.length,
      column: 0,
      cells: [
        [
          {
            value:
              'Uitgaven en ontvangsten staan apart en worden nooit opgeteld. Alleen bedragen van onderdelen zelf tellen mee; totalen van wat erboven staat niet.',
            style: 'note',
          },
        ],
      ],
    },
  ];
}

/** A workbook of what differs between two documents: what became of each part, the amounts and the schemas as Referentie, Wijziging, Nieuw. */
export function comparisonSheets(
  comparison: Comparison,
  files: readonly [ComparedFile, ComparedFile],
): readonly SheetSpec[] {
  const entity = files[1].document.document.entity?.name ?? '';
  const lines = new Set(comparison.lines);
  return [
    sheetOf({
      name: COMPARISON_SHEETS.summary,
      tabColor: TAB_COLORS.guide,
      columns: summaryColumns.map((width) => ({ width })),
      rows: [TITLE_ROW],
      blocks: summaryBlocks(comparison, files),
      print: printOf(entity, 'Vergelijking', { orientation: 'landscape' }),
    }),
    listSheet(
      nodeTable(comparison),
      {
        name: COMPARISON_SHEETS.nodes,
        title: 'Wat er in het plan verschilt',
        subtitle: 'Een rij per veld. Weggevallen woorden staan als [-zo-], nieuwe als {+zo+}.',
        tab: TAB_COLORS.work,
      },
      entity,
    ),
    listSheet(
      amountTable(comparison, (index) => lines.has(index)),
      {
        name: COMPARISON_SHEETS.amounts,
        title: 'Bedragen van het plan die verschillen',
        subtitle:
          'In euro. Wat niet gedrukt is, blijft leeg. "Telt mee" zegt of het onderdeel zijn bedrag zelf draagt.',
        tab: TAB_COLORS.work,
      },
      entity,
    ),
    listSheet(
      figureTable(comparison),
      {
        name: COMPARISON_SHEETS.figures,
        title: "Cijfers van de schema's die verschillen",
        subtitle: 'In euro, in de volgorde van het nieuwe document.',
        tab: TAB_COLORS.schema,
      },
      entity,
    ),
  ];
}
