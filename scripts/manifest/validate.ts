import { idProblems, localeProblems, resourceProblems } from './references';
import { iconProblems, namespaceProblems, runtimeProblems, setProblems, tabProblems } from './ribbon';
import { structureProblems } from './structure';
import { parseXml, type Problem } from './xml';

const RULES = [
  structureProblems,
  resourceProblems,
  localeProblems,
  idProblems,
  setProblems,
  iconProblems,
  tabProblems,
  runtimeProblems,
  namespaceProblems,
];

/**
 * What Office would refuse in the manifest of a task pane add-in for Excel, without asking Microsoft: by line. Stricter than the schema where a manifest
 * that passes it does not work; elements this product has no use for count as unknown.
 */
export function manifestProblems(source: string): readonly Problem[] {
  const parsed = parseXml(source);
  if ('problem' in parsed) return [parsed.problem];
  const { root } = parsed;
  if (root.name !== 'OfficeApp')
    return [
      {
        line: root.line,
        sentence: `The root is <${root.name}>, but must be <OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1">.`,
      },
    ];
  return RULES.flatMap((rule) => rule(root)).sort((left, right) => left.line - right.line);
}
