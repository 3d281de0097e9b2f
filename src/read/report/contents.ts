/** Lines that say where something stands: the titles of lists of contents, and references to a page on the web. */

export const CONTENTS = /^(?:niet-)?prioritaire inhoudstabel\s*:+.{0,60}$/i;
export const NO_CONTENTS = /^geen (?:niet-)?prioritaire inhoudstabel\s*:?$/i;
export const REFERENCE = /\bte vinden op\s*:$/;
export const ADDRESS_ON_WEB = /^(?:https?:\/\/|www\.)\S+$/;
