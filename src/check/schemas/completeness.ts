import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { inLanguage } from '../../plan/phrase';
import { obligatorySchemas, obligatoryTexts, type ObligatoryText } from '../../schema/obligatoryParts';
import { SCHEMA_TITLES } from '../../schema/titles';
import { ruleCheck } from '../check';
import { rememberByParts } from '../parts';

/** With fewer schemas than this a document is an excerpt or a follow-up report, which is not meant to hold them all. */
const LEAST_SCHEMAS = 3;

/** Does the document mean to be a whole report? What is computed from budget lines holds what those lines determine. */
const isWholeReport = ({ statements, ledger }: PlanDocument): boolean =>
  ledger === undefined && new Set(statements.map(({ schema }) => schema)).size >= LEAST_SCHEMAS;

const isAnnounced = ({ announcements }: PlanDocument, schema: string): boolean =>
  announcements.some((announcement) => announcement.schema === schema);

/** A schema the law wants is neither printed nor announced. */
export const schemasCompleteness = ruleCheck({
  id: 'schemas.completeness',
  severity: 'error',
  nl: [
    '{part} ({title}) staat niet in het verslag; {needed}.',
    'Kijk na of het document volledig is, en voeg het schema toe.',
  ],
  en: [
    '{part} ({title}) is not in the report; {needed}.',
    'Check whether the document is complete, and add the schema.',
  ],
  reads: ['info', 'statements', 'announcements', 'ledger'],
  *rule(document, { say }) {
    if (!isWholeReport(document)) return;
    const present = new Set<string>(document.statements.map(({ schema }) => schema));
    for (const { schema, always } of obligatorySchemas(document.document)) {
      // A cover without its table is told by itself.
      if (present.has(schema) || isAnnounced(document, schema)) continue;
      yield {
        ...(always ? {} : { severity: 'info' as const }),
        place: placeAt({ schema }),
        figures: {
          part: schema,
          title: SCHEMA_TITLES[schema],
          needed: always
            ? say('het is een verplicht onderdeel', 'it is obligatory')
            : say(
                'het mag enkel ontbreken als er niets in te vullen is',
                'it may only be left out when there is nothing to show',
              ),
        },
      };
    }
  },
});

/** The policy evaluation opens the accounts: an objective without an evaluation of any kind means that it is not there. */
export const schemasEvaluation = ruleCheck({
  id: 'schemas.evaluation',
  severity: 'error',
  nl: [
    'De beleidsevaluatie staat niet in het verslag; ze is een verplicht onderdeel van de jaarrekening.',
    'Kijk na of het document volledig is, en voeg de beleidsevaluatie toe.',
  ],
  en: [
    'The policy evaluation is not in the report; it is an obligatory part of the accounts.',
    'Check whether the document is complete, and add the evaluation.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'ledger'],
  *rule(document) {
    const { nodes, amounts, document: info } = document;
    if (info.kind !== 'annualAccounts' || !isWholeReport(document)) return;
    if (amounts.length === 0 && nodes.every(({ evaluation }) => evaluation === null))
      yield { place: placeAt({ schema: 'evaluation' }), figures: {} };
  },
});

/** A longer text is no title. */
const MOST_TITLE_LETTERS = 90;

const textsOf = rememberByParts(['texts'], ({ texts }) => {
  const all = texts.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
  return { all: all.join('\n'), titles: all.filter(({ length }) => length <= MOST_TITLE_LETTERS).join('\n') };
});

function isThere(document: PlanDocument, { words, asTitle, figures }: ObligatoryText): boolean {
  const { all, titles } = textsOf(document);
  return figures?.(document) === true || words.test(asTitle ? titles : all);
}

/** Parts of the notes that are words: known by their words, so that a report may have them under others. */
export const schemasNotes = ruleCheck({
  id: 'schemas.notes',
  severity: 'attention',
  nl: [
    'In de toelichting is niet gevonden: {parts}.',
    'Voeg toe wat ontbreekt, of kijk na of het onder een andere titel staat.',
  ],
  en: ['Not found in the notes: {parts}.', 'Add what is missing, or check whether it stands under another title.'],
  reads: ['info', 'texts', 'statements', 'offBalance', 'ledger'],
  *rule(document, { language }) {
    if (!isWholeReport(document)) return;
    const missing = obligatoryTexts(document.document).filter((part) => !isThere(document, part));
    if (missing.length === 0) return;
    yield {
      place: placeAt({}),
      figures: { parts: missing.map(({ name }) => inLanguage(name, language)).join('; ') },
      subject: 'notes',
    };
  },
});
