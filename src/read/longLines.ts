import { placeAt, type RawFinding } from '../plan/finding';
import { READING_KINDS } from './findingKinds';
import { isTooLong, type Line } from './lines';

/** A finding for each line that is too long to be one, and was not read for that reason. */
export function longLineFindings(lines: readonly Line[]): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  lines.forEach((line, index) => {
    if (!isTooLong(line)) return;
    findings.push({
      check: READING_KINDS.longLine.id,
      place: placeAt({ line: index + 1 }),
      figures: { length: line.text.length },
    });
  });
  return findings;
}
