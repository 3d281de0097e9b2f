import type { LineAccount } from '../../plan/document';
import { groupOfRole, ROLE_GROUPS, type RoleGroup } from '../../plan/lineRole';

/** How many lines each group of roles has, most telling groups first; groups without lines are left out. */
export function roleCounts({ roles }: LineAccount): readonly { readonly group: RoleGroup; readonly count: number }[] {
  const counts = new Map<RoleGroup, number>();
  for (const [role, count] of Object.entries(roles)) {
    const group = groupOfRole(role);
    counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return ROLE_GROUPS.flatMap((group) => {
    const count = counts.get(group) ?? 0;
    return count === 0 ? [] : [{ group, count }];
  });
}
