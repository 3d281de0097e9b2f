export declare const FULL_TEXT_NOTE: string;
export declare const ROOT: string;
export declare function fullSeedPath(prefix: string): string | null;
export declare function reducedSeedPath(prefix: string): string;
