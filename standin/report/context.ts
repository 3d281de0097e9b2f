import type { Kind, Phase } from '../../src/plan/vocabulary';
import type { Page } from './page';
import type { Money, PlannedNode, Settings } from './plan';
import type { Random } from './random';

/** What every section writer gets: where it writes, the plan it writes of, and where it notes what must be read. */
export interface Writing {
  readonly page: Page;
  readonly random: Random;
  readonly settings: Settings;
  readonly tree: readonly PlannedNode[];
  readonly total: Money;
  readonly entity: string;
}

export const KIND_LABELS: Readonly<Record<Kind, { readonly plural: string; readonly singular: string }>> = {
  operating: { plural: 'Exploitatie', singular: 'Exploitatie' },
  investment: { plural: 'Investeringen', singular: 'Investering' },
  financing: { plural: 'Financiering', singular: 'Financiering' },
};

export const PHASE_LABELS: Readonly<Record<Phase, string>> = {
  actual: 'Jaarrekening',
  finalBudget: 'Eindkredieten',
  initialBudget: 'Initiële kredieten',
  plan: 'Meerjarenplan',
};

export const OFFICERS = { general: 'Miet Verstraeten', financial: 'Joris De Backer' };

/** The head of a section, its parts on lines of their own. */
export function writeHead({ page, settings, entity }: Writing, title: string, version: string): void {
  page.block([title, '', String(settings.fiscalYear), `Journaalvolgnummers: ${version}`]);
  for (const line of [
    entity,
    settings.address,
    `Algemeen directeur: ${OFFICERS.general}`,
    `Financieel directeur: ${OFFICERS.financial}`,
  ]) {
    page.blank();
    page.block([line]);
  }
  page.blank();
}

/** The same head two parts to a line, as the wide schemas print it. */
export function writeWideHead({ page, settings, entity }: Writing, title: string, version: string): void {
  page.block([title, String(settings.fiscalYear), '', `Journaalvolgnummers: ${version}`]);
  page.blank();
  page.block([`${entity} Algemeen directeur: ${OFFICERS.general}`]);
  page.blank();
  page.block([`${settings.address} Financieel directeur: ${OFFICERS.financial}`]);
  page.blank();
}

/** The plan versions behind the schemas, by ledger number: the final credits, the plan after the carry-over, and a later one. */
export const PLAN_VERSIONS = { final: 103, carriedOver: 105, later: 106 } as const;

/** The files behind a schema; `version` is the plan its plan columns come from. */
export function writeDossiers({ page, settings }: Writing, version: keyof typeof PLAN_VERSIONS): void {
  const number = PLAN_VERSIONS[version];
  page.block(['Andere gebruikte dossiers op dit rapport:', 'MJP:']);
  page.blank();
  page.block([`MJP_HERZIENING_${number}_${settings.fiscalYear} ${settings.fiscalYear}: Alg. ${number}`]);
}
