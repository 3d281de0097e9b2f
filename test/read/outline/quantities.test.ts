import { describe, expect, test } from '@jest/globals';
import { quantitiesIn } from '../../../src/read/outline/quantities';

const found = (text: string): readonly (readonly [number, string])[] =>
  quantitiesIn(text).map(({ value, unit }) => [value, unit]);

describe('the quantities of a text', () => {
  test('are shares, money in cents, ratios, and things counted in the plural', () => {
    expect(found('In 2007 was 23,4% van de 2.730 werkzoekenden laaggeschoold')).toEqual([
      [23.4, '%'],
      [2730, 'werkzoekenden'],
    ]);
    expect(found('voor 1,5 miljoen euro, of €17.430 per school')).toEqual([
      [150_000_000, 'eurocent'],
      [1_743_000, 'eurocent'],
    ]);
    expect(found('een verhouding van 94 per 100 inwoners')).toEqual([[94, 'per 100 inwoners']]);
    expect(found('een 20-tal personen en 8 verschillende thema’s')).toEqual([
      [20, 'personen'],
      [8, 'thema’s'],
    ]);
    expect(found('358 residentiële (81%) en 1 extra uitdager')).toEqual([
      [358, 'residentiële'],
      [81, '%'],
      [1, 'uitdager'],
    ]);
  });

  test('are no names with a number, whatever place or building they are of', () => {
    for (const name of ['Perron 13', 'Kaai 13', 'Site 4', 'Hal 2', 'Shopping 2']) {
      expect(found(`De werking van ${name} groeit.`)).toEqual([]);
      expect(found(`${name} huisvest verenigingen.`)).toEqual([]);
      expect(found(`We versterken ${name} en de buurt.`)).toEqual([]);
    }
  });

  test('are counted by the noun, not by a word of the seeds', () => {
    expect(found('Shopping 67,4% tegenover provincie 84,5%')).toEqual([
      [67.4, '%'],
      [84.5, '%'],
    ]);
    expect(found('Anno 2008 somde het plan op; 2030 loert om de hoek.')).toEqual([]);
  });

  test('are no years, dates, lengths of time, ranks, bounds of classes or changes', () => {
    expect(found('Op 18 maart 2009 en in 2010 werden plannen gemaakt, in de komende 3 jaar en 5 maanden')).toEqual([]);
    expect(found('doelstelling 4 kinderen, gezinnen tussen 20 en 29 personen, onder 5 leden')).toEqual([
      [29, 'personen'],
    ]);
    expect(found('het aantal daalde in de wijken met 12%')).toEqual([]);
    expect(found('een tekst [proza 412 tekens] van 3 alinea’s')).toEqual([[3, 'alinea’s']]);
  });

  test('may look like a year when the text says it counts', () => {
    expect(found('goed voor meer dan 2000 ideeën')).toEqual([[2000, 'ideeën']]);
    expect(found('de 2009 gezinnen')).toEqual([]);
  });

  test('have the year that stands nearest, those they are held against left out', () => {
    expect(quantitiesIn('In 2007 was het 12%, in 2009 15% tegenover 1997')).toMatchObject([
      { value: 12, year: 2007 },
      { value: 15, year: 2009 },
    ]);
  });
});
