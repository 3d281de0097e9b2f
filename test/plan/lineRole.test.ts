import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { groupOfRole, labelOfRole, LINE_ROLES, ROLE_GROUPS, roleOfLabel } from '../../src/plan/lineRole';
import { readReport } from '../../src/read/report/report';

describe('the roles of lines', () => {
  test('have Dutch labels of their own, by which they are found again', () => {
    expect(LINE_ROLES.map((role) => roleOfLabel(labelOfRole(role)))).toEqual(LINE_ROLES);
  });

  test('are shown in words, never by their name in the code', () => {
    expect(LINE_ROLES.filter((role) => labelOfRole(role) === role)).toEqual([]);
    expect(
      LINE_ROLES.filter((role) => /[A-Z]/.test(labelOfRole(role)) || /[A-Z]/.test(labelOfRole(role, 'en'))),
    ).toEqual([]);
  });

  test('are each listed under a group, and every group has roles', () => {
    expect(new Set(LINE_ROLES.map(groupOfRole))).toEqual(new Set(ROLE_GROUPS));
  });

  test('are those the readers give: no golden report has another', () => {
    const folder = path.join(process.cwd(), 'test', 'golden', 'read');
    const given = readdirSync(folder).flatMap((name) => {
      const reading = readReport(readFileSync(path.join(folder, name, 'input.txt'), 'utf8'));
      return Object.keys(reading?.document.lines.roles ?? {});
    });
    expect(given.length).toBeGreaterThan(100);
    expect(given.filter((role) => !LINE_ROLES.some((known) => known === role))).toEqual([]);
  });
});

test('a name that is no role is shown as it is, and no role has it', () => {
  expect(labelOfRole('kader')).toBe('kader');
  expect(groupOfRole('toString')).toBe('other');
  expect(roleOfLabel('kader')).toBeNull();
});
