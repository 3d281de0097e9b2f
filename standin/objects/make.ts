import type { HostContext } from '../protocol/context';
import { onGrid } from './edits';
import type { Area } from '../model/area';
import type { Sheet } from '../model/book';
import type { HostObject } from '../protocol/hostClass';

/** The Range object for an area; throws InvalidArgument when it leaves the grid. */
export const rangeObject = (context: HostContext, sheet: Sheet, at: Area): HostObject =>
  context.make.range(context.newRange(sheet, [onGrid(at)]));

/** The RangeAreas object for several areas of one sheet. */
export const rangeAreasObject = (context: HostContext, sheet: Sheet, areas: readonly Area[]): HostObject =>
  context.make.rangeAreas(context.newRange(sheet, areas.map(onGrid)));
