export const SENTENCE_END = /[.!?…;][)\]”’"']*$/;

type Ending = 'sentence' | 'colon' | 'open';

/** How a text ends: as a sentence, as the head of a list, or in the middle of something. */
export const endingOf = (text: string): Ending =>
  SENTENCE_END.test(text) ? 'sentence' : text.endsWith(':') ? 'colon' : 'open';
