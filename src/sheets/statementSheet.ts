import type { PlanDocument } from '../plan/document';
import { SCHEMA_TITLES } from '../schema/titles';
import { cellAddress } from './address';
import { heightOf, linesOfText } from './rowHeights';
import { headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { BlockSpec, CellSpec, ConditionalFormatSpec, RowSpec, SheetSpec } from './spec';
import { STATEMENT_HEAD_ROW } from './statementLayout';
import { LABEL_WIDTH, type StatementView } from './statementTable';
import { COLORS } from './style';
import { columnIndexOf, placeTable, type PlacedTable } from './table';

/** A schema as it must be printed, with what was printed and the differences beside the print. */
export function statementSheet(view: StatementView, document: PlanDocument): SheetSpec {
  const { statement, figures, model } = view;
  const placed = placeTable(model, STATEMENT_HEAD_ROW, 0, 'plain');
  const below = dossierBlock(view, STATEMENT_HEAD_ROW + placed.table.range.rows + 1);
  const { entity } = document.document;
  const upright = figures.length <= MAX_PORTRAIT_FIGURES;
  const lastRow = below ? below.row + below.cells.length : STATEMENT_HEAD_ROW + placed.table.range.rows;
  const name = `${statement.schema}: ${statement.title || SCHEMA_TITLES[statement.schema]}`;
  return sheetOf({
    name: view.sheet,
    tabColor: TAB_COLORS.schema,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: STATEMENT_HEAD_ROW, height: 40 }, ...lineRows(view)],
    blocks: [
      headBlock(
        name,
        entity
          ? [entity.name, entity.enterpriseNumber && `(${entity.enterpriseNumber})`].filter(Boolean).join(' ')
          : '',
      ),
      openingBlock(view, document),
      ...besideBlocks(view),
      placed.block,
      ...(below ? [below] : []),
    ],
    tables: [placed.table],
    conditionalFormats: [...changeLooks(view, placed), ...differenceLooks(view, placed)],
    freeze: { rows: STATEMENT_HEAD_ROW + 1, columns: 2 },
    print: printOf(entity?.name ?? '', name, {
      orientation: upright ? 'portrait' : 'landscape',
      area: { row: 0, column: 0, rows: lastRow, columns: 2 + figures.length },
      fitToHeight: lastRow <= (upright ? MAX_ROWS.portrait : MAX_ROWS.landscape) ? 1 : null,
      titleRows: [STATEMENT_HEAD_ROW, STATEMENT_HEAD_ROW],
    }),
  });
}

/** The lines every schema opens with. */
const openingBlock = ({ statement }: StatementView, { document: { entity, officers } }: PlanDocument): BlockSpec => ({
  row: 2,
  column: 0,
  cells: [
    entity?.address ?? null,
    officerLine(officers),
    statement.version === null ? null : `Journaalvolgnummers: ${statement.version}`,
  ].map((value): readonly CellSpec[] => [{ value, style: 'note' }]),
});

/** Says what stands beside the print. */
const besideBlocks = ({ figures, model }: StatementView): readonly BlockSpec[] => {
  const [first] = figures;
  if (!first) return [];
  const value =
    'Naast de afdruk: wat het rapport drukte, wat bij het inlezen uit de delen volgde, de afronding daartussen en het verschil dat afronding niet ' +
    'verklaart. Links staat in kleur wat sindsdien wijzigde.';
  return [
    { row: STATEMENT_HEAD_ROW - 1, column: columnIndexOf(model, first.printed), cells: [[{ value, style: 'note' }]] },
  ];
};

/** An upright page holds the label and this many columns of figures at a readable size. */
const MAX_PORTRAIT_FIGURES = 3;
/** Rows that still read well when they are brought onto one page. */
const MAX_ROWS = { portrait: 66, landscape: 48 } as const;

const officerLine = ({ generalDirector, financialDirector }: PlanDocument['document']['officers']): string | null =>
  [
    generalDirector && `Algemeen directeur: ${generalDirector}`,
    financialDirector && `Financieel directeur: ${financialDirector}`,
  ]
    .filter(Boolean)
    .join('   ') || null;

const lineRows = ({ lines }: StatementView): readonly RowSpec[] =>
  lines.map((line, position) => {
    const text = line.heading ?? line.row.label;
    return { row: STATEMENT_HEAD_ROW + 1 + position, height: heightOf(linesOfText(text, LABEL_WIDTH)) };
  });

/** The files the schema was made from, as the report names them. */
function dossierBlock({ statement }: StatementView, row: number): BlockSpec | null {
  if (statement.dossiers.length === 0) return null;
  const lines = statement.dossiers.map(({ role, name, year, reference }): readonly CellSpec[] => [
    { value: [`${role}:`, name, year === null ? '' : `${year}:`, reference].filter(Boolean).join(' '), style: 'note' },
  ]);
  return { row, column: 1, cells: [[{ value: 'Andere gebruikte dossiers op dit rapport', style: 'note' }], ...lines] };
}

/** What is no longer as printed stands out: an edit, or what follows from one. */
function changeLooks({ figures }: StatementView, placed: PlacedTable): readonly ConditionalFormatSpec[] {
  return figures.map(({ value, printed }) => {
    const [now, then] = [placed.bodyOf(value), placed.bodyOf(printed)];
    const [left, right] = [cellAddress(now.row, now.column), cellAddress(then.row, then.column)];
    const formula = `AND(COUNT(${left},${right})>0,ABS(N(${left})-N(${right}))>=0.005)`;
    return { ranges: [now], formula, look: { fill: COLORS.attentionFill, color: COLORS.ink } };
  });
}

/** What rounding cannot explain stands out: it is in no rounding, so it is a difference. */
function differenceLooks({ figures }: StatementView, placed: PlacedTable): readonly ConditionalFormatSpec[] {
  const ranges = figures.map(({ difference }) => placed.bodyOf(difference));
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) return [];
  const cell = cellAddress(first.row, first.column);
  return [
    {
      ranges: [{ ...first, columns: last.column - first.column + 1 }],
      formula: `AND(ISNUMBER(${cell}),ABS(N(${cell}))>=0.005)`,
      look: { fill: COLORS.errorFill, color: COLORS.negative, bold: true },
    },
  ];
}
