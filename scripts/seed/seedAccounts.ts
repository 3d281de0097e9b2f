import { readFileSync } from 'node:fs';
import type { PlanDocument } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import { reducedSeedPath } from './seedFiles.mjs';

/** The accounts of 2024 as they are read from the seed. */
export function seedAccounts(): PlanDocument {
  const reading = readReport(readFileSync(reducedSeedPath('004'), 'utf8'));
  if (!reading) throw new Error('the seed is no report');
  return reading.document;
}
