import type { PolicyDomain } from '../../plan/ledger';

/** Under which heading T1 keeps lines whose field is in no domain. */
export const UNASSIGNED_DOMAIN = 'Niet toegewezen';

/** The one domain that the law itself groups: the fields 00xx. */
const GENERAL_FINANCING = 'Algemene financiering';
const GENERAL_FIELDS = '00';

/** The board's own domains of T1. */
export interface Domains {
  /** In the order of the table, algemene financiering first. */
  readonly names: readonly string[];
  readonly nameOf: (field: string | null) => string;
}

/** null without a table: T1 is then not determined. */
export function domainsOf(table: readonly PolicyDomain[]): Domains | null {
  if (table.length === 0) return null;
  const byField = new Map(table.map(({ policyField, name }) => [policyField, name]));
  const general =
    table.find(({ name }) => name.toLowerCase() === GENERAL_FINANCING.toLowerCase())?.name ??
    table.find(({ policyField }) => policyField.startsWith(GENERAL_FIELDS))?.name ??
    GENERAL_FINANCING;
  return {
    names: [...new Set([general, ...table.map(({ name }) => name)])],
    nameOf: (field) => {
      const own = field === null ? undefined : byField.get(field);
      return own ?? (field?.startsWith(GENERAL_FIELDS) ? general : UNASSIGNED_DOMAIN);
    },
  };
}
