import { nodeHost } from './nodeHost';
import { run } from './run';

process.exitCode = await run(process.argv.slice(2), nodeHost());
