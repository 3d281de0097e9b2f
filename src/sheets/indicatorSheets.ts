import { dueYearsOf } from '../check/indicators/measures';
import { cellAddress } from './address';
import { column, keyColumn, tableOf, type Column } from './columns';
import { formulaCell, here, literal, whole } from './formulas';
import { chartSheet } from './indicatorCharts';
import {
  INDICATOR_COLUMNS,
  INDICATOR_TABLES,
  documentColumn,
  indicatorRows,
  indicatorTable,
  MEASURE_COLUMNS,
  measureTable,
  VERDICTS,
  type IndicatorRow,
} from './indicatorTables';
import { chooseFrom, listSheet, wordLook } from './listSheet';
import { KEY_COLUMN, LISTS, SHEETS } from './names';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, TAB_COLORS } from './sheet';
import type { ConditionalFormatSpec, RowSpec, SheetSpec } from './spec';
import { COLORS } from './style';
import { columnIndexOf, placeTable, valueOf, type PlacedTable, type TableModel } from './table';
import type { NamedDocuments } from './ends';

const CALENDAR_TABLE = 'tblKalender';
const HEAD_ROW = CONTENT_ROW;
const HEAD_HEIGHT = 32;

const GOOD_FILL = 'C6E7C8';

const rowsOf = (model: TableModel): readonly RowSpec[] => [
  { row: HEAD_ROW, height: HEAD_HEIGHT },
  ...rowHeights(model, HEAD_ROW),
];

function indicatorSheet(model: TableModel, entity: string): SheetSpec {
  const placed = placeTable(model, HEAD_ROW, 0);
  const I = INDICATOR_COLUMNS;
  return listSheet(
    'Indicatoren',
    'Wat gemeten wordt: hoe vaak, door wie en met welke streefwaarde. De laatste meting en het oordeel volgen uit het blad Metingen.',
    placed,
    columnIndexOf(model, I.verdict) + 1,
    entity,
    {
      name: SHEETS.indicators,
      tabColor: TAB_COLORS.work,
      rows: rowsOf(model),
      validations: [
        ...(columnIndexOf(model, I.document) < 0 ? [] : [chooseFrom(placed, I.document, LISTS.documents)]),
        chooseFrom(placed, I.kind, LISTS.indicatorKinds),
        chooseFrom(placed, I.comparison, LISTS.comparisons),
      ],
      conditionalFormats: [
        wordLook(placed, I.verdict, VERDICTS.reached, GOOD_FILL),
        wordLook(placed, I.verdict, VERDICTS.missed, COLORS.attentionFill),
      ],
      names: [{ name: LISTS.indicators, range: { sheet: SHEETS.indicators, ...placed.bodyOf(I.code) } }],
      freeze: { rows: HEAD_ROW + 1, columns: 1 },
    },
  );
}

const measureSheet = (model: TableModel, placed: PlacedTable, entity: string): SheetSpec =>
  listSheet(
    'Metingen',
    'Eén rij per waarde. Voeg onderaan rijen toe met de code van de indicator; de hoofdwaarde van een jaar telt voor het oordeel en de grafieken.',
    placed,
    model.columns.length - 1,
    entity,
    {
      name: SHEETS.measures,
      tabColor: TAB_COLORS.work,
      rows: rowsOf(model),
      validations: [
        chooseFrom(placed, MEASURE_COLUMNS.indicator, LISTS.indicators),
        chooseFrom(placed, MEASURE_COLUMNS.main, LISTS.yesNo),
      ],
      freeze: { rows: HEAD_ROW + 1, columns: 2 },
    },
  );

const CALENDAR_WORDS = { done: 'gemeten', due: 'te meten' } as const;
/** A calendar of more years no longer fits across a page. */
const MAX_YEARS = 12;

/** An indicator that is asked for, with the years it is due in. */
interface DueRow extends IndicatorRow {
  readonly years: readonly number[];
}

const dueRows = (documents: NamedDocuments): readonly DueRow[] =>
  indicatorRows(documents)
    .filter(({ indicator: { kind } }) => kind !== 'figure')
    .map((row) => ({ ...row, years: dueYearsOf(row.indicator, row.of.document) }))
    .filter(({ years }) => years.length > 0);

/** Whether what is due in a year was measured then. */
function yearColumn(year: number): Column<DueRow> {
  const measured = `COUNTIFS(${whole(INDICATOR_TABLES.measures, MEASURE_COLUMNS.indicator)},${here(CALENDAR_TABLE, KEY_COLUMN)},${whole(INDICATOR_TABLES.measures, MEASURE_COLUMNS.year)},${year})`;
  const formula = `IF(${measured}>0,${literal(CALENDAR_WORDS.done)},${literal(CALENDAR_WORDS.due)})`;
  return column(`Jaar ${year}`, 11, 'textCentered', ({ indicator, years }) => {
    if (!years.includes(year)) return null;
    const done = indicator.measures.some((measure) => measure.year === year);
    return formulaCell(formula, done ? CALENDAR_WORDS.done : CALENDAR_WORDS.due);
  });
}

/** What is due when: one row per indicator that is asked for, one column per year. null when nothing is due in any year. */
function calendarSheet(documents: NamedDocuments, entity: string): SheetSpec | null {
  const due = dueRows(documents);
  const years = [...new Set(due.flatMap((each) => each.years))].sort((left, right) => left - right).slice(-MAX_YEARS);
  if (years.length === 0) return null;
  const model = tableOf<DueRow>(
    CALENDAR_TABLE,
    [
      ...(documents.length > 1 ? [documentColumn] : []),
      column(INDICATOR_COLUMNS.name, 70, 'textWrapped', ({ indicator }) => indicator.name),
      column(INDICATOR_COLUMNS.service, 24, 'textWrapped', ({ indicator }) => indicator.service),
      ...years.map(yearColumn),
      keyColumn(30, ({ key }) => key),
    ],
    due.filter((row) => row.years.some((year) => years.includes(year))),
  );
  const placed = placeTable(model, HEAD_ROW, 0);
  const firstYear = model.columns.length - 1 - years.length;
  const look = (word: string, fill: string): ConditionalFormatSpec => ({
    ranges: [{ ...placed.body, column: firstYear, columns: years.length }],
    formula: `${cellAddress(placed.body.row, firstYear)}=${literal(word)}`,
    look: { fill, color: COLORS.ink },
  });
  return listSheet(
    'Kalender',
    'Wat wanneer gemeten moet worden, en wat al gemeten is.',
    placed,
    model.columns.length - 1,
    entity,
    {
      name: SHEETS.calendar,
      tabColor: TAB_COLORS.guide,
      rows: rowsOf(model),
      conditionalFormats: [look(CALENDAR_WORDS.done, GOOD_FILL), look(CALENDAR_WORDS.due, COLORS.infoFill)],
      freeze: { rows: HEAD_ROW + 1, columns: 1 },
    },
  );
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
