import { CLI_TEXTS } from '../../i18n/cliTexts';
import { nodeHost } from './nodeHost';
import { languageOf, run } from './run';

const argv = process.argv.slice(2);
process.exitCode = await run(argv, nodeHost(CLI_TEXTS[languageOf(argv)].file.outputFailed));
