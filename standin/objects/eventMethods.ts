import type { HostContext } from '../protocol/context';
import type { EventName } from '../protocol/events';
import { WORKBOOK_TARGET } from '../protocol/wire';

type Method<T> = (target: T, args: readonly unknown[], context: HostContext) => undefined;

/**
 * The calls behind `onX.add` and `.remove`: `_RegisterDataChangedEvent` and so on. `id` says whose events are meant; null is the whole workbook.
 */
export function eventMethods<T>(
  events: Readonly<Record<string, EventName>>,
  id: (target: T) => string | null,
): Readonly<Record<string, Method<T>>> {
  const methods: Record<string, Method<T>> = {};
  for (const [wire, event] of Object.entries(events)) {
    methods[`_Register${wire}Event`] = (target, _args, context) => {
      context.events.register(event, id(target) ?? WORKBOOK_TARGET);
      return undefined;
    };
    methods[`_Unregister${wire}Event`] = (target, _args, context) => {
      context.events.unregister(event, id(target) ?? WORKBOOK_TARGET);
      return undefined;
    };
  }
  return methods;
}
