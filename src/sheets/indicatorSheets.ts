import { dueYearsOf } from '../check/indicators/measures';
import type { Indicator } from '../plan/indicator';
import { cellAddress } from './address';
import { formulaCell, here, literal, whole } from './formulas';
import { chartSheet } from './indicatorCharts';
import {
  INDICATOR_COLUMNS,
  INDICATOR_TABLES,
  DOCUMENT_WIDTH,
  indicatorRows,
  indicatorTable,
  MEASURE_COLUMNS,
  measureTable,
  VERDICTS,
} from './indicatorTables';
import { KEY_COLUMN, LISTS, SHEETS } from './names';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { ConditionalFormatSpec, SheetSpec, ValidationSpec } from './spec';
import { COLORS } from './style';
import { columnIndexOf, placeTable, valueOf, type ColumnModel, type PlacedTable, type TableModel } from './table';
import type { NamedDocuments } from './ends';

const CALENDAR_TABLE = 'tblKalender';
const HEAD_ROW = CONTENT_ROW;
const HEAD_HEIGHT = 32;

const list = (
  placed: PlacedTable,
  column: string,
  source: string,
  reaction: ValidationSpec['reaction'] = 'stop',
): ValidationSpec => ({
  kind: 'list',
  ranges: [placed.bodyOf(column)],
  source,
  reaction,
  title: column,
  message: 'Kies uit de lijst.',
});

function indicatorSheet(model: TableModel, entity: string): SheetSpec {
  const placed = placeTable(model, HEAD_ROW, 0);
  const verdict = `$${cellAddress(placed.body.row, placed.bodyOf(INDICATOR_COLUMNS.verdict).column)}`;
  const look = (text: string, fill: string): ConditionalFormatSpec => ({
    ranges: [placed.bodyOf(INDICATOR_COLUMNS.verdict)],
    formula: `${verdict}=${literal(text)}`,
    look: { fill, color: COLORS.ink },
  });
  return sheetOf({
    name: SHEETS.indicators,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: HEAD_ROW, height: HEAD_HEIGHT }, ...rowHeights(model, HEAD_ROW)],
    blocks: [
      headBlock(
        'Indicatoren',
        'Wat gemeten wordt: hoe vaak, door wie en met welke streefwaarde. De laatste meting en het oordeel volgen uit het blad Metingen.',
      ),
      placed.block,
    ],
    tables: [placed.table],
    validations: [
      ...(placed.table.columns.some(({ name }) => name === INDICATOR_COLUMNS.document)
        ? [list(placed, INDICATOR_COLUMNS.document, LISTS.documents)]
        : []),
      list(placed, INDICATOR_COLUMNS.kind, LISTS.indicatorKinds),
      list(placed, INDICATOR_COLUMNS.comparison, LISTS.comparisons),
    ],
    conditionalFormats: [look(VERDICTS.reached, 'C6E7C8'), look(VERDICTS.missed, COLORS.attentionFill)],
    names: [{ name: LISTS.indicators, range: { sheet: SHEETS.indicators, ...placed.bodyOf(INDICATOR_COLUMNS.code) } }],
    freeze: { rows: HEAD_ROW + 1, columns: 1 },
    print: printOf(entity, 'Indicatoren', {
      orientation: 'landscape',
      titleRows: [HEAD_ROW, HEAD_ROW],
      area: {
        row: 0,
        column: 0,
        rows: HEAD_ROW + placed.table.range.rows,
        columns: columnIndexOf(model, INDICATOR_COLUMNS.verdict) + 1,
      },
    }),
  });
}

function measureSheet(model: TableModel, placed: PlacedTable, entity: string): SheetSpec {
  return sheetOf({
    name: SHEETS.measures,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: HEAD_ROW, height: HEAD_HEIGHT }, ...rowHeights(model, HEAD_ROW)],
    blocks: [
      headBlock(
        'Metingen',
        'Eén rij per waarde. Voeg onderaan rijen toe met de code van de indicator; de hoofdwaarde van een jaar telt voor het oordeel en de grafieken.',
      ),
      placed.block,
    ],
    tables: [placed.table],
    validations: [
      list(placed, MEASURE_COLUMNS.indicator, LISTS.indicators),
      list(placed, MEASURE_COLUMNS.main, LISTS.yesNo),
    ],
    freeze: { rows: HEAD_ROW + 1, columns: 2 },
    print: printOf(entity, 'Metingen', {
      orientation: 'landscape',
      titleRows: [HEAD_ROW, HEAD_ROW],
      area: { row: 0, column: 0, rows: HEAD_ROW + placed.table.range.rows, columns: model.columns.length - 1 },
    }),
  });
}

const CALENDAR_WORDS = { done: 'gemeten', due: 'te meten' } as const;
/** A calendar of more years no longer fits across a page. */
const MAX_YEARS = 12;

