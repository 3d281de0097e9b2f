import type { RequirementSets } from '../../protocol/typeGraph';

/** How the frame learns that it runs in Excel on the web: in its name and in its address. */
export interface FrameIdentity {
  readonly name: string;
  readonly query: string;
}

const CONVERSATION = 'workbench';
export const FRAME_ID = 'planboek-workbench';

/** 1 shared runtime and 2 custom functions. */
const FLAGS = 3;

/** No telemetry script is loaded when the host says so. */
const NO_LOGGING = 'disableLogging';

export function frameIdentity(origin: string, locale: string): FrameIdentity {
  const hostInfo = `Excel$Web$16.01$${locale}$${FRAME_ID}$$${NO_LOGGING}$${FLAGS}`;
  const name = JSON.stringify({
    baseFrameName: `_xdm_${CONVERSATION}`,
    hostInfo,
    xdmInfo: `${CONVERSATION}|${FRAME_ID}|${origin}`,
    serializerVersion: '1',
  });
  return { name, query: `_host_Info=${encodeURIComponent(hostInfo)}` };
}

/** Excel on the web. */
const APP_NAME = 16;

interface AppContextOptions {
  readonly locale: string;
  readonly sets: RequirementSets;
  readonly settings: readonly (readonly [name: string, value: string])[];
}

/** The answer to office.js when it asks what it runs in. */
export const appContext = ({ locale, sets, settings }: AppContextOptions): unknown => ({
  _id: FRAME_ID,
  _appName: APP_NAME,
  _appVersion: '16.01',
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: 'https://workbench.invalid/werkboek.xlsx',
  _clientMode: 0,
  _settings: settings,
  _reason: 1,
  _osfControlType: 1,
  _eToken: '',
  _correlationId: '',
  _appInstanceId: FRAME_ID,
  _hostFullVersion: '16.0.0.0',
  _requirementMatrix: JSON.stringify(sets),
  _addinName: 'Planboek',
  _appDomains: [],
  _initialDisplayMode: 0,
});
