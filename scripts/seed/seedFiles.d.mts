export declare const ROOT: string;
export declare function textStarting(folder: string, prefix: string): string | null;
export declare function reducedSeedPath(prefix: string): string;
