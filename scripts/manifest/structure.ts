import { GRAMMAR, type Count, type ElementRule, type Place } from './grammar';
import { shown, type Problem, type XmlElement } from './xml';
import { VALUES } from './values';

const plain = (name: string): string => `<${name.replace(/^vo:/, '')}>`;
const either = (names: string): string => names.split('|').map(plain).join(' or ');

const TYPE = 'xsi:type';

/** The rule an element follows: by its parent, or by its name and type. */
export function ruleOf(element: XmlElement, parent: XmlElement | null): ElementRule | undefined {
  const rule = GRAMMAR[`${parent?.name ?? ''}/${element.name}`] ?? GRAMMAR[element.name];
  return rule?.types ? GRAMMAR[`${element.name}[${element.attributes[TYPE] ?? ''}]`] : rule;
}

const isMany = (count: Count): boolean => count === '*' || count === '+';
const isNeeded = (count: Count): boolean => count === '1' || count === '+';

/** Children in the order of the schema, each as often as it may be there. */
function orderProblems(element: XmlElement, places: readonly Place[]): readonly Problem[] {
  const placeOf = (name: string): number => places.findIndex(([names]) => names.split('|').includes(name));
  const problems: Problem[] = [];
  let reached = 0;
  let last: XmlElement | null = null;
  for (const child of element.children) {
    const at = placeOf(child.name);
    if (at < 0) {
      const known = places.map(([names]) => either(names)).join(', ');
      problems.push({
        line: child.line,
        sentence: `${shown(child)} may not stand in ${shown(element)}${known === '' ? '' : `; what may is ${known}`}.`,
      });
      continue;
    }
    if (at < reached)
      problems.push({
        line: child.line,
        sentence: `${shown(child)} stands after ${last ? shown(last) : ''}, but Office wants it before. Move it up.`,
      });
    if (at >= reached) {
      reached = at;
      last = child;
    }
  }
  for (const [names, count] of places) {
    const found = element.children.filter((child) => names.split('|').includes(child.name));
    if (found.length === 0 && isNeeded(count))
      problems.push({ line: element.line, sentence: `${shown(element)} has no ${either(names)}. Add it.` });
    const second = found[1];
    if (second && !isMany(count))
      problems.push({
        line: second.line,
        sentence: `${shown(element)} has ${found.length} times ${either(names)}: one is allowed. Remove the others.`,
      });
  }
  return problems;
}

function attributeProblems(
  element: XmlElement,
  { attributes = {}, optional = {}, resid, types }: ElementRule,
): readonly Problem[] {
  const { line } = element;
  const wanted = [...Object.keys(attributes), ...(resid ? ['resid'] : [])];
  const missing = wanted
    .filter((name) => element.attributes[name] === undefined)
    .map((name) => ({ line, sentence: `${shown(element)} has no attribute ${name}. Add it.` }));
  const allowed = new Set([
    ...wanted,
    ...Object.keys(optional),
    ...(types || element.attributes[TYPE] !== undefined ? [TYPE] : []),
  ]);
  const unknown = Object.keys(element.attributes)
    .filter((name) => !allowed.has(name))
    .map((name) => ({ line, sentence: `${shown(element)} may not have the attribute ${name}. Remove it.` }));
  const wrong = Object.entries({ ...attributes, ...optional }).flatMap(([name, kind]) => {
    const value = element.attributes[name];
    const remedy = value === undefined ? null : VALUES[kind](value);
    return remedy === null ? [] : [{ line, sentence: `${shown(element)}: ${name} "${value ?? ''}" ${remedy}.` }];
  });
  return [...missing, ...unknown, ...wrong];
}

function textProblems(element: XmlElement, { text }: ElementRule): readonly Problem[] {
  if (text === undefined)
    return element.text === ''
      ? []
      : [
          {
            line: element.line,
            sentence: `${shown(element)} may hold no text, but holds "${element.text}". Remove it.`,
          },
        ];
  const remedy = VALUES[text](element.text);
  return remedy === null ? [] : [{ line: element.line, sentence: `${shown(element)}: "${element.text}" ${remedy}.` }];
}

/** What does not stand as the schema wants it: names, order, counts, attributes and values. */
export function structureProblems(element: XmlElement, parent: XmlElement | null = null): readonly Problem[] {
  const rule = ruleOf(element, parent);
  if (!rule) {
    const types = GRAMMAR[element.name]?.types;
    if (!types) return []; // said by its parent
    return [
      {
        line: element.line,
        sentence: `${shown(element)}: xsi:type "${element.attributes[TYPE] ?? ''}" must be one of ${types.join(', ')}.`,
      },
    ];
  }
  return [
    ...attributeProblems(element, rule),
    ...textProblems(element, rule),
    ...orderProblems(element, rule.children ?? []),
    ...element.children.flatMap((child) => structureProblems(child, element)),
  ];
}
