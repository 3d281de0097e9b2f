/** `npm start`: the workbench in a browser, with no Excel. PORT=0 takes a free port. */
import { logErrorMessage, parseNumber } from 'office-addin-cli';
import { builtFolders } from './workbench/build.mjs';
import { serve } from './workbench/server.mjs';

const PORT = 3000;

try {
  const port = parseNumber(process.env.PORT, 'PORT is geen getal.') ?? PORT;
  const { url } = await serve({ folders: await builtFolders(), port });
  process.stdout.write(`Werkbank: ${url}/\nAlleen het deelvenster, zonder werkblad: ${url}/index.html\n`);
} catch (error) {
  logErrorMessage(error);
  process.exitCode = 1;
}
