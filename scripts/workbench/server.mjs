import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { developmentCertificate } from '../../webpack.config.js';
import { ROOT } from '../build/bundle.mjs';
import { contentSecurityPolicy } from '../site/policy.mjs';

/** office.js from the package instead of from Microsoft: the workbench needs no internet. */
const OFFICE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
const OFFICE_TAG = /<script src="?https:\/\/appsforoffice\.microsoft\.com\/[^ >]*?office\.js"?>/;

const filesOf = (directory, publicPath = '/') => ({ directory, publicPath, watch: false, serveIndex: false });

/** The page of the pane, which loads office.js from here. */
function panePage(folders) {
  const file = folders.map((folder) => path.join(folder, 'taskpane.html')).find(existsSync);
  return readFileSync(file, 'utf8').replace(OFFICE_TAG, '<script src="office/office.js">');
}

/**
 * Serves built folders over https on localhost, under the policy of production, with webpack's server: its certificate is made once for this computer
 * and kept until it ends. Resolves to the address and a way to stop.
 */
export async function serve({ folders, port = 0 }) {
  const headers = { 'content-security-policy': contentSecurityPolicy(), 'cache-control': 'no-store' };
  const server = new WebpackDevServer(
    {
      host: 'localhost',
      port,
      server: developmentCertificate(),
      hot: false,
      liveReload: false,
      client: false,
      static: [...folders.map((folder) => filesOf(folder)), filesOf(OFFICE, '/office')],
      headers,
      setupMiddlewares: (middlewares) => [
        {
          name: 'workbench-first',
          middleware: (request, _response, next) => {
            request.url = request.url.replace(/^\/(?=\?|$)/, '/workbench.html');
            next();
          },
        },
        {
          name: 'pane',
          path: '/taskpane.html',
          middleware: (_request, response) => response.set(headers).send(panePage(folders)),
        },
        ...middlewares,
      ],
    },
    // Everything is built already: nothing for a compiler to do.
    webpack({ mode: 'none', entry: {}, infrastructureLogging: { level: 'error' }, stats: 'none' }),
  );
  await server.start();
  return { url: `https://localhost:${server.server.address().port}`, stop: () => server.stop() };
}
