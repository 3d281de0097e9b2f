import type { Host } from '../../host/host';
import { hostClass } from '../../protocol/hostClass';

/** Calls office.js makes by itself when it starts in a shared runtime. */
const internalService = hostClass<null>({
  name: 'AddinInternalService',
  methods: { NotifyActionHandlerReady: () => undefined },
});

/** Shows and hides the pane of a shared runtime. */
const runtimeService = hostClass<(visible: boolean) => void>({
  name: 'AppRuntimeService',
  methods: {
    SetAppRuntimeState: (show, [state]) => {
      show(state === 'Visible');
    },
  },
});

export function addStartupServices({ context }: Host, showPane: (visible: boolean) => void): void {
  context.addService('Microsoft.InternalService.AddinInternalService', () => internalService(null, context));
  context.addService('Microsoft.AppRuntime.AppRuntimeService', () => runtimeService(showPane, context));
}
