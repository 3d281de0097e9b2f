import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createSecureContext } from 'node:tls';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { developmentCertificate } from '../../webpack.config.js';
import { ROOT } from '../build/bundle.mjs';
import { contentSecurityPolicy } from '../site/policy.mjs';

/** office.js from the package instead of from Microsoft: the workbench needs no internet. */
const OFFICE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
const OFFICE_TAG = /<script src="?https:\/\/appsforoffice\.microsoft\.com\/[^ >]*?office\.js"?>/;

const filesOf = (directory, publicPath = '/') => ({ directory, publicPath, watch: false, serveIndex: false });

/** webpack's server throws where nobody can catch it when its port is taken: it is tried before. */
const failureOfPort = (port) =>
  new Promise((resolve) => {
    const trial = createServer();
    trial.once('error', ({ code }) => resolve(code));
    trial.listen(port, 'localhost', () => trial.close(() => resolve(null)));
  });

async function mustBeFree(port) {
  const code = await failureOfPort(port);
  if (code === 'EADDRINUSE')
    throw new Error(
      `Poort ${port} is bezet, misschien door een andere werkbank. Met PORT=0 wordt een vrije poort genomen.`,
    );
  if (code !== null)
    throw new Error(`Poort ${port} kan niet gebruikt worden (${code}). Met PORT=0 wordt een vrije poort genomen.`);
}

/** The certificate of the developer's own machine, when there is one, must be one. */
function usableCertificate() {
  const certificate = developmentCertificate();
  if (typeof certificate === 'string') return certificate;
  const { key, cert } = certificate.options;
  try {
    createSecureContext({ key: readFileSync(key), cert: readFileSync(cert) });
  } catch (error) {
    throw new Error(
      `Het certificaat in ${path.dirname(cert)} is niet bruikbaar (${error.code ?? error.message}). Verwijder die map, of maak het opnieuw met npx office-addin-dev-certs install.`,
      { cause: error },
    );
  }
  return certificate;
}

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
  const certificate = usableCertificate();
  await mustBeFree(port);
  const headers = { 'content-security-policy': contentSecurityPolicy(), 'cache-control': 'no-store' };
  const server = new WebpackDevServer(
    {
      host: 'localhost',
      port,
      server: certificate,
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
