export interface FunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly dimensionality?: string;
  readonly customEnumId?: string;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly FunctionParameter[];
}

export interface EnumMetadata {
  readonly id: string;
  readonly values: readonly { readonly name: string; readonly stringValue: string; readonly tooltip: string }[];
}

export interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly FunctionMetadata[];
  readonly enums: readonly EnumMetadata[];
}

type Cell = string | number;
export type Cells = readonly (readonly Cell[])[];

export interface FunctionTexts {
  readonly en: {
    readonly description: string;
    readonly returns: string;
    readonly parameters: Readonly<Record<string, readonly [name: string, description: string]>>;
  };
  readonly notes: Readonly<Record<'nl' | 'en', readonly string[]>>;
  readonly example: { readonly formula: string; readonly nl: string; readonly en: string; readonly answer: Cells };
}

export declare const FUNCTIONS_SOURCE: string;
export declare const HELP_PAGES: Readonly<Record<'nl' | 'en', string>>;
export declare function functionsMetadata(root: string): {
  readonly nl: Metadata;
  readonly en: Metadata;
  /** What each function answers, in Dutch, by id. */
  readonly returns: Readonly<Record<string, string>>;
  readonly texts: {
    readonly sample: Readonly<Record<string, Cells>>;
    readonly functions: Readonly<Record<string, FunctionTexts>>;
  };
};
