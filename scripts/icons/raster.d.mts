import type { Shape } from './drawings.mjs';
/** Rows of RGBA, each behind the filter byte of PNG. */
export declare function pixelsOf(drawing: readonly Shape[], size: number): Buffer;
