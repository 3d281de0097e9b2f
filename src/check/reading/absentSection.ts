import { placeAt } from '../../plan/finding';
import { obligatorySchemas } from '../../schema/obligatoryParts';
import { SCHEMA_TITLES } from '../../schema/titles';
import { ruleCheck } from '../check';

/** A cover announces a schema that is not in the source: a part of the report was left out, or could not be turned into text. */
export const readingAbsentSection = ruleCheck({
  id: 'reading.absent-section',
  severity: 'attention',
  nl: [
    '{announced} ({title}) is aangekondigd op regel {line}, maar de tabel zelf staat niet in de bron.',
    'Vraag het volledige document op, of vul het schema aan.',
  ],
  en: [
    '{announced} ({title}) is announced on line {line}, but the table itself is not in the source.',
    'Ask for the complete document, or complete the schema.',
  ],
  reads: ['info', 'announcements', 'statements'],
  *rule(document) {
    const present = new Set(document.statements.map(({ schema }) => schema));
    const wanted = obligatorySchemas(document.document);
    for (const { schema, source } of document.announcements) {
      if (schema === null || present.has(schema)) continue;
      const isObligatory = wanted.some((one) => one.schema === schema && one.always);
      yield {
        ...(isObligatory ? { severity: 'error' as const } : {}),
        place: placeAt({ schema, line: source.line }),
        figures: { announced: schema, title: SCHEMA_TITLES[schema] },
      };
    }
  },
});
