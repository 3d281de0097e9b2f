import type { PlanDocument } from '../plan/document';
import type { Explanations } from '../plan/explanation';
import type { Finding } from '../plan/finding';
import { allStatuses, type LevelStatuses } from '../plan/followUp';
import { labelOfRole } from '../plan/lineRole';
import { statusByCode, type StatusTerm } from '../plan/status';
import type { DocumentKind } from '../plan/vocabulary';
import { SCHEMA_TITLES } from '../schema/titles';
import { openCount, SEVERITY_LABELS } from './findings';
import { formulaCell, here, linkTo, whole } from './formulas';
import { LISTS, MATRIX_SHEET, SHEETS, SOURCE_COLUMNS, sourceSheetName, TABLES } from './names';
import { headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW, CONTENT_ROW } from './sheet';
import type { BlockSpec, CellSpec, ConditionalFormatSpec, SheetSpec, TableSpec } from './spec';
import type { StatementView } from './statementTable';
import { COLORS } from './style';
import { placeTable, type ColumnModel, type PlacedTable, type TableModel } from './table';

/** Names of the columns of the list of statuses, which a board may change. */
export const STATUS_COLUMNS = {
  label: 'Status',
  code: 'Sleutel',
  meaning: 'Betekenis',
  levels: 'Niveaus',
  color: 'Kleur',
} as const;

/** In the column of levels: the list of the board itself, for every level that has none of its own. An empty cell says the same. */
export const BOARD_STATUSES = 'algemeen';
/** Between the levels of a status. */
export const LEVEL_SEPARATOR = ';';

export const MEANING_LABELS: Readonly<Record<StatusTerm['meaning'], string>> = {
  done: 'klaar',
  onTrack: 'op schema',
  offTrack: 'achter op schema',
  notStarted: 'niet gestart',
};

const KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  annualAccounts: 'Jaarrekening',
  multiYearPlan: 'Meerjarenplan',
  policyPlan: 'Beleidsplan',
};

const PURPOSES: Readonly<Record<string, string>> = {
  [SHEETS.plan]: 'Doelstellingen, plannen en acties met status, evaluatie en opgetelde bedragen',
  [SHEETS.credits]: 'Alle kredieten als lijst, voor filters en draaitabellen',
  [SHEETS.transfers]: 'Kredieten die naar het volgende jaar gaan',
  [SHEETS.reconciliation]: 'Van initieel krediet tot wat vervalt, met totalen en de schema’s ernaast',
  [SHEETS.plans]: 'De andere plannen met status, koppelingen en wat er via koppelingen gerealiseerd is',
  [SHEETS.links]: 'Wat waar uitgewerkt wordt: voorstellen bevestigen of verwerpen, gewichten zetten',
  [SHEETS.unlinked]: 'Beloften zonder actie en acties zonder belofte',
  [SHEETS.series]: 'Dezelfde grootheid in verschillende documenten',
  [SHEETS.indicators]: 'Wat gemeten wordt, hoe vaak, door wie en met welke streefwaarde',
  [SHEETS.measures]: 'Eén rij per meting, met grafieken',
  [SHEETS.charts]: 'Een grafiek per indicator, en één naar keuze',
  [SHEETS.calendar]: 'Wat wanneer gemeten moet worden',
  [SHEETS.findings]: 'Wat niet klopt of aandacht vraagt, met een koppeling naar de cel',
  [SHEETS.dashboard]: 'Grafieken over status, realisatie, saldi en schulden',
  [SHEETS.lines]: 'De ramingen waaruit de schema’s berekend zijn',
  [SHEETS.balance]: 'Proef- en saldibalans voor J4, J5 en de schulden',
  [SHEETS.domains]: 'Uw eigen indeling van beleidsvelden voor T1',
  [SHEETS.entities]: 'Wie samen rapporteert en wie geconsolideerd wordt',
  [SHEETS.source]: 'Alle regels van het ingelezen document',
};

const STEPS: readonly string[] = [
  'Pas op het blad Plan statussen, evaluaties, titels en perioden aan; statussen kiest u uit de lijst.',
  'Pas bedragen aan op het blad Kredieten. Plan, Afstemming en Dashboard rekenen vanzelf mee.',
  "Op de schema's zijn totalen formules. Naast de afdruk staat wat het verslag drukte, met het verschil.",
  'Een leeg bedrag betekent: niet gedrukt. Dat is iets anders dan 0.',
  'Kijk op het blad Controle wat aandacht vraagt, en schrijf er uw verklaring bij.',
  'Elke blauwe koppeling "r. 123" leidt naar de regel van het document waar het cijfer vandaan komt.',
];

/** Lays blocks and tables one below the other. */
class Stack {
  readonly blocks: BlockSpec[] = [];
  readonly tables: TableSpec[] = [];

  constructor(private row: number) {}

  heading(text: string): void {
    this.blocks.push({
      row: this.row,
      column: 0,
      cells: [[text, null, null, null].map((value) => ({ value, style: 'heading' as const }))],
    });
    this.row += 1;
  }

