import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { GENERATED_DOCS } from '../../scripts/docs';
import { ROOT } from '../support/requirements';

test.each(GENERATED_DOCS.map(({ file, text }) => [file, text] as const))(
  '%s is up to date (npm run docs writes it)',
  (file, text) => {
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(text());
  },
);
