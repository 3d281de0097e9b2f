export declare const FULL_TEXT_NOTE: string;
export declare function fullSeedPath(prefix: string): string | null;
