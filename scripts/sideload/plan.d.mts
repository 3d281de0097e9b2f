interface Step {
  readonly run?: readonly string[];
  readonly copy?: readonly [from: string, to: string];
  readonly delete?: string;
}
export type Plan = { readonly add: Step; readonly remove: Step; readonly where: string } | { readonly none: string };
export declare function sideloadPlan(options: {
  readonly platform: string;
  readonly home: string;
  readonly id: string;
  readonly manifest: string;
}): Plan;
