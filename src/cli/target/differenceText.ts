import type { CellValue } from '../../sheets/spec';
import type { Difference } from '../../workbook/file/differences';
import type { CliTexts } from '../../i18n/cliTexts';

/** As many are told one by one; after these a number says how many more there are. */
const SHOWN = 40;
const LONGEST = 60;

const shown = (value: CellValue): string => {
  const text = value === null ? '' : String(value).replace(/\s+/g, ' ');
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}"`;
};

function lineOf(difference: Difference, { work }: CliTexts['target']): string {
  const { sheet } = difference;
  switch (difference.what) {
    case 'sheetAdded':
    case 'sheetRemoved':
      return work[difference.what](sheet);
    case 'tableRemoved':
    case 'columnAdded':
    case 'columnRemoved':
      return work[difference.what](sheet, difference.name);
    case 'rowAdded':
      return work.rowAdded(`${sheet}!${difference.address}`, difference.key);
    case 'rowRemoved':
      return work.rowRemoved(sheet, difference.key);
    case 'note':
    case 'formula':
      return work[difference.what](`${sheet}!${difference.address}`);
    case 'cell':
      return difference.made === null
        ? work.cellFilled(`${sheet}!${difference.address}`, shown(difference.held))
        : work.cell(`${sheet}!${difference.address}`, shown(difference.held), shown(difference.made));
  }
}

/** One line for each, the first ones; how many there are more is said. */
export function differenceLines(differences: readonly Difference[], texts: CliTexts): readonly string[] {
  const lines = differences.slice(0, SHOWN).map((difference) => `  ${lineOf(difference, texts.target)}`);
  const more = differences.length - lines.length;
  return more > 0 ? [...lines, `  ${texts.target.work.more(more)}`] : lines;
}