  cells(cells: readonly (readonly CellSpec[])[]): void {
    if (cells.length > 0) this.blocks.push({ row: this.row, column: 0, cells });
    this.row += cells.length + 1;
  }

  table(model: TableModel) {
    const placed = placeTable(model, this.row, 0);
    this.blocks.push(placed.block);
    this.tables.push({ ...placed.table, filter: false });
    this.row += placed.table.range.rows + 1;
    return placed;
  }
}

export interface StartParts {
  readonly document: PlanDocument;
  readonly statuses: LevelStatuses;
  /** The other documents of the workbook. */
  readonly others: readonly PlanDocument[];
  readonly statements: readonly StatementView[];
  readonly findings: readonly Finding[];
  readonly explanations: Explanations;
  /** Names of the visible sheets, in order. */
  readonly sheets: readonly string[];
}

/** The first sheet: what was read, in which versions, what stands where, how to work with it, and that no line was lost. */
export function startSheet(parts: StartParts): SheetSpec {
  const { document, others, statements, findings, explanations } = parts;
  const { title, fiscalYear, entity } = document.document;
  const stack = new Stack(CONTENT_ROW);
  stack.heading('Over dit document');
  stack.cells(factsOf(document));
  if (others.length > 0) {
    stack.heading('Andere documenten in dit werkboek');
    stack.cells(others.map(otherFacts));
  }
  stack.heading('Bladen');
  stack.cells(sheetLinks(parts));
  stack.heading('Zo werkt u ermee');
  stack.cells(STEPS.map((step, index) => [{ value: `${index + 1}. ${step}`, style: 'plain' as const }]));
  stack.heading('Bevindingen');
  stack.cells(findingCounts(findings, explanations));
  if (statements.length > 0) {
    stack.heading('Versies: het plan hoort bij het schema, niet bij het verslag');
    stack.table(versionTable(statements));
  }
  stack.heading('Statussen van dit bestuur');
  const statuses = stack.table(statusTable(parts.statuses, levelNames([document, ...others])));
  stack.heading('Regels van de bron: elke niet-lege regel kreeg precies één rol');
  stack.table(roleTable(document));
  const heading = [title, fiscalYear].filter((part) => part !== null && part !== '').join(' ');
  return sheetOf({
    name: SHEETS.start,
    tabColor: TAB_COLORS.guide,
    columns: [{ width: 54 }, { width: 20 }, { width: 20 }, { width: 62 }, { width: 12 }],
    rows: [TITLE_ROW],
    blocks: [headBlock(heading || 'Planboek', entity?.name ?? ''), ...stack.blocks],
    tables: stack.tables,
    conditionalFormats: statusColors(parts.statuses, statuses),
    names: [{ name: LISTS.statuses, range: { sheet: SHEETS.start, ...statuses.bodyOf(STATUS_COLUMNS.label) } }],
    print: printOf(entity?.name ?? '', title || 'Planboek', { orientation: 'portrait' }),
  });
}

const otherFacts = ({ document, nodes, lines }: PlanDocument): readonly CellSpec[] => [
  { value: document.title, style: 'plain' },
  { value: [KIND_LABELS[document.kind], periodOf(document)].filter(Boolean).join(' '), style: 'note' },
  { value: null },
  { value: `${nodes.length} onderdelen, ${lines.total} niet-lege regels`, style: 'note' },
];

const sheetLinks = (parts: StartParts): readonly (readonly CellSpec[])[] =>
  parts.sheets.map((name) => [
    linkTo(name, 0, 0, name, 'plainLink'),
    { value: purposeOf(name, parts), style: 'plain' },
  ]);

/** Each status of the list in its own colour. */
const statusColors = (statuses: LevelStatuses, table: PlacedTable): readonly ConditionalFormatSpec[] =>
  allStatuses(statuses).map(({ color }, index) => ({
    ranges: [{ ...table.bodyOf(STATUS_COLUMNS.label), row: table.body.row + index, rows: 1 }],
    formula: 'TRUE',
    look: { fill: color, color: COLORS.ink },
  }));

function purposeOf(name: string, { statements, others }: StartParts): string {
  const view = statements.find(({ sheet }) => sheet === name);
  if (view) return view.statement.title || SCHEMA_TITLES[view.statement.schema];
  const other = others.find((_, index) => sourceSheetName(index + 2) === name);
  if (other) return `Alle regels van ${other.document.title}`;
  return (
    PURPOSES[name] ??
    (name.startsWith(MATRIX_SHEET)
      ? 'Koppelingen en uitgaven: de hoogste onderdelen van twee documenten tegen elkaar'
      : '')
  );
}

const periodOf = ({ planPeriod, fiscalYear }: PlanDocument['document']): string =>
  planPeriod === null ? String(fiscalYear ?? '') : `${planPeriod.from.slice(0, 4)}-${planPeriod.to.slice(0, 4)}`;

const dutchDate = (iso: string): string => iso.split('-').reverse().join('/');

