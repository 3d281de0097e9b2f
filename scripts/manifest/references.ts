import { ruleOf } from './structure';
import { descendants, shown, withDescendants, type Problem, type XmlElement } from './xml';
import { VALUES } from './values';
import type { Section } from './grammar';

interface Reference {
  readonly element: XmlElement;
  readonly resid: string;
  readonly section: Section;
}

function references(element: XmlElement, parent: XmlElement | null = null): readonly Reference[] {
  const section = ruleOf(element, parent)?.resid;
  const { resid } = element.attributes;
  return [
    ...(section && resid !== undefined ? [{ element, resid, section }] : []),
    ...element.children.flatMap((child) => references(child, element)),
  ];
}

/** The second and later of what should be there once. */
function repeated(elements: readonly XmlElement[], keyOf: (element: XmlElement) => string): readonly XmlElement[] {
  const seen = new Set<string>();
  return elements.filter((element) => {
    const key = keyOf(element);
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

/** Each resource has a name of its own, is in the section its use wants, and is used. */
export function resourceProblems(root: XmlElement): readonly Problem[] {
  const sections = descendants(root, 'vo:Resources').flatMap(({ children }) => children);
  const defined = sections.flatMap((section) =>
    section.children.map((resource) => ({ section: section.name, resource, id: resource.attributes.id ?? '' })),
  );
  const used = references(root);
  const usedIds = new Set(used.map(({ resid }) => resid));
  return [
    ...repeated(
      defined.map(({ resource }) => resource),
      ({ attributes }) => attributes.id ?? '',
    ).map((resource) => ({
      line: resource.line,
      sentence: `There is another resource with the id of ${shown(resource)}. Give each its own.`,
    })),
    ...used.flatMap(({ element, resid, section }) => {
      const found = defined.filter(({ id }) => id === resid);
      if (found.length === 0)
        return [
          {
            line: element.line,
            sentence: `${shown(element)}: there is no resource "${resid}". Add it to <${section}>, or correct the name.`,
          },
        ];
      return found.some((one) => one.section === section)
        ? []
        : [
            {
              line: element.line,
              sentence: `${shown(element)}: "${resid}" stands in <${found[0]?.section ?? ''}>, but is wanted from <${section}>. Move it.`,
            },
          ];
    }),
    ...defined
      .filter(({ id }) => !usedIds.has(id))
      .map(({ resource }) => ({
        line: resource.line,
        sentence: `${shown(resource)} is used nowhere. Remove it, or use it.`,
      })),
  ];
}

const TRANSLATABLE = ['Override', 'bt:Override'];

/** Translations: one per language, none for the language that is the default already, and a text as short as the original may be. */
export function localeProblems(root: XmlElement): readonly Problem[] {
  const byDefault = descendants(root, 'DefaultLocale')[0]?.text ?? '';
  const problems: Problem[] = [];
  const visit = (element: XmlElement, parent: XmlElement | null): void => {
    const overrides = element.children.filter(({ name }) => TRANSLATABLE.includes(name));
    const kind = ruleOf(element, parent)?.attributes?.DefaultValue;
    for (const override of repeated(overrides, ({ attributes }) => attributes.Locale ?? '')) {
      problems.push({
        line: override.line,
        sentence: `${shown(element)} is given twice for ${override.attributes.Locale ?? ''}. Remove one.`,
      });
    }
    for (const override of overrides) {
      const { Locale: locale = '', Value: value = '' } = override.attributes;
      if (locale === byDefault)
        problems.push({
          line: override.line,
          sentence: `${shown(element)}: ${locale} is the default language already. Change DefaultValue instead.`,
        });
      const remedy = kind ? VALUES[kind](value) : null;
      if (remedy !== null)
        problems.push({ line: override.line, sentence: `${shown(element)} in ${locale}: "${value}" ${remedy}.` });
    }
    element.children.forEach((child) => {
      visit(child, element);
    });
  };
  visit(root, null);
  return problems;
}

const IDENTIFIED = ['vo:CustomTab', 'vo:Group', 'vo:Control'];

/** Ids of tabs, groups and controls are unique, each among its own kind. */
export const idProblems = (root: XmlElement): readonly Problem[] =>
  repeated(
    withDescendants(root).filter(({ name }) => IDENTIFIED.includes(name)),
    ({ name, attributes }) => `${name} ${attributes.id ?? ''}`,
  ).map((element) => ({
    line: element.line,
    sentence: `There is another ${shown(element)}. Office shows only one of them: give each its own id.`,
  }));
