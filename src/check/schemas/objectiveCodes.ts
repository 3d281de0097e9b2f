import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';

/** An objective that J1 and the evaluation do not both name: its code was changed or left out in one of them. */
export const schemasObjectiveCodes = ruleCheck({
  id: 'schemas.objective-codes',
  severity: 'error',
  nl: ['{code} staat in {present}, maar niet in {absent}.', 'Gebruik in beide delen dezelfde codes.'],
  en: ['{code} stands in {present}, but not in {absent}.', 'Use the same codes in both parts.'],
  contradicts: true,
  reads: ['nodes', 'statements'],
  *rule(document, context) {
    const top = document.nodes.filter(({ parent }) => parent === null);
    for (const statement of context.statements('J1')) {
      const headings = statement.rows.filter(({ node, values }) => node !== null && values.length === 0);
      const named = new Set(headings.map(({ node }) => node));
      if (top.length === 0 || named.size === 0) continue;
      for (const { node, source } of headings) {
        if (node === null || context.tree.byId.has(node)) continue;
        yield {
          place: placeAt({ node, schema: statement.schema, line: source.line }),
          figures: {
            code: node,
            present: statement.schema,
            absent: context.say('de beleidsevaluatie', 'the evaluation'),
          },
        };
      }
      // J1 of the 2020 set lists the priority objectives; a report with others has them in a group.
      for (const node of top) {
        if (named.has(node.id) || node.priority === false) continue;
        yield {
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: {
            code: node.id,
            present: context.say('de beleidsevaluatie', 'the evaluation'),
            absent: statement.schema,
          },
        };
      }
    }
  },
});
