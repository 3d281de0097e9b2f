export { packZip } from '../../src/workbook/zip/zipPatch';
