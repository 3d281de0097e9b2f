import { BUILD_BENCHES } from './build';
import { CHECK_BENCHES } from './check';
import { COMPARE_BENCHES } from './compare';
import { EXCEL_BENCHES } from './excel';
import { FUNCTION_BENCHES } from './functions';
import { LEDGER_BENCHES } from './ledger';
import { OUTLINE_BENCHES } from './outline';
import { PANE_BENCHES } from './pane';
import { READ_BENCHES } from './read';
import { RECALCULATE_BENCHES } from './recalculate';
import { runBenches } from './run';

/** Every benchmark; `npm run bench -- read` runs those whose name starts so. */
const BENCHES = [
  ...READ_BENCHES,
  ...OUTLINE_BENCHES,
  ...CHECK_BENCHES,
  ...COMPARE_BENCHES,
  ...BUILD_BENCHES,
  ...RECALCULATE_BENCHES,
  ...EXCEL_BENCHES,
  ...FUNCTION_BENCHES,
  ...LEDGER_BENCHES,
  ...PANE_BENCHES,
];

if (!(await runBenches(BENCHES, import.meta.url, process.argv.slice(2)))) process.exitCode = 1;
