import type { PlanDocument } from '../../plan/document';

/** A policy field the document names, and the policy domain it was printed under. */
export interface PolicyFieldUse {
  readonly field: string;
  readonly name: string | null;
  readonly domain: string | null;
}

/** Every policy field of the document, in the order of its code. */
export function policyFieldsOf({ transfers }: PlanDocument): readonly PolicyFieldUse[] {
  const fields = new Map<string, PolicyFieldUse>();
  for (const { policyField, policyFieldName, policyDomain, policyDomainName } of transfers) {
    if (policyField === null || fields.has(policyField)) continue;
    fields.set(policyField, { field: policyField, name: policyFieldName, domain: policyDomainName ?? policyDomain });
  }
  return [...fields.values()].sort((one, other) => (one.field < other.field ? -1 : 1));
}
