import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedText } from '../../support/requirements';

/** Name under which the tests import the accounts of 2024. */
export const REPORT_NAME = 'jaarrekening.txt';

const folder = mkdtempSync(path.join(tmpdir(), 'planboek-e2e-'));

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

/** The accounts of 2024 as a file a user picks. */
export const reportFile = (): string => file(REPORT_NAME, seedText('004'));

function replaced(text: string, from: string | RegExp, to: string): string {
  const next = text.replace(from, to);
  if (next === text) throw new Error(`the report does not hold ${String(from)}`);
  return next;
}

/** The same report a month later: BD000001 and AC000395 have another status, AC000396 another title, and AC000485 became AC000999. */
export function laterReportFile(): string {
  let text = seedText('004');
  text = replaced(
    text,
    /(BD000001\s[\s\S]*?Toelichting evaluatie: )Voortgang loopt zoals gepland:/,
    '$1Niet opgestart :',
  );
  text = replaced(
    text,
    /(Prioritaire actie: AC000395\s[\s\S]*?Toelichting evaluatie: )Resultaat is behaald\. :/,
    '$1Voortgang loopt niet zoals gepland:',
  );
  text = replaced(
    text,
    'Structurele armoedebestrijding door een aanpak over alle beleidsdomeinen heen.',
    'Armoedebestrijding over alle beleidsdomeinen heen.',
  );
  text = replaced(text, /(actie: )AC000485\b/, '$1AC000999');
  return file('jaarrekening-versie-2.txt', text);
}
