import type { ScreenName } from './screens';

/** What a button asks of the screen it opens; the user still decides there. */
export type Request = 'check' | 'compare' | 'revert' | 'help';

interface Command {
  readonly screen: ScreenName;
  readonly request: Request | null;
}

/** The buttons of the ribbon that call a function, by its name in manifest.xml. */
export const RIBBON_COMMANDS = {
  showImport: { screen: 'import', request: null },
  runChecks: { screen: 'check', request: 'check' },
  showReconciliation: { screen: 'credits', request: null },
  showAccounts: { screen: 'accounts', request: null },
  compareReports: { screen: 'import', request: 'compare' },
  revertImport: { screen: 'import', request: 'revert' },
  showHelp: { screen: 'settings', request: 'help' },
} as const satisfies Readonly<Record<string, Command>>;

export type RibbonCommand = keyof typeof RIBBON_COMMANDS;

export const COMMAND_NAMES: readonly RibbonCommand[] = Object.keys(RIBBON_COMMANDS).filter(
  (name): name is RibbonCommand => name in RIBBON_COMMANDS,
);
