import { beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, onSheet, read, refused, SHEET } from './help';
import { FAILURES, type Host } from '../../standin/host/host';
import { newBook } from '../../standin/model/book';
import { differences } from '../../standin/model/snapshot';
import { eventsDelivered, startExcel } from '../../standin/client/client';
import { User } from '../../standin/host/user';

let host: Host;
beforeEach(() => {
  host = startExcel();
});

const write = (value: number): Promise<void> =>
  onSheet((sheet) => {
    sheet.getRange('A1:A2').values = [[value], [value]];
  });

describe('requests', () => {
  test('a batch that fails keeps what was done', async () => {
    expect(
      await refused((sheet, context) => {
        sheet.getRange('A1').values = [[1]];
        context.workbook.worksheets.getItem('Niet').delete();
        sheet.getRange('A2').values = [[2]];
      }),
    ).toBe('ItemNotFound');
    expect(await read('A1:A2')).toEqual([[1], ['']]);
  });

  test('a request or a response over five megabytes is refused', async () => {
    const text = 'x'.repeat(30_000);
    const rows = (count: number) => Array.from({ length: count }, () => [text]);
    expect(
      await refused((sheet) => {
        sheet.getRange('A1:A190').values = rows(190);
      }),
    ).toBe('RequestPayloadSizeLimitExceeded');
    await onSheet((sheet) => {
      sheet.getRange('A1:A100').values = rows(100);
    });
    await onSheet((sheet) => {
      sheet.getRange('A101:A200').values = rows(100);
    });
    expect(await failureOf(read('A1:A200'))).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('a request waits for the end of cell editing or is refused', async () => {
    host.beginCellEdit();
    expect(await failureOf(write(1))).toBe('InvalidOperationInCellEditMode');
    let done = false;
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem(SHEET).getRange('A1').values = [[9]];
      await context.sync();
      done = true;
    });
    await eventsDelivered();
    expect(done).toBe(false);
    host.endCellEdit();
    await waiting;
    expect(await read('A1')).toEqual([[9]]);
  });

  test('a newer call is not found', async () => {
    expect(
      await failureOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(SHEET).getRange('A1').getDependents();
          await context.sync();
        }),
      ),
    ).toBe('ApiNotFound');
    host = startExcel({ sets: { ExcelApi: '1.1' } });
    expect(
      await refused((sheet) => {
        sheet.freezePanes.freezeRows(1);
      }),
    ).toBe('ApiNotFound');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.2')).toBe(false);
  });

  test('what the stand-in lacks is refused loudly', async () => {
    expect(
      await refused((sheet) => {
        sheet.shapes.addTextBox('x');
      }),
    ).toBe('NotImplemented');
    expect(
      await refused((sheet) => {
        sheet.copy('End');
      }),
    ).toBe('NotImplemented');
    expect(
      await failureOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(SHEET).load('standardWidth,bestaatNiet');
          await context.sync();
        }),
      ),
    ).toBe('InvalidArgument');
  });

  test('references are given back after the run', async () => {
    host.forgetRequests();
    await read('A1');
    await eventsDelivered();
    expect(host.requests.map(({ cleanup }) => cleanup)).toEqual([false, true]);
    expect([host.syncs, host.context.keptReferences]).toEqual([1, 0]);
  });

  test('requests and bytes are counted', async () => {
    host.forgetRequests();
    await write(12345);
    const [first] = host.requests;
    expect(first).toMatchObject({ cleanup: false, writes: true, failed: null });
    expect(first?.bytesIn).toBeGreaterThan(300);
    expect(first?.bytesOut).toBeGreaterThan(20);
  });
});

describe('failures asked for', () => {
  test.each(FAILURES.filter((kind) => kind !== 'silence'))('%s fails the n-th request and no other', async (kind) => {
    host.fail({ kind, request: 2 });
    await write(1);
    expect(await failureOf(write(2))).not.toBe('');
    await write(3);
    expect(host.pendingFailures).toBe(0);
    expect(await read('A1:A2')).toEqual([[3], [3]]);
  });

  test('a lost answer has done its work and an error has not', async () => {
    await write(1);
    host.fail({ kind: 'lost', request: 1 });
    expect(await failureOf(write(2))).toBe('Timeout');
    expect(await read('A1')).toEqual([[2]]);
    host.fail({ kind: 'error', request: 1 });
    expect(await failureOf(write(3))).toBe('GeneralException');
    expect(await read('A1')).toEqual([[2]]);
  });

  test('silence never answers', async () => {
    host.fail({ kind: 'silence', request: 1 });
    const answered = await Promise.race([write(1).then(() => true), eventsDelivered().then(() => false)]);
    expect(answered).toBe(false);
  });

  test('a partial failure has done the first actions', async () => {
    host.fail({ kind: 'partial', request: 1, share: 0.6 });
    expect(
      await failureOf(
        onSheet((sheet) => {
          for (let row = 1; row <= 10; row += 1) sheet.getRange(`A${row}`).values = [[row]];
        }),
      ),
    ).toBe('GeneralException');
    const filled = (await read('A1:A10')).filter(([value]) => value !== '').length;
    expect([filled > 0, filled < 10]).toEqual([true, true]);
  });
});

describe('snapshots', () => {
  test('tell two states apart and a copy from nothing', async () => {
    const before = host.snapshot();
    const copy = host.copyBook();
    await write(1);
    expect(differences(before, host.snapshot()).length).toBeGreaterThan(0);
    host.open(copy);
    expect(host.snapshot()).toEqual(before);
    host.open(newBook('Ander'));
    expect(await failureOf(write(1))).toBe('ItemNotFound');
  });
});

describe('events', () => {
  const listen = async (): Promise<string[]> => {
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async (event) => {
        seen.push(`${event.changeType} ${event.address} ${event.source}`);
      });
      worksheets.onSelectionChanged.add(async (event) => {
        seen.push(`selection ${event.address}`);
      });
      worksheets.onActivated.add(async () => {
        seen.push('activated');
      });
      worksheets.onAdded.add(async () => {
        seen.push('added');
      });
      await context.sync();
    });
    return seen;
  };

  test('changes are told with their source', async () => {
    const seen = await listen();
    await onSheet((sheet) => {
      sheet.getRange('C3').values = [[1]];
    });
    new User(host, 'coauthor').type(SHEET, 'B2', 'x');
    new User(host).insertRows(SHEET, 0);
    await eventsDelivered();
    expect(seen).toEqual(['RangeEdited C3 Local', 'RangeEdited B2 Remote', 'RowInserted 1:1 Local']);
  });

  test('events that are off are lost', async () => {
    const seen = await listen();
    await onSheet((sheet, context) => {
      context.runtime.enableEvents = false;
      sheet.getRange('A1').values = [[1]];
    });
    await onSheet((_sheet, context) => {
      context.runtime.enableEvents = true;
    });
    await eventsDelivered();
    expect(seen).toEqual([]);
  });

  test('selections are told', async () => {
    const seen = await listen();
    const user = new User(host);
    user.addSheet('Twee');
    user.select('Twee', 'B2');
    await eventsDelivered();
    expect(seen).toEqual(['added', 'activated', 'selection B2']);
  });

  test('a handler that is taken away hears nothing', async () => {
    const seen: string[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async (event) => {
        seen.push(event.address);
      });
      await context.sync();
      return added;
    });
    new User(host).type(SHEET, 'A1', 1);
    await eventsDelivered();
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    new User(host).type(SHEET, 'A2', 1);
    await eventsDelivered();
    expect(seen).toEqual(['A1']);
    expect(host.context.events.listenerCount).toBe(0);
  });
});
