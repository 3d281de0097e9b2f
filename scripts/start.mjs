import { builtFolders } from './workbench/build.mjs';
import { serve } from './workbench/server.mjs';

const PORT = 3000;

/** `npm start`: the workbench in a browser, with no Excel. PORT=0 takes a free port. */
const { url } = await serve({ folders: await builtFolders(), port: Number(process.env.PORT ?? PORT) });
process.stdout.write(`Werkbank: ${url}/\nAlleen het deelvenster, zonder werkblad: ${url}/index.html\n`);
