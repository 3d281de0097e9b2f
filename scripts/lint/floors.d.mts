import type { Rule } from 'eslint';

export interface Floor {
  readonly floors: readonly string[];
  readonly packages: readonly string[];
}
export declare const FLOORS: Readonly<Record<string, Floor>>;
export declare const CORE: readonly string[];
export declare const floorsRule: Rule.RuleModule;
