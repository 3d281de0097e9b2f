import type { CheckSettings } from '../check/settings';
import type { Conflict } from '../changes/merge/conflict';
import type { PlanDocument } from '../plan/document';
import type { Explanations } from '../plan/explanation';
import type { Language } from '../plan/finding';
import type { StatusVocabulary } from '../plan/status';
import { DIRECTIONS, KINDS } from '../plan/vocabulary';
import type { OutlineProfile } from '../read/outline/profile';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { SHEET_STATES } from './findingStates';
import { COMPARISON_LABELS, INDICATOR_KIND_LABELS } from './indicatorLabels';
import { LINK_KIND_LABELS, LINK_STATE_LABELS } from './linkLabels';
import { LISTS, SHEETS } from './names';
import { NO, YES } from './planTable';
import { sheetOf } from './sheet';
import type { BlockSpec, CellSpec, DefinedNameSpec, SheetSpec } from './spec';

/** What the workbook remembers besides what it shows: the document as imported (the before-image), the settings and where it came from. */
export interface WorkbookState {
  readonly format: typeof STATE_FORMAT;
  readonly document: PlanDocument;
  /** The other documents of the workbook as imported; absent when there are none. */
  readonly others?: readonly PlanDocument[];
  readonly settings: {
    readonly statuses: StatusVocabulary;
    readonly language: Language;
    readonly checks?: BoardSettings;
    /** How plans of this board are read that are no report, made by its users. */
    readonly profiles?: readonly OutlineProfile[];
  };
  /** Imports that made this workbook, oldest first. */
  readonly lineage: readonly { readonly title: string; readonly lines: number; readonly name?: string }[];
  /** Answers to findings that the sheet Controle does not show now: they come back with their finding. Absent when there are none. */
  readonly dormant?: Explanations;
  /** What could not be decided when a new version was merged in, and nobody answered yet. Absent when there is nothing. */
  readonly conflicts?: readonly Conflict[];
}

/** What a board set for its checks beside its statuses; absent as long as it set nothing. */
export type BoardSettings = Omit<CheckSettings, 'statuses'>;

export const STATE_FORMAT = 'planboek/state@1';

/** First row of the chunks; above them stand the format and their number. */
export const CHUNK_ROW = 2;

/** Stands before every chunk, so that no host takes its first sign for an apostrophe prefix or a formula. */
export const CHUNK_MARK = '|';

/** Well below the 32,767 characters a cell takes. */
const CHUNK_LENGTH = 30_000;

/** JSON between its parts: a chunk that begins so begins a part, so that damage in one part leaves the others whole. */
export const PART_MARK = ' ,';

/**
 * JSON in signs that no host or file changes: everything outside printable ASCII is escaped, and so is the underscore of `_x0041_`, which files
 * take for an escape.
 */
const plainJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/_(?=x[0-9A-Fa-f]{4})/g, '\\u005f');

const partTexts = (state: WorkbookState): readonly string[] =>
  Object.entries(state)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${plainJson(value)}`);

function chunksOf(state: WorkbookState): readonly string[] {
  const parts = partTexts(state);
  return parts.flatMap((part, index) => {
    const text = `${index === 0 ? '{' : PART_MARK}${part}${index === parts.length - 1 ? '}' : ''}`;
    const chunks: string[] = [];
    for (let at = 0, end = 0; at < text.length; at = end) {
      end = at + CHUNK_LENGTH;
      while (text.startsWith(PART_MARK, end)) end -= 1;
      chunks.push(CHUNK_MARK + text.slice(at, end));
    }
    return chunks;
  });
}

/** Column of the first list; lists stand side by side from here on. */
const LIST_COLUMN = 2;

/** A closed list under its name. */
export type ChoiceList = readonly [name: string, choices: readonly CellSpec[]];

/** The hidden sheet: the state as text in chunks, and the closed lists that dropdowns take their choices from; `more` are those of this workbook. */
export function stateSheet(state: WorkbookState, more: readonly ChoiceList[] = []): SheetSpec {
  const chunks = chunksOf(state);
  const lists: readonly ChoiceList[] = [
    [LISTS.kinds, KINDS.map((kind) => labelOfKind(kind))],
    [
      LISTS.directions,
      DIRECTIONS.filter((direction) => direction !== 'balance').map((direction) => labelOfDirection(direction)),
    ],
    [LISTS.levels, [...state.document.levels].sort((left, right) => left.rank - right.rank).map(({ id }) => id)],
    [LISTS.yesNo, [YES, NO]],
    [LISTS.states, SHEET_STATES],
    [LISTS.linkKinds, Object.values(LINK_KIND_LABELS)],
    [LISTS.linkStates, Object.values(LINK_STATE_LABELS)],
    [LISTS.indicatorKinds, Object.values(INDICATOR_KIND_LABELS)],
    [LISTS.comparisons, Object.values(COMPARISON_LABELS)],
    ...more,
  ];
  const filled = lists.filter(([, choices]) => choices.length > 0);
  return sheetOf({
    name: SHEETS.state,
    visibility: 'veryHidden',
    blocks: [
      { row: 0, column: 0, cells: [[STATE_FORMAT], [chunks.length]] },
      { row: CHUNK_ROW, column: 0, cells: chunks.map((chunk) => [chunk]) },
      ...filled.map(([, choices], index): BlockSpec => ({
        row: 0,
        column: LIST_COLUMN + index,
        cells: choices.map((choice) => [choice]),
      })),
    ],
    names: filled.map(([name, choices], index): DefinedNameSpec => ({
      name,
      range: { sheet: SHEETS.state, row: 0, column: LIST_COLUMN + index, rows: choices.length, columns: 1 },
    })),
  });
}
