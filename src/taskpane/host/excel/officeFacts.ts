import type { HostFacts, HostTheme } from '../../ports/host';

/** Sets worth telling support, from the least one up. */
const ASKED: readonly (readonly [set: string, versions: readonly string[]])[] = [
  ['ExcelApi', ['1.14', '1.15', '1.16', '1.17', '1.18', '1.19', '1.20']],
  ['ExcelApiOnline', ['1.1']],
  ['SharedRuntime', ['1.1', '1.2']],
  ['CustomFunctionsRuntime', ['1.1', '1.2', '1.3', '1.4', '1.5']],
];

/** What Excel says of itself. */
export function officeFacts({ diagnostics, displayLanguage, requirements }: Office.Context): HostFacts {
  const supported = ASKED.flatMap(([set, versions]) => {
    const newest = versions.filter((version) => requirements.isSetSupported(set, version)).at(-1);
    return newest === undefined ? [] : [`${set} ${newest}`];
  });
  return {
    application: 'Excel',
    platform: diagnostics ? String(diagnostics.platform) : null,
    version: diagnostics ? diagnostics.version : null,
    locale: displayLanguage,
    requirementSets: supported,
  };
}

/** Colours of Office; null where it does not tell (Excel on the web). */
export function officeTheme(theme: Office.OfficeTheme | undefined): HostTheme | null {
  if (!theme) return null;
  return {
    background: theme.bodyBackgroundColor,
    foreground: theme.bodyForegroundColor,
    control: theme.controlBackgroundColor,
    controlForeground: theme.controlForegroundColor,
  };
}
