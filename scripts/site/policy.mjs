/** Office.js may only be loaded from here: Microsoft's condition for add-ins, and the one request outside our own origin. */
export const OFFICE_ORIGIN = 'https://appsforoffice.microsoft.com';
export const OFFICE_JS = `${OFFICE_ORIGIN}/lib/1/hosted/office.js`;

/**
 * The content security policy the pane runs under: scripts, data and workers from its own origin only. Fluent writes its styles into the page, hence
 * 'unsafe-inline' for styles alone. `scripts` are further origins for scripts: Microsoft's for office.js in production, none in the workbench.
 */
export const contentSecurityPolicy = (scripts = []) =>
  [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Under which the delivered pages run. No frame-ancestors: Excel on the web frames the pane from addresses Microsoft changes. */
export const PRODUCTION_POLICY = contentSecurityPolicy([OFFICE_ORIGIN]);
