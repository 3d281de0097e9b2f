import type { Language } from '../../plan/finding';
import type { PlanDocument, PlanNode } from '../../plan/document';

/** How names of levels end in the plural; a name that ends otherwise is told as parts. */
const PLURALS: readonly (readonly [end: RegExp, plural: string])[] = [
  [/ctie$/i, 'cties'],
  [/plan$/i, 'plannen'],
  [/doelstelling$/i, 'doelstellingen'],
];

const dutchPlural = (name: string): string | null => {
  const found = PLURALS.find(([end]) => end.test(name));
  return found ? name.replace(found[0], found[1]).toLowerCase() : null;
};

/** "3 van de 5 actieplannen", "de enige actie": some of the nodes directly under another. */
export function someOf(
  count: number,
  children: readonly PlanNode[],
  { levels }: PlanDocument,
  language: Language,
): string {
  const names = new Set(children.map(({ level }) => levels.find(({ id }) => id === level)?.name ?? ''));
  const name = names.size === 1 ? ([...names][0] ?? '') : '';
  if (language === 'en') return children.length === 1 ? 'its only part' : `${count} of its ${children.length} parts`;
  const plural = dutchPlural(name);
  if (children.length === 1) return plural === null ? 'het enige onderdeel' : `de enige ${name.toLowerCase()}`;
  return `${count} van de ${children.length} ${plural ?? 'onderdelen'}`;
}
