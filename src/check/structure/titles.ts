import type { PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerpt, wordsOf } from '../narrative';

const plain = (title: string): string => wordsOf(title).join(' ');

/** The same code with another title in another part of the report: one of the two is older, or was moved to a new meaning. */
export const structureOtherTitle = ruleCheck({
  id: 'structure.other-title',
  severity: 'attention',
  nl: [
    '{node} heet in {schema} "{other}", maar in de beleidsevaluatie "{title}".',
    'Gebruik overal dezelfde titel; titels horen bij een versie van het plan.',
  ],
  en: [
    '{node} is called "{other}" in {schema}, but "{title}" in the evaluation.',
    'Use one title everywhere; titles belong to a version of the plan.',
  ],
  contradicts: true,
  reads: ['nodes', 'statements'],
  *rule(document, context) {
    for (const statement of document.statements) {
      for (const row of statement.rows) {
        const node = row.node === null ? undefined : context.tree.byId.get(row.node);
        // The row under the heading of an objective holds its title; figure rows and kinds do not.
        if (
          !node ||
          row.values.length > 0 ||
          row.kind !== null ||
          row.label === '' ||
          plain(row.label) === plain(node.title)
        )
          continue;
        yield {
          place: placeAt({ node: node.id, schema: statement.schema, line: row.source.line }),
          figures: { title: excerpt(node.title), other: excerpt(row.label) },
        };
      }
    }
  },
});

/** Several nodes of one level with the same title: lists and filters cannot tell them apart. */
export const structureDuplicateTitle = ruleCheck({
  id: 'structure.duplicate-title',
  severity: 'info',
  nl: [
    '{nodes} hebben dezelfde titel: "{title}".',
    'Maak de titels onderscheidend, bijvoorbeeld met de plaats of het onderwerp.',
  ],
  en: [
    '{nodes} have the same title: "{title}".',
    'Make the titles distinct, for instance with the place or the subject.',
  ],
  reads: ['nodes'],
  *rule(document) {
    const titles = new Map<string, PlanNode[]>();
    for (const node of document.nodes) {
      const title = plain(node.title);
      if (title === '') continue;
      const known = titles.get(`${node.level} ${title}`);
      if (known) known.push(node);
      else titles.set(`${node.level} ${title}`, [node]);
    }
    for (const same of titles.values()) {
      const [first] = same;
      if (same.length < 2 || !first) continue;
      yield {
        place: placeAt({ node: first.id, line: first.source.line }),
        figures: { nodes: same.map(({ id }) => id).join(', '), title: excerpt(first.title) },
      };
    }
  },
});
