/**
 * What the stand-in takes Excel to do, one thing each, with what a person does in Excel to see it. The list is the source of
 * docs/host-assumptions.md and of the script that `npm run conformance` prints; every entry names the test that holds the stand-in to it.
 */
export interface Assumption {
  readonly id: string;
  readonly family: Family;
  /** What Excel does. */
  readonly says: string;
  /** What to do in Excel (a Script Lab snippet on `sheet`, a sheet of a new workbook, unless it is done by hand). */
  readonly replay: string;
  /** What is then to be seen. */
  readonly seen: string;
  /** documented: Microsoft says so. measured: seen in a real Excel by others and reported. believed: neither; replay it first. */
  readonly basis: 'documented' | 'measured' | 'believed';
  /** Name of the test that holds the stand-in to it. */
  readonly test: string;
}

export const FAMILIES = ['cells', 'formulas', 'tables', 'names and sheets', 'looks', 'rules', 'structure', 'printing', 'charts', 'protection', 'storage', 'events', 'requests', 'functions', 'ribbon'] as const;
export type Family = (typeof FAMILIES)[number];

export const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'cells.null', family: 'cells', basis: 'documented', says: 'null in an array of values leaves the cell as it is; "" empties it.',
    replay: `sheet.getRange('A1:B1').values = [[1, 2]]; then sheet.getRange('A1:B1').values = [[null, '']]`, seen: 'A1 still holds 1, B1 is empty.',
    test: 'null leaves a cell and an empty text clears it',
  },
  {
    id: 'cells.text', family: 'cells', basis: 'documented', says: 'A cell with the number format @ keeps what is written as text: `=1+1`, `007` and `1/2` stay what they are.',
    replay: `sheet.getRange('A1:A3').numberFormat = [['@'],['@'],['@']]; sheet.getRange('A1:A3').values = [['=1+1'],['007'],['1/2']]`, seen: 'Three texts, no formula, no date.',
    test: 'a text cell keeps a formula, a code and a fraction as text',
  },
  {
    id: 'cells.textNumber', family: 'cells', basis: 'believed', says: 'A number written to a text cell becomes text.',
    replay: `sheet.getRange('A1').numberFormat = [['@']]; sheet.getRange('A1').values = [[5]]; read valueTypes`, seen: 'String.', test: 'a number in a text cell becomes text',
  },
  {
    id: 'cells.guess', family: 'cells', basis: 'believed', says: 'Elsewhere a text that reads as a number, a percentage, a date (en-US), TRUE or an error becomes that.',
    replay: `sheet.getRange('A1:E1').values = [['12','12%','1/31/2024','true','#N/A']]; read values and valueTypes`,
    seen: '12, 0.12, 45322, TRUE and #N/A; types Double, Double, Double, Boolean, Error.', test: 'a text that reads as something else becomes that',
  },
  {
    id: 'cells.apostrophe', family: 'cells', basis: 'documented', says: 'A leading apostrophe makes the rest text and is not part of the value.', replay: `sheet.getRange('A1').values = [["'12"]]`,
    seen: 'The text 12.', test: 'an apostrophe makes the rest text',
  },
  {
    id: 'cells.dimensions', family: 'cells', basis: 'documented', says: 'An array of another size than the range is refused; one single value fills the range.',
    replay: `sheet.getRange('A1:B2').values = [[1, 2]]; then sheet.getRange('A1:B2').values = 7`,
    seen: 'InvalidArgument, "The number of rows or columns in the input array doesn\'t match the size or dimensions of the range."; then four times 7.',
    test: 'an array of another size is refused and one value fills',
  },
  {
    id: 'cells.long', family: 'cells', basis: 'documented', says: 'A cell takes at most 32,767 characters.', replay: `sheet.getRange('A1').values = [['x'.repeat(32768)]]`, seen: 'InvalidArgument.',
    test: 'a text of more than 32767 characters is refused',
  },
  {
    id: 'cells.whole', family: 'cells', basis: 'documented', says: 'Values of a whole column read as null.', replay: `sheet.getRange('A:A').load('values')`, seen: 'values is null.', test: 'values of a whole column are null',
  },
  {
    id: 'cells.bulk', family: 'cells', basis: 'measured', says: 'The client cuts arrays of more than 1,500 cells in pieces within one request, after asking Excel whether the size fits.',
    replay: `sheet.getRange('A1:J1000').values = (1000 rows of 10); watch the request`, seen: 'One request, several Values actions.', test: 'a large array goes in pieces of one request',
  },
  {
    id: 'formulas.set', family: 'formulas', basis: 'documented', says: 'A text that begins with = is a formula, whether set through values or formulas; values then gives its result.',
    replay: `sheet.getRange('A1:A2').values = [['=1+1'],['=A1']]; read formulas`, seen: '=1+1 and =A1.', test: 'a text with an equals sign is a formula',
  },
  {
    id: 'formulas.thisRow', family: 'formulas', basis: 'believed',
    says: 'Excel shows `[@Kolom]` for tblPlan[[#This Row],[Kolom]], and drops the table name in formulas within the table itself; names with special characters get their own brackets.',
    replay: `in a table tblPlan: table.columns.getItem('Bedrag').getDataBodyRange().formulas = [['=tblPlan[[#This Row],[Titel]]'],['=SUM(tblPlan[Bedrag])']]; read formulas`,
    seen: '=[@Titel] and =SUM([Bedrag]).', test: 'structured references are shown in their short form within the table',
  },
  {
    id: 'formulas.unknown', family: 'formulas', basis: 'believed', says: 'A formula that names a table, a column or a sheet that is not there is refused; an unknown name gives #NAME?.',
    replay: `sheet.getRange('A1').formulas = [['=SUM(tblNiet[X])']]; then [['=Niet!A1']]; then [['=NietBekend']]`, seen: 'InvalidArgument twice, then #NAME?.',
    test: 'a formula that names what is not there is refused',
  },
  {
    id: 'formulas.syntax', family: 'formulas', basis: 'believed', says: 'A formula that is not closed, or longer than 8,192 characters, is refused.', replay: `sheet.getRange('A1').formulas = [['=SUM(1']]`, seen: 'InvalidArgument.',
    test: 'a formula that is not closed or too long is refused',
  },
  {
    id: 'formulas.follow', family: 'formulas', basis: 'believed', says: 'Formulas follow inserted and deleted rows, renamed sheets, tables and columns; a reference to what is deleted becomes #REF!.',
    replay: `=SUM(A2:A3) in B1, insert a row above row 2; rename the sheet, the table, a column; delete the sheet referred to`, seen: 'The formula text follows each time; #REF! at the end.',
    test: 'formulas follow insertions, renames and deletions',
  },
  {
    id: 'tables.autoname', family: 'tables', basis: 'documented', says: 'A new table is called Table1, Table2, ... (Tabel1 in Dutch): never rely on it.', replay: `sheet.tables.add('A1:C3', true); load name`, seen: 'Table1 or Tabel1.',
    test: 'a new table names itself',
  },
  {
    id: 'tables.name', family: 'tables', basis: 'believed', says: 'Table names are unique in the workbook, whatever their case, and share one list with the defined names; spaces, cell addresses, R and C are refused.',
    replay: `make tblPlan; add a second table and call it TBLPLAN, then "A1", then "mijn tabel"; then workbook.names.add('tblPlan', range)`, seen: 'ItemAlreadyExists, InvalidArgument, InvalidArgument, ItemAlreadyExists (or InvalidArgument).',
    test: 'table names are unique and well formed',
  },
  {
    id: 'tables.overlap', family: 'tables', basis: 'documented', says: 'Tables cannot overlap each other or merged cells.', replay: `sheet.tables.add('A1:C3', true); sheet.tables.add('C3:D5', true)`, seen: 'InvalidArgument.', test: 'tables do not overlap',
  },
  {
    id: 'tables.headers', family: 'tables', basis: 'believed', says: 'Header cells are text and unique: numbers become text, empty ones Column1, a second one of the same name gets a number.',
    replay: `sheet.getRange('A1:D1').values = [[2024, '', 'x', 'X']]; sheet.tables.add('A1:D3', true); read the header row`, seen: '2024 as text, Column2, x, X2.', test: 'headers of a table are made text and unique',
  },
  {
    id: 'tables.headerWrite', family: 'tables', basis: 'believed', says: 'Writing a header cell renames the column; emptying it gives it a name of its own.', replay: `write "Naam" over a header cell, then ""`, seen: 'The column is Naam, then Column2.',
    test: 'writing a header cell renames the column',
  },
  {
    id: 'tables.resize', family: 'tables', basis: 'documented', says: 'Table.resize (ExcelApi 1.13) keeps the header row where it is, overlaps the old range, and leaves cells that fall out as plain cells.',
    replay: `table.resize('A1:C5'); table.resize('A1:C2'); table.resize('A2:C5')`, seen: 'Done, done (row 3 keeps its values), InvalidArgument.', test: 'resizing a table keeps its header row',
  },
  {
    id: 'tables.resizeTotals', family: 'tables', basis: 'believed', says: 'A table with a totals row is not resized in rows: the totals row is put away first and shown again after.',
    replay: `table.showTotals = true; table.resize(one row more)`, seen: 'An error, or the totals row takes part; the adapter hides it first.', test: 'a table with a totals row is not resized in rows',
  },
  {
    id: 'tables.totals', family: 'tables', basis: 'believed', says: 'Showing the totals row adds a row under the table with a label and a SUBTOTAL of the last column; the adapter overwrites all of its cells.',
    replay: `table.showTotals = true; read the totals row`, seen: 'Total (Totaal), empty cells, =SUBTOTAL(...).', test: 'the totals row comes under the body',
  },
  {
    id: 'tables.rows', family: 'tables', basis: 'believed', says: 'A row added to a table takes the formula of the columns that have one, and the looks of the row above.',
    replay: `fill column Bedrag with =LEN([@Titel]); table.rows.add(null, [['C','drie',null]])`, seen: 'The new row has the formula.', test: 'a new row takes the column formulas',
  },
  {
    id: 'tables.convert', family: 'tables', basis: 'documented', says: 'Deleting a table deletes its cells; convertToRange leaves them.', replay: `table.delete(); and on another table.convertToRange()`, seen: 'Cells gone; cells kept.',
    test: 'deleting a table takes its cells and converting keeps them',
  },
  {
    id: 'names.sheet', family: 'names and sheets', basis: 'documented', says: 'A sheet name has 1 to 31 characters, none of \\ / ? * [ ] :, no apostrophe at either end, is not History, and is unique whatever its case.',
    replay: `worksheets.add('a/b'); add('x'.repeat(32)); add('BLAD1')`, seen: 'InvalidArgument twice; ItemAlreadyExists.', test: 'sheet names follow the rules',
  },
  {
    id: 'names.missing', family: 'names and sheets', basis: 'documented', says: 'A sheet, table or name that is not there is ItemNotFound; the OrNullObject forms give a null object instead.',
    replay: `worksheets.getItem('Niet').getRange('A1'); worksheets.getItemOrNullObject('Niet')`, seen: 'ItemNotFound; isNullObject true.', test: 'what is not there is not found',
  },
  {
    id: 'names.nullObject', family: 'names and sheets', basis: 'believed', says: 'Writing to an object that is null fails with ItemNotFound; objects taken from it are null too.', replay: `worksheets.getItemOrNullObject('Niet').getRange('A1').values = [[1]]`,
    seen: 'An error.', test: 'writing to a null object fails',
  },
  {
    id: 'names.shared', family: 'names and sheets', basis: 'documented', says: 'Tables and defined names of the workbook share their names, whatever the case: a second one is refused.', replay: `workbook.names.add('TBLX', sheet.getRange('D1')); sheet.tables.add('A1:B2', true).name = 'tblX'`,
    seen: 'ItemAlreadyExists, or InvalidArgument.', test: 'a name like one of our tables too: Excel would refuse the table in the middle of the import',
  },
  {
    id: 'names.lastSheet', family: 'names and sheets', basis: 'documented', says: 'The last visible sheet can be neither deleted nor hidden, and a very hidden sheet is not deleted before it is shown.',
    replay: `worksheets.getItem('Blad1').delete() in a workbook of one sheet; a second sheet with visibility VeryHidden: delete()`, seen: 'InvalidOperation (GeneralException in some builds) twice.', test: 'the last visible sheet stays',
  },
  {
    id: 'names.defined', family: 'names and sheets', basis: 'documented', says: 'A defined name holds cells as =Blad!$A$1:$B$2 and follows insertions.', replay: `workbook.names.add('Lijst', sheet.getRange('A1:A3')); load formula; insert a row above`, seen: '=Blad1!$A$1:$A$3, then =Blad1!$A$2:$A$4.',
    test: 'a defined name follows its cells',
  },
  {
    id: 'looks.number', family: 'looks', basis: 'documented', says: 'Number formats are read and written in en-US as arrays; one text fills the range.', replay: `sheet.getRange('A1:B1').numberFormat = [['0.00','@']]`, seen: 'Read back the same.', test: 'number formats are arrays or one text',
  },
  {
    id: 'looks.mixed', family: 'looks', basis: 'documented', says: 'A look that differs within the range reads as null (a colour as an empty text).', replay: `A1 bold, B1 not; sheet.getRange('A1:B1').format.font.load('bold')`, seen: 'null.', test: 'a look that differs reads as null',
  },
  {
    id: 'looks.color', family: 'looks', basis: 'believed', says: 'Colours are #RRGGBB, read back in upper case.', replay: `format.fill.color = '#dce9ed'; read it back`, seen: '#DCE9ED.', test: 'colours come back in upper case',
  },
  {
    id: 'looks.borders', family: 'looks', basis: 'believed', says: 'Inside borders stand between the cells, edges around the range.', replay: `borders.getItem('InsideHorizontal').style = 'Continuous' on A1:B2; read the borders of A1 and A2`, seen: 'A1 has a bottom border, A2 has none below.',
    test: 'inside borders stand between the cells',
  },
  {
    id: 'looks.cells', family: 'looks', basis: 'documented', says: 'setCellProperties and getCellProperties (1.9) write and read looks cell by cell; number formats are not among them.',
    replay: `sheet.getRange('A1:B1').setCellProperties([[{format:{font:{bold:true}}},{}]]); getCellProperties({format:{font:{bold:true}}})`, seen: 'true, false.', test: 'cell properties are written and read cell by cell',
  },
  {
    id: 'looks.columns', family: 'looks', basis: 'documented', says: 'Column widths and row heights are in points; 48 and 15 are the standard with Calibri 11.', replay: `load format/columnWidth and format/rowHeight of A1 in a new workbook`, seen: '48 (64 pixels) and 15.',
    test: 'widths and heights are in points',
  },
  {
    id: 'looks.clear', family: 'looks', basis: 'believed', says: 'clear("Contents") keeps looks and rules; clear("Formats") takes looks and conditional formats; clear() takes all of it and data validation too.',
    replay: `a cell with value, fill, list and conditional format: clear('Contents'), then clear('Formats'), then clear()`, seen: 'In that order.', test: 'clearing takes what it says',
  },
  {
    id: 'looks.merge', family: 'looks', basis: 'documented', says: 'Merging keeps the upper left value only, and is refused over a table.', replay: `values in A1:B1, merge; merge over a table`, seen: 'B1 is empty; InvalidArgument (or InvalidOperation).', test: 'merging keeps the first value',
  },
  {
    id: 'rules.list', family: 'rules', basis: 'believed', says: 'A list takes a written list of at most 255 characters, a range or a defined name; a structured reference is refused.',
    replay: `dataValidation.rule = {list:{inCellDropDown:true, source:'=tblStatussen[Status]'}}; then source '=Statussen'`, seen: 'InvalidArgument; accepted.', test: 'a list takes a name and no structured reference',
  },
  {
    id: 'rules.texts', family: 'rules', basis: 'documented', says: 'Titles take 32 characters, the message of an alert 225, that of a prompt 255.', replay: `errorAlert with a title of 33 characters`, seen: 'InvalidArgument.', test: 'texts of a rule have their limits',
  },
  {
    id: 'rules.replace', family: 'rules', basis: 'believed', says: 'A cell has one rule: a new one takes its place there and leaves the other cells theirs.', replay: `a list on A1:A3, then a whole number on A2`, seen: 'A1 and A3 list, A2 whole number, A1:A3 inconsistent.',
    test: 'a new rule takes the place of the old one in its cells only',
  },
  {
    id: 'rules.paste', family: 'rules', basis: 'documented', says: 'Pasting and the API go past data validation.', replay: `a list on A1; sheet.getRange('A1').values = [['niet in de lijst']]`, seen: 'Accepted.', test: 'the API goes past validation',
  },
  {
    id: 'rules.conditional', family: 'rules', basis: 'believed', says: 'A custom conditional format takes a formula relative to its first cell; the newest comes first; RangeAreas give one format over several areas; structured references are refused.',
    replay: `two formats on A1:A3, the second through getRanges('A1:A3,C1:C3')`, seen: 'The second has priority 0 and two areas.', test: 'the newest conditional format comes first',
  },
  {
    id: 'structure.table', family: 'structure', basis: 'believed', says: 'Inserting or deleting cells that would cut a table in two is refused.', replay: `a table in A1:C3; sheet.getRange('A2').insert('Down')`, seen: 'InsertDeleteConflict (InvalidOperation in some builds).', test: 'a table is not cut in two',
  },
  {
    id: 'structure.column', family: 'structure', basis: 'believed', says: 'A column inserted within a table becomes a column of the table with a name of its own.', replay: `insert a sheet column through a table`, seen: 'Column1 among the headers.', test: 'a sheet column within a table becomes a table column',
  },
  {
    id: 'structure.move', family: 'structure', basis: 'believed', says: 'Rules, conditional formats, merges, names, print ranges and charts move with inserted rows.', replay: `one of each, then insert a row above`, seen: 'All one row lower.', test: 'everything moves with inserted rows',
  },
  {
    id: 'structure.outline', family: 'structure', basis: 'documented', says: 'Groups nest to eight levels; Office.js cannot say that the button stands above the group.', replay: `group('ByRows') eight times on the same rows`, seen: 'The eighth is refused.', test: 'groups nest to eight levels',
  },
  {
    id: 'structure.tracked', family: 'structure', basis: 'believed', says: 'A range object moves with insertions within Excel.run.', replay: `r = sheet.getRange('A5'); sync; insert a row above; r.load('address')`, seen: 'A6.', test: 'a range moves with insertions',
  },
  {
    id: 'printing.zoom', family: 'printing', basis: 'documented', says: 'zoom holds either a scale or pages across and down.', replay: `pageLayout.zoom = {horizontalFitToPages: 1}`, seen: 'Fit to 1 page wide, height free.', test: 'zoom is a scale or a number of pages',
  },
  {
    id: 'printing.titles', family: 'printing', basis: 'believed', says: 'Print titles are whole rows or columns.', replay: `pageLayout.setPrintTitleRows('A1:B2')`, seen: 'InvalidArgument (or the rows are taken whole).', test: 'print titles are whole rows',
  },
  {
    id: 'printing.breaks', family: 'printing', basis: 'believed', says: 'A page break stands before the row of its range.', replay: `sheet.horizontalPageBreaks.add('A5:A5')`, seen: 'A break above row 5.', test: 'a page break stands before its row',
  },
  {
    id: 'charts.series', family: 'charts', basis: 'documented', says: 'A chart is made over a range and its series can be replaced by series with cells of any sheet.', replay: `charts.add('ColumnClustered', range); delete its series; series.add('x').setValues(range on another sheet)`, seen: 'One series x.',
    test: 'series of a chart are replaced by our own',
  },
  {
    id: 'charts.position', family: 'charts', basis: 'documented', says: 'setPosition lays the chart over the cells from the first to the last.', replay: `chart.setPosition('B2','F10'); load left, top`, seen: 'The corner of B2.', test: 'a chart lies over its cells',
  },
  {
    id: 'protection.sheet', family: 'protection', basis: 'documented', says: 'On a protected sheet locked cells, looks and structure are refused with AccessDenied; unlocked cells take values.',
    replay: `unlock A1, protect, write A1, write A2, set a fill`, seen: 'Accepted; AccessDenied; AccessDenied.', test: 'a protected sheet refuses locked cells',
  },
  {
    id: 'protection.readOnly', family: 'protection', basis: 'documented', says: 'workbook.readOnly tells that a workbook is opened to look at only. The product then writes nothing; what Excel itself would do is not imitated.',
    replay: `open a workbook that a colleague has open, as read-only; workbook.load('readOnly')`, seen: 'true.', test: 'is not written in: what would be, could not be kept',
  },
  {
    id: 'protection.book', family: 'protection', basis: 'documented', says: 'With the structure protected no sheet is added, deleted, renamed or moved.', replay: `workbook.protection.protect(); worksheets.add('x')`, seen: 'AccessDenied.', test: 'a protected structure keeps its sheets',
  },
  {
    id: 'storage.xml', family: 'storage', basis: 'documented', says: 'Custom XML parts are found by namespace; on the web one takes at most 1 MB.', replay: `customXmlParts.add('<a xmlns="urn:x"/>'); getByNamespace('urn:x').getOnlyItem()`, seen: 'Found.', test: 'an xml part is found by its namespace',
  },
  {
    id: 'storage.settings', family: 'storage', basis: 'documented', says: 'Settings of the workbook keep JSON values by key.', replay: `settings.add('k', {a: 1}); read it`, seen: '{a: 1}.', test: 'a setting keeps its value',
  },
  {
    id: 'events.changed', family: 'events', basis: 'documented', says: 'A change is told once per call with the address, Local for this user and Remote for a co-author, after the request that made it.',
    replay: `worksheets.onChanged.add(...); write C3; let a co-author write`, seen: 'C3 Local; then Remote.', test: 'changes are told with their source',
  },
  {
    id: 'events.off', family: 'events', basis: 'documented', says: 'With runtime.enableEvents false nothing is told to this add-in, and nothing is told later.', replay: `runtime.enableEvents = false; write; runtime.enableEvents = true`, seen: 'No event.', test: 'events that are off are lost',
  },
  {
    id: 'events.selection', family: 'events', basis: 'documented', says: 'Selecting and changing sheets is told to worksheets.onSelectionChanged and onActivated.', replay: `select a cell on another sheet by hand`, seen: 'Deactivated, activated, selection.', test: 'selections are told',
  },
  {
    id: 'requests.partial', family: 'requests', basis: 'documented', says: 'A batch is no transaction: what came before the failing call is done, what follows is not.', replay: `A1 = 1; getItem('Niet').delete(); A2 = 2; sync`, seen: 'ItemNotFound; A1 holds 1, A2 is empty.', test: 'a batch that fails keeps what was done',
  },
  {
    id: 'requests.size', family: 'requests', basis: 'documented', says: 'A request over 5 MB is refused whole, and so is a response (Excel on the web).', replay: `write 6 MB of text in one sync; load it in one sync`, seen: 'RequestPayloadSizeLimitExceeded; ResponsePayloadSizeLimitExceeded.',
    test: 'a request or a response over five megabytes is refused',
  },
  {
    id: 'requests.cellEdit', family: 'requests', basis: 'documented', says: 'While the user types in a cell every request is refused with InvalidOperationInCellEditMode; with delayForCellEdit it waits.',
    replay: `double-click a cell, then run a snippet; again with Excel.run({delayForCellEdit: true}, ...)`, seen: 'InvalidOperationInCellEditMode; then it waits for Enter.', test: 'a request waits for the end of cell editing or is refused',
  },
  {
    id: 'requests.newer', family: 'requests', basis: 'documented', says: 'A call of a newer API set than Excel has fails with ApiNotFound on the next sync.', replay: `in Excel 2021: sheet.getRange('A1').getDependents().load('addresses')`, seen: 'ApiNotFound.', test: 'a newer call is not found',
  },
  {
    id: 'requests.references', family: 'requests', basis: 'measured', says: 'The client keeps a reference per range and gives them back in one request after Excel.run, without waiting for it.', replay: `watch the requests of a run that loads a range`, seen: 'One more request with _RemoveReference.', test: 'references are given back after the run',
  },
  {
    id: 'functions.call', family: 'functions', basis: 'measured', says: 'A custom function is called by its metadata id with a 2-D array for a range, a value for one cell, null for an omitted argument; the result may be a value or a 2-D array.',
    replay: `=PLAN.STATUS(tblPlan[#All];A1) in a sheet with the add-in`, seen: 'The status.', test: 'a custom function answers through the real runtime',
  },
  {
    id: 'functions.error', family: 'functions', basis: 'documented', says: 'CustomFunctions.Error gives #N/A or #VALUE! with its sentence; within an array it stands in its cell.', replay: `=PLAN.STATUS(tblPlan[#All];"niet")`, seen: '#N/A with a card that says why.', test: 'errors of custom functions keep their kind',
  },
  {
    id: 'functions.unknown', family: 'functions', basis: 'measured', says: 'A function whose script is not there gives an error and not a value.', replay: `=PLAN.BESTAATNIET(1)`, seen: '#NAME?, or #VALUE! while loading.', test: 'a function that was not associated fails',
  },
  {
    id: 'functions.empty', family: 'functions', basis: 'believed', says: 'An empty cell in a range is an empty text (or null) for a custom function; an empty cell alone for an argument of any type is an empty text, null or 0. The functions take all of them as empty.',
    replay: `=PLAN.BEDRAG(tblKredieten[#All];"BD000001";"Exploitatie";"Uitgaven";"Eindkrediet";Z99) with Z99 empty`, seen: 'The same amount as without the last argument.', test: 'a scalar for a range, numbers as text, a year that is an empty cell',
  },
  {
    id: 'functions.errorCells', family: 'functions', basis: 'documented', says: 'With allowErrorForDataTypeAny a range with an error in a cell is handed over, the error as an object; without it the call is not made and the error is its answer.',
    replay: `type =NA() as a title on Kredieten; =PLAN.BEDRAG(tblKredieten[#All];tblPlan[Code];"Exploitatie";"Uitgaven";"Eindkrediet")`, seen: 'Amounts as before.', test: 'error values in cells come as the runtime makes them: only what needs the cell is an error',
  },
  {
    id: 'functions.formatted', family: 'functions', basis: 'believed', says: 'A number with a currency or percentage format may come as a FormattedNumber, which holds the number.', replay: `give a cell of Eindkrediet the format Currency, then as above`, seen: 'Amounts as before.',
    test: 'numbers with a format come as data types, and count for their number',
  },
  {
    id: 'functions.limit', family: 'functions', basis: 'believed', says: 'Excel on the web hands a custom function arguments of 5 MB at most; our own refusal comes first and says what to do.', replay: `=PLAN.STATUS(A1:A6000;"x") with a text of 1,000 signs in every cell of A1:A6000`, seen: '#VALUE! with the sentence about 5 MB, on the web as on the desktop.',
    test: 'tables beyond what Excel passes are refused with the way out',
  },
  {
    id: 'functions.behind', family: 'functions', basis: 'measured', says: 'The runtime hands the call itself over behind the last argument, so an argument that Excel does not send is that object and not undefined.', replay: `=PLAN.AANTAL(tblPlan[#All];"BD000001")`, seen: 'A number.',
    test: 'every function answers its example, whole or with the last arguments left out as Excel leaves them out',
  },
  {
    id: 'ribbon.function', family: 'ribbon', basis: 'documented', says: 'A button with a FunctionName calls the function associated with that name, in the shared runtime, and gives it an event that must be completed.',
    replay: `by hand: press Planboek > Controleer`, seen: 'The pane shows the checks; the button can be pressed again.', test: 'every button opens its screen, also of a pane that was closed, and asks its question there',
  },
  {
    id: 'ribbon.showPane', family: 'ribbon', basis: 'documented', says: 'Office.addin.showAsTaskpane opens the page of the one ShowTaskpane action of the manifest, or brings it to the front; the page goes on where it was.',
    replay: `by hand: open the pane, go to Kredieten, close the pane with its cross, press Planboek > Deelvenster`, seen: 'The pane, on Kredieten.', test: 'every button opens its screen, also of a pane that was closed, and asks its question there',
  },
  {
    id: 'ribbon.start', family: 'ribbon', basis: 'believed', says: 'A press that comes before the page has started starts it, and reaches the function once it is associated.',
    replay: `by hand: close all windows of Excel, open a workbook of Planboek, press Planboek > Help at once`, seen: 'The pane opens and ends on Help, not on Plan.', test: 'a button that is pressed while the pane starts is not lost',
  },
  {
    id: 'ribbon.language', family: 'ribbon', basis: 'documented', says: 'Labels, tips and the metadata of the functions come from the Override of the language of Office, else from the default.',
    replay: `by hand: File > Options > Language, English first, restart`, seen: 'Import, Check, Reconciliation; =PLAN. explains itself in English.', test: 'speaks the language of Office: $name',
  },
];
