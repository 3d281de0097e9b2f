/** Serves a folder as `npm start` does, and says where: FOLDER [PORT]. Ends with 1 and a sentence when it cannot. */
import { serve } from '../../../scripts/workbench/server.mjs';

const [folder, port = '0'] = process.argv.slice(2);
try {
  const { url } = await serve({ folders: [folder], port: Number(port) });
  process.stdout.write(`${url}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
