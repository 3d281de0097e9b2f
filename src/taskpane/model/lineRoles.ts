import type { LineAccount } from '../../plan/document';
import { ROLE_GROUPS, type RoleGroup } from '../../i18n/pane/roles';

/** Roles of the readers by what their names start with; the first that fits counts. */
const PREFIXES: readonly (readonly [prefix: string, group: RoleGroup])[] = [
  ['unrecognised', 'unrecognised'],
  ['node', 'plan'],
  ['indicator', 'plan'],
  ['table', 'schemas'],
  ['footnote', 'prose'],
  ['plan', 'plan'],
  ['objective', 'plan'],
  ['evaluation', 'evaluation'],
  ['narrative', 'evaluation'],
  ['finance', 'finance'],
  ['transfer', 'transfers'],
  ['offBalance', 'offBalance'],
  ['participation', 'offBalance'],
  ['depreciation', 'depreciation'],
  ['prose', 'prose'],
  ['coverSchema', 'furniture'],
  ['cover', 'furniture'],
  ['footer', 'furniture'],
  ['pageNumber', 'furniture'],
  ['runningHead', 'furniture'],
  ['sentinel', 'furniture'],
  ['statement', 'schemas'],
  ['column', 'schemas'],
  ['schema', 'schemas'],
  ['head', 'heads'],
  ['section', 'heads'],
  ['dossier', 'heads'],
  ['contents', 'heads'],
  ['reference', 'heads'],
];

export const groupOf = (role: string): RoleGroup => PREFIXES.find(([prefix]) => role.startsWith(prefix))?.[1] ?? 'other';

/** How many lines each group of roles has, most telling groups first; groups without lines are left out. */
export function roleCounts({ roles }: LineAccount): readonly { readonly group: RoleGroup; readonly count: number }[] {
  const counts = new Map<RoleGroup, number>();
  for (const [role, count] of Object.entries(roles)) counts.set(groupOf(role), (counts.get(groupOf(role)) ?? 0) + count);
  return ROLE_GROUPS.flatMap((group) => {
    const count = counts.get(group) ?? 0;
    return count === 0 ? [] : [{ group, count }];
  });
}
