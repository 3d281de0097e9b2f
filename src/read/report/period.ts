import { isDay } from '../../plan/calendar';
import type { Period } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { READING_KINDS } from '../findingKinds';
import type { ReportContext } from './context';

const PERIOD = /^Van (\d{2})\/(\d{2})\/(\d{4}) tot (?:en met )?(\d{2})\/(\d{2})\/(\d{4})$/;

/** "Van 01/01/2020 tot 31/12/2025", whether or not its days exist; null for any other text. */
export function parsePeriod(text: string): Period | null {
  const match = text.startsWith('Van ') ? PERIOD.exec(text) : null;
  if (!match) return null;
  const [, d1, m1, y1, d2, m2, y2] = match;
  return { from: `${y1}-${m1}-${d1}`, to: `${y2}-${m2}-${d2}` };
}

/** A period of which both days exist; else null, and a finding that quotes the line. */
export function existingPeriod(
  period: Period,
  context: ReportContext,
  index: number,
  node: string | null,
): Period | null {
  if (isDay(period.from) && isDay(period.to)) return period;
  context.findings.push({
    check: READING_KINDS.impossibleDate.id,
    place: placeAt({ node, line: index + 1 }),
    figures: { text: context.ledger.text(index) },
  });
  return null;
}
