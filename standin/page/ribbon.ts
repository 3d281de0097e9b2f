/** A button of the ribbon, as the manifest describes it, in one language. */
export interface RibbonButton {
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** Name of the function it calls; null for one that opens the pane. */
  readonly command: string | null;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly label: string;
  /** Of the add-in itself. */
  readonly icon: string;
  readonly groups: readonly RibbonGroup[];
}

/** Pixels of the icons Excel shows on large buttons. */
const ICON_SIZE = '32';

const elements = (parent: Element | Document, name: string): readonly Element[] => [
  ...parent.getElementsByTagNameNS('*', name),
];
const only = (parent: Element, name: string): Element | null =>
  [...parent.children].find(({ localName }) => localName === name) ?? null;

/** The tab a manifest adds to the ribbon, in the language of `locale`; the icons are addressed within the site that serves the manifest. */
export function ribbonTab(manifest: string, locale: string): RibbonTab {
  const xml = new DOMParser().parseFromString(manifest, 'application/xml');
  const resources = new Map(
    elements(xml, 'Resources')
      .flatMap((section) => [...section.querySelectorAll('[id]')])
      .map((resource) => [resource.getAttribute('id'), resource]),
  );
  const text = (reference: Element | null): string => {
    const resource = resources.get(reference?.getAttribute('resid') ?? null);
    const override = resource && [...resource.children].find((one) => one.getAttribute('Locale') === locale);
    return override?.getAttribute('Value') ?? resource?.getAttribute('DefaultValue') ?? '';
  };
  const { origin } = new URL(elements(xml, 'AppDomain')[0]?.textContent ?? '');
  const local = (address: string): string => address.replace(`${origin}/`, '');
  const button = (control: Element): RibbonButton => {
    const image = elements(control, 'Image').find((one) => one.getAttribute('size') === ICON_SIZE) ?? null;
    return {
      label: text(only(control, 'Label')),
      tip: text(elements(control, 'Description')[0] ?? null),
      icon: local(text(image)),
      command: elements(control, 'FunctionName')[0]?.textContent ?? null,
    };
  };
  const [tab] = elements(xml, 'CustomTab');
  if (!tab) throw new Error('the manifest has no tab of its own');
  return {
    label: text(only(tab, 'Label')),
    icon: local(elements(xml, 'IconUrl')[0]?.getAttribute('DefaultValue') ?? ''),
    groups: elements(tab, 'Group').map((group) => ({
      label: text(only(group, 'Label')),
      buttons: elements(group, 'Control').map(button),
    })),
  };
}

/** The tab as the ribbon of Excel shows it. */
export function ribbonView(tab: RibbonTab, press: (button: RibbonButton) => void): HTMLElement {
  const view = Object.assign(document.createElement('nav'), { className: 'ribbon', ariaLabel: tab.label });
  const bar = document.createElement('div');
  bar.setAttribute('role', 'toolbar');
  bar.ariaLabel = tab.label;
  view.append(bar);
  for (const { label, buttons } of tab.groups) {
    const group = Object.assign(document.createElement('div'), { className: 'ribbon-group' });
    group.setAttribute('role', 'group');
    group.ariaLabel = label;
    const row = document.createElement('div');
    for (const one of buttons) {
      const button = Object.assign(document.createElement('button'), { type: 'button', title: one.tip });
      button.append(
        Object.assign(document.createElement('img'), {
          src: one.icon,
          alt: '',
          width: Number(ICON_SIZE),
          height: Number(ICON_SIZE),
        }),
        one.label,
      );
      button.addEventListener('click', () => {
        press(one);
      });
      row.append(button);
    }
    group.append(row, Object.assign(document.createElement('small'), { textContent: label }));
    bar.append(group);
  }
  return view;
}
