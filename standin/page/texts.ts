/** Words of the page around the pane. What the pane says comes from the pane itself. */
export interface WorkbenchTexts {
  readonly title: string;
  readonly plainly: string;
  readonly language: string;
  readonly undo: string;
  readonly nothingToUndo: string;
  readonly download: string;
  readonly fileName: string;
  readonly downloaded: string;
  readonly sheets: string;
  readonly sheet: string;
  readonly cell: string;
  readonly content: string;
  readonly pane: string;
  readonly closePane: string;
  readonly notACell: (typed: string) => string;
  readonly noSuchSheet: (name: string) => string;
  readonly notInList: string;
  readonly refused: (reason: string) => string;
}

const nl: WorkbenchTexts = {
  title: 'Werkbank van Planboek',
  plainly:
    'Dit is geen Excel. Links staat een nagebootst werkboek, rechts het echte deelvenster. Wat u hier doet, wordt niet bewaard.',
  language: 'Taal van Office',
  undo: 'Ongedaan maken',
  nothingToUndo: 'Er is niets van u ongedaan te maken. Wat Planboek schreef, neemt Planboek zelf terug.',
  download: 'Werkboek downloaden (.xlsx)',
  fileName: 'werkboek.xlsx',
  downloaded:
    'werkboek.xlsx staat bij uw downloads: cellen, formules, tabellen, keuzelijsten en kleuren. De grafieken en de opmaak voor afdrukken blijven hier.',
  sheets: 'Bladen',
  sheet: 'Werkblad',
  cell: 'Gekozen cel',
  content: 'Inhoud van de cel',
  pane: 'Deelvenster',
  closePane: 'Deelvenster sluiten',
  notACell: (typed) => `"${typed}" is geen cel. Typ bijvoorbeeld B12, of Plan!B12.`,
  noSuchSheet: (name) => `Het werkboek heeft geen blad ${name}.`,
  notInList: 'Deze waarde staat niet in de keuzelijst van de cel. Kies een waarde uit de lijst, of druk op Escape.',
  refused: (reason) => `Excel zou dit weigeren: ${reason}.`,
};

const en: WorkbenchTexts = {
  title: 'Planboek workbench',
  plainly:
    'This is not Excel. On the left stands an imitation of a workbook, on the right the real task pane. What you do here is not saved.',
  language: 'Language of Office',
  undo: 'Undo',
  nothingToUndo: 'There is nothing of yours to undo. What Planboek wrote, Planboek itself takes back.',
  download: 'Download workbook (.xlsx)',
  fileName: 'workbook.xlsx',
  downloaded:
    'workbook.xlsx is among your downloads: cells, formulas, tables, lists and colours. The charts and the print set-up stay here.',
  sheets: 'Sheets',
  sheet: 'Worksheet',
  cell: 'Chosen cell',
  content: 'Content of the cell',
  pane: 'Task pane',
  closePane: 'Close the task pane',
  notACell: (typed) => `"${typed}" is not a cell. Type B12 for instance, or Plan!B12.`,
  noSuchSheet: (name) => `The workbook has no sheet ${name}.`,
  notInList: 'This value is not in the list of the cell. Choose one from the list, or press Escape.',
  refused: (reason) => `Excel would refuse this: ${reason}.`,
};

/** Languages Office can be in here. */
export const LANGUAGES = { 'nl-BE': 'Nederlands', 'en-GB': 'English' } as const;

export const workbenchTexts = (locale: string): WorkbenchTexts => (locale.startsWith('en') ? en : nl);
