import { PRODUCTION_POLICY } from './policy.mjs';

/** What the web server says with every file. */
export const COMMON_HEADERS = {
  'Content-Security-Policy': PRODUCTION_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * What it says with some, by the first pattern a path fits; the path starts with /. Office shows a picture of its own for icons that come with any
 * Cache-Control. Excel on the web fetches the metadata of the functions from another origin.
 */
export const SPECIAL_HEADERS = [
  { pattern: '/assets/[^/]+\\.png$', headers: {} },
  { pattern: '\\.[0-9a-f]{12}\\.[A-Za-z.]+$', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  {
    pattern: '/functions(\\.[a-z]+)?\\.json$',
    headers: { 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' },
  },
  { pattern: '', headers: { 'Cache-Control': 'no-cache' } },
];

/** The headers of one file of the site; `name` is its path without the first slash. */
export const headersOf = (name) => ({
  ...COMMON_HEADERS,
  ...SPECIAL_HEADERS.find(({ pattern }) => new RegExp(pattern).test(`/${name}`)).headers,
});

const special = (names) =>
  names
    .map((name) => [name, SPECIAL_HEADERS.find(({ pattern }) => new RegExp(pattern).test(`/${name}`)).headers])
    .filter(([, headers]) => Object.keys(headers).length > 0);
const entries = (headers) => Object.entries(headers);

const xml = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
const iisHeaders = (headers, indent) =>
  [
    `<customHeaders>`,
    ...entries(headers).flatMap(([name, value]) => [
      `  <remove name="${name}" />`,
      `  <add name="${name}" value="${xml(value)}" />`,
    ]),
    `</customHeaders>`,
  ]
    .map((line) => `${indent}${line}`)
    .join('\n');

/** IIS. */
const webConfig = (names) => `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpProtocol>
${iisHeaders(COMMON_HEADERS, '      ')}
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="NoControl" />
      <remove fileExtension=".mjs" />
      <mimeMap fileExtension=".mjs" mimeType="text/javascript" />
    </staticContent>
  </system.webServer>
${special(names)
  .map(
    ([name, headers]) =>
      `  <location path="${xml(name)}">\n    <system.webServer>\n      <httpProtocol>\n${iisHeaders(headers, '        ')}\n      </httpProtocol>\n    </system.webServer>\n  </location>`,
  )
  .join('\n')}
</configuration>
`;

/** Hosts that read a file \`_headers`. */
const headersFile = (names) =>
  [['/*', COMMON_HEADERS], ...special(names).map(([name, headers]) => [`/${name}`, headers])]
    .map(
      ([path, headers]) =>
        `${path}\n${entries(headers)
          .map(([name, value]) => `  ${name}: ${value}\n`)
          .join('')}`,
    )
    .join('');

/** Azure Static Web Apps. */
const azureFile = (names) =>
  `${JSON.stringify({ globalHeaders: COMMON_HEADERS, routes: special(names).map(([name, headers]) => ({ route: `/${name}`, headers })) }, null, 2)}\n`;

/** nginx: the maps stand beside the server, the headers in it; a header whose value is empty is not sent. */
function nginxFile() {
  const chosen = [...new Set(SPECIAL_HEADERS.flatMap(({ headers }) => Object.keys(headers)))];
  const variable = (name) => `$planboek_${name.toLowerCase().replaceAll('-', '_')}`;
  const value = (headers, name) => `"${headers[name] ?? ''}"`;
  const maps = chosen.map(
    (name) =>
      `map $uri ${variable(name)} {\n${SPECIAL_HEADERS.map(({ pattern, headers }) => `  ${pattern === '' ? 'default' : `"~${pattern}"`} ${value(headers, name)};\n`).join('')}}\n`,
  );
  const common = entries(COMMON_HEADERS).map(([name, text]) => `add_header ${name} "${text}" always;\n`);
  return `# In http { }:\n${maps.join('')}\n# In the server { } or location { } of Planboek:\n${[...common, ...chosen.map((name) => `add_header ${name} ${variable(name)} always;\n`)].map((line) => `# ${line}`).join('')}`;
}

/** The same headers for the usual web servers: names of files, and their text. `names` are the files of the site. */
export const headerFiles = (names) => ({
  _headers: headersFile(names),
  'web.config': webConfig(names),
  'staticwebapp.config.json': azureFile(names),
  'nginx.conf': nginxFile(),
});
