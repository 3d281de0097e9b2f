import { SaxesParser } from 'saxes';

/** Namespaces of a manifest and the short names this check uses for them; the base one has none. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.microsoft.com/office/appforoffice/1.1': '',
  'http://schemas.microsoft.com/office/taskpaneappversionoverrides': 'vo:',
  'http://schemas.microsoft.com/office/officeappbasictypes/1.0': 'bt:',
};

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** An element, by the short name of its namespace whatever prefix the file uses; `xsi:type` is among the attributes. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Something that is wrong in a manifest: the line, counted from 1, and a sentence that says what to do. */
export interface Problem {
  readonly line: number;
  readonly sentence: string;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML; a file that is not well-formed gives the first place where it breaks. */
export function parseXml(source: string): { readonly root: XmlElement } | { readonly problem: Problem } {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let problem: Problem | null = null;
  parser.on('error', (error) => {
    problem ??= {
      line: parser.line,
      sentence: `This is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`,
    };
  });
  parser.on('doctype', () => {
    problem ??= { line: parser.line, sentence: 'A manifest has no DOCTYPE. Remove it.' };
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const entries = Object.values(attributes).filter(
      ({ uri: space, prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns' && (space === '' || space === INSTANCE),
    );
    const element: Open = {
      name: `${NAMESPACES[uri] ?? `{${uri}}`}${local}`,
      line: parser.line,
      attributes: Object.fromEntries(
        entries.map(({ uri: space, local: name, value }) => [space === INSTANCE ? `xsi:${name}` : name, value]),
      ),
      children: [],
      text: '',
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.text = element.text.trim();
  });
  parser.write(source).close();
  if (problem) return { problem };
  return root
    ? { root }
    : { problem: { line: 1, sentence: 'The file is empty. A manifest has a root element <OfficeApp>.' } };
}

/** The element and everything below it, in the order of the file. */
export const withDescendants = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...element.children.flatMap(withDescendants),
];

export const descendants = (element: XmlElement, name: string): readonly XmlElement[] =>
  withDescendants(element).filter((one) => one.name === name);

/** How the element stands in the file, for a message. */
export function shown({ name, attributes }: XmlElement): string {
  const id = attributes.id ?? attributes.resid ?? attributes.Name ?? attributes.Locale;
  return `<${name.replace(/^vo:/, '')}${id === undefined ? '' : ` "${id}"`}>`;
}
