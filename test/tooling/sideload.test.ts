import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { sideloadPlan } from '../../scripts/sideload/plan.mjs';
import { ROOT } from '../support/requirements';

const ID = '6c0a9d1e-3b5f-4f0e-9d52-7a1c84e2b630';

describe('loading the add-in into the Excel of a developer', () => {
  test('on Windows: a value of the registry that names the manifest', () => {
    const plan = sideloadPlan({
      platform: 'win32',
      home: 'C:\\Users\\jan',
      id: ID,
      manifest: 'C:\\mijn werk\\manifest.xml',
    });
    expect(plan).toMatchObject({
      add: {
        run: [
          'reg',
          'add',
          'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer',
          '/v',
          ID,
          '/t',
          'REG_SZ',
          '/d',
          'C:\\mijn werk\\manifest.xml',
          '/f',
        ],
      },
      remove: { run: ['reg', 'delete', 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer', '/v', ID, '/f'] },
    });
  });

  test('on a Mac: a copy where Excel looks', () => {
    const copy = `/Users/jan/Library/Containers/com.microsoft.Excel/Data/Documents/wef/${ID}.manifest.xml`;
    expect(sideloadPlan({ platform: 'darwin', home: '/Users/jan', id: ID, manifest: '/w/manifest.xml' })).toMatchObject(
      { add: { copy: ['/w/manifest.xml', copy] }, remove: { delete: copy } },
    );
  });

  test('elsewhere: it says that there is no Excel, and what there is', () => {
    expect(sideloadPlan({ platform: 'linux', home: '/home/jan', id: ID, manifest: '/w/manifest.xml' })).toEqual({
      none: expect.stringMatching(/There is no Excel.*\n.*npm start/) as unknown,
    });
    if (process.platform !== 'linux') return;
    const { status, stderr } = spawnSync(process.execPath, ['scripts/sideload.mjs'], { cwd: ROOT, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('There is no Excel') as unknown]);
  });
});
