import { test } from '@jest/globals';
import { runChecks } from '../src/check/run';
import { readSource } from '../src/read/read';
import { buildSheets } from '../src/sheets/workbook';
import { seedText } from './support/requirements';
import { wantedGrid } from '../src/workbook/excel/write/wanted';
import { columnFormulas } from '../src/workbook/excel/write/cells';
test('x', async () => {
  const reading = await readSource(new TextEncoder().encode(seedText('004')));
  if (!reading.ok) throw new Error('');
  const sheets = buildSheets(reading.value, runChecks(reading.value.document));
  const out: string[] = [];
  for (const s of sheets) { const g = wantedGrid(s);
    for (const t of s.tables) { const cols = new Set(columnFormulas(t, g).map(c => c.range.column));
      t.columns.forEach((c, i) => { const col = t.range.column + i; if (cols.has(col)) return;
        const fs = []; let blanks = 0, consts = 0;
        const last = t.range.row + t.range.rows - (t.totals ? 1 : 0);
        for (let r = t.range.row + 1; r < last; r++) { const cell = g.cells[r]?.[col]; if (cell?.isFormula) fs.push(String(cell.content)); else if (!cell || cell.content === '') blanks++; else consts++; }
        if (fs.length) out.push(`${s.name} ${t.name}[${c.name}] f=${fs.length} blank=${blanks} const=${consts} struct=${fs.filter(f => /\[/.test(f.replace(/"[^"]*"/g,''))).length} rel=${new Set(fs).size} ${fs[0]?.slice(0,70)}`);
      }); } }
  console.log(out.join('\n'));
}, 100000);
