const ZERO = 48;
const NINE = 57;

/** Most lines of a table close with a figure; one look tells them from those that close with words. */
export function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= ZERO && last <= NINE;
}
