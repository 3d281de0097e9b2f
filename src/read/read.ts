import type { StatusVocabulary } from '../plan/status';
import { describeFinding, placeAt } from '../plan/finding';
import { failure, success } from '../plan/result';
import { decodeText } from './decode';
import { FAILURE_KINDS, READING_KINDS } from './findingKinds';
import { readReport } from './report/report';
import type { Reading, ReadOptions, ReadResult } from './source';

export interface SourceOptions extends ReadOptions {
  /** Name of the file, for messages. */
  readonly name?: string;
  readonly vocabulary?: StatusVocabulary;
}

/** Reads a file of any kind we know into a document; a file that cannot be read is a failure with its reason, never an exception. */
export async function readSource(bytes: Uint8Array, options: SourceOptions = {}): Promise<ReadResult> {
  const name = options.name ?? 'invoer';
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const reading = readReport(decoded.value.text, options);
  if (reading === null) return failure({ kind: FAILURE_KINDS.noSections, figures: { name } });
  return success(decoded.value.fallback ? withEncodingFinding(reading, options) : reading);
}

function withEncodingFinding(reading: Reading, { language }: ReadOptions): Reading {
  const kind = READING_KINDS.replacedCharacters;
  const finding = describeFinding(kind, { check: kind.id, place: placeAt({ line: 1 }), figures: {} }, language ?? 'nl');
  return { ...reading, document: { ...reading.document, findings: [finding, ...reading.document.findings] } };
}
