import { expect, test } from '@jest/globals';
import { kindsOf, parseHeadLine } from '../../src/read/table/headLine';

test.each([
  ['RESULTAAT VAN HET BOEKJAAR 2026 2027 2028', 'RESULTAAT VAN HET BOEKJAAR', ['year', 'year', 'year']],
  ['Resultaat van het boekjaar 2026', 'Resultaat van het boekjaar', ['year']],
  ['Boekjaar 2026 Boekjaar 2027', '', ['year', 'year']],
  ['Omschrijving Boekjaar 2026 Boekjaar 2027', 'Omschrijving', ['year', 'year']],
])('%s: a word for years is the label’s unless every year has it', (text, label, kinds) => {
  const line = parseHeadLine(text);
  expect({ label: line?.label, kinds: line?.cells.map(kindsOf) }).toEqual({ label, kinds });
});
