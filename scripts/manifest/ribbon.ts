import { ICON_SIZES, REQUIRED_ICON_SIZES } from './values';
import { descendants, shown, type Problem, type XmlElement } from './xml';

/** Controls beyond these Office leaves out. */
const MOST_CONTROLS = 6;

/** Sets this check knows, with the newest version it has heard of. */
const NEWEST_SETS: Readonly<Record<string, string>> = {
  AddinCommands: '1.3',
  CustomFunctionsRuntime: '1.5',
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  ExcelApi: '1.20',
  ImageCoercion: '1.2',
  KeyboardShortcuts: '1.1',
  OpenBrowserWindowApi: '1.1',
  RibbonApi: '1.2',
  SharedRuntime: '1.2',
};

const numbers = (version: string): readonly number[] => version.split('.').map(Number);
const isNewer = (version: string, than: string): boolean => {
  const [major = 0, minor = 0] = numbers(version);
  const [knownMajor = 0, knownMinor = 0] = numbers(than);
  return major > knownMajor || (major === knownMajor && minor > knownMinor);
};

/** Requirement sets exist, in a version that exists. */
export const setProblems = (root: XmlElement): readonly Problem[] =>
  [...descendants(root, 'Set'), ...descendants(root, 'bt:Set')].flatMap((set) => {
    const { Name: name = '', MinVersion: version = '1.1' } = set.attributes;
    const newest = NEWEST_SETS[name];
    if (newest === undefined)
      return [
        {
          line: set.line,
          sentence: `"${name}" is not a requirement set of Excel that is known here; known are ${Object.keys(NEWEST_SETS).join(', ')}.`,
        },
      ];
    return isNewer(version, newest)
      ? [
          {
            line: set.line,
            sentence: `${name} ${version} is not known; the newest is ${newest}. No Excel would show the add-in.`,
          },
        ]
      : [];
  });

/** Icons in every size Office cannot do without, and each size once. */
export const iconProblems = (root: XmlElement): readonly Problem[] =>
  descendants(root, 'vo:Icon').flatMap((icon) => {
    const sizes = icon.children.map(({ attributes }) => Number(attributes.size));
    const missing = REQUIRED_ICON_SIZES.filter((size) => !sizes.includes(size));
    const double = ICON_SIZES.filter((size) => sizes.filter((one) => one === size).length > 1);
    return [
      ...(missing.length === 0
        ? []
        : [
            {
              line: icon.line,
              sentence: `<Icon> has no picture of ${missing.join(' and ')} pixels. Office wants ${REQUIRED_ICON_SIZES.join(', ')}.`,
            },
          ]),
      ...(double.length === 0
        ? []
        : [
            {
              line: icon.line,
              sentence: `<Icon> names ${double.join(' and ')} pixels more than once. Remove the others.`,
            },
          ]),
    ];
  });

/** One tab of its own, and groups Office shows whole. */
export function tabProblems(root: XmlElement): readonly Problem[] {
  const own = descendants(root, 'vo:CustomTab');
  const built = descendants(root, 'vo:OfficeTab');
  const [, second] = own;
  return [
    ...(second
      ? [{ line: second.line, sentence: 'An add-in has at most one <CustomTab>. Put the groups in one tab.' }]
      : []),
    ...(own.length > 0 && built[0]
      ? [{ line: built[0].line, sentence: 'An add-in with a <CustomTab> has no <OfficeTab>. Choose one of the two.' }]
      : []),
    ...descendants(root, 'vo:Group').flatMap((group) => {
      const { length } = group.children.filter(({ name }) => name === 'vo:Control');
      return length <= MOST_CONTROLS
        ? []
        : [
            {
              line: group.line,
              sentence: `${shown(group)} has ${length} controls: Office shows at most ${MOST_CONTROLS}. Split the group.`,
            },
          ];
    }),
  ];
}

const sourceOf = (element: XmlElement): string | undefined =>
  descendants(element, 'vo:SourceLocation')[0]?.attributes.resid;

/** The functions' own script is a script; a shared runtime loads its page instead, other hosts do not. */
function scriptProblems(root: XmlElement): readonly Problem[] {
  const urls = new Map(descendants(root, 'bt:Url').map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  return descendants(root, 'vo:Script').flatMap((element) => {
    const resid = sourceOf(element) ?? '';
    const address = urls.get(resid);
    return address === undefined || /\.js$/.test(address)
      ? []
      : [
          {
            line: element.line,
            sentence: `${shown(element)} names "${resid}", which is no .js file. Name the script.`,
          },
        ];
  });
}

/** With a shared runtime everything runs in one page: pane, functions and commands name it, and the set is asked for. */
export function runtimeProblems(root: XmlElement): readonly Problem[] {
  const [runtime] = descendants(root, 'vo:Runtime');
  if (!runtime) return [];
  const { resid = '', lifetime } = runtime.attributes;
  const users = [
    ...descendants(root, 'vo:Page').map((element) => ({ element, page: sourceOf(element) })),
    ...descendants(root, 'vo:Action')
      .filter(({ attributes }) => attributes['xsi:type'] === 'ShowTaskpane')
      .map((element) => ({ element, page: sourceOf(element) })),
    ...descendants(root, 'vo:FunctionFile').map((element) => ({ element, page: element.attributes.resid })),
  ];
  const asks = descendants(root, 'Set').some(({ attributes }) => attributes.Name === 'SharedRuntime');
  const commands = descendants(root, 'vo:FunctionName');
  return [
    ...scriptProblems(root),
    ...(lifetime === 'long'
      ? []
      : [
          {
            line: runtime.line,
            sentence: '<Runtime> must have lifetime="long": custom functions end with the pane otherwise.',
          },
        ]),
    ...(asks
      ? []
      : [
          {
            line: runtime.line,
            sentence: '<Runtime> wants <Set Name="SharedRuntime" MinVersion="1.1"/> among the requirements. Add it.',
          },
        ]),
    ...users
      .filter(({ page }) => page !== resid)
      .map(({ element, page }) => ({
        line: element.line,
        sentence: `${shown(element)} names "${page ?? ''}", but the shared runtime is "${resid}". They must be the same.`,
      })),
    ...(commands[0] && descendants(root, 'vo:FunctionFile').length === 0
      ? [{ line: commands[0].line, sentence: 'A button calls a function, but there is no <FunctionFile>. Add it.' }]
      : []),
  ];
}

const NAMESPACE = /^[A-Za-z][\w.]{0,31}$/;

/** The name before the point in `=PLAN.BEDRAG(...)`: the same in every language, or workbooks break when they travel. */
export const namespaceProblems = (root: XmlElement): readonly Problem[] =>
  descendants(root, 'vo:Namespace').flatMap(({ attributes }) =>
    descendants(root, 'bt:String')
      .filter((text) => text.attributes.id === attributes.resid)
      .flatMap((text) => [
        ...(NAMESPACE.test(text.attributes.DefaultValue ?? '')
          ? []
          : [
              {
                line: text.line,
                sentence: `${shown(text)}: "${text.attributes.DefaultValue ?? ''}" cannot be a namespace: a letter, then letters, digits, _ and points, at most 32.`,
              },
            ]),
        ...(text.children.length === 0
          ? []
          : [
              {
                line: text.line,
                sentence: `${shown(text)} is the namespace of the functions and may not be translated: formulas would break in another language.`,
              },
            ]),
      ]),
  );