function factsOf({ document, lines }: PlanDocument): readonly (readonly CellSpec[])[] {
  const { kind, title, fiscalYear, schemaSet, entity, planPeriod, officers } = document;
  const facts: readonly (readonly [label: string, value: string | number | null])[] = [
    ['Soort document', KIND_LABELS[kind]],
    ['Titel', title || null],
    ['Boekjaar', fiscalYear],
    ["Schema's volgens", schemaSet === null ? null : `BBC ${schemaSet}`],
    ['Entiteit', entity?.name ?? null],
    ['Ondernemingsnummer', entity?.enterpriseNumber ?? null],
    ['Adres', entity?.address ?? null],
    ['Planperiode', planPeriod === null ? null : `${dutchDate(planPeriod.from)} tot ${dutchDate(planPeriod.to)}`],
    ['Algemeen directeur', officers.generalDirector],
    ['Financieel directeur', officers.financialDirector],
    ['Niet-lege regels in de bron', lines.total],
  ];
  return facts
    .filter(([, value]) => value !== null)
    .map(([label, value]) => [
      { value: label, style: 'note' },
      { value, style: typeof value === 'number' ? 'plainNumber' : 'plain' },
    ]);
}

const findingCounts = (findings: readonly Finding[], explanations: Explanations): readonly (readonly CellSpec[])[] =>
  (['error', 'attention', 'info'] as const).map((severity) => [
    { value: SEVERITY_LABELS[severity], style: 'plain' },
    { ...openCount(findings, explanations, severity), style: 'plainNumber' },
  ]);

function versionTable(statements: readonly StatementView[]): TableModel {
  const columns: readonly ColumnModel[] = [
    { name: 'Schema', width: 0, style: 'text' },
    { name: 'Blad', width: 0, style: 'text' },
    { name: 'Eenheid', width: 0, style: 'text' },
    { name: 'Versie', width: 0, style: 'textWrapped' },
  ];
  return {
    name: TABLES.versions,
    columns,
    totals: false,
    rows: statements.map(({ statement, sheet }) => [
      `${statement.schema}: ${statement.title || SCHEMA_TITLES[statement.schema]}`,
      linkTo(sheet, 0, 0, sheet),
      statement.unit === 'cent' ? 'tot op de cent' : 'hele euro',
      statement.version,
    ]),
  };
}

/** Names of levels by id; the first document that has the level names it. */
const levelNames = (documents: readonly PlanDocument[]): ReadonlyMap<string, string> =>
  new Map([...documents].reverse().flatMap(({ levels }) => levels.map(({ id, name }) => [id, name])));

/** The levels a status is laid on, by name; null for one of the whole board. */
function levelsOfStatus(
  { board, byLevel }: LevelStatuses,
  code: string,
  names: ReadonlyMap<string, string>,
): string | null {
  const levels = Object.entries(byLevel).flatMap(([level, terms]) =>
    statusByCode(terms, code) ? [names.get(level) ?? level] : [],
  );
  const general = statusByCode(board, code) !== undefined;
  return levels.length === 0 ? null : [...(general ? [BOARD_STATUSES] : []), ...levels].join(`${LEVEL_SEPARATOR} `);
}

function statusTable(statuses: LevelStatuses, names: ReadonlyMap<string, string>): TableModel {
  const columns: readonly ColumnModel[] = [
    { name: STATUS_COLUMNS.label, width: 0, style: 'text' },
    { name: STATUS_COLUMNS.code, width: 0, style: 'textMuted' },
    { name: STATUS_COLUMNS.meaning, width: 0, style: 'text' },
    { name: STATUS_COLUMNS.levels, width: 0, style: 'textWrapped' },
    { name: STATUS_COLUMNS.color, width: 0, style: 'textMuted' },
  ];
  return {
    name: TABLES.statuses,
    columns,
    totals: false,
    rows: allStatuses(statuses).map(({ label, code, meaning, color }) => [
      label,
      code,
      MEANING_LABELS[meaning],
      levelsOfStatus(statuses, code, names),
      color,
    ]),
  };
}

function roleTable({ lines }: PlanDocument): TableModel {
  const counted = `COUNTIFS(${whole(TABLES.source, SOURCE_COLUMNS.role)},${here(TABLES.roles, 'Rol')})`;
  const columns: readonly ColumnModel[] = [
    { name: 'Rol', width: 0, style: 'text', total: { label: 'Totaal', value: 'Totaal', style: 'totalText' } },
    {
      name: 'Volgens de import',
      width: 0,
      style: 'count',
      alignRight: true,
      total: { formula: `SUM(${whole(TABLES.roles, 'Volgens de import')})`, value: lines.total, style: 'countTotal' },
    },
    {
      name: 'Geteld op Bron',
      width: 0,
      style: 'count',
      alignRight: true,
      formula: counted,
      total: { formula: `SUM(${whole(TABLES.roles, 'Geteld op Bron')})`, value: lines.total, style: 'countTotal' },
    },
    { name: 'Opmerking', width: 0, style: 'textMuted' },
  ];
  return {
    name: TABLES.roles,
    columns,
    totals: true,
    rows: Object.entries(lines.roles).map(([role, count]) => [
      labelOfRole(role),
      count,
      formulaCell(counted, count),
      null,
    ]),
  };
}