/** What is due when: one row per indicator that is asked for, one column per year. null when nothing is due in any year. */
function calendarSheet(documents: NamedDocuments, entity: string): SheetSpec | null {
  const due = indicatorRows(documents)
    .filter(({ indicator: { kind } }) => kind !== 'figure')
    .map((row) => ({ ...row, years: dueYearsOf(row.indicator, row.of.document) }))
    .filter(({ years: own }) => own.length > 0);
  const years = [...new Set(due.flatMap((each) => each.years))].sort((left, right) => left - right).slice(-MAX_YEARS);
  if (years.length === 0) return null;
  const measured = (year: number): string =>
    `COUNTIFS(${whole(INDICATOR_TABLES.measures, MEASURE_COLUMNS.indicator)},${here(CALENDAR_TABLE, KEY_COLUMN)},${whole(INDICATOR_TABLES.measures, MEASURE_COLUMNS.year)},${year})`;
  const mark = (indicator: Indicator, year: number) => {
    const done = indicator.measures.some((measure) => measure.year === year);
    return formulaCell(
      `IF(${measured(year)}>0,${literal(CALENDAR_WORDS.done)},${literal(CALENDAR_WORDS.due)})`,
      done ? CALENDAR_WORDS.done : CALENDAR_WORDS.due,
    );
  };
  const several = documents.length > 1;
  const columns: readonly ColumnModel[] = [
    ...(several
      ? [{ name: INDICATOR_COLUMNS.document, width: DOCUMENT_WIDTH, style: 'textWrapped' } satisfies ColumnModel]
      : []),
    { name: INDICATOR_COLUMNS.name, width: 70, style: 'textWrapped' },
    { name: INDICATOR_COLUMNS.service, width: 24, style: 'textWrapped' },
    ...years.map((year): ColumnModel => ({ name: `Jaar ${year}`, width: 11, style: 'textCentered' })),
    { name: KEY_COLUMN, width: 30, style: 'text', hidden: true },
  ];
  const model: TableModel = {
    name: CALENDAR_TABLE,
    columns,
    rows: due
      .filter(({ years: own }) => own.some((year) => years.includes(year)))
      .map(({ of, indicator, key, years: own }) => [
        ...(several ? [of.name] : []),
        indicator.name,
        indicator.service,
        ...years.map((year) => (own.includes(year) ? mark(indicator, year) : null)),
        key,
      ]),
    totals: false,
  };
  const placed = placeTable(model, HEAD_ROW, 0);
  const firstYear = columns.length - 1 - years.length;
  const marks = { ...placed.body, column: firstYear, columns: years.length };
  const first = cellAddress(placed.body.row, firstYear);
  return sheetOf({
    name: SHEETS.calendar,
    tabColor: TAB_COLORS.guide,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: HEAD_ROW, height: HEAD_HEIGHT }, ...rowHeights(model, HEAD_ROW)],
    blocks: [headBlock('Kalender', 'Wat wanneer gemeten moet worden, en wat al gemeten is.'), placed.block],
    tables: [placed.table],
    conditionalFormats: [
      {
        ranges: [marks],
        formula: `${first}=${literal(CALENDAR_WORDS.done)}`,
        look: { fill: 'C6E7C8', color: COLORS.ink },
      },
      {
        ranges: [marks],
        formula: `${first}=${literal(CALENDAR_WORDS.due)}`,
        look: { fill: COLORS.infoFill, color: COLORS.ink },
      },
    ],
    freeze: { rows: HEAD_ROW + 1, columns: 1 },
    print: printOf(entity, 'Kalender', {
      orientation: 'landscape',
      titleRows: [HEAD_ROW, HEAD_ROW],
      area: { row: 0, column: 0, rows: HEAD_ROW + placed.table.range.rows, columns: columns.length - 1 },
    }),
  });
}

/** The sheets of the indicators of all documents; [] when there are none. */
export function indicatorSheets(documents: NamedDocuments, entity: string): readonly SheetSpec[] {
  if (documents.every(({ document }) => document.indicators.length === 0)) return [];
  const [indicators, measures] = [indicatorTable(documents), measureTable(documents)];
  const placed = placeTable(measures, HEAD_ROW, 0);
  const columns = {
    value: columnIndexOf(measures, MEASURE_COLUMNS.value),
    year: columnIndexOf(measures, MEASURE_COLUMNS.year),
  };
  const keyAt = columnIndexOf(indicators, KEY_COLUMN);
  const shown = new Map(indicators.rows.map((cells) => [valueOf(cells[keyAt]), cells]));
  const charts = chartSheet(
    documents,
    placed.body.row,
    columns,
    ({ key }, column) => valueOf(shown.get(key)?.[columnIndexOf(indicators, column)]),
    entity,
  );
  const calendar = calendarSheet(documents, entity);
  return [
    indicatorSheet(indicators, entity),
    measureSheet(measures, placed, entity),
    ...(charts ? [charts] : []),
    ...(calendar ? [calendar] : []),
  ];
}
