import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAddress } from '../../scripts/package/address';
import { packageManifest } from '../../scripts/package/main';
import { stampManifest } from '../../scripts/package/stamp';
import { ROOT } from '../support/requirements';

const source = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');

describe('the address of the add-in', () => {
  test.each([
    ['https://addins.stad.be/planboek', 'https://addins.stad.be/planboek'],
    ['https://addins.stad.be', 'https://addins.stad.be'],
    ['https://addins.stad.be:8443/a/b-c_d', 'https://addins.stad.be:8443/a/b-c_d'],
    [' https://Addins.Stad.be/Planboek ', 'https://addins.stad.be/Planboek'],
  ])('%s is taken', (given, url) => {
    expect(readAddress(given)).toEqual({ ok: true, url, origin: new URL(url).origin });
  });

  test.each([
    ['', /--url https:/],
    ['planboek', /not a whole address/],
    ['addins.stad.be/planboek', /not a whole address/],
    ['http://addins.stad.be/planboek', /not an https address.*certificate for addins\.stad\.be/],
    ['file:///C:/planboek', /not an https address/],
    ['https://addins.stad.be/planboek/', /ends in a slash. Leave it out: https:\/\/addins\.stad\.be\/planboek$/],
    ['https://addins.stad.be/planboek?v=1', /after \? or #/],
    ['https://addins.stad.be/planboek#x', /after \? or #/],
    ['https://addins.stad.be/planboek/taskpane.html', /names a file/],
    ['https://jan:geheim@addins.stad.be/planboek', /user name or password/],
    ['https://localhost:3000/planboek', /this computer/],
    ['https://127.0.0.1/planboek', /this computer/],
    ['https://addins.stad.be/plan boek', /signs that do not survive/],
    ['https://addins.stad.be//planboek', /signs that do not survive/],
  ])('%s is refused with a reason', (given, says) => {
    const address = readAddress(given);
    expect(address.ok ? 'taken' : address.sentence).toMatch(says);
  });
});

describe('the stamped manifest', () => {
  const { manifest, files, problems } = stampManifest(source, {
    url: 'https://addins.stad.be/planboek',
    origin: 'https://addins.stad.be',
    version: '2.3.4',
  });

  test('keeps the rules, and names nothing of development', () => {
    expect(problems).toEqual([]);
    expect(manifest).not.toContain('localhost');
  });

  test('moves every address with its path, and the domain without', () => {
    expect(manifest).toContain('DefaultValue="https://addins.stad.be/planboek/taskpane.html"');
    expect(manifest).toContain('<AppDomain>https://addins.stad.be</AppDomain>');
    expect(files).toEqual(
      expect.arrayContaining([
        'taskpane.html',
        'functions.json',
        'functions.en.json',
        'help.html',
        'help.en.html',
        'assets/import-80.png',
      ]),
    );
    const moved = [...manifest.matchAll(/https:\/\/addins\.stad\.be\/planboek\//g)].length;
    expect(moved).toBe([...source.matchAll(/https:\/\/localhost:3000\//g)].length);
  });

  test('takes the version, and keeps the id and everything else', () => {
    expect(manifest).toContain('<Version>2.3.4.0</Version>');
    const undone = manifest
      .replaceAll('https://addins.stad.be/planboek', 'https://localhost:3000')
      .replaceAll('https://addins.stad.be', 'https://localhost:3000')
      .replace('2.3.4.0', /<Version>(.*)<\/Version>/.exec(source)?.[1] ?? '');
    expect(undone).toBe(source);
  });

  test('is not given for a version Office would refuse', () => {
    const refused = packageManifest(source, 'https://addins.stad.be/planboek', '1.0.0-beta');
    expect(refused.ok ? [] : refused.sentences).toEqual([
      expect.stringMatching(/^manifest\.xml:\d+: .*must be two to four numbers/),
    ]);
  });
});
