import path from 'node:path';

/** Where Excel for Windows looks for add-ins of developers: one value per add-in, its id and the manifest. */
const REGISTRY_KEY = 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer';

/** Where Excel for Mac does; it must be made once. */
const MAC_FOLDER = 'Library/Containers/com.microsoft.Excel/Data/Documents/wef';

const WHERE = {
  win32:
    'Excel: Start > Invoegtoepassingen (Home > Add-ins) > Invoegtoepassingen voor ontwikkelaars (Developer Add-ins) > Planboek.',
  darwin:
    'Excel: Invoegen > Invoegtoepassingen (Insert > Add-ins) > the arrow beside Mijn invoegtoepassingen (My Add-ins) > Planboek.',
};

const NO_EXCEL = `There is no Excel for this system, so there is nothing to load the add-in into.
  npm start                  the pane beside a stand-in for a workbook, in a browser
  docs/deploy.md             Excel on the web, from a site that others can reach`;

/**
 * What makes Excel on this computer show the add-in of a manifest, and what takes it away: programs to run and files to copy or remove. `home` is the
 * home folder; both paths are those of the system. A sentence where there is no Excel.
 */
export function sideloadPlan({ platform, home, id, manifest }) {
  if (platform === 'win32') {
    return {
      add: { run: ['reg', 'add', REGISTRY_KEY, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f'] },
      remove: { run: ['reg', 'delete', REGISTRY_KEY, '/v', id, '/f'] },
      where: WHERE.win32,
    };
  }
  if (platform === 'darwin') {
    const copy = path.posix.join(home, MAC_FOLDER, `${id}.manifest.xml`);
    return { add: { copy: [manifest, copy] }, remove: { delete: copy }, where: WHERE.darwin };
  }
  return { none: NO_EXCEL };
}
