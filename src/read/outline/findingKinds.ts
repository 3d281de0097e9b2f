import type { FindingKind } from '../../plan/finding';
import type { ReviewReason } from '../../plan/review';

const kind = (
  id: string,
  severity: FindingKind['severity'],
  nl: readonly [string, string],
  en: readonly [string, string],
): FindingKind => ({
  id: `reading.${id}`,
  family: 'reading',
  severity,
  text: { nl: nl[0], en: en[0] },
  remedy: { nl: nl[1], en: en[1] },
});

/** What the reader of plans without report headings was not sure of, one kind per reason. */
export const REVIEW_KINDS: Readonly<Record<ReviewReason, FindingKind>> = {
  level: kind(
    'doubtful-level',
    'info',
    [
      'Het niveau van "{text}" (regel {line}) is afgeleid, niet gedrukt; gelezen als {level}.',
      'Bevestig het niveau, of geef het element een ander.',
    ],
    [
      'The level of "{text}" (line {line}) was inferred, not printed; read as {level}.',
      'Confirm the level, or give the element another.',
    ],
  ),
  kind: kind(
    'doubtful-kind',
    'info',
    [
      '"{text}" (regel {line}) is aan zijn woorden of vorm herkend als {level}.',
      'Bevestig dat het er een is, of verwijder het uit het plan.',
    ],
    [
      '"{text}" (line {line}) was taken for {level} by its words or its look.',
      'Confirm that it is one, or remove it from the plan.',
    ],
  ),
  unmarked: kind(
    'unmarked-text',
    'attention',
    [
      'Onder {node} staat op regel {line} een tekst zonder merkteken: "{text}".',
      'Geef hem een plaats in het plan, of laat hem als tekst staan.',
    ],
    [
      'Under {node} a text without a mark stands on line {line}: "{text}".',
      'Give it a place in the plan, or leave it as text.',
    ],
  ),
  label: kind(
    'odd-label',
    'attention',
    ['Op regel {line} ontbreekt een label, of het kondigt niets aan: "{text}".', 'Vul aan wat er bedoeld is.'],
    ['On line {line} a label is missing, or it announces nothing: "{text}".', 'Complete what was meant.'],
  ),
  boundary: kind(
    'doubtful-boundary',
    'info',
    [
      'Waar "{text}" (regel {line}) ophoudt, is afgeleid uit de lengte van de regels.',
      'Voeg samen of splits waar nodig.',
    ],
    ['Where "{text}" (line {line}) ends was inferred from the length of the lines.', 'Merge or split where needed.'],
  ),
};
