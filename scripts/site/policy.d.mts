export declare const OFFICE_ORIGIN: string;
export declare const OFFICE_JS: string;
export declare function contentSecurityPolicy(scripts?: readonly string[]): string;
export declare const PRODUCTION_POLICY: string;
