import type { Host } from '../../test/host/host';
import { hostClass } from '../../test/host/protocol/hostClass';

/** Calls office.js makes by itself when it starts in a shared runtime. */
const internalService = hostClass<null>({ name: 'AddinInternalService', methods: { NotifyActionHandlerReady: () => undefined } });

export function addStartupServices({ context }: Host): void {
  context.addService('Microsoft.InternalService.AddinInternalService', () => internalService(null, context));
}
