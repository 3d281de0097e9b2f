import type { Probe } from './probes.d.mts';

export declare const OUTCOME_SHEET: string;
export declare function runProbes(
  probes: Readonly<Record<string, Probe>>,
): Promise<readonly (readonly [id: string, json: string])[]>;
export declare function writeOutcomes(
  outcomes: readonly (readonly [id: string, json: string])[],
  sheetName: string,
): Promise<void>;
