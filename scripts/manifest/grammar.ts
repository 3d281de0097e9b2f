/**
 * What may stand where in the manifest of a task pane add-in for Excel, as data: [MS-OWEMXML] and the manifest reference of Office Add-ins. Elements of
 * the overrides carry `vo:`, those of the basic types `bt:`; a rule for one `xsi:type` stands under `name[type]`.
 */

/** Once, at most once, any number, at least one. */
export type Count = '1' | '?' | '*' | '+';

/** A place in the order of children: one of these names. */
export type Place = readonly [names: string, count: Count];

/** The parts of `Resources` a `resid` may point into. */
export type Section = 'bt:Images' | 'bt:Urls' | 'bt:ShortStrings' | 'bt:LongStrings';

export type Kind =
  | 'guid'
  | 'version'
  | 'locale'
  | 'setVersion'
  | 'hostName'
  | 'permission'
  | 'origin'
  | 'url'
  | 'imageUrl'
  | 'short'
  | 'long'
  | 'filled'
  | 'id'
  | 'resourceId'
  | 'functionName'
  | 'boolean'
  | 'lifetime'
  | 'iconSize';

export interface ElementRule {
  readonly children?: readonly Place[];
  readonly text?: Kind;
  /** Attributes that must be there, and what they hold. */
  readonly attributes?: Readonly<Record<string, Kind>>;
  readonly optional?: Readonly<Record<string, Kind>>;
  readonly resid?: Section;
  /** Values `xsi:type` may have; the element then follows the rule of its type. */
  readonly types?: readonly string[];
}

const LOCALISED: readonly Place[] = [['Override', '*']];
const OVERRIDDEN: readonly Place[] = [['bt:Override', '*']];
const SETS: readonly Place[] = [
  ['Sets', '?'],
  ['Methods', '?'],
];

