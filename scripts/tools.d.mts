export interface Tool {
  readonly name: string;
  readonly command: string;
  readonly package: string;
  readonly purpose: string;
}
export declare const TOOLS: readonly Tool[];
export declare function findProgram(command: string): string | null;
export declare function missingTools(): readonly Tool[];
