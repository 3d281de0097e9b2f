import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatAmount, parseAmount, parsePercent } from '../../src/plan/amountText';
import { MAX_CENTS } from '../../src/plan/money';

const cents = (text: string): number | null => parseAmount(text)?.cents ?? null;

describe('amounts as reports print them', () => {
  test.each([
    ['1.234.567', 123_456_700],
    ['990.000', 99_000_000],
    ['72 994 384', 7_299_438_400],
    ['72\u00a0994\u202f384', 7_299_438_400],
    ['88 214 129 EUR', 8_821_412_900],
    ['-38.729', -3_872_900],
    ['\u2212 38.729', -3_872_900],
    ['-€ 801.540,67', -80_154_067],
    ['- € 38.729', -3_872_900],
    ['-  € 38.729', -3_872_900],
    ['€ -5,00', -500],
    ['+ € 155.018', 15_501_800],
    ['€17.430', 1_743_000],
    ['7 873', 787_300],
    ['0', 0],
    ['-0', 0],
    ['- €', 0],
    ['–', 0],
    ['15.058.060,79', 1_505_806_079],
    ['1000000', 100_000_000],
  ])('%s', (text, expected) => {
    expect(cents(text)).toBe(expected);
  });

  test.each([
    '',
    'abc',
    '1.23',
    '1.2345',
    '1,5',
    '1,234',
    '12.34.567',
    '1.234 567',
    '1 2345',
    '--5',
    '- € -5',
    '€ 5 €',
    '34,4%',
    '1.234.567,891',
    '9'.repeat(41),
  ])('%j is not one amount', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  test('tells euros from cents', () => {
    expect(parseAmount('1.250')?.unit).toBe('euro');
    expect(parseAmount('1.250,00')?.unit).toBe('cent');
  });

  test('refuses what lies beyond the safe amount', () => {
    expect(parseAmount(formatAmount(MAX_CENTS, 'cent'))?.cents).toBe(MAX_CENTS);
    expect(parseAmount('22.517.998.136.852,48')).toBeNull();
  });

  test('whatever is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), (amount) => {
        expect(parseAmount(formatAmount(amount, 'cent'))).toEqual({ cents: amount, unit: 'cent' });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -22_517_998_136_852, max: 22_517_998_136_852 }), (euros) => {
        expect(parseAmount(formatAmount(euros * 100, 'euro'))).toEqual({ cents: euros * 100, unit: 'euro' });
      }),
    );
  });

  test('any text at all is an amount or null', () => {
    fc.assert(
      fc.property(fc.string(), (text) => parseAmount(text) === null || Number.isInteger(parseAmount(text)?.cents)),
    );
  });
});

test('percentages', () => {
  expect([
    parsePercent('34,4%'),
    parsePercent('93 %'),
    parsePercent('-2,07%'),
    parsePercent('3.5%'),
    parsePercent('93'),
  ]).toEqual([34.4, 93, -2.07, null, null]);
});