export const GRAMMAR: Readonly<Record<string, ElementRule>> = {
  OfficeApp: { types: ['TaskPaneApp'] },
  'OfficeApp[TaskPaneApp]': {
    children: [
      ['Id', '1'],
      ['AlternateId', '?'],
      ['Version', '1'],
      ['ProviderName', '1'],
      ['DefaultLocale', '1'],
      ['DisplayName', '1'],
      ['Description', '1'],
      ['IconUrl', '1'],
      ['HighResolutionIconUrl', '?'],
      ['SupportUrl', '?'],
      ['AppDomains', '?'],
      ['Hosts', '1'],
      ['Requirements', '?'],
      ['DefaultSettings', '1'],
      ['Permissions', '1'],
      ['vo:VersionOverrides', '?'],
    ],
  },
  Id: { text: 'guid' },
  AlternateId: { text: 'short' },
  Version: { text: 'version' },
  ProviderName: { text: 'short' },
  DefaultLocale: { text: 'locale' },
  DisplayName: { attributes: { DefaultValue: 'short' }, children: LOCALISED },
  Description: { attributes: { DefaultValue: 'long' }, children: LOCALISED },
  IconUrl: { attributes: { DefaultValue: 'imageUrl' }, children: LOCALISED },
  HighResolutionIconUrl: { attributes: { DefaultValue: 'imageUrl' }, children: LOCALISED },
  SupportUrl: { attributes: { DefaultValue: 'url' }, children: LOCALISED },
  Override: { attributes: { Locale: 'locale', Value: 'filled' } },
  AppDomains: { children: [['AppDomain', '+']] },
  AppDomain: { text: 'origin' },
  Hosts: { children: [['Host', '+']] },
  Host: { attributes: { Name: 'hostName' } },
  Requirements: { children: SETS },
  Sets: { children: [['Set', '+']], optional: { DefaultMinVersion: 'setVersion' } },
  Set: { attributes: { Name: 'short' }, optional: { MinVersion: 'setVersion' } },
  Methods: { children: [['Method', '+']] },
  Method: { attributes: { Name: 'short' } },
  DefaultSettings: { children: [['SourceLocation', '1']] },
  SourceLocation: { attributes: { DefaultValue: 'url' }, children: LOCALISED },
  Permissions: { text: 'permission' },

  'vo:VersionOverrides': { types: ['VersionOverridesV1_0'] },
  'vo:VersionOverrides[VersionOverridesV1_0]': {
    children: [
      ['vo:Description', '?'],
      ['vo:Requirements', '?'],
      ['vo:Hosts', '1'],
      ['vo:Resources', '1'],
    ],
  },
  'vo:Requirements': { children: [['bt:Sets', '1']] },
  'bt:Sets': { children: [['bt:Set', '+']], optional: { DefaultMinVersion: 'setVersion' } },
  'bt:Set': { attributes: { Name: 'short' }, optional: { MinVersion: 'setVersion' } },
  'vo:Hosts': { children: [['vo:Host', '+']] },
  'vo:Host': { types: ['Workbook'] },
  'vo:Host[Workbook]': {
    children: [
      ['vo:Runtimes', '?'],
      ['vo:AllFormFactors', '?'],
      ['vo:DesktopFormFactor', '?'],
    ],
  },
  'vo:Runtimes': { children: [['vo:Runtime', '+']] },
  'vo:Runtime': { resid: 'bt:Urls', optional: { lifetime: 'lifetime' } },
  'vo:AllFormFactors': { children: [['vo:ExtensionPoint', '+']] },
  'vo:DesktopFormFactor': {
    children: [
      ['vo:GetStarted', '?'],
      ['vo:FunctionFile', '?'],
      ['vo:ExtensionPoint', '+'],
    ],
  },
  'vo:GetStarted': {
    children: [
      ['vo:Title', '1'],
      ['vo:Description', '1'],
      ['vo:LearnMoreUrl', '1'],
    ],
  },
  'vo:FunctionFile': { resid: 'bt:Urls' },
  'vo:LearnMoreUrl': { resid: 'bt:Urls' },
  'vo:ExtensionPoint': { types: ['CustomFunctions', 'PrimaryCommandSurface'] },
  'vo:ExtensionPoint[CustomFunctions]': {
    children: [
      ['vo:Script', '1'],
      ['vo:Page', '1'],
      ['vo:Metadata', '1'],
      ['vo:Namespace', '1'],
    ],
  },
  'vo:Script': { children: [['vo:SourceLocation', '1']] },
  'vo:Page': { children: [['vo:SourceLocation', '1']] },
  'vo:Metadata': { children: [['vo:SourceLocation', '1']] },
  'vo:SourceLocation': { resid: 'bt:Urls' },
  'vo:Namespace': { resid: 'bt:ShortStrings' },
  'vo:ExtensionPoint[PrimaryCommandSurface]': { children: [['vo:CustomTab|vo:OfficeTab', '+']] },
  'vo:OfficeTab': { attributes: { id: 'id' }, children: [['vo:Group', '+']] },
  'vo:CustomTab': {
    attributes: { id: 'id' },
    children: [
      ['vo:OverriddenByRibbonApi', '?'],
      ['vo:Group', '+'],
      ['vo:Label', '1'],
    ],
  },
  'vo:Group': {
    attributes: { id: 'id' },
    children: [
      ['vo:OverriddenByRibbonApi', '?'],
      ['vo:Label', '1'],
      ['vo:Icon', '1'],
      ['vo:Control', '+'],
    ],
  },
  'vo:OverriddenByRibbonApi': { text: 'boolean' },
  'vo:Label': { resid: 'bt:ShortStrings' },
  'vo:Title': { resid: 'bt:ShortStrings' },
  'vo:Description': { resid: 'bt:LongStrings' },
  'vo:Icon': { children: [['bt:Image', '+']] },
  'vo:Control': { types: ['Button'] },
  'vo:Control[Button]': {
    attributes: { id: 'id' },
    children: [
      ['vo:OverriddenByRibbonApi', '?'],
      ['vo:Label', '1'],
      ['vo:Supertip', '1'],
      ['vo:Icon', '1'],
      ['vo:Action', '1'],
      ['vo:Enabled', '?'],
    ],
  },
  'vo:Supertip': {
    children: [
      ['vo:Title', '1'],
      ['vo:Description', '1'],
    ],
  },
  'vo:Action': { types: ['ExecuteFunction', 'ShowTaskpane'] },
  'vo:Action[ExecuteFunction]': { children: [['vo:FunctionName', '1']] },
  'vo:Action[ShowTaskpane]': {
    children: [
      ['vo:TaskpaneId', '?'],
      ['vo:SourceLocation', '1'],
      ['vo:Title', '?'],
    ],
  },
  'vo:FunctionName': { text: 'functionName' },
  'vo:TaskpaneId': { text: 'id' },
  'vo:Enabled': { text: 'boolean' },

  'vo:Resources': {
    children: [
      ['bt:Images', '?'],
      ['bt:Urls', '?'],
      ['bt:ShortStrings', '?'],
      ['bt:LongStrings', '?'],
    ],
  },
  'bt:Images': { children: [['bt:Image', '+']] },
  'bt:Urls': { children: [['bt:Url', '+']] },
  'bt:ShortStrings': { children: [['bt:String', '+']] },
  'bt:LongStrings': { children: [['bt:String', '+']] },
  'vo:Icon/bt:Image': { attributes: { size: 'iconSize' }, resid: 'bt:Images' },
  'bt:Images/bt:Image': { attributes: { id: 'resourceId', DefaultValue: 'imageUrl' }, children: OVERRIDDEN },
  'bt:Url': { attributes: { id: 'resourceId', DefaultValue: 'url' }, children: OVERRIDDEN },
  'bt:ShortStrings/bt:String': { attributes: { id: 'resourceId', DefaultValue: 'short' }, children: OVERRIDDEN },
  'bt:LongStrings/bt:String': { attributes: { id: 'resourceId', DefaultValue: 'long' }, children: OVERRIDDEN },
  'bt:Override': { attributes: { Locale: 'locale', Value: 'filled' } },
};
