import type { StatusVocabulary } from '../../plan/status';
import { describeFinding, placeAt } from '../../plan/finding';
import { failure, success, type Result } from '../../plan/result';
import { decodeText, isPdf, refuseBySize } from './decode';
import { READING_KINDS } from '../findingKinds';
import { splitLines, type Line } from '../lines';
import { detectProfile, readOutline } from '../outline/outline';
import type { OutlineProfile } from '../outline/profile';
import { readPdfLines } from '../pdf/pdf';
import { oldSchemas, refusalOf } from '../report/refusal';
import { readReportLines } from '../report/report';
import type { Reading, ReadFailure, ReadOptions, ReadResult } from '../source';

export interface SourceOptions extends ReadOptions {
  /** Name of the file, for messages. */
  readonly name?: string;
  readonly vocabulary?: StatusVocabulary;
  /** Profiles of plans that are no report: the first whose marks a file bears reads it. */
  readonly profiles?: readonly OutlineProfile[];
}

/** Reads a file of any kind we know into a document; a file that cannot be read is a failure with its reason, never an exception. */
export async function readSource(bytes: Uint8Array, options: SourceOptions = {}): Promise<ReadResult> {
  const name = options.name ?? 'invoer';
  const source = await readLines(bytes, name);
  if (!source.ok) return source;
  const { lines } = source.value;
  const report = readReportLines(lines, options);
  // The rules of before 2020 have some of the same titles over other rows.
  if (report !== null && isOld(report, oldSchemas(lines).length)) return failure(refusalOf(lines, name));
  const reading = report ?? readPlan(lines, options);
  if (reading === null) return failure(refusalOf(lines, name));
  return success(source.value.fallback ? withEncodingFinding(reading, options) : reading);
}

const FIRST_YEAR = 2020;
/** Beside schemas that are read, so many old ones are no list of what changed. */
const MANY_OLD = 4;

/** Is a text with old schemas in it a report of the old rules: by its year, their number, or for want of anything else? */
function isOld({ document }: Reading, count: number): boolean {
  if (count === 0) return false;
  const { fiscalYear, planPeriod } = document.document;
  const year = fiscalYear ?? (planPeriod === null ? null : Number(planPeriod.from.slice(0, 4)));
  const isRead =
    document.nodes.length > 0 ||
    document.statements.some(({ rows }) => rows.some(({ schemaRow }) => schemaRow !== null));
  return !isRead || count >= MANY_OLD || (year !== null && year < FIRST_YEAR);
}

/** The lines of a file of any kind we know, for whoever makes a profile of it. */
export async function readLines(bytes: Uint8Array, name: string): Promise<Result<SourceLines, ReadFailure>> {
  return isPdf(bytes) ? linesOfPdf(bytes, name) : linesOfText(bytes, name);
}

/** A plan that is no report is read by the first profile whose marks it bears; without one it is not guessed at. */
function readPlan(lines: readonly Line[], options: SourceOptions): Reading | null {
  const profile = detectProfile(lines, options.profiles ?? []);
  return profile && readOutline(lines, profile, options);
}

export interface SourceLines {
  readonly lines: readonly Line[];
  /** Was the text not UTF-8? */
  readonly fallback: boolean;
}

function linesOfText(bytes: Uint8Array, name: string): Result<SourceLines, ReadFailure> {
  const decoded = decodeText(bytes, name);
  return decoded.ok ? success({ lines: splitLines(decoded.value.text), fallback: decoded.value.fallback }) : decoded;
}

async function linesOfPdf(bytes: Uint8Array, name: string): Promise<Result<SourceLines, ReadFailure>> {
  const refused = refuseBySize(bytes, name);
  if (refused !== null) return failure(refused);
  const lines = await readPdfLines(bytes, name);
  return lines.ok ? success({ lines: lines.value, fallback: false }) : lines;
}

function withEncodingFinding(reading: Reading, { language }: ReadOptions): Reading {
  const kind = READING_KINDS.replacedCharacters;
  const finding = describeFinding(kind, { check: kind.id, place: placeAt({ line: 1 }), figures: {} }, language ?? 'nl');
  return { ...reading, document: { ...reading.document, findings: [finding, ...reading.document.findings] } };
}
