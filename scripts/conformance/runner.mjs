/** Sheet on which the script writes what Excel did. */
export const OUTCOME_SHEET = 'Outcomes';

/**
 * Runs probes one by one, each on a sheet of its own that goes again, and tells what came of them. Goes into the script for Excel as it is, so nothing
 * is imported.
 */
export async function runProbes(probes) {
  const outcomes = [];
  for (const [id, probe] of Object.entries(probes)) {
    const name = `Probe ${outcomes.length + 1}`;
    let outcome;
    try {
      outcome = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(name);
        await context.sync();
        const tools = {
          context,
          sheet,
          attempt: async (action) => {
            try {
              action();
              await context.sync();
              return 'ok';
            } catch (error) {
              return error.code ?? error.name;
            }
          },
          read: async (address, property) => {
            const range = sheet.getRange(address);
            range.load(property);
            await context.sync();
            return range[property];
          },
          table: async (address, values = null) => {
            if (values !== null) sheet.getRange(address).values = values;
            const made = sheet.tables.add(address, true);
            await context.sync();
            return made;
          },
        };
        return probe(tools);
      });
    } catch (error) {
      outcome = { thrown: error.code ?? error.name };
    }
    outcomes.push([id, JSON.stringify(outcome ?? null)]);
    await Excel.run(async (context) => {
      const left = context.workbook.worksheets.getItemOrNullObject(name);
      await context.sync();
      if (!left.isNullObject) left.delete();
      await context.sync();
    }).catch(() => undefined);
  }
  return outcomes;
}

/**
 * Writes the outcomes on their sheet, with the Excel they are of. Called by the script, which holds the text of this file.
 *
 * @public
 */
export async function writeOutcomes(outcomes, sheetName) {
  const { host, platform, version } = Office.context.diagnostics ?? {};
  const rows = [['excel', JSON.stringify([host, platform, version])], ...outcomes];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const range = sheet.getRange(`A2:B${rows.length + 1}`);
    range.numberFormat = '@';
    range.values = rows;
    sheet.activate();
    await context.sync();
  });
}
