import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { ROOT } from '../build/bundle.mjs';
import { localCertificate } from './certificate.mjs';
import { contentSecurityPolicy } from '../site/policy.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.png': 'image/png',
  '.map': 'application/json',
  '.xml': 'text/xml',
};

/** office.js from the package instead of from Microsoft: the workbench needs no internet. */
const OFFICE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
const OFFICE_TAG = /<script src="?https:\/\/appsforoffice\.microsoft\.com\/[^ >]*?office\.js"?>/;

function fileFor(pathname, folders) {
  if (pathname.startsWith('/office/')) return path.join(OFFICE, pathname.slice('/office/'.length));
  const wanted = pathname === '/' ? '/workbench.html' : pathname;
  return folders.map((folder) => path.join(folder, wanted)).find((file) => existsSync(file) && statSync(file).isFile());
}

const isInside = (file, folders) =>
  [...folders, OFFICE].some((folder) => path.relative(folder, file).split(path.sep)[0] !== '..');

/** Serves built folders over https on localhost, under the policy of production. Resolves to the address and a way to stop. */
export function serve({ folders, port = 0 }) {
  const policy = contentSecurityPolicy();
  const server = createServer(localCertificate(), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    const file = fileFor(decodeURIComponent(pathname), folders);
    if (file === undefined || !existsSync(file) || !isInside(file, folders)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    });
    if (path.basename(file) === 'taskpane.html')
      response.end(readFileSync(file, 'utf8').replace(OFFICE_TAG, '<script src="office/office.js">'));
    else createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      resolve({
        url: `https://localhost:${server.address().port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(stopped);
            server.closeAllConnections();
          }),
      });
    });
  });
}
